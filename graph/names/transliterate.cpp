#include "graph/names/transliterate.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace talentflow::graph {
namespace {

using Transform = std::unique_ptr<icu::Transliterator>;

Transform make_transform(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  Transform transform(
      icu::Transliterator::createInstance(icu::UnicodeString::fromUTF8(id), UTRANS_FORWARD, status));
  return U_SUCCESS(status) ? std::move(transform) : nullptr;
}

/// Compiled once; immutable afterwards (ICU's transforms are stateless and may be shared between threads).
struct Transforms {
  Transform latin = make_transform("Any-Latin; Latin-ASCII; Lower");
  Transform simplified = make_transform("Traditional-Simplified");
  Transform names = make_transform("Han-Latin/Names; Lower");
  Transform han = make_transform("Han-Latin; Lower");
  Transform ascii = make_transform("Latin-ASCII; Lower");
};

const Transforms& transforms() {
  static const Transforms compiled;
  return compiled;
}

icu::UnicodeString apply(const Transform& transform, icu::UnicodeString text) {
  if (transform) transform->transliterate(text);
  return text;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool is_han(UChar32 character) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(character, &status) == USCRIPT_HAN && U_SUCCESS(status);
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

/// "lǚ" -> "lü": ASCII but for the ü that names spell in three ways.
std::string keep_umlaut(icu::UnicodeString syllable) {
  std::string out;
  for (int32_t i = 0; i < syllable.length(); ++i) {
    const char16_t letter = syllable[i];
    if (letter == u'ü' || letter == u'ǖ' || letter == u'ǘ' || letter == u'ǚ' || letter == u'ǜ')
      out += "ü";
    else
      out += utf8(apply(transforms().ascii, icu::UnicodeString(letter)));
  }
  return out;
}

/// Compound surnames in use, Simplified.
constexpr std::array<std::u16string_view, 24> kCompoundSurnames = {
    u"欧阳", u"司马", u"诸葛", u"上官", u"司徒", u"东方", u"独孤", u"南宫",
    u"夏侯", u"皇甫", u"尉迟", u"公孙", u"慕容", u"长孙", u"宇文", u"司空",
    u"令狐", u"轩辕", u"淳于", u"单于", u"申屠", u"端木", u"呼延", u"拓跋"};

}  // namespace

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

bool has_han(std::string_view text) {
  if (is_ascii(text)) return false;
  const icu::UnicodeString unicode = from_utf8(text);
  for (int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1))
    if (is_han(unicode.char32At(i))) return true;
  return false;
}

std::string to_latin(std::string_view text) { return utf8(apply(transforms().latin, from_utf8(text))); }

std::string to_simplified(std::string_view text) {
  return utf8(apply(transforms().simplified, from_utf8(text)));
}

std::vector<std::string> han_syllables(std::string_view text, bool surname_first) {
  icu::UnicodeString unicode = apply(transforms().simplified, from_utf8(text));
  for (int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1))
    if (!is_han(unicode.char32At(i))) return {};
  const icu::UnicodeString read = apply(surname_first ? transforms().names : transforms().han, unicode);
  std::vector<std::string> syllables;
  icu::UnicodeString word;
  for (int32_t i = 0; i <= read.length(); ++i) {
    const char16_t letter = i < read.length() ? read[i] : u' ';
    if (u_isalpha(letter)) {
      word.append(letter);
      continue;
    }
    if (!word.isEmpty()) syllables.push_back(keep_umlaut(word));
    word.remove();
  }
  return syllables;
}

std::size_t han_surname_length(std::string_view text) {
  const icu::UnicodeString unicode = apply(transforms().simplified, from_utf8(text));
  if (unicode.countChar32() < 3) return 1;
  const std::u16string_view head(unicode.getBuffer(), 2);
  return std::find(kCompoundSurnames.begin(), kCompoundSurnames.end(), head) == kCompoundSurnames.end() ? 1
                                                                                                        : 2;
}

std::u32string to_simplified(const std::u32string& text) {
  const auto simplify = [](std::u32string_view piece) {
    return apply(transforms().simplified,
                 icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(piece.data()),
                                               static_cast<int32_t>(piece.size())));
  };
  const auto code_points = [](const icu::UnicodeString& unicode) {
    std::u32string out;
    for (int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1))
      out += static_cast<char32_t>(unicode.char32At(i));
    return out;
  };
  std::u32string whole = code_points(simplify(text));
  if (whole.size() == text.size()) return whole;
  std::u32string out;  // a character that becomes several: each by itself, and those as they are
  for (const char32_t letter : text) {
    const std::u32string one = code_points(simplify({&letter, 1}));
    out += one.size() == 1 ? one.front() : letter;
  }
  return out;
}

std::vector<bool> word_beginnings(const std::u32string& text) {
  std::vector<bool> out(text.size(), true);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
  if (U_FAILURE(status)) return out;
  const auto unicode = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                                     static_cast<int32_t>(text.size()));
  words->setText(unicode);
  int32_t at = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out[i] = words->isBoundary(at) != 0;
    at = unicode.moveIndex32(at, 1);
  }
  return out;
}

}  // namespace talentflow::graph
