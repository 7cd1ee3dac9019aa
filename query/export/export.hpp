// An export from the choice of nodes and edges to the file.
#pragma once

#include <string>

#include "query/export/export_table.hpp"
#include "query/format/row_stream.hpp"

namespace talentflow::query {

/// Nodes and edges of a graph, ascending.
struct Selection {
  std::vector<graph::NodeNumber> nodes;
  std::vector<graph::EdgeNumber> edges;
};

/// Everything. A source document that nothing is connected to stands behind claims, not in the graph: it is
/// in only `with_sources`.
Selection select_all(const graph::View& view, bool with_sources);
/// All nodes and edges in the rows, inside lists, maps and paths too, with the ends of the edges.
/// Errors: those of the rows; query when there is no node or edge in any row.
Result<Selection> select_rows(RowStream& rows);

/// Writes all parts of the format to `path`, a file or a folder. Errors: io, budget, interrupted; nothing is
/// left half-written then.
Result<ExportCounts> export_to_path(const ExportEntry& entry, const ExportInput& input,
                                    const std::string& path);

}  // namespace talentflow::query
