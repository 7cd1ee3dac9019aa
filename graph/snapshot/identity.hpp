// Which entities are one: SAME_AS claims, kept apart by DIFFERENT_FROM.
#pragma once

#include <vector>

#include "graph/snapshot/selection.hpp"
#include "graph/snapshot/snapshot.hpp"
#include "graph/snapshot/sources.hpp"

namespace talentflow::graph {

/// For each entity the one that stands for it: the smallest number of those merged. Empty when nothing is
/// merged. A SAME_AS merges when it is believed to at least 0.5 and nobody denies it, the strongest first;
/// one that would join two entities that a claim calls different is left out.
std::vector<EntityNumber> merged_entities(const Snapshot& snapshot, const Selection& selection,
                                          const SourceTable& sources);

}  // namespace talentflow::graph
