#include "schema/table.hpp"

namespace talentflow {
namespace {

/// Reads one record of cells starting at `position`; advances position and line past it.
Result<TableRow> read_row(std::string_view text, std::size_t& position, std::size_t& line,
                          std::string_view name) {
  TableRow row{line, {}};
  std::string cell;
  bool quoted = false;
  for (;; ++position) {
    const bool end = position >= text.size();
    if (quoted) {
      if (end)
        return make_error(ErrorCode::invalid_input, std::string(name) + ":" + std::to_string(row.line),
                          "a quoted cell is not closed");
      const char c = text[position];
      if (c == '"' && position + 1 < text.size() && text[position + 1] == '"') {
        cell += '"';
        ++position;
      } else if (c == '"') {
        quoted = false;
      } else {
        if (c == '\n') ++line;
        cell += c;
      }
      continue;
    }
    if (end || text[position] == '\n') break;
    const char c = text[position];
    if (c == '"' && cell.empty()) {
      quoted = true;
    } else if (c == ',') {
      row.cells.push_back(std::move(cell));
      cell.clear();
    } else if (c != '\r') {
      cell += c;
    }
  }
  row.cells.push_back(std::move(cell));
  ++position;
  ++line;
  return row;
}

}  // namespace

std::string_view Table::cell(const TableRow& row, std::string_view column) const {
  for (std::size_t i = 0; i < header.size() && i < row.cells.size(); ++i)
    if (header[i] == column) return row.cells[i];
  return {};
}

Result<Table> parse_table(std::string_view text, std::string_view name) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Table table;
  std::size_t position = 0;
  std::size_t line = 1;
  while (position < text.size()) {
    auto row = read_row(text, position, line, name);
    if (!row) return row.error();
    if (row->cells.size() == 1 && row->cells[0].empty()) continue;
    if (table.header.empty())
      table.header = std::move(row->cells);
    else
      table.rows.push_back(row.take());
  }
  return table;
}

std::vector<std::string> split_list(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t at = text.find(separator);
    const std::string_view part = text.substr(0, at);
    if (!part.empty()) parts.emplace_back(part);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return parts;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace talentflow
