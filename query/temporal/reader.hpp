// A cursor over the ASCII text of a temporal value. Each call either takes what it names and moves on, or
// leaves the cursor where it was.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace talentflow::query::temporal {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ == text_.size(); }
  std::size_t position() const { return at_; }
  void back_to(std::size_t position) { at_ = position; }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  std::string_view rest() const { return text_.substr(at_); }
  /// How many digits stand next.
  std::size_t digits_ahead() const;

  bool take(char letter);
  /// Exactly `count` digits (at most 18).
  std::optional<std::int64_t> digits(std::size_t count);
  /// "." or "," and digits: nanoseconds, further digits cut off. Nothing taken if no digit follows.
  std::optional<std::int64_t> fraction();
  /// "Z", "+hh", "+hhmm", "+hh:mm", "+hhmmss", "+hh:mm:ss" up to 18 hours; seconds east of UTC.
  std::optional<std::int32_t> offset();

 private:
  std::optional<std::int32_t> clock_offset();

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace talentflow::query::temporal
