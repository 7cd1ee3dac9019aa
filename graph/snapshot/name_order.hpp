// Names of nodes in alphabetical order, for completion.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/snapshot/descriptions.hpp"
#include "graph/snapshot/nodes.hpp"

namespace talentflow::graph {

/// Nodes sorted by name, ASCII letters without case: 4 bytes a node, built in one pass. Immutable.
class NameOrder {
 public:
  /// `name_key`: the property that names a node; nothing is found without one.
  NameOrder(const Descriptions& descriptions, const NodeTable& nodes, std::optional<std::uint32_t> name_key);

  /// Different names that begin with the text, at most `limit`, in order. Looks at the names it gives, at
  /// their repeats, and at a logarithmic number of others.
  std::vector<std::string> beginning(std::string_view text, std::size_t limit) const;

 private:
  std::string_view name(NodeNumber node) const;

  const Descriptions& descriptions_;
  const NodeTable& nodes_;
  std::optional<std::uint32_t> name_key_;
  std::vector<NodeNumber> sorted_;
};

}  // namespace talentflow::graph
