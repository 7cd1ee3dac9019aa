// json and jsonl. Rows of side tables (SHOW MOVES, SHOW EVIDENCE) are nested: each row of the answer gets,
// under the table's name, those that agree with it in every column that both have (its bucket, its
// dimensions).
#include <algorithm>

#include "query/format/formats.hpp"
#include "query/format/json_text.hpp"

namespace talentflow::query {
namespace {

/// Positions in the answer of the side table's leading columns, up to the first that the answer lacks: its
/// bucket and dimensions. (Later ones may share a name and mean something else: `contested` of a move, a
/// count in the row.)
std::vector<std::size_t> shared_columns(const std::vector<std::string>& columns, const SideTable& table) {
  std::vector<std::size_t> shared;
  for (const auto& column : table.columns) {
    const auto found = std::find(columns.begin(), columns.end(), column);
    if (found == columns.end()) break;
    shared.push_back(static_cast<std::size_t>(found - columns.begin()));
  }
  return shared;
}

std::string json_of(const Value& value, const graph::View* view) {
  std::string out;
  append_json(out, value, view);
  return out;
}

bool belongs(const Row& row, const Row& side, const std::vector<std::size_t>& shared,
             const graph::View* view) {
  for (std::size_t i = 0; i < shared.size(); ++i)
    if (json_of(row[shared[i]], view) != json_of(side[i], view)) return false;
  return true;
}

/// The key that nested rows stand under: the table's name, unless the answer has a column of that name (the
/// count of a directed FLOW is called `moves`).
std::string nested_key(const RowStream& rows, const SideTable& table) {
  const auto& columns = rows.columns();
  const bool taken = std::find(columns.begin(), columns.end(), table.name) != columns.end();
  return taken ? table.name + "_shown" : table.name;
}

/// Replaces the closing brace of the row's object by the nested rows.
void append_nested_rows(std::string& out, const RowStream& rows, const Row& row) {
  for (const auto& table : rows.side_tables()) {
    const auto shared = shared_columns(rows.columns(), table);
    out.back() = out[out.size() - 2] == '{' ? ' ' : ',';
    append_json_string(out, nested_key(rows, table));
    out += ":[";
    bool first = true;
    for (const auto& side : table.rows) {
      if (!belongs(row, side, shared, rows.view())) continue;
      if (!first) out += ',';
      first = false;
      append_json_row(out, table.columns, side, rows.view());
    }
    out += "]}";
  }
}

/// Calls `each` with the JSON object of every row. Answers with side tables are held until the tables are
/// complete; they are FLOW's, with a row a bucket.
template <class Each>
Result<std::uint64_t> for_each_object(RowStream& rows, const Each& each) {
  std::uint64_t count = 0;
  std::vector<Row> held;
  Row row;
  std::string object;
  for (;; ++count) {
    auto more = rows.next(row);
    if (!more.ok()) return more.error();
    if (!*more) break;
    if (!rows.side_tables().empty()) {
      held.push_back(row);
      continue;
    }
    object.clear();
    append_json_row(object, rows.columns(), row, rows.view());
    TALENTFLOW_TRY(each(object));
  }
  for (const auto& kept : held) {
    object.clear();
    append_json_row(object, rows.columns(), kept, rows.view());
    append_nested_rows(object, rows, kept);
    TALENTFLOW_TRY(each(object));
  }
  return count;
}

}  // namespace

Result<std::uint64_t> print_jsonl(RowStream& rows, const PrintOptions&, const ByteWriter& write) {
  std::string buffer;
  auto count = for_each_object(rows, [&](const std::string& object) -> Result<void> {
    buffer += object;
    buffer += '\n';
    if (buffer.size() < 65536) return {};
    auto written = write(buffer);
    buffer.clear();
    return written;
  });
  if (!count.ok()) {
    // Rows that came before the failure are the caller's to see: the exit status says that more is missing.
    TALENTFLOW_TRY(write(buffer));
    return count;
  }
  TALENTFLOW_TRY(write(buffer));
  return count;
}

Result<std::uint64_t> print_json(RowStream& rows, const PrintOptions&, const ByteWriter& write) {
  std::string buffer = "{\"columns\":[";
  for (std::size_t i = 0; i < rows.columns().size(); ++i) {
    if (i != 0) buffer += ',';
    append_json_string(buffer, rows.columns()[i]);
  }
  buffer += "],\n\"rows\":[";
  bool first = true;
  auto count = for_each_object(rows, [&](const std::string& object) -> Result<void> {
    buffer += first ? "\n" : ",\n";
    first = false;
    buffer += object;
    if (buffer.size() < 65536) return {};
    auto written = write(buffer);
    buffer.clear();
    return written;
  });
  if (!count.ok()) return count;
  buffer += first ? "],\n\"meta\":" : "\n],\n\"meta\":";
  buffer += meta_json(rows.meta(), rows.view());
  buffer += "}\n";
  TALENTFLOW_TRY(write(buffer));
  return count;
}

}  // namespace talentflow::query
