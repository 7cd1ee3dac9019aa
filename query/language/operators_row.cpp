#include <algorithm>

#include "query/language/arithmetic.hpp"
#include "query/language/evaluate.hpp"
#include "query/language/operators.hpp"

namespace talentflow::query {

std::uint64_t row_count(const ast::Expression& expression, Runtime& runtime) {
  const Value value = evaluate(expression, runtime);
  if (runtime.failed()) return 0;
  if (value.integer() == nullptr) {
    runtime.fail(expression.place, {"SyntaxError", "InvalidArgumentType",
                                    "SKIP and LIMIT need a whole number, not " + type_name(value)});
    return 0;
  }
  if (*value.integer() >= 0) return static_cast<std::uint64_t>(*value.integer());
  runtime.fail(expression.place,
               {"SyntaxError", "NegativeIntegerArgument", "SKIP and LIMIT need a number from 0"});
  return 0;
}

namespace {

class Filter final : public Operator {
 public:
  Filter(OperatorPtr input, const ast::Expression& condition, std::string text)
      : Operator(std::move(input)), condition_(condition), text_(std::move(text)) {}
  std::string name() const override { return "Filter"; }
  std::string details() const override { return text_; }

 private:
  void start(Runtime& runtime) override { child().open(runtime); }
  bool advance(Runtime& runtime) override {
    while (child().next(runtime)) {
      if (holds(condition_, runtime)) return true;
      if (runtime.failed()) return false;
    }
    return false;
  }

  const ast::Expression& condition_;
  std::string text_;
};

/// Puts the path of a pattern together from its first node and its edges.
class PathBuilder final : public Operator {
 public:
  PathBuilder(OperatorPtr input, const ast::PathPattern& path) : Operator(std::move(input)), path_(path) {}
  std::string name() const override { return "Path"; }
  std::string details() const override { return path_.variable; }

 private:
  void start(Runtime& runtime) override { child().open(runtime); }
  bool advance(Runtime& runtime) override {
    if (!child().next(runtime)) return false;
    at(runtime, path_.slot) = build(runtime);
    return !runtime.failed();
  }

  Value build(Runtime& runtime) const {
    const auto* first = at(runtime, path_.nodes.front().slot).node();
    if (first == nullptr) return {};
    Path path{{first->number}, {}};
    const auto add = [&](const Value& value) {
      const auto* edge = value.edge();
      if (edge == nullptr) return false;
      const graph::EdgeEnds ends = runtime.view().edge(edge->number);
      path.edges.push_back(edge->number);
      path.nodes.push_back(path.nodes.back() == ends.from ? ends.to : ends.from);
      return true;
    };
    for (const auto& edge : path_.edges) {
      const Value& value = at(runtime, edge.slot);
      if (!edge.variable_length) {
        if (!add(value)) return {};
        continue;
      }
      if (value.list() == nullptr) return {};
      for (const Value& item : *value.list())
        if (!add(item)) return {};
    }
    return path;
  }

  const ast::PathPattern& path_;
};

class Project final : public Operator {
 public:
  Project(OperatorPtr input, std::vector<Assignment> items, std::string text)
      : Operator(std::move(input)), items_(std::move(items)), text_(std::move(text)) {}
  std::string name() const override { return "Projection"; }
  std::string details() const override { return text_; }

 private:
  void start(Runtime& runtime) override { child().open(runtime); }
  bool advance(Runtime& runtime) override {
    if (!child().next(runtime)) return false;
    for (const Assignment& item : items_) at(runtime, item.slot) = evaluate(*item.expression, runtime);
    return !runtime.failed();
  }

  std::vector<Assignment> items_;
  std::string text_;
};

class Unwind final : public Operator {
 public:
  Unwind(OperatorPtr input, const ast::Expression& list, int slot, std::string text)
      : Operator(std::move(input)), list_(list), slot_(slot), text_(std::move(text)) {}
  std::string name() const override { return "Unwind"; }
  std::string details() const override { return text_; }

 private:
  void start(Runtime& runtime) override {
    child().open(runtime);
    current_ = Value();
    next_ = 0;
  }
  bool advance(Runtime& runtime) override {
    for (;;) {
      if (const ValueList* list = current_.list(); list != nullptr && next_ < list->size()) {
        at(runtime, slot_) = (*list)[next_++];
        return true;
      }
      if (!child().next(runtime)) return false;
      current_ = evaluate(list_, runtime);
      next_ = 0;
      if (runtime.failed()) return false;
      // What is no list counts as a list of one; null as the empty one.
      if (!current_.is_null() && current_.list() == nullptr) current_ = ValueList{current_};
    }
  }

