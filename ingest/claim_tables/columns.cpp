#include "ingest/claim_tables/columns.hpp"

#include <algorithm>
#include <charconv>

#include "ingest/claim_fields.hpp"

namespace talentflow::ingest {
namespace {

struct TypeName {
  std::string_view name;
  ColumnType type;
};
constexpr TypeName kTypes[] = {
    {"string", ColumnType::text},     {"text", ColumnType::text},    {"int", ColumnType::integer},
    {"integer", ColumnType::integer}, {"float", ColumnType::real},   {"double", ColumnType::real},
    {"boolean", ColumnType::boolean}, {"bool", ColumnType::boolean}, {"date", ColumnType::date},
};

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string column_name(std::string_view text) {
  std::string out(trimmed(text));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ') c = '_';
  }
  return out;
}

bool has(const std::vector<std::string>& names, std::string_view wanted) {
  return std::find(names.begin(), names.end(), wanted) != names.end();
}

std::vector<std::string> column_names(const std::vector<std::string_view>& header) {
  std::vector<std::string> out;
  out.reserve(header.size());
  for (const auto text : header) out.push_back(column_name(text.substr(0, text.find(':'))));
  return out;
}

}  // namespace

std::optional<TableKind> table_kind(const std::vector<std::string_view>& header) {
  const auto names = column_names(header);
  if (has(names, "subject") && has(names, "relation")) return TableKind::claims;
  if (!has(names, "id")) return std::nullopt;
  if (has(names, "kind")) return TableKind::entities;
  if (has(names, "publisher") || has(names, "url") || has(names, "source_class")) return TableKind::sources;
  return std::nullopt;
}

std::string missing_columns(const std::vector<std::string_view>& header) {
  std::string out = "the header names no claim table: it has ";
  constexpr std::size_t kShown = 12;
  for (std::size_t i = 0; i < header.size() && i < kShown; ++i)
    out += (i > 0 ? ", \"" : "\"") + std::string(header[i].substr(0, 40)) + "\"";
  if (header.size() > kShown) out += ", ..";
  return out +
         "; entities need id and kind, sources need id and publisher (or url, or source_class), "
         "claims need subject and relation";
}

Result<Header> read_header(const std::vector<std::string_view>& header, TableKind kind) {
  Header out;
  out.kind = kind;
  for (const auto text : header) {
    const auto colon = text.find(':');
    Column column;
    column.name = column_name(text.substr(0, colon));
    if (column.name.empty())
      return make_error(ErrorCode::invalid_input, "",
                        "column " + std::to_string(out.columns.size() + 1) + " of the header has no name");
    for (const auto& other : out.columns)
      if (other.name == column.name)
        return make_error(ErrorCode::invalid_input, "",
                          "the header names column \"" + column.name + "\" twice");
    if (colon != std::string_view::npos) {
      const std::string type = column_name(text.substr(colon + 1));
      const auto* const known = std::find_if(std::begin(kTypes), std::end(kTypes),
                                             [&](const TypeName& entry) { return entry.name == type; });
      if (known != std::end(kTypes))
        column.type = known->type;
      else
        out.notes.push_back("column \"" + column.name + "\" has the unknown type \"" + type +
                            "\"; its values are kept as text (types: string, int, float, boolean, date)");
    }
    if (kind == TableKind::claims)
      for (const auto& [name, field] : kClaimFields)
        if (name == column.name) column.claim_field = field;
    out.columns.push_back(std::move(column));
  }
  return out;
}

std::optional<Value> typed_value(std::string_view text, ColumnType type) {
  const char* const end = text.data() + text.size();
  switch (type) {
    case ColumnType::text:
      return Value(std::string(text));
    case ColumnType::integer: {
      std::int64_t value = 0;
      const auto [stop, problem] = std::from_chars(text.data(), end, value);
      if (problem != std::errc() || stop != end) return std::nullopt;
      return Value(value);
    }
    case ColumnType::real: {
      double value = 0;
      const auto [stop, problem] = std::from_chars(text.data(), end, value);
      if (problem != std::errc() || stop != end) return std::nullopt;
      return Value(value);
    }
    case ColumnType::boolean: {
      const std::string word = column_name(text);
      if (word == "true" || word == "1" || word == "yes") return Value(true);
      if (word == "false" || word == "0" || word == "no") return Value(false);
      return std::nullopt;
    }
    case ColumnType::date: {
      auto date = parse_date(text);
      if (!date) return std::nullopt;
      return Value(*date);
    }
  }
  return std::nullopt;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto cut = text.find(';');
    const auto part = trimmed(text.substr(0, cut));
    if (!part.empty()) out.emplace_back(part);
    if (cut == std::string_view::npos) break;
    text.remove_prefix(cut + 1);
  }
  return out;
}

}  // namespace talentflow::ingest
