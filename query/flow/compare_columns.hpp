// Which columns COMPARE counts and shows: `net` is a count of every variant, `chinese_net` of one.
#pragma once

#include <string>
#include <vector>

#include "query/flow/bind.hpp"

namespace talentflow::query {

struct ComparedColumns {
  std::vector<std::string> counts;  ///< that each variant has a column of
  bool exactly = false;             ///< YIELD names whole columns: those are shown and no others
};

/// By YIELD, else the defaults. Error: SemanticError UnknownColumn with the nearest name.
Result<ComparedColumns> compared_columns(const FlowContext& context, const flow_syntax::Flow& flow,
                                         const graph::Question& question);

/// Spells YIELD out: a count of every variant becomes one column each; where YIELD names counts alone, the
/// bucket, the dimensions and `disagree` stand around them.
void expand_yield(flow_syntax::Flow& flow, const graph::Question& question, bool exactly);

}  // namespace talentflow::query
