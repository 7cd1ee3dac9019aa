// A person over all possible worlds: in each world the counted steps fall into cells with the part of their
// dates that lies there, so the person's net in a cell is a small distribution; over worlds these add up by
// probability.
#include <algorithm>

#include "graph/flow/person_flow.hpp"

namespace talentflow::graph {

PersonFlow::PersonCell& PersonFlow::person_cell(std::uint32_t cell) {
  for (std::size_t i = 0; i < personal_used_; ++i)
    if (personal_[i].cell == cell) return personal_[i];
  if (personal_used_ == personal_.size()) personal_.emplace_back();
  PersonCell& fresh = personal_[personal_used_++];
  fresh.cell = cell;
  fresh.net.assign(2 * rows_.size() + 1, 0.0);
  fresh.touched = fresh.expected_in = fresh.expected_out = fresh.expected = 0.0;
  fresh.settled_worlds = 0;
  fresh.low = fresh.high = 0;
  return fresh;
}

std::uint64_t PersonFlow::weigh_worlds() {
  worlds_.clear();
  bool first = false, second = false;
  for (std::uint32_t i = 0; i < rows_.size(); ++i) {
    if (groups_[i] == kNoGroup) continue;
    first = first || groups_[i] == kFirstSide;
    second = second || groups_[i] == kSecondSide;
    worlds_.add(rows_[i], careers_, groups_[i], tie_of(i), i);
  }
  if (!first || !second) return 0;
  personal_used_ = 0;
  settled_worlds_ = 0;
  sum_ = sum_squares_ = 0.0;
  const auto each = [this](const PossibleWorlds::World& world) { weigh(world); };
  const std::uint64_t worlds = std::min(worlds_.count(kExactWorlds), kExactWorlds + 1);
  if (worlds <= kExactWorlds) {
    worlds_.visit(each);
  } else {
    worlds_.sample(kExactWorlds, person_, each);
    ++answer_.coverage.sampled_persons;
    // squares of standard errors add up over persons; flow() takes the root in the end
    answer_.coverage.sampling_error +=
        std::max(0.0, sum_squares_ - sum_ * sum_) / static_cast<double>(kExactWorlds);
  }
  settle(settled_worlds_);
  return worlds;
}

void PersonFlow::weigh(const PossibleWorlds::World& world) {
  settled_worlds_ += world.settled ? 1 : 0;
  if (!both_sides(world.posts)) return;
  walk_.run(world.posts);
  find_steps();
  touches_.clear();
  double net = 0.0;
  for (const Step& step : steps_) {
    const DayRange date{step.move->low, step.move->high};
    if (datable(date)) {
      cells_.buckets().spread(date, question_.rules.dates, shares_);
    } else {
      shares_.clear();
      if (cells_.buckets().of_move(date) == kNullBucket) shares_.push_back({kNullBucket, 1.0});
    }
    for (const auto& share : shares_) {
      touches_.push_back({cells_.at(key(share.bucket, step)), step.inflow, step.weight, share.part});
      net += step.weight * share.part;
    }
  }
  sum_ += world.probability * net;
  sum_squares_ += world.probability * net * net;
  for (std::size_t i = 0; i < touches_.size(); ++i)
    if (std::none_of(touches_.begin(), touches_.begin() + static_cast<std::ptrdiff_t>(i),
                     [&](const Touch& touch) { return touch.cell == touches_[i].cell; }))
      add_distribution(world, i);
}

/// Adds the world's net in one cell: each move falls into it with the part of its dates that lies there.
void PersonFlow::add_distribution(const PossibleWorlds::World& world, std::size_t first_touch) {
  PersonCell& own = person_cell(touches_[first_touch].cell);
  const auto half = static_cast<std::int64_t>(rows_.size());
  distribution_.assign(own.net.size(), 0.0);
  distribution_[static_cast<std::size_t>(half)] = 1.0;
  for (std::size_t i = first_touch; i < touches_.size(); ++i) {
    const Touch& touch = touches_[i];
    if (touch.cell != own.cell) continue;
    (touch.inflow ? own.expected_in : own.expected_out) += world.probability * touch.part;
    own.expected += world.probability * touch.part * touch.weight;
    // in the direction of the step, so that what moves on is not moved again
    for (std::int64_t k = -half; k <= half; ++k) {
      const auto at = static_cast<std::size_t>(half + (touch.weight > 0 ? -k : k));
      const double moved = distribution_[at] * touch.part;
      if (moved == 0.0) continue;
      distribution_[at] -= moved;
      if (touch.part >= 1.0) distribution_[at] = 0.0;
      distribution_[touch.weight > 0 ? at + 1 : at - 1] += moved;
    }
  }
  own.touched += world.probability;
  for (std::size_t i = 0; i < own.net.size(); ++i) own.net[i] += world.probability * distribution_[i];
  if (!world.settled) return;
  bool known_bound = own.settled_worlds++ > 0;
  for (std::int64_t k = -half; k <= half; ++k) {
    if (distribution_[static_cast<std::size_t>(half + k)] <= 0.0) continue;
    own.low = known_bound ? std::min(own.low, k) : k;
    own.high = known_bound ? std::max(own.high, k) : k;
    known_bound = true;
  }
}

/// Hands what the person adds over to the cells.
void PersonFlow::settle(std::uint64_t settled_worlds) {
  for (std::size_t i = 0; i < personal_used_; ++i) {
    PersonCell& own = personal_[i];
    own.net[own.net.size() / 2] += std::max(0.0, 1.0 - own.touched);
    CellSums& sums = cells_[own.cell];
    sums.net.add(own.net);
    sums.cell.expected_in += own.expected_in;
    sums.cell.expected_out += own.expected_out;
    sums.cell.expected += own.expected;
    if (own.settled_worlds < settled_worlds) {  // in some settled world the person adds nothing here
      own.low = std::min<std::int64_t>(own.low, 0);
      own.high = std::max<std::int64_t>(own.high, 0);
    }
    sums.cell.bound_low += own.low;
    sums.cell.bound_high += own.high;
  }
}

}  // namespace talentflow::graph
