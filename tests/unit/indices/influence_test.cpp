// The influence of single claims, against a store in which the claim was never told.
#include "graph/flow/influence.hpp"

#include <map>
#include <random>

#include "graph/flow/flow.hpp"
#include "tests/unit/view/story.hpp"

namespace talentflow::graph {
namespace {

Budget plenty() { return Budget(Limits{}, nullptr); }

Question china_and_us() {
  Question question;
  Term china, us;
  china.kind = us.kind = Term::Kind::countries;
  china.countries = {{'C', 'N'}};
  us.countries = {{'U', 'S'}};
  question.first.terms = {china};
  question.second.terms = {us};
  question.uncertainty = question.keep_moves = false;
  return question;
}

std::vector<RecordContent> firms() {
  return {entity("org/cn", "Company", "East", {{"country", Value(std::string("CN"))}}),
          entity("org/cn2", "Company", "Far East", {{"country", Value(std::string("CN"))}}),
          entity("org/us", "Company", "West", {{"country", Value(std::string("US"))}}),
          entity("person/ann", "Person", "Ann"),
          entity("person/0", "Person", "Bo"),
          entity("person/1", "Person", "Cy"),
          entity("person/2", "Person", "Di"),
          entity("person/3", "Person", "Ed"),
          source("s/1", "Wire", "A"),
          source("s/2", "Daily", "B")};
}

struct Counts {
  std::int64_t inflow = 0, outflow = 0;
  bool operator==(const Counts&) const = default;
};

Counts counted(const std::vector<RecordContent>& told) {
  Story story;
  auto records = firms();
  records.insert(records.end(), told.begin(), told.end());
  story.load(records);
  Budget budget = plenty();
  const auto answer = flow(*story.view(), china_and_us(), budget);
  REQUIRE(answer.ok());
  Counts counts;
  for (const Cell& cell : answer->cells) {
    counts.inflow += cell.inflow;
    counts.outflow += cell.outflow;
  }
  return counts;
}

TEST_CASE("the one claim that a return hangs on turns the sign, and stands first") {
  Story story;
  auto records = firms();
  records.push_back(claim("a1", "person/ann", "WORKS_AT", "org/us", "s/1", "2010-01-01", "2015-01-01"));
  records.push_back(claim("a1b", "person/ann", "WORKS_AT", "org/us", "s/2", "2010-01-01", "2015-01-01"));
  records.push_back(claim("a2", "person/ann", "WORKS_AT", "org/cn", "s/1", "2015-01-01", "2018-01-01"));
  story.load(records);
  const auto view = story.view();
  Budget budget = plenty();
  const auto found = influence(*view, china_and_us(), budget);
  REQUIRE(found.ok());
  CHECK(found->inflow == 1);
  CHECK(found->outflow == 0);
  CHECK(found->persons == 1);
  CHECK(found->tried == 3);
  REQUIRE(found->claims.size() == 1);  // the two pages about the first post back each other up
  CHECK(view->claim(found->claims[0].claim).claim.id == "a2");
  CHECK(found->claims[0].inflow == -1);
  CHECK(turns_sign(1, 0));
  CHECK_FALSE(turns_sign(2, 1));
}

TEST_CASE("random histories: each claim's influence is what a store without it would answer") {
  std::mt19937 random(11);
  for (int round = 0; round < 12; ++round) {
    std::vector<RecordContent> told;
    std::vector<std::string> ids;
    for (int i = 0; i < 14; ++i) {
      const std::string person = "person/" + std::to_string(random() % 4);
      static const char* const kFirms[] = {"org/cn", "org/cn2", "org/us"};
      const auto year = 2008 + random() % 10;
      ids.push_back("c" + std::to_string(i));
      told.push_back(claim(ids.back(), person, random() % 4 == 0 ? "JOINED" : "WORKS_AT",
                           kFirms[random() % 3], random() % 2 == 0 ? "s/1" : "s/2", std::to_string(year),
                           std::to_string(year + random() % 4)));
      if (std::get<ClaimRecord>(told.back()).relation == "JOINED")
        std::get<ClaimRecord>(told.back()).end.clear();
    }
    Story story;
    auto records = firms();
    records.insert(records.end(), told.begin(), told.end());
    story.load(records);
    const auto view = story.view();
    Budget budget = plenty();
    const auto found = influence(*view, china_and_us(), budget);
    REQUIRE(found.ok());
    const Counts whole = counted(told);
    CHECK(found->inflow == whole.inflow);
    CHECK(found->outflow == whole.outflow);
    std::map<std::string, Counts> changes;
    for (const ClaimInfluence& one : found->claims)
      changes[view->claim(one.claim).claim.id] = {one.inflow, one.outflow};
    for (std::size_t i = 0; i < told.size(); ++i) {
      auto without = told;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      const Counts left = counted(without);
      CHECK(changes[ids[i]] == Counts{left.inflow - whole.inflow, left.outflow - whole.outflow});
    }
  }
}

TEST_CASE("a claim that alone says who owns a lab moves everybody who works there") {
  auto records = firms();
  records.push_back(entity("org/lab", "Lab", "The lab"));
  records.push_back(entity("org/cn", "Company", "East", {{"hq_country", Value(std::string("CN"))}}));
  records.push_back(entity("org/us", "Company", "West", {{"hq_country", Value(std::string("US"))}}));
  records.push_back(claim("b1", "person/ann", "WORKS_AT", "org/us", "s/1", "2010-01-01", "2015-01-01"));
  records.push_back(claim("b2", "person/ann", "WORKS_AT", "org/us", "s/2", "2010-01-01", "2015-01-01"));
  records.push_back(claim("b3", "person/ann", "WORKS_AT", "org/lab", "s/1", "2015-01-01", "2018-01-01"));
  records.push_back(claim("b4", "person/ann", "WORKS_AT", "org/lab", "s/2", "2015-01-01", "2018-01-01"));
  records.push_back(claim("p1", "org/lab", "PART_OF", "org/cn", "s/1", "", ""));
  Question question = china_and_us();
  question.location = Location::owner;
  const auto influential = [&](const std::vector<RecordContent>& told) {
    Story story;
    story.load(told);
    const auto view = story.view();
    Budget budget = plenty();
    const auto found = influence(*view, question, budget);
    REQUIRE(found.ok());
    CHECK(found->inflow == 1);
    std::vector<std::string> ids;
    for (const ClaimInfluence& one : found->claims) {
      CHECK(one.person == 0);
      CHECK(one.inflow == -1);
      ids.push_back(view->claim(one.claim).claim.id);
    }
    return std::pair(ids, found->recounts);
  };
  CHECK(influential(records) == std::pair(std::vector<std::string>{"p1"}, std::uint64_t{1}));
  records.push_back(claim("p2", "org/lab", "PART_OF", "org/cn", "s/2", "", ""));
  CHECK(influential(records) == std::pair(std::vector<std::string>{}, std::uint64_t{0}));
}

}  // namespace
}  // namespace talentflow::graph
