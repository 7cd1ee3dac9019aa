#include "query/flow/evidence.hpp"
#include "query/flow/run.hpp"
#include "query/flow/side_text.hpp"

namespace talentflow::query {

CursorResult run_why_match(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                           ast::Query matches, std::optional<std::int64_t> limit) {
  const auto edges = match_edges(std::move(matches), context.core(view));
  if (!edges) return edges.error();
  Table table;
  table.columns = evidence_columns();
  const std::size_t most =
      limit.value_or(-1) < 0 ? static_cast<std::size_t>(-1) : static_cast<std::size_t>(*limit);
  for (const graph::EdgeNumber edge : *edges) {
    TALENTFLOW_TRY(context.execution->budget->tick());
    if (table.rows.size() >= most) break;
    add_evidence(*view, edge, table.rows);
    TALENTFLOW_TRY(context.execution->budget->rows(table.rows.size()));
  }
  if (table.rows.size() > most) table.rows.resize(most);
  table.meta.emplace_back("reading", Value(reading_text(*view, reading)));
  table.meta.emplace_back("facts", Value(static_cast<std::int64_t>(edges->size())));
  return table_cursor(std::move(table), view);
}

}  // namespace talentflow::query
