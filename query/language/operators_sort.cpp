// Sort: keeps rows, all of them or as many as LIMIT wants. What it keeps counts against the memory budget.
#include <algorithm>
#include <limits>
#include <utility>

#include "query/language/checked_sort.hpp"
#include "query/language/comparison.hpp"
#include "query/language/evaluate.hpp"
#include "query/language/holding.hpp"
#include "query/language/operators.hpp"

namespace talentflow::query {
namespace {

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
    Entry entry;
    while (limit_ > 0 && child().next(runtime)) {
      entry.keys.clear();
      for (const SortKey& key : keys_) entry.keys.push_back(evaluate(*key.expression, runtime));
      if (runtime.failed()) return false;
      // A heap whose top is the last of the rows worth keeping.
      if (entries_.size() >= limit_) {
        if (!before(entry, entries_.front())) {
          ++entry.number;
          continue;
        }
        std::pop_heap(entries_.begin(), entries_.end(), less);
        keep(-row_bytes(entries_.back().keys) - row_bytes(entries_.back().values), runtime);
        entries_.pop_back();
      }
      for (const int slot : live_) entry.values.push_back(at(runtime, slot));
      if (!keep(row_bytes(entry.keys) + row_bytes(entry.values), runtime)) return false;
      const std::uint64_t next_number = entry.number + 1;
      entries_.push_back(std::exchange(entry, Entry{}));
      entry.number = next_number;
      if (bound_.limit != nullptr) std::push_heap(entries_.begin(), entries_.end(), less);
    }
    return !runtime.failed() && (sorted_ = checked_sort(entries_, less, runtime));
  }

  std::vector<SortKey> keys_;
  std::vector<int> live_;
  Bound bound_;
  std::string text_;
  std::vector<Entry> entries_;
  std::size_t next_ = 0;
  std::uint64_t limit_ = 0;
  bool sorted_ = false;
};

}  // namespace

OperatorPtr make_sort(OperatorPtr input, std::vector<SortKey> keys, std::vector<int> live, Bound bound,
                      std::string text) {
  return std::make_unique<Sort>(std::move(input), std::move(keys), std::move(live), bound, std::move(text));
}

}  // namespace talentflow::query
