#include "graph/career/moves.hpp"

#include <algorithm>

namespace talentflow::graph {
namespace {

/// The range of days in which the spell was left.
DayRange leaving(const Spell& spell, const Rules& rules) {
  if (spell.end_known) return spell.end;
  return {certain_until(spell), static_cast<Day>(std::min<std::int64_t>(reach(spell, rules), kMaxDay))};
}

/// The next start, narrowed by the end of the spell before.
DayRange stepping(const Spell& from, const Spell& to) {
  const Day until = certain_until(from);
  Day low = to.start.low < until && until <= to.start.high ? until : to.start.low;
  const Day high =
      from.end_known && low <= from.end.high && from.end.high < to.start.high ? from.end.high : to.start.high;
  if (to.start.low <= kMinDay) low = until;
  return {low, std::max(low, high)};
}

void sort_by_date(std::vector<Move>& moves) {
  for (std::size_t i = 1; i < moves.size(); ++i) {
    const Move move = moves[i];
    std::size_t at = i;
    for (; at > 0; --at) {
      const Move& other = moves[at - 1];
      if (other.low < move.low || (other.low == move.low && other.high <= move.high)) break;
      moves[at] = other;
    }
    moves[at] = move;
  }
}

Day lasted_until(const Post& post) {
  if (post.end_known) return post.end.high;
  if (post.held > kMinDay) return post.held;
  return post.start_known ? post.start.high : kMinDay;
}

}  // namespace

void CareerWalk::step(std::uint32_t& current, std::uint32_t next) {
  Spell& from = builder_.spells()[current];
  const Spell& to = builder_.spells()[next];
  const std::int64_t hole = to.start.low - reach(from, rules_);
  const std::int64_t overlap = static_cast<std::int64_t>(certain_until(from)) - to.start.high;
  if (hole >
      (from.end_known ? rules_.gap : 0)) {  // they cannot touch: the person was somewhere unknown in between
    const DayRange left = leaving(from, rules_);
    moves_.push_back({left.low, left.high, from.group, kNoGroup, current, kNoSpell, !from.end_known, false});
    moves_.push_back({to.start.low, to.start.high, kNoGroup, to.group, kNoSpell, next, false, false});
    current = next;
  } else if (to.group == from.group) {
    builder_.join(from, to);
  } else if (overlap <= rules_.overlap || rules_.concurrent == Concurrent::on_arrival) {
    const DayRange date = stepping(from, to);
    moves_.push_back({date.low, date.high, from.group, to.group, current, next, !from.end_known,
                      overlap > rules_.overlap});
    current = next;
  } else if (rules_.concurrent == Concurrent::when_origin_ends && from.end_known &&
             reach(to, rules_) > from.end.low) {  // a dual post until the origin ended
    moves_.push_back({from.end.low, from.end.high, from.group, to.group, current, next, false, true});
    current = next;
  }  // else a second post beside the first: no move
}

void CareerWalk::run(std::span<const Post> posts) {
  posts_ = posts;
  builder_.build(posts, rules_);
  moves_.clear();
  const std::vector<Spell>& spells = builder_.spells();
  if (spells.empty()) return;
  const Spell& first = spells.front();
  moves_.push_back({first.start.low, first.start.high, kNoGroup, first.group, kNoSpell, 0, false, false});
  std::uint32_t current = 0;
  for (std::uint32_t next = 1; next < spells.size(); ++next) step(current, next);
  const Spell& last = spells[current];
  if (last.end_known)
    moves_.push_back({last.end.low, last.end.high, last.group, kNoGroup, current, kNoSpell, false, false});
  sort_by_date(moves_);
}

std::uint32_t CareerWalk::origin_post(const Move& move) const {
  if (move.origin_spell == kNoSpell) return kNoPost;
  std::uint32_t best = kNoPost;
  for (std::uint32_t post = spells()[move.origin_spell].first_post; post != kNoPost; post = next_post(post))
    if (best == kNoPost || lasted_until(posts_[post]) >= lasted_until(posts_[best])) best = post;
  return best;
}

std::uint32_t CareerWalk::destination_post(const Move& move) const {
  return move.destination_spell == kNoSpell ? kNoPost : spells()[move.destination_spell].first_post;
}

Post likely_post(const StintRow& row) {
  Post post;
  post.start_known = row.has(StintRow::start_known);
  post.end_known = row.has(StintRow::end_known);
  post.start = {row.start_low, row.start_high};
  post.end = {row.end_low, row.end_high};
  post.held = row.held;
  return post;
}

}  // namespace talentflow::graph
