#include "graph/career/organisation_moves.hpp"

#include <doctest/doctest.h>

namespace talentflow::graph {
namespace {

// organisations: 1 Alibaba, 2 Qwen (a part of 1), 3 DAMO (a part of 1), 4 Meta, 5 Manus (bought by Meta on
// day 5000), 6 a firm that was renamed to 7
Organisations organisations() {
  Organisations all;
  all.country.resize(8);
  all.hq_country.resize(8);
  const DayRange always{kMinDay, kMaxDay};
  all.memberships = {
      {2, 1, always, false}, {3, 1, always, false}, {5, 4, {5000, kMaxDay}, true}, {6, 7, always, false}};
  return all;
}

StintRow held(EntityNumber organisation, Day start, std::optional<Day> end = {}, float belief = 1.0F) {
  StintRow row;
  row.organisation = organisation;
  row.start_low = row.start_high = start;
  row.flags = StintRow::start_known;
  if (end) {
    row.end_low = row.end_high = *end;
    row.flags |= StintRow::end_known;
  }
  row.belief = belief;
  return row;
}

struct Fixture {
  Organisations all = organisations();
  Ownership ownership{all};
  std::vector<OrganisationMove> moves(std::vector<StintRow> rows, Rules rules = {}) {
    OrganisationMover mover(ownership, rules);
    const auto found = mover.moves(rows);
    return {found.begin(), found.end()};
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "owners as of the day") {
  CHECK(ownership.root(2, 100) == 1);
  CHECK(ownership.root(5, 4999) == 5);
  CHECK(ownership.root(5, 5000) == 4);
  CHECK(ownership.within(5, 4, 6000));
  CHECK_FALSE(ownership.within(5, 4, 100));
  CHECK(ownership.ever_within(1) == std::vector<EntityNumber>{1, 2, 3});
  CHECK(ownership.root(700, 0) == 700);  // an organisation that nothing is known of
}

TEST_CASE("circles of owners end") {
  Organisations all;
  all.memberships = {{1, 2, {kMinDay, kMaxDay}, false}, {2, 1, {kMinDay, kMaxDay}, false}};
  const Ownership ownership(all);
  CHECK(ownership.root(1, 0) == 2);
  CHECK(ownership.within(1, 2, 0));
  CHECK_FALSE(ownership.within(1, 3, 0));
}

TEST_CASE_FIXTURE(Fixture, "a step between organisations is a move, with the posts at its ends") {
  const auto found = moves({held(2, 1000, 2000), held(4, 2010)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].origin == 2);
  CHECK(found[0].destination == 4);
  CHECK(found[0].origin_row == 0);
  CHECK(found[0].destination_row == 1);
  CHECK(found[0].date == DayRange{2010, 2010});
  CHECK_FALSE(found[0].assumed);
}

TEST_CASE_FIXTURE(Fixture, "inside one tree, by a rename or a merger nobody moves") {
  CHECK(moves({held(2, 1000, 2000), held(3, 2010)}).empty());
  CHECK(moves({held(1, 1000, 2000), held(2, 2010)}).empty());
  CHECK(moves({held(6, 1000, 2000), held(7, 2010)}).empty());
  CHECK(moves({held(5, 4000, 5500), held(4, 5500)}).empty());      // Manus was Meta's by then
  CHECK(moves({held(5, 3000, 4000), held(4, 4000)}).size() == 1);  // but not yet here
}

TEST_CASE_FIXTURE(Fixture, "only the most likely world, no studies") {
  CHECK(moves({held(1, 1000, 2000), held(4, 2000, {}, 0.49F)}).empty());
  StintRow study = held(1, 1000, 2000);
  study.flags |= StintRow::study;
  CHECK(moves({study, held(4, 2000)}).empty());
  Rules rules;
  rules.study = true;
  CHECK(moves({study, held(4, 2000)}, rules).size() == 1);
}

}  // namespace talentflow::graph
