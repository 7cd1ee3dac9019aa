// "a|b|c": a few words of which one is looked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace talentflow::ingest::text {

/// The rules ask for almost every word of a text whether it is one of a few, and it hardly ever is. What is
/// written in the source as a literal is summed up when it is compiled: the beginnings and the ends of its
/// words say of most others, without a look at the text, that they are not among them.
class Options {
 public:
  template <std::size_t N>
  consteval Options(const char (&text)[N])  // NOLINT(google-explicit-constructor): written as a literal
      : text_(text, N - 1), beginnings_(0), ends_(0) {
    for (std::size_t at = 0; at <= text_.size();) {
      const std::size_t end =
          text_.find('|', at) == std::string_view::npos ? text_.size() : text_.find('|', at);
      const std::string_view word = text_.substr(at, end - at);
      beginnings_ |= word.empty() ? kAll : beginning(word);
      ends_ |= word.empty() ? kAll : ending(word);
      at = end + 1;
    }
  }
  // NOLINTNEXTLINE(google-explicit-constructor): any other text is looked through
  constexpr Options(std::string_view text) : text_(text), beginnings_(kAll), ends_(kAll) {}
  template <class Text>
  requires std::is_same_v < std::remove_cvref_t<Text>,
  const char* > constexpr Options(Text&& text)  // NOLINT(google-explicit-constructor)
      : Options(std::string_view(text)) {}

  bool contains(std::string_view word) const {
    if (!word.empty() && ((beginnings_ & beginning(word)) == 0 || (ends_ & ending(word)) == 0)) return false;
    return look(word);
  }

 private:
  static constexpr std::uint64_t kAll = ~std::uint64_t{0};
  static constexpr std::uint64_t bit(std::size_t number) { return std::uint64_t{1} << (number % 64); }
  static constexpr std::uint64_t beginning(std::string_view word) {
    return bit(static_cast<unsigned char>(word.front()) + 29 * word.size());
  }
  static constexpr std::uint64_t ending(std::string_view word) {
    return bit(static_cast<unsigned char>(word.back()) +
               7 * static_cast<unsigned char>(word[word.size() / 2]));
  }
  bool look(std::string_view word) const {
    for (std::string_view rest = text_;;) {
      const auto end = rest.find('|');
      if (rest.substr(0, end) == word) return true;
      if (end == std::string_view::npos) return false;
      rest.remove_prefix(end + 1);
    }
  }

  std::string_view text_;
  std::uint64_t beginnings_, ends_;
};

/// Whether `word` is one of the words of "a|b|c".
inline bool one_of(const Options& options, std::string_view word) { return options.contains(word); }

}  // namespace talentflow::ingest::text
