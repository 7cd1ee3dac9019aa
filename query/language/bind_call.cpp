// Functions and aggregates. An aggregate leaves its expression: the projection works it out, and a slot
// stays.
#include <algorithm>

#include "query/language/aggregates.hpp"
#include "query/language/binder.hpp"
#include "query/language/functions.hpp"
#include "query/language/restored.hpp"
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

}  // namespace

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
  if (in_iteration_)
    return fail(
        e.place, "InvalidAggregation",
        std::string(aggregator.name) +
            "() counts rows, and what runs once an item of a list has none; aggregate in a WITH before");
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

}  // namespace talentflow::query
