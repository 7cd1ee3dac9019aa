#include "ingest/column_map.hpp"

#include <algorithm>
#include <filesystem>

#include "ingest/bytes/byte_source.hpp"
#include "ingest/sources/careers/careers_table.hpp"
#include "ingest/sources/common/columns.hpp"
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/json/json_view.hpp"

namespace talentflow::ingest {
namespace {

constexpr std::size_t kLargestMap = 64 << 10;

/// Levenshtein's distance of two short words.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row[b.size()];
}

/// Line of the text at which a word stands in quotes; 1 when it stands nowhere.
std::size_t line_of(std::string_view text, const std::string& word) {
  const auto at = text.find("\"" + word + "\"");
  if (at == std::string_view::npos) return 1;
  return 1 + static_cast<std::size_t>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

struct Pair {
  std::string field, column;
  std::size_t line = 0;
};

Error bad(std::string_view name, std::size_t line, std::string message) {
  return make_error(ErrorCode::invalid_input, std::string(name) + ":" + std::to_string(line),
                    std::move(message));
}

Result<std::vector<Pair>> json_pairs(std::string_view text, std::string_view name) {
  JsonParser parser;
  const auto root = parser.parse(text);
  if (!root) return bad(name, 1, root.error().message);
  std::vector<Pair> out;
  for (const auto& [field, column] : root->fields()) {
    const std::string word(field);
    if (!column.is_string() && !column.is_null())
      return bad(name, line_of(text, word), "the column of \"" + word + "\" is no text");
    out.push_back({word, std::string(column.text()), line_of(text, word)});
  }
  return out;
}

Result<std::vector<Pair>> line_pairs(std::string_view text, std::string_view name) {
  std::vector<Pair> out;
  std::size_t number = 0;
  for (auto line : split(text, '\n')) {
    ++number;
    line = trimmed(line);
    if (line.empty() || line.front() == '#') continue;
    const auto equals = line.find('=');
    if (equals == std::string_view::npos)
      return bad(name, number, "\"" + std::string(line) + "\" is no line of the form: field = column");
    auto column = trimmed(line.substr(equals + 1));
    if (column.size() >= 2 && column.front() == '"' && column.back() == '"')
      column = column.substr(1, column.size() - 2);
    out.push_back({std::string(trimmed(line.substr(0, equals))), std::string(column), number});
  }
  return out;
}

}  // namespace

std::string nearest_hint(std::string_view word, const std::vector<std::string>& known) {
  const std::string wanted = lower(word);
  std::size_t best = std::max<std::size_t>(wanted.size() / 3, 1) + 1;
  std::string out;
  for (const auto& each : known) {
    if (each.size() > 200 || wanted.size() > 200) continue;
    const std::string candidate = lower(each);
    const bool part = wanted.size() >= 3 && candidate.find(wanted) != std::string::npos;
    const std::size_t apart = part ? 1 : distance(wanted, candidate);
    if (apart >= best) continue;
    best = apart;
    out = each;
  }
  return out.empty() ? out : "; did you mean \"" + out + "\"?";
}

Result<ColumnMap> ColumnMap::parse(std::string_view text, std::string_view name) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  auto pairs = trimmed(text).starts_with('{') ? json_pairs(text, name) : line_pairs(text, name);
  if (!pairs) return pairs.error();
  const auto fields = careers_fields();
  ColumnMap out;
  out.name_ = name;
  for (auto& [given, column, line] : *pairs) {
    const std::string field = normal_header(given);
    if (std::find(fields.begin(), fields.end(), field) == fields.end()) {
      std::string all;
      for (const auto& each : fields) all += (all.empty() ? "" : ", ") + each;
      return bad(name, line,
                 "there is no field \"" + given + "\"" + nearest_hint(field, fields) + " fields: " + all);
    }
    if (out.column_of(field) != nullptr) return bad(name, line, "the field \"" + field + "\" is given twice");
    for (const auto& entry : out.entries_)
      if (!column.empty() && normal_header(entry.column) == normal_header(column))
        return bad(
            name, line,
            "the column \"" + column + "\" is given to \"" + entry.field + "\" and to \"" + field + "\"");
    out.entries_.push_back({field, std::move(column)});
  }
  if (out.entries_.empty())
    return bad(name, 1, "the map gives no column; write lines of the form: field = column");
  return out;
}

Result<ColumnMap> ColumnMap::read(const std::string& path) {
  auto file = open_file(path, {});
  if (!file) return file.error();
  auto text = read_all(**file, kLargestMap);
  if (!text) return text.error();
  return parse(*text, std::filesystem::path(path).filename().string());
}

const std::string* ColumnMap::column_of(std::string_view field) const {
  for (const auto& entry : entries_)
    if (entry.field == field) return &entry.column;
  return nullptr;
}

bool ColumnMap::fits(std::string_view head) const {
  std::vector<std::string> headers;
  for (const auto& cell : first_line_cells(head)) headers.push_back(normal_header(cell));
  bool any = false;
  for (const auto& entry : entries_) {
    if (entry.column.empty()) continue;
    any = true;
    if (std::find(headers.begin(), headers.end(), normal_header(entry.column)) == headers.end()) return false;
  }
  return any;
}

}  // namespace talentflow::ingest
