// Columns kept beside the claims, and careers brought up to date: the same graph, with less work.
#include "graph/snapshot/kept.hpp"

#include <random>

#include "graph/snapshot/default_careers.hpp"
#include "graph/snapshot/identity.hpp"
#include "tests/unit/view/dump.hpp"
#include "tests/unit/view/story.hpp"

namespace talentflow::graph {
namespace {

/// A store of some thousand persons, enough to be kept.
class Crowd : public Story {
 public:
  Crowd() {
    std::vector<RecordContent> records;
    for (int i = 0; i < 50; ++i)
      records.emplace_back(entity("org/" + std::to_string(i), i % 2 == 0 ? "Lab" : "Company",
                                  "Org " + std::to_string(i), {{"country", i % 3 == 0 ? "CN" : "US"}}));
    for (int i = 0; i < 20; ++i)
      records.emplace_back(
          source("s/" + std::to_string(i), "Pub " + std::to_string(i % 7), "B", "", "2024-01-01"));
    for (int i = 0; i < 6'000; ++i) {
      const std::string person = "person/" + std::to_string(i);
      records.emplace_back(entity(person, "Person", "Person " + std::to_string(i)));
      for (int k = 0; k < 3; ++k) records.emplace_back(post(person, 2010 + 3 * k));
    }
    records.emplace_back(withdrawal("w", "c7"));
    records.emplace_back(denial(claim("no", "person/3", "WORKS_AT", "org/1", "s/1")));
    load(records);
  }

  ClaimRecord post(const std::string& person, int year) {
    ClaimRecord record =
        claim("c" + std::to_string(++last_), person, "WORKS_AT", "org/" + std::to_string(random_() % 50),
              "s/" + std::to_string(random_() % 20), std::to_string(year),
              random_() % 3 == 0 ? ".." : std::to_string(year + 1 + static_cast<int>(random_() % 3)));
    record.role = random_() % 2 == 0 ? "researcher" : "engineer";
    return record;
  }

 private:
  std::mt19937 random_{3};
  int last_ = 0;
};

std::uint64_t persons_fused(const Snapshot& snapshot) {
  const auto selection = select_known(snapshot, {});
  const Descriptions descriptions(snapshot, selection->descriptions, {});
  const auto sources = SourceTable::build(snapshot, *selection, descriptions);
  const auto representative = merged_entities(snapshot, *selection, *sources);
  return default_careers(snapshot, *selection, *sources, representative, 1)->persons_fused;
}

TEST_CASE("what is kept is read again without a look at the claims, and gives the same graph") {
  Crowd crowd;
  auto first = crowd.snapshot();
  CHECK(first->work().claims_read == first->claim_count());
  const std::string graph = dump(*make_view(first, {}).value());
  REQUIRE(keep_derived(crowd.store(), *first).ok());
  CHECK_FALSE(keep_snapshot(crowd.store(), *first).value());  // nothing new

  const auto second = crowd.snapshot();
  CHECK(second->work().claims_read == 0);
  CHECK(second->work().entities_read == 0);
  CHECK(second->claim_count() == first->claim_count());
  CHECK(persons_fused(*second) == 0);
  CHECK(dump(*make_view(second, {}).value()) == graph);
  Reading early;
  early.as_of = at("2020-01-01");
  CHECK(dump(*make_view(second, early).value()) == dump(*make_view(first, early).value()));

  crowd.load({crowd.post("person/77", 2021)});
  const auto third = crowd.snapshot();
  CHECK(third->work().claims_read == 1);
  CHECK(persons_fused(*third) == 1);
}

TEST_CASE("forgetting drops what is kept") {
  Crowd crowd;
  const auto first = crowd.snapshot();
  REQUIRE(make_view(first, {}).ok());
  REQUIRE(keep_derived(crowd.store(), *first).ok());
  REQUIRE(crowd.store().forget(first->row(first->find(200)).subject).ok());
  const auto second = crowd.snapshot();
  CHECK(second->work().claims_read > 20'000);
  CHECK(second->claim_count() < first->claim_count());
}

TEST_CASE("one more claim: one person is fused again, and the graph is that of a store read anew") {
  Crowd crowd;
  auto snapshot = crowd.snapshot();
  CHECK(persons_fused(*snapshot) == 6'000);
  const auto advance = [&] { snapshot = snapshot->advance().value(); };
  const auto anew = [&] { return dump(*crowd.view()); };
  const auto updated = [&] { return dump(*make_view(snapshot, {}).value()); };

  crowd.load({crowd.post("person/5", 2020), crowd.post("person/5999", 2022)});
  advance();
  CHECK(persons_fused(*snapshot) == 2);
  CHECK(updated() == anew());

  crowd.load({entity("person/new", "Person", "New"), source("s/new", "New", "A", "s/1"),
              claim("n1", "person/new", "JOINED", "org/1", "s/new", "2020"),
              entity("org/3", "Company", "Renamed", {{"country", "FR"}})});
  advance();
  CHECK(persons_fused(*snapshot) == 1);
  CHECK(updated() == anew());

  SUBCASE("a withdrawal reaches further") {
    crowd.load({withdrawal("w2", "c100")});
    advance();
    CHECK(persons_fused(*snapshot) == 6'001);
    CHECK(updated() == anew());
  }
  SUBCASE("so does another description of a cited source") {
    crowd.load({source("s/2", "Pub 1", "D", "s/1")});
    advance();
    CHECK(persons_fused(*snapshot) == 6'001);
    CHECK(updated() == anew());
  }
  SUBCASE("and a merge") {
    crowd.load({claim("m", "person/1", "SAME_AS", "person/2", "s/1")});
    advance();
    CHECK(persons_fused(*snapshot) == 6'000);
    CHECK(updated() == anew());
    crowd.load({crowd.post("person/2", 2023)});
    advance();
    CHECK(updated() == anew());
  }
  SUBCASE("and a withdrawn load") {
    REQUIRE(crowd.store().withdraw_load(2).ok());
    CHECK(updated() == anew());
  }
}

}  // namespace
}  // namespace talentflow::graph
