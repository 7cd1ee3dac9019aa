// Nodes and edges as flat attributes: what GraphML, GEXF and CSV have in common.
//
// Those formats know numbers and texts. A boolean, a date, a list, a map and an integer beyond 32 bits become
// texts, NaN too, since one reader or another refuses each of them (tried on six readers). Null is left out.
//
// Names that every node or edge has, the fixed ones, come first. A property of the data with such a name is
// written as data_<name>; only `name` and, on plain edges, `weight` are the data's own.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "graph/view.hpp"

namespace talentflow::query {

using Scalar = std::variant<std::int64_t, double, std::string>;

enum class AttributeType { integer, floating, text };

struct Attribute {
  std::string name;
  Scalar value;
};

/// Attributes that can occur, in the order in which they are declared, with the type that fits every value.
class AttributeTable {
 public:
  struct Entry {
    std::string name;
    AttributeType type;
  };
  /// Adds a name, or widens its type: integer to floating to text.
  void add(const std::string& name, AttributeType type);
  const std::vector<Entry>& entries() const { return entries_; }
  /// Position of a name; precondition: it was added.
  std::size_t position(const std::string& name) const { return positions_.at(name); }

 private:
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t> positions_;
};

std::string scalar_text(const Scalar& value);

/// Reads attributes of one View. Keeps what it learned of each source. Not thread-safe.
class AttributeReader {
 public:
  AttributeReader(const graph::View& view, bool claims) : view_(view), claims_(claims) {}

  /// The fixed attributes, then those of the data in alphabetical order.
  AttributeTable node_table(const std::vector<graph::NodeNumber>& nodes) const;
  AttributeTable edge_table(const std::vector<graph::EdgeNumber>& edges) const;

  /// label and name (what to call it), kind (first label), labels (all, by `;`), then the data's.
  std::vector<Attribute> node(graph::NodeNumber node) const;
  /// label (relation), weight, belief, plausibility, origins, sources, contested, status, role, start, end,
  /// publishers, first_reported, last_reported, licence, citation, with claims also claims; then the data's.
  /// A plain edge has label and weight only. An unknown value is left out.
  std::vector<Attribute> edge(graph::EdgeNumber edge);

  /// Its name, else its title (documents), else its id.
  std::string node_name(graph::NodeNumber node) const;
  /// Claims behind the edges that edge() was asked for.
  std::uint64_t claims_read() const { return claims_read_; }

 private:
  struct SourceTerms {
    std::string licence, citation;
  };
  const SourceTerms& terms_of(graph::NodeNumber source);
  void add_evidence(std::vector<Attribute>& out, const graph::EdgeEvidence& evidence) const;
  void add_provenance(std::vector<Attribute>& out, const std::vector<graph::ClaimView>& claims);

  const graph::View& view_;
  bool claims_;
  std::uint64_t claims_read_ = 0;
  std::unordered_map<graph::NodeNumber, SourceTerms> sources_;
};

/// The claims behind an edge as a JSON list: id, relation, stance, status, source, publisher, url, locator,
/// published.
std::string claims_json(const std::vector<graph::ClaimView>& claims);

}  // namespace talentflow::query
