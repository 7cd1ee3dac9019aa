// GEXF 1.3: as GraphML, and with time, which Gephi reads in this format only. An edge lasts from the first
// day it may have begun to the last day it may have ended; a bound that nobody stated is left out, which GEXF
// reads as open.
#include "query/export/attributes.hpp"
#include "query/export/buffered_writer.hpp"
#include "query/export/exports.hpp"
#include "query/export/xml_text.hpp"
#include "schema/day.hpp"

namespace talentflow::query {
namespace {

std::string_view type_name(AttributeType type) {
  switch (type) {
    case AttributeType::integer:
      return "integer";
    case AttributeType::floating:
      return "double";
    case AttributeType::text:
      return "string";
  }
  return "string";
}

void append_declarations(std::string& out, const AttributeTable& table, std::string_view kind) {
  out += "    <attributes class=\"" + std::string(kind) + "\">\n";
  for (std::size_t i = 0; i < table.entries().size(); ++i) {
    out += "      <attribute id=\"" + std::to_string(i) + "\" title=\"";
    append_xml(out, table.entries()[i].name);
    out += "\" type=\"" + std::string(type_name(table.entries()[i].type)) + "\"/>\n";
  }
  out += "    </attributes>\n";
}

void append_values(std::string& out, const std::vector<Attribute>& attributes, const AttributeTable& table) {
  out += "        <attvalues>\n";
  for (const auto& attribute : attributes) {
    out += "          <attvalue for=\"" + std::to_string(table.position(attribute.name)) + "\" value=\"";
    append_xml(out, scalar_text(attribute.value));
    out += "\"/>\n";
  }
  out += "        </attvalues>\n";
}

void append_quoted(std::string& out, std::string_view name, std::string_view text) {
  out += " " + std::string(name) + "=\"";
  append_xml(out, text);
  out += "\"";
}

void append_time(std::string& out, const graph::EdgeEvidence& evidence) {
  if (evidence.start && evidence.start->low > kMinDay)
    append_quoted(out, "start", day_text(evidence.start->low));
  if (evidence.end && evidence.end->high < kMaxDay) append_quoted(out, "end", day_text(evidence.end->high));
}

Result<void> write_edges(const ExportInput& input, AttributeReader& reader, const AttributeTable& table,
                         BufferedWriter& out) {
  for (const auto edge : input.edges) {
    TALENTFLOW_TRY(input.budget.tick());
    const auto ends = input.view.edge(edge);
    const auto& relation = input.view.name(ends.type);
    out.text() += "      <edge";
    append_quoted(out.text(), "id", input.view.edge_id(edge));
    append_quoted(out.text(), "source", input.view.node_id(ends.from));
    append_quoted(out.text(), "target", input.view.node_id(ends.to));
    append_quoted(out.text(), "kind", relation);
    append_quoted(out.text(), "label", relation);
    const auto attributes = reader.edge(edge);
    append_quoted(out.text(), "weight", scalar_text(attributes[1].value));
    append_time(out.text(), input.view.evidence(edge));
    out.text() += ">\n";
    append_values(out.text(), attributes, table);
    out.text() += "      </edge>\n";
    TALENTFLOW_TRY(out.item());
  }
  return {};
}

}  // namespace

Result<ExportCounts> write_gexf(const ExportInput& input, const ByteWriter& write) {
  AttributeReader reader(input.view, input.claims);
  const auto node_table = reader.node_table(input.nodes);
  const auto edge_table = reader.edge_table(input.edges);
  BufferedWriter out(write);
  out.text() +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
      "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" "
      "timerepresentation=\"interval\">\n";
  append_declarations(out.text(), node_table, "node");
  append_declarations(out.text(), edge_table, "edge");
  out.text() += "    <nodes>\n";
  for (const auto node : input.nodes) {
    TALENTFLOW_TRY(input.budget.tick());
    out.text() += "      <node";
    append_quoted(out.text(), "id", input.view.node_id(node));
    append_quoted(out.text(), "label", reader.node_name(node));
    out.text() += ">\n";
    append_values(out.text(), reader.node(node), node_table);
    out.text() += "      </node>\n";
    TALENTFLOW_TRY(out.item());
  }
  out.text() += "    </nodes>\n    <edges>\n";
  TALENTFLOW_TRY(write_edges(input, reader, edge_table, out));
  out.text() += "    </edges>\n  </graph>\n</gexf>\n";
  TALENTFLOW_TRY(out.flush());
  return ExportCounts{input.nodes.size(), input.edges.size(), reader.claims_read(), out.bytes()};
}

}  // namespace talentflow::query
