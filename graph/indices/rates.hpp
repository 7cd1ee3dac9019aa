// Rates and ratios of counted moves, in demography's terms. All pure: no errors, any thread.
#pragma once

#include <cstdint>
#include <optional>

namespace talentflow::graph {

/// A number with the interval that holds it with probability `level`. `high` may be infinite.
struct Estimate {
  double value = 0.0, low = 0.0, high = 0.0;
};

/// (inflow - outflow) / population: persons gained per person. Nothing without a population.
std::optional<double> net_migration_rate(double inflow, double outflow, double population);

/// Net over gross, -1..1: how much of the moving changes anything. Nothing when nobody moved. (Shryock and
/// Siegel 1976, "migration effectiveness".)
std::optional<double> effectiveness(double inflow, double outflow);

/// |a - b| / (a + b), 0..1: how one-sided a pair of counts is. Nothing when both are 0.
std::optional<double> pair_asymmetry(double a, double b);

/// 2 min(a, b) / (a + b), 0..1: the share of all moves that a move the other way makes up for.
std::optional<double> circulation(double inflow, double outflow);

/// inflow / outflow, with the exact interval of two Poisson counts: given their sum, the first is binomial,
/// so the bounds are p / (1 - p) of Clopper and Pearson's. Infinite without an outflow; nothing when nobody
/// moved. 8 against 1 at 0.95 is 8 (1.07 .. 355). `level` in (0, 1).
std::optional<Estimate> flow_ratio(std::uint64_t inflow, std::uint64_t outflow, double level);

/// (moves_a / persons_a) / (moves_b / persons_b), with Katz's log interval (Katz et al. 1978). Without moves
/// on one side the interval is 0 .. infinity; nothing without persons, or without moves on either side.
/// `level` in (0, 1).
std::optional<Estimate> risk_ratio(std::uint64_t moves_a, std::uint64_t persons_a, std::uint64_t moves_b,
                                   std::uint64_t persons_b, double level);

}  // namespace talentflow::graph
