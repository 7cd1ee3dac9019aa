// markdown: a pipe table, as GitHub and Pandoc read it. `|` in a cell is escaped.
#include <algorithm>

#include "query/format/formats.hpp"
#include "query/format/text_grid.hpp"

namespace talentflow::query {
namespace {

std::string escaped_pipes(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

void append_line(std::string& out, const TextGrid& grid, const std::vector<std::string>& cells) {
  out += '|';
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out += ' ';
    append_cell(out, grid, i, cells[i]);
    out += " |";
  }
  out += '\n';
}

void escape_pipes(TextGrid& grid) {
  for (auto& column : grid.columns) column = escaped_pipes(column);
  for (auto& row : grid.rows)
    for (auto& cell : row) cell = escaped_pipes(cell);
  measure(grid);
}

std::size_t overhead(const std::vector<std::string>& columns) { return 1 + 3 * columns.size(); }

std::string markdown(TextGrid grid) {
  escape_pipes(grid);

  std::string out;
  if (!grid.columns.empty()) {
    append_line(out, grid, grid.columns);
    out += '|';
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
      out += ' ';
      out.append(std::max<std::size_t>(grid.widths[i], 2) - 1, '-');
      out += grid.right[i] ? ": |" : "- |";
    }
    out += '\n';
    for (const auto& row : grid.rows) append_line(out, grid, row);
  }
  if (grid.rows.size() != grid.total) out += "\n" + row_count_text(grid) + "\n";
  return out;
}

}  // namespace

Result<std::uint64_t> print_markdown(RowStream& rows, const PrintOptions& options, const ByteWriter& write) {
  auto grid = read_grid(rows, options, overhead(rows.columns()));
  if (!grid.ok()) return grid.error();
  const auto total = grid->total;
  TALENTFLOW_TRY(write(markdown(grid.take())));
  for (const auto& table : rows.side_tables()) {
    TALENTFLOW_TRY(write("\n**" + table.name + "**\n\n"));
    TALENTFLOW_TRY(write(markdown(side_grid(table, rows.view(), options, overhead(table.columns)))));
  }
  // A list, so that each entry keeps its line.
  std::string footer = footer_text(rows);
  for (std::size_t at = 1; at < footer.size(); at = footer.find('\n', at) + 1) footer.insert(at, "- ");
  TALENTFLOW_TRY(write(footer));
  return total;
}

}  // namespace talentflow::query
