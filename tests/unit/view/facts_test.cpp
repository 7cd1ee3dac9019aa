// Facts by hand: what claims add up to, what stays apart, what is contested.
#include "tests/unit/view/story.hpp"

namespace talentflow::graph {
namespace {

std::vector<RecordContent> cast() {
  return {entity("person/a", "Person", "Ann Able"),
          entity("org/x", "Company", "Xeno"),
          entity("org/y", "Lab", "Ypsilon"),
          source("s/1", "One", "B"),
          source("s/2", "Two", "C"),
          source("s/3", "Three", "C")};
}

struct Stage : Story {
  explicit Stage(std::vector<RecordContent> more) {
    auto records = cast();
    records.insert(records.end(), more.begin(), more.end());
    load(records);
  }
};

TEST_CASE("claims of independent publishers fuse into one fact") {
  Stage stage({claim("c1", "org/x", "INVESTED_IN", "org/y", "s/1", "2024-05"),
               claim("c2", "org/x", "invested_in", "org/y", "s/2", "2024-05-10")});
  const auto view = stage.view();
  const EdgeNumber edge = edge_between(*view, "org/x", "INVESTED_IN", "org/y");
  const EdgeEvidence evidence = view->evidence(edge);
  CHECK(evidence.belief == doctest::Approx(1 - 0.2 * 0.4));
  CHECK(evidence.origins == 2);
  CHECK(evidence.sources == 2);
  CHECK_FALSE(evidence.contested);  // a day within the month is the same date, told better
  CHECK(to_string(evidence.start_date) == "2024-05-10");
  CHECK(property(*view, edge, "start") == Value(Date::on(to_day({2024, 5, 10}))));
  CHECK(property(*view, edge, "origins") == Value(2));
  CHECK(property(*view, edge, "confidence") == Value(0.92));  // not 0.9200000166893005
  CHECK(property(*view, edge, "end").is_null());
  CHECK(claim_ids(*view, edge) == std::vector<std::string>{"c1", "c2"});
}

TEST_CASE("copies of one origin count once") {
  Stage stage({source("s/root", "Root", "A"), source("s/copy1", "One", "D", "s/root"),
               source("s/copy2", "Two", "D", "s/copy1"),
               claim("c1", "org/x", "INVESTED_IN", "org/y", "s/copy1"),
               claim("c2", "org/x", "INVESTED_IN", "org/y", "s/copy2")});
  const auto view = stage.view();
  const EdgeNumber edge = edge_between(*view, "org/x", "INVESTED_IN", "org/y");
  CHECK(view->evidence(edge).origins == 1);
  CHECK(view->evidence(edge).sources == 2);
  CHECK(view->evidence(edge).belief == doctest::Approx(0.95));  // with the root's own grade
  CHECK(view->claims(edge)[1].root_publisher == "Root");
  CHECK(view->claims(edge)[1].origin == "s/copy1");
}

TEST_CASE("pages that copy each other in a circle are one origin") {
  Stage stage({source("s/p", "P", "", "s/q"), source("s/q", "Q", "", "s/p"),
               claim("c1", "org/x", "ACQUIRED", "org/y", "s/p"),
               claim("c2", "org/x", "ACQUIRED", "org/y", "s/q")});
  const auto view = stage.view();
  CHECK(view->evidence(edge_between(*view, "org/x", "ACQUIRED", "org/y")).origins == 1);
}

TEST_CASE("a denial joins the fact that it denies") {
  Stage stage({claim("c1", "org/x", "ACQUIRED", "org/y", "s/1", "2025"),
               denial(claim("c2", "org/x", "ACQUIRED", "org/y", "s/2"))});
  const auto view = stage.view();
  const EdgeNumber edge = edge_between(*view, "org/x", "ACQUIRED", "org/y");
  const double s = 0.8, d = 0.6;
  CHECK(view->evidence(edge).belief == doctest::Approx(s * (1 - d) / (1 - s * d)));
  CHECK(view->evidence(edge).contested);
  CHECK(view->evidence(edge).sources == 1);
  CHECK(view->claims(edge).size() == 2);
}

TEST_CASE("what is only denied is no edge, and can still be asked for") {
  Stage stage({denial(claim("c1", "org/x", "ACQUIRED", "org/y", "s/1"))});
  const auto view = stage.view();
  CHECK(edges_between(*view, "org/x", "ACQUIRED", "org/y").empty());
  const auto about = view->claims_about(*view->find_node("org/x"));
  REQUIRE(about.size() == 1);
  CHECK(view->claim(about[0]).claim.id == "c1");
  CHECK(view->claims_naming(*view->find_node("org/y")) == about);
}

TEST_CASE("periods that certainly lie apart are two facts") {
  Stage stage({claim("c1", "person/a", "ADVISES", "org/x", "s/1", "2010", "2012"),
               claim("c2", "person/a", "ADVISES", "org/x", "s/2", "2015", "..")});
  const auto view = stage.view();
  const auto edges = edges_between(*view, "person/a", "ADVISES", "org/x");
  REQUIRE(edges.size() == 2);
  CHECK(view->edge_id(edges[0]) != view->edge_id(edges[1]));
  CHECK(to_string(view->evidence(edges[0]).end_date) == "2012");
  CHECK(view->evidence(edges[1]).end_open);
  CHECK_FALSE(view->evidence(edges[0]).contested);
}

TEST_CASE("periods that may touch are one fact") {
  Stage stage({claim("c1", "person/a", "ADVISES", "org/x", "s/1", "2010", "2012"),
               claim("c2", "person/a", "ADVISES", "org/x", "s/2", "2012", "2014")});
  CHECK(edges_between(*stage.view(), "person/a", "ADVISES", "org/x").size() == 1);
}

TEST_CASE("yearly counts are a fact a year") {
  Stage stage({claim("c1", "org/x", "OBSERVED_FLOW", "org/y", "s/1", "1998", "1998"),
               claim("c2", "org/x", "OBSERVED_FLOW", "org/y", "s/1", "1999", "1999")});
  CHECK(edges_between(*stage.view(), "org/x", "OBSERVED_FLOW", "org/y").size() == 2);
}

TEST_CASE("rival days of one departure are one contested fact, led by the better supported") {
  Stage stage({claim("c1", "person/a", "LEFT", "org/x", "s/1", "2026-03-04"),
               claim("c2", "person/a", "LEFT", "org/x", "s/2", "2026-03-03"),
               claim("c3", "person/a", "LEFT", "org/x", "s/3", "2026-03-03")});
  const auto view = stage.view();
  const EdgeNumber edge = edge_between(*view, "person/a", "LEFT", "org/x");
  CHECK(view->evidence(edge).contested);
  CHECK(to_string(view->evidence(edge).start_date) == "2026-03-03");  // 1 - .4 * .4 against .8
}

TEST_CASE("amounts that do not overlap are rivals") {
  ClaimRecord low = claim("c1", "org/x", "RAISED", "", "s/1", "2026");
  low.amount_low = "200000000";
  low.amount_high = "900000000";
  low.currency = "USD";
  ClaimRecord within = claim("c2", "org/x", "RAISED", "", "s/2", "2026");
  within.amount_low = within.amount_high = "500000000";
  within.currency = "USD";
  ClaimRecord beyond = claim("c3", "org/x", "RAISED", "", "s/3", "2026");
  beyond.amount_low = beyond.amount_high = "1000000000";
  beyond.currency = "USD";
  {
    Stage stage({low, within});
    const auto view = stage.view();
    const EdgeNumber edge = edge_between(*view, "org/x", "RAISED", "org/x");  // a statement about itself
    CHECK_FALSE(view->evidence(edge).contested);
    CHECK(property(*view, edge, "amount") == Value(MoneyRange{200000000, 900000000, "USD"}));
  }
  Stage stage({low, within, beyond});
  const auto view = stage.view();
  CHECK(view->evidence(edge_between(*view, "org/x", "RAISED", "org/x")).contested);
}

TEST_CASE("data properties win over derived ones and stay apart from them") {
  ClaimRecord record = claim("c1", "org/x", "INVESTED_IN", "org/y", "s/1", "2024");
  record.properties = {{"round", "A"}, {"confidence", "high"}};
  record.role = "lead investor";
  Stage stage({record});
  const auto view = stage.view();
  const EdgeNumber edge = edge_between(*view, "org/x", "INVESTED_IN", "org/y");
  CHECK(property(*view, edge, "confidence") == Value("high"));
  CHECK(property(*view, edge, "round") == Value("A"));
  CHECK(property(*view, edge, "role") == Value("lead investor"));
  CHECK(property(*view, edge, "plausibility") == Value(1.0));
  CHECK(property(*view, edge, "nothing").is_null());
  const Properties data = view->edge_properties(edge);
  CHECK(data.size() == 2);
}

TEST_CASE("posts become stints; joining and leaving stay facts beside them") {
  Stage stage({claim("c1", "person/a", "JOINED", "org/x", "s/1", "2020-02-01"),
               claim("c2", "person/a", "LEFT", "org/x", "s/1", "2023-05-01"),
               claim("c3", "person/a", "works_at", "org/y", "s/2", "2023-06-01", "..")});
  const auto view = stage.view();
  const EdgeNumber stint = edge_between(*view, "person/a", "WORKS_AT", "org/x");
  CHECK(to_string(view->evidence(stint).start_date) == "2020-02-01");
  CHECK(to_string(view->evidence(stint).end_date) == "2023-05-01");
  CHECK(edges_between(*view, "person/a", "JOINED", "org/x").size() == 1);
  CHECK(edges_between(*view, "person/a", "LEFT", "org/x").size() == 1);
  const EdgeNumber move = edge_between(*view, "org/x", "MOVED", "org/y");
  CHECK(property(*view, move, "person") == Value("person/a"));
  CHECK(property(*view, move, "date") == Value(Date::on(to_day({2023, 6, 1}))));
  CHECK(property(*view, move, "assumed") == Value(false));
  CHECK(view->node_id(view->evidence(move).person) == "person/a");
  CHECK(claim_ids(*view, move) == std::vector<std::string>{"c1", "c2", "c3"});
  CHECK(view->evidence(move).origins == 2);
  const std::size_t row =
      view->careers().first[view->careers().find(view->entity_of(*view->find_node("person/a")))];
  CHECK(view->edge_of_stint(row) == stint);
}

TEST_CASE("a second joining after a departure is a second fact") {
  Stage stage({claim("c1", "person/a", "JOINED", "org/x", "s/1", "2010-02-01"),
               claim("c2", "person/a", "LEFT", "org/x", "s/1", "2012-05-01"),
               claim("c3", "person/a", "JOINED", "org/x", "s/2", "2018-06-01"),
               claim("c4", "person/a", "LEFT", "org/x", "s/2", "2021-06-01")});
  const auto view = stage.view();
  CHECK(edges_between(*view, "person/a", "WORKS_AT", "org/x").size() == 2);
  CHECK(edges_between(*view, "person/a", "JOINED", "org/x").size() == 2);
  CHECK(edges_between(*view, "person/a", "LEFT", "org/x").size() == 2);
}

TEST_CASE("studying is a fact, not a post") {
  Stage stage({claim("c1", "person/a", "STUDIED_AT", "org/x", "s/1", "2010", "2014")});
  const auto view = stage.view();
  CHECK(edges_between(*view, "person/a", "STUDIED_AT", "org/x").size() == 1);
  CHECK(edges_between(*view, "person/a", "WORKS_AT", "org/x").empty());
  REQUIRE(view->careers().rows.size() == 1);
  CHECK(view->edge_of_stint(0) == kNoEdge);
}

TEST_CASE("edge ids do not depend on what else is stored") {
  const auto the_claim = claim("c1", "org/x", "INVESTED_IN", "org/y", "s/1", "2024");
  Stage one({the_claim});
  Stage two(
      {claim("c0", "person/a", "ADVISES", "org/x", "s/1"), entity("org/0", "Company", "Zero"), the_claim});
  const auto first = one.view(), second = two.view();
  CHECK(first->edge_id(edge_between(*first, "org/x", "INVESTED_IN", "org/y")) ==
        second->edge_id(edge_between(*second, "org/x", "INVESTED_IN", "org/y")));
}

}  // namespace
}  // namespace talentflow::graph
