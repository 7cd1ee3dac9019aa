// Fusing: the claims about one person's posts become stints (graph/README.md has the rules).
#pragma once

#include <span>
#include <vector>

#include "graph/career/stint.hpp"

namespace talentflow::graph {

/// Stints of one person, ordered by organisation, then episode. `claims` in any order. Thread-safe.
std::vector<Stint> fuse(EntityNumber person, std::span<const CareerClaim> claims);

}  // namespace talentflow::graph
