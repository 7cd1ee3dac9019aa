#include <algorithm>

#include "query/language/arithmetic.hpp"
#include "query/language/function_list.hpp"

namespace talentflow::query {

Value properties_of(const Value& object, Place place, Runtime& runtime) {
  Properties stored;
  if (object.map() != nullptr || object.is_null()) return object;
  if (const auto* node = object.node()) {
    stored = runtime.read().node_properties(node->number);
  } else if (const auto* edge = object.edge()) {
    stored = runtime.read().edge_properties(edge->number);
  } else {
    runtime.type_error(place, "InvalidArgumentType", type_name(object) + " has no properties");
    return {};
  }
  ValueMap map;
  for (const auto& [key, value] : stored) map.emplace_back(key, from_stored(value));
  std::sort(map.begin(), map.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return map;
}

namespace functions {
namespace {

const EdgeReference* edge_argument(const Arguments& a) {
  const auto* edge = a[0].edge();
  if (edge == nullptr) a.type_error("needs a relationship, not " + type_name(a[0]));
  return edge;
}

const Path* path_argument(const Arguments& a) {
  const Path* path = a[0].path();
  if (path == nullptr) a.type_error("needs a path, not " + type_name(a[0]));
  return path;
}

}  // namespace

Value labels(const Arguments& a) {
  const auto* node = a[0].node();
  if (node == nullptr) return a.type_error("needs a node, not " + type_name(a[0]));
  ValueList names;
  const graph::View& view = a.runtime.read();
  for (const graph::NameCode code : view.labels(node->number)) names.emplace_back(view.name(code));
  return names;
}

Value type(const Arguments& a) {
  const auto* edge = edge_argument(a);
  if (edge == nullptr) return {};
  const graph::View& view = a.runtime.read();
  return view.name(view.edge(edge->number).type);
}

Value id(const Arguments& a) {
  if (const auto* node = a[0].node()) return a.runtime.read().node_id(node->number);
  const auto* edge = edge_argument(a);
  return edge == nullptr ? Value() : Value(a.runtime.read().edge_id(edge->number));
}

Value properties(const Arguments& a) { return properties_of(a[0], a.place, a.runtime); }

Value start_node(const Arguments& a) {
  const auto* edge = edge_argument(a);
  return edge == nullptr ? Value() : Value(NodeReference{a.runtime.read().edge(edge->number).from});
}

Value end_node(const Arguments& a) {
  const auto* edge = edge_argument(a);
  return edge == nullptr ? Value() : Value(NodeReference{a.runtime.read().edge(edge->number).to});
}

Value length(const Arguments& a) {
  const Path* path = path_argument(a);
  return path == nullptr ? Value() : Value(static_cast<std::int64_t>(path->edges.size()));
}

Value nodes(const Arguments& a) {
  const Path* path = path_argument(a);
  if (path == nullptr) return {};
  ValueList out;
  for (const graph::NodeNumber number : path->nodes) out.emplace_back(NodeReference{number});
  return out;
}

Value relationships(const Arguments& a) {
  const Path* path = path_argument(a);
  if (path == nullptr) return {};
  ValueList out;
  for (const graph::EdgeNumber number : path->edges) out.emplace_back(EdgeReference{number});
  return out;
}

}  // namespace functions
}  // namespace talentflow::query
