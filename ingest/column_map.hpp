// Which column of a careers table means what, in the words of whoever has the table: for tables whose headers
// no synonym fits.
//
// Either lines "field = column", with "#" before remarks, or one JSON object {"field": "column"}:
//
//   person       = Full name
//   organization = Where
//   start        = From date
//   notes        =                 (no column, whatever the header says)
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/result.hpp"

namespace talentflow::ingest {

class ColumnMap {
 public:
  struct Entry {
    std::string field;
    std::string column;  ///< as the table writes it, without regard to case; empty: the field has no column
  };

  /// `name` stands in messages. Errors: invalid_input with the line: no map, an unknown field (with the
  /// nearest one), a field or a column given twice.
  static Result<ColumnMap> parse(std::string_view text, std::string_view name);
  /// Reads a file. Errors: not_found, io, and those of parse().
  static Result<ColumnMap> read(const std::string& path);

  const std::vector<Entry>& entries() const { return entries_; }
  /// The column of a field; null when the map does not speak of it.
  const std::string* column_of(std::string_view field) const;
  /// Whether the first line of a CSV text has every column that the map names, and it names one.
  bool fits(std::string_view head) const;
  /// "map.txt", for messages.
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::vector<Entry> entries_;
};

/// ", did you mean \"x\"?" for the word nearest to `word`; empty when none is near.
std::string nearest_hint(std::string_view word, const std::vector<std::string>& known);

}  // namespace talentflow::ingest
