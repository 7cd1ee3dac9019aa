#include <algorithm>
#include <limits>
#include <utility>

#include "query/language/planner.hpp"
#include "query/language/walk.hpp"

namespace talentflow::query {
namespace {

using Op = ast::LabelExpression::Op;

ast::ExpressionPtr variable(const std::string& name, int slot, Place place) {
  return ast::make(place, ast::Variable{name, slot});
}

}  // namespace

std::string Planner::node_text(const ast::NodePattern& node) const {
  std::string labels;
  if (node.labels) labels = ":" + source_text(node.labels->place);
  return "(" + node.variable + labels + ")";
}

void Planner::collect(PatternState& state, ast::PathPattern& path) {
  state.paths.push_back(&path);
  for (auto& node : path.nodes) {
    state.nodes.push_back(&node);
    if (node.declares) state.declared.insert(node.slot);
  }
  for (std::size_t i = 0; i < path.edges.size(); ++i) {
    state.edges.push_back({&path.edges[i], &path.nodes[i], &path.nodes[i + 1], &path});
    if (path.edges[i].declares) state.declared.insert(path.edges[i].slot);
  }
  if (path.slot != ast::kNoSlot) state.declared.insert(path.slot);
}

bool Planner::is_bound(const PatternState& state, int slot) const {
  return !state.declared.contains(slot) || state.bound.contains(slot);
}

void Planner::add_condition(PatternState& state, const ast::Expression& expression, std::string text) {
  Condition condition{&expression, std::move(text), {}};
  for (const int slot : slots_of(expression))
    if (state.declared.contains(slot)) condition.needs.insert(slot);
  state.conditions.push_back(std::move(condition));
}

void Planner::split(PatternState& state, const ast::Expression& condition) {
  const auto* binary = condition.get<ast::Binary>();
  if (binary != nullptr && binary->op == ast::BinaryOperator::logical_and) {
    split(state, *binary->left);
    split(state, *binary->right);
    return;
  }
  add_condition(state, condition, text(condition));
}

/// Labels and properties of a node become conditions like any other.
void Planner::add_node_conditions(PatternState& state, ast::NodePattern& node) {
  if (node.labels) {
    conditions_.push_back(
        ast::make(node.place, ast::LabelTest{variable(node.variable, node.slot, node.place), *node.labels}));
    add_condition(state, *conditions_.back(), node.variable + ":" + source_text(node.labels->place));
  }
  if (node.properties) {
    for (auto& [key, value] : node.properties->get<ast::MapLiteral>()->entries) {
      prepare(value);
      ast::Property property{variable(node.variable, node.slot, node.place), key,
                             view_.find_name(key).value_or(graph::kNoName)};
      const std::string shown = node.variable + "." + key + " = " + text(*value);
      ast::ComparisonChain chain;
      chain.operators.push_back(ast::Comparison::equal);
      chain.operands.push_back(ast::make(node.place, std::move(property)));
      chain.operands.push_back(std::move(value));
      conditions_.push_back(ast::make(node.place, std::move(chain)));
      add_condition(state, *conditions_.back(), shown);
    }
    node.properties.reset();
  }
  if (node.where) {
    prepare(node.where);
    split(state, *node.where);
  }
}

void Planner::add_conditions(PatternState& state, ast::ExpressionPtr* where) {
  for (auto* node : state.nodes) add_node_conditions(state, *node);
  for (auto& edge : state.edges) {
    if (edge.pattern->properties)
      for (auto& [key, value] : edge.pattern->properties->get<ast::MapLiteral>()->entries) prepare(value);
    if (!edge.pattern->where) continue;
    prepare(edge.pattern->where);
    split(state, *edge.pattern->where);
  }
  if (where == nullptr) return;
  prepare(*where);
  split(state, **where);
}

OperatorPtr Planner::apply_conditions(PatternState& state, OperatorPtr plan) {
  for (auto it = state.conditions.begin(); it != state.conditions.end();) {
    const bool ready =
        std::all_of(it->needs.begin(), it->needs.end(), [&](int slot) { return is_bound(state, slot); });
    if (!ready) {
      ++it;
      continue;
    }
    plan = make_filter(std::move(plan), *it->expression, it->text);
    it = state.conditions.erase(it);
  }
  return plan;
}

/// Does the data have a property `id` of its own? Then only a scan finds all nodes of an id.
bool Planner::id_is_data() const {
  const auto code = view_.find_name("id");
  if (!code) return false;
  const auto keys = view_.keys_in_use();
  return std::find(keys.begin(), keys.end(), *code) != keys.end();
}

/// n.name = text, n.id = text, n.name IN texts, id(n) = text: where the text is known by now.
bool Planner::find_seek(const PatternState& state, const ast::NodePattern& node, NodeSource& source) const {
  const auto kind_of = [&](const ast::Expression& side) {
    const auto of_node = [&](const ast::Expression& object) {
      const auto* name = object.get<ast::Variable>();
      return name != nullptr && name->slot == node.slot;
    };
    if (const auto* property = side.get<ast::Property>(); property != nullptr && of_node(*property->object)) {
      if (property->key == "name") return NodeSource::Seek::name;
      if (property->key == "id" && !id_is_data()) return NodeSource::Seek::id;
    }
    const auto* call = side.get<ast::Call>();
    if (call != nullptr && call->arguments.size() == 1 && (call->name == "id" || call->name == "elementId") &&
        of_node(*call->arguments[0]))
      return NodeSource::Seek::id;
    return NodeSource::Seek::none;
  };
  const auto known = [&](const ast::Expression& key) {
    const auto slots = slots_of(key);
    return std::all_of(slots.begin(), slots.end(), [&](int slot) { return is_bound(state, slot); });
  };
  const auto take = [&](const ast::Expression& side, const ast::Expression& key) {
    const auto kind = kind_of(side);
    if (kind == NodeSource::Seek::none || !known(key)) return false;
    if (source.seek == NodeSource::Seek::id && kind != NodeSource::Seek::id) return false;
    source.seek = kind;
    source.key = &key;
    return true;
  };
  for (const Condition& condition : state.conditions) {
    if (const auto* chain = condition.expression->get<ast::ComparisonChain>()) {
      if (chain->operators.size() != 1 || chain->operators[0] != ast::Comparison::equal) continue;
      if (!take(*chain->operands[0], *chain->operands[1])) take(*chain->operands[1], *chain->operands[0]);
    } else if (const auto* binary = condition.expression->get<ast::Binary>()) {
      if (binary->op == ast::BinaryOperator::in) take(*binary->left, *binary->right);
    }
  }
  return source.seek != NodeSource::Seek::none;
}

Planner::Entry Planner::node_entry(PatternState& state, ast::NodePattern& node) {
  Entry entry;
  entry.node = &node;
  entry.source.slot = node.slot;
  entry.source.text = node_text(node);
  entry.cost = static_cast<double>(view_.node_count());
  // Every pattern node with this slot may carry labels: the rarest decides.
  for (const auto* other : state.nodes) {
    if (other->slot != node.slot || !other->labels) continue;
    const auto consider = [&](const ast::LabelExpression& label) {
      if (label.op != Op::name) return;
      const double count =
          label.code == graph::kNoName ? 0.0 : static_cast<double>(view_.nodes_with_label(label.code).size());
      if (entry.source.label && count >= entry.cost) return;
      entry.source.label = label.code;
      entry.cost = count;
    };
    consider(*other->labels);
    if (other->labels->op == Op::all_of)
      for (const auto& part : other->labels->parts) consider(part);
  }
  if (find_seek(state, node, entry.source))
    entry.cost = entry.source.seek == NodeSource::Seek::id ? 0.5 : 0.75;
  return entry;
}

Planner::Entry Planner::best_entry(PatternState& state) {
  Entry best;
  best.cost = std::numeric_limits<double>::infinity();
  for (auto* node : state.nodes) {
    if (is_bound(state, node->slot)) continue;
    Entry entry = node_entry(state, *node);
    if (entry.cost < best.cost) best = std::move(entry);
  }
  for (auto& edge : state.edges) {
    if (edge.done || is_bound(state, edge.left->slot) || is_bound(state, edge.right->slot)) continue;
    if (edge.pattern->variable_length || edge.path->kind != ast::PathPattern::Kind::plain) continue;
    if (!edge.pattern->declares) return Entry{0.0, nullptr, &edge, {}};
    if (!edge.pattern->types) continue;
    const auto& types = *edge.pattern->types;
    const bool names =
        types.op == Op::name ||
        (types.op == Op::any_of && std::all_of(types.parts.begin(), types.parts.end(),
                                               [](const auto& part) { return part.op == Op::name; }));
    if (!names) continue;
    double cost = 0.0;
    const auto count = [&](const ast::LabelExpression& type) {
      if (type.code != graph::kNoName) cost += static_cast<double>(view_.edges_of_type(type.code).size());
    };
    if (types.op == Op::name) count(types);
    for (const auto& type : types.parts) count(type);
    if (cost < best.cost) best = Entry{cost, nullptr, &edge, {}};
  }
  return best;
}

/// Expected rows an input row turns into.
double Planner::edge_cost(const PatternState& state, const PatternState::Edge& edge) const {
  const bool both = is_bound(state, edge.left->slot) && is_bound(state, edge.right->slot);
  const double nodes = std::max<double>(1.0, static_cast<double>(view_.node_count()));
  double edges = static_cast<double>(view_.edge_count());
  if (edge.pattern->types && edge.pattern->types->op == Op::name)
    edges = edge.pattern->types->code == graph::kNoName
                ? 0.0
                : static_cast<double>(view_.edges_of_type(edge.pattern->types->code).size());
  double cost = edges / nodes;
  if (both) cost /= nodes;
  const auto* target = is_bound(state, edge.left->slot) ? edge.right : edge.left;
  if (!both && target->labels && target->labels->op == Op::name && target->labels->code != graph::kNoName)
    cost *= 0.5;
  if (edge.pattern->variable_length) cost = (cost + 1.0) * (both ? 1e3 : 1e6);
  return cost;
}

Planner::PatternState::Edge* Planner::best_edge(PatternState& state) {
  PatternState::Edge* best = nullptr;
  double cost = std::numeric_limits<double>::infinity();
  for (auto& edge : state.edges) {
    if (edge.done) continue;
    const bool left = is_bound(state, edge.left->slot);
    const bool right = is_bound(state, edge.right->slot);
    const bool plain = edge.path->kind == ast::PathPattern::Kind::plain;
    if (plain ? !left && !right : !left || !right) continue;
    const double mine = edge_cost(state, edge);
    if (mine >= cost) continue;
    best = &edge;
    cost = mine;
  }
  return best;
}

EdgeStep Planner::step_of(const PatternState& state, const PatternState::Edge& edge) const {
  EdgeStep step;
  step.backwards = !is_bound(state, edge.left->slot) && is_bound(state, edge.right->slot);
  step.from = step.backwards ? edge.right->slot : edge.left->slot;
  step.to = step.backwards ? edge.left->slot : edge.right->slot;
  step.edge = edge.pattern->slot;
  step.pattern = edge.pattern;
  step.to_bound = is_bound(state, step.to);
  step.edge_bound = !edge.pattern->declares;
  step.others = state.edges_met;
  step.text =
      "(" + edge.left->variable + ")" + source_text(edge.pattern->place) + "(" + edge.right->variable + ")";
  return step;
}

/// Takes the conditions that a shortest path has to fulfil itself: they read it or its edges, and nothing
/// unbound else.
std::vector<const ast::Expression*> Planner::path_conditions(PatternState& state,
                                                             const PatternState::Edge& edge) const {
  std::vector<const ast::Expression*> out;
  std::erase_if(state.conditions, [&](const Condition& condition) {
    const bool own =
        condition.needs.contains(edge.path->slot) || condition.needs.contains(edge.pattern->slot);
    const bool ready = std::all_of(condition.needs.begin(), condition.needs.end(), [&](int slot) {
      return slot == edge.path->slot || slot == edge.pattern->slot || is_bound(state, slot);
    });
    if (own && ready) out.push_back(condition.expression);
    return own && ready;
  });
  return out;
}

OperatorPtr Planner::expand(PatternState& state, PatternState::Edge& edge, OperatorPtr plan) {
  EdgeStep step = step_of(state, edge);
  if (edge.path->kind != ast::PathPattern::Kind::plain) {
    plan = make_shortest_path(std::move(plan), std::move(step), *edge.path, path_conditions(state, edge));
    state.bound.insert(edge.path->slot);
    state.paths_built.insert(edge.path);
  } else if (edge.pattern->variable_length) {
    plan = make_variable_expand(std::move(plan), std::move(step));
  } else {
    plan = make_expand(std::move(plan), std::move(step));
  }
  edge.done = true;
  state.bound.insert({edge.left->slot, edge.right->slot, edge.pattern->slot});
  if (edge.path->kind == ast::PathPattern::Kind::plain) state.edges_met.push_back(edge.pattern->slot);
  return plan;
}

/// A scan of a label has tested it.
void Planner::drop_scanned_label(PatternState& state, const NodeSource& source) const {
  std::erase_if(state.conditions, [&](const Condition& condition) {
    const auto* test = condition.expression->get<ast::LabelTest>();
    const auto* node = test == nullptr ? nullptr : test->operand->get<ast::Variable>();
    return node != nullptr && node->slot == source.slot && source.label && test->labels.op == Op::name &&
           test->labels.code == *source.label;
  });
}

OperatorPtr Planner::enter(PatternState& state, Entry entry, OperatorPtr plan) {
  if (entry.node != nullptr) {
    state.bound.insert(entry.node->slot);
    if (entry.source.seek == NodeSource::Seek::none) drop_scanned_label(state, entry.source);
    return make_node_scan(std::move(plan), std::move(entry.source));
  }
  PatternState::Edge& edge = *entry.edge;
  EdgeStep step = step_of(state, edge);
  const bool given = step.edge_bound;
  edge.done = true;
  state.bound.insert({edge.left->slot, edge.right->slot, edge.pattern->slot});
  state.edges_met.push_back(edge.pattern->slot);
  return given ? make_edge_ends(std::move(plan), std::move(step))
               : make_edge_scan(std::move(plan), std::move(step));
}

OperatorPtr Planner::plan_pattern(std::vector<ast::PathPattern*> paths, ast::ExpressionPtr* where,
                                  OperatorPtr plan) {
  PatternState state;
  for (auto* path : paths) collect(state, *path);
  add_conditions(state, where);
  plan = apply_conditions(state, std::move(plan));
  for (;;) {
    if (auto* edge = best_edge(state)) {
      plan = expand(state, *edge, std::move(plan));
    } else {
      Entry entry = best_entry(state);
      if (entry.node == nullptr && entry.edge == nullptr) break;
      plan = enter(state, std::move(entry), std::move(plan));
    }
    plan = apply_conditions(state, std::move(plan));
  }
  for (auto* path : paths) {
    if (path->slot == ast::kNoSlot || state.paths_built.contains(path)) continue;
    plan = make_path(std::move(plan), *path);
    state.bound.insert(path->slot);
    plan = apply_conditions(state, std::move(plan));
  }
  return plan;
}

}  // namespace talentflow::query
