// Markdown as tables need it: cells, headings, and what a cell says without its marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talentflow::ingest::markdown {

/// Cells of a table row; none when the line is no row.
std::vector<std::string_view> row_cells(std::string_view line);
/// The line of hyphens under a table's header.
bool is_rule(const std::vector<std::string_view>& cells);
/// The level of a heading, 1 to 6; 7 of a line in bold; 0 of any other line.
int heading_level(std::string_view line);
/// Whether a block of code begins or ends on the line.
bool is_fence(std::string_view line);

struct Text {
  std::string words;    ///< without emphasis, links, footnotes, tags; "<br>" is a line end
  std::string address;  ///< the first one that the cell links to or consists of
  bool struck = false;  ///< crossed out
};
Text text_of(std::string_view cell);

}  // namespace talentflow::ingest::markdown
