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

namespace {

using Operands = std::vector<ExpressionPtr>;

/// AND, OR and XOR may be grouped at will: a balanced tree keeps a chain of thousands of terms shallow.
ExpressionPtr balanced(ast::BinaryOperator op, Operands& operands, std::size_t begin, std::size_t end) {
  if (end - begin == 1) return std::move(operands[begin]);
  const std::size_t middle = begin + (end - begin) / 2;
  const Place place{operands[begin]->place.begin, operands[end - 1]->place.end};
  ExpressionPtr left = balanced(op, operands, begin, middle);
  ExpressionPtr right = balanced(op, operands, middle, end);
  return ast::make(place, ast::Binary{op, std::move(left), std::move(right)});
}

template <class Next>
ExpressionPtr word_chain(TokenStream& tokens, std::string_view word, ast::BinaryOperator op,
                         const Next& next) {
  Operands operands;
  do {
    operands.push_back(next());
  } while (tokens.accept_word(word));
  return balanced(op, operands, 0, operands.size());
}

}  // namespace

ExpressionPtr Parser::logical_or() {
  return word_chain(tokens_, "OR", ast::BinaryOperator::logical_or, [this] { return logical_xor(); });
}

ExpressionPtr Parser::logical_xor() {
  return word_chain(tokens_, "XOR", ast::BinaryOperator::logical_xor, [this] { return logical_and(); });
}

ExpressionPtr Parser::logical_and() {
  return word_chain(tokens_, "AND", ast::BinaryOperator::logical_and, [this] { return logical_not(); });
}

ExpressionPtr Parser::logical_not() {
  const std::uint32_t begin = here();
  if (!tokens_.at_word("NOT")) return comparison();
  if (!tokens_.enter()) return null_expression();
  tokens_.take();
  ExpressionPtr operand = logical_not();
  tokens_.leave();
  return ast::make(since(begin), ast::Unary{ast::UnaryOperator::logical_not, std::move(operand)});
}

ExpressionPtr Parser::comparison() {
  static const std::pair<std::string_view, ast::Comparison> kOperators[] = {
      {"=", ast::Comparison::equal},   {"<>", ast::Comparison::not_equal},
      {"<", ast::Comparison::less},    {"<=", ast::Comparison::less_equal},
      {">", ast::Comparison::greater}, {">=", ast::Comparison::greater_equal}};
  const std::uint32_t begin = here();
  ExpressionPtr first = predicate();
  ast::ComparisonChain chain;
  for (bool more = true; more;) {
    more = false;
    for (const auto& [symbol, op] : kOperators) {
      if (!tokens_.accept(symbol)) continue;
      if (chain.operands.empty()) chain.operands.push_back(std::move(first));
      chain.operators.push_back(op);
      chain.operands.push_back(predicate());
      more = true;
      break;
    }
  }
  if (chain.operators.empty()) return first;
  return ast::make(since(begin), std::move(chain));
}

ExpressionPtr Parser::predicate() {
  const std::uint32_t begin = here();
  ExpressionPtr left = additive();
  const auto binary = [&](ast::BinaryOperator op) {
    ExpressionPtr right = additive();
    left = grow(begin, ast::Binary{op, std::move(left), std::move(right)});
  };
  const auto unary = [&](ast::UnaryOperator op) { left = grow(begin, ast::Unary{op, std::move(left)}); };
  for (;;) {
    if (tokens_.accept_words({"STARTS", "WITH"}))
      binary(ast::BinaryOperator::starts_with);
    else if (tokens_.accept_words({"ENDS", "WITH"}))
      binary(ast::BinaryOperator::ends_with);
    else if (tokens_.accept_word("CONTAINS"))
      binary(ast::BinaryOperator::contains);
    else if (tokens_.accept_word("IN"))
      binary(ast::BinaryOperator::in);
    else if (tokens_.accept("=~"))
      binary(ast::BinaryOperator::matches);
    else if (tokens_.accept_words({"IS", "NOT", "NULL"}))
      unary(ast::UnaryOperator::is_not_null);
    else if (tokens_.accept_words({"IS", "NULL"}))
      unary(ast::UnaryOperator::is_null);
    else
      return left;
  }
}

