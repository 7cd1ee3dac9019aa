// PageRank and betweenness.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include <boost/graph/betweenness_centrality.hpp>

#include "graph/algorithms/algorithms.hpp"
#include "graph/algorithms/boost_network.hpp"

namespace talentflow::graph {
namespace {

/// One source's part of betweenness: Brandes' accumulation, reusing its memory.
class Accumulation {
 public:
  explicit Accumulation(const Network& network)
      : network_(network),
        distance_(network.size(), kFar),
        paths_(network.size(), 0.0),
        share_(network.size(), 0.0) {}

  /// Calls `add(vertex, dependency)` for every vertex that lies between.
  template <class Add>
  Result<void> from(Vertex source, Budget& budget, Add add) {
    order_.assign(1, source);
    distance_[source] = 0;
    paths_[source] = 1.0;
    for (std::size_t head = 0; head < order_.size(); ++head) {
      const Vertex at = order_[head];
      for (const Link& link : network_.outgoing(at)) {
        TALENTFLOW_TRY(budget.tick());
        if (distance_[link.vertex] == kFar) {
          distance_[link.vertex] = distance_[at] + 1;
          order_.push_back(link.vertex);
        }
        if (distance_[link.vertex] == distance_[at] + 1) paths_[link.vertex] += paths_[at];
      }
    }
    for (std::size_t i = order_.size(); i-- > 1;) {
      const Vertex at = order_[i];
      for (const Link& link : network_.incoming(at))
        if (distance_[link.vertex] != kFar && distance_[link.vertex] + 1 == distance_[at])
          share_[link.vertex] += paths_[link.vertex] / paths_[at] * (1.0 + share_[at]);
      add(at, share_[at]);
    }
    for (const Vertex at : order_) {
      distance_[at] = kFar;
      paths_[at] = share_[at] = 0.0;
    }
    return {};
  }

 private:
  static constexpr std::uint32_t kFar = 0xFFFFFFFE;

  const Network& network_;
  std::vector<std::uint32_t> distance_;
  std::vector<double> paths_, share_;
  std::vector<Vertex> order_;
};

std::vector<Vertex> draw(std::size_t count, std::size_t samples, std::uint64_t seed) {
  std::vector<Vertex> all(count);
  std::iota(all.begin(), all.end(), Vertex{0});
  std::mt19937_64 random(seed);
  // not std::shuffle: its use of the generator is the library's own, and a seed must mean the same everywhere
  for (std::size_t i = 0; i < samples; ++i) std::swap(all[i], all[i + random() % (count - i)]);
  all.resize(samples);
  return all;
}

Result<Betweenness> sampled(const Network& network, const BetweennessOptions& options, Budget& budget) {
  const std::size_t count = network.size();
  const std::size_t samples = std::min(std::max<std::size_t>(options.samples, 2), count);
  Betweenness result;
  result.sources = samples;
  result.sampled = samples < count;
  std::vector<double> sum(count, 0.0), squares(count, 0.0);
  Accumulation accumulation(network);
  for (const Vertex source : draw(count, samples, options.seed))
    TALENTFLOW_TRY(accumulation.from(source, budget, [&](Vertex vertex, double share) {
      sum[vertex] += share;
      squares[vertex] += share * share;
    }));
  const double drawn = static_cast<double>(samples), scale = static_cast<double>(count) / drawn;
  result.value.resize(count);
  for (Vertex vertex = 0; vertex < count; ++vertex) {
    result.value[vertex] = sum[vertex] * scale;
    if (!result.sampled) continue;
    const double variance =
        std::max(0.0, (squares[vertex] - sum[vertex] * sum[vertex] / drawn) / (drawn - 1.0));
    const double rest = 1.0 - drawn / static_cast<double>(count);  // drawn without repetition
    result.error = std::max(result.error, static_cast<double>(count) * std::sqrt(variance / drawn * rest));
  }
  return result;
}

}  // namespace

Result<std::vector<double>> page_rank(const Network& network, const PageRankOptions& options,
                                      Budget& budget) {
  const std::size_t count = network.size();
  if (count == 0) return std::vector<double>();
  const double even = 1.0 / static_cast<double>(count);
  std::vector<double> weight(count, 0.0), rank(count, even), next(count);
  for (Vertex vertex = 0; vertex < count; ++vertex)
    for (const Link& link : network.outgoing(vertex)) weight[vertex] += link.weight;
  for (int round = 0; round < options.iterations; ++round) {
    double dangling = 0.0, change = 0.0;
    for (Vertex vertex = 0; vertex < count; ++vertex)
      if (weight[vertex] <= 0.0) dangling += rank[vertex];
    for (Vertex vertex = 0; vertex < count; ++vertex) {
      double arriving = dangling * even;
      for (const Link& link : network.incoming(vertex)) {
        TALENTFLOW_TRY(budget.tick());
        arriving += rank[link.vertex] * link.weight / weight[link.vertex];
      }
      next[vertex] = (1.0 - options.damping) * even + options.damping * arriving;
      change += std::abs(next[vertex] - rank[vertex]);
    }
    rank.swap(next);
    if (change < options.tolerance) break;
  }
  return rank;
}

Result<Betweenness> betweenness(const Network& network, const BetweennessOptions& options, Budget& budget) {
  if (network.size() > options.exact_vertices) return sampled(network, options, budget);
  TALENTFLOW_TRY(budget.check());
  Betweenness result;
  result.sources = network.size();
  result.value.assign(network.size(), 0.0);
  const auto index = get(boost::vertex_index, network);
  boost::brandes_betweenness_centrality(
      network, boost::centrality_map(boost::make_iterator_property_map(result.value.begin(), index))
                   .vertex_index_map(index));
  return result;
}

}  // namespace talentflow::graph
