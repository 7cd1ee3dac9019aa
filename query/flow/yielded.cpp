#include "query/flow/yielded.hpp"

#include <algorithm>
#include <numeric>

#include "query/language/token_stream.hpp"

namespace talentflow::query {
namespace {

Result<std::size_t> column_of(const FlowContext& context, const Table& table, const flow_syntax::Name& name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (same_word(table.columns[i], name.text)) return i;
  return context.semantic(name.place, "UnknownColumn", "there is no column '" + name.text + "' here",
                          did_you_mean(name.text, table.columns));
}

/// A column that is yielded twice is copied, the last time it moves.
void keep(Table& table, const std::vector<std::size_t>& chosen) {
  for (Row& row : table.rows) {
    Row kept;
    kept.reserve(chosen.size());
    for (const std::size_t column : chosen) kept.push_back(row[column]);
    row = std::move(kept);
  }
}

}  // namespace

Result<void> choose_columns(const FlowContext& context, const flow_syntax::Flow& flow, std::size_t shown,
                            Table& table) {
  std::vector<std::size_t> chosen(shown);
  std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  std::vector<std::string> names(table.columns.begin(),
                                 table.columns.begin() + static_cast<std::ptrdiff_t>(shown));
  if (!flow.yield.empty()) {
    chosen.clear();
    names.clear();
    for (const flow_syntax::YieldItem& item : flow.yield) {
      const auto column = column_of(context, table, item.column);
      if (!column) return column.error();
      chosen.push_back(*column);
      names.push_back(item.alias);
    }
  }
  if (names == table.columns) return {};
  keep(table, chosen);
  table.columns = std::move(names);
  return {};
}

CursorResult finish(const FlowContext& context, const ViewPtr& view, flow_syntax::Flow& flow, Table table) {
  if (!flow.core) return table_cursor(std::move(table), view);
  GivenRows given{table.columns, std::move(table.rows)};
  auto inner = run_core(std::move(*flow.core), context.core(view), std::move(given));
  if (!inner) return inner.error();
  return footed_cursor(inner.take(), std::move(table));
}

}  // namespace talentflow::query
