// The table of adapters: one line each. Adding one: its folder, its line here, its line in CMakeLists.txt, a
// golden input and a golden output (ingest/README.md).
#include "ingest/adapter.hpp"
#include "ingest/claim_tables/claim_tables.hpp"
#include "ingest/graph_jsonl/graph_jsonl.hpp"
#include "ingest/sources/careers/careers_table.hpp"
#include "ingest/sources/flows/observed_flows.hpp"

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
      {"careers-table",
       kCareersTableVersion,
       "positions as CSV: person, organization, title, start, end, url, ..",
       {".csv"},
       sniff_careers_table,
       order_careers_table,
       open_careers_table},
      {"observed-flows",
       kObservedFlowsVersion,
       "published counts of moves as CSV: origin, destination, year, count",
       {".csv"},
       sniff_observed_flows,
       order_observed_flows,
       open_observed_flows},
  };
  return table;
}

}  // namespace talentflow::ingest
