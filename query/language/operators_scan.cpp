#include <algorithm>

#include "query/language/evaluate.hpp"
#include "query/language/neighbours.hpp"
#include "query/language/operators.hpp"

namespace talentflow::query {
namespace {

class Start final : public Operator {
 public:
  std::string name() const override { return "Start"; }
  std::string details() const override { return ""; }

 private:
  void start(Runtime&) override { given_ = false; }
  bool advance(Runtime&) override { return !std::exchange(given_, true); }

  bool given_ = false;
};

class Given final : public Operator {
 public:
  Given(std::vector<Row> rows, std::vector<int> slots) : rows_(std::move(rows)), slots_(std::move(slots)) {}
  std::string name() const override { return "GivenRows"; }
  std::string details() const override { return std::to_string(rows_.size()) + " rows"; }

 private:
  void start(Runtime&) override { next_ = 0; }
  bool advance(Runtime& runtime) override {
    if (next_ >= rows_.size()) return false;
    const Row& row = rows_[next_++];
    for (std::size_t i = 0; i < slots_.size(); ++i) at(runtime, slots_[i]) = row[i];
    return true;
  }

  std::vector<Row> rows_;
  std::vector<int> slots_;
  std::size_t next_ = 0;
};

class NodeScan final : public Operator {
 public:
  NodeScan(OperatorPtr input, NodeSource source) : Operator(std::move(input)), source_(std::move(source)) {}

  std::string name() const override {
    switch (source_.seek) {
      case NodeSource::Seek::id:
        return "NodeByIdSeek";
      case NodeSource::Seek::name:
        return "NodeByNameSeek";
      case NodeSource::Seek::none:
        break;
    }
    return source_.label ? "NodeByLabelScan" : "AllNodesScan";
  }
  std::string details() const override { return source_.text; }

 private:
  void start(Runtime& runtime) override {
    child().open(runtime);
    active_ = false;
  }

  bool advance(Runtime& runtime) override {
    for (;;) {
      if (!active_) {
        if (!child().next(runtime)) return false;
        find(runtime);
        active_ = true;
      }
      if (runtime.failed()) return false;
      if (next_ < count_) {
        ++runtime.counts->accesses;
        const std::size_t i = next_++;
        at(runtime, source_.slot) = NodeReference{whole_ ? static_cast<graph::NodeNumber>(i)
                                                         : (found_.empty() ? list_[i] : found_[i])};
        return true;
      }
      active_ = false;
    }
  }

  void find(Runtime& runtime) {
    next_ = 0;
    whole_ = false;
    found_.clear();
    list_ = {};
    if (source_.seek != NodeSource::Seek::none && seek(runtime)) {
      count_ = found_.size();
      return;
    }
    found_.clear();
    if (source_.label) {
      list_ = runtime.view().nodes_with_label(*source_.label);
      count_ = list_.size();
    } else {
      whole_ = true;
      count_ = runtime.view().node_count();
    }
  }

  /// False when the key is no text, so that only a scan can tell.
  bool seek(Runtime& runtime) {
    const Value key = evaluate(*source_.key, runtime);
    if (key.is_null()) return true;
    if (key.string() != nullptr) {
      look_up(*key.string(), runtime);
    } else if (key.list() != nullptr) {
      for (const Value& item : *key.list()) {
        if (item.string() != nullptr)
          look_up(*item.string(), runtime);
        else if (!item.is_null())
          return false;
      }
    } else {
      return false;
    }
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return true;
  }

  void look_up(const std::string& text, Runtime& runtime) {
    if (source_.seek == NodeSource::Seek::id) {
      if (const auto node = runtime.read().find_node(text)) found_.push_back(*node);
      return;
    }
    const auto named = runtime.read().find_nodes_named(text);
    found_.insert(found_.end(), named.begin(), named.end());
  }

  NodeSource source_;
  bool active_ = false;
  bool whole_ = false;
  std::vector<graph::NodeNumber> found_;
  std::span<const graph::NodeNumber> list_;
  std::size_t next_ = 0;
  std::size_t count_ = 0;
};

/// Puts an edge's two ends into the step's slots, in each way that the pattern's direction allows.
class EdgeEndsBase : public Operator {
 protected:
  EdgeEndsBase(OperatorPtr input, EdgeStep step) : Operator(std::move(input)), step_(std::move(step)) {}

