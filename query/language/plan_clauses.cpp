#include <algorithm>
#include <set>
#include <utility>

#include "query/language/functions.hpp"
#include "query/language/planner.hpp"
#include "query/language/walk.hpp"

namespace talentflow::query {

std::string Planner::source_text(Place place) const {
  std::string out(source_.substr(place.begin, place.end - place.begin));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return out;
}

std::string Planner::text(const ast::Expression& expression) const { return source_text(expression.place); }

OperatorPtr Planner::plan(ast::Query& query, OperatorPtr input) {
  if (query.parts.size() == 1) return plan_part(query.parts[0], std::move(input));
  std::vector<OperatorPtr> parts;
  for (auto& part : query.parts) parts.push_back(plan_part(part, input ? std::move(input) : make_start()));
  OperatorPtr all = make_union(std::move(parts), query.part_slots, query.column_slots);
  if (query.union_all.front()) return all;
  return make_distinct(std::move(all), query.column_slots, "");
}

OperatorPtr Planner::plan_part(ast::SingleQuery& part, OperatorPtr input) {
  OperatorPtr plan = std::move(input);
  for (auto& clause : part.clauses) {
    if (auto* match = std::get_if<ast::Match>(&clause)) {
      plan = plan_match(*match, std::move(plan));
    } else if (auto* unwind = std::get_if<ast::Unwind>(&clause)) {
      prepare(unwind->list);
      plan = make_unwind(std::move(plan), *unwind->list, unwind->slot,
                         text(*unwind->list) + " AS " + unwind->variable);
    } else {
      plan = plan_projection(std::get<ast::Projection>(clause), std::move(plan));
    }
    plan->nested = std::exchange(nested_, {});
  }
  return plan;
}

OperatorPtr Planner::plan_match(ast::Match& match, OperatorPtr input) {
  std::vector<ast::PathPattern*> paths;
  for (auto& path : match.pattern.paths) paths.push_back(&path);
  ast::ExpressionPtr* where = match.where ? &match.where : nullptr;
  if (!match.optional) return plan_pattern(std::move(paths), where, std::move(input));
  std::vector<int> slots;
  for (const auto& path : match.pattern.paths) {
    for (const auto& node : path.nodes)
      if (node.declares) slots.push_back(node.slot);
    for (const auto& edge : path.edges)
      if (edge.declares) slots.push_back(edge.slot);
    if (path.slot != ast::kNoSlot) slots.push_back(path.slot);
  }
  return make_optional(std::move(input), plan_pattern(std::move(paths), where, make_start()),
                       std::move(slots));
}

OperatorPtr Planner::plan_projection(ast::Projection& projection, OperatorPtr plan) {
  std::string names;
  for (auto& item : projection.items) {
    prepare(item.expression);
    if (!names.empty()) names += ", ";
    names += item.name;
  }
  std::vector<Assignment> items;
  std::vector<Assignment> keys;
  for (const auto& item : projection.items) {
    const auto* variable = item.expression->get<ast::Variable>();
    const bool passes = variable != nullptr && variable->slot == item.slot;
    if (item.grouped)
      keys.push_back({item.expression.get(), item.slot});
    else if (!passes)
      items.push_back({item.expression.get(), item.slot});
  }
  if (projection.aggregating) {
    std::vector<Assignment> calls;
    std::string calls_text;
    for (auto& aggregate : projection.aggregates) {
      prepare(aggregate.call);
      calls.push_back({aggregate.call.get(), aggregate.slot});
      calls_text += (calls_text.empty() ? "" : ", ") + text(*aggregate.call);
    }
    plan = make_aggregate(std::move(plan), grouping(std::move(keys)), std::move(calls), calls_text);
  }
  if (!items.empty()) plan = make_project(std::move(plan), std::move(items), names);
  if (projection.distinct) {
    std::vector<int> slots;
    for (const auto& item : projection.items) slots.push_back(item.slot);
    plan = make_distinct(std::move(plan), std::move(slots), names);
  }
  plan = plan_order(projection, std::move(plan));
  if (!projection.where) return plan;
  prepare(projection.where);
  return make_filter(std::move(plan), *projection.where, text(*projection.where));
}

namespace {

/// Does the expression give the same value again while the nodes and edges in `elements` stay the same, and
/// is it cheap enough to be worked out later?
bool follows_from(const ast::Expression& expression, const std::set<int>& elements) {
  if (const auto* variable = expression.get<ast::Variable>()) return elements.contains(variable->slot);
  if (const auto* call = expression.get<ast::Call>(); call != nullptr && !call->function->deterministic)
    return false;
  const bool plain = expression.get<ast::Literal>() != nullptr ||
                     expression.get<ast::Parameter>() != nullptr ||
                     expression.get<ast::Property>() != nullptr || expression.get<ast::Call>() != nullptr ||
                     expression.get<ast::Unary>() != nullptr || expression.get<ast::Binary>() != nullptr ||
                     expression.get<ast::LabelTest>() != nullptr;
  bool all = plain;
  for_each_child(expression,
                 [&](const ast::Expression& child) { all = all && follows_from(child, elements); });
  return all;
}

}  // namespace

/// The slot of the node or edge that a key names beyond doubt (`n`, `n.id`, `elementId(e)`), else kNoSlot.
int Planner::element_named(const ast::Expression& key) const {
  const auto element = [](const ast::Expression& expression) {
    const auto* variable = expression.get<ast::Variable>();
    const bool known = expression.type.is(TypeKind::node) || expression.type.is(TypeKind::edge);
    return variable != nullptr && known ? variable->slot : ast::kNoSlot;
  };
  if (const auto* property = key.get<ast::Property>())
    return property->key == "id" && property->object->type.is(TypeKind::node) && !id_is_data()
               ? element(*property->object)
               : ast::kNoSlot;
  if (const auto* call = key.get<ast::Call>())
    return call->function->name == "id" || call->function->name == "elementId" ? element(*call->arguments[0])
                                                                               : ast::kNoSlot;
  return element(key);
}

Grouping Planner::grouping(std::vector<Assignment> keys) const {
  std::set<int> elements;
  for (const Assignment& key : keys)
    if (const int slot = element_named(*key.expression); slot != ast::kNoSlot) elements.insert(slot);
  const bool decide = std::all_of(keys.begin(), keys.end(), [&](const Assignment& key) {
    return follows_from(*key.expression, elements);
  });
  if (!decide) elements.clear();
  return {std::move(keys), {elements.begin(), elements.end()}};
}

OperatorPtr Planner::plan_order(ast::Projection& projection, OperatorPtr plan) {
  for (auto* count : {&projection.skip, &projection.limit})
    if (*count) prepare(*count);
  if (!projection.order_by.empty()) {
    std::vector<SortKey> keys;
    std::string keys_text;
    for (auto& item : projection.order_by) {
      prepare(item.expression);
      keys.push_back({item.expression.get(), item.descending});
      keys_text +=
          (keys_text.empty() ? "" : ", ") + text(*item.expression) + (item.descending ? " DESC" : "");
    }
    Bound bound;
    if (projection.limit) bound = {projection.skip.get(), projection.limit.get()};
    plan = make_sort(std::move(plan), std::move(keys), projection.live, bound, keys_text);
  }
  if (projection.skip) plan = make_skip(std::move(plan), *projection.skip, text(*projection.skip));
  if (projection.limit) plan = make_limit(std::move(plan), *projection.limit, text(*projection.limit));
  return plan;
}

OperatorPtr Planner::plan_inner(ast::PathPattern& path, ast::ExpressionPtr* where) {
  std::vector<const Operator*> outer = std::exchange(nested_, {});
  OperatorPtr plan = plan_pattern({&path}, where, make_start());
  plan->nested = std::exchange(nested_, std::move(outer));
  nested_.push_back(plan.get());
  return plan;
}

void Planner::prepare(ast::ExpressionPtr& expression) {
  if (auto* comprehension = expression->get<ast::PatternComprehension>()) {
    comprehension->plan =
        plan_inner(comprehension->path, comprehension->where ? &comprehension->where : nullptr);
    return prepare(comprehension->result);
  }
  if (auto* predicate = expression->get<ast::PatternPredicate>()) {
    predicate->plan = plan_inner(predicate->path, nullptr);
    return;
  }
  if (auto* subquery = expression->get<ast::Subquery>()) {
    std::vector<const Operator*> outer = std::exchange(nested_, {});
    subquery->plan = plan(*subquery->query, make_start());
    nested_ = std::move(outer);
    nested_.push_back(subquery->plan.get());
    return;
  }
  for_each_child(*expression, [this](ast::ExpressionPtr& child) { prepare(child); });
}

}  // namespace talentflow::query
