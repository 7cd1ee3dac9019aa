// Shortest paths between two bound nodes: breadth first, level by level, keeping for every node the edges by
// which the shortest trails reach it. A shortest path between two different nodes never meets a node twice,
// so it is a trail as well. From a node to itself the shortest path has no edges; where the pattern asks for
// one edge at least, there is none.
#include <algorithm>
#include <limits>
#include <unordered_map>

#include "query/language/evaluate.hpp"
#include "query/language/neighbours.hpp"
#include "query/language/operators.hpp"

namespace talentflow::query {
namespace {

class ShortestPath final : public Operator {
 public:
  ShortestPath(OperatorPtr input, EdgeStep step, const ast::PathPattern& path,
               std::vector<const ast::Expression*> conditions)
      : Operator(std::move(input)), step_(std::move(step)), path_(path), conditions_(std::move(conditions)) {}
  std::string name() const override { return all() ? "AllShortestPaths" : "ShortestPath"; }
  std::string details() const override { return step_.text; }

 private:
  bool all() const { return path_.kind == ast::PathPattern::Kind::all_shortest; }

  void start(Runtime& runtime) override {
    child().open(runtime);
    found_.clear();
    next_ = 0;
  }

  bool advance(Runtime& runtime) override {
    while (next_ >= found_.size()) {
      if (!child().next(runtime)) return false;
      search(runtime);
      if (runtime.failed()) return false;
    }
    put(std::move(found_[next_++]), runtime);
    return true;
  }

  void put(Path path, Runtime& runtime) const {
    ValueList edges;
    for (const auto edge : path.edges) edges.emplace_back(EdgeReference{edge});
    const bool single = !step_.pattern->variable_length;
    at(runtime, step_.edge) = single ? edges.at(0) : Value(std::move(edges));
    at(runtime, path_.slot) = std::move(path);
  }

  bool fulfils(const Path& path, Runtime& runtime) const {
    put(path, runtime);
    return std::all_of(conditions_.begin(), conditions_.end(),
                       [&](const ast::Expression* condition) { return holds(*condition, runtime); });
  }

  struct Reached {
    std::size_t level = 0;
    std::vector<Hop> from;  ///< edge, and the node before it
  };

  void search(Runtime& runtime) {
    found_.clear();
    next_ = 0;
    const auto* from = at(runtime, step_.from).node();
    const auto* to = at(runtime, step_.to).node();
    if (from == nullptr || to == nullptr) return;
    const auto source = from->number;
    const auto target = to->number;
    if (source == target) {
      const Path empty{{source}, {}};
      const bool allowed = step_.pattern->variable_length && step_.pattern->minimum == 0;
      if (allowed && fulfils(empty, runtime)) found_.push_back(empty);
      return;
    }
    properties_.open(*step_.pattern, runtime);
    reached_.clear();
    reached_[source] = {};
    std::vector<graph::NodeNumber> frontier{source};
    const std::size_t limit = longest();
    for (std::size_t level = 1; level <= limit && !frontier.empty() && !reached_.contains(target); ++level) {
      frontier = widen(frontier, level, runtime);
      if (runtime.failed()) return;
    }
    if (!reached_.contains(target)) return;
    if (conditions_.empty()) return collect(source, target, runtime);
    for (std::size_t length = reached_[target].level; length <= limit; ++length)
      if (!walk(source, target, length, runtime) || !found_.empty()) return;
  }