  void begin(graph::EdgeNumber edge, Runtime& runtime) {
    edge_ = edge;
    ends_ = runtime.read().edge(edge);
    const auto direction = step_.pattern->direction;
    forwards_ = direction != ast::Direction::left;
    backwards_ =
        direction == ast::Direction::left || (direction == ast::Direction::both && ends_.from != ends_.to);
  }
  bool emit(Runtime& runtime) {
    const bool right = std::exchange(forwards_, false);
    if (!right && !std::exchange(backwards_, false)) return false;
    at(runtime, step_.edge) = EdgeReference{edge_};
    at(runtime, step_.from) = NodeReference{right ? ends_.from : ends_.to};
    at(runtime, step_.to) = NodeReference{right ? ends_.to : ends_.from};
    return step_.from != step_.to || ends_.from == ends_.to;
  }

  EdgeStep step_;
  graph::EdgeNumber edge_ = 0;
  graph::EdgeEnds ends_;
  bool forwards_ = false;
  bool backwards_ = false;
};

class EdgeScan final : public EdgeEndsBase {
 public:
  EdgeScan(OperatorPtr input, EdgeStep step) : EdgeEndsBase(std::move(input), std::move(step)) {}
  std::string name() const override { return "EdgeByTypeScan"; }
  std::string details() const override { return step_.text; }

 private:
  void start(Runtime& runtime) override {
    child().open(runtime);
    active_ = forwards_ = backwards_ = false;
  }
  bool advance(Runtime& runtime) override {
    for (;;) {
      if (!active_) {
        if (!child().next(runtime)) return false;
        collect(runtime);
        properties_.open(*step_.pattern, runtime);
        active_ = true;
      }
      while (forwards_ || backwards_)
        if (emit(runtime)) return true;
      if (!step(runtime)) {
        if (runtime.failed()) return false;
        active_ = false;
      }
    }
  }
  void collect(Runtime& runtime) {
    parts_.clear();
    part_ = next_ = 0;
    const ast::LabelExpression& types = *step_.pattern->types;
    const auto add = [&](const ast::LabelExpression& type) {
      if (type.code != graph::kNoName) parts_.push_back(runtime.view().edges_of_type(type.code));
    };
    if (types.parts.empty()) add(types);
    for (const auto& type : types.parts) add(type);
  }
  bool step(Runtime& runtime) {
    for (; part_ < parts_.size(); ++part_, next_ = 0) {
      while (next_ < parts_[part_].size()) {
        const graph::EdgeNumber edge = parts_[part_][next_++];
        if (!runtime.tick()) return false;
        if (met_before(step_.others, edge, runtime) || !properties_.match(edge, runtime)) continue;
        begin(edge, runtime);
        return true;
      }
    }
    return false;
  }

  bool active_ = false;
  std::vector<std::span<const graph::EdgeNumber>> parts_;
  std::size_t part_ = 0;
  std::size_t next_ = 0;
  EdgeProperties properties_;
};

class EdgeEnds final : public EdgeEndsBase {
 public:
  EdgeEnds(OperatorPtr input, EdgeStep step) : EdgeEndsBase(std::move(input), std::move(step)) {}
  std::string name() const override { return "EdgeEnds"; }
  std::string details() const override { return step_.text; }

 private:
  void start(Runtime& runtime) override {
    child().open(runtime);
    forwards_ = backwards_ = false;
  }
  bool advance(Runtime& runtime) override {
    for (;;) {
      while (forwards_ || backwards_)
        if (emit(runtime)) return true;
      if (!child().next(runtime)) return false;
      const auto* edge = at(runtime, step_.edge).edge();
      if (edge == nullptr) continue;
      const auto number = edge->number;
      properties_.open(*step_.pattern, runtime);
      const auto& types = step_.pattern->types;
      if (types && !has_type(runtime.read().edge(number).type, *types)) continue;
      if (met_before(step_.others, number, runtime) || !properties_.match(number, runtime)) continue;
      begin(number, runtime);
    }
  }

  EdgeProperties properties_;
};

}  // namespace

OperatorPtr make_start() { return std::make_unique<Start>(); }

OperatorPtr make_given(std::vector<Row> rows, std::vector<int> slots) {
  return std::make_unique<Given>(std::move(rows), std::move(slots));
}

OperatorPtr make_node_scan(OperatorPtr input, NodeSource source) {
  return std::make_unique<NodeScan>(std::move(input), std::move(source));
}

OperatorPtr make_edge_scan(OperatorPtr input, EdgeStep step) {
  return std::make_unique<EdgeScan>(std::move(input), std::move(step));
}

OperatorPtr make_edge_ends(OperatorPtr input, EdgeStep step) {
  return std::make_unique<EdgeEnds>(std::move(input), std::move(step));
}

}  // namespace talentflow::query
