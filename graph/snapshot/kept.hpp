// Keeping derived columns beside the claims, so that opening a store of millions of claims takes a fraction
// of a second: the columns of a Snapshot, and the Careers of the default reading.
//
// Claims are only ever added (forget() drops everything kept), so a column's beginning never changes. What is
// kept may therefore be of an earlier state of the store: what came since is added on top. Pieces of 262,144
// entries are written one by one, the head last; each piece may be of a later state than the head, whose
// counts say how much of it belongs together. Anything that does not fit is derived anew, never an error.
#pragma once

#include <memory>

#include "graph/snapshot/known_careers.hpp"
#include "graph/snapshot/snapshot.hpp"
#include "graph/store/store.hpp"
#include "schema/result.hpp"

namespace talentflow::graph {

/// Writes what changed since it was last kept; nothing when too little did (less than 20,000 claims and a
/// twentieth). Needs write access. Errors: those of the store. Returns whether anything was written.
Result<bool> keep_snapshot(Store& store, const Snapshot& snapshot);

/// Writes them when more than a twentieth of the claims (and 20,000) came since they were last kept. Needs
/// write access. `kept_before` false: what the store keeps cannot be used. Errors: those of the store.
/// Returns whether anything was written.
Result<bool> keep_careers(Store& store, const CareersState& state, const Careers& careers, bool kept_before);
/// What is kept, of whatever state.
KnownCareers kept_careers(const Store& store);

/// Both: the snapshot, and the careers that a View of the default reading of it has derived (none, no
/// careers).
Result<void> keep_derived(Store& store, const Snapshot& snapshot);

}  // namespace talentflow::graph
