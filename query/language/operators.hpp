// The operators that plans are made of. Each constructor takes its input first; expressions and patterns stay
// owned by the statement's tree, which outlives the plan.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/language/ast.hpp"
#include "query/language/core.hpp"
#include "query/language/operator.hpp"

namespace talentflow::query {

/// A row's worth of slots that an expression fills.
struct Assignment {
  const ast::Expression* expression = nullptr;
  int slot = ast::kNoSlot;
};

// operators_scan.cpp
OperatorPtr make_start();  ///< one empty row
OperatorPtr make_given(std::vector<Row> rows, std::vector<int> slots);

/// Where a node scan finds its candidates.
struct NodeSource {
  int slot = ast::kNoSlot;
  std::string text;                      ///< "(a:Person)" for details()
  std::optional<graph::NameCode> label;  ///< all nodes when there is none
  enum class Seek { none, id, name } seek = Seek::none;
  const ast::Expression* key = nullptr;  ///< a text, or a list of texts; other values fall back to the scan
};
OperatorPtr make_node_scan(OperatorPtr input, NodeSource source);

/// How an edge pattern is walked, from a node that is bound.
struct EdgeStep {
  int from = ast::kNoSlot;
  int edge = ast::kNoSlot;
  int to = ast::kNoSlot;
  const ast::EdgePattern* pattern = nullptr;
  bool backwards = false;  ///< from the pattern's right end to its left
  bool to_bound = false;
  bool edge_bound = false;
  std::vector<int> others;  ///< slots of edges that the same MATCH has met before: each edge once
  std::string text;         ///< "(a)-[:KNOWS]->(b)"
};
/// All edges of the step's types, both ends unbound.
OperatorPtr make_edge_scan(OperatorPtr input, EdgeStep step);
/// Both ends of an edge that is bound already.
OperatorPtr make_edge_ends(OperatorPtr input, EdgeStep step);

// operators_expand.cpp, operators_walk.cpp, operators_shortest.cpp
OperatorPtr make_expand(OperatorPtr input, EdgeStep step);
OperatorPtr make_variable_expand(OperatorPtr input, EdgeStep step);
/// `conditions` speak of the path: the shortest one that fulfils them is meant.
OperatorPtr make_shortest_path(OperatorPtr input, EdgeStep step, const ast::PathPattern& path,
                               std::vector<const ast::Expression*> conditions);

// operators_row.cpp
OperatorPtr make_filter(OperatorPtr input, const ast::Expression& condition, std::string text);
OperatorPtr make_path(OperatorPtr input, const ast::PathPattern& path);
OperatorPtr make_project(OperatorPtr input, std::vector<Assignment> items, std::string text);
OperatorPtr make_unwind(OperatorPtr input, const ast::Expression& list, int slot, std::string text);
/// Each input row with each of the inner plan's rows, or once with `slots` null where it has none.
OperatorPtr make_optional(OperatorPtr input, OperatorPtr inner, std::vector<int> slots);
OperatorPtr make_skip(OperatorPtr input, const ast::Expression& count, std::string text);
OperatorPtr make_limit(OperatorPtr input, const ast::Expression& count, std::string text);
/// The rows of each part, one part after the other; part i's slots are copied to `slots`.
OperatorPtr make_union(std::vector<OperatorPtr> parts, std::vector<std::vector<int>> part_slots,
                       std::vector<int> slots);

// operators_sort.cpp, operators_aggregate.cpp: these keep rows
struct SortKey {
  const ast::Expression* expression = nullptr;
  bool descending = false;
};
struct Bound {  ///< ORDER BY .. LIMIT keeps skip + limit rows only
  const ast::Expression* skip = nullptr;
  const ast::Expression* limit = nullptr;
};
OperatorPtr make_sort(OperatorPtr input, std::vector<SortKey> keys, std::vector<int> live, Bound bound,
                      std::string text);
OperatorPtr make_distinct(OperatorPtr input, std::vector<int> slots, std::string text);
struct Grouping {
  std::vector<Assignment> keys;
  /// Slots of nodes and edges that tell the groups apart as well as the keys' values do; empty where nothing
  /// but the values does.
  std::vector<int> elements;
};
OperatorPtr make_aggregate(OperatorPtr input, Grouping grouping, std::vector<Assignment> calls,
                           std::string text);

/// SKIP's and LIMIT's number; 0 with runtime.failed() when it is negative or no whole number.
std::uint64_t row_count(const ast::Expression& expression, Runtime& runtime);

/// The value of a slot.
inline Value& at(Runtime& runtime, int slot) { return runtime.frame[static_cast<std::size_t>(slot)]; }

}  // namespace talentflow::query
