#include <doctest/doctest.h>

#include "tests/unit/temporal/calls.hpp"

using namespace temporal_tests;

TEST_SUITE("temporal: construct") {
  TEST_CASE("dates in each system") {
    CHECK(made("date", {{"year", 2024}}) == "2024-01-01");
    CHECK(made("date", {{"year", 2024}, {"month", 2}}) == "2024-02-01");
    CHECK(made("date", {{"year", 2024}, {"month", 2}, {"day", 29}}) == "2024-02-29");
    CHECK(made("date", {{"year", 2021}, {"week", 1}}) == "2021-01-04");
    CHECK(made("date", {{"year", 2020}, {"week", 53}, {"dayOfWeek", 7}}) == "2021-01-03");
    CHECK(made("date", {{"year", 2024}, {"quarter", 2}}) == "2024-04-01");
    CHECK(made("date", {{"year", 2024}, {"quarter", 4}, {"dayOfQuarter", 92}}) == "2024-12-31");
    CHECK(made("date", {{"year", 2024}, {"ordinalDay", 366}}) == "2024-12-31");
  }

  TEST_CASE("years outside 0 to 9999 carry a sign") {
    CHECK(made("date", {{"year", 0}}) == "0000-01-01");
    CHECK(made("date", {{"year", -44}, {"month", 3}, {"day", 15}}) == "-0044-03-15");
    CHECK(made("date", {{"year", 999999999}, {"month", 12}, {"day", 31}}) == "+999999999-12-31");
    CHECK(made("date", {{"year", -999999999}}) == "-999999999-01-01");
    CHECK(made("date", {{"year", 1000000000}}) ==
          "ArgumentError: InvalidArgumentValue: there is no such date: look at year (-999999999 to "
          "999999999), month "
          "(1 to 12) and day (1 to the month's length)");
  }

  TEST_CASE("times, and what smaller fractions mean beside larger ones") {
    CHECK(made("localtime", {{"hour", 7}}) == "07:00");
    CHECK(made("localtime", {{"hour", 7}, {"minute", 5}, {"second", 9}}) == "07:05:09");
    CHECK(made("localtime", {{"hour", 7}, {"minute", 5}, {"second", 9}, {"millisecond", 3}}) ==
          "07:05:09.003");
    CHECK(made("localtime", {{"hour", 7}, {"minute", 5}, {"second", 9}, {"microsecond", 3}}) ==
          "07:05:09.000003");
    CHECK(made("localtime", {{"hour", 7}, {"minute", 5}, {"second", 9}, {"nanosecond", 3}}) ==
          "07:05:09.000000003");
    CHECK(made("localtime", {{"hour", 7},
                             {"minute", 5},
                             {"second", 9},
                             {"millisecond", 1},
                             {"microsecond", 2},
                             {"nanosecond", 3}}) == "07:05:09.001002003");
    CHECK(made("localtime",
               {{"hour", 7}, {"minute", 5}, {"second", 9}, {"millisecond", 1}, {"microsecond", 1000}}) ==
          "ArgumentError: InvalidArgumentValue: 'microsecond' is from 0 to 999, not 1000");
    CHECK(made("time", {{"hour", 7}}) == "07:00Z");
    CHECK(made("time", {{"hour", 7}, {"timezone", "-0330"}}) == "07:00-03:30");
  }

  TEST_CASE("a time with a named zone has the zone's offset at the statement's time") {
    CHECK(made("time", {{"hour", 7}, {"timezone", "Europe/Stockholm"}}) == "07:00+01:00");
  }

  TEST_CASE("date and time together") {
    CHECK(made("localdatetime", {{"year", 2024}}) == "2024-01-01T00:00");
    CHECK(made("localdatetime", {{"year", 2024}, {"month", 2}, {"day", 3}, {"hour", 4}}) ==
          "2024-02-03T04:00");
    CHECK(made("datetime",
               {{"year", 2024}, {"week", 9}, {"dayOfWeek", 4}, {"hour", 1}, {"timezone", "+05:45"}}) ==
          "2024-02-29T01:00+05:45");
    CHECK(made("datetime", {{"year", 2024}, {"month", 7}, {"timezone", "Europe/Stockholm"}}) ==
          "2024-07-01T00:00+02:00[Europe/Stockholm]");
    CHECK(made("datetime", {{"year", 2024}, {"timezone", "America/Los Angeles"}}) ==
          "2024-01-01T00:00-08:00[America/Los_Angeles]");
  }

  TEST_CASE("the default zone comes from the context") {
    TemporalContext context = fixed_context();
    context.zone = "Asia/Shanghai";
    CHECK(said("datetime", {map({{"year", 2024}})}, context) == "2024-01-01T00:00+08:00[Asia/Shanghai]");
    CHECK(said("time", {Value("12:00")}, context) == "12:00+08:00");
    CHECK(said("localdatetime", {}, context) == "2023-11-15T06:13:20.123456789");
  }

  TEST_CASE("epoch") {
    CHECK(said("datetime.fromepoch", {Value(416779), Value(999999999)}) == "1970-01-05T19:46:19.999999999Z");
    CHECK(said("datetime.fromepoch", {Value(-1), Value(0)}) == "1969-12-31T23:59:59Z");
    CHECK(said("datetime.fromepoch", {Value(0), Value(-1)}) == "1969-12-31T23:59:59.999999999Z");
    CHECK(said("datetime.fromepochmillis", {Value(std::int64_t{237821673987})}) ==
          "1977-07-15T13:34:33.987Z");
    CHECK(said("datetime.fromepochmillis", {Value(-1)}) == "1969-12-31T23:59:59.999Z");
    CHECK(made("datetime", {{"epochSeconds", 0}, {"nanosecond", 7}}) == "1970-01-01T00:00:00.000000007Z");
    CHECK(made("datetime", {{"epochMillis", 1500}, {"timezone", "+01:00"}}) ==
          "1970-01-01T01:00:01.500+01:00");
    CHECK(made("datetime", {{"epochMillis", 1}, {"year", 1984}}) ==
          "ArgumentError: InvalidArgumentValue: epochSeconds and epochMillis stand with nanosecond and "
          "timezone only");
    CHECK(said("datetime.fromepoch", {Value(std::int64_t{1} << 62), Value(0)}) ==
          "ArgumentError: NumberOutOfRange: the date lies outside the years -999999999 to 999999999");
  }

  TEST_CASE("clocks") {
    CHECK(said("datetime", {}) == "2023-11-14T22:13:20.123456789Z");
    CHECK(said("datetime.statement", {}) == "2023-11-14T22:13:20.123456789Z");
    CHECK(said("datetime.transaction", {}) == "2023-11-14T21:13:20Z");
    CHECK(said("datetime.realtime", {}) == "2023-11-14T23:13:20.000000005Z");
    CHECK(said("date", {}) == "2023-11-14");
    CHECK(said("date.realtime", {Value("Asia/Tokyo")}) == "2023-11-15");
    CHECK(said("localtime.transaction", {Value("+02:00")}) == "23:13:20");
    CHECK(said("time.statement", {map({{"timezone", "+02:00"}})}) == "00:13:20.123456789+02:00");
    CHECK(made("localdatetime", {{"timezone", "America/New_York"}}) == "2023-11-14T17:13:20.123456789");
    CHECK(said("date.statement", {Value(5)}) ==
          "TypeError: InvalidArgumentType: a clock's argument is a time zone, as in 'Europe/Stockholm' or "
          "{timezone: "
          "'+01:00'}, not an integer");
    TemporalContext context = fixed_context();
    context.realtime = nullptr;
    CHECK(said("date.realtime", {}, context) == "2023-11-14");
  }

  TEST_CASE("null gives null") {
    for (const auto& function : talentflow::query::temporal_functions()) {
      const std::vector<Value> nulls(std::max<std::size_t>(function.least_arguments, 1));
      CAPTURE(std::string(function.name));
      CHECK(said(function.name, nulls) == "null");
    }
    CHECK(made("date", {{"year", 2024}, {"month", Value()}}) == "null");
    CHECK(made("duration", {{"days", Value()}}) == "null");
  }

  TEST_CASE("names in any case, numbers of arguments") {
    CHECK(said("DateTime.FromEpochMillis", {Value(0)}) == "1970-01-01T00:00Z");
    CHECK(
        said("date.truncated", {}) ==
        "SyntaxError: UnknownFunction: there is no function 'date.truncated'; did you mean 'date.truncate'?");
    CHECK(said("duration", {}) ==
          "SyntaxError: InvalidNumberOfArguments: duration() takes 1 argument, not 0");
    CHECK(said("date", {Value(1), Value(2)}) ==
          "SyntaxError: InvalidNumberOfArguments: date() takes 0 to 1 arguments, not 2");
  }
}

