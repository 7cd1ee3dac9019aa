#include "query/format/format_table.hpp"

#include "query/format/formats.hpp"

namespace talentflow::query {

const std::vector<FormatEntry>& format_table() {
  static const std::vector<FormatEntry> table{
      {"table", "aligned columns in plain characters", print_table},
      {"box", "aligned columns in a drawn box", print_box},
      {"csv", "comma-separated, RFC 4180 quoting, nested values as JSON", print_csv},
      {"tsv", "tab-separated, \\t \\n \\\\ escaped, nested values as JSON", print_tsv},
      {"json", "one object: columns, rows, meta", print_json},
      {"jsonl", "one JSON object a row", print_jsonl},
      {"markdown", "a table for Markdown pages", print_markdown},
      {"line", "one value a line, an empty line between rows", print_line},
  };
  return table;
}

const FormatEntry* find_format(std::string_view name) {
  for (const auto& entry : format_table())
    if (entry.name == name) return &entry;
  return nullptr;
}

std::string format_names() {
  std::string names;
  for (const auto& entry : format_table()) {
    if (!names.empty()) names += ", ";
    names += entry.name;
  }
  return names;
}

}  // namespace talentflow::query
