// The output formats, in one table. To add one: its print function in a file of its own, a line in
// format_table.cpp, a build line, a golden folder.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/format/row_stream.hpp"

namespace talentflow::query {

/// Takes bytes in order; an Error ends the printing.
using ByteWriter = std::function<Result<void>(std::string_view)>;

struct PrintOptions {
  std::uint64_t max_rows = 0;  ///< table forms: rows shown; 0 = all
  std::size_t width = 0;       ///< table forms: columns of the terminal; 0 = as wide as it takes
  std::string null_text{};     ///< table forms, csv, tsv
  bool header = true;          ///< csv, tsv
};

struct FormatEntry {
  std::string_view name;
  std::string_view summary;  ///< one line for --help
  /// Prints all rows that are left and returns their number.
  Result<std::uint64_t> (*print)(RowStream& rows, const PrintOptions& options, const ByteWriter& write);
};

const std::vector<FormatEntry>& format_table();
/// nullptr when there is none of that name.
const FormatEntry* find_format(std::string_view name);
/// "table, box, csv, ..": for messages.
std::string format_names();

}  // namespace talentflow::query
