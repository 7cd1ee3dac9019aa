#include "query/flow/flow_context.hpp"

#include <cmath>

namespace talentflow::query {

std::string display_name(const graph::View& view, graph::NodeNumber node) {
  if (const auto key = view.find_name("name")) {
    const talentflow::Value name = view.node_property(node, *key);
    if (const auto* text = name.get_if<std::string>()) return *text;
  }
  return view.node_id(node);
}

std::string entity_id(const graph::View& view, EntityNumber entity) {
  const graph::NodeNumber node = view.node_of(entity);
  return node == graph::kNoNode ? "" : view.node_id(node);
}

std::string country_text(graph::CountryCode code) {
  return code[0] == 0 ? "" : std::string(code.begin(), code.end());
}

std::string counted(std::int64_t number, const std::string& singular, const std::string& plural) {
  return std::to_string(number) + " " + (number == 1 ? singular : plural);
}

Value rounded(double number) {
  const double value = std::round(number * 1e6) / 1e6;
  return Value(value == 0.0 ? 0.0 : value);  // no negative zero
}

}  // namespace talentflow::query
