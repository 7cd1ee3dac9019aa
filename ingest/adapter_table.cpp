// The table of adapters: one line each. Adding one: its folder, its line here, its line in CMakeLists.txt, a
// golden input and a golden output (ingest/README.md).
#include "ingest/adapter.hpp"
#include "ingest/claim_tables/claim_tables.hpp"
#include "ingest/graph_jsonl/graph_jsonl.hpp"

namespace talentflow::ingest {

const std::vector<AdapterEntry>& adapter_table() {
  static const std::vector<AdapterEntry> table = {
      {"claim-tables",
       kClaimTablesVersion,
       "entities, sources and claims as CSV (the native form)",
       {".csv"},
       sniff_claim_tables,
       order_claim_tables,
       open_claim_tables},
      {"graph-jsonl",
       kGraphJsonlVersion,
       "a plain graph: nodes and edges as JSON lines",
       {".jsonl", ".ndjson"},
       sniff_graph_jsonl,
       order_graph_jsonl,
       open_graph_jsonl},
  };
  return table;
}

}  // namespace talentflow::ingest
