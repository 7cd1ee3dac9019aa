// What an expression is made of: literals, names, calls, CASE, sub-queries.
#include <array>
#include <utility>

#include "query/language/parser.hpp"

namespace talentflow::query {

using ast::ExpressionPtr;

namespace {

/// Words that begin a clause are no variables: `RETURN WHERE` is a slip.
constexpr std::array<std::string_view, 6> kReserved = {"MATCH", "WHERE", "RETURN", "WITH", "UNWIND", "UNION"};

}  // namespace

ExpressionPtr Parser::null_expression() { return ast::make(tokens_.peek().place, ast::Literal{}); }

ExpressionPtr Parser::expression() {
  if (!tokens_.enter()) return null_expression();
  ExpressionPtr result = logical_or();
  tokens_.leave();
  return result;
}

ExpressionPtr Parser::atom() {
  const Token& token = tokens_.peek();
  const Place place = token.place;
  switch (token.kind) {
    case TokenKind::integer:
      return integer_literal(false, place);
    case TokenKind::floating:
      return ast::make(place, ast::Literal{Value(tokens_.take().number)});
    case TokenKind::string:
      return ast::make(place, ast::Literal{Value(tokens_.take().text)});
    case TokenKind::parameter:
      return ast::make(place, ast::Parameter{tokens_.take().text, {}});
    case TokenKind::identifier:
      return word();
    case TokenKind::quoted_identifier:
      if (tokens_.at("(", 1)) return call();
      return ast::make(place, ast::Variable{tokens_.take().text});
    default:
      break;
  }
  if (tokens_.at("(")) return parenthesized();
  if (tokens_.at("[")) return list_or_comprehension();
  if (tokens_.at("{")) return map_literal();
  tokens_.fail_expected("an expression");
  return null_expression();
}

ExpressionPtr Parser::parenthesized() {
  const std::uint32_t begin = here();
  if (pattern_ahead()) {
    ast::PathPattern path = path_pattern();
    return ast::make(since(begin), ast::PatternPredicate{std::move(path), nullptr});
  }
  tokens_.take();
  const bool bar = std::exchange(bar_ends_, false);
  ExpressionPtr inner = expression();
  bar_ends_ = bar;
  tokens_.expect(")");
  return inner;
}

ExpressionPtr Parser::word() {
  const Place place = tokens_.peek().place;
  const bool call_follows = tokens_.at("(", 1);
  if (!call_follows) {
    if (tokens_.accept_word("true")) return ast::make(place, ast::Literal{Value(true)});
    if (tokens_.accept_word("false")) return ast::make(place, ast::Literal{Value(false)});
    if (tokens_.accept_word("null")) return ast::make(place, ast::Literal{});
    if (tokens_.at_word("CASE") && !tokens_.at(".", 1) && !tokens_.at(")", 1) && !tokens_.at(",", 1))
      return case_expression();
  }
  if (tokens_.at("{", 1)) {
    if (tokens_.at_word("EXISTS")) return subquery(ast::SubqueryKind::exists);
    if (tokens_.at_word("COUNT")) return subquery(ast::SubqueryKind::count);
    if (tokens_.at_word("COLLECT")) return subquery(ast::SubqueryKind::collect);
  }
  if (call_follows) {
    const bool binds = tokens_.at_word("IN", 3);
    if (binds && tokens_.at_word("all")) return quantifier(ast::QuantifierKind::all);
    if (binds && tokens_.at_word("any")) return quantifier(ast::QuantifierKind::any);
    if (binds && tokens_.at_word("none")) return quantifier(ast::QuantifierKind::none);
    if (binds && tokens_.at_word("single")) return quantifier(ast::QuantifierKind::single);
    if (tokens_.at_word("reduce") && tokens_.at("=", 3)) return reduce();
    if (tokens_.at_any_word({"shortestPath", "allShortestPaths"})) {
      ast::PathPattern path = path_pattern();
      return ast::make(since(place.begin), ast::PatternPredicate{std::move(path), nullptr});
    }
    return call();
  }
  if (tokens_.at_any_word(kReserved)) {
    tokens_.fail_expected("an expression");
    return null_expression();
  }
  // a namespace: duration.between(..)
  if (tokens_.at(".", 1) && tokens_.peek(2).kind == TokenKind::identifier && tokens_.at("(", 3))
    return call();
  return ast::make(place, ast::Variable{tokens_.take().text});
}

ExpressionPtr Parser::call() {
  const std::uint32_t begin = here();
  ast::Call call;
  call.name = tokens_.take().text;
  while (tokens_.accept(".")) call.name += "." + tokens_.expect_name("a function's name");
  tokens_.expect("(");
  const bool bar = std::exchange(bar_ends_, false);
  if (tokens_.at("*") && tokens_.at(")", 1)) {
    tokens_.take();
    call.star = true;
  } else {
    call.distinct = tokens_.accept_word("DISTINCT");
    if (!tokens_.at(")")) {
      do {
        call.arguments.push_back(expression());
      } while (tokens_.accept(","));
    }
  }
  bar_ends_ = bar;
  tokens_.expect(")");
  return ast::make(since(begin), std::move(call));
}

ExpressionPtr Parser::case_expression() {
  const std::uint32_t begin = here();
  tokens_.take();
  const bool bar = std::exchange(bar_ends_, false);
  ast::Case result;
  if (!tokens_.at_word("WHEN")) result.subject = expression();
  if (!tokens_.at_word("WHEN")) tokens_.fail_expected("WHEN", {"WHEN"});
  while (tokens_.accept_word("WHEN")) {
    ExpressionPtr condition = expression();
    tokens_.expect_word("THEN");
    ExpressionPtr value = expression();
    result.branches.emplace_back(std::move(condition), std::move(value));
  }
  if (tokens_.accept_word("ELSE")) result.otherwise = expression();
  tokens_.expect_word("END");
  bar_ends_ = bar;
  return ast::make(since(begin), std::move(result));
}

/// EXISTS { MATCH .. RETURN .. }, or the short form { pattern WHERE .. }; RETURN may be left out.
ExpressionPtr Parser::subquery(ast::SubqueryKind kind) {
  const std::uint32_t begin = here();
  tokens_.take();
  tokens_.expect("{");
  const bool bar = std::exchange(bar_ends_, false);
  auto query = std::make_unique<ast::Query>();
  if (tokens_.at_any_word({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN"}) && !tokens_.at("=", 1)) {
    *query = this->query(kind != ast::SubqueryKind::collect);
  } else {
    ast::Match match;
    match.place = tokens_.peek().place;
    match.pattern = pattern();
    if (tokens_.accept_word("WHERE")) match.where = expression();
    query->parts.emplace_back();
    query->parts.back().clauses.emplace_back(std::move(match));
  }
  bar_ends_ = bar;
  tokens_.expect("}");
  return ast::make(since(begin), ast::Subquery{kind, std::move(query), ast::kNoSlot, nullptr});
}

}  // namespace talentflow::query
