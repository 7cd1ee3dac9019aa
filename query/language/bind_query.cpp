#include <algorithm>
#include <array>
#include <utility>

#include "query/language/binder.hpp"
#include "query/language/token_stream.hpp"

namespace talentflow::query {
namespace {

/// Property names that talent edges and nodes have without data of that name.
constexpr std::array<std::string_view, 14> kDerived = {
    "id",      "name",    "start",     "end",    "role",   "confidence", "plausibility",
    "origins", "sources", "contested", "status", "person", "date",       "assumed"};

std::vector<std::string> names_of(const graph::View& view, const std::vector<graph::NameCode>& codes) {
  std::vector<std::string> out;
  for (const auto code : codes) out.push_back(view.name(code));
  return out;
}

}  // namespace

void Binder::fail(Place place, const std::string& detail, const std::string& message,
                  const std::string& hint) {
  fail_kind(place, {"SyntaxError", detail, message, hint});
}

void Binder::fail_kind(Place place, const Problem& problem) {
  if (!error_) error_ = query_error(source_, place, problem);
}

void Binder::warn(Place place, const std::string& message, const std::string& hint) {
  if (warned_.insert(message).second) warnings_.push_back(query_warning(source_, place, message, hint));
}

void Binder::bind(ast::Query& query, const Scope& outer) {
  for (std::size_t i = 0; i < query.parts.size() && !failed(); ++i) {
    auto& part = query.parts[i];
    bind_part(part, outer);
    std::vector<std::string> columns;
    std::vector<int> slots;
    const auto* projection =
        part.clauses.empty() ? nullptr : std::get_if<ast::Projection>(&part.clauses.back());
    if (projection != nullptr && projection->is_return) {
      for (const auto& item : projection->items) {
        columns.push_back(item.name);
        slots.push_back(item.slot);
      }
    }
    if (i == 0)
      query.columns = columns;
    else if (columns != query.columns && !failed())
      fail(projection != nullptr ? projection->place : Place{}, "DifferentColumnsInUnion",
           "all parts of a UNION must return the same columns in the same order");
    query.part_slots.push_back(std::move(slots));
  }
  if (query.parts.size() == 1) {
    query.column_slots = query.part_slots[0];
  } else {
    for (std::size_t i = 0; i < query.columns.size(); ++i) query.column_slots.push_back(new_slot());
  }
}

void Binder::bind_part(ast::SingleQuery& part, const Scope& outer) {
  scope_ = outer;
  for (auto& clause : part.clauses) {
    if (failed()) break;
    if (auto* match = std::get_if<ast::Match>(&clause))
      bind_match(*match);
    else if (auto* unwind = std::get_if<ast::Unwind>(&clause))
      bind_unwind(*unwind);
    else
      bind_projection(std::get<ast::Projection>(clause));
  }
}

int Binder::declare(const std::string& name, Type type) {
  const int slot = new_slot();
  if (!name.empty()) scope_[name] = {slot, type};
  return slot;
}

void Binder::bind_match(ast::Match& match) {
  std::set<std::string> edges_here;
  for (auto& path : match.pattern.paths) {
    bind_path(path, Names::declare, edges_here);
    if (path.variable.empty() && path.kind == ast::PathPattern::Kind::plain) continue;
    if (!path.variable.empty() && scope_.contains(path.variable))
      fail(path.place, "VariableAlreadyBound",
           "`" + path.variable + "` already has a value; name the path otherwise");
    path.slot = declare(path.variable, {TypeKind::path, 0});
  }
  for (auto& path : match.pattern.paths) bind_path_conditions(path);
  if (match.where) bind_condition(match.where);
}

void Binder::bind_condition(ast::ExpressionPtr& condition) {
  const bool before = std::exchange(pattern_allowed_, true);
  bind(condition);
  pattern_allowed_ = before;
  if (!failed()) need_boolean(*condition);
}

void Binder::bind_unwind(ast::Unwind& unwind) {
  bind(unwind.list);
  if (failed()) return;
  if (scope_.contains(unwind.variable))
    fail(unwind.variable_place, "VariableAlreadyBound", "`" + unwind.variable + "` already has a value");
  const Type type = unwind.list->type;
  unwind.slot = declare(unwind.variable, type.is_list() ? type.element() : Type{});
}

void Binder::bind_path(ast::PathPattern& path, Names names, std::set<std::string>& edges_here) {
  for (std::size_t i = 0; i < path.nodes.size(); ++i) {
    if (i > 0) bind_edge(path.edges[i - 1], names, edges_here, path.kind != ast::PathPattern::Kind::plain);
    bind_node(path.nodes[i], names);
  }
}

/// {naem: 'Ann'} in a pattern asks for properties as n.naem does.
void Binder::warn_of_unknown_keys(const ast::ExpressionPtr& properties) {
  const auto* map = properties->get<ast::MapLiteral>();
  if (map == nullptr) return;
  for (const auto& [key, value] : map->entries) {
    // The key stands before the colon before its value.
    std::size_t end = source_.substr(0, value->place.begin).rfind(':');
    while (end != std::string_view::npos && end > 0 && source_[end - 1] == ' ') --end;
    const auto last = static_cast<std::uint32_t>(std::min<std::size_t>(end, value->place.begin));
    const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(key.size(), last));
    known_property(key, {last - length, last});
  }
}

