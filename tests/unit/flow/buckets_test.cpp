#include "graph/flow/buckets.hpp"

#include <doctest/doctest.h>

namespace talentflow::graph {
namespace {

Day day(int year, int month, int of_month) { return to_day({year, month, of_month}); }

}  // namespace

TEST_CASE("buckets are calendar periods, weeks begin on Monday") {
  const auto period = [](TimeUnit unit, Day at) {
    const Buckets buckets(unit, std::nullopt);
    return buckets.period(buckets.of(at));
  };
  const Day at = day(2026, 3, 4);  // a Wednesday
  CHECK(period(TimeUnit::year, at) == DayRange{day(2026, 1, 1), day(2027, 1, 1)});
  CHECK(period(TimeUnit::quarter, at) == DayRange{day(2026, 1, 1), day(2026, 4, 1)});
  CHECK(period(TimeUnit::month, at) == DayRange{day(2026, 3, 1), day(2026, 4, 1)});
  CHECK(period(TimeUnit::week, at) == DayRange{day(2026, 3, 2), day(2026, 3, 9)});
  CHECK(period(TimeUnit::total, at) == DayRange{kMinDay, kMaxDay});
  CHECK(period(TimeUnit::quarter, day(1850, 12, 31)) == DayRange{day(1850, 10, 1), day(1851, 1, 1)});
}

TEST_CASE("buckets are clipped to the period asked for") {
  const Buckets buckets(TimeUnit::year, DayRange{day(2023, 4, 1), day(2026, 7, 1)});
  CHECK(buckets.of(day(2023, 3, 31)) == kNoBucket);
  CHECK(buckets.of(day(2026, 7, 1)) == kNoBucket);
  CHECK(buckets.period(buckets.of(day(2023, 4, 1))) == DayRange{day(2023, 4, 1), day(2024, 1, 1)});
  CHECK(buckets.period(buckets.of(day(2026, 6, 30))) == DayRange{day(2026, 1, 1), day(2026, 7, 1)});
}

TEST_CASE("a coarse date spreads over its days; what lies outside the period is left out") {
  std::vector<Buckets::Share> shares;
  const DayRange two_years{day(2024, 1, 1), day(2026, 1, 1)};
  Buckets(TimeUnit::year, std::nullopt).spread(two_years, DateSpread::spread, shares);
  REQUIRE(shares.size() == 2);
  CHECK(shares[0].part == doctest::Approx(366.0 / 731.0));
  CHECK(shares[1].part == doctest::Approx(365.0 / 731.0));
  Buckets(TimeUnit::year, DayRange{day(2025, 1, 1), day(2026, 1, 1)})
      .spread(two_years, DateSpread::spread, shares);
  REQUIRE(shares.size() == 1);
  CHECK(shares[0].part == doctest::Approx(365.0 / 731.0));
  Buckets(TimeUnit::year, std::nullopt).spread(two_years, DateSpread::midpoint, shares);
  REQUIRE(shares.size() == 1);
  CHECK(shares[0].bucket == 2024);  // the day before the middle night
  CHECK(shares[0].part == 1.0);
}

TEST_CASE("an undatable move is left out only when its one bound puts it outside the period") {
  const Buckets buckets(TimeUnit::year, DayRange{day(2023, 1, 1), day(2026, 1, 1)});
  CHECK(buckets.of_move({kMinDay, day(2022, 1, 1)}) == kNoBucket);
  CHECK(buckets.of_move({kMinDay, day(2023, 6, 1)}) == kNullBucket);
  CHECK(buckets.of_move({day(2026, 6, 1), kMaxDay}) == kNoBucket);
  CHECK(buckets.of_move({kMinDay, kMinDay}) == kNullBucket);
  CHECK(buckets.of_move({day(2024, 1, 1), day(2025, 1, 1)}) == 2024);
}

}  // namespace talentflow::graph
