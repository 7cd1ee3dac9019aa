// Spells of one person -> moves: a move is the step from one spell to the next.
//
// A person holds one current group at a time. A step over a hole of at most GAP is a move, dated by the next
// start narrowed by the end of the one before; a longer hole is an exit and an entry; a longer overlap is a
// dual post.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/career/careers.hpp"
#include "graph/career/rules.hpp"
#include "graph/career/spells.hpp"

namespace talentflow::graph {

inline constexpr std::uint32_t kNoSpell = 0xFFFFFFFF;

/// One step. An unknown side has kNoGroup: an entry has no origin, an exit no destination.
struct Move {
  Day low = kMinDay;   ///< kMinDay: without a lower bound, undatable
  Day high = kMaxDay;  ///< low == high: an exact day
  GroupCode origin = kNoGroup;
  GroupCode destination = kNoGroup;
  std::uint32_t origin_spell = kNoSpell;  ///< into CareerWalk::spells()
  std::uint32_t destination_spell = kNoSpell;
  bool assumed = false;  ///< rests on a post carried forward: nobody said that the origin had ended
  bool dual = false;     ///< the two posts ran beside each other for longer than an overlap

  bool dated() const { return low > kMinDay; }
  bool entry() const { return origin == kNoGroup; }
  bool exit() const { return destination == kNoGroup; }
};

/// The most likely day of a date range: its middle, rounded down.
inline Day middle_day(Day low, Day high) {
  return static_cast<Day>((static_cast<std::int64_t>(low) + high) >> 1);
}

/// Derives spells and moves of one person after the other without allocating in between. One thread at a
/// time.
class CareerWalk {
 public:
  explicit CareerWalk(const Rules& rules) : rules_(rules) {}

  /// `posts` (any order) must outlive the use of the result.
  void run(std::span<const Post> posts);

  std::span<const Move> moves() const { return moves_; }  ///< by date
  std::span<const Spell> spells() const { return builder_.spells(); }
  bool unordered() const { return builder_.unordered(); }
  std::uint32_t next_post(std::uint32_t post) const { return builder_.next_post(post); }
  const Post& post(std::uint32_t index) const { return posts_[index]; }
  /// The post by which the person left the spell of `move.origin_spell` (the one that lasted longest) and the
  /// one by which they came to the other; kNoPost for an unknown side.
  std::uint32_t origin_post(const Move& move) const;
  std::uint32_t destination_post(const Move& move) const;
  const Rules& rules() const { return rules_; }

 private:
  void step(std::uint32_t& current, std::uint32_t next);

  Rules rules_;
  SpellBuilder builder_;
  std::span<const Post> posts_;
  std::vector<Move> moves_;
};

/// The post that a row stands for when its strongest bounds hold; group, tie and row are left to the caller.
Post likely_post(const StintRow& row);

/// True when the row holds in the most likely world.
inline bool likely(const StintRow& row) { return row.belief >= 0.5F; }

}  // namespace talentflow::graph
