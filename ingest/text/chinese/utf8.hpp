// Code points of UTF-8 text, and what kinds of characters the Chinese rules tell apart.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace talentflow::ingest::text {

/// The code point at `at`, which is moved behind it. The text is valid UTF-8 (pages are checked); a broken
/// byte gives U+FFFD and one step.
char32_t next_code_point(std::string_view text, std::size_t& at);
/// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t letter);
std::string to_utf8(std::u32string_view text);
std::u32string to_utf32(std::string_view text);

/// Chinese characters: the unified ideographs and their extensions.
bool is_han(char32_t letter);
bool is_kana(char32_t letter);
/// Letters of Latin alphabets, accents included.
bool is_latin(char32_t letter);
bool is_capital(char32_t letter);
bool is_digit(char32_t letter);

}  // namespace talentflow::ingest::text
