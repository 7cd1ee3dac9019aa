#include <algorithm>

#include "query/flow/columns.hpp"
#include "query/flow/compare.hpp"
#include "query/flow/counted.hpp"
#include "query/flow/footer.hpp"
#include "query/flow/run.hpp"
#include "query/flow/shown_moves.hpp"
#include "query/flow/yielded.hpp"

namespace talentflow::query {
namespace {

using graph::Answer;
using graph::Question;

/// What is shown: keys, then counts; by YIELD any of them, under other names.
struct Shown {
  std::vector<std::string> columns;  ///< of the answer
  std::vector<std::string> names;    ///< as printed
};

Shown shown_columns(const flow_syntax::Flow& flow, const Question& question) {
  Shown shown;
  if (flow.yield.empty()) {
    shown.columns = key_columns(question);
    const auto counts = default_columns(question, flow.counting.observed.has_value());
    shown.columns.insert(shown.columns.end(), counts.begin(), counts.end());
    shown.names = shown.columns;
    return shown;
  }
  for (const flow_syntax::YieldItem& item : flow.yield) {
    shown.columns.push_back(item.column.text);
    shown.names.push_back(item.alias);
  }
  return shown;
}

/// Asks of the question what the columns need, and nothing else.
Result<void> demand(const FlowContext& context, const flow_syntax::Flow& flow, const Shown& shown,
                    Question& question) {
  question.uncertainty = question.extras = false;
  const auto keys = key_columns(question);
  for (std::size_t i = 0; i < shown.columns.size(); ++i) {
    const std::string& name = shown.columns[i];
    if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
    const FlowColumn* column = find_column(name);
    if (column == nullptr) {
      auto known = keys;
      for (const FlowColumn& one : flow_columns()) known.emplace_back(one.name);
      return context.semantic(flow.yield[i].column.place, "UnknownColumn",
                              "FLOW has no column '" + name + "' here", did_you_mean(name, known));
    }
    if (column->extras && !question.dimensions.empty())
      return context.semantic(
          flow.yield[i].column.place, "ColumnOfTime",
          "'" + name + "' is counted by time alone; leave the other dimensions out of BY");
    question.extras = question.extras || column->extras;
    question.uncertainty = question.uncertainty || column->uncertain;
  }
  question.keep_moves = flow.show_moves.has_value() || flow.show_evidence.has_value();
  return {};
}

Row shown_row(const graph::View& view, const Question& question, const graph::Cell& cell, const Shown& shown,
              bool observed) {
  const auto keys = key_columns(question);
  const Row key = key_values(view, question, cell);
  Row row;
  for (const std::string& name : shown.columns) {
    const auto at = std::find(keys.begin(), keys.end(), name);
    if (at != keys.end()) {
      row.push_back(key[static_cast<std::size_t>(at - keys.begin())]);
      continue;
    }
    const FlowColumn* column = find_column(name);
    row.push_back(observed && column->of_careers() ? Value() : column->read(cell));
  }
  return row;
}

}  // namespace

CursorResult run_flow(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                      flow_syntax::Flow& flow) {
  if (flow.show_influence)
    return context.semantic(flow.influence_place, "InfluenceOfWhy",
                            "the influence of claims is a reason for the answer; write WHY in front of FLOW");
  if (!flow.compare.empty()) return run_compare(context, view, reading, flow);
  auto bound = bind_flow(context, view, flow);
  if (!bound) return bound.error();
  const Shown shown = shown_columns(flow, bound->question);
  TALENTFLOW_TRY(demand(context, flow, shown, bound->question));
  auto answered = count_flow(context, view, reading, bound.take(), flow.counting.observed);
  if (!answered) return answered.error();
  const Question& question = answered->bound.question;
  const Answer& answer = answered->answer;
  TALENTFLOW_TRY(context.execution->budget->rows(answer.cells.size()));
  Table table;
  table.columns = shown.names;
  for (const graph::Cell& cell : answer.cells)
    table.rows.push_back(shown_row(*view, question, cell, shown, answered->observed));
  table.meta = std::move(answered->meta);
  if (!answered->observed) table.warnings = flow_warnings(answered->bound, answer);
  add_side_tables(*view, flow, question, answer, table);
  return finish(context, view, flow, std::move(table));
}

}  // namespace talentflow::query
