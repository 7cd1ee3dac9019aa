// Recursive descent over a TokenStream: one function a grammar rule, in three files (clauses, patterns,
// expressions).
#pragma once

#include <string>
#include <utility>

#include "query/language/ast.hpp"
#include "query/language/token_stream.hpp"

namespace talentflow::query {

class Parser {
 public:
  explicit Parser(TokenStream& tokens) : tokens_(tokens) {}

  // parse_clauses.cpp
  /// `open_end`: the last RETURN may be missing (EXISTS and COUNT sub-queries).
  ast::Query query(bool open_end = false);
  ast::SingleQuery matches();  ///< MATCH clauses only
  void end_of_statement(std::string_view expected);

  // parse_patterns.cpp
  ast::Pattern pattern();
  ast::PathPattern path_pattern();
  ast::NodePattern node_pattern();
  ast::LabelExpression label_expression(bool bar_allowed);

  // parse_expressions.cpp
  ast::ExpressionPtr expression();

 private:
  // clauses
  ast::SingleQuery single_query(bool open_end);
  ast::Match match();
  ast::Unwind unwind();
  ast::Projection projection(bool is_return);
  ast::ProjectionItem projection_item();
  std::vector<ast::SortItem> order_by();

  // patterns
  ast::PathPattern chain();
  ast::PathPattern shortest_path();
  ast::EdgePattern edge_pattern();
  void edge_details(ast::EdgePattern& edge);
  void edge_length(ast::EdgePattern& edge);
  ast::ExpressionPtr pattern_properties();
  ast::LabelExpression label_conjunction();
  ast::LabelExpression label_primary();
  bool pattern_ahead() const;  ///< (n)-[..]-.. rather than an expression in parentheses

  // parse_operators.cpp, loosest binding first
  ast::ExpressionPtr logical_or();
  ast::ExpressionPtr logical_xor();
  ast::ExpressionPtr logical_and();
  ast::ExpressionPtr logical_not();
  ast::ExpressionPtr comparison();
  ast::ExpressionPtr predicate();  ///< STARTS WITH, IN, IS NULL, =~, ..
  ast::ExpressionPtr additive();
  ast::ExpressionPtr multiplicative();
  ast::ExpressionPtr power();
  ast::ExpressionPtr sign();
  ast::ExpressionPtr postfix();
  ast::ExpressionPtr index_or_slice(ast::ExpressionPtr object);
  ast::ExpressionPtr integer_literal(bool negative, Place place);

  // parse_expressions.cpp
  ast::ExpressionPtr atom();
  ast::ExpressionPtr word();
  ast::ExpressionPtr call();
  ast::ExpressionPtr case_expression();
  ast::ExpressionPtr subquery(ast::SubqueryKind kind);
  ast::ExpressionPtr parenthesized();
  ast::ExpressionPtr null_expression();

  // parse_collections.cpp
  ast::ExpressionPtr list_or_comprehension();
  ast::ExpressionPtr list_comprehension();
  ast::ExpressionPtr pattern_comprehension();
  ast::ExpressionPtr map_literal();
  ast::ExpressionPtr map_projection(ast::ExpressionPtr object);
  ast::ExpressionPtr reduce();
  ast::ExpressionPtr quantifier(ast::QuantifierKind kind);

  /// A node around what was parsed so far, as chains of + or [..] make: each makes the tree one level deeper.
  template <class T>
  ast::ExpressionPtr grow(std::uint32_t begin, T node) {
    constexpr int kLongest = 5000;
    if (++links_ == kLongest)
      tokens_.fail(since(begin), "UnexpectedSyntax", "the expression has too many operators");
    return ast::make(since(begin), std::move(node));
  }

  std::uint32_t here() const { return tokens_.peek().place.begin; }
  Place since(std::uint32_t begin) const { return {begin, tokens_.last_end()}; }

  TokenStream& tokens_;
  /// In the WHERE of a comprehension `|` ends the condition: a label expression there takes no bar unless it
  /// stands in brackets of its own.
  bool bar_ends_ = false;
  int links_ = 0;
};

}  // namespace talentflow::query
