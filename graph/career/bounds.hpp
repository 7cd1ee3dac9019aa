// What the claims say about one bound (the start or the end) of one post, as rival choices.
#pragma once

#include <span>
#include <vector>

#include "graph/career/stint.hpp"

namespace talentflow::graph {

/// One claim's value of a bound.
struct BoundClaim {
  DayRange range{};
  Date stated;
  Evidence evidence;
};

/// Rival values, strongest first, with their support 1 - prod(1 - r) over the publishers at the root in
/// `share` (not yet shares). A coarse value and a finer one inside it are no rivals: they merge to the finer;
/// values that overlap in part merge to what they have in common.
std::vector<BoundChoice> rival_bounds(std::span<const BoundClaim> claims);

/// Support of a set of evidence, denials ignored: 1 - prod(1 - r) over publishers at the root.
double support_of(std::span<const Evidence> evidence);

/// Scales `share` of all choices so that they add up to `total`.
void share_out(std::vector<BoundChoice>& choices, double total);

}  // namespace talentflow::graph
