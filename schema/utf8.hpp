// UTF-8, character by character, and how wide a character is on a terminal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace talentflow {

/// The code point at `position`, which moves behind it. A byte that begins no valid sequence gives U+FFFD and
/// is skipped alone. Precondition: position < text.size().
char32_t next_code_point(std::string_view text, std::size_t& position);
void append_utf8(std::string& out, char32_t code);

/// C0, DEL and C1: what a terminal may obey instead of showing.
bool is_control(char32_t code);

/// Columns on a terminal: 0 for combining marks, 2 for East Asian wide and full-width characters and emoji,
/// else 1 (Unicode Standard Annex 11; tables of version 15).
int character_width(char32_t code);
/// Columns of a text without control characters.
std::size_t text_width(std::string_view text);

/// Control characters as \n, \t, \r or \xNN, and bidirectional overrides, which make a line read other than
/// it is written, as \u{NNNN}; everything else as it is.
std::string escape_controls(std::string_view text);
/// The longest beginning of at most `width` columns; with "…" as its last when something was cut.
std::string cut_to_width(std::string_view text, std::size_t width);

}  // namespace talentflow
