// Buckets of time: years, quarters, months, ISO weeks, or one for all.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "graph/flow/question.hpp"

namespace talentflow::graph {

/// Numbers buckets so that later ones are greater; consecutive buckets have consecutive numbers.
using BucketNumber = std::int32_t;
/// The bucket of moves that no date can be given to: the last.
inline constexpr BucketNumber kNullBucket = std::numeric_limits<BucketNumber>::max();
/// Outside DURING.
inline constexpr BucketNumber kNoBucket = std::numeric_limits<BucketNumber>::min();

class Buckets {
 public:
  Buckets(TimeUnit unit, std::optional<DayRange> during);

  /// kNoBucket when the day lies outside the period asked for.
  BucketNumber of(Day day) const;
  /// The bucket of a move with this date: that of its middle day; kNullBucket when it has no lower or no
  /// upper bound; kNoBucket when it is outside the period asked for (an undatable one: when what bound it has
  /// puts it outside).
  BucketNumber of_move(DayRange date) const;
  /// Can a move with this date belong to other buckets as well? An undatable one: no, its bucket is its own.
  bool coarser(DayRange date) const;
  /// The days of a bucket, clipped to the period asked for. Not for kNullBucket.
  DayRange period(BucketNumber bucket) const;

  /// How much of a move falls where.
  struct Share {
    BucketNumber bucket;
    double part;  ///< 0..1
  };
  /// Parts of a move dated [low, high) (an exact day where equal) spread evenly over its days; what lies
  /// outside the period is left out. Reuses the vector.
  void spread(DayRange date, DateSpread how, std::vector<Share>& shares) const;

  const std::optional<DayRange>& during() const { return during_; }

 private:
  BucketNumber number(Day day) const;
  DayRange whole(BucketNumber bucket) const;

  TimeUnit unit_;
  std::optional<DayRange> during_;
  std::vector<BucketNumber>
      table_;  ///< of the days of this and the last century, so that counting needs no calendar
};

/// A date that a bucket can be told for: it has a lower and an upper bound.
inline bool datable(DayRange date) { return date.low > kMinDay && date.high < kMaxDay; }

}  // namespace talentflow::graph
