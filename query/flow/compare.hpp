// COMPARE: the same question under several readings, source sets, rules or ends, side by side.
#pragma once

#include "query/flow/run.hpp"

namespace talentflow::query {

/// Rows of all variants, joined by bucket and dimensions; columns <name>_<column>, plus `disagree`: the
/// variants' net (directed: moves) is not the same.
CursorResult run_compare(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                         flow_syntax::Flow& flow);

}  // namespace talentflow::query
