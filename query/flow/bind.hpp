// From the syntax tree to graph::Question and graph::Reading: every name resolved, every constant computed.
#pragma once

#include <string>

#include "graph/flow/question.hpp"
#include "query/flow/flow_context.hpp"
#include "query/flow/syntax.hpp"

namespace talentflow::query {

/// A question with what its footer says of its sides.
struct BoundFlow {
  graph::Question question;
  std::string first_text, second_text;  ///< the sides spelled out
  std::string population_text;
  Place ends_place;
};

/// `base` with what the syntax adds. `view`: for patterns over sources (the default reading's).
Result<graph::Reading> bind_reading(const FlowContext& context, const graph::Reading& base,
                                    flow_syntax::Reading syntax,
                                    const std::shared_ptr<const graph::View>& view);
/// A set of sources. Errors: SemanticError UnknownBloc, UnknownPublisher, UnknownClass, UnknownSource with
/// the nearest name.
Result<graph::SourceSet> bind_sources(const FlowContext& context, flow_syntax::SourceSet& syntax,
                                      const std::shared_ptr<const graph::View>& view);
/// FOR VALID_TIME does not go with FLOW: an error that points to DURING.
Result<void> refuse_valid_time(const FlowContext& context, const flow_syntax::Reading& syntax);

/// Everything of the statement but COMPARE, SHOW and YIELD.
Result<BoundFlow> bind_flow(const FlowContext& context, const std::shared_ptr<const graph::View>& view,
                            flow_syntax::Flow& syntax);
/// The sides alone (also of COMPARE's variants), into the question.
Result<void> bind_ends(const FlowContext& context, const std::shared_ptr<const graph::View>& view,
                       flow_syntax::Ends& syntax, BoundFlow& bound);
/// COUNTING's rules, onto those that stand already.
Result<void> bind_counting(const FlowContext& context, const std::shared_ptr<const graph::View>& view,
                           flow_syntax::Counting& syntax, graph::Rules& rules);

/// A day from a date, a date and time, an EDTF text or a year. `place`: for the error.
Result<Day> bind_day(const FlowContext& context, const std::shared_ptr<const graph::View>& view,
                     ast::ExpressionPtr expression, Place place);
/// A number within [low, high]. Error: SemanticError InvalidArgument naming `what`.
Result<double> bind_number(const FlowContext& context, const std::shared_ptr<const graph::View>& view,
                           ast::ExpressionPtr expression, double low, double high, const std::string& what);

}  // namespace talentflow::query
