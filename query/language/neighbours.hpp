// The edges of one node that an edge pattern can take, without the pattern's properties.
#pragma once

#include <span>
#include <vector>

#include "query/language/ast.hpp"
#include "query/language/runtime.hpp"

namespace talentflow::query {

/// One edge and the node at its other end.
struct Hop {
  graph::EdgeNumber edge = 0;
  graph::NodeNumber node = 0;
};

/// Iterates without allocating for the usual one or two spans.
class Neighbours {
 public:
  /// `backwards`: the node stands at the right end of the pattern.
  void open(const ast::EdgePattern& pattern, bool backwards, graph::NodeNumber node, Runtime& runtime);
  /// False at the end, or when the query has to stop. A loop comes once, also without a direction.
  bool next(Hop& hop, Runtime& runtime);
  std::size_t size() const;  ///< an upper bound, before any next()

 private:
  struct Part {
    std::span<const graph::EdgeNumber> edges;
    bool incoming;
  };
  void add(std::span<const graph::EdgeNumber> edges, bool incoming);
  void add_types(const ast::LabelExpression& types, bool incoming, Runtime& runtime);

  std::vector<Part> parts_;
  std::size_t part_ = 0;
  std::size_t position_ = 0;
  graph::NodeNumber node_ = 0;
  bool both_ = false;
  const ast::LabelExpression* check_ = nullptr;  ///< types that no index answers: !A, ..
};

/// Is the edge the value itself (an edge), or in it (a list of edges)?
bool holds_edge(const Value& value, graph::EdgeNumber edge);
/// Is it in one of these slots? A MATCH meets each edge once.
bool met_before(const std::vector<int>& slots, graph::EdgeNumber edge, const Runtime& runtime);

/// The conditions of an edge pattern's property map, evaluated once a row.
class EdgeProperties {
 public:
  void open(const ast::EdgePattern& pattern, Runtime& runtime);
  bool match(graph::EdgeNumber edge, Runtime& runtime) const;

 private:
  struct Wanted {
    graph::NameCode key;
    Value value;
  };
  std::vector<Wanted> wanted_;
};

}  // namespace talentflow::query
