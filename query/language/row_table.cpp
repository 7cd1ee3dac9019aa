#include "query/language/row_table.hpp"

#include <algorithm>
#include <utility>

#include "query/language/comparison.hpp"

namespace talentflow::query {
namespace {

constexpr std::size_t kFirstPlaces = 16;

/// Spreads a hash over all bits: the table looks at the lower ones.
std::size_t spread(std::size_t hash) {
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

std::size_t hash_of(std::span<const Value> row) {
  std::size_t out = row.size();
  for (const Value& value : row) out = spread(out ^ hash(value)) + 1;
  return out;
}

}  // namespace

bool RowTable::is_row(std::size_t number, std::span<const Value> row) const {
  const auto known = this->row(number);
  return std::equal(row.begin(), row.end(), known.begin(), equivalent);
}

RowTable::Added RowTable::add(std::span<Value> row) {
  if (places_.size() * 3 <= hashes_.size() * 4) grow();
  const std::size_t hash = hash_of(row);
  const std::size_t mask = places_.size() - 1;
  for (std::size_t place = hash & mask;; place = (place + 1) & mask) {
    if (places_[place] == 0) {
      places_[place] = static_cast<std::uint32_t>(hashes_.size() + 1);
      break;
    }
    const std::size_t number = places_[place] - 1;
    if (hashes_[number] == hash && is_row(number, row)) return {number, false};
  }
  hashes_.push_back(hash);
  std::move(row.begin(), row.end(), rows_.append());
  return {hashes_.size() - 1, true};
}

void RowTable::grow() {
  places_.assign(std::max(kFirstPlaces, places_.size() * 2), 0);
  const std::size_t mask = places_.size() - 1;
  for (std::size_t number = 0; number < hashes_.size(); ++number) {
    std::size_t place = hashes_[number] & mask;
    while (places_[place] != 0) place = (place + 1) & mask;
    places_[place] = static_cast<std::uint32_t>(number + 1);
  }
}

void RowTable::clear() {
  rows_.clear();
  hashes_.clear();
  places_.clear();
}

}  // namespace talentflow::query