TEST_SUITE("temporal: select") {
  TEST_CASE("a date from another value, fields overridden in its own system") {
    const Value other = parse("localdatetime", "1984-11-11T12:31:14");
    CHECK(said("date", {other}) == "1984-11-11");
    CHECK(made("date", {{"date", other}}) == "1984-11-11");
    CHECK(made("date", {{"date", other}, {"year", 28}}) == "0028-11-11");
    CHECK(made("date", {{"date", other}, {"day", 28}}) == "1984-11-28");
    CHECK(made("date", {{"date", other}, {"month", 2}}) == "1984-02-11");
    CHECK(made("date", {{"date", other}, {"week", 1}}) == "1984-01-08");
    CHECK(made("date", {{"date", other}, {"dayOfWeek", 1}}) == "1984-11-05");
    CHECK(made("date", {{"date", other}, {"ordinalDay", 28}}) == "1984-01-28");
    CHECK(made("date", {{"date", other}, {"quarter", 3}}) == "1984-08-11");
    CHECK(made("date", {{"date", other}, {"dayOfQuarter", 1}}) == "1984-10-01");
  }

  TEST_CASE("the year of a week is the one the week belongs to") {
    const Value other = parse("date", "1816-12-31");
    CHECK(made("date", {{"date", other}, {"week", 2}}) == "1817-01-07");
    CHECK(made("date", {{"date", other}, {"week", 2}, {"dayOfWeek", 3}}) == "1817-01-08");
  }

  TEST_CASE("a time from another value: a zone of its own moves, a local one is given the zone") {
    const Value local = parse("localtime", "12:31:14.645");
    const Value zoned = parse("time", "12:31:14.645+01:00");
    const Value whole = parse("datetime", "1984-07-11T12:00[Europe/Stockholm]");
    CHECK(said("time", {local}) == "12:31:14.645Z");
    CHECK(said("localtime", {zoned}) == "12:31:14.645");
    CHECK(made("localtime", {{"time", zoned}, {"second", 42}}) == "12:31:42.645");
    CHECK(made("time", {{"time", local}, {"timezone", "+05:00"}}) == "12:31:14.645+05:00");
    CHECK(made("time", {{"time", zoned}, {"timezone", "+05:00"}}) == "16:31:14.645+05:00");
    CHECK(made("time", {{"time", zoned}, {"hour", 23}, {"timezone", "+05:00"}}) == "03:31:14.645+05:00");
    CHECK(made("time", {{"time", whole}}) == "12:00+02:00");
    CHECK(made("time", {{"time", whole}, {"timezone", "America/New_York"}}) == "06:00-04:00");
  }

  TEST_CASE("a datetime from a date and a time: the entries are set before the zone moves it") {
    const Value date = parse("date", "1984-03-07");
    const Value time = parse("datetime", "1984-10-11T12:00[Europe/Stockholm]");
    CHECK(made("datetime", {{"date", date}, {"time", time}}) == "1984-03-07T12:00+01:00[Europe/Stockholm]");
    CHECK(made("datetime", {{"date", date}, {"time", time}, {"timezone", "+05:00"}}) ==
          "1984-03-07T16:00+05:00");
    CHECK(made("datetime", {{"date", date}, {"time", time}, {"day", 28}, {"timezone", "Pacific/Honolulu"}}) ==
          "1984-03-28T00:00-10:00[Pacific/Honolulu]");
    CHECK(made("datetime", {{"date", time}, {"hour", 3}}) == "1984-10-11T03:00Z");
    CHECK(made("datetime", {{"datetime", time}, {"minute", 3}}) ==
          "1984-10-11T12:03+01:00[Europe/Stockholm]");
    CHECK(made("localdatetime", {{"date", date}, {"time", time}}) == "1984-03-07T12:00");
    CHECK(said("localdatetime", {time}) == "1984-10-11T12:00");
    CHECK(said("datetime", {date}) == "1984-03-07T00:00Z");
  }

  TEST_CASE("the second reading of a repeated hour stays the second") {
    const Value later = parse("datetime", "2017-10-29T02:30+01:00[Europe/Stockholm]");
    CHECK(made("datetime", {{"datetime", later}, {"minute", 45}}) ==
          "2017-10-29T02:45+01:00[Europe/Stockholm]");
  }
}

