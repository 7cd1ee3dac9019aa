// A plan as a table: one row an operator, children indented below their parent.
#pragma once

#include <string>
#include <vector>

#include "query/engine.hpp"
#include "query/language/operator.hpp"

namespace talentflow::query {

/// operator, details; with counts also rows and accesses (nodes, edges and properties read).
std::vector<std::string> plan_columns(bool counts);
std::vector<Row> plan_rows(const Operator& plan, bool counts);

}  // namespace talentflow::query