void Binder::bind_path_conditions(ast::PathPattern& path) {
  for (auto& node : path.nodes) {
    if (node.properties) bind(node.properties);
    if (node.properties && !failed()) warn_of_unknown_keys(node.properties);
    if (node.where) bind_condition(node.where);
  }
  for (auto& edge : path.edges) {
    if (edge.properties) bind(edge.properties);
    if (edge.properties && !failed()) warn_of_unknown_keys(edge.properties);
    if (edge.where && edge.variable_length)
      fail(edge.where->place, "InvalidRelationshipPattern",
           "WHERE inside a relationship of variable length has no single relationship to look at; use all(r "
           "IN rs WHERE ..)");
    else if (edge.where)
      bind_condition(edge.where);
  }
}

void Binder::bind_node(ast::NodePattern& node, Names names) {
  if (node.labels) bind_labels(*node.labels, false);
  const auto found = node.variable.empty() ? scope_.end() : scope_.find(node.variable);
  if (found == scope_.end()) {
    if (!node.variable.empty() && names == Names::known_only)
      fail(node.place, "UndefinedVariable",
           "`" + node.variable + "` is not defined; a condition introduces no names",
           suggest_variable(node.variable));
    node.slot = declare(names == Names::declare ? node.variable : "", {TypeKind::node, 0});
    node.declares = true;
    return;
  }
  const Type type = found->second.type;
  if (!type.is(TypeKind::node) && !type.is_any() && !type.is_null())
    return fail(node.place, "VariableTypeConflict",
                "`" + node.variable + "` is " + with_article(type) + ", so it cannot be a node here");
  if (found->second.hidden)
    fail(node.place, "UndefinedVariable", "`" + node.variable + "` is not defined here");
  node.slot = found->second.slot;
}

