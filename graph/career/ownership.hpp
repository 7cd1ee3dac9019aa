// Who belongs to whom, as of a day: PART_OF, ACQUIRED, `parent`, and renames (the old name is a part of the
// new one).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/career/careers.hpp"

namespace talentflow::graph {

/// Look-ups over Organisations::memberships, which must outlive it. Immutable; any thread may read.
class Ownership {
 public:
  explicit Ownership(const Organisations& organisations);

  const Organisations& organisations() const { return organisations_; }

  /// The ultimate owner on that day: itself when it belongs to none. Of several wholes the one joined last
  /// counts. Circles end at the organisation reached last before one repeats.
  EntityNumber root(EntityNumber organisation, Day day) const;
  /// Is it `whole`, or one of its parts at any depth, on that day?
  bool within(EntityNumber organisation, EntityNumber whole, Day day) const;
  /// True when its chain of owners never changes, so that any day gives the same root.
  bool belongs_to_none(EntityNumber organisation) const { return memberships_of(organisation).empty(); }
  /// Everything that is, or ever was, part of it, itself included; ascending.
  std::vector<EntityNumber> ever_within(EntityNumber whole) const;

 private:
  std::span<const Organisations::Membership> memberships_of(EntityNumber organisation) const;

  const Organisations& organisations_;
  std::vector<std::uint32_t> first_;  ///< per organisation, into memberships; one more at the end
};

/// The day as of which a stint's owner is looked up: the middle of its start, else the last day it was shown
/// as held, else the middle of its end; today's owner (kMaxDay - 1) when it has no date.
Day ownership_day(const StintRow& row);

}  // namespace talentflow::graph
