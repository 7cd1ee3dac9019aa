#include "ingest/text/chinese/letters.hpp"

namespace talentflow::ingest::text {
namespace {

bool between(char32_t letter, char32_t low, char32_t high) { return letter >= low && letter <= high; }

}  // namespace

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
