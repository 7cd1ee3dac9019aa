// Moves from organisation to organisation: what MOVED edges are.
#pragma once

#include <span>
#include <vector>

#include "graph/career/moves.hpp"
#include "graph/career/ownership.hpp"

namespace talentflow::graph {

/// One MOVED edge of one person. Rows are indices into the span given.
struct OrganisationMove {
  DayRange date{};  ///< low == kMinDay: undatable
  EntityNumber origin = 0;
  EntityNumber destination = 0;
  std::uint32_t origin_row = 0;
  std::uint32_t destination_row = 0;
  bool assumed = false;
  bool dual = false;
};

/// Derives them for one person after the other; reuses its memory. One thread at a time.
class OrganisationMover {
 public:
  /// `ownership` must outlive this.
  explicit OrganisationMover(const Ownership& ownership, const Rules& rules = {})
      : ownership_(ownership), walk_(rules) {}

  /// Moves of the most likely world under the rules (study is no post unless the rule says so), by date. A
  /// rename, a merger and a step inside one organisation with all its parts are no moves. Valid until the
  /// next call.
  std::span<const OrganisationMove> moves(std::span<const StintRow> rows);

 private:
  const Ownership& ownership_;
  CareerWalk walk_;
  std::vector<Post> posts_;
  std::vector<OrganisationMove> moves_;
};

}  // namespace talentflow::graph
