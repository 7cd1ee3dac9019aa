#include <doctest/doctest.h>

#include "tests/unit/temporal/calls.hpp"

using namespace temporal_tests;

namespace {

struct Case {
  const char* function;
  const char* first_type;
  const char* first;
  const char* second_type;
  const char* second;
  const char* expected;
};

}  // namespace

TEST_SUITE("temporal: between") {
  TEST_CASE("what one value lacks it takes from the other") {
    const Case cases[] = {
        {"between", "date", "1984-10-11", "date", "2015-06-24", "P30Y8M13D"},
        {"between", "date", "1984-10-11", "localdatetime", "2016-07-21T21:45:22.142",
         "P31Y9M10DT21H45M22.142S"},
        {"between", "date", "1984-10-11", "localtime", "16:30", "PT16H30M"},
        {"between", "date", "1984-10-11", "time", "16:30+0100", "PT16H30M"},
        {"between", "localtime", "14:30", "date", "2015-06-24", "PT-14H-30M"},
        {"between", "localtime", "14:30", "time", "16:30+0100", "PT2H"},
        {"between", "time", "14:30", "time", "16:30+0100", "PT1H"},
        {"between", "time", "14:30", "datetime", "2015-07-21T21:40:32.142+0100", "PT6H10M32.142S"},
        {"between", "localdatetime", "2015-07-21T21:40:32.142", "date", "2015-06-24",
         "P-27DT-21H-40M-32.142S"},
        {"between", "localdatetime", "2015-07-21T21:40:32.142", "datetime", "2015-07-21T21:40:32.142+0100",
         "PT0S"},
        {"between", "datetime", "2014-07-21T21:40:36.143+0200", "time", "16:30+0100", "PT-4H-10M-36.143S"},
        {"between", "datetime", "2014-07-21T00:00+0200", "datetime", "2014-07-22T00:00+0100", "P1DT1H"},
        {"inMonths", "date", "1984-10-11", "localdatetime", "2016-07-21T21:45:22.142", "P31Y9M"},
        {"inMonths", "localdatetime", "2018-07-21T21:40:32.142", "date", "2016-07-21", "P-2Y"},
        {"inMonths", "datetime", "2018-07-21T21:40:36.143+0500", "datetime", "1984-07-21T22:40:36.143+0200",
         "P-33Y-11M"},
        {"inMonths", "localtime", "14:30", "date", "2015-06-24", "PT0S"},
        {"inDays", "date", "1984-10-11", "localdatetime", "2016-07-21T21:45:22.142", "P11606D"},
        {"inDays", "localdatetime", "2015-07-21T21:40:32.142", "date", "2015-06-24", "P-27D"},
        {"inDays", "datetime", "2014-07-21T21:40:36.143+0200", "datetime", "2015-07-21T21:40:32.142+0100",
         "P365D"},
        {"inDays", "time", "14:30", "localtime", "16:30", "PT0S"},
        {"inSeconds", "date", "1984-10-11", "date", "2015-06-24", "PT269112H"},
        {"inSeconds", "localdatetime", "2014-07-21T21:40:36.143", "localdatetime", "2014-07-21T21:40:36.142",
         "PT-0.001S"},
        {"inSeconds", "localtime", "12:44:56", "localtime", "12:34:55.7", "PT-10M-0.3S"},
    };
    for (const Case& test : cases) {
      CAPTURE(test.function);
      CAPTURE(test.first);
      CAPTURE(test.second);
      CHECK(said("duration." + std::string(test.function),
                 {parse(test.first_type, test.first), parse(test.second_type, test.second)}) ==
            test.expected);
    }
  }

  TEST_CASE("months are counted before days, from the first value on") {
    CHECK(said("duration.between", {parse("date", "2018-01-31"), parse("date", "2018-03-01")}) == "P1M1D");
    CHECK(said("duration.between", {parse("date", "2018-03-01"), parse("date", "2018-01-31")}) == "P-1M-1D");
  }

  TEST_CASE("the day the clock goes back has 25 hours") {
    const Value midnight = parse("datetime", "2017-10-29T00:00[Europe/Stockholm]");
    CHECK(said("duration.inSeconds", {midnight, parse("localtime", "04:00")}) == "PT5H");
    CHECK(said("duration.inSeconds", {midnight, parse("date", "2017-10-30")}) == "PT25H");
    CHECK(said("duration.between", {midnight, parse("date", "2017-10-30")}) == "P1D");
    CHECK(said("duration.inSeconds", {parse("localdatetime", "2017-10-29T00:00"),
                                      parse("datetime", "2017-10-29T04:00[Europe/Stockholm]")}) == "PT5H");
    CHECK(said("duration.between", {parse("datetime", "2017-10-28T23:00[Europe/Stockholm]"),
                                    parse("datetime", "2017-10-29T04:00[Europe/Stockholm]")}) == "PT6H");
  }

  TEST_CASE("over all years") {
    CHECK(said("duration.between", {parse("date", "-999999999-01-01"), parse("date", "+999999999-12-31")}) ==
          "P1999999998Y11M30D");
    CHECK(said("duration.inSeconds", {parse("localdatetime", "-999999999-01-01"),
                                      parse("localdatetime", "+999999999-12-31T23:59:59")}) ==
          "PT17531639991215H59M59S");
  }

  TEST_CASE("errors") {
    CHECK(said("duration.between", {Value(5), parse("date", "2024-01-01")}) ==
          "TypeError: InvalidArgumentType: duration.between() takes two dates or times, not an integer");
    CHECK(said("duration.inDays", {parse("date", "2024-01-01"), parse("duration", "P1D")}) ==
          "TypeError: InvalidArgumentType: duration.inDays() takes two dates or times, not a duration");
  }
}
