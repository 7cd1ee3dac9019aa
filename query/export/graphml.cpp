// GraphML in one portable profile.
//
// GraphML's readers disagree: some abort on a boolean or a 64-bit integer, some ignore defaults, some take
// the key ids d3 and d7 for labels, some stop at a dangling edge or an empty number. This profile is what all
// that were tried (networkx, igraph, graph-tool, Boost, graphology, Cytoscape.js) read the same:
//   - the default namespace, no DTD, one directed graph, all nodes before all edges;
//   - every key declared, for node or for edge, with type string, int or double; ids n_<name> and e_<name>;
//   - no null, no NaN, no empty number: what is unknown is left out (attributes.hpp has the rules of types);
//   - ids of nodes unique, characters that XML cannot hold replaced.
#include <unordered_set>

#include "query/export/attributes.hpp"
#include "query/export/buffered_writer.hpp"
#include "query/export/exports.hpp"
#include "query/export/xml_text.hpp"

namespace talentflow::query {
namespace {

std::string_view type_name(AttributeType type) {
  switch (type) {
    case AttributeType::integer:
      return "int";
    case AttributeType::floating:
      return "double";
    case AttributeType::text:
      return "string";
  }
  return "string";
}

/// Ids of keys: the attribute's name where it is made of letters that every reader takes, else with a number.
std::vector<std::string> key_ids(const AttributeTable& table, char prefix) {
  std::vector<std::string> ids;
  std::unordered_set<std::string> used;
  for (const auto& entry : table.entries()) {
    std::string id{prefix, '_'};
    for (const char c : entry.name)
      id += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ? c : '_';
    for (std::size_t number = 2; !used.insert(id).second; ++number) id += "_" + std::to_string(number);
    ids.push_back(std::move(id));
  }
  return ids;
}

void append_keys(std::string& out, const AttributeTable& table, const std::vector<std::string>& ids,
                 std::string_view kind) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    out += "  <key id=\"" + ids[i] + "\" for=\"" + std::string(kind) + "\" attr.name=\"";
    append_xml(out, table.entries()[i].name);
    out += "\" attr.type=\"" + std::string(type_name(table.entries()[i].type)) + "\"/>\n";
  }
}

void append_data(std::string& out, const std::vector<Attribute>& attributes, const AttributeTable& table,
                 const std::vector<std::string>& ids) {
  for (const auto& attribute : attributes) {
    const std::string text = scalar_text(attribute.value);
    out += "      <data key=\"" + ids[table.position(attribute.name)] + "\">";
    append_xml(out, text);
    out += "</data>\n";
  }
}

/// The id as an attribute value. One that had to be changed gets its number, so that ids stay distinct.
void append_id(std::string& out, const std::string& id, std::uint64_t number) {
  append_xml(out, id);
  if (!xml_can_hold(id)) out += "~" + std::to_string(number);
}

}  // namespace

Result<ExportCounts> write_graphml(const ExportInput& input, const ByteWriter& write) {
  const auto& view = input.view;
  AttributeReader reader(view, input.claims);
  const auto node_table = reader.node_table(input.nodes);
  const auto edge_table = reader.edge_table(input.edges);
  const auto node_keys = key_ids(node_table, 'n');
  const auto edge_keys = key_ids(edge_table, 'e');

  BufferedWriter out(write);
  out.text() +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
      "xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  append_keys(out.text(), node_table, node_keys, "node");
  append_keys(out.text(), edge_table, edge_keys, "edge");
  out.text() += "  <graph id=\"talentflow\" edgedefault=\"directed\">\n";
  for (const auto node : input.nodes) {
    TALENTFLOW_TRY(input.budget.tick());
    out.text() += "    <node id=\"";
    append_id(out.text(), view.node_id(node), node);
    out.text() += "\">\n";
    append_data(out.text(), reader.node(node), node_table, node_keys);
    out.text() += "    </node>\n";
    TALENTFLOW_TRY(out.item());
  }
  for (const auto edge : input.edges) {
    TALENTFLOW_TRY(input.budget.tick());
    const auto ends = view.edge(edge);
    out.text() += "    <edge id=\"";
    append_id(out.text(), view.edge_id(edge), edge);
    out.text() += "\" source=\"";
    append_id(out.text(), view.node_id(ends.from), ends.from);
    out.text() += "\" target=\"";
    append_id(out.text(), view.node_id(ends.to), ends.to);
    out.text() += "\">\n";
    append_data(out.text(), reader.edge(edge), edge_table, edge_keys);
    out.text() += "    </edge>\n";
    TALENTFLOW_TRY(out.item());
  }
  out.text() += "  </graph>\n</graphml>\n";
  TALENTFLOW_TRY(out.flush());
  return ExportCounts{input.nodes.size(), input.edges.size(), reader.claims_read(), out.bytes()};
}

}  // namespace talentflow::query
