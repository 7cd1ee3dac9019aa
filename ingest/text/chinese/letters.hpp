// Texts as code points, and what kinds of characters the Chinese rules tell apart.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "schema/utf8.hpp"

namespace talentflow::ingest::text {

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