  /// Tries every trail of one length; false when there is none of that length at all, or the query has to
  /// stop.
  bool walk(graph::NodeNumber source, graph::NodeNumber target, std::size_t length, Runtime& runtime) {
    Path trail{{source}, {}};
    std::vector<Neighbours> levels(length);
    levels[0].open(*step_.pattern, step_.backwards, source, runtime);
    bool reached = false;
    for (;;) {
      Hop hop;
      const std::size_t depth = trail.edges.size();
      if (depth == length || !levels[depth].next(hop, runtime)) {
        if (runtime.failed()) return false;
        if (depth == 0) return reached;
        trail.edges.pop_back();
        trail.nodes.pop_back();
        continue;
      }
      const bool again = std::find(trail.edges.begin(), trail.edges.end(), hop.edge) != trail.edges.end();
      if (again || !properties_.match(hop.edge, runtime)) continue;
      trail.edges.push_back(hop.edge);
      trail.nodes.push_back(hop.node);
      if (depth + 1 < length) {
        levels[depth + 1].open(*step_.pattern, step_.backwards, hop.node, runtime);
        continue;
      }
      reached = true;
      if (hop.node == target && take(trail, runtime) && !all()) return true;
    }
  }

  bool take(const Path& trail, Runtime& runtime) {
    Path path = trail;
    if (step_.backwards) {
      std::reverse(path.nodes.begin(), path.nodes.end());
      std::reverse(path.edges.begin(), path.edges.end());
    }
    if (!fulfils(path, runtime)) return false;
    found_.push_back(std::move(path));
    return true;
  }

  std::size_t longest() const {
    if (!step_.pattern->variable_length) return 1;
    return step_.pattern->maximum ? static_cast<std::size_t>(*step_.pattern->maximum)
                                  : std::numeric_limits<std::size_t>::max();
  }

  std::vector<graph::NodeNumber> widen(const std::vector<graph::NodeNumber>& frontier, std::size_t level,
                                       Runtime& runtime) {
    std::vector<graph::NodeNumber> next;
    Neighbours around;
    for (const auto node : frontier) {
      around.open(*step_.pattern, step_.backwards, node, runtime);
      for (Hop hop; around.next(hop, runtime);) {
        if (!properties_.match(hop.edge, runtime)) continue;
        const auto [entry, fresh] = reached_.try_emplace(hop.node, Reached{level, {}});
        if (fresh) next.push_back(hop.node);
        if (entry->second.level == level && (fresh || all())) entry->second.from.push_back({hop.edge, node});
      }
    }
    if (!runtime.fits(reached_.size() * 96)) next.clear();
    return next;
  }

  /// Walks back from the target; with `all`, along every edge that was kept.
  void collect(graph::NodeNumber source, graph::NodeNumber target, Runtime& runtime) {
    Path reversed{{target}, {}};
    std::vector<std::size_t> choice{0};
    while (!choice.empty() && runtime.tick()) {
      const auto node = reversed.nodes.back();
      const Reached& reached = reached_[node];
      const bool done = node == source;
      if (done) {
        Path path = reversed;
        if (!step_.backwards) {
          std::reverse(path.nodes.begin(), path.nodes.end());
          std::reverse(path.edges.begin(), path.edges.end());
        }
        found_.push_back(std::move(path));
        if (!runtime.fits(found_.size() * (reversed.nodes.size() * 8 + 64))) return;
      }
      if (done || choice.back() >= reached.from.size()) {
        choice.pop_back();
        reversed.nodes.pop_back();
        if (!reversed.edges.empty()) reversed.edges.pop_back();
        continue;
      }
      const Hop& hop = reached.from[choice.back()++];
      reversed.edges.push_back(hop.edge);
      reversed.nodes.push_back(hop.node);
      choice.push_back(0);
    }
  }

  EdgeStep step_;
  const ast::PathPattern& path_;
  std::vector<const ast::Expression*> conditions_;
  EdgeProperties properties_;
  std::unordered_map<graph::NodeNumber, Reached> reached_;
  std::vector<Path> found_;
  std::size_t next_ = 0;
};

}  // namespace

OperatorPtr make_shortest_path(OperatorPtr input, EdgeStep step, const ast::PathPattern& path,
                               std::vector<const ast::Expression*> conditions) {
  return std::make_unique<ShortestPath>(std::move(input), std::move(step), path, std::move(conditions));
}

}  // namespace talentflow::query
