#include "query/format/display_text.hpp"

#include <cctype>

#include "query/format/json_text.hpp"
#include "query/format/scalar_text.hpp"
#include "query/temporal/temporal.hpp"

namespace talentflow::query {
namespace {

void append_nested(std::string& out, const Value& value, const graph::View* view);

/// A key or label as the language writes it: back-quoted unless it is a plain identifier.
void append_identifier(std::string& out, const std::string& name) {
  bool plain = !name.empty() && std::isdigit(static_cast<unsigned char>(name[0])) == 0;
  for (const char c : name)
    plain = plain && (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0);
  out += plain ? name : "`" + name + "`";
}

template <class Entries>
void append_braces(std::string& out, const Entries& entries, const graph::View* view) {
  out += '{';
  bool first = true;
  for (const auto& [key, value] : entries) {
    if (!first) out += ", ";
    first = false;
    append_identifier(out, key);
    out += ": ";
    if constexpr (std::is_same_v<Entries, Properties>)
      append_nested(out, from_stored(value), view);
    else
      append_nested(out, value, view);
  }
  out += '}';
}

void append_node(std::string& out, graph::NodeNumber node, const graph::View& view) {
  out += '(';
  for (const auto label : view.labels(node)) {
    out += ':';
    append_identifier(out, view.name(label));
  }
  const auto properties = view.node_properties(node);
  if (!properties.empty()) {
    if (out.back() != '(') out += ' ';
    append_braces(out, properties, &view);
  }
  out += ')';
}

void append_edge(std::string& out, graph::EdgeNumber edge, const graph::View& view) {
  out += "[:";
  append_identifier(out, view.name(view.edge(edge).type));
  const auto properties = view.edge_properties(edge);
  if (!properties.empty()) {
    out += ' ';
    append_braces(out, properties, &view);
  }
  out += ']';
}

void append_path(std::string& out, const Path& path, const graph::View& view) {
  append_node(out, path.nodes[0], view);
  for (std::size_t i = 0; i < path.edges.size(); ++i) {
    const bool forward = view.edge(path.edges[i]).from == path.nodes[i];
    out += forward ? "-" : "<-";
    append_edge(out, path.edges[i], view);
    out += forward ? "->" : "-";
    append_node(out, path.nodes[i + 1], view);
  }
}

void append_list(std::string& out, const ValueList& list, const graph::View* view) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i != 0) out += ", ";
    append_nested(out, list[i], view);
  }
  out += ']';
}

void append_display(std::string& out, const Value& value, const graph::View* view) {
  if (const auto* boolean = value.boolean()) {
    out += *boolean ? "true" : "false";
  } else if (const auto* integer = value.integer()) {
    out += std::to_string(*integer);
  } else if (const auto* floating = value.floating()) {
    out += number_text(*floating);
  } else if (const auto* string = value.string()) {
    out += *string;
  } else if (const auto* list = value.list()) {
    append_list(out, *list, view);
  } else if (const auto* map = value.map()) {
    append_braces(out, *map, view);
  } else if (const auto* node = value.node()) {
    append_node(out, node->number, *view);
  } else if (const auto* edge = value.edge()) {
    append_edge(out, edge->number, *view);
  } else if (const auto* path = value.path()) {
    append_path(out, *path, *view);
  } else if (!value.is_null()) {
    out += temporal_text(value);
  }
}

void append_nested(std::string& out, const Value& value, const graph::View* view) {
  if (value.is_null())
    out += "null";
  else if (const auto* string = value.string())
    append_json_string(out, *string);
  else
    append_display(out, value, view);
}

}  // namespace

std::string display_text(const Value& value, const graph::View* view) {
  std::string out;
  append_display(out, value, view);
  return out;
}

std::string data_text(const Value& value, const graph::View* view) {
  std::string out;
  if (value.list() != nullptr || value.map() != nullptr || value.node() != nullptr ||
      value.edge() != nullptr || value.path() != nullptr)
    append_json(out, value, view);
  else
    append_display(out, value, view);
  return out;
}

}  // namespace talentflow::query
