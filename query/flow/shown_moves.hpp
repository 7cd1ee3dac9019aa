// SHOW MOVES and SHOW EVIDENCE: the counted moves, and the claims behind them, each line with the bucket and
// dimensions of the row that it belongs to.
#pragma once

#include "graph/flow/flow.hpp"
#include "query/flow/flow_context.hpp"
#include "query/flow/syntax.hpp"
#include "query/flow/table_cursor.hpp"

namespace talentflow::query {

/// At most `limit` lines; -1: all. The answer has kept its moves.
SideTable moves_table(const graph::View& view, const graph::Question& question, const graph::Answer& answer,
                      std::int64_t limit);
SideTable evidence_table(const graph::View& view, const graph::Question& question,
                         const graph::Answer& answer, std::int64_t limit);
/// Those that the statement asks for.
void add_side_tables(const graph::View& view, const flow_syntax::Flow& flow, const graph::Question& question,
                     const graph::Answer& answer, Table& table);

}  // namespace talentflow::query
