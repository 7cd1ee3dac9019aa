// Nodes by exact name, alias or external id.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "graph/snapshot/descriptions.hpp"
#include "graph/snapshot/nodes.hpp"

namespace talentflow::graph {

/// Hashes of the texts, sorted; what is found is compared with the text itself. Immutable once built.
class NameIndex {
 public:
  NameIndex(const Snapshot& snapshot, const Descriptions& descriptions, const NodeTable& nodes);

  /// Nodes whose `name` or an alias is the text; ascending.
  std::vector<NodeNumber> named(std::string_view text) const;
  /// The node with this external id ("orcid:0000-..."); of several the smallest.
  std::optional<NodeNumber> identified(std::string_view id) const;

 private:
  using Entry = std::pair<std::size_t, NodeNumber>;

  bool is_named(NodeNumber node, std::string_view text) const;
  bool is_identified(NodeNumber node, std::string_view id) const;

  const Snapshot& snapshot_;
  const Descriptions& descriptions_;
  const NodeTable& nodes_;
  std::optional<std::uint32_t> name_key_, aliases_key_;
  std::vector<std::uint32_t> identifying_;  ///< property names that identify
  std::vector<Entry> names_, ids_;
};

}  // namespace talentflow::graph
