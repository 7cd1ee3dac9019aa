// A list that an expression builds item by item.
#pragma once

#include <cstddef>
#include <utility>

#include "query/language/comparison.hpp"
#include "query/language/runtime.hpp"

namespace talentflow::query {

/// Grows within the memory budget.
class GrowingList {
 public:
  explicit GrowingList(Runtime& runtime) : runtime_(runtime) {}
  /// False when the budget is used up.
  bool add(Value value) {
    bytes_ += footprint(value);
    items_.push_back(std::move(value));
    constexpr std::size_t kLook = 1024;
    return items_.size() % kLook != 0 || runtime_.fits(bytes_);
  }
  ValueList take() { return std::move(items_); }

 private:
  Runtime& runtime_;
  ValueList items_;
  std::size_t bytes_ = 0;
};

}  // namespace talentflow::query
