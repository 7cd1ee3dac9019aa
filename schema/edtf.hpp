// EDTF dates (ISO 8601-2, level 0 and the part of level 1 that sources use): a date keeps its precision.
//
// "2026", "2026-03" and "2026-03-04" are known to the year, month and day. ".." is open: "still so when the
// page was published". The empty text is unknown, and unknown is not open. "[2023..2025]", "[..2025]" and
// "[2023..]" are one unknown day between, up to, or from the named dates. A trailing "~", "?" or "%"
// (approximate, uncertain, both) is kept and printed, and does not change the range.
#pragma once

#include <string>
#include <string_view>

#include "schema/day.hpp"
#include "schema/result.hpp"

namespace talentflow {

/// Frozen codes: they are stored. If you add one, update records.capnp and date_codec.
enum class DateKind : std::uint8_t { unknown = 0, known = 1, open = 2 };
enum class DatePrecision : std::uint8_t { none = 0, year = 1, month = 2, day = 3, between = 4 };

/// One end of a valid-time interval as a source states it.
struct Date {
  DateKind kind = DateKind::unknown;
  DatePrecision precision = DatePrecision::none;
  char qualifier = 0;  ///< '~', '?', '%' or 0
  DayRange range{};    ///< known only: the possible days, [low, high), low == high for an exact day

  bool operator==(const Date&) const = default;
  bool known() const { return kind == DateKind::known; }
  bool open() const { return kind == DateKind::open; }

  static Date unknown_date() { return {}; }
  static Date open_date() { return {DateKind::open, DatePrecision::none, 0, {}}; }
  static Date on(Day day) { return {DateKind::known, DatePrecision::day, 0, {day, day}}; }
  static Date in_month(int year, int month);
  static Date in_year(int year);
  /// One unknown day in [low, high).
  static Date between(DayRange range) { return {DateKind::known, DatePrecision::between, 0, range}; }
};

/// Reads an EDTF date. The error says what is wrong with which part ("month 13 does not exist").
Result<Date> parse_date(std::string_view text);

/// The canonical text; parse_date(to_string(d)) == d.
std::string to_string(const Date& date);

}  // namespace talentflow
