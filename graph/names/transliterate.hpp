// Any script to plain lower-case ASCII. ICU's transforms, known to this file's source alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talentflow::graph {

bool is_ascii(std::string_view text);
/// True when the text has a Chinese character (also kanji and hanja: they are read as Chinese).
bool has_han(std::string_view text);

/// The reading in ASCII, lower case; words that the text separates are separated by other than letters and
/// digits. Method: ICU "Any-Latin; Latin-ASCII; Lower". About 50 microseconds a name.
std::string to_latin(std::string_view text);

/// A Chinese character's syllables, in order, one element a character, Traditional read as Simplified; empty
/// when the text is not Chinese characters throughout. `surname_first`: the first character is read by the
/// surname rules. ü stays "ü" (the only letter outside ASCII). Method: ICU "Han-Latin/Names".
std::vector<std::string> han_syllables(std::string_view text, bool surname_first);

/// Traditional Chinese characters as Simplified ones; other text as it is.
std::string to_simplified(std::string_view text);

/// Characters of a Chinese surname at the head of the text: 2 for a compound one (欧阳), else 1.
std::size_t han_surname_length(std::string_view text);

/// Traditional characters as Simplified ones, one code point for each of the text's.
std::u32string to_simplified(const std::u32string& text);

/// For each code point whether a word of ICU's Chinese dictionary begins there; what is in no dictionary
/// falls into single characters.
std::vector<bool> word_beginnings(const std::u32string& text);

}  // namespace talentflow::graph
