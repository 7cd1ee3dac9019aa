#include <doctest/doctest.h>

#include "schema/edtf.hpp"

using namespace talentflow;

TEST_CASE("a date keeps its precision") {
  const auto year = parse_date("2026");
  REQUIRE(year.ok());
  CHECK(year->range == DayRange{to_day({2026, 1, 1}), to_day({2027, 1, 1})});
  const auto month = parse_date("2026-02");
  REQUIRE(month.ok());
  CHECK(month->range == DayRange{to_day({2026, 2, 1}), to_day({2026, 3, 1})});
  const auto day = parse_date("2026-03-04");
  REQUIRE(day.ok());
  CHECK(day->range.exact());
  CHECK(day->range.low == to_day({2026, 3, 4}));
}

TEST_CASE("unknown is not open") {
  CHECK(parse_date("")->kind == DateKind::unknown);
  CHECK(parse_date("..")->kind == DateKind::open);
}

TEST_CASE("printing gives back what was read") {
  for (const char* text : {"", "..", "2026", "2026-03", "2026-03-04", "2026~", "2026-03?", "2024-02-29",
                           "[2023-01-01..2025-12-31]", "[..2026-03-06]", "[2023-05-01..]"}) {
    const auto date = parse_date(text);
    REQUIRE_MESSAGE(date.ok(), text);
    CHECK(to_string(*date) == text);
  }
}

TEST_CASE("a range between coarse dates spans both") {
  const auto date = parse_date("[2023..2025]");
  REQUIRE(date.ok());
  CHECK(date->range == DayRange{to_day({2023, 1, 1}), to_day({2026, 1, 1})});
  CHECK(to_string(*date) == "[2023-01-01..2025-12-31]");
}

TEST_CASE("errors say what is wrong with which part") {
  const auto message = [](const char* text) { return parse_date(text).error().message; };
  const std::string help = " (write 2026, 2026-03, 2026-03-04, .. for still so, or leave it empty)";
  CHECK(message("2026-13-40") == "'2026-13-40' is not a date: month 13 does not exist" + help);
  CHECK(message("2026-02-30") == "'2026-02-30' is not a date: that month has 28 days" + help);
  CHECK(message("June 2026") == "'June 2026' is not a date: it has not the form of a year, month or day" + help);
  CHECK(message("20x6") == "'20x6' is not a date: the year is not four digits" + help);
  CHECK(message("[2025..2023]") == "'[2025..2023]' is not a date: its end lies before its start" + help);
}

TEST_CASE("days and calendar dates are inverse over twelve thousand years") {
  for (Day day = to_day({-2000, 1, 1}); day < to_day({10000, 1, 1}); day += 97) CHECK(to_day(to_civil(day)) == day);
  CHECK(to_day({1970, 1, 1}) == 0);
  CHECK(to_day({2000, 3, 1}) == 11017);
  CHECK(to_string(CivilDate{12000, 1, 2}) == "+12000-01-02");
}
