#include "graph/algorithms/spring_rank.hpp"

#include <numeric>

namespace talentflow::graph {
namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// The Laplacian of the links, each as strong as it is heavy, times x.
Result<void> pull(const Network& network, const Vector& x, Vector& out, Budget& budget) {
  std::fill(out.begin(), out.end(), 0.0);
  for (Vertex from = 0; from < network.size(); ++from)
    for (const Link& link : network.outgoing(from)) {
      TALENTFLOW_TRY(budget.tick());
      const double force = link.weight * (x[from] - x[link.vertex]);
      out[from] += force;
      out[link.vertex] -= force;
    }
  return {};
}

/// What the springs at rest would add up to: arrivals above departures.
Vector rest(const Network& network) {
  Vector out(network.size(), 0.0);
  for (Vertex from = 0; from < network.size(); ++from)
    for (const Link& link : network.outgoing(from)) {
      out[from] -= link.weight;
      out[link.vertex] += link.weight;
    }
  return out;
}

}  // namespace

Result<std::vector<double>> spring_rank(const Network& network, Budget& budget) {
  // From zero, every step stays in the span of the right side, whose sum over each component is 0; so does
  // the solution's.
  Vector ranks(network.size(), 0.0), product(network.size(), 0.0);
  Vector residual = rest(network);
  Vector direction = residual;
  double square = dot(residual, residual);
  const double enough = square * 1e-20;
  for (std::size_t step = 0; step < 10 * network.size() + 10 && square > enough; ++step) {
    TALENTFLOW_TRY(pull(network, direction, product, budget));
    const double curvature = dot(direction, product);
    if (curvature <= 0.0) break;
    const double length = square / curvature;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      ranks[i] += length * direction[i];
      residual[i] -= length * product[i];
    }
    const double next = dot(residual, residual);
    for (std::size_t i = 0; i < ranks.size(); ++i) direction[i] = residual[i] + next / square * direction[i];
    square = next;
  }
  return ranks;
}

}  // namespace talentflow::graph
