#include "tests/unit/language/json.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

#include <simdjson.h>

#include "query/language/core.hpp"
#include "query/temporal/temporal.hpp"

namespace talentflow::query::test {
namespace {

using Element = simdjson::dom::element;

talentflow::Value stored(const Element& json) {
  if (json.is_bool()) return bool(json.get_bool());
  if (json.is_int64()) return std::int64_t(json.get_int64());
  if (json.is_double()) return double(json.get_double());
  if (json.is_string()) return std::string(std::string_view(json.get_string()));
  if (json.is_array()) {
    talentflow::List list;
    for (const Element item : json.get_array()) list.push_back(stored(item));
    return list;
  }
  if (!json.is_object()) return {};
  talentflow::Map map;
  for (const auto field : json.get_object()) map.emplace_back(std::string(field.key), stored(field.value));
  return map;
}

std::string text(const Element& json, const char* key) {
  return std::string(std::string_view(json[key].get_string()));
}

Properties properties(const Element& json) {
  Element found;
  if (json["properties"].get(found) != simdjson::SUCCESS) return {};
  return *stored(found).get_if<talentflow::Map>();
}

Value special_floats(const Value& value) {
  if (const auto* list = value.list()) {
    ValueList out;
    for (const Value& item : *list) out.push_back(special_floats(item));
    return out;
  }
  const auto* map = value.map();
  if (map == nullptr) return value;
  if (map->size() == 1 && map->front().first == "float") {
    const std::string name = *map->front().second.string();
    if (name == "nan" || name == "NaN") return std::nan("");
    return name.front() == '-' ? -std::numeric_limits<double>::infinity()
                               : std::numeric_limits<double>::infinity();
  }
  ValueMap out;
  for (const auto& [key, item] : *map) out.emplace_back(key, special_floats(item));
  return out;
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) < 0x20)
      out += "\\u00" + std::string(c < 0x10 ? "0" : "1") + "0123456789abcdef"[c % 16];
    else
      out += c;
  }
  return out + "\"";
}

std::string number(double value) {
  if (std::isnan(value)) return R"({"float": "NaN"})";
  if (std::isinf(value)) return value > 0 ? R"({"float": "Infinity"})" : R"({"float": "-Infinity"})";
  char buffer[64];
  std::string out(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
  return out.find_first_of(".e") == std::string::npos ? out + ".0" : out;
}

std::string map_text(ValueMap map, const graph::View& view) {
  std::string out = "{";
  for (const auto& [key, value] : map)
    out += (out.size() > 1 ? ", " : "") + json_string(key) + ": " + print_value(value, view);
  return out + "}";
}

ValueMap map_of(const Properties& stored_properties) {
  return *from_stored(talentflow::Value(stored_properties)).map();
}

std::string node_text(graph::NodeNumber node, const graph::View& view) {
  std::string labels;
  for (const auto code : view.labels(node))
    labels += (labels.empty() ? "" : ", ") + json_string(view.name(code));
  return "{\"id\": " + json_string(view.node_id(node)) + ", \"labels\": [" + labels +
         "], \"properties\": " + map_text(map_of(view.node_properties(node)), view) + "}";
}

std::string edge_text(graph::EdgeNumber edge, const graph::View& view) {
  const graph::EdgeEnds ends = view.edge(edge);
  return "{\"id\": " + json_string(view.edge_id(edge)) + ", \"type\": " + json_string(view.name(ends.type)) +
         ", \"from\": " + json_string(view.node_id(ends.from)) +
         ", \"to\": " + json_string(view.node_id(ends.to)) +
         ", \"properties\": " + map_text(map_of(view.edge_properties(edge)), view) + "}";
}

std::string path_text(const Path& path, const graph::View& view) {
  std::string nodes, edges;
  for (const auto node : path.nodes) nodes += (nodes.empty() ? "" : ", ") + node_text(node, view);
  for (const auto edge : path.edges) edges += (edges.empty() ? "" : ", ") + edge_text(edge, view);
  return "{\"nodes\": [" + nodes + "], \"edges\": [" + edges + "]}";
}

}  // namespace

std::shared_ptr<PlainView> read_graph(std::string_view json_lines) {
  auto view = std::make_shared<PlainView>();
  std::map<std::string, graph::NodeNumber> nodes;
  simdjson::dom::parser parser;
  for (std::size_t begin = 0; begin < json_lines.size();) {
    const std::size_t end = std::min(json_lines.find('\n', begin), json_lines.size());
    const std::string line(json_lines.substr(begin, end - begin));
    begin = end + 1;
    if (line.find('{') == std::string::npos) continue;
    const Element json = parser.parse(line);
    Element labels;
    if (json["labels"].get(labels) == simdjson::SUCCESS) {
      std::vector<std::string> names;
      for (const Element label : labels.get_array()) names.emplace_back(std::string_view(label.get_string()));
      nodes[text(json, "id")] = view->add_node(text(json, "id"), names, properties(json));
    } else {
      view->add_edge(text(json, "id"), text(json, "type"), nodes.at(text(json, "from")),
                     nodes.at(text(json, "to")), properties(json));
    }
  }
  view->finish();
  return view;
}

Value read_value(std::string_view json) {
  simdjson::dom::parser parser;
  const Element element = parser.parse(std::string(json));
  return special_floats(from_stored(stored(element)));
}

std::string print_value(const Value& value, const graph::View& view) {
  if (const auto* truth = value.boolean()) return *truth ? "true" : "false";
  if (const auto* integer = value.integer()) return std::to_string(*integer);
  if (const auto* floating = value.floating()) return number(*floating);
  if (const auto* string = value.string()) return json_string(*string);
  if (const auto* map = value.map()) return map_text(*map, view);
  if (const auto* node = value.node()) return node_text(node->number, view);
  if (const auto* edge = value.edge()) return edge_text(edge->number, view);
  if (const auto* path = value.path()) return path_text(*path, view);
  if (is_temporal(value)) return json_string(temporal_text(value));
  if (value.list() == nullptr) return "null";
  std::string out;
  for (const Value& item : *value.list()) out += (out.empty() ? "" : ", ") + print_value(item, view);
  return "[" + out + "]";
}

std::string print_row(const Cursor& cursor, const Row& row) {
  std::string out;
  for (std::size_t i = 0; i < row.size(); ++i)
    out += (i > 0 ? ", " : "") + json_string(cursor.columns()[i]) + ": " + print_value(row[i], cursor.view());
  return "{" + out + "}";
}

std::string rows_of(const std::shared_ptr<PlainView>& view, const std::string& query, ValueMap parameters) {
  graph::Budget budget({std::chrono::milliseconds(20'000), 256ULL << 20, 10'000'000}, nullptr);
  Execution execution;
  execution.views = [&](const graph::Reading&) { return Result<std::shared_ptr<const graph::View>>(view); };
  execution.parameters = std::move(parameters);
  execution.budget = &budget;
  auto cursor = execute_core(query, execution);
  if (!cursor.ok()) return cursor.error().text();
  std::string out;
  for (Row row;;) {
    const auto found = (*cursor)->next(row);
    if (!found.ok()) return out + found.error().text();
    if (!*found) return out;
    std::string line;
    for (const Value& value : row) line += (line.empty() ? "" : ", ") + print_value(value, *view);
    out += "[" + line + "]\n";
  }
}

}  // namespace talentflow::query::test
