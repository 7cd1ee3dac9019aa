// The functions that read an edge's evidence.
#include <doctest/doctest.h>

#include "tests/unit/language/json.hpp"

namespace talentflow::query::test {
namespace {

graph::EdgeEvidence held(std::optional<Day> start, std::optional<Day> end, bool open = false) {
  graph::EdgeEvidence evidence;
  evidence.belief = 0.8;
  evidence.plausibility = 0.9;
  evidence.origins = 2;
  evidence.sources = 3;
  evidence.contested = true;
  if (start) {
    evidence.start = DayRange{*start, *start};
    evidence.start_date = Date::on(*start);
  }
  if (end) {
    evidence.end = DayRange{*end, *end};
    evidence.end_date = Date::on(*end);
  }
  evidence.end_open = open;
  return evidence;
}

std::shared_ptr<PlainView> careers() {
  auto view = std::make_shared<PlainView>();
  const auto person = view->add_node("p", {"Person"}, {});
  const auto org = view->add_node("o", {"Org"}, {});
  const auto add = [&](const char* id, std::optional<graph::EdgeEvidence> evidence) {
    const auto edge = view->add_edge(id, "WORKS_AT", person, org, {{"key", id}});
    if (evidence) view->set_evidence(edge, *evidence);
  };
  add("early", held(100, 200));
  add("late", held(300, 400));
  add("first", held(50, 120));
  add("open", held(150, std::nullopt, true));
  add("vague", held(std::nullopt, 150));
  graph::EdgeEvidence year = held(std::nullopt, std::nullopt);
  year.start_date = Date::in_year(1971);
  year.start = year.start_date.range;
  add("year", year);
  add("plain", std::nullopt);
  view->finish();
  return view;
}

std::string one(const std::string& expression, const std::string& key) {
  return rows_of(careers(), "MATCH ()-[e {key: '" + key + "'}]->() RETURN " + expression);
}

std::string two(const std::string& a, const std::string& b) {
  return rows_of(careers(), "MATCH ()-[e {key: '" + a + "'}]->() MATCH ()-[f {key: '" + b +
                                "'}]->() RETURN overlaps(e, f)");
}

}  // namespace

TEST_CASE("belief, origins and their like") {
  CHECK(one("belief(e), plausibility(e), origins(e), sources(e), contested(e)", "early") ==
        "[0.8, 0.9, 2, 3, true]\n");
  CHECK(one("claims(e)", "early") == "[[]]\n");
}

TEST_CASE("a plain edge has belief 1 and nothing else") {
  CHECK(one("belief(e), plausibility(e), origins(e), sources(e), contested(e), claims(e), precision(e), "
            "valid(e)",
            "plain") == "[1.0, null, null, null, null, null, null, null]\n");
  CHECK(two("plain", "early") == "[null]\n");
}

TEST_CASE("precision and validity") {
  CHECK(one("precision(e)", "open") == "[{\"end\": \"open\", \"start\": \"day\"}]\n");
  CHECK(one("precision(e)", "year") == "[{\"end\": \"unknown\", \"start\": \"year\"}]\n");
  CHECK(one("valid(e)", "year") ==
        "[{\"end\": null, \"start\": {\"earliest\": \"1971-01-01\", \"latest\": \"1971-12-31\"}}]\n");
  CHECK(one("valid(e)", "open") ==
        "[{\"end\": \"..\", \"start\": {\"earliest\": \"1970-05-31\", \"latest\": \"1970-05-31\"}}]\n");
}

TEST_CASE("overlaps is true, false, or null when the dates cannot tell") {
  CHECK(two("early", "late") == "[false]\n");
  CHECK(two("early", "open") == "[true]\n");
  CHECK(two("open", "late") == "[true]\n");
  CHECK(two("vague", "late") == "[false]\n");
  // Whatever ended on day 150 held the day before, and so did the early one; whether it held on day 119,
  // nobody says.
  CHECK(two("vague", "early") == "[true]\n");
  CHECK(two("vague", "first") == "[null]\n");
  CHECK(two("year", "late") == "[null]\n");
  CHECK(one("overlaps(e, null)", "early") == "[null]\n");
}

}  // namespace talentflow::query::test
