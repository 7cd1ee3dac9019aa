// The calendar against a reference that walks day by day and knows nothing but the lengths of months.
#include "query/temporal/calendar.hpp"

#include <doctest/doctest.h>

using namespace talentflow::query::temporal;

namespace {

bool leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// One day after another, with the weekday and the week beside it.
struct Walker {
  CalendarDate date{-5, 1, 1};
  std::int64_t weekday;
  std::int64_t ordinal = 1;

  void step() {
    static constexpr std::int64_t kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const std::int64_t length = date.month == 2 && leap(date.year) ? 29 : kLengths[date.month - 1];
    weekday = weekday % 7 + 1;
    ++ordinal;
    if (++date.day <= length) return;
    date.day = 1;
    if (++date.month <= 12) return;
    date.month = 1;
    ordinal = 1;
    ++date.year;
  }
};

/// By the definition: the week's year is the one its Thursday is in.
WeekDate reference_week(const Walker& walker) {
  const std::int64_t thursday = walker.ordinal + 4 - walker.weekday;
  const std::int64_t length = leap(walker.date.year) ? 366 : 365;
  const std::int64_t before = leap(walker.date.year - 1) ? 366 : 365;
  if (thursday < 1) return {walker.date.year - 1, (thursday + before - 1) / 7 + 1, walker.weekday};
  if (thursday > length) return {walker.date.year + 1, (thursday - length - 1) / 7 + 1, walker.weekday};
  return {walker.date.year, (thursday - 1) / 7 + 1, walker.weekday};
}

}  // namespace

TEST_SUITE("temporal: calendar") {
  TEST_CASE("day by day through two eras of 400 years") {
    Walker walker;
    std::int64_t day = *day_of(walker.date);
    walker.weekday = week_date(day).day;
    for (; walker.date.year < 805; walker.step(), ++day) {
      const CalendarDate date = calendar_date(day);
      const WeekDate week = week_date(day);
      const WeekDate expected = reference_week(walker);
      const bool right = date.year == walker.date.year && date.month == walker.date.month &&
                         date.day == walker.date.day && day_of(date) == day && week.year == expected.year &&
                         week.week == expected.week && week.day == expected.day && day_of(week) == day &&
                         ordinal_date(day).day == walker.ordinal && day_of(ordinal_date(day)) == day &&
                         day_of(quarter_date(day)) == day &&
                         quarter_date(day).quarter == (date.month + 2) / 3;
      if (!right) CAPTURE(day);
      if (!right) REQUIRE(right);
    }
    CHECK(walker.date.year == 805);
  }

  TEST_CASE("known days") {
    CHECK(day_of(CalendarDate{1970, 1, 1}) == 0);
    CHECK(week_date(0).day == 4);
    CHECK(day_of(CalendarDate{2000, 2, 29}) == 11016);
    CHECK(day_of(CalendarDate{-kLastYear, 1, 1}) == kFirstDay);
    CHECK(day_of(CalendarDate{kLastYear, 12, 31}) == kLastDay);
    CHECK(calendar_date(kFirstDay).year == -kLastYear);
    CHECK(calendar_date(kLastDay).year == kLastYear);
    CHECK_FALSE(day_of(CalendarDate{kLastYear + 1, 1, 1}).has_value());
    CHECK_FALSE(day_of(WeekDate{kLastYear, 53, 1}).has_value());
  }

  TEST_CASE("months and days added stay in range") {
    CHECK(add_months(kLastDay, 1) == std::nullopt);
    CHECK(add_months(kFirstDay, -1) == std::nullopt);
    CHECK(add_months(0, INT64_MAX) == std::nullopt);
    CHECK(add_months(0, INT64_MIN) == std::nullopt);
    CHECK(add_days(kLastDay, 1) == std::nullopt);
    CHECK(add_days(0, INT64_MIN) == std::nullopt);
    CHECK(add_days(kFirstDay, kLastDay - kFirstDay) == kLastDay);
    CHECK(months_between(*day_of(CalendarDate{2018, 1, 31}), *day_of(CalendarDate{2018, 2, 28})) == 0);
    CHECK(months_between(*day_of(CalendarDate{2018, 2, 28}), *day_of(CalendarDate{2018, 1, 31})) == 0);
  }
}
