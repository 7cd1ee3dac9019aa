// What runs an expression or a plan several times: comprehensions, reduce, quantifiers, patterns,
// sub-queries.
#include <algorithm>

#include "query/language/arithmetic.hpp"
#include "query/language/evaluator.hpp"
#include "query/language/growing_list.hpp"

namespace talentflow::query {
template <class Visit>
bool Evaluator::each(const ast::ExpressionPtr& list_expression, int item_slot, const Visit& visit) const {
  const Value list = eval(list_expression);
  if (list.is_null()) return false;
  if (list.list() == nullptr) {
    runtime_.type_error(list_expression->place, "InvalidArgumentType",
                        "expected a list, found " + type_name(list));
    return false;
  }
  for (const Value& item : *list.list()) {
    runtime_.frame[slot(item_slot)] = item;
    if (!runtime_.tick() || !visit(item) || runtime_.failed()) return false;
  }
  return true;
}

template <class Visit>
void Evaluator::run(Operator& plan, const Visit& visit) const {
  plan.open(runtime_);
  while (plan.next(runtime_))
    if (!visit() || runtime_.failed()) break;
  plan.close(runtime_);
}

Value Evaluator::operator()(const ast::ListComprehension& node) const {
  GrowingList out(runtime_);
  const bool fine = each(node.list, node.slot, [&](const Value& item) {
    if (node.where && !holds(*node.where, runtime_)) return true;
    return out.add(node.result ? eval(node.result) : item);
  });
  return fine ? Value(out.take()) : Value();
}

Value Evaluator::operator()(const ast::Reduce& node) const {
  Value accumulator = eval(node.initial);
  const bool fine = each(node.list, node.slot, [&](const Value&) {
    runtime_.frame[slot(node.accumulator_slot)] = std::move(accumulator);
    accumulator = eval(node.step);
    return shallow(accumulator);
  });
  return fine ? accumulator : Value();
}

Value Evaluator::operator()(const ast::Quantifier& node) const {
  std::size_t yes = 0;
  bool unknown = false;
  bool no = false;
  const bool fine = each(node.list, node.slot, [&](const Value&) {
    const Ternary hit = ternary(eval(node.where), node.where->place, runtime_);
    if (!hit)
      unknown = true;
    else if (*hit)
      ++yes;
    else
      no = true;
    return true;
  });
  if (!fine) return {};
  return verdict(node.kind, yes, no, unknown);
}

Value Evaluator::operator()(const ast::PatternComprehension& node) const {
  GrowingList out(runtime_);
  run(*node.plan, [&] { return out.add(eval(node.result)); });
  return out.take();
}

Value Evaluator::operator()(const ast::PatternPredicate& node) const {
  const bool path = node.path.kind != ast::PathPattern::Kind::plain;
  const bool all = node.path.kind == ast::PathPattern::Kind::all_shortest;
  ValueList found;
  bool any = false;
  run(*node.plan, [&] {
    any = true;
    if (path) found.push_back(runtime_.frame[slot(node.path.slot)]);
    return all;
  });
  if (!path) return any;
  if (all) return found;
  return found.empty() ? Value() : found.front();
}

Value Evaluator::operator()(const ast::Subquery& node) const {
  std::int64_t count = 0;
  GrowingList values(runtime_);
  run(*node.plan, [&] {
    ++count;
    if (node.kind == ast::SubqueryKind::collect) return values.add(runtime_.frame[slot(node.result_slot)]);
    return node.kind != ast::SubqueryKind::exists;
  });
  if (node.kind == ast::SubqueryKind::exists) return count > 0;
  if (node.kind == ast::SubqueryKind::count) return count;
  return values.take();
}

bool Evaluator::shallow(const Value& value) const {
  constexpr int kDeepest = 1000;
  const bool fine = nested_within(value, kDeepest);
  if (!fine) runtime_.type_error(place_, "InvalidArgumentValue", "reduce() nests lists or maps too deeply");
  return fine;
}

bool Evaluator::nested_within(const Value& value, int levels) {
  if (value.list() == nullptr && value.map() == nullptr) return true;
  if (levels == 0) return false;
  if (const ValueList* list = value.list())
    return std::all_of(list->begin(), list->end(),
                       [&](const Value& item) { return nested_within(item, levels - 1); });
  return std::all_of(value.map()->begin(), value.map()->end(),
                     [&](const auto& entry) { return nested_within(entry.second, levels - 1); });
}

Value Evaluator::verdict(ast::QuantifierKind kind, std::size_t yes, bool no, bool unknown) {
  switch (kind) {
    case ast::QuantifierKind::all:
      return no ? Value(false) : (unknown ? Value() : Value(true));
    case ast::QuantifierKind::any:
      return yes > 0 ? Value(true) : (unknown ? Value() : Value(false));
    case ast::QuantifierKind::none:
      return yes > 0 ? Value(false) : (unknown ? Value() : Value(true));
    case ast::QuantifierKind::single:
      break;
  }
  if (yes > 1) return false;
  return unknown ? Value() : Value(yes == 1);
}

}  // namespace talentflow::query
