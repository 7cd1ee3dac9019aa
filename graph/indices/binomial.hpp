// Exact bounds of a binomial probability, and quantiles of the normal distribution. Pure; any thread.
#pragma once

#include <cstdint>

namespace talentflow::graph {

struct Bounds {
  double low = 0.0, high = 1.0;
};

/// Bounds of the probability behind `successes` of `trials` (at least 1), each with (1 - level) / 2 outside
/// (Clopper and Pearson 1934). `level` in (0, 1).
Bounds clopper_pearson(std::uint64_t successes, std::uint64_t trials, double level);

/// Half the width, in standard errors, of the central interval of the normal distribution. `level` in (0, 1).
double normal_width(double level);

}  // namespace talentflow::graph
