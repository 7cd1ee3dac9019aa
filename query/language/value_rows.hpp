// Rows of values that grow in number without being moved, and go without a call for each.
#pragma once

#include <bit>
#include <cstddef>
#include <memory>
#include <vector>

#include "query/value.hpp"

namespace talentflow::query {

/// Rows of equal width, numbered from 0. A row's place stays until clear().
class ValueRows {
 public:
  explicit ValueRows(std::size_t width) : width_(width) {}

  /// A new row of nulls.
  Value* append() {
    const std::size_t number = count_++;
    if (block_of(number) == blocks_.size())
      blocks_.push_back(std::make_unique<Value[]>((kFirst << blocks_.size()) * width_));
    return row(number);
  }
  std::size_t size() const { return count_; }
  Value* row(std::size_t number) const {
    const std::size_t block = block_of(number);
    return blocks_[block].get() + (number + kFirst - (kFirst << block)) * width_;
  }
  void clear() {
    blocks_.clear();
    count_ = 0;
  }

 private:
  static constexpr std::size_t kFirst =
      8;  ///< rows of the first block; each block has twice as many as the last
  static std::size_t block_of(std::size_t number) {
    return static_cast<std::size_t>(std::bit_width(number / kFirst + 1)) - 1;
  }

  std::size_t width_;
  std::size_t count_ = 0;
  std::vector<std::unique_ptr<Value[]>> blocks_;
};

}  // namespace talentflow::query
