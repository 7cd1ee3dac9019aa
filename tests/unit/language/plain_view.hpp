// A graph in memory for tests of the language: every edge is plain unless a test gives it evidence.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/view.hpp"

namespace talentflow::query::test {

class PlainView final : public graph::View {
 public:
  using NameCode = graph::NameCode;
  using NodeNumber = graph::NodeNumber;
  using EdgeNumber = graph::EdgeNumber;

  NodeNumber add_node(std::string id, const std::vector<std::string>& labels, Properties properties);
  EdgeNumber add_edge(std::string id, const std::string& type, NodeNumber from, NodeNumber to,
                      Properties properties);
  void set_evidence(EdgeNumber edge, graph::EdgeEvidence evidence) {
    edges_[edge].evidence = std::move(evidence);
  }
  /// Call once after the last add.
  void finish();

  std::optional<NameCode> find_name(std::string_view name) const override;
  const std::string& name(NameCode code) const override { return names_[code]; }
  std::vector<NameCode> labels_in_use() const override { return keys_of(by_label_); }
  std::vector<NameCode> types_in_use() const override { return keys_of(by_type_); }
  std::vector<NameCode> keys_in_use() const override { return keys_; }
  std::size_t node_count() const override { return nodes_.size(); }
  std::span<const NodeNumber> nodes_with_label(NameCode label) const override {
    return span_of(by_label_, label);
  }
  std::span<const NameCode> labels(NodeNumber node) const override { return nodes_[node].labels; }
  bool has_label(NodeNumber node, NameCode label) const override;
  std::string node_id(NodeNumber node) const override { return nodes_[node].id; }
  std::optional<NodeNumber> find_node(std::string_view id) const override;
  std::vector<NodeNumber> find_nodes_named(std::string_view text) const override;
  std::vector<NodeNumber> find_nodes_like(std::string_view text) const override {
    return find_nodes_named(text);
  }
  std::vector<std::string> names_beginning(std::string_view, std::size_t) const override { return {}; }
  talentflow::Value node_property(NodeNumber node, NameCode key) const override;
  Properties node_properties(NodeNumber node) const override { return nodes_[node].properties; }
  std::size_t edge_count() const override { return edges_.size(); }
  graph::EdgeEnds edge(EdgeNumber edge) const override { return edges_[edge].ends; }
  std::string edge_id(EdgeNumber edge) const override { return edges_[edge].id; }
  std::span<const EdgeNumber> outgoing(NodeNumber node) const override { return nodes_[node].out; }
  std::span<const EdgeNumber> incoming(NodeNumber node) const override { return nodes_[node].in; }
  std::span<const EdgeNumber> outgoing(NodeNumber node, NameCode type) const override {
    return span_of(nodes_[node].out_by_type, type);
  }
  std::span<const EdgeNumber> incoming(NodeNumber node, NameCode type) const override {
    return span_of(nodes_[node].in_by_type, type);
  }
  std::span<const EdgeNumber> edges_of_type(NameCode type) const override { return span_of(by_type_, type); }
  talentflow::Value edge_property(EdgeNumber edge, NameCode key) const override;
  Properties edge_properties(EdgeNumber edge) const override { return edges_[edge].properties; }
  graph::EdgeEvidence evidence(EdgeNumber edge) const override { return edges_[edge].evidence; }
  std::vector<graph::ClaimView> claims(EdgeNumber) const override { return {}; }
  const graph::Reading& reading() const override { return reading_; }
  NodeNumber node_of(EntityNumber entity) const override { return entity; }
  EntityNumber entity_of(NodeNumber node) const override { return node; }
  const graph::Careers& careers() const override { return careers_; }
  const graph::Organisations& organisations() const override { return organisations_; }
  const std::string& role_text(std::uint32_t) const override { return empty_; }
  EdgeNumber edge_of_stint(std::size_t) const override { return 0; }
  graph::ClaimView claim(ClaimNumber) const override { return {}; }
  std::vector<ClaimNumber> claims_about(NodeNumber) const override { return {}; }
  std::vector<ClaimNumber> claims_naming(NodeNumber) const override { return {}; }
  graph::ReadingCoverage coverage() const override { return {}; }

 private:
  using Index = std::map<NameCode, std::vector<std::uint32_t>>;
  struct Node {
    std::string id;
    std::vector<NameCode> labels;
    Properties properties;
    std::vector<EdgeNumber> out, in;
    Index out_by_type, in_by_type;
  };
  struct Edge {
    std::string id;
    graph::EdgeEnds ends;
    Properties properties;
    graph::EdgeEvidence evidence;
  };
  NameCode intern(const std::string& name);
  void note_keys(const Properties& properties);
  static std::span<const std::uint32_t> span_of(const Index& index, NameCode code) {
    const auto found = index.find(code);
    return found == index.end() ? std::span<const std::uint32_t>() : found->second;
  }
  static std::vector<NameCode> keys_of(const Index& index) {
    std::vector<NameCode> out;
    for (const auto& entry : index) out.push_back(entry.first);
    return out;
  }

  std::vector<std::string> names_;
  std::map<std::string, NameCode, std::less<>> codes_;
  std::vector<NameCode> keys_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  Index by_label_, by_type_;
  graph::Reading reading_;
  graph::Careers careers_;
  graph::Organisations organisations_;
  std::string empty_;
};

}  // namespace talentflow::query::test
