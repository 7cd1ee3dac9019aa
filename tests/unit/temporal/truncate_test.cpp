#include <doctest/doctest.h>

#include "tests/unit/temporal/calls.hpp"

using namespace temporal_tests;

namespace {

std::string cut(std::string_view name, const char* unit, const Value& value, Entries fields = {}) {
  return said(std::string(name) + ".truncate", {Value(unit), value, map(fields)});
}

}  // namespace

TEST_SUITE("temporal: truncate") {
  TEST_CASE("every unit") {
    const Value value = parse("datetime", "2017-11-15T12:31:14.645876123+01:00");
    const std::pair<const char*, const char*> expected[] = {
        {"millennium", "2000-01-01T00:00+01:00"},
        {"century", "2000-01-01T00:00+01:00"},
        {"decade", "2010-01-01T00:00+01:00"},
        {"year", "2017-01-01T00:00+01:00"},
        {"weekYear", "2017-01-02T00:00+01:00"},
        {"quarter", "2017-10-01T00:00+01:00"},
        {"month", "2017-11-01T00:00+01:00"},
        {"week", "2017-11-13T00:00+01:00"},
        {"day", "2017-11-15T00:00+01:00"},
        {"hour", "2017-11-15T12:00+01:00"},
        {"minute", "2017-11-15T12:31+01:00"},
        {"second", "2017-11-15T12:31:14+01:00"},
        {"millisecond", "2017-11-15T12:31:14.645+01:00"},
        {"microsecond", "2017-11-15T12:31:14.645876+01:00"},
    };
    for (const auto& [unit, text] : expected) {
      CAPTURE(unit);
      CHECK(cut("datetime", unit, value) == text);
      const std::string local = std::string(text).substr(0, std::string(text).find('+'));
      CHECK(cut("localdatetime", unit, value) == local);
    }
    CHECK(cut("date", "week", value) == "2017-11-13");
    CHECK(cut("time", "day", value) == "00:00+01:00");
    CHECK(cut("time", "minute", value) == "12:31+01:00");
    CHECK(cut("localtime", "millisecond", value) == "12:31:14.645");
    CHECK(cut("date", "CENTURY", value) == "2000-01-01");
  }

  TEST_CASE("years before zero belong to the unit below them") {
    CHECK(cut("date", "decade", parse("date", "-0001-06-01")) == "-0010-01-01");
    CHECK(cut("date", "millennium", parse("date", "0999-06-01")) == "0000-01-01");
  }

  TEST_CASE("fields set after truncating") {
    const Value value = parse("localdatetime", "1984-10-11T12:31:14.645876123");
    CHECK(cut("date", "week", value, {{"dayOfWeek", 2}}) == "1984-10-09");
    CHECK(cut("date", "weekYear", parse("date", "1984-02-01"), {{"day", 5}}) == "1984-01-05");
    CHECK(cut("localdatetime", "year", value, {{"month", 3}, {"hour", 4}}) == "1984-03-01T04:00");
    CHECK(cut("localtime", "hour", value, {{"nanosecond", 2}}) == "12:00:00.000000002");
    CHECK(cut("localtime", "millisecond", value, {{"nanosecond", 2}}) == "12:31:14.645000002");
    CHECK(cut("localtime", "millisecond", value, {{"microsecond", 2}}) == "12:31:14.645002");
    CHECK(cut("localtime", "microsecond", value, {{"nanosecond", 2}}) == "12:31:14.645876002");
    CHECK(cut("localtime", "microsecond", value, {{"nanosecond", 1000}}) ==
          "ArgumentError: InvalidArgumentValue: 'nanosecond' is from 0 to 999, not 1000");
    CHECK(cut("datetime", "week", value, {{"dayOfWeek", 2}, {"time", parse("localtime", "10:10")}}) ==
          "1984-10-09T10:10Z");
  }

  TEST_CASE("a zone replaces the value's own and keeps the local clock") {
    const Value value = parse("datetime", "2017-10-11T12:31:14-01:00");
    CHECK(cut("datetime", "hour", value, {{"timezone", "Europe/Stockholm"}}) ==
          "2017-10-11T12:00+02:00[Europe/Stockholm]");
    CHECK(cut("time", "hour", value, {{"timezone", "+01:00"}}) == "12:00+01:00");
    CHECK(cut("time", "hour", parse("time", "12:31-01:00"), {{"timezone", "+01:00"}}) == "12:00+01:00");
    CHECK(cut("datetime", "day", parse("date", "2017-10-11"), {{"timezone", "Europe/Stockholm"}}) ==
          "2017-10-11T00:00+02:00[Europe/Stockholm]");
  }

  TEST_CASE("the start of a unit is on the zone's clock") {
    CHECK(cut("datetime", "year", parse("datetime", "2017-07-11T12:31[Europe/Stockholm]")) ==
          "2017-01-01T00:00+01:00[Europe/Stockholm]");
    CHECK(cut("datetime", "hour", parse("datetime", "2017-10-29T02:30+01:00[Europe/Stockholm]")) ==
          "2017-10-29T02:00+01:00[Europe/Stockholm]");
  }

  TEST_CASE("without a value, now") {
    CHECK(said("date.truncate", {Value("month")}) == "2023-11-01");
    CHECK(said("datetime.truncate", {Value("hour")}) == "2023-11-14T22:00Z");
  }

  TEST_CASE("null") {
    CHECK(said("date.truncate", {Value("month"), Value()}) == "null");
    CHECK(cut("date", "month", parse("date", "2024-02-03"), {{"day", Value()}}) == "null");
  }

  TEST_CASE("errors") {
    const Value date = parse("date", "1984-10-11");
    const Value time = parse("localtime", "12:31");
    const std::string wrong = "ArgumentError: InvalidArgumentValue: ";
    CHECK(cut("date", "mouth", date) == wrong + "'mouth' is no unit to truncate to; did you mean 'month'?");
    CHECK(cut("date", "hour", date) ==
          wrong + "date.truncate() cannot truncate a date to the hour: a date has no time");
    CHECK(cut("datetime", "hour", date) ==
          wrong + "datetime.truncate() cannot truncate a date to the hour: it has no time");
    CHECK(cut("date", "year", time) ==
          wrong + "date.truncate() cannot truncate a localtime to the year: it has no date");
    CHECK(cut("localtime", "day", date) ==
          wrong + "localtime.truncate() cannot truncate a date to the day: it has no time");
    CHECK(
        cut("time", "month", parse("datetime", "2024-01-01")) ==
        wrong +
            "time.truncate() cannot truncate a datetime to the month: the largest unit of a time is the day");
    CHECK(cut("date", "year", date, {{"timezone", "Z"}}) ==
          wrong + "a date has no time zone: leave 'timezone' out");
    CHECK(cut("date", "year", Value(5)) ==
          "TypeError: InvalidArgumentType: date.truncate() takes a date or a time, not an integer");
    CHECK(said("date.truncate", {Value(1), date}) ==
          "TypeError: InvalidArgumentType: the unit to truncate to is a string, not an integer");
    CHECK(said("date.truncate", {Value("year"), date, Value(1)}) ==
          "TypeError: InvalidArgumentType: the fields to set after truncating are a map, not an integer");
    CHECK(cut("date", "century", parse("date", "-999999999-01-01")) ==
          "ArgumentError: NumberOutOfRange: the start of that century is before the year -999999999");
  }
}
