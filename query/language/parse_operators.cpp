// Operators, loosest binding first: one function a level, each asking the next tighter one for its operands.
#include <utility>

#include "query/language/parser.hpp"

namespace talentflow::query {

using ast::ExpressionPtr;

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

}  // namespace talentflow::query
