#include <limits>

#include <doctest/doctest.h>

#include "tests/unit/temporal/calls.hpp"

using namespace temporal_tests;
using talentflow::query::temporal_add;
using talentflow::query::temporal_divide;
using talentflow::query::temporal_multiply;
using talentflow::query::temporal_negate;
using talentflow::query::temporal_subtract;

namespace {

Value duration(std::string_view text) { return parse("duration", text); }

std::string sum(const Value& a, const Value& b) { return show(temporal_add(a, b)); }
std::string difference(const Value& a, const Value& b) { return show(temporal_subtract(a, b)); }

}  // namespace

TEST_SUITE("temporal: arithmetic") {
  TEST_CASE("dates take months, days and whole days of seconds") {
    const Value date = parse("date", "1984-10-11");
    CHECK(sum(date, duration("P12Y5M14DT16H13M10S")) == "1997-03-25");
    CHECK(difference(date, duration("P12Y5M14DT16H13M10S")) == "1972-04-27");
    CHECK(sum(date, duration("P12Y11M29DT33H58M13.500000003S")) == "1997-10-11");
    CHECK(difference(date, duration("P12Y11M29DT33H58M13.500000003S")) == "1971-10-12");
    CHECK(sum(duration("PT47H"), date) == "1984-10-12");
    CHECK(difference(date, duration("PT23H59M59.5S")) == "1984-10-11");
  }

  TEST_CASE("months clip to the length of the month, so that steps are not one") {
    const Value date = parse("date", "2011-01-31");
    CHECK(sum(*temporal_add(date, duration("P1M")), duration("P12M")) == "2012-02-28");
    CHECK(sum(date, *temporal_add(duration("P1M"), duration("P12M"))) == "2012-02-29");
    CHECK(difference(parse("date", "2024-03-31"), duration("P1M1D")) == "2024-02-28");
  }

  TEST_CASE("times wrap at midnight and take no days") {
    CHECK(sum(parse("localtime", "12:31:14.000000001"), duration("P12Y5M14DT16H13M10.000000002S")) ==
          "04:44:24.000000003");
    CHECK(difference(parse("localtime", "12:31:14.000000001"), duration("P12Y5M14DT16H13M10.000000002S")) ==
          "20:18:03.999999999");
    CHECK(sum(parse("time", "13:42:19+05:00"), duration("P1DT12H")) == "01:42:19+05:00");
  }

  TEST_CASE("datetimes: days on the local clock, hours on the universal one") {
    const Value before = parse("datetime", "2017-03-25T02:30[Europe/Stockholm]");
    CHECK(sum(before, duration("P1D")) == "2017-03-26T03:30+02:00[Europe/Stockholm]");
    CHECK(sum(before, duration("PT24H")) == "2017-03-26T03:30+02:00[Europe/Stockholm]");
    CHECK(sum(before, duration("PT23H")) == "2017-03-26T01:30+01:00[Europe/Stockholm]");
    const Value autumn = parse("datetime", "2017-10-28T02:30[Europe/Stockholm]");
    CHECK(sum(autumn, duration("PT24H")) == "2017-10-29T02:30+02:00[Europe/Stockholm]");
    CHECK(sum(autumn, duration("PT25H")) == "2017-10-29T02:30+01:00[Europe/Stockholm]");
    CHECK(difference(parse("datetime", "2017-10-29T02:30+01:00[Europe/Stockholm]"), duration("PT1H")) ==
          "2017-10-29T02:30+02:00[Europe/Stockholm]");
    CHECK(sum(parse("datetime", "1984-10-11T12:31:14.000000001+01:00"),
              duration("P12Y5M14DT16H13M10.000000002S")) == "1997-03-26T04:44:24.000000003+01:00");
    CHECK(difference(parse("localdatetime", "1984-10-11T12:31:14"), duration("P1M-14DT15H49M10S")) ==
          "1984-09-24T20:42:04");
  }

  TEST_CASE("durations add part by part") {
    CHECK(sum(duration("P2DT7H"), duration("P1MT18H")) == "P1M2DT25H");
    CHECK(difference(duration("P2DT7H"), duration("P1MT18H")) == "P-1M2DT-11H");
    CHECK(difference(duration("PT1S"), duration("PT0.000000001S")) == "PT0.999999999S");
    CHECK(show(temporal_negate(duration("P1M-2DT0.5S"))) == "P-1M2DT-0.5S");
  }

  TEST_CASE("durations times and by numbers, fractions going down") {
    const Value value = call("duration", {{"years", 12},
                                          {"months", 5},
                                          {"days", 14},
                                          {"hours", 16},
                                          {"minutes", 12},
                                          {"seconds", 70},
                                          {"nanoseconds", 1}});
    CHECK(show(temporal_multiply(value, Value(1))) == "P12Y5M14DT16H13M10.000000001S");
    CHECK(show(temporal_multiply(Value(2), value)) == "P24Y10M28DT32H26M20.000000002S");
    CHECK(show(temporal_multiply(value, Value(0.5))) == "P6Y2M22DT13H21M8S");
    CHECK(show(temporal_divide(value, Value(2))) == "P6Y2M22DT13H21M8S");
    CHECK(show(temporal_divide(value, Value(0.5))) == "P24Y10M28DT32H26M20.000000002S");
    CHECK(show(temporal_multiply(duration("PT1H"), Value(0.1))) == "PT6M");
    CHECK(show(temporal_multiply(duration("P1D"), Value(-1.5))) == "P-1DT-12H");
    CHECK(show(temporal_divide(duration("P10D"), Value(3))) == "P3DT8H");
    CHECK(show(temporal_divide(duration("PT1S"), Value(3))) == "PT0.333333333S");
    CHECK(show(temporal_divide(duration("PT-1S"), Value(3))) == "PT-0.333333333S");
    CHECK(show(temporal_multiply(duration("P1D"), Value(1e-30))) == "PT0S");
  }

  TEST_CASE("fractions of a map's entries") {
    CHECK(made("duration", {{"months", 0.75}}) == "P22DT19H51M49.5S");
    CHECK(made("duration", {{"weeks", 2.5}}) == "P17DT12H");
    CHECK(made("duration", {{"days", 0.1}}) == "PT2H24M");
    CHECK(made("duration", {{"minutes", 1.5}, {"seconds", 1}}) == "PT1M31S");
    CHECK(made("duration", {{"quarters", 1.5}}) == "P4M15DT5H14M33S");
    CHECK(made("duration", {{"microseconds", 0.5}}) == "PT0.0000005S");
    CHECK(made("duration", {{"years", 12.5},
                            {"months", 5.5},
                            {"days", 14.5},
                            {"hours", 16.5},
                            {"minutes", 12.5},
                            {"seconds", 70.5},
                            {"nanoseconds", 3}}) == "P12Y11M29DT33H58M13.500000003S");
    CHECK(made("duration", {{"months", 0.5}, {"days", -20}}) == "P-4DT-18H-45M-27S");
  }

  TEST_CASE("null") {
    CHECK(sum(Value(), duration("P1D")) == "null");
    CHECK(difference(parse("date", "2024-01-01"), Value()) == "null");
    CHECK(show(temporal_multiply(Value(), duration("P1D"))) == "null");
    CHECK(show(temporal_divide(duration("P1D"), Value())) == "null");
    CHECK(show(temporal_negate(Value())) == "null");
  }

  TEST_CASE("errors") {
    const Value date = parse("date", "2024-01-01");
    const std::string wrong = "TypeError: InvalidArgumentType: ";
    CHECK(sum(date, date) == wrong + "cannot add a date and a date");
    CHECK(sum(date, Value(1)) == wrong + "cannot add a date and an integer");
    CHECK(difference(date, date) ==
          wrong + "cannot subtract a date from a date; duration.between() gives the time between two values");
    CHECK(difference(duration("P1D"), date) == wrong + "cannot subtract a date from a duration");
    CHECK(show(temporal_multiply(date, Value(2))) == wrong + "cannot multiply a date by an integer");
    CHECK(show(temporal_divide(Value(2), duration("P1D"))) ==
          wrong + "cannot divide an integer by a duration");
    CHECK(show(temporal_negate(date)) == wrong + "cannot negate a date");
    CHECK(show(temporal_divide(duration("P1D"), Value(0))) ==
          "ArithmeticError: DivideByZero: a duration cannot be divided by zero");
    CHECK(show(temporal_divide(duration("P1D"), Value(0.0))) ==
          "ArithmeticError: DivideByZero: a duration cannot be divided by zero");
    const std::string years =
        "ArgumentError: NumberOutOfRange: the result lies outside the years -999999999 to 999999999";
    CHECK(sum(parse("date", "+999999999-12-31"), duration("P1D")) == years);
    CHECK(difference(parse("datetime", "-999999999-01-01T00:00Z"), duration("PT0.000000001S")) == years);
    CHECK(sum(date, duration("P-9223372036854775808D")) == years);
    CHECK(difference(date, duration("P-9223372036854775808D")) == years);
    const std::string large =
        "ArgumentError: NumberOutOfRange: the duration is too large: its months, days and seconds are 64-bit "
        "numbers";
    CHECK(show(temporal_multiply(duration("P10D"), Value(1e18))) == large);
    CHECK(show(temporal_multiply(duration("P1D"), Value(std::numeric_limits<double>::infinity()))) == large);
    CHECK(show(temporal_multiply(duration("P1D"), Value(std::numeric_limits<double>::quiet_NaN()))) == large);
    CHECK(show(temporal_divide(duration("P1D"), Value(1e-300))) == large);
    CHECK(sum(duration("P9223372036854775807D"), duration("P1D")) == large);
    CHECK(show(temporal_negate(duration("P-9223372036854775808D"))) == large);
  }
}
