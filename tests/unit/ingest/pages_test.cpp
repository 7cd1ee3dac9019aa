// The two kinds of page: what must come out of the shipped ones, and of the two that the project began with
// where they are at hand.
#include "doctest/doctest.h"
#include "ingest/brief/signal_brief.hpp"
#include "ingest/comparison/narrative_comparison.hpp"
#include "ingest/news/news.hpp"
#include "ingest/record_check.hpp"
#include "tests/unit/ingest/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

namespace {

std::string pages() { return std::string(TALENTFLOW_SOURCE_DIR) + "/datasets/pages/"; }
std::string seeds() { return std::string(TALENTFLOW_SOURCE_DIR) + "/../shared/seeds/"; }

std::string who(const Reference& reference) { return reference.id.empty() ? reference.name : reference.id; }

/// The claims of that relation: "subject -> object start..end role".
std::vector<std::string> found(const Reading& reading, std::string_view relation) {
  std::vector<std::string> out;
  for (const auto& record : reading.records)
    if (const auto* claim = std::get_if<ClaimRecord>(&record.content);
        claim != nullptr && claim->relation == relation) {
      std::string line = who(claim->subject) + " -> " + who(claim->object);
      if (!claim->role.empty()) line += " (" + claim->role + ")";
      if (!claim->start.empty()) line += " from " + claim->start;
      if (!claim->end.empty()) line += " to " + claim->end;
      out.push_back(line);
    }
  return out;
}

const ClaimRecord& only(const Reading& reading, std::string_view relation) {
  const ClaimRecord* out = nullptr;
  for (const auto& record : reading.records)
    if (const auto* claim = std::get_if<ClaimRecord>(&record.content);
        claim != nullptr && claim->relation == relation) {
      REQUIRE(out == nullptr);
      out = claim;
    }
  REQUIRE(out != nullptr);
  return *out;
}

std::string source_property(const Reading& reading, std::string_view id, std::string_view key) {
  for (const auto& record : reading.records)
    if (const auto* source = std::get_if<SourceRecord>(&record.content);
        source != nullptr && source->id == id)
      if (const Value* value = find_property(source->properties, key))
        if (const auto* text = value->get_if<std::string>()) return *text;
  return {};
}

std::string property(const ClaimRecord& claim, std::string_view key) {
  const Value* const value = find_property(claim.properties, key);
  return value == nullptr ? "" : print_value(*value);
}

/// Every claim has its sentence, and its offsets point into the text; nothing would be rejected.
void check_provenance(const Reading& reading, const std::string& text) {
  CHECK(reading.rejects.empty());
  for (const auto& record : reading.records) {
    CHECK_MESSAGE(!find_fault(record), find_fault(record).value_or(""));
    const auto* claim = std::get_if<ClaimRecord>(&record.content);
    if (claim == nullptr) continue;
    CHECK(!claim->locator.empty());
    CHECK(text.find(claim->locator) != std::string::npos);
    CHECK(!claim->source.empty());
    if (const Value* begin = find_property(claim->properties, "offset_begin")) {
      const auto from = static_cast<std::size_t>(*begin->get_if<std::int64_t>());
      const auto to =
          static_cast<std::size_t>(*find_property(claim->properties, "offset_end")->get_if<std::int64_t>());
      REQUIRE(from < to);
      REQUIRE(to <= text.size());
      CHECK(claim->locator.find(text.substr(from, to - from)) != std::string::npos);
    }
  }
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("signal brief, the shipped page") {
  const std::string text = read_file(pages() + "signal_brief_stepfun.txt");
  REQUIRE(sniff_signal_brief("x", text) == 92);
  const auto reading = read_with(open_signal_brief, "brief", text);
  check_provenance(reading, text);
  CHECK(found(reading, "RAISED") == Lines{"StepFun ->  from [..2026-01-26]"});
  CHECK(only(reading, "RAISED").amount_low == "5000000000");
  CHECK(only(reading, "RAISED").currency == "CNY");
  CHECK(property(only(reading, "RAISED"), "round") == "\"Series B+\"");
  CHECK(found(reading, "INVESTED_IN") == Lines{"Tencent -> StepFun from [..2026-01-26]"});
  CHECK(found(reading, "FOUNDED") == Lines{"Daxin Jiang -> StepFun from 2023-04"});
  CHECK(source_property(reading, only(reading, "RAISED").source.id, "origin") == "s/36kr-europe/2026-01-26");
  CHECK(source_property(reading, "s/36kr-europe/2026-01-26", "url") ==
        "http://eu.36kr.com/en/p/3656118724010374");
}

TEST_CASE("narrative comparison, the shipped page") {
  const std::string text = read_file(pages() + "narrative_comparison_yao.txt");
  REQUIRE(sniff_narrative_comparison("x", text) == 92);
  const auto reading = read_with(open_narrative_comparison, "comparison", text);
  check_provenance(reading, text);
  CHECK(found(reading, "JOINED") == Lines{"Shunyu Yao -> Tencent from 2025-09-12"});
  CHECK(found(reading, "WORKS_AT") == Lines{"Shunyu Yao -> OpenAI (research scientist) to [..2025-09-12]"});
  CHECK(found(reading, "FRAMES").size() == 10);
  CHECK(found(reading, "OPEN_QUESTION").size() == 4);
}

TEST_CASE("the brief that the project began with") {
  const std::string text = std::filesystem::exists(seeds()) ? read_file(seeds() + "signal_brief.txt") : "";
  if (text.empty()) {
    MESSAGE("SKIP: ../shared/seeds is not here");
    return;
  }
  const auto reading = read_with(open_signal_brief, "brief", text);
  check_provenance(reading, text);
  const std::string lab = "org/unnamed-ai-lab-founded-by-junyang-lin";
  CHECK(found(reading, "WORKS_AT") == Lines{"Junyang Lin -> Qwen (lead researcher) to [..2026-06-17]"});
  CHECK(found(reading, "PART_OF") == Lines{"Qwen -> Alibaba"});
  CHECK(found(reading, "FOUNDED") == Lines{"Junyang Lin -> " + lab + " from [..2026-06-17]"});
  CHECK(found(reading, "RAISED") == Lines{lab + " ->  from [..2026-06-17]"});
  CHECK(only(reading, "RAISED").amount_low == "200000000");
  CHECK(only(reading, "RAISED").amount_high == "900000000");
  CHECK(only(reading, "RAISED").currency == "USD");
  CHECK(property(only(reading, "RAISED"), "valuation") == "2000000000 USD");
  CHECK(found(reading, "INVESTED_IN") == Lines{"Tencent -> " + lab + " from [..2026-06-17]"});
  const auto& change = only(reading, "PRICE_CHANGE");
  CHECK(change.subject.name == "Alibaba");
  CHECK(property(change, "percent") == "-22.0");
  CHECK(property(change, "window_days_low") == "30");
  CHECK(property(change, "window_days_high") == "90");
  CHECK(property(change, "ticker") == "\"BABA\"");
  CHECK(found(reading, "SEARCHED") == Lines{"Alibaba ->  from 2026-06-15 to 2026-06-15",
                                            "Alibaba ->  from 2026-06-16 to 2026-06-16",
                                            "Alibaba ->  from 2026-06-17 to 2026-06-17"});
  // the publisher named is the origin, and the page only cites it
  for (const std::string_view relation : {"FOUNDED", "RAISED", "INVESTED_IN", "WORKS_AT"}) {
    const std::string source = only(reading, relation).source.id;
    CHECK(source_property(reading, source, "source_class") == "aggregator");
    const std::string origin = source_property(reading, source, "origin");
    CHECK(source_property(reading, origin, "publisher") == "The Information");
    CHECK(source_property(reading, origin, "source_class") == "outlet");
  }
  CHECK(source_property(reading, change.source.id, "origin").empty());
  std::size_t filings = 0;
  std::size_t companies = 0;
  for (const auto& record : reading.records)
    if (const auto* source = std::get_if<SourceRecord>(&record.content)) {
      if (source_property(reading, source->id, "source_class") == "filing") ++filings;
      if (source_property(reading, source->id, "source_class") == "company") ++companies;
    }
  CHECK(filings == 4);
  CHECK(companies == 1);
}

TEST_CASE("a bloc's word is no organisation, wherever the sentence has it") {
  const auto reading = read_with(open_narrative_comparison, "comparison",
                                 "How information blocks interpret these facts\n"
                                 "According to Finance sources, the price of Acme Labs is high.\n"
                                 "Tencent hired Ann Example on 2025-09-12.\n"
                                 "Only Finance has raised $20 million in doubts about it.\n"
                                 "Acme Labs raised $5 million.\n"
                                 "Key disagreements, blind spots, and what to watch next\n");
  std::size_t raised = 0;
  for (const auto& record : reading.records)
    if (const auto* claim = std::get_if<ClaimRecord>(&record.content)) {
      CHECK(claim->subject.name != "Finance");
      CHECK(claim->object.name != "Finance");
      raised += claim->relation == "RAISED" && claim->subject.name == "Acme Labs";
    }
  CHECK(raised == 1);
}

TEST_CASE("the comparison that the project began with") {
  const std::string text =
      std::filesystem::exists(seeds()) ? read_file(seeds() + "narrative_comparison.txt") : "";
  if (text.empty()) {
    MESSAGE("SKIP: ../shared/seeds is not here");
    return;
  }
  const auto reading = read_with(open_narrative_comparison, "comparison", text);
  check_provenance(reading, text);
  CHECK(found(reading, "LEFT") == Lines{"Lin Junyang -> Qwen (division head) from [2026-02-20..2026-03-05]"});
  const auto approached = found(reading, "APPROACHED");
  CHECK(approached ==
        Lines{"Google DeepMind -> Qwen from 2026-03-06",
              "Alibaba -> person/unnamed-google-deepmind-contributor-approached-by-alibaba from 2026-03"});
  CHECK(found(reading, "FORMED") ==
        Lines{"Alibaba -> org/unnamed-internal-task-force-of-alibaba from [..2026-03-06]"});
  CHECK(found(reading, "JOINED").empty());
  std::set<std::string> blocs;
  for (const auto& record : reading.records)
    if (const auto* claim = std::get_if<ClaimRecord>(&record.content);
        claim != nullptr && claim->relation == "FRAMES") {
      const std::string bloc = source_property(reading, claim->source.id, "bloc");
      CHECK(property(*claim, "bloc") == "\"" + bloc + "\"");
      blocs.insert(bloc);
    }
  CHECK(blocs == std::set<std::string>{"Chinese", "Regional", "Financial"});
  std::map<std::string, int> questions;
  for (const auto& record : reading.records)
    if (const auto* claim = std::get_if<ClaimRecord>(&record.content);
        claim != nullptr && claim->relation == "OPEN_QUESTION")
      ++questions[property(*claim, "kind")];
  CHECK(questions ==
        std::map<std::string, int>{{"\"blind spot\"", 4}, {"\"watch\"", 1}, {"\"disagreement\"", 2}});
}

TEST_CASE("a ticker is the company whose name it abbreviates, else the one known by it") {
  const std::string price = "ACM has moved down -3% over the past 30 days.\nsignal brief\n";
  const std::string rest = "evidence\n- https://x.org/aweb\n";
  const auto named =
      read_with(open_signal_brief, "brief", price + "Acme is large. It was said of Acme.\n" + rest);
  CHECK(only(named, "PRICE_CHANGE").subject.name == "Acme");
  MemoryLexicon lexicon;
  EntityRecord entity;
  entity.entity.id = "org/acme";
  entity.kind = "company";
  entity.name = "A Company of Old";
  entity.properties = {{"ticker", Value("ACM,1234.HK")}};
  lexicon.add(entity);
  const auto known = read_with(open_signal_brief, "brief", price + rest, &lexicon);
  CHECK(only(known, "PRICE_CHANGE").subject.id == "org/acme");
  const auto unknown = read_with(open_signal_brief, "brief", price + rest);
  CHECK(only(unknown, "PRICE_CHANGE").subject.name == "ACM");
}

TEST_CASE("a page that is no UTF-8 is an error with its line") {
  CHECK(read_with(open_signal_brief, "brief.txt", "one\ntwo \xFF\n").error ==
        "brief.txt:2: not valid UTF-8; save the page as UTF-8");
}

TEST_CASE("news: the header makes the source") {
  const auto reading =
      read_with(open_news, "a.txt",
                "https://example.com/a\npublished: 2026-03-02\n\nAnn Example joined Acme in 2025.\n");
  CHECK(found(reading, "JOINED") == Lines{"Ann Example -> Acme from 2025"});
  const std::string source = only(reading, "JOINED").source.id;
  CHECK(source_property(reading, source, "url") == "https://example.com/a");
  CHECK(source_property(reading, source, "published") == "2026-03-02");
  CHECK(reading.records.back().line == 4);
}
