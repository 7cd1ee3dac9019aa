// Names to slots, functions to code, types to expressions: every error that can be known before the query
// runs.
//
// The tree is completed in place (what ast.hpp marks as bound). The first error is kept; later ones are not
// looked for. Three files: queries and patterns, expressions, projections (WITH and RETURN, the only clauses
// that close a scope).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "query/language/ast.hpp"
#include "query/language/diagnostic.hpp"
#include "query/value.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::query {

struct Binding {
  int slot = ast::kNoSlot;
  Type type;
  /// Seen by ORDER BY and WHERE behind a WITH that groups, although the grouping has done away with it: an
  /// error if it is still there once the projected expressions are recognised.
  bool hidden = false;
};

using Scope = std::map<std::string, Binding, std::less<>>;

class Binder {
 public:
  Binder(std::string_view source, const graph::View& view, const Vocabulary* vocabulary,
         const ValueMap* parameters)
      : source_(source), view_(view), vocabulary_(vocabulary), parameters_(parameters) {}

  /// Binds a whole query whose first clause sees `outer`.
  void bind(ast::Query& query, const Scope& outer);
  /// Binds an expression that sees no variables.
  void bind_constant(ast::ExpressionPtr& expression);
  int new_slot() { return slots_++; }
  int slots() const { return slots_; }

  bool failed() const { return error_.has_value(); }
  const Error& error() const { return *error_; }
  std::vector<std::string>& warnings() { return warnings_; }

 private:
  // bind_query.cpp
  void bind_part(ast::SingleQuery& part, const Scope& outer);
  void bind_match(ast::Match& match);
  void bind_unwind(ast::Unwind& unwind);
  enum class Names { declare, known_only };
  void bind_path(ast::PathPattern& path, Names names, std::set<std::string>& edges_here);
  void bind_path_conditions(ast::PathPattern& path);
  void warn_of_unknown_keys(const ast::ExpressionPtr& properties);
  graph::NameCode known_property(const std::string& key, Place place);
  void bind_node(ast::NodePattern& node, Names names);
  void bind_edge(ast::EdgePattern& edge, Names names, std::set<std::string>& edges_here, bool single_only);
  void bind_labels(ast::LabelExpression& labels, bool edge);
  void bind_condition(ast::ExpressionPtr& condition);
  int declare(const std::string& name, Type type);

  // bind_expression.cpp
  void bind(ast::ExpressionPtr& expression);
  void bind_node(ast::Expression& e, ast::Literal& node);
  void bind_node(ast::Expression& e, ast::Parameter& node);
  void bind_node(ast::Expression& e, ast::Variable& node);
  void bind_node(ast::Expression& e, ast::Property& node);
  void bind_node(ast::Expression& e, ast::Index& node);
  void bind_node(ast::Expression& e, ast::Slice& node);
  void bind_node(ast::Expression& e, ast::Unary& node);
  void bind_node(ast::Expression& e, ast::Binary& node);
  void bind_node(ast::Expression& e, ast::ComparisonChain& node);
  void bind_node(ast::Expression& e, ast::LabelTest& node);
  void bind_node(ast::Expression& e, ast::ListLiteral& node);
  void bind_node(ast::Expression& e, ast::MapLiteral& node);
  void bind_node(ast::Expression& e, ast::MapProjection& node);
  void bind_node(ast::Expression& e, ast::Case& node);
  // bind_scoped.cpp
  void bind_node(ast::Expression& e, ast::ListComprehension& node);
  void bind_node(ast::Expression& e, ast::Reduce& node);
  void bind_node(ast::Expression& e, ast::Quantifier& node);
  void bind_node(ast::Expression& e, ast::PatternComprehension& node);
  void bind_node(ast::Expression& e, ast::PatternPredicate& node);
  void bind_node(ast::Expression& e, ast::Subquery& node);
  Type list_element(const ast::Expression& list);
  // bind_call.cpp
  void bind_node(ast::Expression& e, ast::Call& node);
  void bind_aggregate(ast::Expression& e, ast::Call& node);
  void unknown_function(const ast::Expression& e, const ast::Call& node);
  void check_arguments(const ast::Expression& e, const ast::Call& node);
  bool has_random(const ast::Expression& expression) const;
  // of all three
  void need_boolean(const ast::Expression& operand);
  void need_number(const ast::Expression& operand, const char* symbol, bool temporal);
  Type arithmetic_type(const ast::Binary& node);
  std::string suggest_variable(const std::string& name) const;
  graph::NameCode property_code(const ast::Expression& object, const std::string& key, Place place);

  // bind_projection.cpp
  void bind_projection(ast::Projection& projection);
  void need_names(const ast::Projection& projection);
  void expand_star(ast::Projection& projection);
  void bind_items(ast::Projection& projection);
  void bind_grouping(ast::Projection& projection);
  Scope output_scope(ast::Projection& projection);
  void bind_tail(ast::Projection& projection, const Scope& output);
  bool repeats_item(ast::Expression& key, const ast::Projection& projection) const;
  void bind_sort_key(ast::ExpressionPtr& key, const ast::Projection& projection);
  void bind_count(ast::ExpressionPtr& count, const char* word);
  struct Projected {
    std::string canonical;
    int slot;
    Type type;
    bool simple;  ///< a variable, a property of one, ..: may stand inside an expression with aggregates
    std::set<int> mentions;
  };
  std::vector<Projected> projected(const ast::Projection& projection) const;
  /// Replaces sub-expressions that repeat a projected one by its slot.
  void replace_projected(ast::ExpressionPtr& expression, const std::vector<Projected>& keys,
                         bool simple_only) const;
  void check_grouped(const ast::Expression& expression, const std::vector<Projected>& keys,
                     const std::set<int>& known);
  bool mentions_aggregate(const ast::Expression& expression) const;

  void fail(Place place, const std::string& detail, const std::string& message, const std::string& hint = "");
  void fail_kind(Place place, const Problem& problem);
  void warn(Place place, const std::string& message, const std::string& hint);

  std::string_view source_;
  const graph::View& view_;
  const Vocabulary* vocabulary_;
  const ValueMap* parameters_;
  Scope scope_;
  int slots_ = 0;
  std::optional<Error> error_;
  std::vector<std::string> warnings_;
  std::set<std::string> warned_;

  // What the expression at hand may contain.
  bool constant_ = false;  ///< no variables (SKIP, LIMIT)
  const char* constant_what_ = "";
  bool pattern_allowed_ = false;  ///< (a)-->(b) may stand here, as a condition
  bool in_aggregate_ = false;
  bool in_iteration_ =
      false;  ///< run once an item of a list or a match of a pattern: aggregates have no rows
  enum class Aggregates { refused, collected, looked_up };
  Aggregates aggregates_ = Aggregates::refused;
  ast::Projection* projection_ = nullptr;  ///< where aggregates go
};

}  // namespace talentflow::query
