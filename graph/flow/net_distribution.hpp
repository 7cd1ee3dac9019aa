// The distribution of a sum of independent small integers: each person's net contribution to one row of a
// flow.
//
// Exact convolution while few persons are uncertain; past kExactPersons the normal approximation with
// continuity correction, which is then within one of the exact interval.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace talentflow::graph {

class NetDistribution {
 public:
  /// `exact_persons`: how many uncertain contributions are convolved exactly.
  explicit NetDistribution(std::uint64_t exact_persons) : exact_persons_(exact_persons) {}

  /// Adds one person: probabilities of -n .. n (2n + 1 numbers that add up to 1).
  void add(std::span<const double> around_zero);
  /// Smallest k with P(net <= k) >= (1 - level) / 2, and smallest with P(net <= k) >= (1 + level) / 2.
  std::pair<std::int64_t, std::int64_t> interval(double level) const;
  double mean() const { return mean_; }
  bool approximate() const { return uncertain_ > exact_persons_; }

 private:
  void convolve(std::span<const double> around_zero);

  std::uint64_t exact_persons_;
  std::uint64_t uncertain_ = 0;
  std::int64_t first_ = 0;  ///< value of probabilities_[0]
  std::vector<double> probabilities_{1.0};
  std::vector<double> scratch_;
  double mean_ = 0.0, variance_ = 0.0;
};

/// z with P(Z <= z) = p for a standard normal Z. Method: bisection on erfc, so exact to the last bits.
double normal_quantile(double p);

}  // namespace talentflow::graph
