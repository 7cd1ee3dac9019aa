// What other statements use of the read core.
#include <doctest/doctest.h>

#include "query/language/core.hpp"
#include "tests/unit/language/json.hpp"

namespace talentflow::query::test {
namespace {

std::shared_ptr<PlainView> graph() {
  return read_graph(R"({"id": "a", "labels": ["P"], "properties": {"x": 1}}
{"id": "b", "labels": ["P"], "properties": {"x": 2}}
{"id": "c", "labels": ["Q"], "properties": {}}
{"id": "e", "type": "T", "from": "a", "to": "b", "properties": {}}
{"id": "f", "type": "T", "from": "b", "to": "c", "properties": {}}
)");
}

CoreContext context_of(std::string_view text) {
  CoreContext context;
  context.source = text;
  context.view = graph();
  return context;
}

}  // namespace

TEST_CASE("a core query goes on from given rows") {
  const std::string text = "WITH bucket, net WHERE net > 1 RETURN bucket ORDER BY net DESC";
  TokenStream tokens(text);
  ast::Query query = parse_query(tokens);
  expect_end(tokens, "the end");
  REQUIRE_FALSE(tokens.failed());
  GivenRows rows{{"bucket", "net"},
                 {{Value("2023"), Value(1)}, {Value("2024"), Value(2)}, {Value("2025"), Value(3)}}};
  auto cursor = run_core(std::move(query), context_of(text), std::move(rows));
  REQUIRE(cursor.ok());
  CHECK((*cursor)->columns() == std::vector<std::string>{"bucket"});
  Row row;
  CHECK(*(*cursor)->next(row));
  CHECK(*row[0].string() == "2025");
  CHECK(*(*cursor)->next(row));
  CHECK_FALSE(*(*cursor)->next(row));
}

TEST_CASE("nodes of a pattern") {
  const std::string text = "(p:P WHERE p.x > 1)";
  TokenStream tokens(text);
  auto nodes = match_nodes(parse_node_pattern(tokens), context_of(text));
  REQUIRE(nodes.ok());
  CHECK(*nodes == std::vector<graph::NodeNumber>{1});
}

TEST_CASE("edges of patterns, each once") {
  const std::string text = "MATCH (a)-[:T]->(b) OPTIONAL MATCH (b)-[:T*]->(c)";
  TokenStream tokens(text);
  auto edges = match_edges(parse_match(tokens), context_of(text));
  REQUIRE(edges.ok());
  CHECK(*edges == std::vector<graph::EdgeNumber>{0, 1});
  const std::string pattern = "(:P)-[:T]->(:Q)";
  TokenStream other(pattern);
  auto one = match_edges(parse_pattern_as_match(other), context_of(pattern));
  REQUIRE(one.ok());
  CHECK(*one == std::vector<graph::EdgeNumber>{1});
}

TEST_CASE("constants") {
  const std::string text = "date('2024-01-31') + duration('P1M')";
  TokenStream tokens(text);
  const auto value = evaluate_constant(parse_expression(tokens), context_of(text));
  REQUIRE(value.ok());
  CHECK(print_value(*value, *graph()) == "\"2024-02-29\"");
  const std::string variable = "1 + x";
  TokenStream other(variable);
  const auto refused = evaluate_constant(parse_expression(other), context_of(variable));
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().message == "SyntaxError: NonConstantExpression: this value cannot depend on `x`");
}

TEST_CASE("slips are warnings with place and suggestion") {
  const std::string text = "MATCH (n:PP)-[:U]->(m) RETURN n.y";
  auto result = [&] {
    TokenStream tokens(text);
    return run_core(parse_query(tokens), context_of(text));
  }();
  REQUIRE(result.ok());
  CHECK((*result)->warnings() ==
        std::vector<std::string>{"line 1, column 10: no label `PP` exists in the graph\nMATCH "
                                 "(n:PP)-[:U]->(m) RETURN n.y\n         ^ did you mean `P`?",
                                 "line 1, column 16: no relationship type `U` exists in the graph\nMATCH "
                                 "(n:PP)-[:U]->(m) RETURN n.y\n               ^",
                                 "line 1, column 33: no property `y` exists in the graph\nMATCH "
                                 "(n:PP)-[:U]->(m) RETURN n.y\n                                ^"});
}

TEST_CASE("the clock is the caller's") {
  const std::string text = "datetime()";
  TokenStream tokens(text);
  CoreContext context = context_of(text);
  context.clock = [] { return std::int64_t{1'000'000'000'500'000'000}; };
  const auto value = evaluate_constant(parse_expression(tokens), context);
  REQUIRE(value.ok());
  CHECK(print_value(*value, *context.view) == "\"2001-09-09T01:46:40.500Z\"");
}

}  // namespace talentflow::query::test
