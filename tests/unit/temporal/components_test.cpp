#include <doctest/doctest.h>

#include "tests/unit/temporal/calls.hpp"

using namespace temporal_tests;

namespace {

std::string part(const Value& value, std::string_view name) {
  return show(talentflow::query::temporal_component(value, name));
}

void check_parts(const Value& value, std::initializer_list<std::pair<const char*, const char*>> expected) {
  for (const auto& [name, text] : expected) {
    CAPTURE(name);
    CHECK(part(value, name) == text);
  }
}

}  // namespace

TEST_SUITE("temporal: components") {
  TEST_CASE("of a date") {
    check_parts(parse("date", "1984-10-11"), {{"year", "1984"},
                                              {"quarter", "4"},
                                              {"month", "10"},
                                              {"week", "41"},
                                              {"weekYear", "1984"},
                                              {"day", "11"},
                                              {"ordinalDay", "285"},
                                              {"weekDay", "4"},
                                              {"dayOfWeek", "4"},
                                              {"dayOfQuarter", "11"}});
    check_parts(parse("date", "1984-01-01"),
                {{"year", "1984"}, {"weekYear", "1983"}, {"week", "52"}, {"weekDay", "7"}});
    check_parts(parse("date", "-0044-03-15"), {{"year", "-44"}, {"month", "3"}, {"weekDay", "4"}});
  }

  TEST_CASE("of times") {
    for (const char* name : {"localtime", "time"})
      check_parts(parse(name, "12:31:14.645876123"), {{"hour", "12"},
                                                      {"minute", "31"},
                                                      {"second", "14"},
                                                      {"millisecond", "645"},
                                                      {"microsecond", "645876"},
                                                      {"nanosecond", "645876123"}});
    check_parts(
        parse("time", "12:31-01:30"),
        {{"timezone", "-01:30"}, {"offset", "-01:30"}, {"offsetMinutes", "-90"}, {"offsetSeconds", "-5400"}});
    check_parts(parse("time", "12:31Z"), {{"timezone", "Z"}, {"offset", "Z"}, {"offsetMinutes", "0"}});
  }

  TEST_CASE("of datetimes") {
    check_parts(parse("localdatetime", "1984-11-11T12:31:14.645"),
                {{"dayOfQuarter", "42"}, {"second", "14"}});
    check_parts(parse("datetime", "1984-11-11T12:31:14.645876123[Europe/Stockholm]"),
                {{"week", "45"},
                 {"hour", "12"},
                 {"timezone", "Europe/Stockholm"},
                 {"offset", "+01:00"},
                 {"offsetMinutes", "60"},
                 {"offsetSeconds", "3600"},
                 {"epochSeconds", "469020674"},
                 {"epochMillis", "469020674645"}});
    check_parts(parse("datetime", "1969-12-31T23:59:59.5Z"),
                {{"epochSeconds", "-1"}, {"epochMillis", "-500"}});
    check_parts(parse("datetime", "+999999999-01-01T00:00Z"),
                {{"epochSeconds", "31556889801244800"}, {"epochMillis", "null"}});
  }

  TEST_CASE("of durations") {
    check_parts(call("duration", {{"years", 1},
                                  {"months", 4},
                                  {"days", 10},
                                  {"hours", 1},
                                  {"minutes", 1},
                                  {"seconds", 1},
                                  {"nanoseconds", 111111111}}),
                {{"years", "1"},
                 {"quarters", "5"},
                 {"months", "16"},
                 {"weeks", "1"},
                 {"days", "10"},
                 {"hours", "1"},
                 {"minutes", "61"},
                 {"seconds", "3661"},
                 {"milliseconds", "3661111"},
                 {"microseconds", "3661111111"},
                 {"nanoseconds", "3661111111111"},
                 {"quartersOfYear", "1"},
                 {"monthsOfQuarter", "1"},
                 {"monthsOfYear", "4"},
                 {"daysOfWeek", "3"},
                 {"minutesOfHour", "1"},
                 {"secondsOfMinute", "1"},
                 {"millisecondsOfSecond", "111"},
                 {"microsecondsOfSecond", "111111"},
                 {"nanosecondsOfSecond", "111111111"}});
  }

  TEST_CASE("seconds of a negative duration round down, the fraction is never negative") {
    check_parts(parse("duration", "PT-0.4S"), {{"seconds", "-1"},
                                               {"nanosecondsOfSecond", "600000000"},
                                               {"milliseconds", "-400"},
                                               {"nanoseconds", "-400000000"}});
    check_parts(parse("duration", "PT-22H"), {{"seconds", "-79200"}, {"hours", "-22"}});
  }

  TEST_CASE("errors") {
    CHECK(part(parse("date", "1984-10-11"), "hour") ==
          "ArgumentError: InvalidArgumentValue: a date has no component 'hour'");
    CHECK(part(parse("datetime", "1984-10-11"), "epochMilis") ==
          "ArgumentError: InvalidArgumentValue: a datetime has no component 'epochMilis'; did you mean "
          "'epochMillis'?");
    CHECK(part(parse("duration", "P1D"), "day") ==
          "ArgumentError: InvalidArgumentValue: a duration has no component 'day'; did you mean 'days'?");
    CHECK(part(parse("duration", "PT9999999999999S"), "nanoseconds") ==
          "ArgumentError: NumberOutOfRange: 'nanoseconds' of so long a duration is no 64-bit number");
    CHECK(part(Value(5), "year") ==
          "TypeError: InvalidArgumentType: there is no component 'year' of an integer");
  }
}
