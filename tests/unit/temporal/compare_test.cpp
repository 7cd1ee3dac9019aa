#include <doctest/doctest.h>

#include "tests/unit/temporal/calls.hpp"

using namespace temporal_tests;
using talentflow::query::temporal_compare;
using talentflow::query::temporal_equal;
using talentflow::query::temporal_hash;
using talentflow::query::temporal_order;

namespace {

bool before(const Value& a, const Value& b) {
  const auto order = temporal_compare(a, b);
  return order && *order < 0 && temporal_order(a, b) < 0 && temporal_order(b, a) > 0 && !temporal_equal(a, b);
}

}  // namespace

TEST_SUITE("temporal: compare") {
  TEST_CASE("within a type") {
    CHECK(before(parse("date", "1980-12-11"), parse("date", "1984-10-11")));
    CHECK(before(parse("localtime", "10:35"), parse("localtime", "12:31:14.645876123")));
    CHECK(before(parse("localdatetime", "1984-10-11T12:30"), parse("localdatetime", "1984-10-11T12:31")));
    CHECK(before(parse("time", "12:00+01:00"), parse("time", "11:30Z")));
    CHECK(before(parse("datetime", "1984-10-11T12:00+05:00"), parse("datetime", "1984-10-11T08:00Z")));
    CHECK(temporal_equal(parse("date", "2015-W30-2"), parse("date", "2015-07-21")));
  }

  TEST_CASE("one instant in two zones is not equal, but has an order") {
    const Value utc = parse("datetime", "1984-10-11T11:00Z");
    const Value paris = parse("datetime", "1984-10-11T12:00+01:00");
    const Value named = parse("datetime", "1984-10-11T12:00[Europe/Stockholm]");
    CHECK(before(utc, paris));
    CHECK(before(paris, named));
    CHECK(before(parse("time", "11:00Z"), parse("time", "12:00+01:00")));
  }

  TEST_CASE("types do not compare with each other, durations not at all") {
    const Value date = parse("date", "1984-10-11");
    const Value date_time = parse("datetime", "1984-10-11");
    const Value month = parse("duration", "P1M");
    const Value days = parse("duration", "P30D");
    CHECK_FALSE(temporal_compare(date, date_time).has_value());
    CHECK_FALSE(temporal_equal(date, date_time));
    CHECK_FALSE(temporal_compare(month, month).has_value());
    CHECK(temporal_equal(month, month));
    CHECK_FALSE(temporal_equal(month, days));
    CHECK_FALSE(temporal_compare(date, Value(5)).has_value());
    CHECK_FALSE(temporal_equal(date, Value("1984-10-11")));
  }

  TEST_CASE("durations are equal by their parts") {
    CHECK(temporal_equal(call("duration", {{"hours", 16}, {"minutes", 12}, {"seconds", 70}}),
                         call("duration", {{"hours", 16}, {"minutes", 13}, {"seconds", 10}})));
    CHECK_FALSE(temporal_equal(parse("duration", "P1D"), parse("duration", "PT24H")));
  }

  TEST_CASE("the order of ORDER BY") {
    const char* ascending[] = {"P-1Y",    "PT-1S", "PT-0.5S", "PT0S", "PT0.5S", "P1D",
                               "PT24H1S", "P30D",  "P1M",     "P31D", "P1Y"};
    for (std::size_t i = 0; i < std::size(ascending); ++i)
      for (std::size_t j = 0; j < std::size(ascending); ++j) {
        CAPTURE(ascending[i]);
        CAPTURE(ascending[j]);
        CHECK((temporal_order(parse("duration", ascending[i]), parse("duration", ascending[j])) <=> 0) ==
              (i <=> j));
      }
    const Value types[] = {parse("datetime", "2024-01-01"), parse("localdatetime", "1984-01-01"),
                           parse("date", "1984-01-01"),     parse("time", "12:00"),
                           parse("localtime", "11:00"),     parse("duration", "P1D")};
    for (std::size_t i = 0; i + 1 < std::size(types); ++i) CHECK(temporal_order(types[i], types[i + 1]) < 0);
    CHECK(temporal_order(parse("duration", "P1D"), parse("duration", "PT24H")) != 0);
  }

  TEST_CASE("hashes") {
    CHECK(temporal_hash(parse("date", "2015-W30-2")) == temporal_hash(parse("date", "2015-07-21")));
    CHECK(temporal_hash(parse("datetime", "2015-07-21T00:00[Europe/Stockholm]")) ==
          temporal_hash(parse("datetime", "2015-07-21T00:00+02:00[Europe/Stockholm]")));
    CHECK(temporal_hash(parse("date", "2015-07-21")) != temporal_hash(parse("date", "2015-07-22")));
    CHECK(temporal_hash(parse("duration", "P1M")) != temporal_hash(parse("duration", "P1D")));
  }

  TEST_CASE("which values are temporal") {
    CHECK(talentflow::query::is_temporal(parse("duration", "P1D")));
    CHECK(talentflow::query::is_temporal(parse("time", "12")));
    CHECK_FALSE(talentflow::query::is_temporal(Value("P1D")));
    CHECK_FALSE(talentflow::query::is_temporal(Value()));
  }
}
