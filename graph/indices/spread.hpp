// How unevenly counts are spread over places. All pure: no errors, any thread; counts are not negative.
#pragma once

#include <optional>
#include <span>

namespace talentflow::graph {

/// Mean difference of all pairs over twice the mean: 0 when all are equal, (n - 1) / n when one has
/// everything. Nothing for no counts, or none above 0. (Gini 1912; of migration flows: Plane and Mulligan
/// 1997.)
std::optional<double> gini(std::span<const double> counts);

/// Standard deviation (of the whole, not of a sample) over the mean. Nothing where gini() is.
std::optional<double> coefficient_of_variation(std::span<const double> counts);

/// 1 / sum of squared shares: as many equal places would be as concentrated (Laakso and Taagepera 1979; the
/// inverse of Herfindahl's index). Nothing where gini() is.
std::optional<double> effective_number(std::span<const double> counts);

}  // namespace talentflow::graph
