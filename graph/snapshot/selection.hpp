// Which claims a reading reads, before anything is said about sources: known by then, and not withdrawn.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/reading.hpp"
#include "graph/snapshot/snapshot.hpp"
#include "graph/view.hpp"

namespace talentflow::graph {

/// Why a claim is read or left out. `read` must be 0.
enum class Fate : std::uint8_t { read = 0, later, withdrawn, other_source, weak, withdrawal };

/// One entry a claim of the snapshot.
struct Selection {
  std::vector<Fate> fate;
  std::vector<ClaimIndex> descriptions;  ///< read ones, ascending
  std::vector<ClaimIndex> statements;    ///< read ones, ascending

  bool read(ClaimIndex claim) const { return fate[claim] == Fate::read; }
};

/// Claims recorded until `as_of` (all, without one) that no withdrawal known by then takes back. A withdrawal
/// may be withdrawn itself; two that withdraw each other both fail. Withdrawals count whoever made them: what
/// was taken back is not a claim any more. Errors: those of the store (its list of withdrawn loads).
Result<Selection> select_known(const Snapshot& snapshot, const Reading& reading);

ReadingCoverage coverage_of(const Selection& selection);

}  // namespace talentflow::graph
