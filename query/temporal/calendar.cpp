#include "query/temporal/calendar.hpp"

#include <algorithm>

namespace talentflow::query::temporal {
namespace {

constexpr std::int64_t kDaysPerEra = 146'097;  // 400 years

bool leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// Years begin in March here, so that the leap day is a year's last. H. Hinnant, "chrono-compatible low-level
/// date algorithms", days_from_civil.
std::int64_t day_number(std::int64_t year, std::int64_t month, std::int64_t day) {
  const std::int64_t march_year = month <= 2 ? year - 1 : year;
  const std::int64_t era = floor_divide(march_year, 400);
  const std::int64_t year_of_era = march_year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysPerEra + day_of_era - 719'468;
}

std::int64_t weekday(std::int64_t day) { return floor_remainder(day + 3, 7) + 1; }

/// Monday of the week that holds 4 January.
std::int64_t first_monday(std::int64_t year) {
  const std::int64_t fourth = day_number(year, 1, 4);
  return fourth - (weekday(fourth) - 1);
}

bool year_in_range(std::int64_t year) { return year >= -kLastYear && year <= kLastYear; }

std::optional<std::int64_t> in_range(std::int64_t day) {
  if (day < kFirstDay || day > kLastDay) return std::nullopt;
  return day;
}

}  // namespace

std::int64_t length_of_month(std::int64_t year, std::int64_t month) {
  if (month == 2) return leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

CalendarDate calendar_date(std::int64_t day) {
  const std::int64_t shifted = day + 719'468;
  const std::int64_t era = floor_divide(shifted, kDaysPerEra);
  const std::int64_t day_of_era = shifted - era * kDaysPerEra;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t march_month = (5 * day_of_year + 2) / 153;
  const std::int64_t month = march_month < 10 ? march_month + 3 : march_month - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          day_of_year - (153 * march_month + 2) / 5 + 1};
}

WeekDate week_date(std::int64_t day) {
  std::int64_t year = calendar_date(day).year;
  if (day >= first_monday(year + 1)) {
    ++year;
  } else if (day < first_monday(year)) {
    --year;
  }
  return {year, (day - first_monday(year)) / 7 + 1, weekday(day)};
}

QuarterDate quarter_date(std::int64_t day) {
  const CalendarDate date = calendar_date(day);
  const std::int64_t quarter = (date.month - 1) / 3 + 1;
  return {date.year, quarter, day - day_number(date.year, quarter * 3 - 2, 1) + 1};
}

OrdinalDate ordinal_date(std::int64_t day) {
  const std::int64_t year = calendar_date(day).year;
  return {year, day - day_number(year, 1, 1) + 1};
}

std::optional<std::int64_t> day_of(const CalendarDate& date) {
  if (!year_in_range(date.year) || date.month < 1 || date.month > 12 || date.day < 1) return std::nullopt;
  if (date.day > length_of_month(date.year, date.month)) return std::nullopt;
  return day_number(date.year, date.month, date.day);
}

std::optional<std::int64_t> day_of(const WeekDate& date) {
  if (!year_in_range(date.year) || date.week < 1 || date.week > 53 || date.day < 1 || date.day > 7)
    return std::nullopt;
  const std::int64_t day = first_monday(date.year) + (date.week - 1) * 7 + date.day - 1;
  if (date.week == 53 && day >= first_monday(date.year + 1)) return std::nullopt;
  return in_range(day);
}

std::optional<std::int64_t> day_of(const QuarterDate& date) {
  if (!year_in_range(date.year) || date.quarter < 1 || date.quarter > 4 || date.day < 1 || date.day > 92)
    return std::nullopt;
  const std::int64_t first = day_number(date.year, date.quarter * 3 - 2, 1);
  const std::int64_t next =
      date.quarter == 4 ? day_number(date.year + 1, 1, 1) : day_number(date.year, date.quarter * 3 + 1, 1);
  if (first + date.day - 1 >= next) return std::nullopt;
  return first + date.day - 1;
}

std::optional<std::int64_t> day_of(const OrdinalDate& date) {
  if (!year_in_range(date.year) || date.day < 1 || date.day > (leap(date.year) ? 366 : 365))
    return std::nullopt;
  return day_number(date.year, 1, 1) + date.day - 1;
}

std::optional<std::int64_t> add_months(std::int64_t day, std::int64_t months) {
  // More months than there are in all years leave the range from anywhere; asked first, the sum cannot
  // overflow.
  constexpr std::int64_t kMonths = (2 * kLastYear + 1) * 12;
  if (months < -kMonths || months > kMonths) return std::nullopt;
  const CalendarDate date = calendar_date(day);
  const std::int64_t sum = date.year * 12 + date.month - 1 + months;
  const std::int64_t year = floor_divide(sum, 12);
  const std::int64_t month = floor_remainder(sum, 12) + 1;
  if (!year_in_range(year)) return std::nullopt;
  return day_number(year, month, std::min(date.day, length_of_month(year, month)));
}

std::optional<std::int64_t> add_days(std::int64_t day, std::int64_t days) {
  if (days < kFirstDay - kLastDay || days > kLastDay - kFirstDay) return std::nullopt;
  return in_range(day + days);
}

std::int64_t months_between(std::int64_t from, std::int64_t to) {
  const CalendarDate a = calendar_date(from);
  const CalendarDate b = calendar_date(to);
  const std::int64_t months = (b.year - a.year) * 12 + b.month - a.month;
  if (months > 0 && b.day < a.day) return months - 1;
  if (months < 0 && b.day > a.day) return months + 1;
  return months;
}

}  // namespace talentflow::query::temporal
