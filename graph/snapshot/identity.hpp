// Which entities are one: SAME_AS claims, kept apart by DIFFERENT_FROM.
#pragma once

#include <vector>

#include "graph/snapshot/selection.hpp"
#include "graph/snapshot/snapshot.hpp"
#include "graph/snapshot/sources.hpp"

namespace talentflow::graph {

/// For each entity the one that stands for it: the first mentioned of those merged that is more than a name.
/// Empty when nothing is merged. A SAME_AS merges when it is believed to at least 0.5 and nobody denies it,
/// the strongest first; one that would join two entities that a claim calls different is left out.
std::vector<EntityNumber> merged_entities(const Snapshot& snapshot, const Selection& selection,
                                          const SourceTable& sources);

/// By entity, 1 for those that the resolver or a reviewer has linked to another: names, most of them. Empty
/// when there are none.
std::vector<std::uint8_t> linked_entities(const Snapshot& snapshot, const Selection& selection,
                                          const SourceTable& sources);

/// Those of whom only a name in a document is known: no table or register gives them an id of its own.
std::vector<EntityNumber> names_alone(const Snapshot& snapshot, const std::vector<EntityNumber>& entities);

/// Those that stand for names of which nobody has decided whom they mean, ascending: the subjects of
/// POSSIBLY_SAME_AS claims, but for those that were merged with a candidate, or with anybody by a reviewer,
/// and those that are called different from every candidate.
std::vector<EntityNumber> entities_under_review(const Snapshot& snapshot, const Selection& selection,
                                                const SourceTable& sources,
                                                const std::vector<EntityNumber>& representative);

/// SAME_AS, DIFFERENT_FROM, POSSIBLY_SAME_AS.
bool is_identity_relation(const Snapshot& snapshot, TermNumber relation);
/// Such claims as the resolver and reviewers claim them: who is who is
/// common ground, whatever sources a reading believes.
bool is_common_identity(const Snapshot& snapshot, const SourceTable& sources, const ClaimRow& row);

}  // namespace talentflow::graph
