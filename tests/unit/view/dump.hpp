// A graph as text, to compare two of them: nothing in it depends on how a store numbers things.
#pragma once

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "graph/view.hpp"

namespace talentflow::graph {

inline std::string dump(const Value& value) {
  if (const auto* text = value.get_if<std::string>()) return *text;
  if (const auto* number = value.get_if<std::int64_t>()) return std::to_string(*number);
  if (const auto* list = value.get_if<List>()) {
    std::string out = "[";
    for (const Value& item : *list) out += dump(item) + ",";
    return out + "]";
  }
  return "kind " + std::to_string(value.data().index());
}

inline std::string dump(const Properties& properties) {
  std::vector<std::string> parts;
  for (const auto& [key, value] : properties) parts.push_back(key + "=" + dump(value));
  std::sort(parts.begin(), parts.end());
  std::string out;
  for (const std::string& part : parts) out += part + " ";
  return out;
}

inline std::string dump_edge(const View& view, EdgeNumber edge) {
  const EdgeEnds ends = view.edge(edge);
  const EdgeEvidence evidence = view.evidence(edge);
  char numbers[120];
  std::snprintf(numbers, sizeof numbers, "%.9f %.9f %u %u %d %d", evidence.belief, evidence.plausibility,
                evidence.origins, evidence.sources, evidence.contested ? 1 : 0,
                static_cast<int>(evidence.status));
  std::string out = view.edge_id(edge) + " " + view.node_id(ends.from) + " " + view.name(ends.type) + " " +
                    view.node_id(ends.to) + " " + numbers + " " + to_string(evidence.start_date) + "/" +
                    to_string(evidence.end_date) + " " + evidence.role + " " +
                    dump(view.edge_properties(edge));
  std::vector<std::string> claims;
  for (const ClaimView& claim : view.claims(edge))
    claims.push_back(claim.claim.id + ":" + claim.root_publisher + ":" + std::to_string(claim.strength));
  std::sort(claims.begin(), claims.end());
  for (const std::string& claim : claims) out += " " + claim;
  return out;
}

/// One line a node and edge, sorted.
inline std::string dump(const View& view) {
  std::vector<std::string> lines;
  for (NodeNumber node = 0; node < view.node_count(); ++node) {
    std::string line = view.node_id(node) + " :";
    for (const NameCode label : view.labels(node)) line += view.name(label) + ":";
    lines.push_back(line + " " + dump(view.node_properties(node)));
  }
  for (EdgeNumber edge = 0; edge < view.edge_count(); ++edge) lines.push_back(dump_edge(view, edge));
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

}  // namespace talentflow::graph
