// A node line becomes an EntityRecord, an edge line a ClaimRecord with its edge id: in a plain graph every
// edge id is a fact of its own, and its properties stay properties, whatever they are called. Ids may be
// strings or numbers (1 and "1" are the same id). simdjson is known to this file alone.
#include "ingest/graph_jsonl/graph_jsonl.hpp"

#include <limits>

#include <simdjson.h>

#include "ingest/bytes/line_reader.hpp"
#include "ingest/sources/common/reading.hpp"

namespace talentflow::ingest {
namespace {

namespace json = simdjson::ondemand;

constexpr std::size_t kLongestLine = 16 << 20;
/// Lists and maps may nest this deep; deeper lines are rejected (each level costs stack).
constexpr int kDeepest = 128;

/// Why a line cannot be taken: thrown by nothing, returned by everything here. Empty means fine.
using Problem = std::string;

Problem problem_of(simdjson::error_code code) { return simdjson::error_message(code); }

/// {"float":"NaN"} and the two infinities, which JSON cannot write as numbers.
std::optional<Value> special_float(const Map& map) {
  if (map.size() != 1 || map[0].first != "float") return std::nullopt;
  const auto* const text = map[0].second.get_if<std::string>();
  if (text == nullptr) return std::nullopt;
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (*text == "NaN") return Value(std::numeric_limits<double>::quiet_NaN());
  if (*text == "Infinity") return Value(kInfinity);
  if (*text == "-Infinity") return Value(-kInfinity);
  return std::nullopt;
}

template <class Json>
Problem read_value(Json&& from, Value& out, int depth);

Problem read_list(json::array array, Value& out, int depth) {
  List list;
  for (auto element : array) {
    json::value value;
    if (const auto code = element.get(value)) return problem_of(code);
    Value item;
    if (auto problem = read_value(value, item, depth + 1); !problem.empty()) return problem;
    list.push_back(std::move(item));
  }
  out = Value(std::move(list));
  return {};
}

Problem read_map(json::object object, Map& out, int depth) {
  for (auto entry : object) {
    json::field field;
    if (const auto code = std::move(entry).get(field)) return problem_of(code);
    std::string_view key;
    if (const auto code = field.unescaped_key().get(key)) return problem_of(code);
    const std::string name(key);
    if (find_property(out, name) != nullptr) return "the key \"" + name + "\" stands twice";
    Value value;
    if (auto problem = read_value(field.value(), value, depth + 1); !problem.empty()) return problem;
    out.emplace_back(name, std::move(value));
  }
  return {};
}

Problem read_number(json::number number, Value& out) {
  switch (number.get_number_type()) {
    case json::number_type::floating_point_number:
      out = Value(number.get_double());
      return {};
    case json::number_type::signed_integer:
      out = Value(number.get_int64());
      return {};
    default:
      return "an integer beyond 64 bits; write it as a string";
  }
}

template <class Json>
Problem read_value(Json&& from, Value& out, int depth) {
  if (depth > kDeepest) return "nested deeper than " + std::to_string(kDeepest) + " levels";
  json::json_type type{};
  if (const auto code = from.type().get(type)) return problem_of(code);
  switch (type) {
    case json::json_type::null: {
      bool is_null = false;
      if (const auto code = from.is_null().get(is_null)) return problem_of(code);
      out = Value();
      return is_null ? Problem() : Problem("not a JSON value");
    }
    case json::json_type::boolean: {
      bool value = false;
      if (const auto code = from.get_bool().get(value)) return problem_of(code);
      out = Value(value);
      return {};
    }
    case json::json_type::number: {
      json::number number;
      const auto code = from.get_number().get(number);
      if (code == simdjson::NUMBER_ERROR)
        return "a number that is malformed or an integer beyond 64 bits; write it as a string";
      if (code) return problem_of(code);
      return read_number(number, out);
    }
    case json::json_type::string: {
      std::string_view text;
      if (const auto code = from.get_string().get(text)) return problem_of(code);
      out = Value(std::string(text));
      return {};
    }
    case json::json_type::array: {
      json::array array;
      if (const auto code = from.get_array().get(array)) return problem_of(code);
      return read_list(array, out, depth);
    }
    case json::json_type::object: {
      json::object object;
      if (const auto code = from.get_object().get(object)) return problem_of(code);
      Map map;
      if (auto problem = read_map(object, map, depth); !problem.empty()) return problem;
      if (auto special = special_float(map))
        out = std::move(*special);
      else
        out = Value(std::move(map));
      return {};
    }
  }
  return "not a JSON value";
}

/// An id written as a string or a number.
std::string id_text(const Value* value) {
  if (value == nullptr) return {};
  if (const auto* text = value->get_if<std::string>()) return *text;
  if (const auto* integer = value->get_if<std::int64_t>()) return std::to_string(*integer);
  return {};
}

Problem take_node(Map& line, EntityRecord& node) {
  node.entity.id = id_text(find_property(line, "id"));
  if (node.entity.id.empty()) return "the node has no \"id\" that is a string or a whole number";
  if (const Value* labels = find_property(line, "labels")) {
    const auto* const list = labels->get_if<List>();
    if (list == nullptr) return "\"labels\" is not a list of strings";
    for (const Value& item : *list) {
      const auto* const label = item.get_if<std::string>();
      if (label == nullptr) return "\"labels\" is not a list of strings";
      node.labels.push_back(*label);
    }
  }
  // No kind: a plain graph's labels mean what the graph says, and stay as they are.
  return {};
}

Problem take_edge(Map& line, ClaimRecord& edge) {
  edge.edge_id = id_text(find_property(line, "id"));
  if (edge.edge_id.empty()) return "the edge has no \"id\" that is a string or a whole number";
  edge.subject.id = id_text(find_property(line, "from"));
  edge.object.id = id_text(find_property(line, "to"));
  if (edge.subject.id.empty() || edge.object.id.empty())
    return "the edge needs \"from\" and \"to\", the ids of its nodes";
  const Value* const type = find_property(line, "type");
  const auto* const name = type != nullptr ? type->get_if<std::string>() : nullptr;
  if (name == nullptr || name->empty()) return "the edge has no \"type\"";
  edge.relation = *name;
  return {};
}

Problem take_properties(Map& line, Properties& out) {
  for (auto& [key, value] : line) {
    if (key != "properties" || value.is_null()) continue;
    const auto* const map = value.get_if<Map>();
    if (map == nullptr) return "\"properties\" is not an object";
    out = *map;
  }
  return {};
}

class GraphJsonl final : public Adapter {
 public:
  explicit GraphJsonl(AdapterInput input)
      : input_(std::move(input)),
        longest_(input_.options.item_limit(kLongestLine)),
        lines_(input_.bytes, longest_) {}

