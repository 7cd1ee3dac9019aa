// From a bound query to operators.
//
// Patterns: a MATCH is a graph of nodes and edges of which some are bound by earlier clauses. The planner
// starts at the cheapest way in (a bound node, an id or name, the rarest label, the rarest type) and expands
// along the edge that is expected to multiply rows least, until all is bound. Conditions are split at AND and
// stand as early as what they read is bound.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "query/language/ast.hpp"
#include "query/language/core.hpp"
#include "query/language/operators.hpp"

namespace talentflow::query {

class Planner {
 public:
  Planner(std::string_view source, const graph::View& view) : source_(source), view_(view) {}

  /// The plan of a bound query. `input` gives the rows that its first clause starts from.
  OperatorPtr plan(ast::Query& query, OperatorPtr input);
  /// Plans the sub-queries inside an expression that stands alone.
  void prepare(ast::ExpressionPtr& expression);
  /// Conditions that planning made from labels and property maps; they must live as long as the plan.
  std::vector<ast::ExpressionPtr> take_conditions() { return std::move(conditions_); }

 private:
  // plan_clauses.cpp
  OperatorPtr plan_part(ast::SingleQuery& part, OperatorPtr input);
  OperatorPtr plan_match(ast::Match& match, OperatorPtr input);
  OperatorPtr plan_projection(ast::Projection& projection, OperatorPtr input);
  OperatorPtr plan_order(ast::Projection& projection, OperatorPtr input);
  Grouping grouping(std::vector<Assignment> keys) const;
  int element_named(const ast::Expression& key) const;
  std::string text(const ast::Expression& expression) const;
  void prepare_query(ast::Query& query);
  OperatorPtr plan_inner(ast::PathPattern& path, ast::ExpressionPtr* where);

  // plan_pattern.cpp
  struct Condition {
    const ast::Expression* expression = nullptr;
    std::string text;
    std::set<int> needs;  ///< slots of the pattern at hand
  };
  struct PatternState {
    std::vector<ast::NodePattern*> nodes;
    struct Edge {
      ast::EdgePattern* pattern;
      ast::NodePattern* left;
      ast::NodePattern* right;
      ast::PathPattern* path;
      bool done = false;
    };
    std::vector<Edge> edges;
    std::vector<ast::PathPattern*> paths;
    std::set<int> declared;      ///< slots that this pattern gives values to
    std::set<int> bound;         ///< of these, the ones that have one by now
    std::vector<int> edges_met;  ///< slots, for "each edge once"
    std::vector<Condition> conditions;
    std::set<const ast::PathPattern*> paths_built;
  };
  /// A way to begin: a node to look for, or an edge to scan.
  struct Entry {
    double cost = 0.0;
    ast::NodePattern* node = nullptr;
    PatternState::Edge* edge = nullptr;
    NodeSource source;
  };

  OperatorPtr plan_pattern(std::vector<ast::PathPattern*> paths, ast::ExpressionPtr* where,
                           OperatorPtr input);
  void collect(PatternState& state, ast::PathPattern& path);
  void add_conditions(PatternState& state, ast::ExpressionPtr* where);
  void split(PatternState& state, const ast::Expression& condition);
  void add_node_conditions(PatternState& state, ast::NodePattern& node);
  void add_condition(PatternState& state, const ast::Expression& expression, std::string text);
  OperatorPtr apply_conditions(PatternState& state, OperatorPtr plan);
  bool is_bound(const PatternState& state, int slot) const;
  Entry node_entry(PatternState& state, ast::NodePattern& node);
  bool find_seek(const PatternState& state, const ast::NodePattern& node, NodeSource& source) const;
  bool id_is_data() const;
  Entry best_entry(PatternState& state);
  PatternState::Edge* best_edge(PatternState& state);
  double edge_cost(const PatternState& state, const PatternState::Edge& edge) const;
  EdgeStep step_of(const PatternState& state, const PatternState::Edge& edge) const;
  std::vector<const ast::Expression*> path_conditions(PatternState& state,
                                                      const PatternState::Edge& edge) const;
  OperatorPtr expand(PatternState& state, PatternState::Edge& edge, OperatorPtr plan);
  void drop_scanned_label(PatternState& state, const NodeSource& source) const;
  OperatorPtr enter(PatternState& state, Entry entry, OperatorPtr plan);
  std::string node_text(const ast::NodePattern& node) const;
  std::string source_text(Place place) const;

  std::string_view source_;
  const graph::View& view_;
  std::vector<ast::ExpressionPtr> conditions_;
  std::vector<const Operator*> nested_;
};

}  // namespace talentflow::query
