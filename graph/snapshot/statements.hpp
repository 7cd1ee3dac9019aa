// The statements that a reading reads, with the strength and the independence of each: selection, last stage.
#pragma once

#include <vector>

#include "graph/career/stint.hpp"
#include "graph/reading.hpp"
#include "graph/snapshot/selection.hpp"
#include "graph/snapshot/sources.hpp"

namespace talentflow::graph {

/// Leaves out of `selection` what the reading's sources and least confidence exclude. Descriptions stay: what
/// a thing is called and where it sits is common ground of all sources; a plain graph's edges have no source
/// and stay too.
void filter_statements(const Snapshot& snapshot, const Reading& reading, const SourceTable& sources,
                       Selection& selection);

Evidence evidence_of(const ClaimRow& claim, const SourceTable& sources);

}  // namespace talentflow::graph
