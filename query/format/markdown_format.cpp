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
    append_cell(out, grid, i, escaped_pipes(cells[i]));
    out += " |";
  }
  out += '\n';
}

std::string markdown(const TextGrid& grid) {
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
  auto grid = read_grid(rows, options, 1, 3);
  if (!grid.ok()) return grid.error();
  TALENTFLOW_TRY(write(markdown(*grid)));
  for (const auto& table : rows.side_tables()) {
    TALENTFLOW_TRY(write("\n**" + table.name + "**\n\n"));
    TALENTFLOW_TRY(write(markdown(side_grid(table, rows.view(), options, 1, 3))));
  }
  // A list, so that each entry keeps its line.
  std::string footer = footer_text(rows);
  for (std::size_t at = 1; at < footer.size(); at = footer.find('\n', at) + 1) footer.insert(at, "- ");
  TALENTFLOW_TRY(write(footer));
  return grid->total;
}

}  // namespace talentflow::query
