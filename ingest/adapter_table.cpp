// The table of adapters: one line each. Adding one: its folder, its line here, its line in CMakeLists.txt, a
// golden input and a golden output (ingest/README.md).
#include "ingest/adapter.hpp"
#include "ingest/brief/signal_brief.hpp"
#include "ingest/claim_tables/claim_tables.hpp"
#include "ingest/comparison/narrative_comparison.hpp"
#include "ingest/graph_jsonl/graph_jsonl.hpp"
#include "ingest/sources/careers/careers_table.hpp"
#include "ingest/sources/flows/observed_flows.hpp"
#include "ingest/sources/openalex/openalex.hpp"
#include "ingest/sources/orcid/orcid.hpp"
#include "ingest/sources/ror/ror.hpp"
#include "ingest/sources/wikidata/wikidata.hpp"

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
      {"orcid-json",
       kOrcidVersion,
       "ORCID records as JSON, v3.0 and v2",
       {".json"},
       sniff_orcid_json,
       order_orcid,
       open_orcid_json},
      {"orcid-xml",
       kOrcidVersion,
       "ORCID records as XML, v3.0 (the yearly public data file)",
       {".xml"},
       sniff_orcid_xml,
       order_orcid,
       open_orcid_xml},
      {"ror", kRorVersion, "ROR organisations, schema v2 and v1", {".json"}, sniff_ror, order_ror, open_ror},
      {"openalex",
       kOpenAlexVersion,
       "OpenAlex authors, institutions and works: snapshot lines, objects, pages",
       {".json", ".jsonl", ".gz"},
       sniff_openalex,
       order_openalex,
       open_openalex},
      {"openalex-merged",
       kOpenAlexVersion,
       "merged ids of an OpenAlex snapshot as CSV",
       {".csv", ".csv.gz"},
       sniff_openalex_merged,
       order_openalex_merged,
       open_openalex_merged},
      {"signal-brief",
       kSignalBriefVersion,
       "a market signal brief: plain text of the page",
       {".txt"},
       sniff_signal_brief,
       order_signal_brief,
       open_signal_brief,
       true},
      {"narrative-comparison",
       kNarrativeComparisonVersion,
       "a comparison of narratives: plain text of the page",
       {".txt"},
       sniff_narrative_comparison,
       order_narrative_comparison,
       open_narrative_comparison,
       true},
      {"wikidata",
       kWikidataVersion,
       "Wikidata entities: lines of a dump, answers of the interface",
       {".json"},
       sniff_wikidata,
       order_wikidata,
       open_wikidata},
  };
  return table;
}

}  // namespace talentflow::ingest
