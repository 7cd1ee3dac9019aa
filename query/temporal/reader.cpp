#include "query/temporal/reader.hpp"

#include "query/temporal/zones.hpp"

namespace talentflow::query::temporal {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace

std::size_t Reader::digits_ahead() const {
  std::size_t count = 0;
  while (at_ + count < text_.size() && is_digit(text_[at_ + count])) ++count;
  return count;
}

bool Reader::take(char letter) {
  if (peek() != letter || at_end()) return false;
  ++at_;
  return true;
}

std::optional<std::int64_t> Reader::digits(std::size_t count) {
  if (count == 0 || count > 18 || digits_ahead() < count) return std::nullopt;
  std::int64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text_[at_ + i] - '0');
  at_ += count;
  return value;
}

std::optional<std::int64_t> Reader::fraction() {
  const std::size_t start = at_;
  if (!take('.') && !take(',')) return std::nullopt;
  const std::size_t count = digits_ahead();
  if (count == 0) {
    at_ = start;
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (std::size_t i = 0; i < 9; ++i) value = value * 10 + (i < count ? text_[at_ + i] - '0' : 0);
  at_ += count;
  return value;
}

std::optional<std::int32_t> Reader::offset() {
  const std::size_t start = at_;
  if (take('Z') || take('z')) return 0;
  const bool west = take('-');
  if (!west && !take('+')) return std::nullopt;
  const auto seconds = clock_offset();
  if (!seconds || *seconds > kLargestOffset) {
    at_ = start;
    return std::nullopt;
  }
  return west ? -*seconds : *seconds;
}

std::optional<std::int32_t> Reader::clock_offset() {
  const auto hours = digits(2);
  if (!hours) return std::nullopt;
  std::int64_t seconds = *hours * 3600;
  const bool colon = take(':');
  for (const std::int64_t unit : {60, 1}) {
    if (unit == 1 && colon && !take(':')) break;
    const auto part = digits(2);
    if (!part && !colon) break;
    if (!part || *part > 59) return std::nullopt;
    seconds += *part * unit;
  }
  return static_cast<std::int32_t>(seconds);
}

}  // namespace talentflow::query::temporal
