// From a snapshot and a reading to the graph: the way in to everything in this folder.
#pragma once

#include <memory>

#include "graph/reading.hpp"
#include "graph/snapshot/snapshot.hpp"
#include "graph/view.hpp"

namespace talentflow::graph {

/// The graph as `reading` reads it. Facts, stints and organisations are derived here; edges and moves with
/// the first call that asks for one, names with the first that looks for one (both safe from any thread).
/// `threads` fuse careers; the result does not depend on their number. Holds the snapshot, and by it the
/// store: the texts of claims are read there, so an erased claim (forget) calls for a new snapshot. Errors:
/// those of the store.
Result<std::shared_ptr<const View>> make_view(std::shared_ptr<const Snapshot> snapshot,
                                              const Reading& reading, unsigned threads = 2);

}  // namespace talentflow::graph
