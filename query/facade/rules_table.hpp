// The rules that FLOW counts by, with their defaults, as a table: what .rules prints.
#pragma once

#include "query/engine.hpp"

namespace talentflow::query {

/// Columns rule, default, meaning. The defaults are those of graph::Rules and graph::Question.
SideTable rules_table();

}  // namespace talentflow::query
