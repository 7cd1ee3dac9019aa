#include "query/language/neighbours.hpp"

#include <algorithm>

#include "query/language/comparison.hpp"
#include "query/language/evaluate.hpp"

namespace talentflow::query {
namespace {

using Op = ast::LabelExpression::Op;

/// A or A|B|..: the View's index by type answers.
bool is_list_of_names(const ast::LabelExpression& types) {
  if (types.op == Op::name) return true;
  return types.op == Op::any_of && std::all_of(types.parts.begin(), types.parts.end(),
                                               [](const auto& part) { return part.op == Op::name; });
}

}  // namespace

void Neighbours::add(std::span<const graph::EdgeNumber> edges, bool incoming) {
  if (!edges.empty()) parts_.push_back({edges, incoming});
}

void Neighbours::add_types(const ast::LabelExpression& types, bool incoming, Runtime& runtime) {
  const auto one = [&](const ast::LabelExpression& name) {
    if (name.code == graph::kNoName) return;
    const graph::View& view = runtime.read();
    add(incoming ? view.incoming(node_, name.code) : view.outgoing(node_, name.code), incoming);
  };
  if (types.op == Op::name) return one(types);
  std::vector<graph::NameCode> seen;
  for (const auto& part : types.parts) {
    if (std::find(seen.begin(), seen.end(), part.code) != seen.end()) continue;
    seen.push_back(part.code);
    one(part);
  }
}

void Neighbours::open(const ast::EdgePattern& pattern, bool backwards, graph::NodeNumber node,
                      Runtime& runtime) {
  parts_.clear();
  part_ = position_ = 0;
  node_ = node;
  both_ = pattern.direction == ast::Direction::both;
  check_ = nullptr;
  const bool right = pattern.direction == ast::Direction::right;
  for (const bool incoming : {false, true}) {
    if (!both_ && incoming != (right == backwards)) continue;
    if (pattern.types && is_list_of_names(*pattern.types)) {
      add_types(*pattern.types, incoming, runtime);
    } else {
      if (pattern.types) check_ = &*pattern.types;
      const graph::View& view = runtime.read();
      add(incoming ? view.incoming(node) : view.outgoing(node), incoming);
    }
  }
}

std::size_t Neighbours::size() const {
  std::size_t total = 0;
  for (const Part& part : parts_) total += part.edges.size();
  return total;
}

bool Neighbours::next(Hop& hop, Runtime& runtime) {
  for (; part_ < parts_.size(); ++part_, position_ = 0) {
    const Part& part = parts_[part_];
    while (position_ < part.edges.size()) {
      if (!runtime.tick()) return false;
      hop.edge = part.edges[position_++];
      const graph::EdgeEnds ends = runtime.read().edge(hop.edge);
      if (check_ != nullptr && !has_type(ends.type, *check_)) continue;
      // A loop stands in both lists of its node.
      if (both_ && part.incoming && ends.from == ends.to) continue;
      hop.node = part.incoming ? ends.from : ends.to;
      return true;
    }
  }
  return false;
}

bool holds_edge(const Value& value, graph::EdgeNumber edge) {
  if (const auto* other = value.edge()) return other->number == edge;
  if (value.list() == nullptr) return false;
  return std::any_of(value.list()->begin(), value.list()->end(), [&](const Value& item) {
    return item.edge() != nullptr && item.edge()->number == edge;
  });
}

bool met_before(const std::vector<int>& slots, graph::EdgeNumber edge, const Runtime& runtime) {
  return std::any_of(slots.begin(), slots.end(), [&](int slot) {
    return holds_edge(runtime.frame[static_cast<std::size_t>(slot)], edge);
  });
}

void EdgeProperties::open(const ast::EdgePattern& pattern, Runtime& runtime) {
  wanted_.clear();
  if (!pattern.properties) return;
  for (const auto& [key, expression] : pattern.properties->get<ast::MapLiteral>()->entries)
    wanted_.push_back(
        {runtime.view().find_name(key).value_or(graph::kNoName), evaluate(*expression, runtime)});
}

bool EdgeProperties::match(graph::EdgeNumber edge, Runtime& runtime) const {
  return std::all_of(wanted_.begin(), wanted_.end(), [&](const Wanted& wanted) {
    if (wanted.key == graph::kNoName) return false;
    return equals(from_stored(runtime.read().edge_property(edge, wanted.key)), wanted.value).value_or(false);
  });
}

}  // namespace talentflow::query
