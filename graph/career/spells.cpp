#include "graph/career/spells.hpp"

#include <algorithm>

namespace talentflow::graph {
namespace {

Day middle(DayRange range) {
  return static_cast<Day>((static_cast<std::int64_t>(range.low) + range.high) >> 1);
}

void set_sort_key(Spell& spell) {
  spell.sort_start = spell.start.low > kMinDay ? middle(spell.start) : spell.start.high;
  spell.sort_end = spell.end_known ? middle(spell.end) : kMaxDay;
}

bool sorts_before(const Spell& a, const Spell& b) {
  if (a.sort_start != b.sort_start) return a.sort_start < b.sort_start;
  if (a.sort_end != b.sort_end) return a.sort_end < b.sort_end;
  return a.tie < b.tie;
}

/// Stable, and without the allocation of std::stable_sort: a person has a handful of posts.
void sort_by_key(std::vector<Spell>& spells) {
  if (spells.size() > 64) {
    std::stable_sort(spells.begin(), spells.end(), sorts_before);
    return;
  }
  for (std::size_t i = 1; i < spells.size(); ++i) {
    if (!sorts_before(spells[i], spells[i - 1])) continue;
    const Spell spell = spells[i];
    std::size_t at = i;
    for (; at > 0 && sorts_before(spell, spells[at - 1]); --at) spells[at] = spells[at - 1];
    spells[at] = spell;
  }
}

/// Is `a` certainly the earlier of the two?
bool before(const Spell& a, const Spell& b) {
  if (a.start != b.start) {
    if (a.start.high <= b.start.low) return true;
    if (b.start.high <= a.start.low) return false;
  }
  if (!a.end_known) return false;
  if (!b.end_known) return true;
  return a.end.high <= b.end.low && a.end != b.end;
}

Spell spell_of(const Post& post, std::uint32_t index) {
  Spell spell{post.group, post.tie, post.end_known, post.start, post.end, post.held, index, index, 0, 0};
  // an unknown start is some day before the end
  if (!post.start_known) spell.start = {kMinDay, post.end.low};
  if (post.held <= kMinDay && post.start_known) spell.held = post.start.high;
  set_sort_key(spell);
  return spell;
}

}  // namespace

std::int64_t reach(const Spell& spell, const Rules& rules) {
  if (spell.end_known) return spell.end.high;
  return spell.held <= kMinDay ? kMaxDay : static_cast<std::int64_t>(spell.held) + rules.carry;
}

Day certain_until(const Spell& spell) { return spell.end_known ? spell.end.low : spell.held; }

void SpellBuilder::join(Spell& earlier, const Spell& later) {
  Day held = std::max(earlier.held, later.held);
  if (earlier.end_known) held = std::max(held, earlier.end.low);
  if (later.end_known) held = std::max(held, later.end.low);
  if (earlier.end_known && later.end_known) {
    if (earlier.end.low < later.end.low ||
        (earlier.end.low == later.end.low && earlier.end.high < later.end.high))
      earlier.end = later.end;
  } else if (earlier.end_known != later.end_known) {
    // an unstated end gives way to a stated later one
    const Spell& ended = earlier.end_known ? earlier : later;
    const Spell& other = earlier.end_known ? later : earlier;
    const bool known = ended.start.high >= other.start.high && other.held <= ended.end.low;
    const DayRange end = ended.end;
    earlier.end_known = known;
    earlier.end = end;
  }
  earlier.start = {std::min(earlier.start.low, later.start.low),
                   std::min(earlier.start.high, later.start.high)};
  earlier.held = held;
  next_[earlier.last_post] = later.first_post;
  earlier.last_post = later.last_post;
  set_sort_key(earlier);
}

/// Touching or overlapping posts of one group are one spell, whatever runs beside them; over a hole they are
/// one only when nothing else lies between.
void SpellBuilder::merge_touching(const Rules& rules) {
  for (const Spell& spell : sorted_) {
    std::size_t at = spells_.size();
    while (at > 0 && spells_[at - 1].group != spell.group) --at;
    if (at == 0) {
      spells_.push_back(spell);
      continue;
    }
    Spell& earlier = spells_[at - 1];
    const std::int64_t limit = at < spells_.size()
                                   ? certain_until(earlier)
                                   : reach(earlier, rules) + (earlier.end_known ? rules.gap : 0);
    if (spell.start.low <= limit)
      join(earlier, spell);
    else
      spells_.push_back(spell);
  }
}

/// Neighbours of which neither is certainly the first make no move.
void SpellBuilder::drop_unordered() {
  lost_.assign(spells_.size(), false);
  for (std::size_t i = 0; i + 1 < spells_.size(); ++i) {
    if (spells_[i].group == spells_[i + 1].group || before(spells_[i], spells_[i + 1])) continue;
    lost_[i] = lost_[i + 1] = true;
    unordered_ = true;
  }
  if (!unordered_) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < spells_.size(); ++i)
    if (!lost_[i]) spells_[kept++] = spells_[i];
  spells_.resize(kept);
}

/// A post with no date at all precedes the first dated one; several in different groups have no order.
void SpellBuilder::place_undated(std::span<const Post> posts) {
  GroupCode group = kNoGroup;
  Spell undated;
  for (std::uint32_t i = 0; i < posts.size(); ++i) {
    if (posts[i].start_known || posts[i].end_known) continue;
    if (group != kNoGroup && posts[i].group != group) {
      unordered_ = true;
      return;
    }
    if (group == kNoGroup) {
      group = posts[i].group;
      undated = {group, posts[i].tie, false, {kMinDay, kMinDay}, {}, kMinDay, i, i, kMinDay, kMaxDay};
    } else {
      next_[undated.last_post] = i;
      undated.last_post = i;
    }
  }
  if (group == kNoGroup || (!spells_.empty() && spells_.front().group == group)) return;
  spells_.insert(spells_.begin(), undated);
}

void SpellBuilder::build(std::span<const Post> posts, const Rules& rules) {
  sorted_.clear();
  spells_.clear();
  unordered_ = false;
  next_.assign(posts.size(), kNoPost);
  for (std::uint32_t i = 0; i < posts.size(); ++i)
    if (posts[i].start_known || posts[i].end_known) sorted_.push_back(spell_of(posts[i], i));
  sort_by_key(sorted_);
  merge_touching(rules);
  std::erase_if(spells_, [&](const Spell& spell) {
    return spell.end_known && static_cast<std::int64_t>(spell.end.high) - spell.start.low < rules.min_stay;
  });
  sort_by_key(spells_);
  drop_unordered();
  place_undated(posts);
}

}  // namespace talentflow::graph
