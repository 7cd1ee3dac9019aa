// A brief says one thing several times (cut off, whole, and inside an analysis) and lists what it rests on.
// The claims come from the sentences by the rules of ingest/text; what is the brief's own is here: the day it
// speaks of, tickers, and the list of evidence with the searches of registers in it.
#include "ingest/brief/signal_brief.hpp"

#include <algorithm>
#include <set>

#include "ingest/text/evidence.hpp"
#include "ingest/text/page_adapter.hpp"
#include "ingest/text/page_day.hpp"
#include "ingest/text/page_records.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest {
namespace {

using namespace text;

bool is_ticker(std::string_view name) {
  return name.size() >= 2 && name.size() <= 6 && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || c == '.' || (c >= '0' && c <= '9');
         });
}

/// Whether the letters of a ticker stand in the name, in their order.
bool ticker_of_name(std::string_view ticker, std::string_view name) {
  const std::string letters = ascii_lower(ticker);
  const std::string inside = ascii_lower(name);
  std::size_t at = 0;
  for (const char c : letters) {
    at = inside.find(c, at);
    if (at == std::string::npos) return false;
    ++at;
  }
  return true;
}

/// All organisations named on the page, the most frequent first.
std::vector<Noun> organisations_of(const Document& document) {
  std::vector<std::pair<std::size_t, Noun>> counted;
  const auto count = [&counted](const Noun& noun) {
    if (noun.type != NounType::organisation || !noun.named() || is_ticker(noun.name)) return;
    for (auto& [number, other] : counted)
      if (other.name == noun.name) {
        ++number;
        return;
      }
    counted.emplace_back(1, noun);
  };
  for (const auto& sentence : document.sentences())
    for (const auto& piece : sentence.pieces) {
      if (!piece.is_noun()) continue;
      count(piece.noun);
      for (const auto& owner : piece.noun.owner) count(owner);
      for (const auto& employer : piece.noun.employer) {
        count(employer);
        for (const auto& owner : employer.owner) count(owner);
      }
    }
  std::stable_sort(counted.begin(), counted.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Noun> out;
  for (auto& [number, noun] : counted) out.push_back(std::move(noun));
  return out;
}

/// The company behind a ticker: known by it, or named on the page with its letters in it; else the ticker
/// itself.
Actor company_of_ticker(const Document& document, const std::string& ticker, PageRecords& records) {
  const auto known = document.lexicon().find_id("ticker:" + ticker);
  for (const Noun& noun : organisations_of(document)) {
    if (!ticker_of_name(ticker, noun.name)) continue;
    EntityRecord entity;
    entity.entity = Reference::to_name(noun.name, noun.kind);
    entity.kind = noun.kind;
    entity.name = noun.name;
    entity.properties.emplace_back("ticker", Value(ticker));
    records.add_entity(std::move(entity));
    return {noun.name, noun.kind, "", false};
  }
  if (known) return {"", known->kind, known->id, false};
  return {ticker, "Company", "", false};
}

void add_search(PageRecords& records, const Address& address, const SourceRecord& source,
                const Actor& about) {
  const auto days = search_days(address);
  if (!days) return;
  ClaimRecord claim;
  claim.subject =
      about.name.empty() ? Reference::to_id(about.id) : Reference::to_name(about.name, about.kind);
  claim.relation = "SEARCHED";
  claim.start = days->first;
  claim.end = days->second;
  claim.status = "unconfirmed";
  claim.source = Reference::to_id(source.id);
  claim.locator = address.url;
  claim.properties.emplace_back("register", Value(address.host));
  if (const auto stock = address.parameter("stock_id"); !stock.empty())
    claim.properties.emplace_back("stock_id", Value(std::string(stock)));
  records.add_record(std::move(claim), address.line);
}

std::vector<Record> read_brief(const std::string& text, const std::string&, const Lexicon& lexicon) {
  const std::string prose = without_boilerplate(text);
  Page page;
  page.id = page_id(text);
  page.published = latest_day(prose);
  const Document document(prose, page.published, lexicon);
  page.properties.emplace_back(
      "title", Value("signal brief: " + text.substr(0, std::min(text.find('\n'), text.size()))));
  page.properties.emplace_back("source_class", Value("aggregator"));
  page.properties.emplace_back("published", Value(date_text(page.published)));
  PageRecords records(document, std::move(page));

  auto claims = extract_claims(document);
  const auto addresses = addresses_of(text);
  std::set<std::string> publishers;
  for (const auto& claim : claims)
    if (!claim.cited.empty()) publishers.insert(claim.cited);
  Actor about{document.main_organisation(), "Company", "", false};
  for (auto& claim : claims) {
    if (claim.relation == "PRICE_CHANGE") {
      const std::string ticker = claim.subject.name;
      if (is_ticker(ticker)) {
        claim.subject = company_of_ticker(document, ticker, records);
        claim.properties.emplace_back("ticker", Value(ticker));
      }
      about = claim.subject;
    }
  }
  const auto organisations = organisations_of(document);
  for (const auto& address : addresses) {
    SourceRecord source = source_of(address);
    bool cited = false;
    for (const Noun& noun : organisations) {
      if (!host_of_publisher(address.host, noun.name)) continue;
      for (auto& [key, value] : source.properties)
        if (key == "publisher") value = Value(noun.name);
      if (publishers.contains(noun.name)) {
        records.set_cited_address(noun.name, address.url);
        cited = true;
      }
    }
    add_search(records, address, source, about);
    if (!cited)
      records.add_source(std::move(source),
                         address.line);  // else it is the origin of the claims that cite it
  }
  for (const auto& claim : claims) records.add_claim(claim);
  return records.take();
}

}  // namespace

int sniff_signal_brief(std::string_view, std::string_view head) {
  const bool brief = has_heading(head, "signal brief");
  const bool evidence = has_heading(head, "evidence") && head.find("http") != std::string_view::npos;
  return brief && evidence                                                      ? 92
         : brief || (evidence && head.find("signal") != std::string_view::npos) ? 80
                                                                                : 0;
}

int order_signal_brief(std::string_view, std::string_view) { return 3; }

Result<std::unique_ptr<Adapter>> open_signal_brief(AdapterInput input) {
  return open_page(std::move(input), read_brief);
}

}  // namespace talentflow::ingest
