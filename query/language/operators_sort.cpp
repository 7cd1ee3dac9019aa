// Sort: keeps rows, all of them or as many as LIMIT wants. What it keeps counts against the memory budget.
#include <algorithm>
#include <limits>

#include "query/language/checked_sort.hpp"
#include "query/language/comparison.hpp"
#include "query/language/evaluate.hpp"
#include "query/language/holding.hpp"
#include "query/language/operators.hpp"
#include "query/language/value_rows.hpp"

namespace talentflow::query {
namespace {

class Sort final : public Holding {
 public:
  Sort(OperatorPtr input, std::vector<SortKey> keys, std::vector<int> live, Bound bound, std::string text)
      : Holding(std::move(input)),
        keys_(std::move(keys)),
        live_(std::move(live)),
        bound_(bound),
        text_(std::move(text)),
        rows_(keys_.size() + live_.size()) {}
  std::string name() const override { return bound_.limit != nullptr ? "Top" : "Sort"; }
  std::string details() const override { return text_; }

 private:
  struct Entry {
    const Value* cells = nullptr;  ///< the keys' values, then those of the slots
    std::uint64_t number = 0;      ///< of arrival: equal rows keep their order
  };

  void start(Runtime& runtime) override {
    release(runtime);
    entries_.clear();
    rows_.clear();
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
    for (std::size_t i = 0; i < live_.size(); ++i) at(runtime, live_[i]) = entry.cells[keys_.size() + i];
    return true;
  }

  bool before(const Entry& a, const Entry& b) const {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const int by = order(a.cells[i], b.cells[i]);
      if (by != 0) return keys_[i].descending ? by > 0 : by < 0;
    }
    return a.number < b.number;
  }

  bool read_all(Runtime& runtime) {
    const auto less = [this](const Entry& a, const Entry& b) { return before(a, b); };
    Row keys(keys_.size());
    for (std::uint64_t number = 0; limit_ > 0 && child().next(runtime); ++number) {
      for (std::size_t i = 0; i < keys_.size(); ++i) keys[i] = evaluate(*keys_[i].expression, runtime);
      if (runtime.failed()) return false;
      Value* cells = nullptr;
      // A heap whose top is the last of the rows worth keeping.
      if (entries_.size() >= limit_) {
        if (!before({keys.data(), number}, entries_.front())) continue;
        std::pop_heap(entries_.begin(), entries_.end(), less);
        cells = const_cast<Value*>(entries_.back().cells);  // one of rows_
        keep(-bytes_of(cells), runtime);
        entries_.pop_back();
      } else {
        cells = rows_.append();
      }
      std::move(keys.begin(), keys.end(), cells);
      for (std::size_t i = 0; i < live_.size(); ++i) cells[keys_.size() + i] = at(runtime, live_[i]);
      if (!keep(bytes_of(cells), runtime)) return false;
      entries_.push_back({cells, number});
      if (bound_.limit != nullptr) std::push_heap(entries_.begin(), entries_.end(), less);
    }
    return !runtime.failed() && (sorted_ = checked_sort(entries_, less, runtime));
  }

  std::int64_t bytes_of(const Value* cells) const {
    std::size_t bytes = 2 * sizeof(Entry);  // sorting needs room for each twice
    for (std::size_t i = 0; i < keys_.size() + live_.size(); ++i) bytes += footprint(cells[i]);
    return static_cast<std::int64_t>(bytes);
  }

  std::vector<SortKey> keys_;
  std::vector<int> live_;
  Bound bound_;
  std::string text_;
  ValueRows rows_;
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
