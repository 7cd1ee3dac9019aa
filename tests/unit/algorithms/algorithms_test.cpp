// Algorithms on small graphs worked out by hand, and on random ones against slow, obvious versions.
#include "graph/algorithms/algorithms.hpp"

#include <cmath>
#include <random>

#include "tests/unit/view/story.hpp"

namespace talentflow::graph {
namespace {

using Ends = std::vector<std::pair<Vertex, Vertex>>;

Budget plenty() { return Budget(Limits{}, nullptr); }

Ends random_ends(std::mt19937& random, std::size_t vertices, std::size_t links) {
  Ends ends;
  for (std::size_t i = 0; i < links; ++i)
    ends.emplace_back(static_cast<Vertex>(random() % vertices), static_cast<Vertex>(random() % vertices));
  return ends;
}

constexpr double kFar = 1e9;

/// Distances and numbers of shortest paths between all pairs, by relaxing until nothing changes.
struct AllPairs {
  std::vector<std::vector<double>> distance, paths;

  AllPairs(std::size_t count, const Network& network)
      : distance(count, std::vector<double>(count, kFar)), paths(count, std::vector<double>(count, 0.0)) {
    for (std::size_t from = 0; from < count; ++from) {
      distance[from][from] = 0;
      for (std::size_t round = 0; round < count; ++round)
        for (Vertex at = 0; at < count; ++at)
          for (const Link& link : network.outgoing(at))
            distance[from][link.vertex] = std::min(distance[from][link.vertex], distance[from][at] + 1);
      paths[from][from] = 1;
      for (double length = 1; length < static_cast<double>(count); ++length)
        for (Vertex at = 0; at < count; ++at)
          for (const Link& link : network.outgoing(at))
            if (distance[from][at] == length - 1 && distance[from][link.vertex] == length)
              paths[from][link.vertex] += paths[from][at];
    }
  }
};

TEST_CASE("a network has only the nodes its edges touch; parallel edges merge by wish") {
  Story story;
  story.load({entity("org/0", "Company", "Zero"), entity("org/1", "Company", "One"),
              entity("org/2", "Company", "Two"), claim("c1", "org/1", "INVESTED_IN", "org/2", "", "2015"),
              claim("c2", "org/1", "INVESTED_IN", "org/2", "", "2023"),
              claim("c3", "org/2", "ACQUIRED", "org/0")});
  const auto view = story.view();
  const NameCode type = *view->find_name("INVESTED_IN");
  const Network all = Network::of(*view, type, false), merged = Network::of(*view, type, true);
  REQUIRE(all.size() == 2);
  CHECK(all.link_count() == 2);
  CHECK(merged.link_count() == 1);
  CHECK(merged.outgoing(0)[0].weight == 2.0);
  CHECK(view->node_id(all.node(0)) == "org/1");
  CHECK(all.vertex(*view->find_node("org/2")) == 1);
  CHECK(all.vertex(*view->find_node("org/0")) == kNoVertex);
  Budget budget = plenty();
  CHECK(shortest_path(all, 0, 1, budget).value() == std::vector<EdgeNumber>{all.outgoing(0)[0].edge});
}

TEST_CASE("shortest path by hand") {
  const Network network = Network::of(6, {{0, 1}, {1, 2}, {2, 3}, {0, 4}, {4, 3}, {5, 0}}, false);
  Budget budget = plenty();
  CHECK(shortest_path(network, 0, 3, budget).value() == std::vector<EdgeNumber>{3, 4});
  CHECK(shortest_path(network, 3, 0, budget).value() == std::nullopt);
  CHECK(shortest_path(network, 2, 2, budget).value() == std::vector<EdgeNumber>{});
}

TEST_CASE("components by hand") {
  const Network network = Network::of(6, {{0, 1}, {1, 0}, {1, 2}, {4, 3}}, false);
  Budget budget = plenty();
  CHECK(weak_components(network, budget)->of == std::vector<std::uint32_t>{0, 0, 0, 1, 1, 2});
  CHECK(weak_components(network, budget)->count == 3);
  CHECK(strong_components(network, budget)->of == std::vector<std::uint32_t>{0, 0, 1, 2, 3, 4});
}

TEST_CASE("PageRank by hand: two that point at each other share alike; a sink gives back to all") {
  Budget budget = plenty();
  const auto pair = page_rank(Network::of(2, {{0, 1}, {1, 0}}, false), {}, budget);
  CHECK((*pair)[0] == doctest::Approx(0.5));
  // 0 -> 1, 1 dangling: r0 = .075 + .425 r1, r1 = .075 + .85 r0 + .425 r1
  const auto sink = page_rank(Network::of(2, {{0, 1}}, false), {}, budget);
  CHECK((*sink)[0] == doctest::Approx(0.5 / 1.425));
  CHECK((*sink)[1] == doctest::Approx(0.925 / 1.425));
}

TEST_CASE("betweenness by hand: the middle of a chain, and two ways round") {
  Budget budget = plenty();
  const auto chain = betweenness(Network::of(3, {{0, 1}, {1, 2}}, false), {}, budget);
  CHECK(chain->value == std::vector<double>{0, 1, 0});
  const auto diamond = betweenness(Network::of(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}, false), {}, budget);
  CHECK(diamond->value == std::vector<double>{0, 0.5, 0.5, 0});
  CHECK_FALSE(diamond->sampled);
}

TEST_CASE("random graphs: paths, components and betweenness agree with all pairs") {
  std::mt19937 random(5);
  for (int round = 0; round < 60; ++round) {
    const std::size_t count = 2 + random() % 9;
    const Network network = Network::of(count, random_ends(random, count, random() % 25), true);
    const AllPairs pairs(count, network);
    Budget budget = plenty();
    const auto weak = weak_components(network, budget), strong = strong_components(network, budget);
    const auto exact = betweenness(network, {}, budget);
    BetweennessOptions every;
    every.exact_vertices = 0;
    every.samples = count;
    const auto summed = betweenness(network, every, budget);
    CHECK_FALSE(summed->sampled);
    for (Vertex a = 0; a < count; ++a) {
      double between = 0;
      for (Vertex b = 0; b < count; ++b) {
        const bool reaches = pairs.distance[a][b] < kFar, back = pairs.distance[b][a] < kFar;
        CHECK((strong->of[a] == strong->of[b]) == (reaches && back));
        if (reaches) CHECK(weak->of[a] == weak->of[b]);
        const auto path = shortest_path(network, a, b, budget);
        CHECK(path->has_value() == reaches);
        if (reaches) CHECK(static_cast<double>((*path)->size()) == pairs.distance[a][b]);
        for (Vertex c = 0; c < count; ++c)
          if (b != a && c != a && b != c && pairs.distance[b][c] < kFar &&
              pairs.distance[b][a] + pairs.distance[a][c] == pairs.distance[b][c])
            between += pairs.paths[b][a] * pairs.paths[a][c] / pairs.paths[b][c];
      }
      CHECK(exact->value[a] == doctest::Approx(between));
      CHECK(summed->value[a] == doctest::Approx(between));
    }
  }
}

TEST_CASE("random graphs: ranks add up to one and are a fixed point") {
  std::mt19937 random(6);
  for (int round = 0; round < 30; ++round) {
    const std::size_t count = 2 + random() % 20;
    const Network network = Network::of(count, random_ends(random, count, random() % 50), false);
    Budget budget = plenty();
    const auto rank = page_rank(network, {}, budget);
    double total = 0, dangling = 0;
    for (Vertex vertex = 0; vertex < count; ++vertex) {
      total += (*rank)[vertex];
      if (network.outgoing(vertex).empty()) dangling += (*rank)[vertex];
    }
    CHECK(total == doctest::Approx(1.0));
    for (Vertex vertex = 0; vertex < count; ++vertex) {
      double arriving = dangling / static_cast<double>(count);
      for (const Link& link : network.incoming(vertex))
        arriving += (*rank)[link.vertex] / static_cast<double>(network.outgoing(link.vertex).size());
      CHECK((*rank)[vertex] == doctest::Approx(0.15 / static_cast<double>(count) + 0.85 * arriving));
    }
  }
}

TEST_CASE("a sample of sources estimates betweenness within its stated error") {
  std::mt19937 random(7);
  const Network network = Network::of(300, random_ends(random, 300, 900), true);
  Budget budget = plenty();
  const auto exact = betweenness(network, {}, budget);
  BetweennessOptions options;
  options.exact_vertices = 100;
  options.samples = 150;
  const auto estimate = betweenness(network, options, budget);
  CHECK(estimate->sampled);
  CHECK(estimate->sources == 150);
  CHECK(estimate->error > 0.0);
  for (Vertex vertex = 0; vertex < 300; ++vertex)
    CHECK(std::abs(estimate->value[vertex] - exact->value[vertex]) <= 5 * estimate->error);
  CHECK(betweenness(network, options, budget)->value == estimate->value);
}

TEST_CASE("a budget that is used up ends the work with its name") {
  std::mt19937 random(8);
  const Network network = Network::of(3000, random_ends(random, 3000, 9000), false);
  Limits limits;
  limits.time = std::chrono::milliseconds(0);
  Budget budget(limits, nullptr);
  const auto ranks = page_rank(network, {}, budget);
  REQUIRE_FALSE(ranks.ok());
  CHECK(ranks.error().code == ErrorCode::budget);
  CHECK_FALSE(betweenness(network, {}, budget).ok());
}

}  // namespace
}  // namespace talentflow::graph
