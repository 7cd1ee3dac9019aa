// The footer of an answer: the reading, the sides, the rules, the coverage.
#pragma once

#include "graph/flow/flow.hpp"
#include "query/flow/bind.hpp"
#include "query/flow/table_cursor.hpp"

namespace talentflow::query {

MetaPairs footer(const graph::View& view, const graph::Reading& reading, const BoundFlow& bound,
                 const graph::Answer& answer);
Value coverage_value(const graph::FlowCoverage& coverage, const graph::Answer& answer);
/// Why an answer may be smaller than expected: a group that nothing lies in, studies left out.
std::vector<std::string> flow_warnings(const BoundFlow& bound, const graph::Answer& answer);
/// A map with its keys sorted, as values keep them.
Value map_value(ValueMap entries);

}  // namespace talentflow::query
