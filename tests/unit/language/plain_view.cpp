#include "tests/unit/language/plain_view.hpp"

#include <algorithm>

namespace talentflow::query::test {

graph::NameCode PlainView::intern(const std::string& name) {
  const auto [entry, fresh] = codes_.try_emplace(name, static_cast<NameCode>(names_.size()));
  if (fresh) names_.push_back(name);
  return entry->second;
}

void PlainView::note_keys(const Properties& properties) {
  for (const auto& entry : properties) {
    const NameCode code = intern(entry.first);
    if (std::find(keys_.begin(), keys_.end(), code) == keys_.end()) keys_.push_back(code);
  }
}

graph::NodeNumber PlainView::add_node(std::string id, const std::vector<std::string>& labels,
                                      Properties properties) {
  const auto number = static_cast<NodeNumber>(nodes_.size());
  Node node;
  node.id = std::move(id);
  for (const std::string& label : labels) {
    node.labels.push_back(intern(label));
    by_label_[node.labels.back()].push_back(number);
  }
  note_keys(properties);
  node.properties = std::move(properties);
  nodes_.push_back(std::move(node));
  return number;
}

graph::EdgeNumber PlainView::add_edge(std::string id, const std::string& type, NodeNumber from, NodeNumber to,
                                      Properties properties) {
  const auto number = static_cast<EdgeNumber>(edges_.size());
  note_keys(properties);
  Edge edge{std::move(id), {intern(type), from, to}, std::move(properties), {}};
  edge.evidence.plain = true;
  by_type_[edge.ends.type].push_back(number);
  edges_.push_back(std::move(edge));
  return number;
}

void PlainView::finish() {
  for (const char* name : {"id", "name", "start", "end", "role", "confidence"}) intern(name);
  for (EdgeNumber number = 0; number < edges_.size(); ++number) {
    const graph::EdgeEnds ends = edges_[number].ends;
    nodes_[ends.from].out_by_type[ends.type].push_back(number);
    nodes_[ends.to].in_by_type[ends.type].push_back(number);
  }
  for (Node& node : nodes_) {
    for (const auto& entry : node.out_by_type)
      node.out.insert(node.out.end(), entry.second.begin(), entry.second.end());
    for (const auto& entry : node.in_by_type)
      node.in.insert(node.in.end(), entry.second.begin(), entry.second.end());
  }
}

std::optional<graph::NameCode> PlainView::find_name(std::string_view name) const {
  const auto found = codes_.find(name);
  return found == codes_.end() ? std::nullopt : std::optional(found->second);
}

bool PlainView::has_label(NodeNumber node, NameCode label) const {
  const auto& labels = nodes_[node].labels;
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

std::optional<graph::NodeNumber> PlainView::find_node(std::string_view id) const {
  for (NodeNumber number = 0; number < nodes_.size(); ++number)
    if (nodes_[number].id == id) return number;
  return std::nullopt;
}

std::vector<graph::NodeNumber> PlainView::find_nodes_named(std::string_view text) const {
  std::vector<NodeNumber> out;
  for (NodeNumber number = 0; number < nodes_.size(); ++number) {
    const auto* name = find_property(nodes_[number].properties, "name");
    if (name != nullptr && name->get_if<std::string>() != nullptr && *name->get_if<std::string>() == text)
      out.push_back(number);
  }
  return out;
}

talentflow::Value PlainView::node_property(NodeNumber node, NameCode key) const {
  if (const auto* value = find_property(nodes_[node].properties, names_[key])) return *value;
  return {};
}

talentflow::Value PlainView::edge_property(EdgeNumber edge, NameCode key) const {
  const auto* value = find_property(edges_[edge].properties, names_[key]);
  return value != nullptr ? *value : talentflow::Value();
}

}  // namespace talentflow::query::test
