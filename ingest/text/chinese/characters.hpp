// A Chinese sentence as the rules match it: one code point a character, Traditional read as Simplified,
// full-width letters and digits as plain ones, and the variants of a mark as one. Every character knows which
// bytes of the sentence it stands for, so that a claim quotes the sentence as it was written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talentflow::ingest::text {

class Characters {
 public:
  /// `sentence` must outlive the object.
  explicit Characters(std::string_view sentence);

  std::size_t size() const { return plain_.size(); }
  const std::u32string& plain() const { return plain_; }
  /// The character at `at`; 0 behind the end.
  char32_t operator[](std::size_t at) const { return at < plain_.size() ? plain_[at] : 0; }
  std::u32string_view view(std::size_t begin, std::size_t end) const {
    return std::u32string_view(plain_).substr(begin, end - begin);
  }
  bool starts_with(std::size_t at, std::u32string_view word) const {
    return at <= plain_.size() && std::u32string_view(plain_).substr(at).starts_with(word);
  }
  /// The bytes of the sentence for characters [begin, end).
  std::string written(std::size_t begin, std::size_t end) const {
    return std::string(sentence_.substr(offsets_[begin], offsets_[end] - offsets_[begin]));
  }
  /// Byte offset of a character in the sentence; `at` may be size().
  std::size_t offset(std::size_t at) const { return offsets_[at]; }
  /// Whether a word of the dictionary begins at the character; size() counts as a beginning.
  bool word_begins(std::size_t at) const { return at >= breaks_.size() || breaks_[at]; }
  /// Whether [begin, end) is exactly one word of the dictionary.
  bool is_one_word(std::size_t begin, std::size_t end) const;

 private:
  std::string_view sentence_;
  std::u32string plain_;
  std::vector<std::size_t> offsets_;
  std::vector<bool> breaks_;
};

}  // namespace talentflow::ingest::text
