// Lists and maps, and what runs over lists: comprehensions, reduce, quantifiers.
#include <utility>

#include "query/language/parser.hpp"

namespace talentflow::query {

using ast::ExpressionPtr;

ExpressionPtr Parser::list_or_comprehension() {
  const std::uint32_t begin = here();
  const TokenKind next = tokens_.peek(1).kind;
  const bool name = next == TokenKind::identifier || next == TokenKind::quoted_identifier;
  if (name && tokens_.at_word("IN", 2)) {
    // [x IN xs] alone is a list of one test, [x IN xs WHERE ..] and [x IN xs | ..] are comprehensions;
    // openCypher reads all three as comprehensions.
    return list_comprehension();
  }
  tokens_.expect("[");
  const bool path_named = name && tokens_.at("=", 1);
  if (pattern_ahead() || (path_named && tokens_.at("(", 2))) {
    const std::size_t mark = tokens_.mark();
    if (path_named) {
      tokens_.take();
      tokens_.take();
    }
    const bool pattern = pattern_ahead();
    tokens_.reset(mark);
    if (pattern) return pattern_comprehension();
  }
  const bool bar = std::exchange(bar_ends_, false);
  ast::ListLiteral list;
  if (!tokens_.at("]")) {
    do {
      list.items.push_back(expression());
    } while (tokens_.accept(","));
  }
  bar_ends_ = bar;
  tokens_.expect("]");
  return ast::make(since(begin), std::move(list));
}

ExpressionPtr Parser::list_comprehension() {
  const std::uint32_t begin = here();
  tokens_.expect("[");
  const bool bar = std::exchange(bar_ends_, true);
  ast::ListComprehension list;
  list.variable = tokens_.expect_name("a variable");
  tokens_.expect_word("IN");
  list.list = expression();
  if (tokens_.accept_word("WHERE")) list.where = expression();
  bar_ends_ = false;
  if (tokens_.accept("|")) list.result = expression();
  bar_ends_ = bar;
  tokens_.expect("]");
  return ast::make(since(begin), std::move(list));
}

ExpressionPtr Parser::pattern_comprehension() {
  const std::uint32_t begin = tokens_.last_end() - 1;
  ast::PatternComprehension comprehension;
  comprehension.path = path_pattern();
  const bool bar = std::exchange(bar_ends_, true);
  if (tokens_.accept_word("WHERE")) comprehension.where = expression();
  bar_ends_ = false;
  tokens_.expect("|");
  comprehension.result = expression();
  bar_ends_ = bar;
  tokens_.expect("]");
  return ast::make(since(begin), std::move(comprehension));
}

ExpressionPtr Parser::map_literal() {
  const std::uint32_t begin = here();
  tokens_.expect("{");
  const bool bar = std::exchange(bar_ends_, false);
  ast::MapLiteral map;
  if (!tokens_.at("}")) {
    do {
      std::string key;
      if (const Token& token = tokens_.peek(); token.kind == TokenKind::bad) {
        tokens_.fail(token.place, "UnexpectedSyntax", "expected a key of the map");
      } else {
        key = tokens_.expect_name("a key of the map");
      }
      tokens_.expect(":");
      map.entries.emplace_back(std::move(key), expression());
    } while (tokens_.accept(","));
  }
  bar_ends_ = bar;
  tokens_.expect("}");
  return ast::make(since(begin), std::move(map));
}

ExpressionPtr Parser::map_projection(ExpressionPtr object) {
  const std::uint32_t begin = object->place.begin;
  tokens_.expect("{");
  const bool bar = std::exchange(bar_ends_, false);
  ast::MapProjection projection;
  projection.object = std::move(object);
  while (!tokens_.at("}") && !tokens_.failed()) {
    ast::MapProjection::Item item;
    if (tokens_.accept(".")) {
      item.all = tokens_.accept("*");
      if (!item.all) item.key = tokens_.expect_name("a property's name");
    } else {
      const Place place = tokens_.peek().place;
      item.key = tokens_.expect_name("a key");
      item.value = tokens_.accept(":") ? expression() : ast::make(place, ast::Variable{item.key});
    }
    projection.items.push_back(std::move(item));
    if (!tokens_.accept(",")) break;
  }
  bar_ends_ = bar;
  tokens_.expect("}");
  return ast::make(since(begin), std::move(projection));
}

ExpressionPtr Parser::reduce() {
  const std::uint32_t begin = here();
  tokens_.take();
  tokens_.expect("(");
  const bool bar = std::exchange(bar_ends_, true);
  ast::Reduce result;
  result.accumulator = tokens_.expect_name("a variable");
  tokens_.expect("=");
  result.initial = expression();
  tokens_.expect(",");
  result.variable = tokens_.expect_name("a variable");
  tokens_.expect_word("IN");
  result.list = expression();
  bar_ends_ = false;
  tokens_.expect("|");
  result.step = expression();
  bar_ends_ = bar;
  tokens_.expect(")");
  return ast::make(since(begin), std::move(result));
}

ExpressionPtr Parser::quantifier(ast::QuantifierKind kind) {
  const std::uint32_t begin = here();
  tokens_.take();
  tokens_.expect("(");
  const bool bar = std::exchange(bar_ends_, false);
  ast::Quantifier result;
  result.kind = kind;
  result.variable = tokens_.expect_name("a variable");
  tokens_.expect_word("IN");
  result.list = expression();
  tokens_.expect_word("WHERE");
  result.where = expression();
  bar_ends_ = bar;
  tokens_.expect(")");
  return ast::make(since(begin), std::move(result));
}

}  // namespace talentflow::query
