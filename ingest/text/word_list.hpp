// Lists of words written as one text, and looked up.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace talentflow::ingest::text {

/// "c a b" -> {a, b, c}, each once. The text must outlive the result.
inline std::vector<std::string_view> sorted_words(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto end = text.find(' ');
    if (end != 0) out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// A set of words that is filled once and asked very often: every word of a text is asked for in many lists,
/// and stands in few of them. Which lengths and beginnings there are says so without a look at the words.
class Words {
 public:
  /// The text must live as long as this.
  explicit Words(std::string_view text) {
    const auto words = sorted_words(text);
    slots_.resize(std::bit_ceil(2 * words.size() + 1));
    for (const std::string_view word : words) insert(word);
  }

  bool contains(std::string_view word) const {
    if (word.empty() || (shapes_[first(word)] & length_bit(word)) == 0) return false;
    for (std::size_t at = home(word);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].empty()) return false;
      if (slots_[at] == word) return true;
    }
  }

 private:
  static constexpr std::size_t kBeginnings = 64;
  static std::size_t first(std::string_view word) {
    return static_cast<unsigned char>(word.front()) % kBeginnings;
  }
  static std::uint32_t length_bit(std::string_view word) {
    return std::uint32_t{1} << (word.size() < 31 ? word.size() : 31);
  }
  std::size_t home(std::string_view word) const {
    std::uint64_t hash = word.size();
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x9E3779B97F4A7C15U;
    return (hash >> 32U) & (slots_.size() - 1);
  }
  void insert(std::string_view word) {
    shapes_[first(word)] |= length_bit(word);
    std::size_t at = home(word);
    while (!slots_[at].empty() && slots_[at] != word) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = word;
  }

  std::vector<std::string_view> slots_;     ///< at most half of them used; empty: none
  std::uint32_t shapes_[kBeginnings] = {};  ///< lengths of the words that begin so
};

/// "a b c" -> {a, b, c}. The text must live as long as the program.
inline Words words(std::string_view text) { return Words(text); }

inline bool in(const Words& set, std::string_view word) { return set.contains(word); }

}  // namespace talentflow::ingest::text
