// The csv folder: nodes.csv, edges.csv and, with claims, claims.csv in the columns of the claim tables, so
// that it can be ingested again. Fields that would be null are empty.
#include "query/export/attributes.hpp"
#include "query/export/buffered_writer.hpp"
#include "query/export/claim_rows.hpp"
#include "query/export/exports.hpp"

namespace talentflow::query {
namespace {

void append_field(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_line(std::string& out, const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i != 0) out += ',';
    append_field(out, fields[i]);
  }
  out += '\n';
}

/// Fields of the attributes behind `first` fixed ones, each in its column.
std::vector<std::string> in_columns(std::vector<std::string> fixed, const std::vector<Attribute>& attributes,
                                    const AttributeTable& table) {
  const std::size_t first = fixed.size();
  fixed.resize(first + table.entries().size());
  for (const auto& attribute : attributes)
    fixed[first + table.position(attribute.name)] = scalar_text(attribute.value);
  return fixed;
}

std::vector<std::string> header(std::vector<std::string> fixed, const AttributeTable& table) {
  for (const auto& entry : table.entries()) fixed.push_back(entry.name);
  return fixed;
}

}  // namespace

Result<ExportCounts> write_nodes_csv(const ExportInput& input, const ByteWriter& write) {
  const AttributeReader reader(input.view, input.claims);
  const auto table = reader.node_table(input.nodes);
  BufferedWriter out(write);
  append_line(out.text(), header({"id"}, table));
  for (const auto node : input.nodes) {
    TALENTFLOW_TRY(input.budget.tick());
    append_line(out.text(), in_columns({input.view.node_id(node)}, reader.node(node), table));
    TALENTFLOW_TRY(out.item());
  }
  TALENTFLOW_TRY(out.flush());
  return ExportCounts{input.nodes.size(), 0, 0, out.bytes()};
}

Result<ExportCounts> write_edges_csv(const ExportInput& input, const ByteWriter& write) {
  AttributeReader reader(input.view, false);
  AttributeTable table = reader.edge_table(input.edges);
  BufferedWriter out(write);
  append_line(out.text(), header({"id", "from", "to"}, table));
  for (const auto edge : input.edges) {
    TALENTFLOW_TRY(input.budget.tick());
    const auto ends = input.view.edge(edge);
    std::vector<std::string> fixed{input.view.edge_id(edge), input.view.node_id(ends.from),
                                   input.view.node_id(ends.to)};
    append_line(out.text(), in_columns(std::move(fixed), reader.edge(edge), table));
    TALENTFLOW_TRY(out.item());
  }
  TALENTFLOW_TRY(out.flush());
  return ExportCounts{0, input.edges.size(), 0, out.bytes()};
}

Result<ExportCounts> write_claims_csv(const ExportInput& input, const ByteWriter& write) {
  BufferedWriter out(write);
  append_line(out.text(),
              {"id",      "subject", "relation",   "object",      "role",        "start",      "end",
               "place",   "stance",  "target",     "status",      "credibility", "confidence", "source",
               "locator", "note",    "amount_low", "amount_high", "currency",    "recorded"});
  std::uint64_t count = 0;
  TALENTFLOW_TRY(for_each_claim(input, [&](const ClaimText& claim) -> Result<void> {
    if (claim.describes) return {};
    ++count;
    append_line(out.text(),
                {claim.id,     claim.subject,     claim.relation,    claim.object,   claim.role,
                 claim.start,  claim.end,         claim.place,       claim.stance,   claim.target,
                 claim.status, claim.credibility, claim.confidence,  claim.source,   claim.locator,
                 claim.note,   claim.amount_low,  claim.amount_high, claim.currency, claim.recorded});
    return out.item();
  }));
  TALENTFLOW_TRY(out.flush());
  return ExportCounts{0, 0, count, out.bytes()};
}

}  // namespace talentflow::query
