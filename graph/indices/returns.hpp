// Who came back: of the people known to have left a group, how many had a later spell in it.
#pragma once

#include <span>

#include "graph/indices/spells_at.hpp"

namespace talentflow::graph {

/// Counts of persons. A return is a later spell in the group; a boomerang is one at the very organisation
/// that was left. Both are lower bounds: who left lately had little time to return.
struct Returns {
  std::uint64_t left = 0, returned = 0, boomerangs = 0;
};

/// `spells` as spells_at() gives them.
Returns returns(const View& view, std::span<const SpellAt> spells);

}  // namespace talentflow::graph
