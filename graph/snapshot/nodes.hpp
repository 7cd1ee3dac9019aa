// The nodes of a reading: which entities it shows, under which labels.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "graph/snapshot/descriptions.hpp"
#include "graph/view.hpp"

namespace talentflow::graph {

/// Immutable once built.
class NodeTable {
 public:
  /// A node is an entity that the reading describes, names in a statement it reads, or cites as a source.
  /// Adds the canonical labels to `names`.
  NodeTable(const Snapshot& snapshot, const Selection& selection, const Descriptions& descriptions,
            const std::vector<EntityNumber>& representative, TextTable& names);

  std::size_t count() const { return entities_.size(); }
  NodeNumber of(EntityNumber entity) const { return entity < nodes_.size() ? nodes_[entity] : kNoNode; }
  EntityNumber entity(NodeNumber node) const { return entities_[node]; }
  std::span<const NameCode> labels(NodeNumber node) const { return label_sets_[label_set_[node]]; }
  bool has_label(NodeNumber node, NameCode label) const;
  std::span<const NodeNumber> with_label(NameCode label) const;
  std::vector<NameCode> labels_in_use() const;

 private:
  void show(const Snapshot& snapshot, const Selection& selection, const Descriptions& descriptions,
            const std::vector<EntityNumber>& representative);
  void set_labels(const Snapshot& snapshot, const Descriptions& descriptions, TextTable& names);
  std::uint32_t label_set(std::vector<NameCode> labels);

  std::vector<NodeNumber> nodes_;       ///< by entity, merged ones included
  std::vector<EntityNumber> entities_;  ///< by node, ascending
  std::vector<std::uint8_t> cited_;     ///< by entity: used as a source; only while building
  std::vector<std::uint32_t> label_set_;
  std::vector<std::vector<NameCode>> label_sets_;
  std::map<std::vector<NameCode>, std::uint32_t> label_set_codes_;
  std::map<NameCode, std::vector<NodeNumber>> by_label_;
};

}  // namespace talentflow::graph
