// A plain graph as JSON lines: nodes first, then edges, in the form that `ingest` reads back. A talent edge
// carries what was derived about it (belief, start, end, ..) among its properties; a property of the data
// with that name wins.
#include <set>

#include "query/export/attributes.hpp"
#include "query/export/buffered_writer.hpp"
#include "query/export/exports.hpp"
#include "query/format/json_text.hpp"

namespace talentflow::query {
namespace {

void append_scalar(std::string& out, const Scalar& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value))
    out += std::to_string(*integer);
  else if (const auto* number = std::get_if<double>(&value))
    append_json_float(out, *number);
  else
    append_json_string(out, std::get<std::string>(value));
}

void append_edge(std::string& out, const graph::View& view, graph::EdgeNumber edge, AttributeReader& reader) {
  const auto evidence_attributes = view.evidence(edge).plain ? std::vector<Attribute>() : reader.edge(edge);
  append_json(out, EdgeReference{edge}, &view);
  std::set<std::string> taken;
  for (const auto& [key, value] : view.edge_properties(edge)) taken.insert(key);
  // The object ends in `}}`: the properties and the edge.
  out.resize(out.size() - 2);
  for (const auto& attribute : evidence_attributes) {
    if (attribute.name == "label" || attribute.name == "weight" || attribute.name.starts_with("data_"))
      continue;
    if (!taken.insert(attribute.name).second) continue;
    if (out.back() != '{') out += ',';
    append_json_string(out, attribute.name);
    out += ':';
    // JSON has booleans, unlike the formats that attributes are made for.
    if (attribute.name == "contested" || attribute.name == "assumed")
      out += std::get<std::string>(attribute.value);
    else
      append_scalar(out, attribute.value);
  }
  out += "}}\n";
}

}  // namespace

Result<ExportCounts> write_graph_jsonl(const ExportInput& input, const ByteWriter& write) {
  AttributeReader reader(input.view, input.claims);
  BufferedWriter out(write);
  for (const auto node : input.nodes) {
    TALENTFLOW_TRY(input.budget.tick());
    append_json(out.text(), NodeReference{node}, &input.view);
    out.text() += '\n';
    TALENTFLOW_TRY(out.item());
  }
  for (const auto edge : input.edges) {
    TALENTFLOW_TRY(input.budget.tick());
    append_edge(out.text(), input.view, edge, reader);
    TALENTFLOW_TRY(out.item());
  }
  TALENTFLOW_TRY(out.flush());
  return ExportCounts{input.nodes.size(), input.edges.size(), reader.claims_read(), out.bytes()};
}

}  // namespace talentflow::query
