#include "ingest/text/chinese/utf8.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr char32_t kBroken = 0xFFFD;

bool between(char32_t letter, char32_t low, char32_t high) { return letter >= low && letter <= high; }

/// Bytes of the code point that begins with `first`; 0 for a byte that begins none.
std::size_t length_of(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  if (first >= 0xF0 && first < 0xF5) return 4;
  return 0;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t length = length_of(first);
  if (length == 0 || at + length > text.size()) {
    ++at;
    return kBroken;
  }
  char32_t letter = length == 1 ? first : first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80U) {
      ++at;
      return kBroken;
    }
    letter = (letter << 6U) | (byte & 0x3FU);
  }
  at += length;
  return letter;
}

void append_utf8(std::string& out, char32_t letter) {
  const auto add = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (letter < 0x80) {
    add(letter);
  } else if (letter < 0x800) {
    add(0xC0U | (letter >> 6U));
    add(0x80U | (letter & 0x3FU));
  } else if (letter < 0x10000) {
    add(0xE0U | (letter >> 12U));
    add(0x80U | ((letter >> 6U) & 0x3FU));
    add(0x80U | (letter & 0x3FU));
  } else {
    add(0xF0U | (letter >> 18U));
    add(0x80U | ((letter >> 12U) & 0x3FU));
    add(0x80U | ((letter >> 6U) & 0x3FU));
    add(0x80U | (letter & 0x3FU));
  }
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t letter : text) append_utf8(out, letter);
  return out;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

bool is_han(char32_t letter) {
  return between(letter, 0x4E00, 0x9FFF) || between(letter, 0x3400, 0x4DBF) ||
         between(letter, 0x20000, 0x3134F) || between(letter, 0xF900, 0xFAFF) || letter == U'〇';
}

bool is_kana(char32_t letter) { return between(letter, 0x3041, 0x3096) || between(letter, 0x30A1, 0x30FA); }

bool is_latin(char32_t letter) {
  return between(letter, U'a', U'z') || between(letter, U'A', U'Z') ||
         (between(letter, 0xC0, 0x24F) && letter != 0xD7 && letter != 0xF7);
}

bool is_capital(char32_t letter) {
  return between(letter, U'A', U'Z') || (between(letter, 0xC0, 0xDE) && letter != 0xD7);
}

bool is_digit(char32_t letter) { return between(letter, U'0', U'9'); }

}  // namespace talentflow::ingest::text