TEST_SUITE("temporal: construct, errors") {
  TEST_CASE("types") {
    CHECK(said("date", {Value(5)}) ==
          "TypeError: InvalidArgumentType: date() takes a map, a string or a temporal value, not an integer");
    CHECK(said("date", {parse("localtime", "12:00")}) ==
          "TypeError: InvalidArgumentType: a localtime has no date to make a date from");
    CHECK(said("time", {parse("date", "2024-01-01")}) ==
          "TypeError: InvalidArgumentType: a date has no time to make a time from");
    CHECK(made("date", {{"year", "1984"}}) ==
          "TypeError: InvalidArgumentType: the field 'year' takes an integer, not a string");
    CHECK(made("date", {{"date", parse("localtime", "12:00")}}) ==
          "TypeError: InvalidArgumentType: the field 'date' takes a value with a date, not a localtime");
    CHECK(made("time", {{"hour", 1}, {"timezone", 1}}) ==
          "TypeError: InvalidArgumentType: the field 'timezone' takes a string, not an integer");
    CHECK(said("duration", {Value(true)}) ==
          "TypeError: InvalidArgumentType: duration() takes a map, a string or a duration, not a boolean");
    CHECK(made("duration", {{"days", "1"}}) ==
          "TypeError: InvalidArgumentType: the field 'days' takes a number, not a string");
    CHECK(said("datetime.fromepoch", {Value(1.5), Value(0)}) ==
          "TypeError: InvalidArgumentType: datetime.fromepoch() takes integers, not a float");
    CHECK(said("datetime.fromepochmillis", {Value("1")}) ==
          "TypeError: InvalidArgumentType: datetime.fromepochmillis() takes an integer, not a string");
  }

  TEST_CASE("fields") {
    CHECK(said("date", {map({})}) ==
          "ArgumentError: InvalidArgumentValue: date() takes a map with at least one field, as in {year: "
          "1984}");
    CHECK(
        said("time", {map({})}) ==
        "ArgumentError: InvalidArgumentValue: time() takes a map with at least one field, as in {hour: 12}");
    CHECK(said("duration", {map({})}) ==
          "ArgumentError: InvalidArgumentValue: duration() takes a map with at least one field, as in {days: "
          "14, "
          "hours: 16}");
    CHECK(made("date", {{"moth", 3}}) ==
          "ArgumentError: InvalidArgumentValue: date has no field 'moth'; did you mean 'month'?");
    CHECK(made("date", {{"year", 1984}, {"hour", 3}}) ==
          "ArgumentError: InvalidArgumentValue: date has no field 'hour'");
    CHECK(made("duration", {{"day", 3}}) ==
          "ArgumentError: InvalidArgumentValue: duration has no field 'day'; did you mean 'days'?");
    CHECK(made("date", {{"year", 1984}, {"timezone", "Z"}}) ==
          "ArgumentError: InvalidArgumentValue: a date has no time zone: leave 'timezone' out, or make a "
          "datetime");
    CHECK(made("localtime", {{"hour", 1}, {"timezone", "Z"}}) ==
          "ArgumentError: InvalidArgumentValue: a localtime has no time zone: leave 'timezone' out, or make "
          "a time");
    CHECK(made("date", {{"month", 3}}) ==
          "ArgumentError: InvalidArgumentValue: date needs at least a year, as in {year: 1984}, or a date to "
          "start from");
    CHECK(made("time", {{"minute", 3}}) ==
          "ArgumentError: InvalidArgumentValue: time needs at least an hour, as in {hour: 12}, or a time to "
          "start from");
  }

  TEST_CASE("gaps and mixtures") {
    CHECK(made("date", {{"year", 1984}, {"day", 3}}) ==
          "ArgumentError: InvalidArgumentValue: 'day' needs 'month' too");
    CHECK(made("date", {{"year", 1984}, {"dayOfWeek", 3}}) ==
          "ArgumentError: InvalidArgumentValue: 'dayOfWeek' needs 'week' too");
    CHECK(made("date", {{"year", 1984}, {"dayOfQuarter", 3}}) ==
          "ArgumentError: InvalidArgumentValue: 'dayOfQuarter' needs 'quarter' too");
    CHECK(made("localtime", {{"hour", 1}, {"second", 3}}) ==
          "ArgumentError: InvalidArgumentValue: 'second' needs 'minute' too");
    CHECK(made("localtime", {{"hour", 1}, {"minute", 3}, {"nanosecond", 3}}) ==
          "ArgumentError: InvalidArgumentValue: 'nanosecond' needs 'second' too");
    CHECK(made("localdatetime", {{"year", 1984}, {"minute", 3}}) ==
          "ArgumentError: InvalidArgumentValue: a time of day needs a whole date: give day, dayOfWeek, "
          "dayOfQuarter or "
          "ordinalDay too");
    CHECK(made("localdatetime", {{"year", 1984}, {"ordinalDay", 3}, {"minute", 3}}) ==
          "ArgumentError: InvalidArgumentValue: 'minute' needs 'hour' too");
    CHECK(made("date", {{"year", 1984}, {"month", 3}, {"week", 3}}) ==
          "ArgumentError: InvalidArgumentValue: a date is given by month and day, or by week and dayOfWeek, "
          "or by "
          "quarter and dayOfQuarter, or by ordinalDay: use one of them");
    CHECK(made("date", {{"year", 1984}, {"week", 3}, {"day", 3}}) ==
          "ArgumentError: InvalidArgumentValue: 'day' goes with 'month': use dayOfWeek, dayOfQuarter or "
          "ordinalDay here");
  }

  TEST_CASE("ranges") {
    const std::string none = "ArgumentError: InvalidArgumentValue: there is no such date: look at ";
    CHECK(made("date", {{"year", 2023}, {"month", 2}, {"day", 29}}) ==
          none + "year (-999999999 to 999999999), month (1 to 12) and day (1 to the month's length)");
    CHECK(made("date", {{"year", 2021}, {"week", 53}}) ==
          none + "year, week (1 to 52, in some years 53) and dayOfWeek (1 to 7)");
    CHECK(made("date", {{"year", 2021}, {"quarter", 1}, {"dayOfQuarter", 91}}) ==
          none + "year, quarter (1 to 4) and dayOfQuarter (1 to 90, 91 or 92)");
    CHECK(made("date", {{"year", 2021}, {"ordinalDay", 366}}) ==
          none + "year and ordinalDay (1 to 365, in leap years 366)");
    CHECK(made("localtime", {{"hour", 24}}) ==
          "ArgumentError: InvalidArgumentValue: 'hour' is from 0 to 23, not 24");
    CHECK(made("localtime", {{"hour", 1}, {"minute", -1}}) ==
          "ArgumentError: InvalidArgumentValue: 'minute' is from 0 to 59, not -1");
    CHECK(made("localtime", {{"hour", 1}, {"minute", 1}, {"second", 60}}) ==
          "ArgumentError: InvalidArgumentValue: 'second' is from 0 to 59, not 60");
    CHECK(made("time", {{"hour", 1}, {"timezone", "Europe/Atlantis"}}) ==
          "ArgumentError: InvalidArgumentValue: 'Europe/Atlantis' is no time zone: write an offset up to 18 "
          "hours "
          "('+01:00'), 'Z', or a name of the IANA database ('Europe/Stockholm')");
  }
}
