#include <algorithm>
#include <limits>
#include <unordered_set>

#include "query/language/evaluate.hpp"
#include "query/language/neighbours.hpp"
#include "query/language/operators.hpp"

namespace talentflow::query {
namespace {

/// One edge from a bound node: to a new node, or to one that is bound too.
class Expand final : public Operator {
 public:
  Expand(OperatorPtr input, EdgeStep step) : Operator(std::move(input)), step_(std::move(step)) {}
  std::string name() const override { return step_.to_bound ? "ExpandInto" : "Expand"; }
  std::string details() const override { return step_.text; }

 private:
  void start(Runtime& runtime) override {
    child().open(runtime);
    active_ = false;
  }

  bool advance(Runtime& runtime) override {
    for (;;) {
      if (!active_) {
        if (!child().next(runtime)) return false;
        active_ = begin(runtime);
        if (!active_) continue;
      }
      Hop hop;
      while (neighbours_.next(hop, runtime)) {
        if (!fits(hop, runtime)) continue;
        at(runtime, step_.edge) = EdgeReference{hop.edge};
        if (!step_.to_bound) at(runtime, step_.to) = NodeReference{hop.node};
        return true;
      }
      if (runtime.failed()) return false;
      active_ = false;
    }
  }

  /// False when an end is null, or the bound edge is none.
  bool begin(Runtime& runtime) {
    const auto* from = at(runtime, step_.from).node();
    if (from == nullptr) return false;
    wanted_edge_.reset();
    if (step_.edge_bound) {
      const auto* edge = at(runtime, step_.edge).edge();
      if (edge == nullptr) return false;
      wanted_edge_ = edge->number;
    }
    properties_.open(*step_.pattern, runtime);
    neighbours_.open(*step_.pattern, step_.backwards, from->number, runtime);
    if (!step_.to_bound) return true;
    const auto* to = at(runtime, step_.to).node();
    if (to == nullptr) return false;
    target_ = to->number;
    // The end with fewer edges is the cheaper one to look from.
    reverse_.open(*step_.pattern, !step_.backwards, to->number, runtime);
    if (reverse_.size() < neighbours_.size()) {
      std::swap(reverse_, neighbours_);
      target_ = from->number;
    }
    return true;
  }

  bool fits(const Hop& hop, Runtime& runtime) {
    if (step_.to_bound && hop.node != target_) return false;
    if (wanted_edge_ && hop.edge != *wanted_edge_) return false;
    return !met_before(step_.others, hop.edge, runtime) && properties_.match(hop.edge, runtime);
  }

  EdgeStep step_;
  bool active_ = false;
  Neighbours neighbours_;
  Neighbours reverse_;
  EdgeProperties properties_;
  std::optional<graph::EdgeNumber> wanted_edge_;
  graph::NodeNumber target_ = 0;
};

/// Every trail (no edge twice) from a bound node, of a length between the pattern's bounds: depth first.
class VariableExpand final : public Operator {
 public:
  VariableExpand(OperatorPtr input, EdgeStep step) : Operator(std::move(input)), step_(std::move(step)) {}
  std::string name() const override {
    return step_.to_bound ? "VariableLengthExpandInto" : "VariableLengthExpand";
  }
  std::string details() const override { return step_.text; }
  void close(Runtime& runtime) override {
    runtime.hold(-held_);
    held_ = 0;
    levels_.clear();
    clear();
    Operator::close(runtime);
  }

 private:
  void start(Runtime& runtime) override {
    child().open(runtime);
    clear();
    active_ = false;
  }

  bool advance(Runtime& runtime) override {
    for (;;) {
      if (!active_) {
        if (!child().next(runtime)) return false;
        active_ = begin(runtime);
        if (!active_) continue;
        if (step_.edge_bound) {
          active_ = false;
          if (walk_bound(runtime)) return true;
          continue;
        }
        if (step_.pattern->minimum == 0 && emit(origin_, runtime)) return true;
      }
      if (go_on(runtime)) return true;
      if (runtime.failed()) return false;
      active_ = false;
    }
  }

  bool begin(Runtime& runtime) {
    const auto* from = at(runtime, step_.from).node();
    if (from == nullptr) return false;
    origin_ = from->number;
    if (step_.to_bound) {
      const auto* to = at(runtime, step_.to).node();
      if (to == nullptr) return false;
      target_ = to->number;
    }
    properties_.open(*step_.pattern, runtime);
    clear();
    return maximum() == 0 || push(origin_, runtime);
  }

  std::size_t maximum() const {
    return step_.pattern->maximum ? static_cast<std::size_t>(*step_.pattern->maximum)
                                  : std::numeric_limits<std::size_t>::max();
  }

