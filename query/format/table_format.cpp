// table and box: aligned columns for people. Both hold the rows, since a width is known only at the end.
#include <algorithm>

#include "query/format/formats.hpp"
#include "query/format/text_grid.hpp"

namespace talentflow::query {
namespace {

/// What lines are drawn with. An empty rule is not drawn.
struct Style {
  std::string_view left, between, right;                       ///< of a row of cells
  std::string_view rule, rule_left, rule_between, rule_right;  ///< below the header
  std::string_view top_left, top_between, top_right;           ///< above the header; empty: none
  std::string_view bottom_left, bottom_between, bottom_right;  ///< below the last row; empty: none

  /// Terminal columns that are no cells: plain lines end with their last cell.
  std::size_t overhead(const std::vector<std::string>& columns) const {
    return right.empty() ? 3 * columns.size() - std::min<std::size_t>(2, 3 * columns.size())
                         : 3 * columns.size() + 1;
  }
};

constexpr Style kPlain{" ", " | ", "", "-", "-", "-+-", "-", "", "", "", "", "", ""};
constexpr Style kBox{"│ ", " │ ", " │", "─", "├─", "─┼─", "─┤", "┌─", "─┬─", "─┐", "└─", "─┴─", "─┘"};

void append_rule(std::string& out, const TextGrid& grid, const Style& style, std::string_view left,
                 std::string_view between, std::string_view right) {
  if (left.empty()) return;
  out += left;
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    if (i != 0) out += between;
    for (std::size_t n = 0; n < grid.widths[i]; ++n) out += style.rule;
  }
  out += right;
  out += '\n';
}

void append_cells(std::string& out, const TextGrid& grid, const Style& style,
                  const std::vector<std::string>& cells) {
  out += style.left;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) out += style.between;
    append_cell(out, grid, i, cells[i]);
  }
  out += style.right;
  if (style.right.empty()) out.erase(out.find_last_not_of(' ') + 1);
  out += '\n';
}

Result<void> write_grid(const TextGrid& grid, const Style& style, const ByteWriter& write) {
  std::string out;
  if (!grid.columns.empty()) {
    append_rule(out, grid, style, style.top_left, style.top_between, style.top_right);
    append_cells(out, grid, style, grid.columns);
    append_rule(out, grid, style, style.rule_left, style.rule_between, style.rule_right);
    for (const auto& row : grid.rows) {
      append_cells(out, grid, style, row);
      if (out.size() < 65536) continue;
      TALENTFLOW_TRY(write(out));
      out.clear();
    }
    append_rule(out, grid, style, style.bottom_left, style.bottom_between, style.bottom_right);
  }
  out += "(" + row_count_text(grid) + ")\n";
  return write(out);
}

Result<std::uint64_t> print_styled(RowStream& rows, const PrintOptions& options, const ByteWriter& write,
                                   const Style& style) {
  auto grid = read_grid(rows, options, style.overhead(rows.columns()));
  if (!grid.ok()) return grid.error();
  TALENTFLOW_TRY(write_grid(*grid, style, write));
  for (const auto& table : rows.side_tables()) {
    TALENTFLOW_TRY(write("\n" + table.name + "\n"));
    TALENTFLOW_TRY(
        write_grid(side_grid(table, rows.view(), options, style.overhead(table.columns)), style, write));
  }
  TALENTFLOW_TRY(write(footer_text(rows)));
  return grid->total;
}

}  // namespace

Result<std::uint64_t> print_table(RowStream& rows, const PrintOptions& options, const ByteWriter& write) {
  return print_styled(rows, options, write, kPlain);
}

Result<std::uint64_t> print_box(RowStream& rows, const PrintOptions& options, const ByteWriter& write) {
  return print_styled(rows, options, write, kBox);
}

}  // namespace talentflow::query
