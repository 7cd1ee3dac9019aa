// A View that has careers and organisations and nothing else: entities are nodes of the same number, without
// names, labels or edges. For tests of what is derived from stints.
#pragma once

#include <string>
#include <utility>

#include "graph/view.hpp"

namespace talentflow::reference {

class CareersView : public graph::View {
 public:
  graph::Careers careers_of_view;
  graph::Organisations organisations_of_view;
  graph::Reading reading_of_view;

  std::optional<graph::NameCode> find_name(std::string_view) const override { return std::nullopt; }
  const std::string& name(graph::NameCode) const override { return empty_; }
  std::vector<graph::NameCode> labels_in_use() const override { return {}; }
  std::vector<graph::NameCode> types_in_use() const override { return {}; }
  std::vector<graph::NameCode> keys_in_use() const override { return {}; }
  std::size_t node_count() const override { return 0; }
  std::span<const graph::NodeNumber> nodes_with_label(graph::NameCode) const override { return {}; }
  std::span<const graph::NameCode> labels(graph::NodeNumber) const override { return {}; }
  bool has_label(graph::NodeNumber, graph::NameCode) const override { return false; }
  std::string node_id(graph::NodeNumber node) const override { return "entity/" + std::to_string(node); }
  std::optional<graph::NodeNumber> find_node(std::string_view) const override { return std::nullopt; }
  std::vector<graph::NodeNumber> find_nodes_named(std::string_view) const override { return {}; }
  std::vector<graph::NodeNumber> find_nodes_like(std::string_view) const override { return {}; }
  std::vector<std::string> names_beginning(std::string_view, std::size_t) const override { return {}; }
  Value node_property(graph::NodeNumber, graph::NameCode) const override { return {}; }
  Properties node_properties(graph::NodeNumber) const override { return {}; }
  std::size_t edge_count() const override { return 0; }
  graph::EdgeEnds edge(graph::EdgeNumber) const override { return {}; }
  std::string edge_id(graph::EdgeNumber) const override { return {}; }
  std::span<const graph::EdgeNumber> outgoing(graph::NodeNumber) const override { return {}; }
  std::span<const graph::EdgeNumber> incoming(graph::NodeNumber) const override { return {}; }
  std::span<const graph::EdgeNumber> outgoing(graph::NodeNumber, graph::NameCode) const override {
    return {};
  }
  std::span<const graph::EdgeNumber> incoming(graph::NodeNumber, graph::NameCode) const override {
    return {};
  }
  std::span<const graph::EdgeNumber> edges_of_type(graph::NameCode) const override { return {}; }
  Value edge_property(graph::EdgeNumber, graph::NameCode) const override { return {}; }
  Properties edge_properties(graph::EdgeNumber) const override { return {}; }
  graph::EdgeEvidence evidence(graph::EdgeNumber) const override { return {}; }
  std::vector<graph::ClaimView> claims(graph::EdgeNumber) const override { return {}; }
  const graph::Reading& reading() const override { return reading_of_view; }
  graph::NodeNumber node_of(EntityNumber entity) const override { return entity; }
  EntityNumber entity_of(graph::NodeNumber node) const override { return node; }
  const graph::Careers& careers() const override { return careers_of_view; }
  const graph::Organisations& organisations() const override { return organisations_of_view; }
  const std::string& role_text(std::uint32_t) const override { return empty_; }
  graph::EdgeNumber edge_of_stint(std::size_t) const override { return 0; }
  graph::ClaimView claim(ClaimNumber) const override { return {}; }
  std::vector<ClaimNumber> claims_about(graph::NodeNumber) const override { return {}; }
  std::vector<ClaimNumber> claims_naming(graph::NodeNumber) const override { return {}; }
  graph::ReadingCoverage coverage() const override { return {}; }

 private:
  std::string empty_;
};

}  // namespace talentflow::reference
