#include "doctest/doctest.h"
#include "ingest/text/amount.hpp"
#include "ingest/text/clauses.hpp"
#include "ingest/text/date_phrase.hpp"
#include "ingest/text/document.hpp"
#include "ingest/text/evidence.hpp"
#include "ingest/text/extractor.hpp"
#include "ingest/text/page_day.hpp"
#include "ingest/text/page_records.hpp"
#include "tests/unit/ingest/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::text;

namespace {

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& sentence : split_sentences(text)) out.emplace_back(sentence.text);
  return out;
}

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& token : tokenize(text, 0)) out.emplace_back(token.text);
  return out;
}

std::string amount(const std::string& text) {
  const auto tokens = tokenize(text, 0);
  const auto found = amount_at(tokens, 0);
  if (!found) return "none";
  return std::to_string(found->money.low) + ".." + std::to_string(found->money.high) + " " +
         found->money.currency + (found->approximate ? " about" : "") +
         (found->end == tokens.size() ? "" : " +");
}

std::string date(const std::string& text, const std::string& published = "2026-03-18") {
  const auto found = date_at(tokenize(text, 0), 0, *parse_date(published));
  return found ? to_string(found->date) : "none";
}

/// "rule: Subject RELATION Object [dates]" of every claim of a text published on a day.
std::string claims(const std::string& text, const std::string& published = "2026-03-18") {
  const MemoryLexicon lexicon;
  const Document document(text, *parse_date(published), lexicon);
  std::string out;
  for (const auto& claim : extract_claims(document)) {
    std::string line = claim.subject.name + (claim.denied ? " not " : " ") + claim.relation;
    if (claim.object) line += " " + claim.object->name;
    if (!claim.role.empty()) line += " as " + claim.role;
    if (claim.start.known()) line += " from " + to_string(claim.start);
    if (claim.end.known()) line += " to " + to_string(claim.end);
    if (!claim.cited.empty()) line += " by " + claim.cited;
    out += line + "\n";
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences: abbreviations, initials, addresses, several dots, line ends") {
  CHECK(sentences("Dr. Lin left. He joined Example Inc. in May. See https://x.org/a.b?c=d. for more.") ==
        Lines{"Dr. Lin left.", "He joined Example Inc. in May.", "See https://x.org/a.b?c=d. for more."});
  CHECK(sentences("One.. However, two... Three!\nFour") ==
        Lines{"One..", "However, two...", "Three!", "Four"});
  CHECK(sentences("J. Smith of the U.S. team went. \"Done.\" Next.") ==
        Lines{"J. Smith of the U.S. team went.", "\"Done.\"", "Next."});
  CHECK(sentences("林俊旸离职。他去了哪里？") == Lines{"林俊旸离职。", "他去了哪里？"});
  CHECK(split_sentences("It has...")[0].truncated);
  CHECK(split_sentences("a\n\nb")[1].line == 3);
}

TEST_CASE("tokens: genitives, hyphens, signs, money") {
  CHECK(words("Alibaba's Qwen\xE2\x80\x99s co-founder, -22% (~$2B)") ==
        Lines{"Alibaba", "'s", "Qwen", "\xE2\x80\x99s", "co-founder", ",", "-22", "%", "(", "~", "$", "2B",
              ")"});
  CHECK(words("30-90 day U.S. 1,234.5 x.ai") == Lines{"30-90", "day", "U.S.", "1,234.5", "x.ai"});
}

TEST_CASE("amounts") {
  CHECK(amount("several hundred million dollars") == "200000000..900000000 USD");
  CHECK(amount("~$2B") == "2000000000..2000000000 USD about");
  CHECK(amount("$14.3 billion") == "14300000000..14300000000 USD");
  CHECK(amount("more than 5 billion yuan") == "5000000000..5000000000 CNY about");
  CHECK(amount("\xE2\x82\xAC"
               "500m") == "500000000..500000000 EUR");
  CHECK(amount("tens of millions of dollars") == "none");
  CHECK(amount("a few million euros") == "2000000..5000000 EUR");
  CHECK(amount("US$75 million") == "75000000..75000000 USD");
  CHECK(amount("$124 million") == "124000000..124000000 USD");
  CHECK(amount("30 researchers") == "none");
  CHECK(amount("2026") == "none");
  const auto window = window_at(tokenize("30-90 day window", 0), 0);
  REQUIRE(window);
  CHECK(window->low == 30);
  CHECK(window->high == 90);
  CHECK(window_at(tokenize("three months", 0), 0)->low == 90);
  CHECK(percentage_at(tokenize("-22%", 0), 0)->value == -22.0);
}

TEST_CASE("dates against the day of publication (a Wednesday)") {
  CHECK(date("On June 17, 2026,") == "2026-06-17");
  CHECK(date("on 17 June 2026") == "2026-06-17");
  CHECK(date("in March 2008") == "2008-03");
  CHECK(date("2026-03-06") == "2026-03-06");
  CHECK(date("in 2020") == "2020");
  CHECK(date("mid-2024") == "2024");
  CHECK(date("on Monday") == "2026-03-16");
  CHECK(date("Wednesday") == "2026-03-18");
  CHECK(date("last month") == "2026-02");
  CHECK(date("last month", "2026-01-15") == "2025-12");
  CHECK(date("last year") == "2025");
  CHECK(date("last August") == "2025-08");
  CHECK(date("last February") == "2026-02");
  CHECK(date("yesterday") == "2026-03-17");
  CHECK(date("in the last months of 2023") == "2023");
  CHECK(date("may slow") == "none");
  CHECK(date("February 30, 2026") == "none");
  CHECK(to_string(days_before(*parse_date("2026-03-06"))) == "[2026-02-20..2026-03-05]");
  CHECK(to_string(until(*parse_date("2026-06"))) == "[..2026-06-30]");
}

TEST_CASE("jobs: appositions, titles before names, dates of a job") {
  CHECK(claims("Ann Example, former lead researcher of Acme's Blue AI models, spoke.") ==
        "Ann Example WORKS_AT Blue as lead researcher to [..2026-03-18]\n"
        "Blue PART_OF Acme\n");
  CHECK(claims("Acme hired Blue researcher Ann Example last month.") ==
        "Ann Example WORKS_AT Blue as researcher to 2026-02\n"
        "Ann Example JOINED Acme from 2026-02\n"
        "Ann Example LEFT Blue as researcher from 2026-02\n");
  CHECK(claims("Ann Example, Acme's CTO until September 2024, spoke.") ==
        "Ann Example WORKS_AT Acme as CTO to 2024-09\n"
        "Ann Example LEFT Acme as CTO from 2024-09\n");
}

TEST_CASE("datelines and ages are no names, and a sign may end one") {
  CHECK(claims("SAN FRANCISCO, May 28 (Reuters) - Acme hired Ann Example.") ==
        "Ann Example JOINED Acme from [..2026-03-18]\n");
  CHECK(claims("Acme (Oslo) - Ann Example joined Blue.") ==
        "Ann Example JOINED Blue from [..2026-03-18]\nAcme LOCATED_IN Oslo\n");
  CHECK(claims("At 18 Ann Example joined Acme in 2020.") == "Ann Example JOINED Acme from 2020\n");
  CHECK(claims("Ann Example joined Humans& in 2025.") == "Ann Example JOINED Humans& from 2025\n");
}

TEST_CASE("arrivals and departures: tense, denial, possibility, pronouns") {
  CHECK(claims("Ann Example joined Acme in July 2019.") == "Ann Example JOINED Acme from 2019-07\n");
  CHECK(claims("Ann Example did not join Acme.") == "Ann Example not JOINED Acme from 2026-03\n");
  CHECK(claims("Ann Example may join Acme.").empty());
  CHECK(claims("Acme invited Ann Example to join its board.") ==
        "Acme APPROACHED Ann Example from [..2026-03-18]\n");
  CHECK(claims("Ann Example works. She left Acme on Monday.") == "Ann Example LEFT Acme from 2026-03-16\n");
  CHECK(claims("Ann Example moved to London.").empty());
  CHECK(claims("Blue division head Ann Example resigned in China.") ==
        "Ann Example WORKS_AT Blue as division head to [..2026-03-18]\n"
        "Ann Example LEFT Blue as division head from [..2026-03-18]\n");
}

TEST_CASE("lists and several verbs share their subject") {
  CHECK(claims("Ann Example, Bob Sample and Cy Instance founded Acme in 2023.") ==
        "Ann Example FOUNDED Acme from 2023\n"
        "Bob Sample FOUNDED Acme from 2023\n"
        "Cy Instance FOUNDED Acme from 2023\n");
  CHECK(claims("Ann Example left Acme and joined Blue.") ==
        "Ann Example LEFT Acme from [..2026-03-18]\n"
        "Ann Example JOINED Blue from [..2026-03-18]\n");
  CHECK(claims("Acme was founded in 2023 by Ann Example and Bob Sample.") ==
        "Ann Example FOUNDED Acme from 2023\n"
        "Bob Sample FOUNDED Acme from 2023\n");
}

TEST_CASE("money: rounds, investors, takeovers, price changes") {
  CHECK(claims("Acme raised $6 million in 2024.") == "Acme RAISED from 2024\n");
  CHECK(claims("Acme has acquired Blue.") == "Acme ACQUIRED Blue from 2026-03\n");
  CHECK(claims("Blue was bought by Acme on Monday.") == "Acme ACQUIRED Blue from 2026-03-16\n");
  CHECK(claims("Shares of nothing fell. Acme fell 5% over the past 30 days.") ==
        "Acme PRICE_CHANGE to 2026-03-18\n");
}

TEST_CASE("who is cited is the origin; a claim said twice is one claim") {
  CHECK(claims("On March 2, 2026, Daily Planet reported that Ann Example has founded a new AI lab.") ==
        "Ann Example FOUNDED unnamed ai lab (founded by Ann Example) from [..2026-03-18] by Daily Planet\n");
  CHECK(claims("Ann Example joined Acme. Ann Example joined Acme.") ==
        "Ann Example JOINED Acme from [..2026-03-18]\n");
}

TEST_CASE("evidence: tags, classes, searches, publishers") {
  const auto addresses = addresses_of(
      "- https://www.example.com/news/a.htmlweb\n- https://ir.example.com/homeweb\n"
      "- https://x.hk/search?stock_id=09988&from_date=20260615&to_date=20260616web\n- "
      "https://data.sec.gov/x.jsonedgar\n");
  REQUIRE(addresses.size() == 4);
  CHECK(addresses[0].url == "https://www.example.com/news/a.html");
  CHECK(addresses[0].host == "example.com");
  CHECK(source_class_of(addresses[0]) == "outlet");
  CHECK(source_class_of(addresses[1]) == "company");
  CHECK(source_class_of(addresses[2]) == "filing");
  CHECK(source_class_of(addresses[3]) == "filing");
  CHECK(*search_days(addresses[2]) == std::pair<std::string, std::string>("2026-06-15", "2026-06-16"));
  CHECK_FALSE(search_days(addresses[0]));
  CHECK(addresses_of("https://example.com/theweb\nhttps://example.org/x\n")[0].url ==
        "https://example.com/theweb");
  CHECK(host_of_publisher("theexample.com", "The Example"));
  CHECK(host_of_publisher("eu.36kr.com", "36Kr"));
  CHECK_FALSE(host_of_publisher("other.com", "The Example"));
}

TEST_CASE("the same text is the same page; boilerplate is blanked, offsets stay") {
  CHECK(page_id("a") == page_id("a"));
  CHECK(page_id("a") != page_id("b"));
  const std::string text = "One.\nAlready have an account? Sign in\nTwo.";
  CHECK(without_boilerplate(text).size() == text.size());
  CHECK(without_boilerplate(text).find("Sign in") == std::string::npos);
  CHECK(to_string(latest_day("On 2026-03-06 and June 1, 2025.")) == "2026-03-06");
}
