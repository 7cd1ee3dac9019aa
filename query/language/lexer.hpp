// From text to tokens. Never fails: what cannot be read becomes a `bad` token, which is an error only where
// the parser meets it.
#pragma once

#include <string_view>
#include <vector>

#include "query/language/token.hpp"

namespace talentflow::query {

/// All tokens of a text (UTF-8), comments and blanks left out; the last one is of kind `end`.
std::vector<Token> tokenize(std::string_view source);

/// True when quotes, back-quotes and block comments of the text are closed.
bool is_closed(std::string_view source);

}  // namespace talentflow::query
