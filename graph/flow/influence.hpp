// Which single claims a flow hangs on: each claim about the posts of each person who could matter is taken
// away in turn, that person's career derived anew, and the difference noted; likewise each claim that places
// an organisation (who owns it, where it lies), and everybody counted anew.
//
// What descriptions say of organisations (a table's country column) is taken as it is.
#pragma once

#include <vector>

#include "graph/budget.hpp"
#include "graph/flow/question.hpp"
#include "graph/view.hpp"
#include "schema/result.hpp"

namespace talentflow::graph {

/// What the answer's whole counts (all buckets, the most likely world) change by without the claim.
struct ClaimInfluence {
  ClaimNumber claim = 0;
  EntityNumber person = 0;  ///< 0: the claim is about an organisation
  std::int64_t inflow = 0, outflow = 0;
};

struct InfluenceAnswer {
  std::int64_t inflow = 0, outflow = 0;  ///< with all claims
  /// Those that change anything: first who turns the sign of inflow - outflow, then by the size of the change
  /// of the net, then of the counts; then by claim.
  std::vector<ClaimInfluence> claims;
  std::uint64_t persons = 0, tried = 0;  ///< looked at; claims about posts taken away: the work done
  std::uint64_t tried_of_organisations = 0;
  std::uint64_t recounts = 0;  ///< of everybody, for claims that change where an organisation belongs
};

/// Errors: those of flow(); internal for a View that make_view() did not make. Thread-safe. Work: one career
/// fused and counted for each claim about a person with posts on both sides, one recount of everybody for
/// each claim that alone decides where an organisation belongs.
Result<InfluenceAnswer> influence(const View& view, const Question& question, Budget& budget);

/// Does the sign of the net (directed: the count being any at all) change?
bool turns_sign(std::int64_t before, std::int64_t after);

}  // namespace talentflow::graph
