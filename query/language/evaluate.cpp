// Values of literals, properties, operators, calls.
#include <algorithm>
#include <limits>

#include "query/language/arithmetic.hpp"
#include "query/language/evaluator.hpp"
#include "query/temporal/temporal.hpp"

namespace talentflow::query {
namespace {

Value map_value(const ValueMap& map, const std::string& key) {
  const auto found =
      std::lower_bound(map.begin(), map.end(), key,
                       [](const auto& entry, const std::string& wanted) { return entry.first < wanted; });
  return found != map.end() && found->first == key ? found->second : Value();
}

Ternary compare_by(ast::Comparison op, const Value& left, const Value& right) {
  if (op == ast::Comparison::equal) return equals(left, right);
  if (op == ast::Comparison::not_equal) {
    const Ternary same = equals(left, right);
    return same ? Ternary(!*same) : same;
  }
  const auto by = compare(left, right);
  if (!by) return std::nullopt;
  switch (op) {
    case ast::Comparison::less:
      return *by == Relation::less;
    case ast::Comparison::less_equal:
      return *by == Relation::less || *by == Relation::equal;
    case ast::Comparison::greater:
      return *by == Relation::greater;
    default:
      return *by == Relation::greater || *by == Relation::equal;
  }
}

Ternary contains(const ValueList& list, const Value& item) {
  bool unknown = false;
  for (const Value& candidate : list) {
    const Ternary same = equals(candidate, item);
    if (same && *same) return true;
    if (!same) unknown = true;
  }
  return unknown ? Ternary() : Ternary(false);
}

/// A position in a list, counted from the end when negative; clamped to 0..size.
std::size_t clamp_position(std::int64_t position, std::size_t size) {
  const auto length = static_cast<std::int64_t>(size);
  if (position < 0) position += length;
  return static_cast<std::size_t>(std::clamp<std::int64_t>(position, 0, length));
}

}  // namespace

Ternary ternary(const Value& value, Place place, Runtime& runtime) {
  if (value.is_null()) return std::nullopt;
  if (const bool* truth = value.boolean()) return *truth;
  runtime.type_error(place, "InvalidArgumentType",
                     "a condition must be true, false or null, not " + type_name(value));
  return std::nullopt;
}

Value Evaluator::operator()(const ast::Property& node) const {
  if (const auto* variable = node.object->get<ast::Variable>())
    return property_of(runtime_.frame[slot(variable->slot)], node.key, node.code, place_, runtime_);
  return property_of(eval(node.object), node.key, node.code, place_, runtime_);
}

Value Evaluator::operator()(const ast::Index& node) const {
  const Value object = eval(node.object);
  const Value index = eval(node.index);
  if (object.is_null() || index.is_null()) return {};
  if (const ValueList* list = object.list()) return list_item(*list, index);
  const bool keyed = object.map() != nullptr || object.node() != nullptr || object.edge() != nullptr;
  if (!keyed) {
    runtime_.type_error(place_, "InvalidArgumentType",
                        type_name(object) + " has no items; [..] needs a list or a map");
    return {};
  }
  if (const std::string* key = index.string()) {
    const auto code = runtime_.view().find_name(*key);
    return property_of(object, *key, code.value_or(graph::kNoName), place_, runtime_);
  }
  runtime_.type_error(place_, "MapElementAccessByNonString",
                      "a key must be a string, not " + type_name(index));
  return {};
}

Value Evaluator::operator()(const ast::Slice& node) const {
  const Value object = eval(node.object);
  const Value from = node.from ? eval(node.from) : Value(0);
  const Value to = node.to ? eval(node.to) : Value(std::numeric_limits<std::int64_t>::max());
  if (object.is_null() || from.is_null() || to.is_null()) return {};
  const ValueList* list = object.list();
  if (list == nullptr || from.integer() == nullptr || to.integer() == nullptr) {
    runtime_.type_error(place_, "InvalidArgumentType", "a slice needs a list and whole numbers");
    return {};
  }
  const std::size_t begin = clamp_position(*from.integer(), list->size());
  const std::size_t end = clamp_position(*to.integer(), list->size());
  if (begin >= end) return ValueList{};
  return ValueList(list->begin() + static_cast<std::ptrdiff_t>(begin),
                   list->begin() + static_cast<std::ptrdiff_t>(end));
}

Value Evaluator::operator()(const ast::Unary& node) const {
  const Value operand = eval(node.operand);
  switch (node.op) {
    case ast::UnaryOperator::is_null:
      return operand.is_null();
    case ast::UnaryOperator::is_not_null:
      return !operand.is_null();
    case ast::UnaryOperator::negate:
      return negate(operand, place_, runtime_);
    case ast::UnaryOperator::plus:
      return operand;
    case ast::UnaryOperator::logical_not:
      break;
  }
  const Ternary truth = ternary(operand, node.operand->place, runtime_);
  return truth ? Value(!*truth) : Value();
}

Value Evaluator::operator()(const ast::Binary& node) const {
  switch (node.op) {
    case ast::BinaryOperator::logical_and:
      return connect(node, false);
    case ast::BinaryOperator::logical_or:
      return connect(node, true);
    case ast::BinaryOperator::logical_xor:
      return exclusive(node);
    case ast::BinaryOperator::in:
      return membership(node);
    case ast::BinaryOperator::starts_with:
    case ast::BinaryOperator::ends_with:
    case ast::BinaryOperator::contains:
      return string_test(node);
    case ast::BinaryOperator::matches:
      return match_regex(node);
    default:
      return arithmetic(node.op, eval(node.left), eval(node.right), place_, runtime_);
  }
}

Value Evaluator::operator()(const ast::ComparisonChain& node) const {
  bool unknown = false;
  Value left = eval(node.operands[0]);
  for (std::size_t i = 0; i < node.operators.size(); ++i) {
    Value right = eval(node.operands[i + 1]);
    const Ternary pair = compare_by(node.operators[i], left, right);
    if (pair && !*pair) return false;
    if (!pair) unknown = true;
    left = std::move(right);
  }
  return unknown ? Value() : Value(true);
}

Value Evaluator::operator()(const ast::LabelTest& node) const {
  const Value operand = eval(node.operand);
  if (operand.is_null()) return {};
  if (const auto* reference = operand.node())
    return has_labels(runtime_.read(), reference->number, node.labels);
  if (const auto* reference = operand.edge())
    return has_type(runtime_.read().edge(reference->number).type, node.labels);
  runtime_.type_error(place_, "InvalidArgumentType", type_name(operand) + " has no labels");
  return {};
}

Value Evaluator::operator()(const ast::ListLiteral& node) const {
  ValueList list;
  list.reserve(node.items.size());
  for (const auto& item : node.items) list.push_back(eval(item));
  return list;
}

Value Evaluator::operator()(const ast::MapLiteral& node) const {
  ValueMap map;
  for (const auto& [key, value] : node.entries) put(map, key, eval(value));
  return sorted(std::move(map));
}

Value Evaluator::operator()(const ast::MapProjection& node) const {
  const Value object = eval(node.object);
  if (object.is_null()) return {};
  ValueMap map;
  for (const auto& item : node.items) {
    if (item.all) {
      const Value all = properties_of(object, place_, runtime_);
      if (all.map() != nullptr)
        for (const auto& [key, value] : *all.map()) put(map, key, value);
    } else if (item.value) {
      put(map, item.key, eval(item.value));
    } else {
      put(map, item.key, property_of(object, item.key, item.code, place_, runtime_));
    }
  }
  return sorted(std::move(map));
}

Value Evaluator::operator()(const ast::Case& node) const {
  const Value subject = node.subject ? eval(node.subject) : Value();
  for (const auto& [condition, result] : node.branches) {
    const Value test = eval(condition);
    const Ternary hit = node.subject ? equals(subject, test) : ternary(test, condition->place, runtime_);
    if (hit && *hit) return eval(result);
    if (runtime_.failed()) return {};
  }
  return node.otherwise ? eval(node.otherwise) : Value();
}

Value Evaluator::operator()(const ast::Call& node) const {
  constexpr std::size_t kInline = 4;
  if (node.arguments.size() <= kInline) {
    std::array<Value, kInline> arguments;
    for (std::size_t i = 0; i < node.arguments.size(); ++i) arguments[i] = eval(node.arguments[i]);
    return apply(*node.function, std::span(arguments.data(), node.arguments.size()));
  }
  ValueList arguments;
  for (const auto& argument : node.arguments) arguments.push_back(eval(argument));
  return apply(*node.function, arguments);
}

Value Evaluator::apply(const Function& function, std::span<const Value> arguments) const {
  if (function.null == NullRule::propagates)
    for (const Value& argument : arguments)
      if (argument.is_null()) return {};
  for (const Value& argument : arguments)
    if (const std::string* text = argument.string()) runtime_.spend(text->size());
  return function.call({arguments, place_, function.name, runtime_});
}
void Evaluator::put(ValueMap& map, const std::string& key, Value value) {
  for (auto& [name, old] : map) {
    if (name != key) continue;
    old = std::move(value);
    return;
  }
  map.emplace_back(key, std::move(value));
}

Value Evaluator::sorted(ValueMap map) {
  std::sort(map.begin(), map.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return map;
}

Value Evaluator::list_item(const ValueList& list, const Value& index) const {
  if (index.integer() == nullptr) {
    runtime_.type_error(place_, "InvalidArgumentType",
                        "a list's index must be a whole number, not " + type_name(index));
    return {};
  }
  std::int64_t position = *index.integer();
  if (position < 0) position += static_cast<std::int64_t>(list.size());
  if (position < 0 || static_cast<std::size_t>(position) >= list.size()) return {};
  return list[static_cast<std::size_t>(position)];
}

Value Evaluator::connect(const ast::Binary& node, bool decisive) const {
  const Ternary left = ternary(eval(node.left), node.left->place, runtime_);
  if (left && *left == decisive) return decisive;
  const Ternary right = ternary(eval(node.right), node.right->place, runtime_);
  if (right && *right == decisive) return decisive;
  if (!left || !right) return {};
  return !decisive;
}

Value Evaluator::exclusive(const ast::Binary& node) const {
  const Ternary left = ternary(eval(node.left), node.left->place, runtime_);
  const Ternary right = ternary(eval(node.right), node.right->place, runtime_);
  if (!left || !right) return {};
  return *left != *right;
}

Value Evaluator::membership(const ast::Binary& node) const {
  const Value item = eval(node.left);
  const Value list = eval(node.right);
  if (list.is_null()) return {};
  if (list.list() != nullptr)
    return runtime_.spend(list.list()->size() * sizeof(Value)) ? to_value(contains(*list.list(), item))
                                                               : Value();
  runtime_.type_error(place_, "InvalidArgumentType", "IN needs a list, not " + type_name(list));
  return {};
}

Value Evaluator::string_test(const ast::Binary& node) const {
  const Value left = eval(node.left);
  const Value right = eval(node.right);
  const std::string* text = left.string();
  const std::string* part = right.string();
  if (text == nullptr || part == nullptr || !runtime_.spend(text->size())) return {};
  if (node.op == ast::BinaryOperator::starts_with) return text->starts_with(*part);
  if (node.op == ast::BinaryOperator::ends_with) return text->ends_with(*part);
  return text->find(*part) != std::string::npos;
}

Value Evaluator::match_regex(const ast::Binary& node) const {
  const Value left = eval(node.left);
  const Value right = eval(node.right);
  if (left.string() == nullptr || right.string() == nullptr) return {};
  if (!runtime_.spend(left.string()->size())) return {};
  std::string error;
  const bool match = runtime_.patterns().match(*left.string(), *right.string(), error);
  if (!error.empty()) runtime_.fail(place_, {"SyntaxError", "InvalidRegularExpression", "=~ " + error});
  return match;
}

Value evaluate(const ast::Expression& expression, Runtime& runtime) {
  return std::visit(Evaluator(expression.place, runtime), expression.node);
}

bool holds(const ast::Expression& condition, Runtime& runtime) {
  const Ternary truth = ternary(evaluate(condition, runtime), condition.place, runtime);
  return truth && *truth && !runtime.failed();
}

bool has_labels(const graph::View& view, graph::NodeNumber node, const ast::LabelExpression& labels) {
  using Op = ast::LabelExpression::Op;
  const auto part = [&](const ast::LabelExpression& inner) { return has_labels(view, node, inner); };
  switch (labels.op) {
    case Op::name:
      return labels.code != graph::kNoName && view.has_label(node, labels.code);
    case Op::all_of:
      return std::all_of(labels.parts.begin(), labels.parts.end(), part);
    case Op::any_of:
      return std::any_of(labels.parts.begin(), labels.parts.end(), part);
    case Op::none_of:
      return std::none_of(labels.parts.begin(), labels.parts.end(), part);
    case Op::any:
      return !view.labels(node).empty();
  }
  return false;
}

bool has_type(graph::NameCode type, const ast::LabelExpression& types) {
  using Op = ast::LabelExpression::Op;
  const auto part = [&](const ast::LabelExpression& inner) { return has_type(type, inner); };
  switch (types.op) {
    case Op::name:
      return types.code != graph::kNoName && types.code == type;
    case Op::all_of:
      return std::all_of(types.parts.begin(), types.parts.end(), part);
    case Op::any_of:
      return std::any_of(types.parts.begin(), types.parts.end(), part);
    case Op::none_of:
      return std::none_of(types.parts.begin(), types.parts.end(), part);
    case Op::any:
      return true;
  }
  return false;
}

Value property_of(const Value& object, const std::string& key, graph::NameCode code, Place place,
                  Runtime& runtime) {
  if (object.is_null()) return {};
  if (const auto* node = object.node())
    return code == graph::kNoName ? Value() : from_stored(runtime.read().node_property(node->number, code));
  if (const auto* edge = object.edge())
    return code == graph::kNoName ? Value() : from_stored(runtime.read().edge_property(edge->number, code));
  if (const auto* map = object.map()) return map_value(*map, key);
  if (is_temporal(object)) return runtime.take(temporal_component(object, key), place);
  runtime.type_error(place, "InvalidArgumentType",
                     type_name(object) + " has no properties, so no `" + key + "`");
  return {};
}

}  // namespace talentflow::query
