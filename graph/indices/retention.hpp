// What becomes of a cohort: the share still there after so many days, once with censoring and once without.
//
// Of most people nobody says that they left, and nobody says that they are still there either. Counting them
// as there (the naive share) makes retention look better the less is known. Kaplan and Meier count each
// person only for as long as evidence shows them: after that they are censored, not retained. Both are given,
// under their own names.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "graph/indices/spells_at.hpp"

namespace talentflow::graph {

/// One person's stay, in days.
struct Stay {
  std::int64_t days = 0;
  bool left = false;  ///< false: censored after `days`
};

struct RetentionStep {
  std::int64_t days = 0;       ///< since the arrival
  std::uint64_t at_risk = 0;   ///< known to have stayed at least so long
  std::uint64_t left = 0;      ///< on this day
  std::uint64_t censored = 0;  ///< since the step before, without having left
  double retained = 1.0;       ///< Kaplan-Meier (1958)
  double low = 1.0,
         high = 1.0;   ///< its interval by Greenwood's error on the log(-log) scale; retained where undefined
  double naive = 1.0;  ///< 1 - all who left so far / the cohort: as if everyone else had stayed
};

/// Stays of those whose first spell began in `during` (by the middle of its date; everyone with a dated start
/// without it). A stay ends in the middle of its end's date.
std::vector<Stay> cohort(std::span<const SpellAt> spells, const std::optional<DayRange>& during);

/// Steps at day 0 and at each day on which someone left; empty for an empty cohort. `level` in (0, 1).
std::vector<RetentionStep> retention(std::vector<Stay> stays, double level);

}  // namespace talentflow::graph
