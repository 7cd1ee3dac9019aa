#include "ingest/text/chinese/characters.hpp"

#include "graph/names/transliterate.hpp"
#include "ingest/text/chinese/letters.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr char32_t kFullWidthFirst = 0xFF01;
constexpr char32_t kFullWidthLast = 0xFF5E;
constexpr char32_t kFullWidthShift = 0xFEE0;

/// One form for each mark: the Chinese one for marks that divide, plain ones for the rest.
char32_t one_form(char32_t letter) {
  if (letter >= kFullWidthFirst && letter <= kFullWidthLast) letter -= kFullWidthShift;
  switch (letter) {
    case U',':
      return U'，';
    case U';':
      return U'；';
    case U':':
      return U'：';
    case U'?':
      return U'？';
    case U'!':
      return U'！';
    case U'・':
    case U'•':
    case U'‧':
    case U'．':
      return U'·';
    case U'「':
    case U'『':
    case U'＂':
      return U'“';
    case U'」':
    case U'』':
      return U'”';
    case U'（':
      return U'(';
    case U'）':
      return U')';
    case U'—':
    case U'–':
    case U'～':
    case U'~':
      return U'-';
    case 0x3000:
    case 0xA0:
    case U'\t':
    case 0x200B:
      return U' ';
    default:
      return letter;
  }
}

}  // namespace

Characters::Characters(std::string_view sentence) : sentence_(sentence) {
  for (std::size_t at = 0; at < sentence.size();) {
    offsets_.push_back(at);
    const std::size_t begin = at;
    const char32_t letter = next_code_point(sentence, at);
    // a comma inside a number stays what it is
    const bool digits = letter == U',' && begin > 0 && at < sentence.size() &&
                        is_digit(static_cast<unsigned char>(sentence[begin - 1])) &&
                        is_digit(static_cast<unsigned char>(sentence[at]));
    plain_ += digits ? letter : one_form(letter);
    // "凱文.史考特": the full stop between two parts of a foreign name
    const std::size_t last = plain_.size() - 1;
    if (last >= 2 && plain_[last - 1] == U'.' && is_han(letter) && is_han(plain_[last - 2]))
      plain_[last - 1] = U'·';
  }
  offsets_.push_back(sentence.size());
  plain_ = graph::to_simplified(plain_);
  breaks_ = graph::word_beginnings(plain_);
}

bool Characters::is_one_word(std::size_t begin, std::size_t end) const {
  if (!word_begins(begin) || !word_begins(end)) return false;
  for (std::size_t i = begin + 1; i < end; ++i)
    if (word_begins(i)) return false;
  return true;
}

}  // namespace talentflow::ingest::text
