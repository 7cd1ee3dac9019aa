#include "graph/flow/possible_worlds.hpp"

#include <cmath>

namespace talentflow::graph {
namespace {

/// A rest of probability below this is rounding.
constexpr double kNoRest = 1e-12;

/// splitmix64 (S. Vigna, public domain method): small, and the same on every machine.
class FixedRandom {
 public:
  explicit FixedRandom(std::uint64_t seed) : state_(seed) {}
  double uniform() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1.0p-53;
  }

 private:
  std::uint64_t state_;
};

Post with_bounds(const BoundChoice& start, const BoundChoice& end, Post post) {
  post.start_known = start.known;
  post.end_known = end.known;
  post.start = start.known ? start.range : DayRange{};
  post.end = end.known ? end.range : DayRange{};
  return post;
}

}  // namespace

double belief_of(const StintRow& row) { return std::round(static_cast<double>(row.belief) * 1e6) / 1e6; }

void PossibleWorlds::clear() {
  blocks_.clear();
  alternatives_.clear();
}

void PossibleWorlds::add(const StintRow& row, const Careers& careers, GroupCode group, std::uint32_t tie,
                         std::uint32_t index) {
  const double belief = belief_of(row);
  if (belief <= 0.0) return;
  Post post = likely_post(row);
  post.group = group;
  post.tie = tie;
  post.row = index;
  Block block;
  block.first = static_cast<std::uint32_t>(alternatives_.size());
  if (row.has(StintRow::has_rivals)) {
    const Rivals& rivals = careers.rivals[row.rivals];
    for (const BoundChoice& start : rivals.starts)
      for (const BoundChoice& end : rivals.ends)
        if (start.share * end.share > 0.0)
          alternatives_.push_back({belief * start.share * end.share, with_bounds(start, end, post)});
  } else {
    alternatives_.push_back({belief, post});
  }
  block.last = static_cast<std::uint32_t>(alternatives_.size());
  block.none = 1.0 - belief > kNoRest ? 1.0 - belief : 0.0;
  block.contested = row.has(StintRow::contested);
  for (std::uint32_t i = block.first; i < block.last && !block.contested; ++i)
    if (alternatives_[i].probability >= 0.5 && block.settled == kNoPost) block.settled = i;
  blocks_.push_back(block);
}

std::uint64_t PossibleWorlds::count(std::uint64_t ceiling) const {
  std::uint64_t worlds = 1;
  for (const Block& block : blocks_) {
    worlds *= block.last - block.first + (block.none > 0.0 ? 1U : 0U);
    if (worlds > ceiling) return ceiling + 1;
  }
  return worlds;
}

void PossibleWorlds::descend(std::size_t block, double probability, bool settled, const Each& each) {
  if (block == blocks_.size()) {
    each({probability, chosen_, settled});
    return;
  }
  const Block& own = blocks_[block];
  for (std::uint32_t i = own.first; i < own.last; ++i) {
    chosen_.push_back(alternatives_[i].post);
    descend(block + 1, probability * alternatives_[i].probability,
            settled && (own.settled == kNoPost || own.settled == i), each);
    chosen_.pop_back();
  }
  if (own.none > 0.0) descend(block + 1, probability * own.none, settled && own.settled == kNoPost, each);
}

void PossibleWorlds::visit(const Each& each) {
  chosen_.clear();
  descend(0, 1.0, true, each);
}

void PossibleWorlds::sample(std::uint64_t samples, std::uint64_t seed, const Each& each) {
  FixedRandom random(seed);
  for (std::uint64_t n = 0; n < samples; ++n) {
    chosen_.clear();
    bool settled = true;
    for (const Block& block : blocks_) {
      double draw = random.uniform();
      std::uint32_t picked = kNoPost;
      for (std::uint32_t i = block.first; i < block.last && picked == kNoPost; ++i)
        if ((draw -= alternatives_[i].probability) < 0.0) picked = i;
      if (picked == kNoPost && block.none <= 0.0) picked = block.last - 1;
      if (picked != kNoPost) chosen_.push_back(alternatives_[picked].post);
      settled = settled && (block.settled == kNoPost || block.settled == picked);
    }
    each({1.0 / static_cast<double>(samples), chosen_, settled});
  }
}

}  // namespace talentflow::graph
