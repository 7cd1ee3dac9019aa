#include "graph/flow/net_distribution.hpp"

#include <algorithm>
#include <cmath>

namespace talentflow::graph {
namespace {

/// Tails below this are cut while convolving: a million cuts stay far below what is printed.
constexpr double kNegligible = 1e-20;
/// The same slack as the reference's, so that 0.95 reached by sums of rounded numbers counts as reached.
constexpr double kSlack = 1e-12;

}  // namespace

double normal_quantile(double p) {
  double low = -40.0, high = 40.0;
  for (int i = 0; i < 200; ++i) {
    const double middle = (low + high) / 2;
    (0.5 * std::erfc(-middle / std::sqrt(2.0)) < p ? low : high) = middle;
  }
  return (low + high) / 2;
}

void NetDistribution::add(std::span<const double> around_zero) {
  const auto half = static_cast<std::int64_t>(around_zero.size() / 2);
  double mean = 0.0, square = 0.0;
  std::int64_t certain_value = 0;
  bool certain = false;
  for (std::int64_t k = -half; k <= half; ++k) {
    const double p = around_zero[static_cast<std::size_t>(k + half)];
    mean += static_cast<double>(k) * p;
    square += static_cast<double>(k * k) * p;
    if (p >= 1.0 - 1e-15) {
      certain = true;
      certain_value = k;
    }
  }
  mean_ += mean;
  if (certain) {
    first_ += certain_value;
    return;
  }
  variance_ += std::max(0.0, square - mean * mean);
  if (++uncertain_ <= exact_persons_) convolve(around_zero);
}

void NetDistribution::convolve(std::span<const double> around_zero) {
  const std::size_t half = around_zero.size() / 2;
  scratch_.assign(probabilities_.size() + 2 * half, 0.0);
  for (std::size_t j = 0; j < around_zero.size(); ++j) {
    const double p = around_zero[j];
    if (p == 0.0) continue;
    for (std::size_t i = 0; i < probabilities_.size(); ++i) scratch_[i + j] += probabilities_[i] * p;
  }
  std::size_t begin = 0, end = scratch_.size();
  while (begin + 1 < end && scratch_[begin] < kNegligible) ++begin;
  while (end > begin + 1 && scratch_[end - 1] < kNegligible) --end;
  probabilities_.assign(scratch_.begin() + static_cast<std::ptrdiff_t>(begin),
                        scratch_.begin() + static_cast<std::ptrdiff_t>(end));
  first_ += static_cast<std::int64_t>(begin) - static_cast<std::int64_t>(half);
}

std::pair<std::int64_t, std::int64_t> NetDistribution::interval(double level) const {
  const double tail = (1.0 - level) / 2;
  if (approximate()) {
    const double z = normal_quantile(1.0 - tail) * std::sqrt(variance_);
    return {static_cast<std::int64_t>(std::ceil(mean_ - z - 0.5)),
            static_cast<std::int64_t>(std::ceil(mean_ + z - 0.5))};
  }
  std::int64_t low = 0, high = 0;
  bool low_found = false, high_found = false;
  double sum = 0.0;
  for (std::size_t i = 0; i < probabilities_.size(); ++i) {
    sum += probabilities_[i];
    const std::int64_t value = first_ + static_cast<std::int64_t>(i);
    if (!low_found && sum >= tail) {
      low = value;
      low_found = true;
    }
    if (!high_found && (sum >= 1.0 - tail - kSlack || i + 1 == probabilities_.size())) {
      high = value;
      high_found = true;
    }
  }
  return {low, high};
}

}  // namespace talentflow::graph
