// A table in memory as text cells, ready to be aligned: what table, box, markdown and line share.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/format/format_table.hpp"

namespace talentflow::query {

struct TextGrid {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< those shown; control characters are escaped
  std::vector<bool> right;                     ///< by column: numbers only, so aligned to the right
  std::vector<std::size_t> widths;             ///< by column, in terminal columns
  std::uint64_t total = 0;                     ///< rows of the answer, shown or not
};

/// Reads all rows, keeps the first max_rows. When `options.width` is set the widest columns give way until
/// the cells and the `overhead` of lines between them fit into it; cells are cut with an ellipsis.
Result<TextGrid> read_grid(RowStream& rows, const PrintOptions& options, std::size_t overhead);
TextGrid side_grid(const SideTable& table, const graph::View* view, const PrintOptions& options,
                   std::size_t overhead);
/// Widths of the columns as the cells are now.
void measure(TextGrid& grid);

/// Appends the cell, filled up with spaces to the column's width.
void append_cell(std::string& out, const TextGrid& grid, std::size_t column, const std::string& text);
/// "1 row", "3 rows", "40 of 120 rows shown; .maxrows 0 shows all".
std::string row_count_text(const TextGrid& grid);
/// The meta entries as "key: value" lines, after an empty line; nothing when there are none.
std::string footer_text(const RowStream& rows);

}  // namespace talentflow::query