  Result<bool> next(Record& record) override {
    LineReader::Line line;
    for (;;) {
      auto more = lines_.next(line);
      if (!more) return more.error();
      if (!*more) return false;
      if (line.text.find_first_not_of(" \t") == std::string_view::npos) continue;
      Problem problem;
      if (line.cut)
        problem = "the line is longer than " + size_text(longest_);
      else
        problem = take(line.text, record);
      record.line = line.number;
      record.raw.assign(line.text.substr(0, 64 << 10));
      if (problem.empty()) return true;
      input_.reject({line.number, std::move(problem), record.raw});
    }
  }

 private:
  Problem take(std::string_view text, Record& record) {
    padded_.assign(text);
    padded_.append(simdjson::SIMDJSON_PADDING, ' ');
    json::document document;
    if (const auto code = parser_.iterate(padded_.data(), text.size(), padded_.size()).get(document))
      return "not JSON: " + problem_of(code);
    json::object object;
    if (document.get_object().get(object)) return "the line is not one whole JSON object";
    Map line;
    if (auto problem = read_map(object, line, 0); !problem.empty()) return "not JSON: " + problem;
    const char* rest = nullptr;
    if (document.current_location().get(rest) == simdjson::SUCCESS)
      return "not JSON: more text behind the object";
    if (find_property(line, "from") != nullptr || find_property(line, "to") != nullptr ||
        find_property(line, "type") != nullptr) {
      auto& edge = record.content.emplace<ClaimRecord>();
      if (auto problem = take_edge(line, edge); !problem.empty()) return problem;
      return take_properties(line, edge.properties);
    }
    auto& node = record.content.emplace<EntityRecord>();
    if (auto problem = take_node(line, node); !problem.empty()) return problem;
    return take_properties(line, node.properties);
  }

  AdapterInput input_;
  std::size_t longest_;
  LineReader lines_;
  json::parser parser_;
  std::string padded_;
};

bool has_key(std::string_view line, std::string_view key) {
  return line.find("\"" + std::string(key) + "\"") != std::string_view::npos;
}

}  // namespace

int sniff_graph_jsonl(std::string_view name, std::string_view head) {
  if (head.empty()) return name.ends_with(".jsonl") || name.ends_with(".ndjson") ? 90 : 0;  // the empty graph
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const auto begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || head[begin] != '{') return 0;
  const auto line = head.substr(begin, head.substr(begin).find('\n'));
  if (!has_key(line, "id")) return 0;
  const bool edge = has_key(line, "type") && has_key(line, "from") && has_key(line, "to");
  return edge || has_key(line, "labels") ? 90 : 0;
}

int order_graph_jsonl(std::string_view, std::string_view) { return 0; }

Result<std::unique_ptr<Adapter>> open_graph_jsonl(AdapterInput input) {
  return std::unique_ptr<Adapter>(std::make_unique<GraphJsonl>(std::move(input)));
}

}  // namespace talentflow::ingest
