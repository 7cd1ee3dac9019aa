#include <utility>

#include "query/language/parser.hpp"

namespace talentflow::query {

ast::Pattern Parser::pattern() {
  ast::Pattern pattern;
  do {
    pattern.paths.push_back(path_pattern());
  } while (tokens_.accept(","));
  return pattern;
}

ast::PathPattern Parser::path_pattern() {
  std::string variable;
  const Place place = tokens_.peek().place;
  if (tokens_.at("=", 1)) {
    variable = tokens_.expect_name("a variable for the path");
    tokens_.expect("=");
  }
  const bool shortest = tokens_.at_any_word({"shortestPath", "allShortestPaths"}) && tokens_.at("(", 1);
  ast::PathPattern path = shortest ? shortest_path() : chain();
  path.variable = std::move(variable);
  path.place = place;
  return path;
}

ast::PathPattern Parser::shortest_path() {
  const Place place = tokens_.peek().place;
  const bool all = tokens_.at_word("allShortestPaths");
  tokens_.take();
  tokens_.expect("(");
  ast::PathPattern path = chain();
  tokens_.expect(")");
  path.kind = all ? ast::PathPattern::Kind::all_shortest : ast::PathPattern::Kind::shortest;
  if (!tokens_.failed() && path.edges.size() != 1)
    tokens_.fail(place, "InvalidRelationshipPattern",
                 "a shortest path takes one relationship between two nodes");
  return path;
}

ast::PathPattern Parser::chain() {
  ast::PathPattern path;
  path.nodes.push_back(node_pattern());
  while (tokens_.at("-") || tokens_.at("<")) {
    path.edges.push_back(edge_pattern());
    path.nodes.push_back(node_pattern());
  }
  return path;
}

ast::NodePattern Parser::node_pattern() {
  ast::NodePattern node;
  const std::uint32_t begin = here();
  if (!tokens_.expect("(")) return node;
  const bool bar = std::exchange(bar_ends_, false);
  const TokenKind kind = tokens_.peek().kind;
  const bool named = kind == TokenKind::quoted_identifier ||
                     (kind == TokenKind::identifier && !tokens_.at_word("WHERE")) ||
                     (tokens_.at_word("WHERE") && (tokens_.at(")", 1) || tokens_.at(":", 1)));
  if (named) node.variable = tokens_.take().text;
  if (tokens_.accept(":")) node.labels = label_expression(true);
  node.properties = pattern_properties();
  if (tokens_.accept_word("WHERE")) node.where = expression();
  bar_ends_ = bar;
  tokens_.expect(")");
  node.place = since(begin);
  return node;
}

ast::ExpressionPtr Parser::pattern_properties() {
  if (tokens_.at("{")) return map_literal();
  if (tokens_.peek().kind == TokenKind::parameter)
    tokens_.fail(tokens_.peek().place, "InvalidParameterUse",
                 "a parameter cannot stand for the properties of a pattern; write {key: $" +
                     tokens_.peek().text + ".key}");
  return nullptr;
}

ast::EdgePattern Parser::edge_pattern() {
  ast::EdgePattern edge;
  const std::uint32_t begin = here();
  const bool left = tokens_.accept("<");
  tokens_.expect("-");
  if (tokens_.accept("[")) {
    edge_details(edge);
    tokens_.expect("]");
  }
  tokens_.expect("-");
  const bool right = tokens_.accept(">");
  edge.direction =
      left == right ? ast::Direction::both : (left ? ast::Direction::left : ast::Direction::right);
  edge.place = since(begin);
  return edge;
}

void Parser::edge_details(ast::EdgePattern& edge) {
  const bool bar = std::exchange(bar_ends_, false);
  const TokenKind kind = tokens_.peek().kind;
  const bool named =
      kind == TokenKind::quoted_identifier || (kind == TokenKind::identifier && !tokens_.at_word("WHERE"));
  if (named) edge.variable = tokens_.take().text;
  if (tokens_.accept(":")) edge.types = label_expression(true);
  edge_length(edge);
  edge.properties = pattern_properties();
  if (tokens_.accept_word("WHERE")) edge.where = expression();
  bar_ends_ = bar;
}

/// *, *2, *1..3, *..3, *1..
void Parser::edge_length(ast::EdgePattern& edge) {
  const auto bound = [&] {
    const Token& token = tokens_.take();
    return static_cast<std::int64_t>(std::min<std::uint64_t>(token.magnitude, 1ULL << 62));
  };
  const auto refuse = [&] {
    tokens_.fail(tokens_.peek().place, "InvalidRelationshipPattern",
                 "a length is written *, *2, *1..3, *..3 or *1.., with whole numbers from 0");
  };
  if (tokens_.at("..")) return refuse();
  if (!tokens_.accept("*")) return;
  edge.variable_length = true;
  const auto at_integer = [&] { return tokens_.peek().kind == TokenKind::integer; };
  if (at_integer()) {
    edge.minimum = bound();
    if (!tokens_.at("..")) {
      edge.maximum = edge.minimum;
      return;
    }
  }
  if (tokens_.accept("..") && at_integer()) edge.maximum = bound();
  if (tokens_.at("-") || tokens_.peek().kind == TokenKind::floating) refuse();
}

ast::LabelExpression Parser::label_expression(bool bar_allowed) {
  const std::uint32_t begin = here();
  ast::LabelExpression first = label_conjunction();
  if (!bar_allowed || !tokens_.at("|")) return first;
  ast::LabelExpression any{ast::LabelExpression::Op::any_of, {}, "", {}};
  any.parts.push_back(std::move(first));
  while (tokens_.accept("|")) {
    tokens_.accept(":");  // the older form A|:B
    any.parts.push_back(label_conjunction());
  }
  any.place = since(begin);
  return any;
}

ast::LabelExpression Parser::label_conjunction() {
  const std::uint32_t begin = here();
  ast::LabelExpression first = label_primary();
  if (!tokens_.at("&") && !tokens_.at(":")) return first;
  ast::LabelExpression all{ast::LabelExpression::Op::all_of, {}, "", {}};
  all.parts.push_back(std::move(first));
  while (tokens_.accept("&") || tokens_.accept(":")) all.parts.push_back(label_primary());
  all.place = since(begin);
  return all;
}

ast::LabelExpression Parser::label_primary() {
  ast::LabelExpression label;
  label.place = tokens_.peek().place;
  if (!tokens_.enter()) return label;
  if (tokens_.accept("!")) {
    label.op = ast::LabelExpression::Op::none_of;
    label.parts.push_back(label_primary());
  } else if (tokens_.accept("%")) {
    label.op = ast::LabelExpression::Op::any;
  } else if (tokens_.accept("(")) {
    label = label_expression(true);
    tokens_.expect(")");
  } else {
    label.name = tokens_.expect_name("a label or type");
  }
  tokens_.leave();
  return label;
}

/// Looks at tokens only, so that `(` never costs a second parse: the brackets must hold what a node pattern
/// can begin with, and an edge must follow: `--`, `-->`, `<--`, `-[..]-`, `<-[..]-`.
bool Parser::pattern_ahead() const {
  if (!tokens_.at("(")) return false;
  std::size_t i = 1;
  const auto is_name = [&](std::size_t ahead) {
    const TokenKind kind = tokens_.peek(ahead).kind;
    return kind == TokenKind::identifier || kind == TokenKind::quoted_identifier;
  };
  if (is_name(1)) {
    ++i;
    if (!tokens_.at(")", i) && !tokens_.at(":", i) && !tokens_.at("{", i) && !tokens_.at_word("WHERE", i))
      return false;
  } else if (!tokens_.at(")", i) && !tokens_.at(":", i) && !tokens_.at("{", i)) {
    return false;
  }
  const auto skip_brackets = [&](std::size_t ahead) {
    int depth = 0;
    for (;; ++ahead) {
      if (tokens_.peek(ahead).kind == TokenKind::end) return ahead;
      if (tokens_.at("(", ahead) || tokens_.at("[", ahead) || tokens_.at("{", ahead)) ++depth;
      if (tokens_.at(")", ahead) || tokens_.at("]", ahead) || tokens_.at("}", ahead)) --depth;
      if (depth == 0) return ahead + 1;
    }
  };
  i = skip_brackets(0);
  if (tokens_.at("<", i)) ++i;
  if (!tokens_.at("-", i)) return false;
  // (a)--(b) is an edge, (a) - -(b) a number less the opposite of another.
  if (tokens_.at("-", i + 1)) return tokens_.peek(i).place.end == tokens_.peek(i + 1).place.begin;
  return tokens_.at("[", i + 1) && tokens_.at("-", skip_brackets(i + 1));
}

}  // namespace talentflow::query
