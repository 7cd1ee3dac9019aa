// Shortest paths and components.
#include <algorithm>
#include <numeric>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/pending/disjoint_sets.hpp>

#include "graph/algorithms/algorithms.hpp"
#include "graph/algorithms/boost_network.hpp"

namespace talentflow::graph {
namespace {

/// Leaves a Boost.Graph algorithm before its end; never seen outside this file.
struct Stop {};

/// Remembers by which link each vertex was reached; stops at the goal or when the budget is used up.
struct PathVisitor : boost::default_bfs_visitor {
  std::vector<NetworkEdge>* reached_by;
  Vertex goal;
  Budget* budget;
  Result<void>* state;

  void tree_edge(const NetworkEdge& edge, const Network&) const {
    (*reached_by)[edge.to] = edge;
    if (edge.to == goal) throw Stop();
  }
  void examine_edge(const NetworkEdge&, const Network&) const {
    *state = budget->tick();
    if (!state->ok()) throw Stop();
  }
};

/// Renumbers components by their smallest vertex.
Components in_order(const std::vector<std::uint32_t>& raw) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  Components components;
  std::vector<std::uint32_t> code(raw.size(), kNone);
  for (const std::uint32_t component : raw) {
    if (code[component] == kNone) code[component] = components.count++;
    components.of.push_back(code[component]);
  }
  return components;
}

}  // namespace

Result<std::optional<std::vector<EdgeNumber>>> shortest_path(const Network& network, Vertex from, Vertex to,
                                                             Budget& budget) {
  using Path = std::optional<std::vector<EdgeNumber>>;
  if (from == to) return Path(std::vector<EdgeNumber>());
  std::vector<NetworkEdge> reached_by(network.size());
  Result<void> state;
  PathVisitor visitor;
  visitor.reached_by = &reached_by;
  visitor.goal = to;
  visitor.budget = &budget;
  visitor.state = &state;
  try {
    std::vector<boost::default_color_type> colours(network.size(), boost::white_color);
    boost::queue<Vertex> queue;
    boost::breadth_first_visit(
        network, from, queue, visitor,
        boost::make_iterator_property_map(colours.begin(), get(boost::vertex_index, network)));
  } catch (const Stop&) {
  }
  if (!state.ok()) return state.error();
  if (reached_by[to].from == kNoVertex) return Path();
  std::vector<EdgeNumber> edges;
  for (Vertex at = to; at != from; at = reached_by[at].from) edges.push_back(reached_by[at].edge);
  std::reverse(edges.begin(), edges.end());
  return Path(std::move(edges));
}

Result<Components> weak_components(const Network& network, Budget& budget) {
  std::vector<std::uint32_t> rank(network.size(), 0), parent(network.size());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto index = get(boost::vertex_index, network);
  const auto rank_map = boost::make_iterator_property_map(rank.begin(), index);
  const auto parent_map = boost::make_iterator_property_map(parent.begin(), index);
  boost::disjoint_sets sets(rank_map, parent_map);
  for (Vertex vertex = 0; vertex < network.size(); ++vertex)
    for (const Link& link : network.outgoing(vertex)) {
      TALENTFLOW_TRY(budget.tick());
      sets.union_set(vertex, link.vertex);
    }
  std::vector<std::uint32_t> raw;
  for (Vertex vertex = 0; vertex < network.size(); ++vertex) raw.push_back(sets.find_set(vertex));
  return in_order(raw);
}

Result<Components> strong_components(const Network& network, Budget& budget) {
  TALENTFLOW_TRY(budget.check());
  std::vector<std::uint32_t> raw(network.size());
  const auto index = get(boost::vertex_index, network);
  boost::strong_components(network, boost::make_iterator_property_map(raw.begin(), index),
                           boost::vertex_index_map(index));
  return in_order(raw);
}

}  // namespace talentflow::graph
