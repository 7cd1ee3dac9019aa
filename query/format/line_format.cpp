// line: one value a line, for rows too wide to read side by side.
#include <algorithm>

#include "query/format/formats.hpp"
#include "query/format/text_grid.hpp"
#include "schema/utf8.hpp"

namespace talentflow::query {
namespace {

std::string lines(const TextGrid& grid) {
  std::size_t widest = 0;
  for (const auto& column : grid.columns) widest = std::max(widest, text_width(column));
  std::string out;
  for (std::size_t r = 0; r < grid.rows.size(); ++r) {
    if (r != 0) out += '\n';
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
      out.append(widest - text_width(grid.columns[i]), ' ');
      out += grid.columns[i] + " = " + grid.rows[r][i] + "\n";
    }
  }
  if (grid.rows.size() != grid.total) out += "\n(" + row_count_text(grid) + ")\n";
  return out;
}

}  // namespace

Result<std::uint64_t> print_line(RowStream& rows, const PrintOptions& options, const ByteWriter& write) {
  PrintOptions uncut = options;
  uncut.width = 0;
  auto grid = read_grid(rows, uncut, 0);
  if (!grid.ok()) return grid.error();
  TALENTFLOW_TRY(write(lines(*grid)));
  for (const auto& table : rows.side_tables()) {
    TALENTFLOW_TRY(write("\n" + table.name + "\n"));
    TALENTFLOW_TRY(write(lines(side_grid(table, rows.view(), uncut, 0))));
  }
  TALENTFLOW_TRY(write(footer_text(rows)));
  return grid->total;
}

}  // namespace talentflow::query
