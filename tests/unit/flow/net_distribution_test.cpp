#include "graph/flow/net_distribution.hpp"

#include <array>
#include <cstdlib>

#include <doctest/doctest.h>

namespace talentflow::graph {

TEST_CASE("certain contributions shift, uncertain ones convolve") {
  NetDistribution net(100);
  net.add(std::array{0.0, 0.0, 1.0});  // certainly +1
  net.add(std::array{0.4, 0.6, 0.0});  // -1 with .4
  CHECK(net.mean() == doctest::Approx(0.6));
  CHECK(net.interval(0.9) == std::pair<std::int64_t, std::int64_t>(0, 1));
  CHECK(net.interval(0.1) == std::pair<std::int64_t, std::int64_t>(1, 1));
  CHECK_FALSE(net.approximate());
}

TEST_CASE("past the limit the normal approximation stays within one of the exact interval") {
  NetDistribution exact(1'000'000), approximate(10);
  for (int i = 0; i < 3000; ++i) {
    const double p = 0.1 + 0.8 * (i % 7) / 7.0;
    const std::array person{0.3 * p, 1 - p, 0.7 * p};
    exact.add(person);
    approximate.add(person);
  }
  CHECK(approximate.approximate());
  for (const double level : {0.5, 0.9, 0.99}) {
    const auto [a, b] = exact.interval(level);
    const auto [c, d] = approximate.interval(level);
    CHECK(std::abs(a - c) <= 1);
    CHECK(std::abs(b - d) <= 1);
  }
}

TEST_CASE("the normal quantile") {
  CHECK(normal_quantile(0.5) == doctest::Approx(0.0));
  CHECK(normal_quantile(0.975) == doctest::Approx(1.959963984540054).epsilon(1e-12));
}

}  // namespace talentflow::graph
