// Which column of a table means what: by its header's words, in the spellings that tables use.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace talentflow::ingest {

/// One meaning and the headers that stand for it, best first, in normalised form ("start_date").
struct ColumnMeaning {
  std::string_view meaning;
  std::vector<std::string_view> headers;
};

/// "Start Date" -> "start_date".
std::string normal_header(std::string_view header);

class Columns {
 public:
  Columns() = default;
  /// Each meaning takes the first of its headers that the table has and no earlier meaning took.
  Columns(const std::vector<std::string_view>& header, std::span<const ColumnMeaning> meanings);

  bool has(std::string_view meaning) const { return index_of(meaning).has_value(); }
  /// The cell of a row, trimmed; "" when the column is absent or the row is short.
  std::string_view cell(const std::vector<std::string_view>& row, std::string_view meaning) const;
  /// Columns that no meaning took: index and normalised header.
  const std::vector<std::pair<std::size_t, std::string>>& others() const { return others_; }

 private:
  std::optional<std::size_t> index_of(std::string_view meaning) const;
  std::vector<std::pair<std::string_view, std::size_t>> taken_;
  std::vector<std::pair<std::size_t, std::string>> others_;
};

/// The cells of the first line of a CSV text; for sniffing.
std::vector<std::string> first_line_cells(std::string_view head, char separator = ',');

}  // namespace talentflow::ingest