ExpressionPtr Parser::additive() {
  const std::uint32_t begin = here();
  ExpressionPtr left = multiplicative();
  while (tokens_.at("+") || tokens_.at("-") || (tokens_.at("|") && tokens_.at("|", 1))) {
    const bool concatenate = tokens_.at("|");
    const auto op = concatenate
                        ? ast::BinaryOperator::concatenate
                        : (tokens_.at("+") ? ast::BinaryOperator::add : ast::BinaryOperator::subtract);
    tokens_.take();
    if (concatenate) tokens_.take();
    ExpressionPtr right = multiplicative();
    left = grow(begin, ast::Binary{op, std::move(left), std::move(right)});
  }
  return left;
}

ExpressionPtr Parser::multiplicative() {
  const std::uint32_t begin = here();
  ExpressionPtr left = power();
  while (tokens_.at("*") || tokens_.at("/") || tokens_.at("%")) {
    const auto op = tokens_.at("*")
                        ? ast::BinaryOperator::multiply
                        : (tokens_.at("/") ? ast::BinaryOperator::divide : ast::BinaryOperator::modulo);
    tokens_.take();
    ExpressionPtr right = power();
    left = grow(begin, ast::Binary{op, std::move(left), std::move(right)});
  }
  return left;
}

ExpressionPtr Parser::power() {
  const std::uint32_t begin = here();
  ExpressionPtr left = sign();
  while (tokens_.accept("^")) {
    ExpressionPtr right = sign();
    left =
        ast::make(since(begin), ast::Binary{ast::BinaryOperator::power, std::move(left), std::move(right)});
  }
  return left;
}

ExpressionPtr Parser::sign() {
  const std::uint32_t begin = here();
  const bool minus = tokens_.at("-");
  if (!minus && !tokens_.at("+")) return postfix();
  if (!tokens_.enter()) return null_expression();
  tokens_.take();
  ExpressionPtr result;
  if (minus && tokens_.peek().kind == TokenKind::integer && !tokens_.at(".", 1) && !tokens_.at("[", 1)) {
    result = integer_literal(true, {begin, tokens_.peek().place.end});
  } else {
    ExpressionPtr operand = sign();
    const auto op = minus ? ast::UnaryOperator::negate : ast::UnaryOperator::plus;
    result = ast::make(since(begin), ast::Unary{op, std::move(operand)});
  }
  tokens_.leave();
  return result;
}

ExpressionPtr Parser::integer_literal(bool negative, Place place) {
  const std::uint64_t magnitude = tokens_.peek().magnitude;
  constexpr std::uint64_t kLimit = 1ULL << 63;
  if (magnitude > kLimit || (magnitude == kLimit && !negative)) {
    tokens_.fail(place, "IntegerOverflow", "the number does not fit into 64 bits");
    return null_expression();
  }
  tokens_.take();
  const auto value =
      negative ? static_cast<std::int64_t>(0 - magnitude) : static_cast<std::int64_t>(magnitude);
  return ast::make(place, ast::Literal{Value(value)});
}

ExpressionPtr Parser::postfix() {
  const std::uint32_t begin = here();
  ExpressionPtr left = atom();
  for (;;) {
    if (tokens_.at("[")) {
      left = index_or_slice(std::move(left));
    } else if (tokens_.accept(".")) {
      std::string key = tokens_.expect_name("a property's name");
      left = grow(begin, ast::Property{std::move(left), std::move(key)});
    } else if (tokens_.at("{") && left->get<ast::Variable>() != nullptr) {
      left = map_projection(std::move(left));
    } else {
      break;
    }
  }
  if (tokens_.accept(":")) {
    ast::LabelExpression labels = label_expression(!bar_ends_);
    left = grow(begin, ast::LabelTest{std::move(left), std::move(labels)});
  }
  return left;
}

ExpressionPtr Parser::index_or_slice(ExpressionPtr object) {
  const std::uint32_t begin = object->place.begin;
  tokens_.expect("[");
  const bool bar = std::exchange(bar_ends_, false);
  ExpressionPtr from;
  if (!tokens_.at("..")) from = expression();
  ExpressionPtr result;
  if (tokens_.accept("..")) {
    ExpressionPtr to;
    if (!tokens_.at("]")) to = expression();
    tokens_.expect("]");
    result = grow(begin, ast::Slice{std::move(object), std::move(from), std::move(to)});
  } else {
    tokens_.expect("]");
    result = grow(begin, ast::Index{std::move(object), std::move(from)});
  }
  bar_ends_ = bar;
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
