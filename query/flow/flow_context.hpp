// What binding and running a flow statement need, and small helpers over it.
#pragma once

#include <string>

#include "graph/flow/question.hpp"
#include "query/engine.hpp"
#include "query/language/core.hpp"

namespace talentflow::query {

/// One statement being run. Everything outlives it.
struct FlowContext {
  std::string_view source;  ///< the statement's text, for places in errors
  const Execution* execution = nullptr;

  CoreContext core(std::shared_ptr<const graph::View> view) const {
    return {source,
            std::move(view),
            execution->vocabulary,
            &execution->parameters,
            execution->budget,
            execution->clock,
            execution->random_seed,
            execution->beside};
  }
  Error semantic(Place place, std::string detail, std::string message, std::string hint = "") const {
    return query_error(source, place,
                       {"SemanticError", std::move(detail), std::move(message), std::move(hint)});
  }
};

/// The text of a node's `name`, else its id.
std::string display_name(const graph::View& view, graph::NodeNumber node);
/// The text id of an entity, or empty where the reading does not show it.
std::string entity_id(const graph::View& view, EntityNumber entity);
std::string country_text(graph::CountryCode code);
/// "3 days", "1 day"
std::string counted(std::int64_t number, const std::string& singular, const std::string& plural);

/// A belief or an expectation as printed: six decimals, without the noise of sums.
Value rounded(double number);

}  // namespace talentflow::query
