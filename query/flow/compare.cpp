#include "query/flow/compare.hpp"

#include <algorithm>
#include <map>

#include "query/flow/columns.hpp"
#include "query/flow/counted.hpp"
#include "query/flow/footer.hpp"

namespace talentflow::query {
namespace {

using flow_syntax::Variant;

struct Counted {
  std::string name;
  Answered answered;
};

std::vector<std::string> compared_columns(const flow_syntax::Flow& flow, const graph::Question& question) {
  if (!flow.yield.empty()) {
    std::vector<std::string> columns;
    for (const auto& item : flow.yield) columns.push_back(item.column.text);
    return columns;
  }
  const bool observed = std::all_of(flow.compare.begin(), flow.compare.end(), [&](const Variant& variant) {
    return (variant.counting && variant.counting->observed) || flow.counting.observed;
  });
  if (observed) return default_columns(question, true);
  if (question.directed) return {"moves", "expected", "lo", "hi"};
  return {"inflow", "outflow", question.gross ? "gross" : "net", "expected", "lo", "hi"};
}

Result<Counted> count_variant(const FlowContext& context, const ViewPtr& view, const graph::Reading& base,
                              BoundFlow bound, Variant& variant,
                              const std::optional<flow_syntax::Name>& base_observed) {
  Counted counted;
  counted.name = variant.name;
  TALENTFLOW_TRY(refuse_valid_time(context, variant.reading));
  auto reading = bind_reading(context, base, std::move(variant.reading), view);
  if (!reading) return reading.error();
  if (variant.location) bound.question.location = *variant.location;
  auto observed = base_observed;
  if (variant.counting) {
    TALENTFLOW_TRY(bind_counting(context, view, *variant.counting, bound.question.rules));
    if (variant.counting->observed) observed = variant.counting->observed;
  }
  if (variant.ends) {
    const bool directed = bound.question.directed;
    TALENTFLOW_TRY(bind_ends(context, view, *variant.ends, bound));
    if (bound.question.directed != directed)
      return context.semantic(
          variant.place, "UnequalVariants",
          "all variants are BETWEEN two groups, or all are directed: their columns must be the same");
  }
  ViewPtr own = view;
  if (!same_reading(*reading, base)) {
    auto other = context.execution->views(*reading);
    if (!other) return other.error();
    own = other.take();
  }
  auto answered = count_flow(context, own, *reading, std::move(bound), observed);
  if (!answered) return answered.error();
  counted.answered = answered.take();
  return counted;
}

/// Sorts null last, like the rows of one answer.
struct RowKey {
  Day low = kMaxDay;
  std::vector<std::string> dimensions;
  auto operator<=>(const RowKey&) const = default;
};

RowKey row_key(const Answered& answered, const graph::Cell& cell) {
  RowKey key;
  if (cell.period) key.low = cell.period->low;
  const Row values = key_values(*answered.view, answered.bound.question, cell);
  for (std::size_t i = 1; i < values.size(); ++i)
    key.dimensions.push_back(values[i].string() == nullptr ? "\xFF" : *values[i].string());
  return key;
}

struct Joined {
  Row key;
  std::vector<const graph::Cell*> cells;  ///< per variant; null where it has no such row
};

std::map<RowKey, Joined> join(const std::vector<Counted>& variants) {
  std::map<RowKey, Joined> rows;
  for (std::size_t i = 0; i < variants.size(); ++i)
    for (const graph::Cell& cell : variants[i].answered.answer.cells) {
      Joined& row = rows[row_key(variants[i].answered, cell)];
      row.cells.resize(variants.size(), nullptr);
      row.cells[i] = &cell;
      if (row.key.empty())
        row.key = key_values(*variants[i].answered.view, variants[i].answered.bound.question, cell);
    }
  return rows;
}

Row joined_row(const Joined& joined, const std::vector<Counted>& variants,
               const std::vector<std::string>& columns) {
  static const graph::Cell kNothing;
  Row row = joined.key;
  bool disagree = false;
  std::optional<std::int64_t> first;
  for (std::size_t i = 0; i < variants.size(); ++i) {
    const Answered& answered = variants[i].answered;
    const graph::Cell& cell = joined.cells[i] == nullptr ? kNothing : *joined.cells[i];
    for (const std::string& name : columns) {
      const FlowColumn* column = find_column(name);
      const bool unknown = answered.observed && column->of_careers();
      row.push_back(unknown ? Value() : column->read(cell));
    }
    const graph::Question& question = answered.bound.question;
    const std::int64_t number = question.directed || question.gross ? cell.gross() : cell.net();
    disagree = disagree || (first && *first != number);
    if (!first) first = number;
  }
  row.emplace_back(disagree);
  return row;
}

Result<void> check_columns(const FlowContext& context, const flow_syntax::Flow& flow,
                           const std::vector<std::string>& columns, graph::Question& question) {
  question.extras = question.uncertainty = false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const FlowColumn* column = find_column(columns[i]);
    if (column == nullptr) {
      std::vector<std::string> known;
      for (const FlowColumn& one : flow_columns()) known.emplace_back(one.name);
      return context.semantic(flow.yield[i].column.place, "UnknownColumn",
                              "COMPARE has no column '" + columns[i] + "' of counts",
                              did_you_mean(columns[i], known));
    }
    question.extras = question.extras || column->extras;
    question.uncertainty = question.uncertainty || column->uncertain;
  }
  question.keep_moves = false;
  return {};
}

}  // namespace

CursorResult run_compare(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                         flow_syntax::Flow& flow) {
  auto bound = bind_flow(context, view, flow);
  if (!bound) return bound.error();
  const auto columns = compared_columns(flow, bound->question);
  TALENTFLOW_TRY(check_columns(context, flow, columns, bound->question));
  std::vector<Counted> variants;
  for (Variant& variant : flow.compare) {
    auto counted = count_variant(context, view, reading, *bound, variant, flow.counting.observed);
    if (!counted) return counted.error();
    variants.push_back(counted.take());
  }
  Table table;
  table.columns = key_columns(bound->question);
  for (const Counted& variant : variants) {
    for (const std::string& column : columns) table.columns.push_back(variant.name + "_" + column);
    table.meta.emplace_back(variant.name, map_value(sorted_meta(variant.answered)));
  }
  table.columns.emplace_back("disagree");
  for (const auto& [key, joined] : join(variants))
    table.rows.push_back(joined_row(joined, variants, columns));
  TALENTFLOW_TRY(context.execution->budget->rows(table.rows.size()));
  if (!flow.core) return table_cursor(std::move(table), view);
  GivenRows given{table.columns, std::move(table.rows)};
  auto inner = run_core(std::move(*flow.core), context.core(view), std::move(given));
  if (!inner) return inner.error();
  return footed_cursor(inner.take(), std::move(table), view);
}

}  // namespace talentflow::query
