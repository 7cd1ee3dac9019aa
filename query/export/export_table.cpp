#include "query/export/export_table.hpp"

#include "query/export/exports.hpp"

namespace talentflow::query {

const std::vector<ExportEntry>& export_table() {
  static const std::vector<ExportEntry> table{
      {"graphml",
       ".graphml",
       "GraphML in the profile that Gephi, networkx, igraph and others all read",
       {{"", write_graphml}}},
      {"gexf", ".gexf", "GEXF 1.3, edges with their time: for Gephi's timeline", {{"", write_gexf}}},
      {"csv",
       "",
       "a folder with nodes.csv and edges.csv; with --claims also claims.csv",
       {{"nodes.csv", write_nodes_csv},
        {"edges.csv", write_edges_csv},
        {"claims.csv", write_claims_csv, true}}},
      {"jsonl", ".jsonl", "a plain graph as JSON lines, which ingest reads back", {{"", write_graph_jsonl}}},
      {"capnp",
       ".capnp",
       "every claim as an ExportedClaim message (schema/records.capnp), packed stream",
       {{"", write_capnp}}},
  };
  return table;
}

Result<const ExportEntry*> find_export(std::string_view name) {
  std::string names;
  for (const auto& entry : export_table()) {
    if (entry.name == name) return &entry;
    names += (names.empty() ? "" : ", ") + std::string(entry.name);
  }
  return make_error(ErrorCode::usage, "",
                    "there is no export format '" + std::string(name) + "'; formats: " + names);
}

}  // namespace talentflow::query