  const ast::Expression& list_;
  int slot_;
  std::string text_;
  Value current_;
  std::size_t next_ = 0;
};

class Optional final : public Operator {
 public:
  Optional(OperatorPtr input, OperatorPtr inner, std::vector<int> slots)
      : Operator(std::move(input), std::move(inner)), slots_(std::move(slots)) {}
  std::string name() const override { return "Optional"; }
  std::string details() const override { return ""; }

 private:
  void start(Runtime& runtime) override {
    child(0).open(runtime);
    active_ = false;
  }
  bool advance(Runtime& runtime) override {
    for (;;) {
      if (!active_) {
        if (!child(0).next(runtime)) return false;
        child(1).open(runtime);
        active_ = true;
        matched_ = false;
      }
      if (child(1).next(runtime)) return matched_ = true;
      if (runtime.failed()) return false;
      active_ = false;
      if (matched_) continue;
      for (const int slot : slots_) at(runtime, slot) = Value();
      return true;
    }
  }

  std::vector<int> slots_;
  bool active_ = false;
  bool matched_ = false;
};

class Skip final : public Operator {
 public:
  Skip(OperatorPtr input, const ast::Expression& count, std::string text)
      : Operator(std::move(input)), count_(count), text_(std::move(text)) {}
  std::string name() const override { return "Skip"; }
  std::string details() const override { return text_; }

 private:
  void start(Runtime& runtime) override {
    left_ = row_count(count_, runtime);
    child().open(runtime);
  }
  bool advance(Runtime& runtime) override {
    for (; left_ > 0; --left_)
      if (!child().next(runtime)) return false;
    return child().next(runtime);
  }

  const ast::Expression& count_;
  std::string text_;
  std::uint64_t left_ = 0;
};

class Limit final : public Operator {
 public:
  Limit(OperatorPtr input, const ast::Expression& count, std::string text)
      : Operator(std::move(input)), count_(count), text_(std::move(text)) {}
  std::string name() const override { return "Limit"; }
  std::string details() const override { return text_; }

 private:
  void start(Runtime& runtime) override {
    left_ = row_count(count_, runtime);
    if (left_ > 0) child().open(runtime);
  }
  bool advance(Runtime& runtime) override {
    if (left_ == 0) return false;
    --left_;
    return child().next(runtime);
  }

  const ast::Expression& count_;
  std::string text_;
  std::uint64_t left_ = 0;
};

class Union final : public Operator {
 public:
  Union(std::vector<OperatorPtr> parts, std::vector<std::vector<int>> part_slots, std::vector<int> slots)
      : part_slots_(std::move(part_slots)), slots_(std::move(slots)) {
    children_ = std::move(parts);
  }
  std::string name() const override { return "Union"; }
  std::string details() const override { return ""; }

 private:
  void start(Runtime& runtime) override {
    part_ = 0;
    child(0).open(runtime);
  }
  bool advance(Runtime& runtime) override {
    while (!child(part_).next(runtime)) {
      if (runtime.failed() || part_ + 1 == children_.size()) return false;
      child(++part_).open(runtime);
    }
    for (std::size_t i = 0; i < slots_.size(); ++i)
      at(runtime, slots_[i]) = at(runtime, part_slots_[part_][i]);
    return true;
  }

  std::vector<std::vector<int>> part_slots_;
  std::vector<int> slots_;
  std::size_t part_ = 0;
};

}  // namespace

OperatorPtr make_filter(OperatorPtr input, const ast::Expression& condition, std::string text) {
  return std::make_unique<Filter>(std::move(input), condition, std::move(text));
}
OperatorPtr make_path(OperatorPtr input, const ast::PathPattern& path) {
  return std::make_unique<PathBuilder>(std::move(input), path);
}
OperatorPtr make_project(OperatorPtr input, std::vector<Assignment> items, std::string text) {
  return std::make_unique<Project>(std::move(input), std::move(items), std::move(text));
}
OperatorPtr make_unwind(OperatorPtr input, const ast::Expression& list, int slot, std::string text) {
  return std::make_unique<Unwind>(std::move(input), list, slot, std::move(text));
}
OperatorPtr make_optional(OperatorPtr input, OperatorPtr inner, std::vector<int> slots) {
  return std::make_unique<Optional>(std::move(input), std::move(inner), std::move(slots));
}
OperatorPtr make_skip(OperatorPtr input, const ast::Expression& count, std::string text) {
  return std::make_unique<Skip>(std::move(input), count, std::move(text));
}
OperatorPtr make_limit(OperatorPtr input, const ast::Expression& count, std::string text) {
  return std::make_unique<Limit>(std::move(input), count, std::move(text));
}
OperatorPtr make_union(std::vector<OperatorPtr> parts, std::vector<std::vector<int>> part_slots,
                       std::vector<int> slots) {
  return std::make_unique<Union>(std::move(parts), std::move(part_slots), std::move(slots));
}

}  // namespace talentflow::query
