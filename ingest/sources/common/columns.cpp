#include "ingest/sources/common/columns.hpp"

#include <algorithm>

#include "ingest/sources/common/reading.hpp"

namespace talentflow::ingest {

std::string normal_header(std::string_view header) {
  std::string out = slug(trimmed(header));
  std::replace(out.begin(), out.end(), '-', '_');
  return out;
}

Columns::Columns(const std::vector<std::string_view>& header, std::span<const ColumnMeaning> meanings) {
  std::vector<std::string> names;
  names.reserve(header.size());
  for (const auto text : header) names.push_back(normal_header(text));
  std::vector<bool> used(names.size(), false);
  for (const auto& [meaning, headers] : meanings)
    for (const auto wanted : headers) {
      const auto found = std::find(names.begin(), names.end(), wanted);
      const auto index = static_cast<std::size_t>(found - names.begin());
      if (found == names.end() || used[index]) continue;
      used[index] = true;
      taken_.emplace_back(meaning, index);
      break;
    }
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!used[i] && !names[i].empty()) others_.emplace_back(i, names[i]);
}

std::optional<std::size_t> Columns::index_of(std::string_view meaning) const {
  for (const auto& [name, index] : taken_)
    if (name == meaning) return index;
  return std::nullopt;
}

std::string_view Columns::cell(const std::vector<std::string_view>& row, std::string_view meaning) const {
  const auto index = index_of(meaning);
  return index && *index < row.size() ? trimmed(row[*index]) : std::string_view();
}

std::vector<std::string> first_line_cells(std::string_view head, char separator) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  std::vector<std::string> out;
  for (auto cell : split(head.substr(0, head.find('\n')), separator)) {
    cell = trimmed(cell);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
    out.emplace_back(cell);
  }
  return out;
}

}  // namespace talentflow::ingest
