// Operators that keep rows: sort, distinct, aggregation. What they keep counts against the memory budget.
#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "query/language/aggregates.hpp"
#include "query/language/comparison.hpp"
#include "query/language/evaluate.hpp"
#include "query/language/operators.hpp"

namespace talentflow::query {
namespace {

std::int64_t row_bytes(const Row& row) {
  std::size_t bytes = 32;
  for (const Value& value : row) bytes += footprint(value);
  return static_cast<std::int64_t>(bytes);
}

class Holding : public Operator {
 public:
  void close(Runtime& runtime) override {
    release(runtime);
    Operator::close(runtime);
  }

 protected:
  explicit Holding(OperatorPtr input) : Operator(std::move(input)) {}
  bool keep(std::int64_t bytes, Runtime& runtime) {
    held_ += bytes;
    return runtime.hold(bytes);
  }
  void release(Runtime& runtime) {
    runtime.hold(-held_);
    held_ = 0;
  }

 private:
  std::int64_t held_ = 0;
};

class Sort final : public Holding {
 public:
  Sort(OperatorPtr input, std::vector<SortKey> keys, std::vector<int> live, Bound bound, std::string text)
      : Holding(std::move(input)),
        keys_(std::move(keys)),
        live_(std::move(live)),
        bound_(bound),
        text_(std::move(text)) {}
  std::string name() const override { return bound_.limit != nullptr ? "Top" : "Sort"; }
  std::string details() const override { return text_; }

 private:
  struct Entry {
    Row keys;
    Row values;
    std::uint64_t number = 0;  ///< of arrival: equal rows keep their order
  };

  void start(Runtime& runtime) override {
    release(runtime);
    entries_.clear();
    next_ = 0;
    sorted_ = false;
    limit_ = std::numeric_limits<std::uint64_t>::max();
    if (bound_.limit != nullptr) limit_ = row_count(*bound_.limit, runtime);
    if (bound_.limit != nullptr && bound_.skip != nullptr) limit_ += row_count(*bound_.skip, runtime);
    child().open(runtime);
  }

  bool advance(Runtime& runtime) override {
    if (!sorted_ && !read_all(runtime)) return false;
    if (next_ >= entries_.size()) return false;
    const Entry& entry = entries_[next_++];
    for (std::size_t i = 0; i < live_.size(); ++i) at(runtime, live_[i]) = entry.values[i];
    return true;
  }

  bool before(const Entry& a, const Entry& b) const {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const int by = order(a.keys[i], b.keys[i]);
      if (by != 0) return keys_[i].descending ? by > 0 : by < 0;
    }
    return a.number < b.number;
  }

  bool read_all(Runtime& runtime) {
    const auto less = [this](const Entry& a, const Entry& b) { return before(a, b); };
    std::uint64_t number = 0;
    while (limit_ > 0 && child().next(runtime)) {
      Entry entry;
      entry.number = number++;
      for (const SortKey& key : keys_) entry.keys.push_back(evaluate(*key.expression, runtime));
      if (runtime.failed()) return false;
      // A heap whose top is the last of the rows worth keeping.
      if (entries_.size() >= limit_) {
        if (!before(entry, entries_.front())) continue;
        std::pop_heap(entries_.begin(), entries_.end(), less);
        keep(-row_bytes(entries_.back().keys) - row_bytes(entries_.back().values), runtime);
        entries_.pop_back();
      }
      for (const int slot : live_) entry.values.push_back(at(runtime, slot));
      if (!keep(row_bytes(entry.keys) + row_bytes(entry.values), runtime)) return false;
      entries_.push_back(std::move(entry));
      if (bound_.limit != nullptr)
        std::push_heap(entries_.begin(), entries_.end(), less);
      else if (entries_.size() % kRun == 0)
        std::sort(entries_.end() - static_cast<std::ptrdiff_t>(kRun), entries_.end(), less);
    }
    if (runtime.failed()) return false;
    const std::size_t rest = bound_.limit != nullptr ? entries_.size() : entries_.size() % kRun;
    std::sort(entries_.end() - static_cast<std::ptrdiff_t>(rest), entries_.end(), less);
    return sorted_ = bound_.limit != nullptr || merge_runs(runtime);
  }

  /// Bottom-up, so that an interrupt is noticed while millions of rows are merged.
  bool merge_runs(Runtime& runtime) {
    const std::size_t size = entries_.size();
    std::vector<Entry> merged(size > kRun ? size : 0);
    for (std::size_t width = kRun; width < size; width *= 2) {
      for (std::size_t begin = 0; begin < size; begin += 2 * width) {
        const std::size_t middle = std::min(begin + width, size);
        const std::size_t end = std::min(begin + 2 * width, size);
        std::size_t left = begin;
        std::size_t right = middle;
        for (std::size_t out = begin; out < end; ++out) {
          if (!runtime.tick()) return false;
          const bool from_right = left == middle || (right < end && before(entries_[right], entries_[left]));
          merged[out] = std::move(from_right ? entries_[right++] : entries_[left++]);
        }
      }
      entries_.swap(merged);
    }
    return true;
  }

  static constexpr std::size_t kRun = 8192;  ///< rows sorted at once

