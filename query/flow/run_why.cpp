#include <algorithm>

#include "query/flow/columns.hpp"
#include "query/flow/counted.hpp"
#include "query/flow/evidence.hpp"
#include "query/flow/footer.hpp"
#include "query/flow/run.hpp"
#include "query/flow/shown_moves.hpp"
#include "query/flow/side_text.hpp"
#include "query/flow/yielded.hpp"

namespace talentflow::query {
namespace {

void add_edges(const Value& value, std::vector<graph::EdgeNumber>& edges) {
  if (value.edge() != nullptr) edges.push_back(value.edge()->number);
  if (const auto* path = value.path()) edges.insert(edges.end(), path->edges.begin(), path->edges.end());
  if (const auto* list = value.list())
    for (const Value& item : *list) add_edges(item, edges);
}

}  // namespace

Result<void> refuse_without_moves(const FlowContext& context, const flow_syntax::Flow& flow,
                                  const std::string& statement) {
  if (!flow.compare.empty())
    return context.semantic(flow.compare.front().place, "OneAnswerAtATime",
                            statement + " looks into one answer; put the variant in place of COMPARE");
  if (flow.counting.observed)
    return context.semantic(
        flow.counting.observed->place, "NoMovesBehind",
        "published counts have no moves behind them; " + statement + " goes with careers");
  return {};
}

CursorResult run_why_flow(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                          flow_syntax::Flow& flow) {
  TALENTFLOW_TRY(refuse_without_moves(context, flow, "WHY"));
  if (flow.show_influence) return run_influence(context, view, reading, flow);
  auto bound = bind_flow(context, view, flow);
  if (!bound) return bound.error();
  bound->question.uncertainty = false;
  const auto answered = count_flow(context, view, reading, bound.take(), std::nullopt);
  if (!answered) return answered.error();
  const graph::Question& question = answered->bound.question;
  const graph::Answer& answer = answered->answer;
  SideTable evidence = evidence_table(*view, question, answer, flow.show_evidence.value_or(-1));
  TALENTFLOW_TRY(context.execution->budget->rows(evidence.rows.size()));
  Table table;
  table.columns = std::move(evidence.columns);
  table.rows = std::move(evidence.rows);
  // the bucket and dimensions of each line go behind, where YIELD finds them
  const auto keys = static_cast<std::ptrdiff_t>(key_columns(question).size());
  std::rotate(table.columns.begin(), table.columns.begin() + keys, table.columns.end());
  for (Row& row : table.rows) std::rotate(row.begin(), row.begin() + keys, row.end());
  TALENTFLOW_TRY(choose_columns(context, flow, evidence_columns().size(), table));
  table.meta = answered->meta;
  table.warnings = flow_warnings(answered->bound, answer);
  table.meta.emplace_back("moves", Value(static_cast<std::int64_t>(answer.moves.size())));
  if (flow.show_moves) table.side_tables.push_back(moves_table(*view, question, answer, *flow.show_moves));
  return finish(context, view, flow, std::move(table));
}

Result<std::vector<graph::EdgeNumber>> edges_meant(const FlowContext& context, const ViewPtr& view,
                                                   flow_syntax::Statement& statement) {
  const Place place = statement.place;
  if (!statement.returns) return match_edges(std::move(*statement.query), context.core(view));
  auto cursor = run_core(std::move(*statement.query), context.core(view));
  if (!cursor) return cursor.error();
  std::vector<graph::EdgeNumber> edges;
  bool any = false;
  Row row;
  for (;;) {
    const auto found = (*cursor)->next(row);
    if (!found) return found.error();
    if (!*found) break;
    any = true;
    for (const Value& value : row) add_edges(value, edges);
    TALENTFLOW_TRY(context.execution->budget->rows(edges.size()));
  }
  if (any && edges.empty())
    return context.semantic(
        place, "NoRelationship",
        "evidence belongs to relationships: RETURN them, or leave RETURN out and all of the "
        "pattern's are meant");
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

CursorResult run_why_match(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                           flow_syntax::Statement& statement) {
  const std::optional<std::int64_t> limit = statement.show_evidence;
  const auto edges = edges_meant(context, view, statement);
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
