// SpringRank on networks worked out by hand, and against the equations solved by elimination.
#include "graph/algorithms/spring_rank.hpp"

#include <cmath>
#include <random>

#include <doctest/doctest.h>

#include "graph/algorithms/algorithms.hpp"

namespace talentflow::graph {
namespace {

using Ends = std::vector<std::pair<Vertex, Vertex>>;

Budget plenty() { return Budget(Limits{}, nullptr); }

std::vector<double> ranks(const Network& network) {
  Budget budget = plenty();
  auto found = spring_rank(network, budget);
  REQUIRE(found.ok());
  return found.take();
}

TEST_CASE("a chain of moves is a ladder of steps of one") {
  const auto found = ranks(Network::of(3, Ends{{0, 1}, {1, 2}}, true));
  CHECK(found[0] == doctest::Approx(-1.0));
  CHECK(found[1] == doctest::Approx(0.0));
  CHECK(found[2] == doctest::Approx(1.0));
}

TEST_CASE("three moves up and one down are half a step") {
  const auto found = ranks(Network::of(2, Ends{{0, 1}, {0, 1}, {0, 1}, {1, 0}}, true));
  CHECK(found[1] - found[0] == doctest::Approx(0.5));
}

TEST_CASE("a circle and a loop have no hierarchy") {
  for (const double rank : ranks(Network::of(3, Ends{{0, 1}, {1, 2}, {2, 0}, {1, 1}}, true)))
    CHECK(rank == doctest::Approx(0.0));
}

TEST_CASE("no network, no ranks") { CHECK(ranks(Network::of(0, Ends{}, true)).empty()); }

/// Normal equations of the springs, plus "the mean of each component is 0", by Gauss-Jordan elimination.
std::vector<double> eliminated(std::size_t count, const Ends& ends,
                               const std::vector<std::uint32_t>& component) {
  std::vector<std::vector<double>> rows(count, std::vector<double>(count + 1, 0.0));
  for (const auto& [from, to] : ends) {
    rows[from][from] += 1;
    rows[to][to] += 1;
    rows[from][to] -= 1;
    rows[to][from] -= 1;
    rows[from][count] -= 1;
    rows[to][count] += 1;
  }
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j < count; ++j)
      if (component[i] == component[j]) rows[i][j] += 1;  // pins the mean, changes no difference
  for (std::size_t pivot = 0; pivot < count; ++pivot) {
    std::size_t best = pivot;
    for (std::size_t i = pivot; i < count; ++i)
      if (std::abs(rows[i][pivot]) > std::abs(rows[best][pivot])) best = i;
    std::swap(rows[pivot], rows[best]);
    for (std::size_t i = 0; i < count; ++i) {
      if (i == pivot) continue;
      const double factor = rows[i][pivot] / rows[pivot][pivot];
      for (std::size_t j = pivot; j <= count; ++j) rows[i][j] -= factor * rows[pivot][j];
    }
  }
  std::vector<double> solution(count);
  for (std::size_t i = 0; i < count; ++i) solution[i] = rows[i][count] / rows[i][i];
  return solution;
}

TEST_CASE("random networks: as elimination has it, whatever their components") {
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    const std::size_t count = 2 + random() % 12;
    Ends ends;
    for (std::size_t i = random() % (2 * count); i-- > 0;)
      ends.emplace_back(static_cast<Vertex>(random() % count), static_cast<Vertex>(random() % count));
    std::erase_if(ends, [](const auto& end) { return end.first == end.second; });
    const Network network = Network::of(count, ends, true);
    Budget budget = plenty();
    const auto components = weak_components(network, budget);
    REQUIRE(components.ok());
    const auto expected = eliminated(count, ends, components->of);
    const auto found = ranks(network);
    for (std::size_t i = 0; i < count; ++i) CHECK(found[i] == doctest::Approx(expected[i]).epsilon(1e-8));
  }
}

}  // namespace
}  // namespace talentflow::graph
