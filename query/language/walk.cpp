#include "query/language/walk.hpp"

#include "query/language/aggregates.hpp"
#include "query/language/arithmetic.hpp"
#include "query/language/functions.hpp"

namespace talentflow::query {
namespace {

using Visit = std::function<void(ast::ExpressionPtr&)>;

void optional_child(ast::ExpressionPtr& child, const Visit& visit) {
  if (child) visit(child);
}

void path_children(ast::PathPattern& path, const Visit& visit) {
  for (auto& node : path.nodes) {
    optional_child(node.properties, visit);
    optional_child(node.where, visit);
  }
  for (auto& edge : path.edges) {
    optional_child(edge.properties, visit);
    optional_child(edge.where, visit);
  }
}

struct Children {
  const Visit& visit;

  void operator()(ast::Literal&) const {}
  void operator()(ast::Parameter&) const {}
  void operator()(ast::Variable&) const {}
  void operator()(ast::Property& node) const { visit(node.object); }
  void operator()(ast::Index& node) const {
    visit(node.object);
    visit(node.index);
  }
  void operator()(ast::Slice& node) const {
    visit(node.object);
    optional_child(node.from, visit);
    optional_child(node.to, visit);
  }
  void operator()(ast::Unary& node) const { visit(node.operand); }
  void operator()(ast::Binary& node) const {
    visit(node.left);
    visit(node.right);
  }
  void operator()(ast::ComparisonChain& node) const {
    for (auto& operand : node.operands) visit(operand);
  }
  void operator()(ast::LabelTest& node) const { visit(node.operand); }
  void operator()(ast::ListLiteral& node) const {
    for (auto& item : node.items) visit(item);
  }
  void operator()(ast::MapLiteral& node) const {
    for (auto& [key, value] : node.entries) visit(value);
  }
  void operator()(ast::MapProjection& node) const {
    visit(node.object);
    for (auto& item : node.items) optional_child(item.value, visit);
  }
  void operator()(ast::Case& node) const {
    optional_child(node.subject, visit);
    for (auto& [condition, result] : node.branches) {
      visit(condition);
      visit(result);
    }
    optional_child(node.otherwise, visit);
  }
  void operator()(ast::Call& node) const {
    for (auto& argument : node.arguments) visit(argument);
  }
  void operator()(ast::ListComprehension& node) const {
    visit(node.list);
    optional_child(node.where, visit);
    optional_child(node.result, visit);
  }
  void operator()(ast::Reduce& node) const {
    visit(node.initial);
    visit(node.list);
    visit(node.step);
  }
  void operator()(ast::Quantifier& node) const {
    visit(node.list);
    visit(node.where);
  }
  void operator()(ast::PatternComprehension& node) const {
    path_children(node.path, visit);
    optional_child(node.where, visit);
    visit(node.result);
  }
  void operator()(ast::PatternPredicate& node) const { path_children(node.path, visit); }
  void operator()(ast::Subquery&) const {}
};

void add(std::vector<int>& slots, int slot) {
  if (slot != ast::kNoSlot) slots.push_back(slot);
}

void own_slots(const ast::Expression& expression, std::vector<int>& out) {
  if (const auto* variable = expression.get<ast::Variable>()) add(out, variable->slot);
  if (const auto* pattern = expression.get<ast::PatternComprehension>()) pattern_slots(pattern->path, out);
  if (const auto* pattern = expression.get<ast::PatternPredicate>()) pattern_slots(pattern->path, out);
  const auto* subquery = expression.get<ast::Subquery>();
  if (subquery == nullptr) return;
  for (const auto& part : subquery->query->parts)
    for (const auto& clause : part.clauses)
      if (const auto* match = std::get_if<ast::Match>(&clause))
        for (const auto& path : match->pattern.paths) pattern_slots(path, out);
}

}  // namespace

void for_each_child(ast::Expression& expression, const Visit& visit) {
  std::visit(Children{visit}, expression.node);
}

void for_each_child(const ast::Expression& expression,
                    const std::function<void(const ast::Expression&)>& visit) {
  // The visitor only reads through this path.
  for_each_child(const_cast<ast::Expression&>(expression), [&](ast::ExpressionPtr& child) { visit(*child); });
}

void for_each_expression(const ast::Query& query, const std::function<void(const ast::Expression&)>& visit) {
  const auto each = [&](const ast::ExpressionPtr& expression) {
    if (expression) for_each_expression(*expression, visit);
  };
  for (const auto& part : query.parts) {
    for (const auto& clause : part.clauses) {
      if (const auto* match = std::get_if<ast::Match>(&clause)) {
        for (const auto& path : match->pattern.paths) {
          for (const auto& node : path.nodes) each(node.properties), each(node.where);
          for (const auto& edge : path.edges) each(edge.properties), each(edge.where);
        }
        each(match->where);
      } else if (const auto* unwind = std::get_if<ast::Unwind>(&clause)) {
        each(unwind->list);
      } else if (const auto* projection = std::get_if<ast::Projection>(&clause)) {
        for (const auto& item : projection->items) each(item.expression);
        for (const auto& aggregate : projection->aggregates) each(aggregate.call);
        for (const auto& item : projection->order_by) each(item.expression);
        each(projection->skip);
        each(projection->limit);
        each(projection->where);
      }
    }
  }
}

void for_each_expression(const ast::Expression& expression,
                         const std::function<void(const ast::Expression&)>& visit) {
  visit(expression);
  for_each_child(expression, [&](const ast::Expression& child) { for_each_expression(child, visit); });
  if (const auto* subquery = expression.get<ast::Subquery>()) for_each_expression(*subquery->query, visit);
}

void pattern_slots(const ast::PathPattern& path, std::vector<int>& out) {
  for (const auto& node : path.nodes) add(out, node.slot);
  for (const auto& edge : path.edges) add(out, edge.slot);
}

std::vector<int> slots_of(const ast::Expression& expression) {
  std::vector<int> out;
  for_each_expression(expression, [&](const ast::Expression& inner) { own_slots(inner, out); });
  return out;
}

std::string canonical(const ast::Expression& expression, std::string_view source) {
  if (const auto* variable = expression.get<ast::Variable>()) return "#" + std::to_string(variable->slot);
  // Patterns and sub-queries have slots of their own in each copy: their text decides.
  const bool opaque =
      expression.get<ast::PatternComprehension>() != nullptr ||
      expression.get<ast::PatternPredicate>() != nullptr || expression.get<ast::Subquery>() != nullptr ||
      expression.get<ast::ListComprehension>() != nullptr || expression.get<ast::Reduce>() != nullptr ||
      expression.get<ast::Quantifier>() != nullptr;
  const auto text = source.substr(expression.place.begin, expression.place.end - expression.place.begin);
  if (opaque) return "text:" + std::string(text);
  std::string out = std::to_string(expression.node.index());
  if (const auto* literal = expression.get<ast::Literal>()) {
    const auto value = text_of(literal->value);
    out += type_name(literal->value) + ":" + value.value_or("");
  } else if (const auto* parameter = expression.get<ast::Parameter>()) {
    out += "$" + parameter->name;
  } else if (const auto* property = expression.get<ast::Property>()) {
    out += "." + property->key;
  } else if (const auto* unary = expression.get<ast::Unary>()) {
    out += std::to_string(static_cast<int>(unary->op));
  } else if (const auto* binary = expression.get<ast::Binary>()) {
    out += std::to_string(static_cast<int>(binary->op));
  } else if (const auto* chain = expression.get<ast::ComparisonChain>()) {
    for (const auto op : chain->operators) out += std::to_string(static_cast<int>(op));
  } else if (const auto* map = expression.get<ast::MapLiteral>()) {
    for (const auto& [key, value] : map->entries) out += "," + key;
  } else if (const auto* projection = expression.get<ast::MapProjection>()) {
    for (const auto& item : projection->items) out += "," + item.key + (item.all ? "*" : "");
  } else if (const auto* call = expression.get<ast::Call>()) {
    out += call->function != nullptr
               ? std::string(call->function->name)
               : std::string(call->aggregator != nullptr ? call->aggregator->name : call->name);
    if (call->distinct) out += " distinct";
    if (call->star) out += " *";
  } else if (const auto* test = expression.get<ast::LabelTest>()) {
    out += source.substr(test->labels.place.begin, test->labels.place.end - test->labels.place.begin);
  }
  out += "(";
  for_each_child(expression, [&](const ast::Expression& child) { out += canonical(child, source) + ";"; });
  return out + ")";
}

}  // namespace talentflow::query
