#include "graph/flow/buckets.hpp"

#include <algorithm>

#include "graph/career/moves.hpp"

namespace talentflow::graph {
namespace {

const Day kTableFirst = to_day({1900, 1, 1});
const Day kTableLast = to_day({2100, 1, 1});

/// ISO weeks begin on Monday; 1970-01-01 was a Thursday.
constexpr Day kMondayShift = 3;

BucketNumber floor_divide(std::int64_t a, std::int64_t b) {
  return static_cast<BucketNumber>(a >= 0 ? a / b : -((-a + b - 1) / b));
}

Day month_start(BucketNumber months) {
  const BucketNumber year = floor_divide(months, 12);
  return to_day({year, months - year * 12 + 1, 1});
}

BucketNumber calendar_number(TimeUnit unit, Day day) {
  if (unit == TimeUnit::total) return 0;
  if (unit == TimeUnit::week) return floor_divide(static_cast<std::int64_t>(day) + kMondayShift, 7);
  const CivilDate date = to_civil(day);
  if (unit == TimeUnit::year) return date.year;
  const BucketNumber months = date.year * 12 + date.month - 1;
  return unit == TimeUnit::month ? months : floor_divide(months, 3);
}

}  // namespace

Buckets::Buckets(TimeUnit unit, std::optional<DayRange> during) : unit_(unit), during_(during) {
  if (unit == TimeUnit::total) return;
  table_.reserve(static_cast<std::size_t>(kTableLast - kTableFirst));
  for (Day day = kTableFirst; day < kTableLast; ++day) table_.push_back(calendar_number(unit, day));
}

BucketNumber Buckets::number(Day day) const {
  if (!table_.empty() && day >= kTableFirst && day < kTableLast)
    return table_[static_cast<std::size_t>(day - kTableFirst)];
  return calendar_number(unit_, day);
}

BucketNumber Buckets::of(Day day) const {
  if (during_ && (day < during_->low || day >= during_->high)) return kNoBucket;
  return number(day);
}

BucketNumber Buckets::of_move(DayRange date) const {
  if (datable(date)) return of(middle_day(date.low, date.high));
  const bool before = during_ && date.high > kMinDay && date.high < kMaxDay && date.high <= during_->low;
  const bool after = during_ && date.low > kMinDay && date.low >= during_->high;
  return before || after ? kNoBucket : kNullBucket;
}

bool Buckets::coarser(DayRange date) const {
  if (unit_ == TimeUnit::total || date.exact() || !datable(date)) return false;
  return number(date.low) != number(date.high - 1);
}

DayRange Buckets::whole(BucketNumber bucket) const {
  switch (unit_) {
    case TimeUnit::total:
      return {kMinDay, kMaxDay};
    case TimeUnit::year:
      return {to_day({bucket, 1, 1}), to_day({bucket + 1, 1, 1})};
    case TimeUnit::quarter:
      return {month_start(bucket * 3), month_start(bucket * 3 + 3)};
    case TimeUnit::month:
      return {month_start(bucket), month_start(bucket + 1)};
    case TimeUnit::week:
      return {bucket * 7 - kMondayShift, bucket * 7 + 7 - kMondayShift};
  }
  return {};
}

DayRange Buckets::period(BucketNumber bucket) const {
  DayRange range = whole(bucket);
  if (during_) range = {std::max(range.low, during_->low), std::min(range.high, during_->high)};
  return range;
}

void Buckets::spread(DayRange date, DateSpread how, std::vector<Share>& shares) const {
  shares.clear();
  if (how == DateSpread::midpoint || date.high <= date.low) {
    const BucketNumber bucket = of(middle_day(date.low, date.high));
    if (bucket != kNoBucket) shares.push_back({bucket, 1.0});
    return;
  }
  DayRange inside = date;
  if (during_) inside = {std::max(date.low, during_->low), std::min(date.high, during_->high)};
  if (inside.low >= inside.high) return;
  const double days = static_cast<double>(date.high) - date.low;
  for (BucketNumber bucket = number(inside.low), last = number(inside.high - 1); bucket <= last; ++bucket) {
    const DayRange range = whole(bucket);
    const Day low = std::max(range.low, inside.low), high = std::min(range.high, inside.high);
    shares.push_back({bucket, (static_cast<double>(high) - low) / days});
  }
}

}  // namespace talentflow::graph
