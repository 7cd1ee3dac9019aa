// A hierarchy from who moves where (De Bacco, Larremore, Moore: A physical model for efficient ranking in
// networks, Science Advances 2018).
//
// Every link is a spring of length 1 that wants its end one step above its start; the ranks are the positions
// of least energy. That is one sparse linear system, the Laplacian of the links with their weights, solved
// here by conjugate gradients: a matrix is never built.
#pragma once

#include <vector>

#include "graph/algorithms/network.hpp"
#include "graph/budget.hpp"
#include "schema/result.hpp"

namespace talentflow::graph {

/// Ranks by vertex; the mean of each weak component is 0, so ranks of different components do not compare.
/// Loops pull nowhere. The residual is at most 1e-10 of the right side's length. Errors: budget, interrupted.
Result<std::vector<double>> spring_rank(const Network& network, Budget& budget);

}  // namespace talentflow::graph
