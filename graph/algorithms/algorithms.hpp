// Measures of a Network: shortest paths, components, PageRank, betweenness. Results are by Vertex.
//
// Every call checks its Budget in its inner loops: errors are budget and interrupted. Thread-safe as long as
// the Budget is the caller's own.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/algorithms/network.hpp"
#include "graph/budget.hpp"
#include "schema/result.hpp"

namespace talentflow::graph {

/// Edges of a path of fewest links, in order, following the links' direction; empty from a vertex to itself;
/// nullopt when there is none. Of several the one whose links come first. Method: breadth-first search
/// (Boost.Graph).
Result<std::optional<std::vector<EdgeNumber>>> shortest_path(const Network& network, Vertex from, Vertex to,
                                                             Budget& budget);

/// Components numbered 0, 1, .. by their smallest vertex.
struct Components {
  std::vector<std::uint32_t> of;  ///< by vertex
  std::uint32_t count = 0;
};
/// Direction ignored. Method: disjoint sets (Boost).
Result<Components> weak_components(const Network& network, Budget& budget);
/// Each vertex reachable from each other. Method: Tarjan 1972 (Boost.Graph).
Result<Components> strong_components(const Network& network, Budget& budget);

struct PageRankOptions {
  double damping = 0.85;
  double tolerance = 1e-12;  ///< stop when the ranks change by less, all together
  int iterations = 500;      ///< at most
};
/// Ranks add up to 1. A link passes on rank by its weight; a vertex without outgoing links passes on to all
/// alike. Method: Brin and Page 1998, power iteration with the rank of dangling vertices spread
/// (Boost.Graph's loses it).
Result<std::vector<double>> page_rank(const Network& network, const PageRankOptions& options, Budget& budget);

struct Betweenness {
  std::vector<double> value;  ///< shortest paths through a vertex, ends not counted; not normalised
  std::uint64_t sources = 0;  ///< vertices from which paths were followed
  bool sampled = false;       ///< fewer than all: values are estimates
  double error = 0.0;         ///< sampled: the largest standard error of a value
};
/// Exact up to `exact_vertices` vertices (Brandes 2001, Boost.Graph), beyond it from `samples` sources drawn
/// without repetition with a fixed seed (Brandes and Pich 2007), with the standard error of the estimate.
struct BetweennessOptions {
  std::size_t exact_vertices = 2000;
  std::size_t samples = 500;
  std::uint64_t seed = 1;
};
Result<Betweenness> betweenness(const Network& network, const BetweennessOptions& options, Budget& budget);

}  // namespace talentflow::graph
