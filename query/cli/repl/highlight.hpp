// Statements in colour.
#pragma once

#include <string>

namespace talentflow::cli {

/// `text` with the terminal's colour codes, its characters unchanged. `before`: earlier lines of the
/// statement, in which a comment or a string may have been opened.
std::string in_colour(const std::string& before, const std::string& text);

}  // namespace talentflow::cli
