// Rows of equal width, each once, numbered in the order of their arrival.
//
// A hash table of its own because grouping and DISTINCT live on it: rows stand in large blocks and the table
// holds their numbers, so a row costs its values and a few bytes, and no allocation of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "query/language/value_rows.hpp"
#include "query/value.hpp"

namespace talentflow::query {

class RowTable {
 public:
  explicit RowTable(std::size_t width) : width_(width), rows_(width) {}

  struct Added {
    std::size_t number;
    bool fresh;
  };
  /// The number of the row equivalent to this one (null is null, 1 is 1.0), which is kept when it is the
  /// first of its kind. `row` has the table's width; its values are moved from when it is kept.
  Added add(std::span<Value> row);

  std::size_t size() const { return hashes_.size(); }
  /// Stays where it is until clear().
  std::span<const Value> row(std::size_t number) const { return {rows_.row(number), width_}; }
  void clear();

  /// Bytes of a row beside its values, for the memory budget.
  static constexpr std::size_t kRowBytes = 24;

 private:
  bool is_row(std::size_t number, std::span<const Value> row) const;
  void grow();

  std::size_t width_;
  ValueRows rows_;
  std::vector<std::size_t> hashes_;    ///< of each row
  std::vector<std::uint32_t> places_;  ///< row number + 1, or 0; a power of two in size, at most 3/4 full
};

}  // namespace talentflow::query
