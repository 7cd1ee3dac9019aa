// Running bound statements: from a syntax tree and a View to a cursor.
#pragma once

#include <memory>
#include <optional>

#include "query/flow/bind.hpp"
#include "query/flow/table_cursor.hpp"

namespace talentflow::query {

using CursorResult = Result<std::unique_ptr<Cursor>>;
using ViewPtr = std::shared_ptr<const graph::View>;

CursorResult run_flow(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                      flow_syntax::Flow& flow);
CursorResult run_why_flow(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                          flow_syntax::Flow& flow);
/// WHY FLOW .. SHOW INFLUENCE: the claims that, withdrawn one at a time, would change the counts.
CursorResult run_influence(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                           flow_syntax::Flow& flow);
CursorResult run_why_match(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                           ast::Query matches, std::optional<std::int64_t> limit);
CursorResult run_blind_spots(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                             flow_syntax::Flow& flow);
CursorResult run_blind_spots(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                             ast::Query matches);

}  // namespace talentflow::query
