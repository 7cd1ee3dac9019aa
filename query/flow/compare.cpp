#include "query/flow/compare.hpp"

#include <algorithm>
#include <map>

#include "query/flow/columns.hpp"
#include "query/flow/compare_columns.hpp"
#include "query/flow/counted.hpp"
#include "query/flow/footer.hpp"
#include "query/flow/shown_moves.hpp"
#include "query/flow/yielded.hpp"
#include "query/language/comparison.hpp"

namespace talentflow::query {
namespace {

using flow_syntax::Variant;

struct Counted {
  std::string name;
  Answered answered;
};

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

/// Asks of the question what the columns and SHOW need, and nothing else.
void demand(const flow_syntax::Flow& flow, const ComparedColumns& chosen, graph::Question& question) {
  question.extras = question.uncertainty = false;
  for (const std::string& name : chosen.counts) {
    const FlowColumn* column = find_column(name);
    question.extras = question.extras || column->extras;
    question.uncertainty = question.uncertainty || column->uncertain;
  }
  question.keep_moves = flow.show_moves.has_value() || flow.show_evidence.has_value();
}

/// SHOW's tables, each line with the variant that it belongs to in front.
void add_variant_tables(const flow_syntax::Flow& flow, const std::vector<Counted>& variants, Table& table) {
  const auto add = [&](const char* name, std::int64_t limit, auto make) {
    SideTable all{name, {"variant"}, {}};
    for (const Counted& variant : variants) {
      const Answered& answered = variant.answered;
      SideTable own = make(*answered.view, answered.bound.question, answered.answer, limit);
      if (all.columns.size() == 1)
        all.columns.insert(all.columns.end(), own.columns.begin(), own.columns.end());
      for (Row& row : own.rows) {
        row.insert(row.begin(), Value(variant.name));
        all.rows.push_back(std::move(row));
      }
    }
    table.side_tables.push_back(std::move(all));
  };
  if (flow.show_moves) add("moves", *flow.show_moves, moves_table);
  if (flow.show_evidence) add("evidence", *flow.show_evidence, evidence_table);
}

/// What holds of every variant once, then what each has of its own.
void add_meta(const std::vector<Counted>& variants, MetaPairs& meta) {
  const MetaPairs& first = variants.front().answered.meta;
  const auto shared = [&](const auto& entry) {
    return std::all_of(variants.begin(), variants.end(), [&](const Counted& variant) {
      const MetaPairs& own = variant.answered.meta;
      return std::any_of(own.begin(), own.end(), [&](const auto& other) {
        return other.first == entry.first && equivalent(other.second, entry.second);
      });
    });
  };
  for (const auto& entry : first)
    if (shared(entry)) meta.push_back(entry);
  for (const Counted& variant : variants) {
    ValueMap own;
    for (const auto& entry : variant.answered.meta)
      if (!shared(entry)) own.push_back(entry);
    meta.emplace_back(variant.name, map_value(std::move(own)));
  }
}

std::vector<std::string> variant_warnings(const std::vector<Counted>& variants) {
  std::vector<std::string> warnings;
  for (const Counted& variant : variants)
    if (!variant.answered.observed)
      for (const std::string& warning : flow_warnings(variant.answered.bound, variant.answered.answer))
        warnings.push_back(variant.name + ": " + warning);
  return warnings;
}

}  // namespace

CursorResult run_compare(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                         flow_syntax::Flow& flow) {
  auto bound = bind_flow(context, view, flow);
  if (!bound) return bound.error();
  const auto chosen = compared_columns(context, flow, bound->question);
  if (!chosen) return chosen.error();
  demand(flow, *chosen, bound->question);
  std::vector<Counted> variants;
  for (Variant& variant : flow.compare) {
    auto counted = count_variant(context, view, reading, *bound, variant, flow.counting.observed);
    if (!counted) return counted.error();
    variants.push_back(counted.take());
  }
  Table table;
  table.columns = key_columns(bound->question);
  for (const Counted& variant : variants)
    for (const std::string& column : chosen->counts) table.columns.push_back(variant.name + "_" + column);
  table.columns.emplace_back("disagree");
  add_meta(variants, table.meta);
  table.warnings = variant_warnings(variants);
  for (const auto& [key, joined] : join(variants))
    table.rows.push_back(joined_row(joined, variants, chosen->counts));
  TALENTFLOW_TRY(context.execution->budget->rows(table.rows.size()));
  add_variant_tables(flow, variants, table);
  expand_yield(flow, bound->question, chosen->exactly);
  TALENTFLOW_TRY(choose_columns(context, flow, table.columns.size(), table));
  return finish(context, view, flow, std::move(table));
}

}  // namespace talentflow::query
