#include "graph/flow/cells.hpp"

#include <algorithm>
#include <numeric>

namespace talentflow::graph {
namespace {

/// Buckets found without hashing: a century of weeks.
constexpr std::int32_t kDenseBuckets = 8192;

DimensionValue value_of(Dimension dimension, std::uint32_t code) {
  DimensionValue value;
  value.dimension = dimension;
  switch (dimension) {
    case Dimension::origin_organisation:
    case Dimension::destination_organisation:
      value.organisation = code;
      break;
    case Dimension::origin_country:
    case Dimension::destination_country:
      if (code != 0) value.country = {static_cast<char>(code >> 8U), static_cast<char>(code & 0xFFU)};
      break;
    case Dimension::role:
      value.role = static_cast<RoleClass>(code);
      break;
  }
  return value;
}

/// Null values last.
std::uint32_t rank(std::uint32_t code) { return code - 1U; }

bool in_order(const CellKey& a, const CellKey& b) {
  if (a.bucket != b.bucket) return a.bucket < b.bucket;
  for (std::size_t i = 0; i < kMostDimensions; ++i)
    if (a.dimensions[i] != b.dimensions[i]) return rank(a.dimensions[i]) < rank(b.dimensions[i]);
  return false;
}

}  // namespace

std::size_t Cells::Hash::operator()(const CellKey& key) const {
  std::size_t hash = static_cast<std::uint32_t>(key.bucket);
  for (const std::uint32_t code : key.dimensions) hash = hash * 0x9E3779B97F4A7C15ULL + code;
  return hash ^ (hash >> 29U);
}

std::uint32_t Cells::find_or_add(const CellKey& key) {
  const auto [place, added] = found_.try_emplace(key, static_cast<std::uint32_t>(sums_.size()));
  if (added) {
    sums_.emplace_back();
    sums_.back().key = key;
  }
  return place->second;
}

std::uint32_t Cells::at(const CellKey& key) {
  if (!question_.dimensions.empty() || key.bucket == kNullBucket) return find_or_add(key);
  if (by_bucket_.empty()) {
    by_bucket_.assign(kDenseBuckets, 0);
    first_bucket_ = key.bucket - kDenseBuckets / 2;
  }
  const std::int64_t offset = static_cast<std::int64_t>(key.bucket) - first_bucket_;
  if (offset < 0 || offset >= kDenseBuckets) return find_or_add(key);
  std::uint32_t& known = by_bucket_[static_cast<std::size_t>(offset)];
  if (known == 0) known = find_or_add(key) + 1;
  return known - 1;
}

void Cells::fill_gaps() {
  if (!question_.dimensions.empty()) return;
  bool any = false;
  BucketNumber low = 0, high = 0;
  const auto include = [&](BucketNumber bucket) {
    low = any ? std::min(low, bucket) : bucket;
    high = any ? std::max(high, bucket) : bucket;
    any = true;
  };
  for (const CellSums& sums : sums_)
    if (sums.key.bucket != kNullBucket) include(sums.key.bucket);
  if (question_.unit == TimeUnit::total) include(0);
  if (question_.during && question_.during->low < question_.during->high) {
    include(buckets_.of(question_.during->low));
    include(buckets_.of(question_.during->high - 1));
  }
  if (!any) return;
  for (BucketNumber bucket = low; bucket <= high; ++bucket) at({bucket, {}});
}

void Cells::complete(CellSums& sums, FlowCoverage& coverage) const {
  Cell& cell = sums.cell;
  if (sums.key.bucket != kNullBucket) cell.period = buckets_.period(sums.key.bucket);
  for (std::size_t i = 0; i < question_.dimensions.size(); ++i)
    cell.dimensions.push_back(value_of(question_.dimensions[i], sums.key.dimensions[i]));
  if (!question_.uncertainty) return;
  std::tie(cell.low, cell.high) = sums.net.interval(question_.interval);
  coverage.interval_approximated = coverage.interval_approximated || sums.net.approximate();
}

std::vector<Cell> Cells::finish(std::vector<std::uint32_t>& renumbered, FlowCoverage& coverage) {
  fill_gaps();
  std::vector<std::uint32_t> order(sums_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return in_order(sums_[a].key, sums_[b].key); });
  renumbered.assign(sums_.size(), 0);
  std::vector<Cell> cells;
  std::int64_t stock = stock_before;
  for (const std::uint32_t index : order) {
    CellSums& sums = sums_[index];
    complete(sums, coverage);
    if (sums.key.bucket != kNullBucket) stock += sums.change;
    sums.cell.stock = stock;
    renumbered[index] = static_cast<std::uint32_t>(cells.size());
    cells.push_back(std::move(sums.cell));
  }
  return cells;
}

}  // namespace talentflow::graph
