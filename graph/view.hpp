// The graph under one reading: all that the query language, the exports and the algorithms see.
//
// Nodes are entities (sources included); edges are facts, fused stints (WORKS_AT) and derived moves (MOVED).
// Numbers are dense and stable for the lifetime of the View. A View is immutable and may be read from any
// thread; every span lives as long as the View.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/career/careers.hpp"
#include "graph/reading.hpp"
#include "schema/claim.hpp"
#include "schema/value.hpp"

namespace talentflow::graph {

using NodeNumber = std::uint32_t;  ///< 0 .. node_count()-1
using EdgeNumber = std::uint32_t;  ///< 0 .. edge_count()-1
using NameCode = std::uint32_t;    ///< a label, relation type or property key of this View
inline constexpr NameCode kNoName = 0xFFFFFFFF;
inline constexpr NodeNumber kNoNode = 0xFFFFFFFF;
inline constexpr EdgeNumber kNoEdge = 0xFFFFFFFF;

struct EdgeEnds {
  NameCode type = kNoName;
  NodeNumber from = kNoNode;
  NodeNumber to = kNoNode;
};

/// What the claims about one edge add up to. A plain-graph edge has belief 1 and nothing else.
struct EdgeEvidence {
  bool plain = false;
  double belief = 1.0;
  double plausibility = 1.0;
  std::uint32_t origins = 0;  ///< independent publishers at the root
  std::uint32_t sources = 0;  ///< documents
  bool contested = false;
  Status status = Status::none;   ///< the strongest word among the asserting claims
  std::optional<DayRange> start;  ///< nullopt: unknown
  std::optional<DayRange> end;    ///< nullopt: unknown or still held
  bool end_open = false;          ///< said to be still so
  Date start_date;                ///< as stated (strongest rival), with its precision
  Date end_date;
  std::string role;
  // MOVED only
  NodeNumber person = kNoNode;
  bool assumed = false;  ///< rests on a post carried forward
};

/// One claim behind an edge, with its source, as WHY and claims(e) print it.
struct ClaimView {
  Claim claim;
  std::string relation;
  NodeNumber subject = kNoNode;
  NodeNumber object = kNoNode;
  NodeNumber source = kNoNode;
  std::string source_id, publisher, origin, root_publisher, url, title, bloc, source_class, published;
  double strength = 0.0;
};

/// How many of the store's claims a reading reads, and why it leaves the others out.
struct ReadingCoverage {
  std::uint64_t read = 0;          ///< descriptions and statements
  std::uint64_t later = 0;         ///< recorded after the reading's time
  std::uint64_t withdrawn = 0;     ///< taken back, alone or with their load
  std::uint64_t other_source = 0;  ///< by sources outside the reading's set
  std::uint64_t weak = 0;          ///< below the least confidence
  std::uint64_t withdrawals = 0;   ///< that take back others
};

class View {
 public:
  virtual ~View() = default;

  // names: labels, relation types and property keys share one table
  virtual std::optional<NameCode> find_name(std::string_view name) const = 0;  ///< exact
  virtual const std::string& name(NameCode code) const = 0;
  virtual std::vector<NameCode> labels_in_use() const = 0;
  virtual std::vector<NameCode> types_in_use() const = 0;
  virtual std::vector<NameCode> keys_in_use() const = 0;

