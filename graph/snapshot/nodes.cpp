#include "graph/snapshot/nodes.hpp"

#include <algorithm>

namespace talentflow::graph {
namespace {

/// What labels a description's shape stands for: the kind, what the kind is a sort of, further labels.
/// Without a kind the labels are a plain graph's and stay as they are.
std::vector<NameCode> labels_of(const Snapshot& snapshot, const DescriptionShape* kind,
                                const DescriptionShape* further, TextTable& names) {
  std::vector<NameCode> labels;
  const auto add = [&](std::string_view text) {
    const NameCode code = names.add(text);
    if (std::find(labels.begin(), labels.end(), code) == labels.end()) labels.push_back(code);
  };
  const Vocabulary& vocabulary = snapshot.vocabulary();
  const auto add_canonical = [&](const std::string& text) {
    add(vocabulary.canonical_kind(text));
    if (const KindMeaning* meaning = vocabulary.kind(text); meaning != nullptr && !meaning->parent.empty())
      add(meaning->parent);
  };
  if (kind != nullptr) add_canonical(snapshot.names()[kind->kind]);
  if (further != nullptr)
    for (const std::uint32_t label : further->labels) {
      if (kind != nullptr)
        add_canonical(snapshot.names()[label]);
      else
        add(snapshot.names()[label]);
    }
  return labels;
}

}  // namespace

NodeTable::NodeTable(const Snapshot& snapshot, const Selection& selection, const Descriptions& descriptions,
                     const std::vector<EntityNumber>& representative, TextTable& names) {
  show(snapshot, selection, descriptions, representative);
  set_labels(snapshot, descriptions, names);
  cited_.clear();
  cited_.shrink_to_fit();
}

void NodeTable::show(const Snapshot& snapshot, const Selection& selection, const Descriptions& descriptions,
                     const std::vector<EntityNumber>& representative) {
  const auto merged = [&](EntityNumber entity) {
    return representative.empty() ? entity : representative[entity];
  };
  const std::size_t count = snapshot.last_entity() + std::size_t{1};
  std::vector<std::uint8_t> shown(count, 0);
  cited_.assign(count, 0);
  for (EntityNumber entity = 1; entity < count; ++entity)
    if (descriptions.any(entity)) shown[entity] = 1;
  for (const ClaimIndex claim : selection.statements) {
    const ClaimRow& row = snapshot.row(claim);
    shown[merged(row.subject)] = shown[merged(row.object)] = shown[merged(row.source)] = 1;
    cited_[merged(row.source)] = 1;
  }
  nodes_.assign(count, kNoNode);
  for (EntityNumber entity = 1; entity < count; ++entity) {
    if (shown[entity] == 0) continue;
    nodes_[entity] = static_cast<NodeNumber>(entities_.size());
    entities_.push_back(entity);
  }
  if (!representative.empty())
    for (EntityNumber entity = 1; entity < count; ++entity) nodes_[entity] = nodes_[representative[entity]];
}

void NodeTable::set_labels(const Snapshot& snapshot, const Descriptions& descriptions, TextTable& names) {
  constexpr std::uint32_t kUnknown = 0xFFFFFFFF;
  std::vector<std::uint32_t> of_shape(snapshot.shape_count(), kUnknown);
  label_set_.resize(entities_.size());
  for (NodeNumber node = 0; node < entities_.size(); ++node) {
    const auto claims = descriptions.of(entities_[node]);
    if (claims.size() == 1) {
      const std::uint32_t code = snapshot.row(claims[0]).role;
      const DescriptionShape& shape = snapshot.shape(code);
      if (of_shape[code] == kUnknown)
        of_shape[code] = label_set(labels_of(snapshot, shape.has_kind ? &shape : nullptr, &shape, names));
      label_set_[node] = of_shape[code];
      continue;
    }
    const DescriptionShape *kind = nullptr, *further = nullptr;
    for (const ClaimIndex claim : claims) {
      const DescriptionShape& shape = snapshot.shape(snapshot.row(claim).role);
      if (shape.has_kind) kind = &shape;
      if (shape.has_labels) further = &shape;
    }
    std::vector<NameCode> labels = labels_of(snapshot, kind, further, names);
    if (labels.empty() && cited_[entities_[node]] != 0) labels.push_back(names.add("Source"));
    label_set_[node] = label_set(std::move(labels));
  }
  for (NodeNumber node = 0; node < entities_.size(); ++node)
    for (const NameCode label : labels(node)) by_label_[label].push_back(node);
}

std::uint32_t NodeTable::label_set(std::vector<NameCode> labels) {
  const auto [entry, added] =
      label_set_codes_.emplace(labels, static_cast<std::uint32_t>(label_sets_.size()));
  if (added) label_sets_.push_back(std::move(labels));
  return entry->second;
}

bool NodeTable::has_label(NodeNumber node, NameCode label) const {
  const auto all = labels(node);
  return std::find(all.begin(), all.end(), label) != all.end();
}

std::span<const NodeNumber> NodeTable::with_label(NameCode label) const {
  const auto found = by_label_.find(label);
  return found == by_label_.end() ? std::span<const NodeNumber>()
                                  : std::span<const NodeNumber>(found->second);
}

std::vector<NameCode> NodeTable::labels_in_use() const {
  std::vector<NameCode> labels;
  for (const auto& [label, nodes] : by_label_) labels.push_back(label);
  return labels;
}

}  // namespace talentflow::graph
