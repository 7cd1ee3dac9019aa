// The writers of export_table.cpp.
#pragma once

#include "query/export/export_table.hpp"

namespace talentflow::query {

Result<ExportCounts> write_graphml(const ExportInput& input, const ByteWriter& write);
Result<ExportCounts> write_gexf(const ExportInput& input, const ByteWriter& write);
Result<ExportCounts> write_nodes_csv(const ExportInput& input, const ByteWriter& write);
Result<ExportCounts> write_edges_csv(const ExportInput& input, const ByteWriter& write);
Result<ExportCounts> write_claims_csv(const ExportInput& input, const ByteWriter& write);
Result<ExportCounts> write_graph_jsonl(const ExportInput& input, const ByteWriter& write);
Result<ExportCounts> write_capnp(const ExportInput& input, const ByteWriter& write);

}  // namespace talentflow::query
