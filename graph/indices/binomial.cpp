#include "graph/indices/binomial.hpp"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>

namespace talentflow::graph {

Bounds clopper_pearson(std::uint64_t successes, std::uint64_t trials, double level) {
  const double outside = (1.0 - level) / 2.0;
  const auto hits = static_cast<double>(successes), misses = static_cast<double>(trials - successes);
  Bounds bounds;
  if (successes > 0) bounds.low = boost::math::ibeta_inv(hits, misses + 1.0, outside);
  if (successes < trials) bounds.high = boost::math::ibeta_inv(hits + 1.0, misses, 1.0 - outside);
  return bounds;
}

double normal_width(double level) {
  return boost::math::quantile(boost::math::normal_distribution<double>(), (1.0 + level) / 2.0);
}

}  // namespace talentflow::graph
