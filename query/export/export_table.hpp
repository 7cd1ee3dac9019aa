// The export formats, in one table. To add one: its writer in a file of its own, a line in export_table.cpp,
// a build line, a golden folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/budget.hpp"
#include "graph/store/store.hpp"
#include "graph/view.hpp"
#include "query/format/format_table.hpp"

namespace talentflow::query {

/// What is written: nodes and edges of one View. Every end of an edge is among the nodes.
struct ExportInput {
  const graph::View& view;
  const graph::Store& store;
  graph::Budget& budget;
  std::vector<graph::NodeNumber> nodes;  ///< ascending
  std::vector<graph::EdgeNumber> edges;  ///< ascending
  bool whole = true;                     ///< not restricted by a query
  bool claims = false;                   ///< with the claims behind edges, and their sources
};

struct ExportCounts {
  std::uint64_t nodes = 0, edges = 0, claims = 0, bytes = 0;
};

/// Writes one file. Streams: holds a bounded amount whatever the graph's size.
using ExportWriter = Result<ExportCounts> (*)(const ExportInput& input, const ByteWriter& write);

struct ExportPart {
  std::string_view file;  ///< name inside the folder; empty when the format is a single file
  ExportWriter write;
  bool only_with_claims = false;
};

struct ExportEntry {
  std::string_view name;
  std::string_view suffix;   ///< ".graphml"
  std::string_view summary;  ///< one line for --help
  std::vector<ExportPart> parts;

  bool folder() const { return !parts.front().file.empty(); }
};

const std::vector<ExportEntry>& export_table();
/// Errors: usage, with the names that exist.
Result<const ExportEntry*> find_export(std::string_view name);

}  // namespace talentflow::query
