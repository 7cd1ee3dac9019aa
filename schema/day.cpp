#include "schema/day.hpp"

#include <array>
#include <cstdio>

namespace talentflow {

Day to_day(CivilDate date) {
  const int year = date.year - (date.month <= 2 ? 1 : 0);
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int month_from_march = date.month > 2 ? date.month - 3 : date.month + 9;
  const int day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDate to_civil(Day day) {
  const int shifted = day + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = shifted - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const int first_day_of_month = (153 * month_from_march + 2) / 5;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - first_day_of_month + 1};
}

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool valid(CivilDate date) {
  return date.year >= -999999 && date.year <= 999999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

std::string to_string(CivilDate date) {
  std::array<char, 40> buffer{};
  const char* format = date.year < 0 || date.year > 9999 ? "%+05d-%02d-%02d" : "%04d-%02d-%02d";
  const int length = std::snprintf(buffer.data(), buffer.size(), format, date.year, date.month, date.day);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace talentflow
