// The tokens of a text as an editor colours them.
#pragma once

#include <string_view>

#include "query/engine.hpp"

namespace talentflow::query {

/// Columns begin, length (bytes) and kind: keyword, function, label, key, name, string, number, parameter,
/// symbol, comment, bad. Blanks have no row. Works on a text that is not whole yet.
SideTable token_table(std::string_view text);

}  // namespace talentflow::query
