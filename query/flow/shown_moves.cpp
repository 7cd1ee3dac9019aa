#include "query/flow/shown_moves.hpp"

#include "query/flow/columns.hpp"
#include "query/flow/evidence.hpp"

namespace talentflow::query {
namespace {

bool within(std::int64_t limit, std::size_t shown) {
  return limit < 0 || shown < static_cast<std::size_t>(limit);
}

}  // namespace

SideTable moves_table(const graph::View& view, const graph::Question& question, const graph::Answer& answer,
                      std::int64_t limit) {
  SideTable table{"moves", key_columns(question), {}};
  table.columns.insert(table.columns.end(), move_columns().begin(), move_columns().end());
  for (const graph::CountedMove& move : answer.moves) {
    if (!within(limit, table.rows.size())) break;
    Row row = key_values(view, question, answer.cells[move.cell]);
    for (Value& value : move_row(view, move)) row.push_back(std::move(value));
    table.rows.push_back(std::move(row));
  }
  return table;
}

SideTable evidence_table(const graph::View& view, const graph::Question& question,
                         const graph::Answer& answer, std::int64_t limit) {
  SideTable table{"evidence", key_columns(question), {}};
  table.columns.insert(table.columns.end(), evidence_columns().begin(), evidence_columns().end());
  for (const graph::CountedMove& move : answer.moves) {
    std::vector<Row> lines;
    add_evidence(view, move, lines);
    const Row keys = key_values(view, question, answer.cells[move.cell]);
    for (Row& line : lines) {
      if (!within(limit, table.rows.size())) return table;
      line.insert(line.begin(), keys.begin(), keys.end());
      table.rows.push_back(std::move(line));
    }
  }
  return table;
}

void add_side_tables(const graph::View& view, const flow_syntax::Flow& flow, const graph::Question& question,
                     const graph::Answer& answer, Table& table) {
  if (flow.show_moves) table.side_tables.push_back(moves_table(view, question, answer, *flow.show_moves));
  if (flow.show_evidence)
    table.side_tables.push_back(evidence_table(view, question, answer, *flow.show_evidence));
}

}  // namespace talentflow::query