  bool push(graph::NodeNumber node, Runtime& runtime) {
    if (depth_ == levels_.size()) {
      constexpr std::int64_t kLevelBytes = sizeof(Neighbours) + 96;
      if (!runtime.hold(kLevelBytes)) return false;
      held_ += kLevelBytes;
      levels_.emplace_back();
    }
    levels_[depth_++].open(*step_.pattern, step_.backwards, node, runtime);
    return true;
  }

  /// Short trails are searched, the part beyond kShort is looked up: neither costs anything that grows with
  /// the graph.
  bool on_trail(graph::EdgeNumber edge) const {
    const auto end = trail_.begin() + static_cast<std::ptrdiff_t>(std::min(trail_.size(), kShort));
    return std::find(trail_.begin(), end, edge) != end || (trail_.size() > kShort && beyond_.contains(edge));
  }

  void append(graph::EdgeNumber edge) {
    if (trail_.size() >= kShort) beyond_.insert(edge);
    trail_.push_back(edge);
  }

  void drop_last() {
    if (trail_.size() > kShort) beyond_.erase(trail_.back());
    trail_.pop_back();
  }

  void pop() {
    --depth_;
    if (!trail_.empty()) drop_last();
  }

  void clear() {
    trail_.clear();
    beyond_.clear();
    depth_ = 0;
  }

  bool go_on(Runtime& runtime) {
    while (depth_ > 0) {
      if (trail_.size() >= depth_) {  // the edge of the last answer is still on the trail
        drop_last();
      }
      Hop hop;
      if (!levels_[depth_ - 1].next(hop, runtime)) {
        if (runtime.failed()) return false;
        pop();
        continue;
      }
      if (on_trail(hop.edge) || !fits(hop.edge, runtime)) continue;
      append(hop.edge);
      const std::size_t length = trail_.size();
      if (length < maximum() && !push(hop.node, runtime)) return false;
      if (length >= static_cast<std::size_t>(step_.pattern->minimum) && emit(hop.node, runtime)) return true;
      if (runtime.failed()) return false;
    }
    return false;
  }

  bool fits(graph::EdgeNumber edge, Runtime& runtime) {
    return !met_before(step_.others, edge, runtime) && properties_.match(edge, runtime);
  }

  bool emit(graph::NodeNumber end, Runtime& runtime) {
    if (step_.to_bound && end != target_) return false;
    ValueList edges;
    edges.reserve(trail_.size());
    for (const auto edge : trail_) edges.emplace_back(EdgeReference{edge});
    if (step_.backwards) std::reverse(edges.begin(), edges.end());
    at(runtime, step_.edge) = std::move(edges);
    if (!step_.to_bound) at(runtime, step_.to) = NodeReference{end};
    return true;
  }

  /// The list of edges is given: does it lead on from here, and where to?
  bool walk_bound(Runtime& runtime) {
    const Value given = at(runtime, step_.edge);
    if (given.list() == nullptr) return false;
    ValueList edges = *given.list();
    if (step_.backwards) std::reverse(edges.begin(), edges.end());
    if (edges.size() < static_cast<std::size_t>(step_.pattern->minimum) || edges.size() > maximum())
      return false;
    graph::NodeNumber node = origin_;
    Neighbours around;
    for (const Value& item : edges) {
      if (item.edge() == nullptr || !fits(item.edge()->number, runtime)) return false;
      around.open(*step_.pattern, step_.backwards, node, runtime);
      Hop hop;
      bool found = false;
      while (!found && around.next(hop, runtime)) found = hop.edge == item.edge()->number;
      if (!found) return false;
      node = hop.node;
    }
    if (step_.to_bound && node != target_) return false;
    if (!step_.to_bound) at(runtime, step_.to) = NodeReference{node};
    return true;
  }

  EdgeStep step_;
  bool active_ = false;
  graph::NodeNumber origin_ = 0;
  graph::NodeNumber target_ = 0;
  EdgeProperties properties_;
  std::vector<Neighbours> levels_;
  std::size_t depth_ =
      0;  ///< levels in use: one more than edges on the trail, or equal at an answer that goes no deeper
  std::vector<graph::EdgeNumber> trail_;
  static constexpr std::size_t kShort = 32;
  std::unordered_set<graph::EdgeNumber> beyond_;  ///< the trail's edges from kShort on
  std::int64_t held_ = 0;
};

}  // namespace

OperatorPtr make_expand(OperatorPtr input, EdgeStep step) {
  return std::make_unique<Expand>(std::move(input), std::move(step));
}

OperatorPtr make_variable_expand(OperatorPtr input, EdgeStep step) {
  return std::make_unique<VariableExpand>(std::move(input), std::move(step));
}

}  // namespace talentflow::query
