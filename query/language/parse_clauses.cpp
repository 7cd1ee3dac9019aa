#include <algorithm>
#include <array>

#include "query/language/core.hpp"
#include "query/language/parser.hpp"

namespace talentflow::query {
namespace {

const std::vector<std::string> kClauseWords = {"MATCH", "OPTIONAL", "WITH",  "UNWIND", "RETURN", "WHERE",
                                               "ORDER", "SKIP",     "LIMIT", "UNION",  "OFFSET"};

constexpr std::array<std::string_view, 9> kWritingWords = {"CREATE", "MERGE",   "DELETE", "DETACH", "SET",
                                                           "REMOVE", "FOREACH", "LOAD",   "CALL"};

}  // namespace

ast::Query Parser::query(bool open_end) {
  ast::Query query;
  query.parts.push_back(single_query(open_end));
  while (tokens_.at_word("UNION")) {
    const Place place = tokens_.take().place;
    query.union_all.push_back(tokens_.accept_word("ALL"));
    if (!query.union_all.back()) tokens_.accept_word("DISTINCT");
    if (query.union_all.back() != query.union_all.front())
      tokens_.fail(place, "InvalidClauseComposition", "UNION and UNION ALL cannot be mixed in one query");
    query.parts.push_back(single_query(open_end));
  }
  return query;
}

ast::SingleQuery Parser::single_query(bool open_end) {
  ast::SingleQuery query;
  const std::uint32_t begin = here();
  while (!tokens_.failed()) {
    if (tokens_.at_word("MATCH") || tokens_.at_words({"OPTIONAL", "MATCH"})) {
      query.clauses.emplace_back(match());
    } else if (tokens_.at_word("UNWIND")) {
      query.clauses.emplace_back(unwind());
    } else if (tokens_.at_word("WITH")) {
      query.clauses.emplace_back(projection(false));
    } else if (tokens_.at_word("RETURN")) {
      query.clauses.emplace_back(projection(true));
      return query;
    } else if (tokens_.at_any_word(kWritingWords)) {
      const std::string word = tokens_.peek().text;
      // In a sub-query it is a clause in the wrong place even where queries write.
      tokens_.fail(tokens_.peek().place, open_end ? "InvalidClauseComposition" : "UnexpectedSyntax",
                   "no query writes, so `" + word +
                       "` is no clause here; what enters the graph is ingested with its source");
    } else if (open_end && !query.clauses.empty() && (tokens_.at("}") || tokens_.at_word("UNION"))) {
      return query;
    } else if (!query.clauses.empty() && (tokens_.at_end() || tokens_.at(";") || tokens_.at("}"))) {
      tokens_.fail({begin, begin}, "InvalidClauseComposition", "the query does not end with RETURN");
    } else {
      tokens_.fail_expected(query.clauses.empty()
                                ? "MATCH, OPTIONAL MATCH, UNWIND, WITH or RETURN"
                                : "a clause (MATCH, WHERE, WITH, UNWIND, RETURN, ORDER BY, ..)",
                            kClauseWords);
    }
  }
  return query;
}

ast::SingleQuery Parser::matches() {
  ast::SingleQuery query;
  do {
    query.clauses.emplace_back(match());
  } while (!tokens_.failed() && (tokens_.at_word("MATCH") || tokens_.at_words({"OPTIONAL", "MATCH"})));
  return query;
}

ast::Match Parser::match() {
  ast::Match match;
  match.place = tokens_.peek().place;
  match.optional = tokens_.accept_word("OPTIONAL");
  tokens_.expect_word("MATCH");
  match.pattern = pattern();
  if (tokens_.accept_word("WHERE")) match.where = expression();
  return match;
}

ast::Unwind Parser::unwind() {
  ast::Unwind unwind;
  unwind.place = tokens_.take().place;
  unwind.list = expression();
  tokens_.expect_word("AS");
  unwind.variable_place = tokens_.peek().place;
  unwind.variable = tokens_.expect_name("a variable");
  return unwind;
}

ast::Projection Parser::projection(bool is_return) {
  ast::Projection projection;
  projection.place = tokens_.take().place;
  projection.is_return = is_return;
  projection.distinct = tokens_.accept_word("DISTINCT");
  projection.star = tokens_.accept("*");
  if (!projection.star || tokens_.accept(",")) {
    do {
      projection.items.push_back(projection_item());
    } while (tokens_.accept(","));
  }
  if (tokens_.accept_words({"ORDER", "BY"})) projection.order_by = order_by();
  if (tokens_.accept_word("SKIP") || tokens_.accept_word("OFFSET")) projection.skip = expression();
  if (tokens_.accept_word("LIMIT")) projection.limit = expression();
  if (!is_return && tokens_.accept_word("WHERE")) projection.where = expression();
  return projection;
}

ast::ProjectionItem Parser::projection_item() {
  ast::ProjectionItem item;
  const std::uint32_t begin = here();
  item.expression = expression();
  item.place = since(begin);
  if (tokens_.accept_word("AS")) {
    item.name = tokens_.expect_name("a name for the column");
    item.named = true;
    return item;
  }
  const auto* variable = item.expression->get<ast::Variable>();
  item.named = variable != nullptr;
  item.name = variable != nullptr ? variable->name
                                  : std::string(tokens_.source().substr(begin, item.place.end - begin));
  return item;
}

std::vector<ast::SortItem> Parser::order_by() {
  std::vector<ast::SortItem> items;
  do {
    ast::SortItem item;
    item.expression = expression();
    if (tokens_.accept_word("DESC") || tokens_.accept_word("DESCENDING")) {
      item.descending = true;
    } else if (!tokens_.accept_word("ASC")) {
      tokens_.accept_word("ASCENDING");
    }
    items.push_back(std::move(item));
  } while (tokens_.accept(","));
  return items;
}

void Parser::end_of_statement(std::string_view expected) {
  tokens_.accept(";");
  if (!tokens_.at_end()) tokens_.fail_expected(expected, kClauseWords);
}

ast::Query parse_query(TokenStream& tokens) { return Parser(tokens).query(); }

ast::Query parse_match(TokenStream& tokens) {
  ast::Query query;
  query.parts.push_back(Parser(tokens).matches());
  return query;
}

ast::Query parse_pattern_as_match(TokenStream& tokens) {
  ast::Match match;
  match.place = tokens.peek().place;
  match.pattern = Parser(tokens).pattern();
  if (tokens.accept_word("WHERE")) match.where = Parser(tokens).expression();
  ast::Query query;
  query.parts.emplace_back();
  query.parts.back().clauses.emplace_back(std::move(match));
  return query;
}

ast::ExpressionPtr parse_expression(TokenStream& tokens) { return Parser(tokens).expression(); }

ast::NodePattern parse_node_pattern(TokenStream& tokens) { return Parser(tokens).node_pattern(); }

void expect_end(TokenStream& tokens, std::string_view expected) { Parser(tokens).end_of_statement(expected); }

}  // namespace talentflow::query