  std::vector<SortKey> keys_;
  std::vector<int> live_;
  Bound bound_;
  std::string text_;
  std::vector<Entry> entries_;
  std::size_t next_ = 0;
  std::uint64_t limit_ = 0;
  bool sorted_ = false;
};

class Distinct final : public Holding {
 public:
  Distinct(OperatorPtr input, std::vector<int> slots, std::string text)
      : Holding(std::move(input)), slots_(std::move(slots)), text_(std::move(text)) {}
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
      Row row;
      for (const int slot : slots_) row.push_back(at(runtime, slot));
      const std::int64_t bytes = row_bytes(row);
      if (!seen_.insert(std::move(row)).second) continue;
      return keep(bytes, runtime);
    }
    return false;
  }

  std::vector<int> slots_;
  std::string text_;
  std::unordered_set<Row, RowHash, RowEquivalent> seen_;
};

/// One group; rows come out in the order in which their groups appeared. Without keys there is always one
/// group.
class Aggregate final : public Holding {
 public:
  Aggregate(OperatorPtr input, std::vector<Assignment> keys, std::vector<Assignment> calls, std::string text)
      : Holding(std::move(input)), keys_(std::move(keys)), calls_(std::move(calls)), text_(std::move(text)) {}
  std::string name() const override { return "Aggregation"; }
  std::string details() const override { return text_; }

 private:
  struct State {
    std::unique_ptr<Aggregation> aggregation;
    std::unordered_set<Row, RowHash, RowEquivalent> seen;  ///< of a DISTINCT call
  };
  struct Group {
    const Row* keys;  ///< in the index, whose entries do not move
    std::vector<State> states;
  };

  void start(Runtime& runtime) override {
    release(runtime);
    groups_.clear();
    index_.clear();
    next_ = 0;
    read_ = false;
    child().open(runtime);
  }

  bool advance(Runtime& runtime) override {
    if (!read_ && !read_all(runtime)) return false;
    if (next_ >= groups_.size()) return false;
    Group& group = groups_[next_++];
    for (std::size_t i = 0; i < keys_.size(); ++i) at(runtime, keys_[i].slot) = (*group.keys)[i];
    for (std::size_t i = 0; i < calls_.size(); ++i)
      at(runtime, calls_[i].slot) = group.states[i].aggregation->result(runtime, calls_[i].expression->place);
    return !runtime.failed();
  }

  bool read_all(Runtime& runtime) {
    while (child().next(runtime)) {
      Row keys;
      for (const Assignment& key : keys_) keys.push_back(evaluate(*key.expression, runtime));
      Group& group = find(std::move(keys), runtime);
      for (std::size_t i = 0; i < calls_.size(); ++i) add(group.states[i], call(i), runtime);
      if (runtime.failed()) return false;
    }
    if (runtime.failed()) return false;
    if (keys_.empty() && groups_.empty()) find({}, runtime);
    read_ = true;
    return true;
  }

  const ast::Call& call(std::size_t i) const { return *calls_[i].expression->get<ast::Call>(); }

  Group& find(Row keys, Runtime& runtime) {
    const auto [entry, fresh] = index_.try_emplace(std::move(keys), groups_.size());
    if (!fresh) return groups_[entry->second];
    Group group;
    group.keys = &entry->first;
    for (std::size_t i = 0; i < calls_.size(); ++i) {
      const auto& node = call(i);
      const Value second = node.arguments.size() > 1 ? evaluate(*node.arguments[1], runtime) : Value();
      group.states.push_back({node.aggregator->make(second), {}});
    }
    keep(row_bytes(*group.keys) + static_cast<std::int64_t>(64 + 128 * calls_.size()), runtime);
    groups_.push_back(std::move(group));
    return groups_.back();
  }

  void add(State& state, const ast::Call& node, Runtime& runtime) {
    if (node.star) {
      state.aggregation->add(Value(), runtime, {});
      return;
    }
    const Value value = evaluate(*node.arguments[0], runtime);
    if (value.is_null()) return;
    if (node.distinct) {
      if (!state.seen.insert(Row{value}).second) return;
      keep(static_cast<std::int64_t>(footprint(value)) + 48, runtime);
    }
    const std::size_t kept = state.aggregation->add(value, runtime, node.arguments[0]->place);
    if (kept > 0) keep(static_cast<std::int64_t>(kept), runtime);
  }

  std::vector<Assignment> keys_;
  std::vector<Assignment> calls_;
  std::string text_;
  std::vector<Group> groups_;
  std::unordered_map<Row, std::size_t, RowHash, RowEquivalent> index_;
  std::size_t next_ = 0;
  bool read_ = false;
};

}  // namespace

OperatorPtr make_sort(OperatorPtr input, std::vector<SortKey> keys, std::vector<int> live, Bound bound,
                      std::string text) {
  return std::make_unique<Sort>(std::move(input), std::move(keys), std::move(live), bound, std::move(text));
}
OperatorPtr make_distinct(OperatorPtr input, std::vector<int> slots, std::string text) {
  return std::make_unique<Distinct>(std::move(input), std::move(slots), std::move(text));
}
OperatorPtr make_aggregate(OperatorPtr input, std::vector<Assignment> keys, std::vector<Assignment> calls,
                           std::string text) {
  return std::make_unique<Aggregate>(std::move(input), std::move(keys), std::move(calls), std::move(text));
}

}  // namespace talentflow::query
