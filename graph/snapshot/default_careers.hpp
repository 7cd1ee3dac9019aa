// Careers of the default reading, at a cost that follows what changed.
//
// Fusing a million careers takes seconds; after one more claim only one of them can differ. What is known of
// an earlier state (Snapshot::known_careers) is taken over for every person whom no new claim names, unless a
// new claim reaches further than its own person: a withdrawal, a merge, another description of a source that
// old claims cite.
#pragma once

#include "graph/snapshot/person_claims.hpp"

namespace talentflow::graph {

struct DefaultCareers {
  std::shared_ptr<const Careers> careers;
  std::uint64_t persons_fused = 0;  ///< the work done: asserted by tests
};

/// Remembers the result in the snapshot. Errors: those of the store (its list of withdrawn loads).
Result<DefaultCareers> default_careers(const Snapshot& snapshot, const Selection& selection,
                                       const SourceTable& sources,
                                       const std::vector<EntityNumber>& representative, unsigned threads);

}  // namespace talentflow::graph
