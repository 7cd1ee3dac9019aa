// Which column of a claim table goes to which field of a record.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record.hpp"

namespace talentflow::ingest {

enum class TableKind { entities, sources, claims };

/// How the values of a column without a field of its own are kept. "age:int" in the header asks for integers.
enum class ColumnType { text, integer, real, boolean, date };

struct Column {
  std::string name;  ///< lower case, without the type
  ColumnType type = ColumnType::text;
  std::string ClaimRecord::*claim_field = nullptr;  ///< claims: the plain text field it fills, if any
};

struct Header {
  TableKind kind = TableKind::claims;
  std::vector<Column> columns;
  std::vector<std::string> notes;  ///< about column types nobody knows
};

/// The table that a header row names; nullopt when it names none.
std::optional<TableKind> table_kind(const std::vector<std::string_view>& header);
/// "found a, b, c; entities need id and kind, ..": what to say of a header that names none.
std::string missing_columns(const std::vector<std::string_view>& header);
/// Error: a column named twice, or without a name.
Result<Header> read_header(const std::vector<std::string_view>& header, TableKind kind);

/// One value of a typed column; nullopt when the text is not of the type.
std::optional<Value> typed_value(std::string_view text, ColumnType type);

/// "Person; Lab" -> {"Person", "Lab"}: split at semicolons, trimmed, empty parts left out.
std::vector<std::string> split_list(std::string_view text);

}  // namespace talentflow::ingest
