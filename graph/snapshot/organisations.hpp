// Where organisations sit and whom they belong to, from their descriptions and from believed facts.
#pragma once

#include <vector>

#include "graph/career/careers.hpp"
#include "graph/snapshot/descriptions.hpp"
#include "graph/snapshot/facts.hpp"

namespace talentflow::graph {

/// Attributes first (country, hq_country, parent); LOCATED_IN and HEADQUARTERED_IN facts fill in what is
/// missing, PART_OF, ACQUIRED and RENAMED_TO facts make memberships. Only facts believed to at least 0.5.
/// Errors: those of the store.
Result<Organisations> make_organisations(const Snapshot& snapshot, const Selection& selection,
                                         const Descriptions& descriptions, const FactTable& facts,
                                         const std::vector<EntityNumber>& representative);

}  // namespace talentflow::graph
