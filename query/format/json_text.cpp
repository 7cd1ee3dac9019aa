#include "query/format/json_text.hpp"

#include <charconv>
#include <cmath>

#include "query/format/scalar_text.hpp"
#include "schema/utf8.hpp"
#include "query/temporal/temporal.hpp"

namespace talentflow::query {
namespace {

void append_hex_escape(std::string& out, char32_t code) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += "\\u00";
  out += kHex[(code >> 4U) & 15U];
  out += kHex[code & 15U];
}

void append_json_character(std::string& out, char32_t code) {
  switch (code) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      break;
  }
  // Escapes DEL and the C1 range too: terminals obey some of them.
  if (is_control(code))
    append_hex_escape(out, code);
  else
    append_utf8(out, code);
}

void append_json_properties(std::string& out, const Properties& properties, const graph::View* view) {
  out += '{';
  bool first = true;
  for (const auto& [key, value] : properties) {
    if (!first) out += ',';
    first = false;
    append_json_string(out, key);
    out += ':';
    append_json(out, from_stored(value), view);
  }
  out += '}';
}

void append_json_node(std::string& out, graph::NodeNumber node, const graph::View& view) {
  out += "{\"id\":";
  append_json_string(out, view.node_id(node));
  out += ",\"labels\":[";
  bool first = true;
  for (const auto label : view.labels(node)) {
    if (!first) out += ',';
    first = false;
    append_json_string(out, view.name(label));
  }
  out += "],\"properties\":";
  append_json_properties(out, view.node_properties(node), &view);
  out += '}';
}

void append_json_edge(std::string& out, graph::EdgeNumber edge, const graph::View& view) {
  const auto ends = view.edge(edge);
  out += "{\"id\":";
  append_json_string(out, view.edge_id(edge));
  out += ",\"type\":";
  append_json_string(out, view.name(ends.type));
  out += ",\"from\":";
  append_json_string(out, view.node_id(ends.from));
  out += ",\"to\":";
  append_json_string(out, view.node_id(ends.to));
  out += ",\"properties\":";
  append_json_properties(out, view.edge_properties(edge), &view);
  out += '}';
}

void append_json_path(std::string& out, const Path& path, const graph::View& view) {
  out += "{\"nodes\":[";
  for (std::size_t i = 0; i < path.nodes.size(); ++i) {
    if (i != 0) out += ',';
    append_json_node(out, path.nodes[i], view);
  }
  out += "],\"edges\":[";
  for (std::size_t i = 0; i < path.edges.size(); ++i) {
    if (i != 0) out += ',';
    append_json_edge(out, path.edges[i], view);
  }
  out += "]}";
}

void append_json_list(std::string& out, const ValueList& list, const graph::View* view) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i != 0) out += ',';
    append_json(out, list[i], view);
  }
  out += ']';
}

template <class Entries>
void append_json_entries(std::string& out, const Entries& entries, const graph::View* view) {
  out += '{';
  bool first = true;
  for (const auto& [key, value] : entries) {
    if (!first) out += ',';
    first = false;
    append_json_string(out, key);
    out += ':';
    append_json(out, value, view);
  }
  out += '}';
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t position = 0; position < text.size();) {
    const auto byte = static_cast<unsigned char>(text[position]);
    if (byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\') {
      out += text[position++];
      continue;
    }
    append_json_character(out, next_code_point(text, position));
  }
  out += '"';
}

void append_json_float(std::string& out, double number) {
  if (std::isnan(number)) {
    out += "{\"float\":\"NaN\"}";
  } else if (std::isinf(number)) {
    out += number > 0 ? "{\"float\":\"Infinity\"}" : "{\"float\":\"-Infinity\"}";
  } else {
    out += number_text(number);
  }
}

void append_json(std::string& out, const Value& value, const graph::View* view) {
  if (value.is_null()) {
    out += "null";
  } else if (const auto* boolean = value.boolean()) {
    out += *boolean ? "true" : "false";
  } else if (const auto* integer = value.integer()) {
    out += std::to_string(*integer);
  } else if (const auto* floating = value.floating()) {
    append_json_float(out, *floating);
  } else if (const auto* string = value.string()) {
    append_json_string(out, *string);
  } else if (const auto* list = value.list()) {
    append_json_list(out, *list, view);
  } else if (const auto* map = value.map()) {
    append_json_entries(out, *map, view);
  } else if (const auto* node = value.node()) {
    append_json_node(out, node->number, *view);
  } else if (const auto* edge = value.edge()) {
    append_json_edge(out, edge->number, *view);
  } else if (const auto* path = value.path()) {
    append_json_path(out, *path, *view);
  } else {
    append_json_string(out, temporal_text(value));
  }
}

void append_json_row(std::string& out, const std::vector<std::string>& columns, const Row& row,
                     const graph::View* view) {
  out += '{';
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i != 0) out += ',';
    append_json_string(out, columns[i]);
    out += ':';
    append_json(out, row[i], view);
  }
  out += '}';
}

std::string meta_json(const MetaEntries& meta, const graph::View* view) {
  std::string out;
  append_json_entries(out, meta, view);
  return out;
}

}  // namespace talentflow::query
