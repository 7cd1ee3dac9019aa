// The small CSV tables of datasets/ (vocabulary, countries): whole text in, rows out. Inputs of users go
// through ingest's streaming reader instead; this one is for tables that fit on a screen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/result.hpp"

namespace talentflow {

struct TableRow {
  std::size_t line = 0;  ///< 1-based
  std::vector<std::string> cells;
};

struct Table {
  std::vector<std::string> header;
  std::vector<TableRow> rows;

  /// Cell of a row by column name; empty when the row is short or the column is absent.
  std::string_view cell(const TableRow& row, std::string_view column) const;
};

/// RFC 4180. `name` is used in errors ("roles.csv:7").
Result<Table> parse_table(std::string_view text, std::string_view name);

/// Splits "a;b;c", dropping empty parts.
std::vector<std::string> split_list(std::string_view text, char separator);

/// ASCII letters to lower case; other bytes unchanged.
std::string ascii_lower(std::string_view text);

}  // namespace talentflow
