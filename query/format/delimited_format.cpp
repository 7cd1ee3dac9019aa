// csv and tsv: for spreadsheets and statistics programs. Null is an empty field, the empty string is "" in
// csv.
#include "query/format/display_text.hpp"
#include "query/format/formats.hpp"
#include "schema/utf8.hpp"

namespace talentflow::query {
namespace {

// A line break inside a csv field is data and quoted; other control characters are escaped, since a file of
// ours may be shown on a terminal.
std::string without_terminal_controls(std::string_view text) {
  std::string out;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t start = position;
    const char32_t code = next_code_point(text, position);
    if (code == '\n' || code == '\r' || code == '\t')
      out += static_cast<char>(code);
    else
      out += escape_controls(text.substr(start, position - start));
  }
  return out;
}

void append_csv(std::string& out, std::string_view field) {
  const std::string text = without_terminal_controls(field);
  const bool quoted = text.empty() || text.find_first_of(",\"\n\r") != std::string::npos ||
                      text.front() == ' ' || text.back() == ' ';
  if (!quoted) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_tsv(std::string& out, std::string_view field) {
  std::string backslashes;
  for (const char c : field) {
    if (c == '\\') backslashes += '\\';
    backslashes += c;
  }
  out += escape_controls(backslashes);
}

constexpr const char* kSideTables =
    "csv and tsv hold one table; print SHOW MOVES and SHOW EVIDENCE with --format json, jsonl, table, box or "
    "markdown";

using AppendField = void (*)(std::string& out, std::string_view field);

Result<std::uint64_t> print_delimited(RowStream& rows, const PrintOptions& options, const ByteWriter& write,
                                      char delimiter, AppendField append) {
  if (!rows.side_tables().empty()) return make_error(ErrorCode::usage, "", kSideTables);
  std::string line;
  const auto& columns = rows.columns();
  if (options.header && !columns.empty()) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i != 0) line += delimiter;
      append(line, columns[i]);
    }
    line += '\n';
  }
  Row row;
  std::uint64_t count = 0;
  for (;; ++count) {
    auto more = rows.next(row);
    if (!more.ok()) return more.error();
    if (!*more) break;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) line += delimiter;
      if (row[i].is_null())
        line += options.null_text;
      else
        append(line, data_text(row[i], rows.view()));
    }
    line += '\n';
    if (line.size() > 65536) {
      TALENTFLOW_TRY(write(line));
      line.clear();
    }
  }
  if (!rows.side_tables().empty()) return make_error(ErrorCode::usage, "", kSideTables);
  TALENTFLOW_TRY(write(line));
  return count;
}

}  // namespace

Result<std::uint64_t> print_csv(RowStream& rows, const PrintOptions& options, const ByteWriter& write) {
  return print_delimited(rows, options, write, ',', append_csv);
}

Result<std::uint64_t> print_tsv(RowStream& rows, const PrintOptions& options, const ByteWriter& write) {
  return print_delimited(rows, options, write, '\t', append_tsv);
}

}  // namespace talentflow::query
