// DISTINCT and aggregation: operators that keep one row of each kind.
//
// A group is known by the values of its keys, `RETURN o.country, count(*)`. Where the keys name the nodes and
// edges that they read, as in `RETURN a.id, a.name, b.id, count(*)`, those decide as well and cost next to
// nothing to compare; the keys are then worked out once a group, at the end, not once a row.
#include <limits>
#include <memory>

#include "query/language/aggregates.hpp"
#include "query/language/comparison.hpp"
#include "query/language/evaluate.hpp"
#include "query/language/holding.hpp"
#include "query/language/operators.hpp"
#include "query/language/row_table.hpp"

namespace talentflow::query {
namespace {

class Distinct final : public Holding {
 public:
  Distinct(OperatorPtr input, std::vector<int> slots, std::string text)
      : Holding(std::move(input)), slots_(std::move(slots)), text_(std::move(text)), seen_(slots_.size()) {}
  std::string name() const override { return "Distinct"; }
  std::string details() const override { return text_; }

 private:
  void start(Runtime& runtime) override {
    release(runtime);
    seen_.clear();
    child().open(runtime);
  }
  bool advance(Runtime& runtime) override {
    while (child().next(runtime)) {
      row_.clear();
      for (const int slot : slots_) row_.push_back(at(runtime, slot));
      const std::int64_t bytes = row_bytes(row_);
      if (seen_.add(row_).fresh) return keep(bytes, runtime);
    }
    return false;
  }

  std::vector<int> slots_;
  std::string text_;
  RowTable seen_;
  Row row_;
};

/// Rows come out in the order in which their groups appeared. Without keys there is always one group.
class Aggregate final : public Holding {
 public:
  Aggregate(OperatorPtr input, Grouping grouping, std::vector<Assignment> calls, std::string text)
      : Holding(std::move(input)),
        grouping_(std::move(grouping)),
        calls_(std::move(calls)),
        text_(std::move(text)),
        groups_(grouping_.elements.empty() ? grouping_.keys.size() : grouping_.elements.size()) {}
  std::string name() const override { return "Aggregation"; }
  std::string details() const override { return text_; }

 private:
  /// Of one call in one group.
  struct State {
    std::int64_t count = 0;                    ///< of count(), which needs no more
    std::unique_ptr<Aggregation> aggregation;  ///< of the others
    std::unique_ptr<RowTable> seen;            ///< of a DISTINCT call
  };

  void start(Runtime& runtime) override {
    release(runtime);
    groups_.clear();
    states_.clear();
    next_ = 0;
    read_ = false;
    child().open(runtime);
  }

  bool advance(Runtime& runtime) override {
    if (!read_ && !read_all(runtime)) return false;
    if (next_ >= groups_.size()) return false;
    put_keys(groups_.row(next_), runtime);
    for (std::size_t i = 0; i < calls_.size(); ++i) {
      State& state = states_[next_ * calls_.size() + i];
      at(runtime, calls_[i].slot) = state.aggregation == nullptr
                                        ? Value(state.count)
                                        : state.aggregation->result(runtime, calls_[i].expression->place);
    }
    ++next_;
    return !runtime.failed();
  }

  void put_keys(std::span<const Value> row, Runtime& runtime) const {
    if (grouping_.elements.empty()) {
      for (std::size_t i = 0; i < row.size(); ++i) at(runtime, grouping_.keys[i].slot) = row[i];
      return;
    }
    for (std::size_t i = 0; i < row.size(); ++i) at(runtime, grouping_.elements[i]) = row[i];
    for (const Assignment& key : grouping_.keys) at(runtime, key.slot) = evaluate(*key.expression, runtime);
  }

  bool read_all(Runtime& runtime) {
    Row row;
    while (child().next(runtime)) {
      row.clear();
      for (const int slot : grouping_.elements) row.push_back(at(runtime, slot));
      if (grouping_.elements.empty())
        for (const Assignment& key : grouping_.keys) row.push_back(evaluate(*key.expression, runtime));
      const std::size_t group = find(row, runtime);
      for (std::size_t i = 0; i < calls_.size(); ++i)
        add(states_[group * calls_.size() + i], call(i), runtime);
      if (runtime.failed()) return false;
    }
    if (runtime.failed()) return false;
    if (grouping_.keys.empty() && groups_.size() == 0) {
      row.clear();
      find(row, runtime);
    }
    read_ = true;
    return true;
  }

  const ast::Call& call(std::size_t i) const { return *calls_[i].expression->get<ast::Call>(); }

  std::size_t find(Row& row, Runtime& runtime) {
    const std::int64_t bytes = row_bytes(row);
    const auto [number, fresh] = groups_.add(row);
    if (!fresh) return number;
    for (std::size_t i = 0; i < calls_.size(); ++i) states_.push_back(new_state(call(i), runtime));
    keep(bytes + static_cast<std::int64_t>(96 * calls_.size()), runtime);
    return number;
  }

  static State new_state(const ast::Call& node, Runtime& runtime) {
    State state;
    if (node.aggregator->make != nullptr) {
      const Value second = node.arguments.size() > 1 ? evaluate(*node.arguments[1], runtime) : Value();
      state.aggregation = node.aggregator->make(second);
    }
    if (node.distinct) state.seen = std::make_unique<RowTable>(1);
    return state;
  }

  void add(State& state, const ast::Call& node, Runtime& runtime) {
    if (node.star) {
      ++state.count;
      return;
    }
    Value value = evaluate(*node.arguments[0], runtime);
    if (value.is_null()) return;
    if (state.seen != nullptr) {
      Value copy = value;
      if (!state.seen->add({&copy, 1}).fresh) return;
      keep(static_cast<std::int64_t>(footprint(value) + RowTable::kRowBytes), runtime);
    }
    if (state.aggregation == nullptr) {
      ++state.count;
      return;
    }
    const std::size_t kept = state.aggregation->add(value, runtime, node.arguments[0]->place);
    if (kept > 0) keep(static_cast<std::int64_t>(kept), runtime);
  }

  Grouping grouping_;
  std::vector<Assignment> calls_;
  std::string text_;
  RowTable groups_;
  std::vector<State> states_;  ///< of each group, one a call
  std::size_t next_ = 0;
  bool read_ = false;
};

}  // namespace

OperatorPtr make_distinct(OperatorPtr input, std::vector<int> slots, std::string text) {
  return std::make_unique<Distinct>(std::move(input), std::move(slots), std::move(text));
}
OperatorPtr make_aggregate(OperatorPtr input, Grouping grouping, std::vector<Assignment> calls,
                           std::string text) {
  return std::make_unique<Aggregate>(std::move(input), std::move(grouping), std::move(calls),
                                     std::move(text));
}

}  // namespace talentflow::query
