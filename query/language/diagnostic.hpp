// Errors and warnings of a query text: kind, detail, line, column, the line itself with a caret, a
// suggestion.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/result.hpp"

namespace talentflow::query {

/// A stretch of the query text, in bytes.
struct Place {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What went wrong, in openCypher's words: kind "SyntaxError", detail "UndefinedVariable".
struct Problem {
  std::string kind;
  std::string detail;
  std::string message;
  std::string hint = {};  ///< "did you mean `name`?", printed below the caret
};

/// An Error of code `query` with `where` = "line L, column C" (both from 1, columns in code points), the
/// message "Kind: Detail: text" and an excerpt: the source line, a caret under the place, the hint.
Error query_error(std::string_view source, Place place, const Problem& problem);

/// A warning with the same place, caret and hint, as one printable text.
std::string query_warning(std::string_view source, Place place, const std::string& message,
                          const std::string& hint);

/// "did you mean `x`?" for the candidate nearest to the text (edit distance at most a third of its length,
/// letters compared without case), or "".
std::string did_you_mean(std::string_view text, std::span<const std::string> candidates);

}  // namespace talentflow::query
