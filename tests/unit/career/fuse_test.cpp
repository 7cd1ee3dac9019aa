#include "graph/career/fuse.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "graph/career/careers.hpp"

namespace talentflow::graph {
namespace {

Date date(const char* text) { return *parse_date(text); }
Day day(const char* text) { return date(text).range.low; }

/// Claims are numbered in order; each has its own source and publisher unless said otherwise.
struct Telling {
  std::vector<CareerClaim> claims;

  CareerClaim& add(CareerMeaning meaning, const char* start, const char* end, float strength) {
    CareerClaim claim;
    claim.organisation = 1;
    claim.meaning = meaning;
    claim.start = date(start);
    claim.end = date(end);
    const auto number = static_cast<std::uint32_t>(claims.size() + 1);
    claim.evidence = {number, number, number, strength, false, Status::reported};
    claims.push_back(claim);
    return claims.back();
  }
  CareerClaim& post(const char* start, const char* end, float strength = 0.8F) {
    return add(CareerMeaning::post, start, end, strength);
  }
  CareerClaim& joined(const char* when, float strength = 0.8F) {
    return add(CareerMeaning::begins, when, "", strength);
  }
  CareerClaim& left(const char* when, float strength = 0.8F) {
    return add(CareerMeaning::ends, when, "", strength);
  }
  CareerClaim& founded(const char* when, float strength = 0.8F) {
    return add(CareerMeaning::founds, when, "", strength);
  }
  std::vector<Stint> fuse() const { return graph::fuse(7, claims); }
  Stint one() const {
    const auto stints = fuse();
    REQUIRE(stints.size() == 1);
    return stints.front();
  }
};

}  // namespace

TEST_CASE_FIXTURE(Telling, "JOINED and LEFT make one stint with both bounds") {
  joined("2024-05-01");
  left("2026-03-04");
  const Stint stint = one();
  CHECK(stint.starts.front().range == DayRange{day("2024-05-01"), day("2024-05-01")});
  CHECK(stint.ends.front().range == DayRange{day("2026-03-04"), day("2026-03-04")});
  CHECK(stint.belief == doctest::Approx(0.96));                    // leaving also says that the post was held
  CHECK(stint.ends.front().share == doctest::Approx(0.8 / 0.96));  // but only one claim says that it ended
  CHECK(stint.ends.back().known == false);
  CHECK_FALSE(stint.contested);
  CHECK(stint.origins == 2);
  CHECK(stint.claims == std::vector<ClaimNumber>{1, 2});
}

TEST_CASE_FIXTURE(Telling, "a period states its end itself") {
  post("2018", "2020");
  const Stint stint = one();
  CHECK(stint.ends.size() == 1);
  CHECK(stint.ends.front().share == 1.0);
}

TEST_CASE_FIXTURE(Telling, "periods that certainly lie apart are two episodes") {
  post("2010", "2012");
  post("2015", "2018");
  const auto stints = fuse();
  REQUIRE(stints.size() == 2);
  CHECK(stints[0].episode == 0);
  CHECK(stints[1].episode == 1);
  CHECK(stints[1].starts.front().range.low == day("2015-01-01"));
}

TEST_CASE_FIXTURE(Telling, "left, then joined again: two episodes, each event where it belongs") {
  joined("2025-03");
  left("2024-07");
  left("2026-01");
  joined("2019");
  const auto stints = fuse();
  REQUIRE(stints.size() == 2);
  CHECK(stints[0].claims == std::vector<ClaimNumber>{2, 4});
  CHECK(stints[1].claims == std::vector<ClaimNumber>{1, 3});
}

TEST_CASE_FIXTURE(Telling, "rival starts share the belief by their support") {
  joined("2019", 0.6F);
  joined("2022", 0.2F);
  const Stint stint = one();
  REQUIRE(stint.starts.size() == 2);
  CHECK(stint.starts[0].range.low == day("2019-01-01"));
  CHECK(stint.starts[0].share == doctest::Approx(0.75));
  CHECK(stint.contested);
}

TEST_CASE_FIXTURE(Telling, "a year and a month within it are no rivals") {
  joined("2019");
  joined("2019-07");
  const Stint stint = one();
  REQUIRE(stint.starts.size() == 1);
  CHECK(to_string(stint.starts[0].stated) == "2019-07");
  CHECK_FALSE(stint.contested);
}

TEST_CASE_FIXTURE(Telling, "copies of one publisher count once") {
  joined("2019", 0.6F);
  joined("2022", 0.6F);
  joined("2022", 0.6F).evidence.root_publisher = 2;
  const Stint stint = one();
  CHECK(stint.origins == 2);
  CHECK(stint.sources == 3);
  CHECK(stint.starts[0].share == doctest::Approx(0.5));
}

TEST_CASE_FIXTURE(Telling, "two periods that go on from each other bound one stint") {
  post("2010", "2015");
  post("2015", "2020");
  const Stint stint = one();
  REQUIRE(stint.starts.size() == 1);
  REQUIRE(stint.ends.size() == 1);
  CHECK(stint.starts[0].range.low == day("2010-01-01"));
  CHECK(stint.ends[0].range.high == day("2021-01-01"));
  CHECK_FALSE(stint.contested);
}

TEST_CASE_FIXTURE(Telling, "`..` is evidence up to the page's date") {
  post("2020", "..").seen = day("2025-06-01");
  const Stint stint = one();
  CHECK(stint.end_open);
  CHECK(stint.held == day("2025-06-01"));
  CHECK_FALSE(stint.ends.front().known);
}

TEST_CASE_FIXTURE(Telling, "an empty end is unknown, not open") {
  post("2020", "").seen = day("2025-06-01");
  const Stint stint = one();
  CHECK_FALSE(stint.end_open);
  CHECK(stint.held == kMinDay);
}

TEST_CASE_FIXTURE(Telling, "a page that shows the post as held after its end is a rival of the end") {
  post("2020", "2024", 0.6F);
  post("2020", "..", 0.3F).seen = day("2025-06-01");
  const Stint stint = one();
  REQUIRE(stint.ends.size() == 2);
  CHECK(stint.ends[0].known);
  CHECK(stint.ends[0].share == doctest::Approx(2.0 / 3.0));
  CHECK(stint.contested);
}

TEST_CASE_FIXTURE(Telling, "a denial of leaving denies the end only") {
  joined("2020", 0.8F);
  left("2026-03-04", 0.5F);
  left("2026-03-04", 0.5F).evidence.denies = true;
  const Stint stint = one();
  CHECK(stint.belief == doctest::Approx(0.9));
  CHECK(stint.contested);
  CHECK_FALSE(stint.ends.front().known);  // (.5 * .5 / .75) / .9 = .37 that it ended
  CHECK(stint.ends.front().share == doctest::Approx(1.0 - (0.25 / 0.75) / 0.9));
}

TEST_CASE_FIXTURE(Telling, "a denial of joining denies the post; denials alone make none") {
  joined("2025-09", 0.8F);
  joined("2025-09", 0.6F).evidence.denies = true;
  const Stint stint = one();
  CHECK(stint.belief == doctest::Approx(0.8 * 0.4 / (1 - 0.48)));
  CHECK(stint.contested);
  claims.erase(claims.begin());
  CHECK(fuse().empty());
}

TEST_CASE_FIXTURE(Telling, "rumours alone stay out of the most likely world") {
  for (int i = 0; i < 5; ++i) joined("2025", 0.3F).evidence.status = Status::rumoured;
  CHECK(one().belief < 0.5);
}

TEST_CASE_FIXTURE(Telling, "former posts had ended when the page was published") {
  CareerClaim& claim = post("", "");
  claim.former = true;
  claim.seen = day("2026-04-10");
  const Stint stint = one();
  CHECK_FALSE(stint.starts.front().known);
  CHECK(stint.ends.front().known);
  CHECK(stint.ends.front().range.high == day("2026-04-10"));
}

TEST_CASE_FIXTURE(Telling, "an event without a date had happened when the page was published") {
  joined("").seen = day("2025-06-01");
  CHECK(one().starts.front().range == DayRange{kMinDay, day("2025-06-01")});
  joined("2019");
  CHECK(one().starts.size() == 1);  // and is no rival of a date before that
  CHECK(one().starts.front().range.low == day("2019-01-01"));
}

TEST_CASE_FIXTURE(Telling, "studies stand apart from posts; founders are founders") {
  add(CareerMeaning::studies, "2015", "2020", 0.8F);
  founded("2025");
  const auto stints = fuse();
  REQUIRE(stints.size() == 2);
  CHECK_FALSE(stints[0].study);
  CHECK(stints[0].founded);
  CHECK((stints[0].roles & static_cast<RoleClasses>(RoleClass::founder)) != 0);
  CHECK(stints[1].study);
  CHECK(stints[1].episode == 1);
}

TEST_CASE_FIXTURE(Telling, "the order of the claims does not matter") {
  joined("2019");
  left("2022-05");
  post("2020", "2024", 0.4F);
  joined("2019-03", 0.3F);
  const Stint forwards = one();
  std::reverse(claims.begin(), claims.end());
  const Stint backwards = one();
  CHECK(forwards.belief == backwards.belief);
  CHECK(forwards.claims == backwards.claims);
  REQUIRE(forwards.ends.size() == backwards.ends.size());
  for (std::size_t i = 0; i < forwards.ends.size(); ++i) {
    CHECK(forwards.ends[i].range == backwards.ends[i].range);
    CHECK(forwards.ends[i].share == backwards.ends[i].share);
  }
}

TEST_CASE("careers: persons ascend, rows and rivals are found again") {
  Telling first, second;
  first.joined("2019", 0.6F);
  first.joined("2022", 0.2F);
  second.post("2018", "2020");
  Careers careers;
  careers.append(3, first.fuse());
  careers.append(9, second.fuse());
  CHECK(careers.find(3) == 0);
  CHECK(careers.find(9) == 1);
  CHECK(careers.find(4) == 2);
  REQUIRE(careers.of(0).size() == 1);
  const StintRow& row = careers.of(0).front();
  REQUIRE(row.has(StintRow::has_rivals));
  CHECK(careers.rivals[row.rivals].starts.size() == 2);
  CHECK(careers.claims_of(row).size() == 2);
  CHECK_FALSE(careers.of(1).front().has(StintRow::has_rivals));
}

}  // namespace talentflow::graph
