// One answer with all that says what it counted: careers, or a published data set.
#pragma once

#include <optional>

#include "graph/flow/flow.hpp"
#include "query/flow/run.hpp"

namespace talentflow::query {

struct Answered {
  ViewPtr view;
  graph::Reading reading;
  BoundFlow bound;
  graph::Answer answer;
  bool observed = false;  ///< published counts: whole numbers without beliefs
  MetaPairs meta;
};

/// Counts careers, or with `observed` the data set of that name. Errors have a place.
Result<Answered> count_flow(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                            BoundFlow bound, const std::optional<flow_syntax::Name>& observed);

/// graph::flow knows no places in the text: its errors are put where the statement names the ends.
Error placed(const FlowContext& context, Place place, const Error& error);
/// Rows by bucket, then by the text ids of their dimensions, null last; moves follow their rows.
void order_by_ids(const graph::View& view, const graph::Question& question, graph::Answer& answer);

bool same_reading(const graph::Reading& a, const graph::Reading& b);
ValueMap sorted_meta(const Answered& answered);

}  // namespace talentflow::query
