#include "graph/indices/rates.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "graph/indices/binomial.hpp"

namespace talentflow::graph {
namespace {

constexpr double kUnbounded = std::numeric_limits<double>::infinity();

double odds(double probability) {
  return probability >= 1.0 ? kUnbounded : probability / (1.0 - probability);
}

}  // namespace

std::optional<double> net_migration_rate(double inflow, double outflow, double population) {
  if (population <= 0.0) return std::nullopt;
  return (inflow - outflow) / population;
}

std::optional<double> effectiveness(double inflow, double outflow) {
  if (inflow + outflow <= 0.0) return std::nullopt;
  return (inflow - outflow) / (inflow + outflow);
}

std::optional<double> pair_asymmetry(double a, double b) {
  const auto signed_share = effectiveness(a, b);
  return signed_share ? std::optional(std::abs(*signed_share)) : std::nullopt;
}

std::optional<double> circulation(double inflow, double outflow) {
  const auto asymmetry = pair_asymmetry(inflow, outflow);
  return asymmetry ? std::optional(1.0 - *asymmetry) : std::nullopt;
}

std::optional<Estimate> flow_ratio(std::uint64_t inflow, std::uint64_t outflow, double level) {
  if (inflow + outflow == 0) return std::nullopt;
  const Bounds bounds = clopper_pearson(inflow, inflow + outflow, level);
  const double ratio = outflow == 0 ? kUnbounded : static_cast<double>(inflow) / static_cast<double>(outflow);
  return Estimate{ratio, odds(bounds.low), odds(bounds.high)};
}

std::optional<Estimate> risk_ratio(std::uint64_t moves_a, std::uint64_t persons_a, std::uint64_t moves_b,
                                   std::uint64_t persons_b, double level) {
  if (persons_a == 0 || persons_b == 0 || moves_a + moves_b == 0) return std::nullopt;
  const auto a = static_cast<double>(moves_a), of_a = static_cast<double>(persons_a);
  const auto b = static_cast<double>(moves_b), of_b = static_cast<double>(persons_b);
  const double ratio = moves_b == 0 ? kUnbounded : (a / of_a) / (b / of_b);
  if (moves_a == 0 || moves_b == 0) return Estimate{ratio, 0.0, kUnbounded};
  const double error = std::sqrt(std::max(0.0, 1.0 / a - 1.0 / of_a + 1.0 / b - 1.0 / of_b));
  const double factor = std::exp(normal_width(level) * error);
  return Estimate{ratio, ratio / factor, ratio * factor};
}

}  // namespace talentflow::graph
