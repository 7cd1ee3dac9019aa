// A sort that notices an interrupt and the time budget while it runs, however many items there are.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "query/language/runtime.hpp"

namespace talentflow::query {

/// Sorts runs that take a few milliseconds each, then merges them bottom-up. False when the query has to
/// stop; the items are then in no order.
template <class T, class Less>
bool checked_sort(std::vector<T>& items, const Less& less, Runtime& runtime) {
  constexpr std::size_t kRun = 8192;
  const std::size_t size = items.size();
  const auto position = [&](std::size_t i) {
    return items.begin() + static_cast<std::ptrdiff_t>(std::min(i, size));
  };
  for (std::size_t begin = 0; begin < size; begin += kRun) {
    if (!runtime.check_now()) return false;
    std::sort(position(begin), position(begin + kRun), less);
  }
  std::vector<T> merged(size > kRun ? size : 0);
  for (std::size_t width = kRun; width < size; width *= 2) {
    for (std::size_t begin = 0; begin < size; begin += 2 * width) {
      const std::size_t middle = std::min(begin + width, size);
      const std::size_t end = std::min(begin + 2 * width, size);
      std::size_t left = begin;
      std::size_t right = middle;
      for (std::size_t out = begin; out < end; ++out) {
        if (!runtime.tick()) return false;
        const bool from_right = left == middle || (right < end && less(items[right], items[left]));
        merged[out] = std::move(from_right ? items[right++] : items[left++]);
      }
    }
    items.swap(merged);
  }
  return true;
}

}  // namespace talentflow::query