void Binder::bind_edge(ast::EdgePattern& edge, Names names, std::set<std::string>& edges_here,
                       bool shortest) {
  if (edge.types) bind_labels(*edge.types, true);
  if (shortest && edge.minimum > 1)
    fail(edge.place, "InvalidRelationshipPattern",
         "a shortest path can only have a minimum length of 0 or 1");
  const bool list = edge.variable_length;
  const auto found = edge.variable.empty() ? scope_.end() : scope_.find(edge.variable);
  if (found == scope_.end()) {
    if (!edge.variable.empty() && names == Names::known_only)
      fail(edge.place, "UndefinedVariable",
           "`" + edge.variable + "` is not defined; a condition introduces no names",
           suggest_variable(edge.variable));
    edge.slot = declare(names == Names::declare ? edge.variable : "",
                        {TypeKind::edge, static_cast<std::uint8_t>(list ? 1 : 0)});
    edge.declares = true;
    if (!edge.variable.empty()) edges_here.insert(edge.variable);
    return;
  }
  const Type type = found->second.type;
  const Type single = list ? type.element() : type;
  const bool shape = type.is_any() || type.is_null() || type.is_list() == list;
  if (!shape || (!single.is(TypeKind::edge) && !single.is_any() && !single.is_null()))
    return fail(edge.place, "VariableTypeConflict",
                "`" + edge.variable + "` is " + with_article(type) + ", so it cannot be " +
                    (list ? "a list of relationships here" : "a relationship here"));
  if (!edges_here.insert(edge.variable).second)
    return fail(
        edge.place, "RelationshipUniquenessViolation",
        "`" + edge.variable + "` stands twice in one pattern, where every relationship is another one");
  if (found->second.hidden)
    fail(edge.place, "UndefinedVariable", "`" + edge.variable + "` is not defined here");
  edge.slot = found->second.slot;
}

void Binder::bind_labels(ast::LabelExpression& labels, bool edge) {
  for (auto& part : labels.parts) bind_labels(part, edge);
  if (labels.op != ast::LabelExpression::Op::name) return;
  if (const auto code = view_.find_name(labels.name)) labels.code = *code;
  const auto used = edge ? view_.types_in_use() : view_.labels_in_use();
  if (labels.code != graph::kNoName && std::find(used.begin(), used.end(), labels.code) != used.end()) return;
  const std::vector<std::string> names = names_of(view_, used);
  // Declared names match without regard to case and print one way: `:person` is Person where nothing is
  // called person.
  for (const std::string& name : names) {
    if (vocabulary_ == nullptr || !same_word(labels.name, name)) continue;
    const bool declared = edge ? vocabulary_->relation(name) != nullptr : vocabulary_->kind(name) != nullptr;
    if (!declared) continue;
    labels.code = *view_.find_name(name);
    return;
  }
  const std::string what = edge ? "relationship type" : "label";
  warn(labels.place, "no " + what + " `" + labels.name + "` exists in the graph",
       did_you_mean(labels.name, names));
}

graph::NameCode Binder::property_code(const ast::Expression& object, const std::string& key, Place place) {
  const bool graph_element = object.type.is(TypeKind::node) || object.type.is(TypeKind::edge);
  return graph_element ? known_property(key, place) : view_.find_name(key).value_or(graph::kNoName);
}

/// The name's code; with a warning where no data has a property of that name.
graph::NameCode Binder::known_property(const std::string& key, Place place) {
  const auto code = view_.find_name(key);
  if (std::find(kDerived.begin(), kDerived.end(), key) != kDerived.end())
    return code.value_or(graph::kNoName);
  const auto holds = [&](const std::vector<graph::NameCode>& names) {
    return std::find(names.begin(), names.end(), *code) != names.end();
  };
  // Listing the keys reads the whole graph, so it is done only for a name that stands nowhere, or that is a
  // label's or a type's.
  if (code && !holds(view_.labels_in_use()) && !holds(view_.types_in_use())) return *code;
  const auto keys = view_.keys_in_use();
  if (code && holds(keys)) return *code;
  std::vector<std::string> names = names_of(view_, keys);
  names.insert(names.end(), kDerived.begin(), kDerived.end());
  warn(place, "no property `" + key + "` exists in the graph", did_you_mean(key, names));
  return code.value_or(graph::kNoName);
}

void Binder::bind_constant(ast::ExpressionPtr& expression) {
  constant_ = true;
  constant_what_ = "this value";
  bind(expression);
  constant_ = false;
}

}  // namespace talentflow::query
