#include <algorithm>
#include <utility>

#include "query/language/aggregates.hpp"
#include "query/language/binder.hpp"
#include "query/language/functions.hpp"
#include "query/language/walk.hpp"

namespace talentflow::query {
namespace {

constexpr Type kBoolean{TypeKind::boolean, 0};

Type result_type(const ResultType& result, const std::vector<ast::ExpressionPtr>& arguments) {
  switch (result.rule) {
    case ResultRule::fixed:
      return result.type;
    case ResultRule::first_argument:
      return arguments[0]->type;
    case ResultRule::element_of_first:
      return arguments[0]->type.element();
    case ResultRule::common:
      break;
  }
  Type type = arguments[0]->type;
  for (const auto& argument : arguments) type = common_type(type, argument->type);
  return type;
}

/// Gives the binder's mode back at the end of a block.
template <class T>
class Restored {
 public:
  Restored(T& variable, T value) : variable_(variable), before_(std::exchange(variable, std::move(value))) {}
  ~Restored() { variable_ = std::move(before_); }
  Restored(const Restored&) = delete;
  Restored& operator=(const Restored&) = delete;

 private:
  T& variable_;
  T before_;
};

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

bool Binder::has_random(const ast::Expression& expression) const {
  bool found = false;
  for_each_expression(expression, [&](const ast::Expression& inner) {
    const auto* call = inner.get<ast::Call>();
    found = found || (call != nullptr && call->function != nullptr && !call->function->deterministic);
  });
  return found;
}

void Binder::unknown_function(const ast::Expression& e, const ast::Call& node) {
  std::vector<std::string> names;
  for (const Function& function : all_functions()) names.emplace_back(function.name);
  for (const Aggregator& aggregator : all_aggregators()) names.emplace_back(aggregator.name);
  fail(e.place, "UnknownFunction", "there is no function `" + node.name + "`",
       did_you_mean(node.name, names));
}

void Binder::bind_aggregate(ast::Expression& e, ast::Call& node) {
  const Aggregator& aggregator = *node.aggregator;
  if (in_aggregate_)
    return fail(e.place, "NestedAggregation", "an aggregate cannot stand inside another one");
  if (aggregates_ == Aggregates::refused || projection_ == nullptr)
    return fail(e.place, "InvalidAggregation",
                std::string(aggregator.name) +
                    "() can only stand in WITH and RETURN, or repeat one of theirs in ORDER BY");
  if (node.star ? aggregator.name != "count" : node.arguments.size() != aggregator.arguments)
    return fail(e.place, "InvalidNumberOfArguments", "usage: " + std::string(aggregator.signature));
  if (aggregates_ == Aggregates::looked_up && projection_->aggregates.empty())
    return fail(e.place, "InvalidAggregation",
                "ORDER BY can only aggregate where the WITH or RETURN before it does");
  {
    const Restored inside(in_aggregate_, true);
    const Restored mode(aggregates_,
                        aggregates_ == Aggregates::looked_up ? Aggregates::looked_up : Aggregates::collected);
    for (auto& argument : node.arguments) bind(argument);
  }
  if (failed()) return;
  if (!node.arguments.empty()) {
    if (has_random(*node.arguments[0]))
      return fail(node.arguments[0]->place, "NonConstantExpression",
                  "an aggregate cannot read a random value");
    if (!accepts(aggregator.accepted, node.arguments[0]->type))
      return fail(node.arguments[0]->place, "InvalidArgumentType",
                  std::string(aggregator.name) + "() cannot take " + with_article(node.arguments[0]->type));
  }
  Type type = node.star ? Type{TypeKind::integer, 0} : result_type(aggregator.result, node.arguments);
  if (aggregator.name == "collect") type = Type::list_of(node.arguments[0]->type);
  if (aggregator.name == "sum" && !type.is_numeric()) type = {};

  const std::string key = canonical(e, source_);
  for (const auto& known : projection_->aggregates) {
    if (canonical(*known.call, source_) != key) continue;
    e.node = ast::Variable{"", known.slot};
    e.type = type;
    return;
  }
  if (aggregates_ == Aggregates::looked_up) {
    bool lost = false;
    for (const int slot : slots_of(e))
      for (const auto& [name, binding] : scope_) lost = lost || (binding.slot == slot && binding.hidden);
    return fail(
        e.place, lost ? "UndefinedVariable" : "InvalidAggregation",
        lost ? "the variables of this aggregate are gone behind the grouping; repeat one of its columns"
             : "ORDER BY can only repeat an aggregate of the WITH or RETURN before it");
  }
  const int slot = new_slot();
  const Place place = e.place;
  auto call = std::make_unique<ast::Expression>(ast::Expression{place, std::move(node), type});
  e.node = ast::Variable{"", slot};
  e.type = type;
  projection_->aggregates.push_back({std::move(call), slot});
}

void Binder::check_arguments(const ast::Expression& e, const ast::Call& node) {
  const Function& function = *node.function;
  const auto count = static_cast<int>(node.arguments.size());
  if (node.star || count < function.minimum || (function.maximum >= 0 && count > function.maximum))
    return fail(e.place, "InvalidNumberOfArguments", "usage: " + std::string(function.signature));
  for (std::size_t i = 0; i < node.arguments.size(); ++i) {
    const Type type = node.arguments[i]->type;
    if (accepts(function.accepted[std::min<std::size_t>(i, 2)], type)) continue;
    return fail(node.arguments[i]->place, "InvalidArgumentType",
                std::string(function.name) + "() cannot take " + with_article(type) +
                    "; usage: " + std::string(function.signature));
  }
}

void Binder::bind_node(ast::Expression& e, ast::Call& node) {
  if (constant_ && find_aggregator(node.name) != nullptr)
    return fail(e.place, "NonConstantExpression", std::string(constant_what_) + " cannot aggregate");
  node.aggregator = find_aggregator(node.name);
  if (node.aggregator != nullptr) return bind_aggregate(e, node);
  node.function = find_function(node.name);
  if (node.function == nullptr) return unknown_function(e, node);
  const bool predicate = node.function->name == "exists";
  for (auto& argument : node.arguments) {
    const Restored mode(pattern_allowed_, predicate);
    bind(argument);
  }
  if (failed()) return;
  if (node.distinct)
    return fail(e.place, "UnexpectedSyntax",
                "DISTINCT can only stand in an aggregate, and " + node.name + "() is none");
  check_arguments(e, node);
  if (failed()) return;
  if (predicate && node.arguments[0]->get<ast::PatternPredicate>() != nullptr) {
    // exists((a)-->(b)) is the pattern as a condition.
    ast::ExpressionPtr pattern = std::move(node.arguments[0]);
    e.node = std::move(pattern->node);
    e.type = kBoolean;
    return;
  }
  e.type = result_type(node.function->result, node.arguments);
}

Type Binder::list_element(const ast::Expression& list) {
  if (list.type.is_list()) return list.type.element();
  if (!list.type.is_any() && !list.type.is_null() && !failed())
    fail(list.place, "InvalidArgumentType", "expected a list, found " + with_article(list.type));
  return {};
}

void Binder::bind_node(ast::Expression& e, ast::ListComprehension& node) {
  bind(node.list);
  if (failed()) return;
  const Restored scope(scope_, Scope(scope_));
  const Type element = list_element(*node.list);
  node.slot = declare(node.variable, element);
  if (node.where) bind_condition(node.where);
  if (node.result) bind(node.result);
  e.type = Type::list_of(node.result ? node.result->type : element);
}

void Binder::bind_node(ast::Expression& e, ast::Reduce& node) {
  bind(node.initial);
  bind(node.list);
  if (failed()) return;
  const Restored scope(scope_, Scope(scope_));
  const Type element = list_element(*node.list);
  // The accumulator may change its type from step to step.
  node.accumulator_slot = declare(node.accumulator, {});
  node.slot = declare(node.variable, element);
  bind(node.step);
  e.type = {};
}

void Binder::bind_node(ast::Expression& e, ast::Quantifier& node) {
  bind(node.list);
  if (failed()) return;
  const Restored scope(scope_, Scope(scope_));
  const Type element = list_element(*node.list);
  node.slot = declare(node.variable, element);
  bind_condition(node.where);
  e.type = kBoolean;
}

void Binder::bind_node(ast::Expression& e, ast::PatternComprehension& node) {
  const Restored scope(scope_, Scope(scope_));
  std::set<std::string> edges_here;
  bind_path(node.path, Names::declare, edges_here);
  if (!node.path.variable.empty() || node.path.kind != ast::PathPattern::Kind::plain) {
    if (!node.path.variable.empty() && scope_.contains(node.path.variable))
      fail(node.path.place, "VariableAlreadyBound", "`" + node.path.variable + "` already has a value");
    node.path.slot = declare(node.path.variable, {TypeKind::path, 0});
  }
  bind_path_conditions(node.path);
  if (node.where) bind_condition(node.where);
  bind(node.result);
  e.type = Type::list_of(node.result->type);
}

void Binder::bind_node(ast::Expression& e, ast::PatternPredicate& node) {
  const bool path = node.path.kind != ast::PathPattern::Kind::plain;
  if (!pattern_allowed_ && !path)
    return fail(e.place, "UnexpectedSyntax",
                "a pattern can only stand as a condition; use EXISTS { .. }, COUNT { .. } or a pattern "
                "comprehension");
  const Restored scope(scope_, Scope(scope_));
  std::set<std::string> edges_here;
  bind_path(node.path, path ? Names::declare : Names::known_only, edges_here);
  if (path) node.path.slot = new_slot();
  bind_path_conditions(node.path);
  const bool all = node.path.kind == ast::PathPattern::Kind::all_shortest;
  e.type = path ? Type{TypeKind::path, static_cast<std::uint8_t>(all ? 1 : 0)} : kBoolean;
}

void Binder::bind_node(ast::Expression& e, ast::Subquery& node) {
  const Restored scope(scope_, Scope(scope_));
  const Restored aggregates(aggregates_, Aggregates::refused);
  const Restored inside(in_aggregate_, false);
  const Restored projection(projection_, static_cast<ast::Projection*>(nullptr));
  const Scope outer = scope_;
  bind(*node.query, outer);
  if (node.kind == ast::SubqueryKind::exists) e.type = kBoolean;
  if (node.kind == ast::SubqueryKind::count) e.type = {TypeKind::integer, 0};
  if (node.kind != ast::SubqueryKind::collect || failed()) return;
  if (node.query->columns.size() != 1)
    return fail(e.place, "InvalidClauseComposition", "COLLECT { .. } must return exactly one column");
  node.result_slot = node.query->column_slots[0];
  e.type = {TypeKind::any, 1};
}

}  // namespace talentflow::query
