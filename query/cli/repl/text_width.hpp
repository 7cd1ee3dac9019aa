// Columns that a text takes on the terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace talentflow::cli {

/// Of a text of one line in the terminal's locale: wide characters take two columns, combining ones none.
std::size_t text_width(std::string_view text);

}  // namespace talentflow::cli
