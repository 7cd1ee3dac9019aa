// YIELD over a finished table, and the core clauses that go on from it.
#pragma once

#include "query/flow/run.hpp"

namespace talentflow::query {

/// The table with YIELD's columns under YIELD's names; as it is without YIELD. Without one the first `shown`
/// columns of the table go out, so that it may offer more than it shows.
/// Error: SemanticError UnknownColumn with the nearest name.
Result<void> choose_columns(const FlowContext& context, const flow_syntax::Flow& flow, std::size_t shown,
                            Table& table);

/// Hands the table out, or what the statement's core clauses make of it, with the table's footer.
CursorResult finish(const FlowContext& context, const ViewPtr& view, flow_syntax::Flow& flow, Table table);

}  // namespace talentflow::query
