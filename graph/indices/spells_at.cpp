#include "graph/indices/spells_at.hpp"

#include <algorithm>
#include <map>

namespace talentflow::graph {
namespace {

/// The group is one place, every other organisation its own.
constexpr GroupCode kInside = 0;

class Follower {
 public:
  Follower(const Careers& careers, std::span<const EntityNumber> group)
      : careers_(careers), group_(group), walk_(Rules{}) {}

  /// True when the person has a post in the group.
  bool gather(std::size_t person) {
    posts_.clear();
    bool inside = false;
    for (std::uint32_t i = careers_.first[person]; i < careers_.first[person + 1]; ++i) {
      const StintRow& row = careers_.rows[i];
      if (!likely(row) || row.has(StintRow::study)) continue;
      Post post = likely_post(row);
      const bool member = std::binary_search(group_.begin(), group_.end(), row.organisation);
      post.group = member ? kInside : row.organisation;
      post.tie = row.organisation;
      post.row = i;
      inside = inside || member;
      posts_.push_back(post);
    }
    return inside;
  }

  void follow(EntityNumber person, std::vector<SpellAt>& out) {
    walk_.run(posts_);
    std::map<std::uint32_t, SpellAt> by_spell;
    for (const Move& move : walk_.moves()) {
      if (move.destination == kInside) arrive(by_spell[move.destination_spell], move);
      if (move.origin == kInside) leave(by_spell[move.origin_spell], move);
    }
    for (auto& [number, spell] : by_spell) {
      spell.person = person;
      const Spell& whole = walk_.spells()[number];
      spell.seen = std::max(whole.held, whole.start.high > kMinDay ? whole.start.low : kMinDay);
      if (!spell.ended) spell.last_row = walk_.post(whole.last_post).row;
      out.push_back(spell);
    }
  }

 private:
  void arrive(SpellAt& spell, const Move& move) const {
    spell.start = {move.low, move.high};
    spell.first_row = walk_.post(walk_.destination_post(move)).row;
  }
  void leave(SpellAt& spell, const Move& move) const {
    spell.ended = true;
    spell.end = {move.low, move.high};
    spell.last_row = walk_.post(walk_.origin_post(move)).row;
  }

  const Careers& careers_;
  std::span<const EntityNumber> group_;
  CareerWalk walk_;
  std::vector<Post> posts_;
};

}  // namespace

Result<std::vector<SpellAt>> spells_at(const View& view, std::span<const EntityNumber> group,
                                       Budget& budget) {
  const Careers& careers = view.careers();
  std::vector<SpellAt> found;
  Follower follower(careers, group);
  for (std::size_t person = 0; person < careers.persons.size(); ++person) {
    TALENTFLOW_TRY(budget.tick());
    if (is_uncounted(view.uncounted(), careers.persons[person])) continue;
    if (follower.gather(person)) follower.follow(careers.persons[person], found);
  }
  return found;
}

}  // namespace talentflow::graph