  // nodes
  virtual std::size_t node_count() const = 0;
  /// Ascending; empty for a label that no node has. `Person`, `Org`, `Company`, ... and free labels alike.
  virtual std::span<const NodeNumber> nodes_with_label(NameCode label) const = 0;
  virtual std::span<const NameCode> labels(NodeNumber node) const = 0;  ///< in order of declaration
  virtual bool has_label(NodeNumber node, NameCode label) const = 0;
  virtual std::string node_id(NodeNumber node) const = 0;  ///< public text id
  /// By text id or external id ("orcid:..").
  virtual std::optional<NodeNumber> find_node(std::string_view id) const = 0;
  /// Nodes whose property `name` or an alias equals the text, exactly; ascending.
  virtual std::vector<NodeNumber> find_nodes_named(std::string_view text) const = 0;
  /// Nodes whose normalised name (any script, either order) matches; ascending. For suggestions and bare
  /// names.
  virtual std::vector<NodeNumber> find_nodes_like(std::string_view text) const = 0;
  /// Different names of nodes that begin with the text (ASCII letters in any case), in that order, at most
  /// `limit`. A look-up in an index that the first call builds.
  virtual std::vector<std::string> names_beginning(std::string_view text, std::size_t limit) const = 0;
  /// The data's property, else a derived one (`id`), else null.
  virtual Value node_property(NodeNumber node, NameCode key) const = 0;
  virtual Properties node_properties(NodeNumber node) const = 0;  ///< only the data's

  // edges
  virtual std::size_t edge_count() const = 0;
  /// False while the next question about edges has to make them all first, which takes long in a large graph.
  virtual bool edges_ready() const { return true; }
  virtual EdgeEnds edge(EdgeNumber edge) const = 0;
  virtual std::string edge_id(EdgeNumber edge) const = 0;  ///< stable across Views of the same claims
  /// Edges leaving / entering a node, ordered by (type, number).
  virtual std::span<const EdgeNumber> outgoing(NodeNumber node) const = 0;
  virtual std::span<const EdgeNumber> incoming(NodeNumber node) const = 0;
  virtual std::span<const EdgeNumber> outgoing(NodeNumber node, NameCode type) const = 0;
  virtual std::span<const EdgeNumber> incoming(NodeNumber node, NameCode type) const = 0;
  virtual std::span<const EdgeNumber> edges_of_type(NameCode type) const = 0;
  /// The data's property of that name, else the derived one (start, end, role, confidence, plausibility,
  /// origins, sources, contested, status; on MOVED person, date, role, assumed), else null.
  virtual Value edge_property(EdgeNumber edge, NameCode key) const = 0;
  virtual Properties edge_properties(EdgeNumber edge) const = 0;  ///< only the data's
  virtual EdgeEvidence evidence(EdgeNumber edge) const = 0;
  /// The claims behind the edge, ascending by number; a move's are those of both its stints.
  virtual std::vector<ClaimView> claims(EdgeNumber edge) const = 0;

  virtual const Reading& reading() const = 0;

  // below the graph: what moves and flows are derived from
  virtual NodeNumber node_of(EntityNumber entity) const = 0;  ///< kNoNode when the reading does not show it
  virtual EntityNumber entity_of(NodeNumber node) const = 0;
  virtual const Careers& careers() const = 0;
  /// Of whom nobody has decided who they are, as entities, ascending (snapshot/identity.hpp).
  virtual std::span<const EntityNumber> under_review() const { return {}; }
  /// Those under review that are names alone. Most are somebody who is counted already, so whatever counts
  /// moves or stays leaves them out.
  virtual std::span<const EntityNumber> uncounted() const { return {}; }
  virtual const Organisations& organisations() const = 0;
  virtual const std::string& role_text(std::uint32_t code) const = 0;  ///< StintRow::role_text
  /// The WORKS_AT edge of a row of careers(); kNoEdge for studies and for what the reading's valid time
  /// leaves out.
  virtual EdgeNumber edge_of_stint(std::size_t row) const = 0;
  virtual ClaimView claim(ClaimNumber number) const = 0;
  /// The claims read that have the node as subject / as object, ascending; also those that deny what nobody
  /// asserts, which is no edge.
  virtual std::vector<ClaimNumber> claims_about(NodeNumber subject) const = 0;
  virtual std::vector<ClaimNumber> claims_naming(NodeNumber object) const = 0;
  virtual ReadingCoverage coverage() const = 0;
};

/// Is the person among View::uncounted()? One rule for flows, MOVED edges, retention and returns.
inline bool is_uncounted(std::span<const EntityNumber> uncounted, EntityNumber person) {
  return std::binary_search(uncounted.begin(), uncounted.end(), person);
}

}  // namespace talentflow::graph
