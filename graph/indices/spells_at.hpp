// When each person was in a group of organisations: what cohorts are followed through.
#pragma once

#include <span>
#include <vector>

#include "graph/budget.hpp"
#include "graph/career/moves.hpp"
#include "graph/view.hpp"
#include "schema/result.hpp"

namespace talentflow::graph {

/// One unbroken stay of a person in the group, under the default rules (a hole of at most GAP is none; a
/// spell known to have been a visit is left out), in the most likely world.
struct SpellAt {
  EntityNumber person = 0;
  DayRange start{};    ///< low == kMinDay: unknown
  bool ended = false;  ///< known to have ended, or taken to have by a later post elsewhere
  DayRange end{};      ///< when ended
  Day seen = kMinDay;  ///< last day on which evidence shows it as lasting; kMinDay: none
  std::uint32_t first_row = 0, last_row = 0;  ///< of View::careers().rows: the posts entered and left by
};

/// Spells of all persons in the group (organisations ascending), by person, then time. Studies are no posts;
/// names under review are nobody. Errors: budget, interrupted. Work: one pass over the rows of
/// View::careers().
Result<std::vector<SpellAt>> spells_at(const View& view, std::span<const EntityNumber> group, Budget& budget);

}  // namespace talentflow::graph
