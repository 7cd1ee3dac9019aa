#include "query/export/export.hpp"

#include <algorithm>
#include <filesystem>
#include <numeric>

#include "query/export/atomic_file.hpp"

namespace talentflow::query {
namespace {

template <class Number>
void sort_unique(std::vector<Number>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

void collect(const Value& value, Selection& selection) {
  if (const auto* node = value.node()) {
    selection.nodes.push_back(node->number);
  } else if (const auto* edge = value.edge()) {
    selection.edges.push_back(edge->number);
  } else if (const auto* path = value.path()) {
    selection.nodes.insert(selection.nodes.end(), path->nodes.begin(), path->nodes.end());
    selection.edges.insert(selection.edges.end(), path->edges.begin(), path->edges.end());
  } else if (const auto* list = value.list()) {
    for (const auto& item : *list) collect(item, selection);
  } else if (const auto* map = value.map()) {
    for (const auto& [key, item] : *map) collect(item, selection);
  }
}

/// A document: labelled as one, described as one, and at no end of an edge.
bool is_unconnected_source(const graph::View& view, graph::NodeNumber node,
                           std::optional<graph::NameCode> source, const std::vector<graph::NameCode>& keys) {
  if (!source || !view.has_label(node, *source)) return false;
  if (!view.outgoing(node).empty() || !view.incoming(node).empty()) return false;
  return std::any_of(keys.begin(), keys.end(),
                     [&](auto key) { return !view.node_property(node, key).is_null(); });
}

}  // namespace

Selection select_all(const graph::View& view, bool with_sources) {
  Selection selection;
  selection.edges.resize(view.edge_count());
  std::iota(selection.edges.begin(), selection.edges.end(), graph::EdgeNumber{0});
  const auto source = view.find_name("Source");
  std::vector<graph::NameCode> keys;
  for (const auto* name : {"publisher", "url", "source_class"})
    if (const auto key = view.find_name(name)) keys.push_back(*key);
  for (graph::NodeNumber node = 0; node < view.node_count(); ++node)
    if (with_sources || !is_unconnected_source(view, node, source, keys)) selection.nodes.push_back(node);
  return selection;
}

Result<Selection> select_rows(RowStream& rows) {
  Selection selection;
  Row row;
  for (;;) {
    auto more = rows.next(row);
    if (!more.ok()) return more.error();
    if (!*more) break;
    for (const auto& value : row) collect(value, selection);
    // Keeps the lists bounded by the graph, not by the rows.
    if (selection.nodes.size() > 2'000'000) sort_unique(selection.nodes);
    if (selection.edges.size() > 2'000'000) sort_unique(selection.edges);
  }
  sort_unique(selection.edges);
  for (const auto edge : selection.edges) {
    const auto ends = rows.view()->edge(edge);
    selection.nodes.push_back(ends.from);
    selection.nodes.push_back(ends.to);
  }
  sort_unique(selection.nodes);
  if (selection.nodes.empty())
    return make_error(
        ErrorCode::usage, "",
        "the query's rows hold no node, edge or path to export; return some, as in MATCH (a)-[e]->(b) "
        "RETURN a, e, b");
  return selection;
}

Result<ExportCounts> export_to_path(const ExportEntry& entry, const ExportInput& input,
                                    const std::string& path) {
  if (entry.folder()) {
    std::error_code problem;
    std::filesystem::create_directories(path, problem);
    if (problem) return make_error(ErrorCode::io, path, "cannot be made a folder: " + problem.message());
  }
  ExportCounts total;
  std::vector<AtomicFile> files;
  for (const auto& part : entry.parts) {
    if (part.only_with_claims && !input.claims) continue;
    auto file = AtomicFile::create(entry.folder() ? path + "/" + std::string(part.file) : path);
    if (!file.ok()) return file.error();
    files.push_back(file.take());
    auto counts = part.write(input, [&](std::string_view bytes) { return files.back().write(bytes); });
    if (!counts.ok()) return counts.error();
    total.nodes += counts->nodes;
    total.edges += counts->edges;
    total.claims += counts->claims;
    total.bytes += counts->bytes;
  }
  for (auto& file : files) TALENTFLOW_TRY(file.commit());
  return total;
}

}  // namespace talentflow::query
