// Expressions that give names of their own values: comprehensions, reduce, quantifiers, patterns,
// sub-queries.
#include "query/language/binder.hpp"
#include "query/language/restored.hpp"

namespace talentflow::query {
namespace {

constexpr Type kBoolean{TypeKind::boolean, 0};

}  // namespace

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
  const Restored iteration(in_iteration_, true);
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
  const Restored iteration(in_iteration_, true);
  bind(node.step);
  e.type = {};
}

void Binder::bind_node(ast::Expression& e, ast::Quantifier& node) {
  bind(node.list);
  if (failed()) return;
  const Restored scope(scope_, Scope(scope_));
  const Type element = list_element(*node.list);
  node.slot = declare(node.variable, element);
  const Restored iteration(in_iteration_, true);
  bind_condition(node.where);
  e.type = kBoolean;
}

void Binder::bind_node(ast::Expression& e, ast::PatternComprehension& node) {
  const Restored scope(scope_, Scope(scope_));
  const Restored iteration(in_iteration_, true);
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
  const Restored iteration(in_iteration_, false);
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
