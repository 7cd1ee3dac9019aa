// The proleptic Gregorian calendar and ISO 8601 weeks over all years of the language, -999,999,999 to
// 999,999,999. schema/day.hpp is the same calendar for the 32-bit days of claims.
#pragma once

#include <cstdint>
#include <optional>

namespace talentflow::query::temporal {

inline constexpr std::int64_t kLastYear = 999'999'999;
inline constexpr std::int64_t kFirstDay = -365'243'219'162;  ///< -999999999-01-01
inline constexpr std::int64_t kLastDay = 365'241'780'471;    ///< +999999999-12-31
inline constexpr std::int64_t kSecondsPerDay = 86'400;
inline constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;
inline constexpr std::int64_t kNanosecondsPerDay = kSecondsPerDay * kNanosecondsPerSecond;

/// Wide enough for nanoseconds over all years.
__extension__ typedef __int128 Wide;

struct CalendarDate {
  std::int64_t year = 0;
  std::int64_t month = 1;
  std::int64_t day = 1;
};
struct WeekDate {
  std::int64_t year = 0;  ///< the year the week belongs to
  std::int64_t week = 1;
  std::int64_t day = 1;  ///< 1 Monday .. 7 Sunday
};
struct QuarterDate {
  std::int64_t year = 0;
  std::int64_t quarter = 1;
  std::int64_t day = 1;
};
struct OrdinalDate {
  std::int64_t year = 0;
  std::int64_t day = 1;
};

/// The day's date in each system. Precondition: kFirstDay <= day <= kLastDay.
CalendarDate calendar_date(std::int64_t day);
WeekDate week_date(std::int64_t day);
QuarterDate quarter_date(std::int64_t day);
OrdinalDate ordinal_date(std::int64_t day);

/// The day of a date, nullopt when there is no such date or it is out of range.
std::optional<std::int64_t> day_of(const CalendarDate& date);
std::optional<std::int64_t> day_of(const WeekDate& date);
std::optional<std::int64_t> day_of(const QuarterDate& date);
std::optional<std::int64_t> day_of(const OrdinalDate& date);

std::int64_t length_of_month(std::int64_t year, std::int64_t month);

/// The day `months` later, clipped to the length of the month it falls in; nullopt out of range.
std::optional<std::int64_t> add_months(std::int64_t day, std::int64_t months);
/// nullopt out of range.
std::optional<std::int64_t> add_days(std::int64_t day, std::int64_t days);
/// Whole months from one day to another, toward zero.
std::int64_t months_between(std::int64_t from, std::int64_t to);

/// Division rounding down, and its remainder (never negative for a positive divisor).
constexpr std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}
constexpr std::int64_t floor_remainder(std::int64_t a, std::int64_t b) { return a - floor_divide(a, b) * b; }

}  // namespace talentflow::query::temporal
