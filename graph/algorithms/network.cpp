#include "graph/algorithms/network.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace talentflow::graph {

Network Network::of(const View& view, NameCode type, bool merge_parallel) {
  Network network;
  const auto edges = view.edges_of_type(type);
  for (const EdgeNumber edge : edges) {
    const EdgeEnds ends = view.edge(edge);
    network.nodes_.push_back(ends.from);
    network.nodes_.push_back(ends.to);
  }
  std::sort(network.nodes_.begin(), network.nodes_.end());
  network.nodes_.erase(std::unique(network.nodes_.begin(), network.nodes_.end()), network.nodes_.end());
  std::vector<End> ends;
  ends.reserve(edges.size());
  for (const EdgeNumber edge : edges) {
    const EdgeEnds both = view.edge(edge);
    ends.push_back({network.vertex(both.from), network.vertex(both.to), edge, 1.0});
  }
  network.index(std::move(ends), merge_parallel);
  return network;
}

Network Network::of(std::size_t count, const std::vector<std::pair<Vertex, Vertex>>& ends,
                    bool merge_parallel) {
  Network network;
  network.nodes_.resize(count);
  std::iota(network.nodes_.begin(), network.nodes_.end(), NodeNumber{0});
  std::vector<End> numbered;
  for (const auto& [from, to] : ends)
    numbered.push_back({from, to, static_cast<EdgeNumber>(numbered.size()), 1.0});
  network.index(std::move(numbered), merge_parallel);
  return network;
}

Vertex Network::vertex(NodeNumber node) const {
  const auto found = std::lower_bound(nodes_.begin(), nodes_.end(), node);
  return found == nodes_.end() || *found != node ? kNoVertex : static_cast<Vertex>(found - nodes_.begin());
}

void Network::index(std::vector<End> ends, bool merge_parallel) {
  std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) {
    return std::tie(a.from, a.to, a.edge) < std::tie(b.from, b.to, b.edge);
  });
  if (merge_parallel) {
    std::size_t kept = 0;
    for (const End& end : ends) {
      if (kept > 0 && ends[kept - 1].from == end.from && ends[kept - 1].to == end.to)
        ends[kept - 1].weight += end.weight;
      else
        ends[kept++] = end;
    }
    ends.resize(kept);
  }
  out_ = side(ends, nodes_.size(), &End::from, &End::to);
  in_ = side(ends, nodes_.size(), &End::to, &End::from);
}

Network::Side Network::side(const std::vector<End>& ends, std::size_t count, Vertex End::*at,
                            Vertex End::*other) {
  Side side;
  side.first.assign(count + 1, 0);
  for (const End& end : ends) ++side.first[end.*at + 1];
  std::partial_sum(side.first.begin(), side.first.end(), side.first.begin());
  side.links.resize(ends.size());
  std::vector<std::uint32_t> next(side.first.begin(), side.first.end() - 1);
  for (const End& end : ends) side.links[next[end.*at]++] = {end.*other, end.edge, end.weight};
  return side;
}

}  // namespace talentflow::graph
