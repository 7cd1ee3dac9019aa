#include <doctest/doctest.h>

#include "tests/unit/temporal/calls.hpp"

using namespace temporal_tests;

TEST_SUITE("temporal: text") {
  TEST_CASE("dates in all forms") {
    for (const char* text :
         {"2015-07-21", "20150721", "2015-W30-2", "2015W302", "2015-202", "2015202", "2015-Q3-21", "2015Q321",
          "+2015-07-21", "+2015-W30-2", "+2015-202", "+2015W302"}) {
      CAPTURE(text);
      CHECK(read("date", text) == "2015-07-21");
    }
    CHECK(read("date", "2015-07") == "2015-07-01");
    CHECK(read("date", "201507") == "2015-07-01");
    CHECK(read("date", "2015-W30") == "2015-07-20");
    CHECK(read("date", "2015W30") == "2015-07-20");
    CHECK(read("date", "2015-Q3") == "2015-07-01");
    CHECK(read("date", "2015Q3") == "2015-07-01");
    CHECK(read("date", "2015") == "2015-01-01");
    CHECK(read("date", "-0044-03-15") == "-0044-03-15");
    CHECK(read("date", "+999999999-12-31") == "+999999999-12-31");
    CHECK(read("date", "-999999999-01-01") == "-999999999-01-01");
    CHECK(read("date", "+12015") == "+12015-01-01");
  }

  TEST_CASE("what is no date") {
    for (const char* text : {"",
                             "2015-",
                             "2015-7-21",
                             "2015-07-2",
                             "2015-07-211",
                             "15-07-21",
                             "2015-13-01",
                             "2015-02-29",
                             "2015-W54",
                             "2015-W30-8",
                             "2015-W302",
                             "2015-Q5",
                             "2015-Q3-93",
                             "2015-366",
                             "2015-000",
                             "20150",
                             "12015-01-01",
                             "+1000000000-01-01",
                             "20150732",
                             "2015-07-21T10:00",
                             "2015-07-21Z",
                             " 2015-07-21",
                             "2015-07-21 ",
                             "W30",
                             "-",
                             "2015-07-2a",
                             "+",
                             "--2015",
                             "2015/07/21"}) {
      CAPTURE(text);
      CHECK(read("date", text) ==
            "ArgumentError: InvalidArgumentValue: '" + std::string(text) +
                "' is no date: write it as 2015-07-21, 20150721, 2015-07, 2015, 2015-W30-2, "
                "2015-Q3-21 or 2015-202");
    }
  }

  TEST_CASE("times") {
    CHECK(read("localtime", "21:40:32.142") == "21:40:32.142");
    CHECK(read("localtime", "21:40:32,142") == "21:40:32.142");
    CHECK(read("localtime", "214032.142") == "21:40:32.142");
    CHECK(read("localtime", "T21:40:32") == "21:40:32");
    CHECK(read("localtime", "214032") == "21:40:32");
    CHECK(read("localtime", "21:40") == "21:40");
    CHECK(read("localtime", "2140") == "21:40");
    CHECK(read("localtime", "21") == "21:00");
    CHECK(read("localtime", "00:00:00.1234567899") == "00:00:00.123456789");
    for (const char* text : {"", "T", "2", "214", "21:4", "21:", "24:00", "21:60", "21:40:60", "21:40:",
                             "21:40:3", "21:40.5", "21:40:32.", "21.5", "21:40Z", "2140:32", "-21:00"}) {
      CAPTURE(text);
      CHECK(read("localtime", text) ==
            "ArgumentError: InvalidArgumentValue: '" + std::string(text) +
                "' is no localtime: write it as 21:40:32.142, 214032.142, 21:40 or 21");
    }
  }

  TEST_CASE("fractions are written in groups of three digits") {
    CHECK(read("localtime", "00:00:00.5") == "00:00:00.500");
    CHECK(read("localtime", "00:00:00.0005") == "00:00:00.000500");
    CHECK(read("localtime", "00:00:00.00000005") == "00:00:00.000000050");
    CHECK(read("localtime", "12:00:00.000") == "12:00");
    CHECK(read("localtime", "12:00:01.000") == "12:00:01");
  }

  TEST_CASE("offsets") {
    CHECK(read("time", "21:40Z") == "21:40Z");
    CHECK(read("time", "21:40z") == "21:40Z");
    CHECK(read("time", "2140-00:00") == "21:40Z");
    CHECK(read("time", "21:40+01") == "21:40+01:00");
    CHECK(read("time", "21:40+0130") == "21:40+01:30");
    CHECK(read("time", "21:40-01:30") == "21:40-01:30");
    CHECK(read("time", "21:40+02:05:59") == "21:40+02:05:59");
    CHECK(read("time", "21:40-020559") == "21:40-02:05:59");
    CHECK(read("time", "21:40") == "21:40Z");
    CHECK(read("time", "21:40+18:00") == "21:40+18:00");
    for (const char* text :
         {"21:40+18:01", "21:40+1", "21:40+01:", "21:40+01:60", "21:40+01:000", "21:40[Europe/London]"})
      CHECK(read("time", text) ==
            "ArgumentError: InvalidArgumentValue: '" + std::string(text) +
                "' is no time: write it as 21:40:32.142+01:00, 214032+0100, 21:40Z or 21");
  }

  TEST_CASE("date and time together") {
    CHECK(read("localdatetime", "2015-W30-2T214032.142") == "2015-07-21T21:40:32.142");
    CHECK(read("localdatetime", "2015-202T21") == "2015-07-21T21:00");
    CHECK(read("localdatetime", "2015") == "2015-01-01T00:00");
    CHECK(read("localdatetime", "-999999999-01-01") == "-999999999-01-01T00:00");
    CHECK(read("datetime", "2015T214032-0100") == "2015-01-01T21:40:32-01:00");
    CHECK(read("datetime", "2015-07-21") == "2015-07-21T00:00Z");
    CHECK(read("localdatetime", "2015-07-21T") ==
          "ArgumentError: InvalidArgumentValue: '2015-07-21T' is no localdatetime: write it as "
          "2015-07-21T21:40:32.142 or 20150721T214032");
    CHECK(read("datetime", "2015-07-21 21:40") ==
          "ArgumentError: InvalidArgumentValue: '2015-07-21 21:40' is no datetime: write it as "
          "2015-07-21T21:40:32.142+02:00 or 2015-07-21T21:40:32[Europe/Stockholm]");
  }

  TEST_CASE("named zones") {
    CHECK(read("datetime", "2015-07-21T21:40:32.142+02:00[Europe/Stockholm]") ==
          "2015-07-21T21:40:32.142+02:00[Europe/Stockholm]");
    CHECK(read("datetime", "2015-07-21T21:40[Europe/London]") == "2015-07-21T21:40+01:00[Europe/London]");
    CHECK(read("datetime", "2015-01-21T21:40[Europe/London]") == "2015-01-21T21:40Z[Europe/London]");
    CHECK(read("datetime", "2015-01-21[Europe/London]") == "2015-01-21T00:00Z[Europe/London]");
    CHECK(read("datetime", "1818-07-21T21:40:32.142[Europe/Stockholm]") ==
          "1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]");
    CHECK(read("datetime", "2015-07-21T21:40+03:00[Europe/Stockholm]") ==
          "ArgumentError: InvalidArgumentValue: the offset +03:00 is not one that Europe/Stockholm has at "
          "that date and "
          "time: leave the offset or the zone out");
    CHECK(read("datetime", "2015-07-21T21:40[europe/stockholm]") ==
          "ArgumentError: InvalidArgumentValue: 'europe/stockholm' is no time zone: write an offset up to 18 "
          "hours "
          "('+01:00'), 'Z', or a name of the IANA database ('Europe/Stockholm')");
    for (const char* text :
         {"2015-07-21T21:40[Europe/London", "2015-07-21T21:40[]", "2015-07-21T21:40[Europe/London]Z"})
      CHECK(read("datetime", text) == "ArgumentError: InvalidArgumentValue: '" + std::string(text) +
                                          "' is no datetime: write it as 2015-07-21T21:40:32.142+02:00 or "
                                          "2015-07-21T21:40:32[Europe/Stockholm]");
  }

  TEST_CASE(
      "a skipped local time moves on, a repeated one is the earlier reading unless its offset is given") {
    CHECK(read("datetime", "2017-03-26T02:30[Europe/Stockholm]") ==
          "2017-03-26T03:30+02:00[Europe/Stockholm]");
    CHECK(read("datetime", "2017-10-29T02:30[Europe/Stockholm]") ==
          "2017-10-29T02:30+02:00[Europe/Stockholm]");
    CHECK(read("datetime", "2017-10-29T02:30+01:00[Europe/Stockholm]") ==
          "2017-10-29T02:30+01:00[Europe/Stockholm]");
  }

  TEST_CASE("zones far from today") {
    CHECK(read("datetime", "+999999999-07-31T12:00[Europe/Stockholm]") ==
          "+999999999-07-31T12:00+02:00[Europe/Stockholm]");
    CHECK(read("datetime", "+12024-01-01T12:00[Europe/Stockholm]") ==
          "+12024-01-01T12:00+01:00[Europe/Stockholm]");
    CHECK(read("datetime", "-999999999-01-01T00:00[Europe/London]") ==
          "-999999999-01-01T00:00-00:01:15[Europe/London]");
  }

  TEST_CASE("durations") {
    CHECK(read("duration", "P14DT16H12M") == "P14DT16H12M");
    CHECK(read("duration", "P5M1.5D") == "P5M1DT12H");
    CHECK(read("duration", "P0.75M") == "P22DT19H51M49.5S");
    CHECK(read("duration", "PT0.75M") == "PT45S");
    CHECK(read("duration", "P2.5W") == "P17DT12H");
    CHECK(read("duration", "P12Y5M14DT16H12M70S") == "P12Y5M14DT16H13M10S");
    CHECK(read("duration", "P2012-02-02T14:37:21.545") == "P2012Y2M2DT14H37M21.545S");
    CHECK(read("duration", "P20120202T143721") == "P2012Y2M2DT14H37M21S");
    CHECK(read("duration", "P2012-02-02") == "P2012Y2M2D");
    CHECK(read("duration", "PT-1.999S") == "PT-1.999S");
    CHECK(read("duration", "PT1,5S") == "PT1.5S");
    CHECK(read("duration", "-P1Y2M3DT4H") == "P-1Y-2M-3DT-4H");
    CHECK(read("duration", "-P-1D") == "P1D");
    CHECK(read("duration", "+P+1D") == "P1D");
    CHECK(read("duration", "P1Y-2M") == "P10M");
    CHECK(read("duration", "PT0S") == "PT0S");
    CHECK(read("duration", "P-9223372036854775808D") == "P-9223372036854775808D");
    for (const char* text : {"",
                             "P",
                             "PT",
                             "P1",
                             "1D",
                             "P1DT",
                             "PT1D",
                             "P1H",
                             "P1D1Y",
                             "P1D1D",
                             "P1.D",
                             "P.5D",
                             "P--1D",
                             "P1DT1H ",
                             "P2012-13-02",
                             "P2012-02-32",
                             "P2012-02-02T",
                             "P2012-02-02T25",
                             "P2012-02-02TT10",
                             "p1d"}) {
      CAPTURE(text);
      CHECK(read("duration", text) ==
            "ArgumentError: InvalidArgumentValue: '" + std::string(text) +
                "' is no duration: write it as P1Y2M3W4DT5H6M7.8S or P2012-02-02T14:37:21.545");
    }
    for (const char* text : {"P9223372036854775808D", "P99999999999999999999D", "P9223372036854775807Y",
                             "PT9223372036854775807H", "PT9223372036854775807S1H"}) {
      CAPTURE(text);
      const std::string message = read("duration", text);
      const bool refused = message.starts_with("ArgumentError: ");
      CHECK(refused);
    }
    CHECK(read("duration", "P9223372036854775808D") ==
          "ArgumentError: NumberOutOfRange: the duration is too large: its months, days and seconds are "
          "64-bit numbers");
  }

  TEST_CASE("signs within a duration's text") {
    CHECK(made("duration", {{"seconds", -2}, {"milliseconds", 1}}) == "PT-1.999S");
    CHECK(made("duration", {{"seconds", -2}, {"milliseconds", -1}}) == "PT-2.001S");
    CHECK(made("duration", {{"milliseconds", -400}}) == "PT-0.4S");
    CHECK(made("duration", {{"minutes", -10}, {"milliseconds", -300}}) == "PT-10M-0.3S");
    CHECK(made("duration", {{"months", 1}, {"days", -14}, {"hours", 1}}) == "P1M-14DT1H");
    CHECK(made("duration", {{"months", -13}}) == "P-1Y-1M");
  }

  TEST_CASE("values that are not temporal have no text") {
    CHECK(talentflow::query::temporal_text(Value(5)).empty());
    CHECK(talentflow::query::temporal_text(Value()).empty());
  }
}
