// The View over a Snapshot. Made by make_view(); nobody else includes this.
#pragma once

#include <atomic>
#include <mutex>

#include "graph/snapshot/descriptions.hpp"
#include "graph/snapshot/edges.hpp"
#include "graph/snapshot/facts.hpp"
#include "graph/snapshot/name_index.hpp"
#include "graph/snapshot/name_order.hpp"
#include "graph/snapshot/nodes.hpp"
#include "graph/snapshot/selection.hpp"
#include "graph/snapshot/sources.hpp"
#include "graph/view.hpp"

namespace talentflow::graph {

/// Codes of the derived properties and types in every View's names.
struct DerivedNames {
  NameCode id, name, aliases, works_at, moved;
  NameCode start, end, role, confidence, plausibility, origins, sources, contested, status, person, date,
      assumed;
  NameCode url, title, published;

  explicit DerivedNames(TextTable& names);
  /// Is it a derived property of edges?
  bool of_edges(NameCode key) const;
};

/// What make_view() derives before anybody asks; see there for the order.
struct ViewParts {
  std::shared_ptr<const Snapshot> snapshot;
  Reading reading;
  TextTable names;
  DerivedNames derived;
  Selection selection;
  SourceTable sources;
  std::vector<EntityNumber> representative;
  std::vector<EntityNumber> under_review;
  std::vector<EntityNumber> uncounted;
  Descriptions descriptions;
  std::shared_ptr<const Careers> careers;
  FactTable facts;
  Organisations organisations;
  NodeTable nodes;
};

class GraphView final : public View {
 public:
  explicit GraphView(ViewParts parts) : parts_(std::move(parts)) {}

  std::optional<NameCode> find_name(std::string_view name) const override { return parts_.names.find(name); }
  const std::string& name(NameCode code) const override { return parts_.names[code]; }
  std::vector<NameCode> labels_in_use() const override { return parts_.nodes.labels_in_use(); }
  std::vector<NameCode> types_in_use() const override { return edges().types_in_use(); }
  std::vector<NameCode> keys_in_use() const override;  ///< reads every claim, once a View

  std::size_t node_count() const override { return parts_.nodes.count(); }
  std::span<const NodeNumber> nodes_with_label(NameCode label) const override {
    return parts_.nodes.with_label(label);
  }
  std::span<const NameCode> labels(NodeNumber node) const override { return parts_.nodes.labels(node); }
  bool has_label(NodeNumber node, NameCode label) const override {
    return parts_.nodes.has_label(node, label);
  }
  std::string node_id(NodeNumber node) const override;
  std::optional<NodeNumber> find_node(std::string_view id) const override;
  std::vector<NodeNumber> find_nodes_named(std::string_view text) const override;
  std::vector<NodeNumber> find_nodes_like(std::string_view text) const override;
  std::vector<std::string> names_beginning(std::string_view text, std::size_t limit) const override;
  Value node_property(NodeNumber node, NameCode key) const override;
  Properties node_properties(NodeNumber node) const override;

  bool edges_ready() const override { return edges_made_.load(std::memory_order_relaxed); }
  std::size_t edge_count() const override { return edges().count(); }
  EdgeEnds edge(EdgeNumber edge) const override { return edges().ends(edge); }
  std::string edge_id(EdgeNumber edge) const override;
  std::span<const EdgeNumber> outgoing(NodeNumber node) const override { return edges().outgoing(node); }
  std::span<const EdgeNumber> incoming(NodeNumber node) const override { return edges().incoming(node); }
  std::span<const EdgeNumber> outgoing(NodeNumber node, NameCode type) const override {
    return edges().outgoing(node, type);
  }
  std::span<const EdgeNumber> incoming(NodeNumber node, NameCode type) const override {
    return edges().incoming(node, type);
  }
  std::span<const EdgeNumber> edges_of_type(NameCode type) const override { return edges().with_type(type); }
  Value edge_property(EdgeNumber edge, NameCode key) const override;
  Properties edge_properties(EdgeNumber edge) const override;
  EdgeEvidence evidence(EdgeNumber edge) const override;
  std::vector<ClaimView> claims(EdgeNumber edge) const override;

  const Reading& reading() const override { return parts_.reading; }
  NodeNumber node_of(EntityNumber entity) const override { return parts_.nodes.of(entity); }
  EntityNumber entity_of(NodeNumber node) const override { return parts_.nodes.entity(node); }
  const Careers& careers() const override { return *parts_.careers; }
  std::span<const EntityNumber> under_review() const override { return parts_.under_review; }
  std::span<const EntityNumber> uncounted() const override { return parts_.uncounted; }
  const Organisations& organisations() const override { return parts_.organisations; }
  const std::string& role_text(std::uint32_t code) const override { return parts_.snapshot->texts()[code]; }
  EdgeNumber edge_of_stint(std::size_t row) const override { return edges().of_stint(row); }
  ClaimView claim(ClaimNumber number) const override;
  std::vector<ClaimNumber> claims_about(NodeNumber subject) const override;
  std::vector<ClaimNumber> claims_naming(NodeNumber object) const override;
  ReadingCoverage coverage() const override { return coverage_of(parts_.selection); }

  /// What it was derived from, for trials of other derivations (career_trial.hpp).
  const ViewParts& parts() const { return parts_; }

 private:
  bool plain(EntityNumber entity) const;
  const EdgeTable& edges() const;
  const NameIndex& name_index() const;
  bool has_name_key(NodeNumber node, const std::string& key) const;
  const Snapshot& snapshot() const { return *parts_.snapshot; }
  /// Positions of the claims behind an edge, the leading one first.
  std::vector<ClaimIndex> claims_behind(EdgeNumber edge) const;
  std::vector<ClaimIndex> claims_behind(const StintRow& row) const;
  std::optional<Value> data_property(ClaimIndex claim, NameCode key) const;
  EdgeEvidence fact_evidence(const FactRow& fact) const;
  EdgeEvidence stint_evidence(const StintRow& row) const;
  EdgeEvidence move_evidence(EdgeNumber edge) const;
  std::vector<EntityNumber> members(NodeNumber node) const;
  std::vector<ClaimNumber> read_claims(const std::vector<ClaimNumber>& candidates) const;

  ViewParts parts_;
  std::vector<NameCode> find_keys() const;

  mutable std::once_flag edges_once_, names_once_, name_order_once_, keys_once_;
  mutable std::atomic<bool> edges_made_{false};
  mutable std::vector<NameCode> keys_;
  mutable std::unique_ptr<const EdgeTable> edges_;
  mutable std::unique_ptr<const NameIndex> name_index_;
  mutable std::unique_ptr<const NameOrder> name_order_;
};

}  // namespace talentflow::graph
