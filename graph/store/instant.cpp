#include <charconv>
#include <optional>

#include "graph/store/draft.hpp"
#include "schema/edtf.hpp"

namespace talentflow::graph {
namespace {

constexpr Instant kSecond = 1'000'000;
constexpr Instant kDay = 86'400 * kSecond;

/// Reads exactly `width` digits at `at` and moves on.
std::optional<int> digits(std::string_view text, std::size_t& at, std::size_t width) {
  if (at + width > text.size()) return std::nullopt;
  int number = 0;
  const char* first = text.data() + at;
  const auto [end, error] = std::from_chars(first, first + width, number);
  if (error != std::errc{} || end != first + width || *first == '-') return std::nullopt;
  at += width;
  return number;
}

bool skip(std::string_view text, std::size_t& at, char wanted) {
  if (at >= text.size() || text[at] != wanted) return false;
  ++at;
  return true;
}

/// ".25" as microseconds; digits past the sixth are dropped.
std::optional<Instant> fraction(std::string_view text, std::size_t& at) {
  if (!skip(text, at, '.')) return 0;
  Instant micros = 0;
  int count = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++count)
    if (count < 6) micros = micros * 10 + (text[at] - '0');
  if (count == 0) return std::nullopt;
  for (; count < 6; ++count) micros *= 10;
  return micros;
}

/// "Z", "+08:00", "-0500" or nothing (UTC), as microseconds to subtract.
std::optional<Instant> offset(std::string_view text, std::size_t& at) {
  if (at == text.size()) return 0;
  if (skip(text, at, 'Z') || skip(text, at, 'z')) return 0;
  const bool west = text[at] == '-';
  if (!skip(text, at, '+') && !skip(text, at, '-')) return std::nullopt;
  const auto hours = digits(text, at, 2);
  skip(text, at, ':');
  const auto minutes = at == text.size() ? std::optional(0) : digits(text, at, 2);
  if (!hours || !minutes || *hours > 18 || *minutes > 59) return std::nullopt;
  const Instant size = (*hours * 3600LL + *minutes * 60LL) * kSecond;
  return west ? -size : size;
}

std::optional<Instant> time_of_day(std::string_view text) {
  std::size_t at = 0;
  const auto hours = digits(text, at, 2);
  if (!hours || *hours > 23 || !skip(text, at, ':')) return std::nullopt;
  const auto minutes = digits(text, at, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  int seconds = 0;
  if (skip(text, at, ':')) {
    const auto read = digits(text, at, 2);
    if (!read || *read > 59) return std::nullopt;
    seconds = *read;
  }
  const auto micros = fraction(text, at);
  if (!micros) return std::nullopt;
  const auto zone = offset(text, at);
  if (!zone || at != text.size()) return std::nullopt;
  return (*hours * 3600LL + *minutes * 60LL + seconds) * kSecond + *micros - *zone;
}

}  // namespace

Result<Instant> parse_instant(std::string_view text) {
  const std::size_t split = text.find_first_of("T ");
  const auto date = parse_date(text.substr(0, split));
  if (!date.ok()) return date.error();
  if (!date->known())
    return make_error(ErrorCode::invalid_input, "", "'" + std::string(text) + "' is no point in time");
  const DayRange range = date->range;
  const Day last = range.exact() ? range.low : range.high - 1;
  if (last >= kMaxDay - 1 || last <= kMinDay)
    return make_error(ErrorCode::invalid_input, "", "'" + std::string(text) + "' has no last day");
  const Instant midnight = last * kDay;
  if (split == std::string_view::npos) return midnight;
  const auto time = time_of_day(text.substr(split + 1));
  if (!range.exact() || !time)
    return make_error(ErrorCode::invalid_input, "",
                      "'" + std::string(text) + "' is no date and time; write it as 2026-03-04T10:00:00Z");
  return midnight + *time;
}

}  // namespace talentflow::graph
