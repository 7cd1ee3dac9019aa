// Running bound statements: from a syntax tree and a View to a cursor.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "query/flow/bind.hpp"
#include "query/flow/table_cursor.hpp"

namespace talentflow::query {

using CursorResult = Result<std::unique_ptr<Cursor>>;
using ViewPtr = std::shared_ptr<const graph::View>;

CursorResult run_flow(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                      flow_syntax::Flow& flow);
/// COMPARE and published counts have no moves to look into. `statement`: "WHY", for the message.
Result<void> refuse_without_moves(const FlowContext& context, const flow_syntax::Flow& flow,
                                  const std::string& statement);
CursorResult run_why_flow(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                          flow_syntax::Flow& flow);
/// WHY FLOW .. SHOW INFLUENCE: the claims that, withdrawn one at a time, would change the counts.
CursorResult run_influence(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                           flow_syntax::Flow& flow);
/// The edges that the statement's patterns meet; with a RETURN, those that it returns. Error: SemanticError
/// NoRelationship when it returns rows without any.
Result<std::vector<graph::EdgeNumber>> edges_meant(const FlowContext& context, const ViewPtr& view,
                                                   flow_syntax::Statement& statement);
CursorResult run_why_match(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                           flow_syntax::Statement& statement);
CursorResult run_blind_spots(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                             flow_syntax::Flow& flow);
CursorResult run_blind_spots(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                             flow_syntax::Statement& statement);

}  // namespace talentflow::query
