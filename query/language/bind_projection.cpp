// WITH and RETURN.
//
// An aggregating projection reads as two steps: group by the items without aggregates, then compute the items
// with aggregates from the groups' keys and the aggregates' values. So each aggregate call moves out of its
// item into projection.aggregates and leaves a slot behind, and what else such an item reads must be a key: a
// variable or a property that is an item of its own (`RETURN n.x, n.x + count(*)`), else nothing says which
// row's value is meant.
//
// ORDER BY and WHERE see the columns, and behind a projection that neither groups nor removes doubles also
// the variables before it. An expression that repeats an item's means its column.
#include <algorithm>
#include <utility>

#include "query/language/binder.hpp"
#include "query/language/functions.hpp"
#include "query/language/walk.hpp"

namespace talentflow::query {

void Binder::bind_projection(ast::Projection& projection) {
  expand_star(projection);
  if (failed()) return;
  bind_items(projection);
  if (failed()) return;
  projection.aggregating = !projection.aggregates.empty();
  if (projection.aggregating) bind_grouping(projection);
  if (failed()) return;
  const Scope output = output_scope(projection);
  if (!failed()) bind_tail(projection, output);
  if (!projection.is_return) need_names(projection);
  scope_ = output;
}

void Binder::need_names(const ast::Projection& projection) {
  for (const auto& item : projection.items)
    if (!item.named) fail(item.place, "NoExpressionAlias", "an expression in WITH needs a name: add AS name");
}

void Binder::expand_star(ast::Projection& projection) {
  if (!projection.star) return;
  if (scope_.empty() && projection.is_return)
    return fail(projection.place, "NoVariablesInScope", "* stands for all variables, and there are none");
  std::vector<ast::ProjectionItem> items;
  for (const auto& [name, binding] : scope_) {
    ast::ProjectionItem item;
    item.expression = ast::make(projection.place, ast::Variable{name});
    item.name = name;
    item.named = true;
    item.place = projection.place;
    items.push_back(std::move(item));
  }
  for (auto& item : projection.items) items.push_back(std::move(item));
  projection.items = std::move(items);
}

void Binder::bind_items(ast::Projection& projection) {
  aggregates_ = Aggregates::collected;
  ast::Projection* const before = std::exchange(projection_, &projection);
  for (auto& item : projection.items) bind(item.expression);
  projection_ = before;
  aggregates_ = Aggregates::refused;
}

bool Binder::mentions_aggregate(const ast::Expression& expression) const {
  const std::vector<int> slots = slots_of(expression);
  return std::any_of(projection_->aggregates.begin(), projection_->aggregates.end(),
                     [&](const auto& aggregate) {
                       return std::find(slots.begin(), slots.end(), aggregate.slot) != slots.end();
                     });
}

namespace {

/// What may stand as a key inside an expression with aggregates: no operators, only a way to a value.
bool is_simple(const ast::Expression& expression) {
  if (expression.get<ast::Variable>() != nullptr) return true;
  if (const auto* property = expression.get<ast::Property>()) return is_simple(*property->object);
  if (const auto* index = expression.get<ast::Index>()) return is_simple(*index->object);
  if (const auto* call = expression.get<ast::Call>())
    return std::all_of(call->arguments.begin(), call->arguments.end(),
                       [](const auto& argument) { return is_simple(*argument); });
  return false;
}

}  // namespace

std::vector<Binder::Projected> Binder::projected(const ast::Projection& projection) const {
  std::vector<Projected> out;
  for (const auto& item : projection.items) {
    const auto slots = slots_of(*item.expression);
    out.push_back({canonical(*item.expression, source_),
                   item.slot,
                   item.expression->type,
                   is_simple(*item.expression),
                   {slots.begin(), slots.end()}});
  }
  return out;
}

void Binder::replace_projected(ast::ExpressionPtr& expression, const std::vector<Projected>& keys,
                               bool simple_only) const {
  if (expression->get<ast::Literal>() != nullptr || expression->get<ast::Parameter>() != nullptr) return;
  const std::string text = canonical(*expression, source_);
  for (const Projected& key : keys) {
    if (key.slot == ast::kNoSlot || key.canonical != text || (simple_only && !key.simple)) continue;
    expression->node = ast::Variable{"", key.slot};
    expression->type = key.type;
    return;
  }
  for_each_child(*expression,
                 [&](ast::ExpressionPtr& child) { replace_projected(child, keys, simple_only); });
}

/// Every slot left must be known: a key's, an aggregate's or one that the expression itself introduces.
void Binder::check_grouped(const ast::Expression& expression, const std::vector<Projected>& keys,
                           const std::set<int>& known) {
  for_each_expression(expression, [&](const ast::Expression& inner) {
    const auto* variable = inner.get<ast::Variable>();
    if (variable == nullptr || known.contains(variable->slot)) return;
    const bool from_outside = std::any_of(
        scope_.begin(), scope_.end(), [&](const auto& entry) { return entry.second.slot == variable->slot; });
    if (!from_outside) return;  // a name of a comprehension
    const bool mentioned = std::any_of(keys.begin(), keys.end(), [&](const Projected& key) {
      return key.mentions.contains(variable->slot);
    });
    const bool item =
        projection_ != nullptr && projection_->aggregating && aggregates_ != Aggregates::looked_up;
    if (item || mentioned)
      fail(inner.place, "AmbiguousAggregationExpression",
           "beside an aggregate only grouping keys can stand; make `" + variable->name +
               "` (or its property) an item of its own");
    else
      fail(inner.place, "UndefinedVariable",
           "`" + variable->name + "` is not defined here: the grouping leaves only the columns");
  });
}

void Binder::bind_grouping(ast::Projection& projection) {
  ast::Projection* const before = std::exchange(projection_, &projection);
  std::set<int> known;
  for (const auto& aggregate : projection.aggregates) known.insert(aggregate.slot);
  for (auto& item : projection.items) {
    if (mentions_aggregate(*item.expression)) continue;
    const auto* variable = item.expression->get<ast::Variable>();
    const bool passes = variable != nullptr && variable->name == item.name;
    item.slot = passes ? variable->slot : new_slot();
    item.grouped = true;
  }
  const std::vector<Projected> keys = projected(projection);
  for (const Projected& key : keys)
    if (key.slot != ast::kNoSlot) known.insert(key.slot);
  for (auto& item : projection.items) {
    if (!mentions_aggregate(*item.expression)) continue;
    replace_projected(item.expression, keys, true);
    check_grouped(*item.expression, keys, known);
  }
  projection_ = before;
}

Scope Binder::output_scope(ast::Projection& projection) {
  Scope output;
  for (auto& item : projection.items) {
    const auto* variable = item.expression->get<ast::Variable>();
    if (item.slot == ast::kNoSlot) {
      const bool passes = variable != nullptr && variable->name == item.name && !item.name.empty();
      item.slot = passes ? variable->slot : new_slot();
    }
    if (!output.emplace(item.name, Binding{item.slot, item.expression->type}).second)
      fail(item.place, "ColumnNameConflict",
           "two columns are called `" + item.name + "`; rename one with AS");
  }
  return output;
}

void Binder::bind_count(ast::ExpressionPtr& count, const char* word) {
  if (!count) return;
  constant_ = true;
  constant_what_ = word;
  bind(count);
  constant_ = false;
  if (failed()) return;
  const Type type = count->type;
  const auto* literal = count->get<ast::Literal>();
  if (!type.is(TypeKind::integer) && !type.is_any() && !type.is(TypeKind::number))
    return fail(count->place, "InvalidArgumentType",
                std::string(word) + " needs a whole number, found " + with_article(type));
  if (literal != nullptr && literal->value.integer() != nullptr && *literal->value.integer() < 0)
    fail(count->place, "NegativeIntegerArgument", std::string(word) + " needs a number from 0");
}

/// `WITH a.name AS a ORDER BY a.name`: what is written as an item is written means that item's column, also
/// where the column's name hides the variable that it reads.
bool Binder::repeats_item(ast::Expression& key, const ast::Projection& projection) const {
  if (key.get<ast::Variable>() != nullptr) return false;
  const auto text = [&](Place place) { return source_.substr(place.begin, place.end - place.begin); };
  for (const auto& item : projection.items) {
    if (text(item.expression->place) != text(key.place)) continue;
    key.node = ast::Variable{"", item.slot};
    key.type = item.expression->type;
    return true;
  }
  return false;
}

void Binder::bind_sort_key(ast::ExpressionPtr& key, const ast::Projection& projection) {
  if (repeats_item(*key, projection)) return;
  bind(key);
  if (failed()) return;
  const std::vector<Projected> columns = projected(projection);
  const std::string whole = canonical(*key, source_);
  const bool repeats =
      std::any_of(columns.begin(), columns.end(), [&](const Projected& c) { return c.canonical == whole; });
  const bool aggregates = projection.aggregating && mentions_aggregate(*key);
  replace_projected(key, columns, aggregates && !repeats);
  std::set<int> known;
  for (const auto& aggregate : projection.aggregates) known.insert(aggregate.slot);
  for (const auto& [name, binding] : scope_)
    if (!binding.hidden) known.insert(binding.slot);
  if (!aggregates) {
    for_each_expression(*key, [&](const ast::Expression& inner) {
      const auto* variable = inner.get<ast::Variable>();
      if (variable == nullptr || known.contains(variable->slot)) return;
      for (const auto& [name, binding] : scope_)
        if (binding.slot == variable->slot && binding.hidden)
          fail(inner.place, "UndefinedVariable",
               "`" + variable->name + "` is not defined here: only the columns are");
    });
    return;
  }
  check_grouped(*key, columns, known);
}

void Binder::bind_tail(ast::Projection& projection, const Scope& output) {
  const bool closed = projection.aggregating || projection.distinct;
  Scope combined = output;
  for (const auto& [name, binding] : scope_) {
    const bool kept = std::any_of(output.begin(), output.end(),
                                  [&](const auto& entry) { return entry.second.slot == binding.slot; });
    combined.emplace(name, Binding{binding.slot, binding.type, closed && !kept});
  }
  scope_ = combined;
  ast::Projection* const before = std::exchange(projection_, &projection);
  aggregates_ = Aggregates::looked_up;
  for (auto& item : projection.order_by) bind_sort_key(item.expression, projection);
  aggregates_ = Aggregates::refused;
  if (projection.where && !failed()) {
    const bool pattern = std::exchange(pattern_allowed_, true);
    bind(projection.where);
    pattern_allowed_ = pattern;
    if (!failed()) {
      need_boolean(*projection.where);
      replace_projected(projection.where, projected(projection), false);
      for_each_expression(*projection.where, [&](const ast::Expression& inner) {
        const auto* variable = inner.get<ast::Variable>();
        if (variable == nullptr) return;
        for (const auto& [name, binding] : scope_)
          if (binding.slot == variable->slot && binding.hidden)
            fail(inner.place, "UndefinedVariable",
                 "`" + variable->name + "` is not defined here: only the columns are");
      });
    }
  }
  projection_ = before;
  for (const auto& [name, binding] : projection.where ? scope_ : output)
    if (!binding.hidden) projection.live.push_back(binding.slot);
  bind_count(projection.skip, "SKIP");
  bind_count(projection.limit, "LIMIT");
}

}  // namespace talentflow::query
