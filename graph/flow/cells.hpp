// The rows of an answer while they are being summed up, found by bucket and dimensions.
#pragma once

#include <array>
#include <unordered_map>
#include <vector>

#include "graph/flow/buckets.hpp"
#include "graph/flow/flow.hpp"
#include "graph/flow/net_distribution.hpp"

namespace talentflow::graph {

inline constexpr std::size_t kMostDimensions = 5;

/// Bucket and the codes of up to five dimensions; 0 = no value.
struct CellKey {
  BucketNumber bucket = 0;
  std::array<std::uint32_t, kMostDimensions> dimensions{};
  auto operator<=>(const CellKey&) const = default;
};

struct CellSums {
  CellKey key;
  Cell cell;
  NetDistribution net{kExactPersons};
  std::int64_t change = 0;  ///< of the subject's stock
};

/// Grows as cells are touched. Indices stay valid until finish().
class Cells {
 public:
  explicit Cells(const Question& question) : question_(question), buckets_(question.unit, question.during) {}

  std::uint32_t at(const CellKey& key);
  CellSums& operator[](std::uint32_t index) { return sums_[index]; }
  const Buckets& buckets() const { return buckets_; }
  /// Steps of the subject's stock that no bucket of the answer holds, because they lie before it or have no
  /// date.
  std::int64_t stock_before = 0;

  /// The cells in order, empty buckets between the first and the last filled in when there are no dimensions.
  /// `renumbered[i]` is the place of cell i.
  std::vector<Cell> finish(std::vector<std::uint32_t>& renumbered, FlowCoverage& coverage);

 private:
  struct Hash {
    std::size_t operator()(const CellKey& key) const;
  };
  std::uint32_t find_or_add(const CellKey& key);
  void fill_gaps();
  void complete(CellSums& sums, FlowCoverage& coverage) const;

  const Question& question_;
  Buckets buckets_;
  std::vector<CellSums> sums_;
  std::unordered_map<CellKey, std::uint32_t, Hash> found_;
  /// Cells of consecutive buckets without dimensions, so that counting by time needs no hashing; 0: none yet.
  std::vector<std::uint32_t> by_bucket_;
  BucketNumber first_bucket_ = 0;
};

}  // namespace talentflow::graph
