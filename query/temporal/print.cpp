#include "query/temporal/duration.hpp"
#include "query/temporal/text.hpp"

namespace talentflow::query::temporal {
namespace {

std::string padded(std::int64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string year_text(std::int64_t year) {
  if (year < 0) return "-" + padded(-year, 4);
  return (year > 9999 ? "+" : "") + padded(year, 4);
}

std::string date_text(std::int64_t days) {
  const CalendarDate date = calendar_date(days);
  return year_text(date.year) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

/// Seconds only when there are any, their fraction in whole groups of three digits.
std::string time_text(std::int64_t nanoseconds) {
  const std::int64_t seconds = nanoseconds / kNanosecondsPerSecond;
  const std::int64_t fraction = nanoseconds % kNanosecondsPerSecond;
  std::string out = padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2);
  if (nanoseconds % (60 * kNanosecondsPerSecond) == 0) return out;
  out += ":" + padded(seconds % 60, 2);
  if (fraction == 0) return out;
  std::string digits = padded(fraction, 9);
  while (digits.ends_with("000")) digits.resize(digits.size() - 3);
  return out + "." + digits;
}

void append_unit(std::string& out, std::int64_t number, char unit) {
  if (number != 0) out += std::to_string(number) + unit;
}

/// "-1.999S", the fraction without trailing zeros.
void append_seconds(std::string& out, std::int64_t seconds, std::int64_t nanoseconds) {
  if (seconds == 0 && nanoseconds == 0) return;
  if (seconds < 0 || nanoseconds < 0) out += '-';
  out += std::to_string(seconds < 0 ? -seconds : seconds);
  if (nanoseconds != 0) {
    std::string digits = padded(nanoseconds < 0 ? -nanoseconds : nanoseconds, 9);
    while (digits.ends_with('0')) digits.pop_back();
    out += "." + digits;
  }
  out += 'S';
}

}  // namespace

std::string offset_text(std::int32_t offset) {
  if (offset == 0) return "Z";
  const std::int32_t size = offset < 0 ? -offset : offset;
  std::string out = (offset < 0 ? "-" : "+") + padded(size / 3600, 2) + ":" + padded(size / 60 % 60, 2);
  if (size % 60 != 0) out += ":" + padded(size % 60, 2);
  return out;
}

std::string instant_text(const Parts& parts) {
  std::string out;
  if (has_date(parts.kind)) out += date_text(parts.days);
  if (has_date(parts.kind) && has_time(parts.kind)) out += 'T';
  if (has_time(parts.kind)) out += time_text(parts.nanoseconds);
  if (has_zone(parts.kind)) out += offset_text(parts.offset);
  if (parts.zone) out += "[" + *parts.zone + "]";
  return out;
}

std::string duration_text(const DurationValue& duration) {
  const SignedTime time = signed_time(duration);
  std::string out = "P";
  append_unit(out, duration.months / 12, 'Y');
  append_unit(out, duration.months % 12, 'M');
  append_unit(out, duration.days, 'D');
  std::string clock;
  append_unit(clock, time.seconds / 3600, 'H');
  append_unit(clock, time.seconds / 60 % 60, 'M');
  append_seconds(clock, time.seconds % 60, time.nanoseconds);
  if (!clock.empty()) out += "T" + clock;
  return out == "P" ? "PT0S" : out;
}

}  // namespace talentflow::query::temporal
