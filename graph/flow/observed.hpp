// Published counts of moves (OBSERVED_FLOW claims) instead of careers: the same question, answered by a data
// set.
#pragma once

#include <string>
#include <vector>

#include "graph/budget.hpp"
#include "graph/flow/flow.hpp"
#include "graph/view.hpp"

namespace talentflow::graph {

/// Data sets: ids of the sources of OBSERVED_FLOW claims, ascending.
std::vector<std::string> observed_data_sets(const View& view);

/// Sums the counts of one data set (a source id). Groups are told by countries; ANYWHERE is every other place
/// of the data set, also one that lies in no country. Errors: query (no such data set: the message lists
/// those that are; a group or dimension that published counts do not have; a bucket finer than the data),
/// budget, interrupted.
Result<Answer> observed_flow(const View& view, const Question& question, const std::string& data_set,
                             Budget& budget);

}  // namespace talentflow::graph
