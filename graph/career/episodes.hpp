// Which claims about one person at one organisation speak of the same period there.
#pragma once

#include <span>
#include <vector>

#include "graph/career/stint.hpp"

namespace talentflow::graph {

/// The claims of one period, as indices into the span given to find_episodes().
struct Episode {
  std::vector<std::uint32_t> claims;
};

/// Possible days of the claim's start and end; nothing where it does not say.
std::optional<DayRange> claimed_start(const CareerClaim& claim);
std::optional<DayRange> claimed_end(const CareerClaim& claim);
bool denies_the_end(const CareerClaim& claim);

/// Periods that certainly lie apart are two episodes, in order of time; everything else is one. An event
/// without a partner joins the episode it can belong to; what has no date joins the last.
std::vector<Episode> find_episodes(std::span<const CareerClaim> claims);

}  // namespace talentflow::graph
