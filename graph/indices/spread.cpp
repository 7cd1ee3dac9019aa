#include "graph/indices/spread.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace talentflow::graph {
namespace {

double total(std::span<const double> counts) { return std::accumulate(counts.begin(), counts.end(), 0.0); }

double sum_of_squares(std::span<const double> counts) {
  return std::inner_product(counts.begin(), counts.end(), counts.begin(), 0.0);
}

}  // namespace

std::optional<double> gini(std::span<const double> counts) {
  const double sum = total(counts);
  if (sum <= 0.0) return std::nullopt;
  std::vector<double> sorted(counts.begin(), counts.end());
  std::sort(sorted.begin(), sorted.end());
  const auto size = static_cast<double>(sorted.size());
  double weighted = 0.0;  // each count is the greater one of as many pairs as there are smaller ones
  for (std::size_t i = 0; i < sorted.size(); ++i)
    weighted += (2.0 * static_cast<double>(i + 1) - size - 1.0) * sorted[i];
  return weighted / (size * sum);
}

std::optional<double> coefficient_of_variation(std::span<const double> counts) {
  const double sum = total(counts);
  if (sum <= 0.0) return std::nullopt;
  const auto size = static_cast<double>(counts.size());
  const double mean = sum / size;
  double squares = 0.0;
  for (const double count : counts) squares += (count - mean) * (count - mean);
  return std::sqrt(squares / size) / mean;
}

std::optional<double> effective_number(std::span<const double> counts) {
  const double sum = total(counts);
  if (sum <= 0.0) return std::nullopt;
  return sum * sum / sum_of_squares(counts);
}

}  // namespace talentflow::graph
