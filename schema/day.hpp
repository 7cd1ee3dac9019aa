// Days as integers: the proleptic Gregorian calendar, day 0 = 1970-01-01, no time zone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace talentflow {

/// Days since 1970-01-01. Intervals of days are half-open.
using Day = std::int32_t;

/// Sentinels for "no bound": far outside any date that is written with four digits.
inline constexpr Day kMinDay = -1'000'000'000;
inline constexpr Day kMaxDay = 1'000'000'000;

struct CivilDate {
  int year = 1970;
  int month = 1;  ///< 1..12
  int day = 1;    ///< 1..31
  bool operator==(const CivilDate&) const = default;
};

/// Day of a calendar date. Precondition: valid(date). Method: H. Hinnant, "chrono-compatible low-level date
/// algorithms" (days_from_civil).
Day to_day(CivilDate date);

/// The calendar date of a day.
CivilDate to_civil(Day day);

bool is_leap(int year);
int days_in_month(int year, int month);
bool valid(CivilDate date);

/// "2026-03-04"; years outside 0..9999 carry a sign.
std::string to_string(CivilDate date);
inline std::string day_text(Day day) { return to_string(to_civil(day)); }

/// A range of possible days, [low, high) for a coarse date; low == high is one exact day.
/// This is the meaning that every rule of careers and flows uses (see graph/README.md).
struct DayRange {
  Day low = kMinDay;
  Day high = kMaxDay;
  bool operator==(const DayRange&) const = default;
  bool exact() const { return low == high; }
  Day middle() const { return static_cast<Day>((static_cast<std::int64_t>(low) + high) / 2); }
};

}  // namespace talentflow
