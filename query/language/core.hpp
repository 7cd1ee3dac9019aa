// The read core as a part of other statements: what FLOW, WHY and readings need from it.
//
//   FLOW .. YIELD a, b RETURN a ORDER BY b   -> parse_clauses(tokens), then run_core(query, .., given rows)
//   FLOW OF (p:Person WHERE p.x = 1) ..      -> parse_node_pattern(tokens), then match_nodes(..)
//   DURING date('2023-01-01')                -> parse_expression(tokens), then evaluate_constant(..)
//   WHY MATCH (a)-[:R]->(b) WHERE ..         -> parse_match(tokens), then match_edges(..)
//
// Parsing never returns null; after it, ask tokens.failed(). Trees move into the call that runs them.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "query/engine.hpp"
#include "query/language/ast.hpp"
#include "query/language/token_stream.hpp"

namespace talentflow::query {

/// Rows that a core query starts from instead of the empty row (FLOW .. YIELD).
struct GivenRows {
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

/// Clauses and UNIONs up to the end of the text or a `;`. At least one clause, the last one RETURN.
ast::Query parse_query(TokenStream& tokens);
/// [OPTIONAL] MATCH pattern [WHERE ..], one or more, without RETURN.
ast::Query parse_match(TokenStream& tokens);
/// A comma-separated pattern, as a MATCH clause of its own: WHY (a)-[:R]->(b).
ast::Query parse_pattern_as_match(TokenStream& tokens);
ast::ExpressionPtr parse_expression(TokenStream& tokens);
/// (variable:Labels {properties} WHERE ..)
ast::NodePattern parse_node_pattern(TokenStream& tokens);
/// Consumes an optional `;` and the end of the text, else fails with `expected`.
void expect_end(TokenStream& tokens, std::string_view expected);

/// What a run needs beside its tree. `source` is the statement's text (for places in errors); it, the View,
/// the budget and the vocabulary outlive the call, and the cursor where one is returned.
struct CoreContext {
  std::string_view source;
  std::shared_ptr<const graph::View> view;
  const Vocabulary* vocabulary = nullptr;
  const ValueMap* parameters = nullptr;
  graph::Budget* budget = nullptr;
  Clock clock;                    ///< now, for date() and its like; the system's when empty
  std::uint64_t random_seed = 0;  ///< of rand()
  Beside beside;                  ///< may be empty
};

CoreContext core_context(std::string_view source, const Execution& execution,
                         std::shared_ptr<const graph::View> view);

/// EXPLAIN or PROFILE in front of a statement; consumed.
ast::Mode parse_mode(TokenStream& tokens);

/// A whole statement of the read core, on the default reading.
Result<std::unique_ptr<Cursor>> execute_core(std::string_view text, const Execution& execution);

/// Binds, plans and runs a core query.
Result<std::unique_ptr<Cursor>> run_core(ast::Query query, const CoreContext& context,
                                         std::optional<GivenRows> given = std::nullopt,
                                         ast::Mode mode = ast::Mode::run);

/// The nodes that a pattern meets, ascending.
Result<std::vector<graph::NodeNumber>> match_nodes(ast::NodePattern pattern, const CoreContext& context);

/// The edges that the patterns of MATCH clauses meet in any of their rows, ascending and distinct.
Result<std::vector<graph::EdgeNumber>> match_edges(ast::Query matches, const CoreContext& context);

/// An expression without variables: literals, parameters, functions of them.
Result<Value> evaluate_constant(ast::ExpressionPtr expression, const CoreContext& context);

}  // namespace talentflow::query
