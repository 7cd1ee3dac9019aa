// Values as people read them in a table: strings bare, nodes as (:Person {name: "Ada"}), edges as [:KNOWS
// {..}], paths as (..)-[..]->(..), lists and maps in the language's notation.
#pragma once

#include <string>

#include "query/value.hpp"

namespace talentflow::query {

/// Null is "null" inside lists and maps and empty on its own. `view` may be nullptr when there is no node or
/// edge.
std::string display_text(const Value& value, const graph::View* view);
/// As display_text, but nodes, edges, paths, lists and maps as JSON: for forms that programs read.
std::string data_text(const Value& value, const graph::View* view);

}  // namespace talentflow::query
