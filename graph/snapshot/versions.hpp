// Versions of one statement: claims called NAME@VERSION, where a version is a number.
//
// A document that changes says of a statement when it was first made and when it was last changed, not what
// it was in between. So a newer version withdraws the first one by its id ("NAME@100"), and two newer ones,
// read at different times, withdraw the same first one. Of these the newest stands: it replaces the others as
// well.
//
//   NAME@100                       first read
//   NAME@200 withdraws NAME@100    read after one change
//   NAME@300 withdraws NAME@100    read after another: NAME@200 is replaced too, though nobody names it
#pragma once

#include <vector>

#include "graph/store/store.hpp"
#include "schema/claim.hpp"

namespace talentflow::graph {

struct Replacement {
  ClaimNumber withdrawal = 0;  ///< the newer version's
  ClaimNumber claim = 0;       ///< the older version
};

/// What follows from a withdrawal and the others of the same target: each older version that one of the newer
/// ones replaces. None for a withdrawal that is of no newer version. Errors: those of the store.
Result<std::vector<Replacement>> replaced_versions(const Store& store, const Claim& withdrawal);

}  // namespace talentflow::graph
