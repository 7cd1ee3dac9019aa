// Literals, names, operators, CASE. Calls and what opens a scope of its own stand in files beside this one.
#include <algorithm>
#include <utility>

#include "query/language/binder.hpp"
#include "query/language/restored.hpp"

namespace talentflow::query {
namespace {

constexpr Type kBoolean{TypeKind::boolean, 0};

}  // namespace

void Binder::bind(ast::ExpressionPtr& expression) {
  if (failed()) return;
  // Patterns pass as conditions through AND, OR, XOR and NOT only.
  const auto* unary = expression->get<ast::Unary>();
  const auto* binary = expression->get<ast::Binary>();
  const bool connective = (unary != nullptr && unary->op == ast::UnaryOperator::logical_not) ||
                          (binary != nullptr && (binary->op == ast::BinaryOperator::logical_and ||
                                                 binary->op == ast::BinaryOperator::logical_or ||
                                                 binary->op == ast::BinaryOperator::logical_xor));
  const bool pattern = expression->get<ast::PatternPredicate>() != nullptr;
  const Restored mode(pattern_allowed_, pattern_allowed_ && (connective || pattern));
  ast::Expression& e = *expression;
  std::visit([&](auto& node) { bind_node(e, node); }, e.node);
}

void Binder::bind_node(ast::Expression& e, ast::Literal& node) {
  static constexpr TypeKind kKinds[] = {TypeKind::null, TypeKind::boolean, TypeKind::integer,
                                        TypeKind::floating, TypeKind::string};
  const std::size_t index = node.value.data().index();
  e.type = {index < std::size(kKinds) ? kKinds[index] : TypeKind::any, 0};
}

void Binder::bind_node(ast::Expression& e, ast::Parameter& node) {
  if (parameters_ != nullptr)
    for (const auto& [name, value] : *parameters_)
      if (name == node.name) {
        node.value = value;
        return;
      }
  std::vector<std::string> names;
  if (parameters_ != nullptr)
    for (const auto& entry : *parameters_) names.push_back(entry.first);
  fail_kind(e.place, {"ParameterMissing", "MissingParameter", "the parameter $" + node.name + " has no value",
                      did_you_mean(node.name, names)});
}

std::string Binder::suggest_variable(const std::string& name) const {
  std::vector<std::string> names;
  for (const auto& [known, binding] : scope_)
    if (!binding.hidden) names.push_back(known);
  return did_you_mean(name, names);
}

void Binder::bind_node(ast::Expression& e, ast::Variable& node) {
  if (constant_)
    return fail(e.place, "NonConstantExpression",
                std::string(constant_what_) + " cannot depend on `" + node.name + "`");
  const auto found = scope_.find(node.name);
  if (found == scope_.end())
    return fail(e.place, "UndefinedVariable", "`" + node.name + "` is not defined",
                suggest_variable(node.name));
  if (found->second.hidden && in_aggregate_ && aggregates_ == Aggregates::refused)
    return fail(e.place, "UndefinedVariable", "`" + node.name + "` is not defined");
  node.slot = found->second.slot;
  e.type = found->second.type;
}

void Binder::bind_node(ast::Expression& e, ast::Property& node) {
  bind(node.object);
  if (failed()) return;
  const Type type = node.object->type;
  if (type.is(TypeKind::path))
    return fail(e.place, "InvalidArgumentType", "a path has no properties, so no `" + node.key + "`");
  const bool fine = type.is_any() || type.is_null() || type.is(TypeKind::map) || type.is(TypeKind::node) ||
                    type.is(TypeKind::edge) || type.is_temporal();
  if (!fine)
    return fail_kind(e.place, {"TypeError", "InvalidArgumentType",
                               with_article(type) + " has no properties, so no `" + node.key + "`"});
  const Place key{
      e.place.end - static_cast<std::uint32_t>(std::min<std::size_t>(node.key.size(), e.place.end)),
      e.place.end};
  node.code = property_code(*node.object, node.key, key);
}

void Binder::bind_node(ast::Expression& e, ast::Index& node) {
  bind(node.object);
  bind(node.index);
  if (node.object->type.is_list()) e.type = node.object->type.element();
}

void Binder::bind_node(ast::Expression& e, ast::Slice& node) {
  bind(node.object);
  if (node.from) bind(node.from);
  if (node.to) bind(node.to);
  e.type = node.object->type.is_list() ? node.object->type : Type{TypeKind::any, 1};
}

void Binder::need_boolean(const ast::Expression& operand) {
  const Type type = operand.type;
  if (type.is(TypeKind::boolean) || type.is_any() || type.is_null()) return;
  fail(operand.place, "InvalidArgumentType", "expected true, false or null, found " + with_article(type));
}

void Binder::need_number(const ast::Expression& operand, const char* symbol, bool temporal) {
  const Type type = operand.type;
  if (type.is_numeric() || type.is_any() || type.is_null() || (temporal && type.is_temporal())) return;
  fail(operand.place, "InvalidArgumentType",
       std::string(symbol) + " needs a number, found " + with_article(type));
}

void Binder::bind_node(ast::Expression& e, ast::Unary& node) {
  bind(node.operand);
  if (failed()) return;
  e.type = kBoolean;
  if (node.op == ast::UnaryOperator::logical_not) return need_boolean(*node.operand);
  if (node.op == ast::UnaryOperator::is_null || node.op == ast::UnaryOperator::is_not_null) return;
  need_number(*node.operand, node.op == ast::UnaryOperator::negate ? "-" : "+", true);
  e.type = node.operand->type;
}

Type Binder::arithmetic_type(const ast::Binary& node) {
  const Type left = node.left->type;
  const Type right = node.right->type;
  using Op = ast::BinaryOperator;
  if (node.op == Op::add || node.op == Op::concatenate) {
    if (left.is_list() || right.is_list()) {
      const Type a = left.is_list() ? left.element() : left;
      const Type b = right.is_list() ? right.element() : right;
      if (left.is_any() || right.is_any()) return {TypeKind::any, 1};
      return Type::list_of(common_type(a, b));
    }
    for (const auto* side : {&node.left, &node.right}) {
      const Type type = (*side)->type;
      const bool other_text = left.is(TypeKind::string) || right.is(TypeKind::string);
      const bool fine = type.is_any() || type.is_null() || type.is_numeric() || type.is(TypeKind::string) ||
                        type.is_temporal() || (other_text && type.is(TypeKind::boolean));
      if (!fine && !(left.is_any() || right.is_any()))
        fail((*side)->place, "InvalidArgumentType", "+ cannot add " + with_article(type));
    }
    // What is not known yet may turn out to be a list.
    if (left.is_any() || right.is_any()) return {};
    if (left.is(TypeKind::string) || right.is(TypeKind::string)) return {TypeKind::string, 0};
  } else {
    const bool temporal = node.op == Op::subtract || node.op == Op::multiply || node.op == Op::divide;
    const char* symbol = node.op == Op::subtract   ? "-"
                         : node.op == Op::multiply ? "*"
                         : node.op == Op::divide   ? "/"
                         : node.op == Op::modulo   ? "%"
                                                   : "^";
    need_number(*node.left, symbol, temporal);
    need_number(*node.right, symbol, temporal);
  }
  if (!left.is_numeric() || !right.is_numeric()) return {};
  if (node.op == Op::power) return {TypeKind::floating, 0};
  return left == right ? left : Type{TypeKind::number, 0};
}

void Binder::bind_node(ast::Expression& e, ast::Binary& node) {
  bind(node.left);
  bind(node.right);
  if (failed()) return;
  e.type = kBoolean;
  switch (node.op) {
    case ast::BinaryOperator::logical_and:
    case ast::BinaryOperator::logical_or:
    case ast::BinaryOperator::logical_xor:
      need_boolean(*node.left);
      need_boolean(*node.right);
      return;
    case ast::BinaryOperator::in:
      if (const Type type = node.right->type; !type.is_list() && !type.is_any() && !type.is_null())
        fail(node.right->place, "InvalidArgumentType", "IN needs a list, found " + with_article(type));
      return;
    case ast::BinaryOperator::starts_with:
    case ast::BinaryOperator::ends_with:
    case ast::BinaryOperator::contains:
    case ast::BinaryOperator::matches:
      return;
    default:
      e.type = arithmetic_type(node);
  }
}

void Binder::bind_node(ast::Expression& e, ast::ComparisonChain& node) {
  for (auto& operand : node.operands) bind(operand);
  e.type = kBoolean;
}

void Binder::bind_node(ast::Expression& e, ast::LabelTest& node) {
  bind(node.operand);
  if (failed()) return;
  const Type type = node.operand->type;
  if (!type.is(TypeKind::node) && !type.is(TypeKind::edge) && !type.is_any() && !type.is_null())
    return fail(e.place, "InvalidArgumentType", with_article(type) + " has no labels");
  bind_labels(node.labels, type.is(TypeKind::edge));
  e.type = kBoolean;
}

void Binder::bind_node(ast::Expression& e, ast::ListLiteral& node) {
  Type element{node.items.empty() ? TypeKind::any : TypeKind::null, 0};
  for (auto& item : node.items) {
    bind(item);
    element = common_type(element, item->type);
  }
  e.type = Type::list_of(element);
}

void Binder::bind_node(ast::Expression& e, ast::MapLiteral& node) {
  for (auto& [key, value] : node.entries) bind(value);
  e.type = {TypeKind::map, 0};
}

void Binder::bind_node(ast::Expression& e, ast::MapProjection& node) {
  bind(node.object);
  if (failed()) return;
  const Type type = node.object->type;
  if (!type.is(TypeKind::map) && !type.is(TypeKind::node) && !type.is(TypeKind::edge) && !type.is_any() &&
      !type.is_null())
    return fail(node.object->place, "InvalidArgumentType",
                with_article(type) + " has no properties to project");
  for (auto& item : node.items) {
    if (item.value)
      bind(item.value);
    else if (!item.all)
      item.code = property_code(*node.object, item.key, e.place);
  }
  e.type = {TypeKind::map, 0};
}

void Binder::bind_node(ast::Expression& e, ast::Case& node) {
  if (node.subject) bind(node.subject);
  Type type{TypeKind::null, 0};
  for (auto& [condition, result] : node.branches) {
    bind(condition);
    if (!node.subject && !failed()) need_boolean(*condition);
    bind(result);
    type = common_type(type, result->type);
  }
  if (node.otherwise) {
    bind(node.otherwise);
    type = common_type(type, node.otherwise->type);
  }
  e.type = type;
}

}  // namespace talentflow::query
