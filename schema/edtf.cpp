#include "schema/edtf.hpp"

#include <charconv>

namespace talentflow {
namespace {

Error bad(std::string_view text, const std::string& why) {
  return make_error(ErrorCode::invalid_input, "",
                    "'" + std::string(text) + "' is not a date: " + why +
                        " (write 2026, 2026-03, 2026-03-04, .. for still so, or leave it empty)");
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char c : text)
    if (c < '0' || c > '9') return std::nullopt;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Result<Date> parse_plain(std::string_view whole, std::string_view text) {
  const bool year_only = text.size() == 4;
  const bool to_month = text.size() == 7 && text[4] == '-';
  const bool to_day_part = text.size() == 10 && text[4] == '-' && text[7] == '-';
  if (!year_only && !to_month && !to_day_part)
    return bad(whole, "it has not the form of a year, month or day");
  const auto year = digits(text.substr(0, 4));
  if (!year) return bad(whole, "the year is not four digits");
  if (year_only) return Date::in_year(*year);
  const auto month = digits(text.substr(5, 2));
  if (!month) return bad(whole, "the month is not two digits");
  if (*month < 1 || *month > 12)
    return bad(whole, "month " + std::string(text.substr(5, 2)) + " does not exist");
  if (to_month) return Date::in_month(*year, *month);
  const auto day = digits(text.substr(8, 2));
  if (!day) return bad(whole, "the day is not two digits");
  const CivilDate civil{*year, *month, *day};
  if (!valid(civil))
    return bad(whole, "that month has " + std::to_string(days_in_month(*year, *month)) + " days");
  return Date::on(to_day(civil));
}

Result<Date> parse_between(std::string_view whole) {
  const std::string_view inside = whole.substr(1, whole.size() - 2);
  const std::size_t dots = inside.find("..");
  if (whole.back() != ']' || dots == std::string_view::npos)
    return bad(whole, "a range is written [2023..2025]");
  DayRange range{kMinDay, kMaxDay};
  if (dots > 0) {
    const auto low = parse_plain(whole, inside.substr(0, dots));
    if (!low) return low.error();
    range.low = low->range.low;
  }
  if (dots + 2 < inside.size()) {
    const auto high = parse_plain(whole, inside.substr(dots + 2));
    if (!high) return high.error();
    range.high = high->range.exact() ? high->range.high + 1 : high->range.high;
  }
  if (range.low == kMinDay && range.high == kMaxDay) return bad(whole, "a range needs at least one end");
  if (range.low >= range.high) return bad(whole, "its end lies before its start");
  return Date::between(range);
}

/// How a bound of "[a..b]" prints: the coarsest text that stands for exactly that day as a start (or an end).
std::string bound_text(Day day) { return day_text(day); }

}  // namespace

Date Date::in_month(int year, int month) {
  const Day first = to_day({year, month, 1});
  return {DateKind::known, DatePrecision::month, 0, {first, first + days_in_month(year, month)}};
}

Date Date::in_year(int year) {
  return {DateKind::known, DatePrecision::year, 0, {to_day({year, 1, 1}), to_day({year + 1, 1, 1})}};
}

Result<Date> parse_date(std::string_view text) {
  if (text.empty()) return Date::unknown_date();
  if (text == "..") return Date::open_date();
  if (text.front() == '[')
    return text.size() > 4 ? parse_between(text) : Result<Date>(bad(text, "it is cut short"));
  std::string_view plain = text;
  char qualifier = 0;
  if (const char last = text.back(); last == '~' || last == '?' || last == '%') {
    qualifier = last;
    plain.remove_suffix(1);
  }
  auto date = parse_plain(text, plain);
  if (date) date->qualifier = qualifier;
  return date;
}

std::string to_string(const Date& date) {
  if (date.kind == DateKind::unknown) return "";
  if (date.kind == DateKind::open) return "..";
  if (date.precision == DatePrecision::between) {
    const std::string low = date.range.low == kMinDay ? "" : bound_text(date.range.low);
    const std::string high = date.range.high == kMaxDay ? "" : bound_text(date.range.high - 1);
    return "[" + low + ".." + high + "]";
  }
  std::string text = day_text(date.range.low);
  if (date.precision == DatePrecision::year) text.resize(4);
  if (date.precision == DatePrecision::month) text.resize(7);
  if (date.qualifier != 0) text += date.qualifier;
  return text;
}

}  // namespace talentflow
