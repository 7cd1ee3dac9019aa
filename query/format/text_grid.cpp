#include "query/format/text_grid.hpp"

#include <algorithm>
#include <numeric>

#include "query/format/display_text.hpp"
#include "schema/utf8.hpp"

namespace talentflow::query {
namespace {

constexpr std::size_t kNarrowest = 5;

TextGrid empty_grid(const std::vector<std::string>& columns) {
  TextGrid grid;
  for (const auto& column : columns) grid.columns.push_back(escape_controls(column));
  grid.right.assign(columns.size(), true);
  return grid;
}

void append_row(TextGrid& grid, const Row& row, const graph::View* view, const PrintOptions& options) {
  ++grid.total;
  if (options.max_rows != 0 && grid.rows.size() >= options.max_rows) return;
  std::vector<std::string> cells;
  cells.reserve(row.size());
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!row[i].is_null() && !row[i].is_number()) grid.right[i] = false;
    cells.push_back(row[i].is_null() ? options.null_text : escape_controls(display_text(row[i], view)));
  }
  grid.rows.push_back(std::move(cells));
}

/// Takes from the widest column, one terminal column at a time, until the line fits or nothing can give.
void shrink(TextGrid& grid, std::size_t available) {
  auto total = std::accumulate(grid.widths.begin(), grid.widths.end(), std::size_t{0});
  while (total > available) {
    auto widest = std::max_element(grid.widths.begin(), grid.widths.end());
    if (widest == grid.widths.end() || *widest <= kNarrowest) return;
    --*widest;
    --total;
  }
}

void finish(TextGrid& grid, const PrintOptions& options, std::size_t overhead) {
  measure(grid);
  // A column of nothing but nulls is no column of numbers.
  if (grid.rows.empty()) grid.right.assign(grid.columns.size(), false);
  if (options.width == 0) return;
  shrink(grid, options.width > overhead ? options.width - overhead : 0);
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    grid.columns[i] = cut_to_width(grid.columns[i], grid.widths[i]);
    for (auto& row : grid.rows) row[i] = cut_to_width(row[i], grid.widths[i]);
  }
}

}  // namespace

void measure(TextGrid& grid) {
  grid.widths.clear();
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    std::size_t width = text_width(grid.columns[i]);
    for (const auto& row : grid.rows) width = std::max(width, text_width(row[i]));
    grid.widths.push_back(width);
  }
}

Result<TextGrid> read_grid(RowStream& rows, const PrintOptions& options, std::size_t overhead) {
  TextGrid grid = empty_grid(rows.columns());
  Row row;
  for (;;) {
    auto more = rows.next(row);
    if (!more.ok()) return more.error();
    if (!*more) break;
    append_row(grid, row, rows.view(), options);
  }
  finish(grid, options, overhead);
  return grid;
}

TextGrid side_grid(const SideTable& table, const graph::View* view, const PrintOptions& options,
                   std::size_t overhead) {
  TextGrid grid = empty_grid(table.columns);
  for (const auto& row : table.rows) append_row(grid, row, view, options);
  finish(grid, options, overhead);
  return grid;
}

void append_cell(std::string& out, const TextGrid& grid, std::size_t column, const std::string& text) {
  const std::size_t width = text_width(text);
  const std::size_t fill = grid.widths[column] > width ? grid.widths[column] - width : 0;
  if (grid.right[column]) out.append(fill, ' ');
  out += text;
  if (!grid.right[column]) out.append(fill, ' ');
}

std::string row_count_text(const TextGrid& grid) {
  const auto rows = [](std::uint64_t count) {
    return std::to_string(count) + (count == 1 ? " row" : " rows");
  };
  if (grid.rows.size() == grid.total) return rows(grid.total);
  return std::to_string(grid.rows.size()) + " of " + rows(grid.total) + " shown";
}

namespace {

/// An entry of a map that is read line by line: words or a map, no number.
bool is_sentence(const std::pair<std::string, Value>& entry) {
  return entry.second.string() != nullptr || entry.second.map() != nullptr;
}

/// The default reading alone is no news.
bool says_nothing(const MetaEntries& meta) {
  return meta.size() == 1 && meta[0].first == "reading" && meta[0].second.string() != nullptr &&
         *meta[0].second.string() == kEverythingKnown;
}

}  // namespace

std::string footer_text(const RowStream& rows) {
  std::string out;
  const auto line = [&](const std::string& indent, const std::string& key, const Value& value) {
    out += indent + escape_controls(key) + ":";
    if (!value.is_null()) out += " " + escape_controls(display_text(value, rows.view()));
    out += "\n";
  };
  for (const auto& [key, value] : rows.meta()) {
    const bool nested =
        value.map() != nullptr && std::any_of(value.map()->begin(), value.map()->end(), is_sentence);
    line("", key, nested ? Value() : value);
    if (nested)
      for (const auto& [inner, own] : *value.map()) line("  ", inner, own);
  }
  return out.empty() || says_nothing(rows.meta()) ? "" : "\n" + out;
}

}  // namespace talentflow::query
