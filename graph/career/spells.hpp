// Posts of one person -> spells: the third rung's first half.
//
// A date is a range of days; a missing one is unknown, and unknown is not open. The rule of this whole
// folder: *coarse or missing dates never invent a hole, an overlap or an order*. A hole or an overlap counts
// only by its smallest possible size, and ranges that can touch are taken to touch.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/career/rules.hpp"
#include "schema/day.hpp"

namespace talentflow::graph {

/// Any label that says "the same place" when equal: an organisation, a country, one side of a question.
using GroupCode = std::uint32_t;
inline constexpr GroupCode kNoGroup = 0xFFFFFFFF;
inline constexpr std::uint32_t kNoPost = 0xFFFFFFFF;

/// One stint as one possible world has it: its bounds settled, its place named.
struct Post {
  GroupCode group = kNoGroup;
  std::uint32_t tie = 0;  ///< orders posts with equal dates; equal within a group
  std::uint32_t row = 0;  ///< the caller's index of the stint
  bool start_known = false;
  bool end_known = false;
  DayRange start{};    ///< when start_known
  DayRange end{};      ///< when end_known: known to have ended in this range
  Day held = kMinDay;  ///< last day on which evidence shows it as held; kMinDay: none
};

/// Touching or overlapping posts of one group. The posts are a chain, see CareerWalk::next_post().
struct Spell {
  GroupCode group = kNoGroup;
  std::uint32_t tie = 0;
  bool end_known = false;
  DayRange start{};  ///< low == kMinDay: no lower bound
  DayRange end{};
  Day held = kMinDay;
  std::uint32_t first_post = kNoPost;
  std::uint32_t last_post = kNoPost;
  Day sort_start = 0, sort_end = 0;  ///< where it stands in time by all that is known
};

/// Turns posts into spells, reusing its memory from person to person. One thread at a time.
class SpellBuilder {
 public:
  /// `posts` must outlive the use of the result. Afterwards spells() is in order of time.
  void build(std::span<const Post> posts, const Rules& rules);

  std::vector<Spell>& spells() { return spells_; }
  const std::vector<Spell>& spells() const { return spells_; }
  /// True when some posts had no order among them; they make no move.
  bool unordered() const { return unordered_; }
  /// The post after `post` in its spell's chain, or kNoPost.
  std::uint32_t next_post(std::uint32_t post) const { return next_[post]; }
  /// Makes `later` part of `earlier`: the later end; held at least until every end that is known.
  void join(Spell& earlier, const Spell& later);

 private:
  void merge_touching(const Rules& rules);
  void drop_unordered();
  void place_undated(std::span<const Post> posts);

  std::vector<Spell> sorted_, spells_;
  std::vector<std::uint32_t> next_;
  std::vector<bool> lost_;
  bool unordered_ = false;
};

/// The last day up to which the spell can be taken to last; kMaxDay when nothing limits it.
std::int64_t reach(const Spell& spell, const Rules& rules);
/// The last day on which it certainly lasts.
Day certain_until(const Spell& spell);

}  // namespace talentflow::graph
