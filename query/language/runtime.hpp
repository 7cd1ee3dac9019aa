// What a running query carries from operator to operator: the frame of slots, the graph, the budget, the
// first error.
//
// Every variable of a statement has a slot of its own in one frame that all operators share, so a row is
// never copied on its way through the plan: each operator writes only its own slots. Operators that hold rows
// back (sort, aggregation) save and restore the slots they need.
//
// Errors: the first fail() is kept; evaluation goes on with null, and operators stop at once because they ask
// failed() after each evaluation.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/budget.hpp"
#include "graph/view.hpp"
#include "query/language/diagnostic.hpp"
#include "query/language/regex.hpp"
#include "query/value.hpp"

namespace talentflow::query {

/// What PROFILE shows for one operator.
struct OperatorCounts {
  std::uint64_t rows = 0;
  std::uint64_t accesses = 0;  ///< nodes, edges and properties read from the View
};

class Runtime {
 public:
  /// `clock` gives nanoseconds since 1970-01-01T00:00Z; it is read once here for the whole statement.
  Runtime(std::string_view source, const graph::View& view, graph::Budget& budget,
          std::function<std::int64_t()> clock, std::uint64_t seed)
      : view_(view),
        budget_(budget),
        source_(source),
        clock_(std::move(clock)),
        now_(clock_()),
        random_(seed) {}

  std::vector<Value> frame;
  OperatorCounts* counts = &spare_;  ///< of the operator at work

  /// The View, counting one access.
  const graph::View& read() {
    ++counts->accesses;
    return view_;
  }
  const graph::View& view() const { return view_; }  ///< not counted: names, counts
  std::int64_t now() const { return now_; }  ///< nanoseconds since 1970-01-01T00:00Z, fixed for the statement
  std::int64_t live_now() const { return clock_(); }  ///< read anew
  std::mt19937_64& random() { return random_; }
  RegexCache& patterns() { return patterns_; }

  bool failed() const { return error_.has_value(); }
  const Error& error() const { return *error_; }
  void fail(Place place, const Problem& problem) {
    if (!error_) error_ = query_error(source_, place, problem);
  }
  void type_error(Place place, const std::string& detail, const std::string& message) {
    fail(place, {"TypeError", detail, message});
  }
  void argument_error(Place place, const std::string& detail, const std::string& message) {
    fail(place, {"ArgumentError", detail, message});
  }

  /// The value of a call that knows no place, or null with its error put at `place`. The message begins with
  /// "Kind: Detail: ".
  Value take(Result<Value> result, Place place) {
    if (result.ok()) return result.take();
    const std::string& text = result.error().message;
    const std::size_t kind = text.find(": ");
    const std::size_t detail = kind == std::string::npos ? kind : text.find(": ", kind + 2);
    if (detail == std::string::npos)
      fail(place, {"ArgumentError", "InvalidArgumentValue", text});
    else
      fail(place, {text.substr(0, kind), text.substr(kind + 2, detail - kind - 2), text.substr(detail + 2)});
    return {};
  }

  /// One unit of inner work; false when the query has to stop. The clock and the stop flag are looked at
  /// every 1024 units: often enough for an interrupt within milliseconds, seldom enough to cost nothing.
  bool tick() {
    if ((++ticks_ & 1023U) != 0) return !error_.has_value();
    return check(budget_.check());
  }
  /// The same, looking at once: between pieces of work that take milliseconds.
  bool check_now() { return check(budget_.check()); }
  /// Memory held from now on, or released when negative.
  bool hold(std::int64_t bytes) { return check(budget_.hold(bytes)); }
  /// Inner work that is done at once, as much as so many bytes of text take: long texts and lists count for
  /// what they are. False when the query has to stop.
  bool spend(std::size_t bytes) {
    constexpr std::size_t kBytesATick = 64;
    const std::uint64_t looked = ticks_ >> 10U;
    ticks_ += bytes / kBytesATick;
    if (ticks_ >> 10U == looked) return !error_.has_value();
    return check_now();
  }
  /// Would so much fit? For values that are built and owned by no operator.
  bool fits(std::size_t bytes) {
    const auto size = static_cast<std::int64_t>(bytes);
    const bool fine = hold(size);
    return hold(-size) && fine && spend(bytes);
  }
  bool rows(std::uint64_t produced) {
    if (produced <= budget_.limits().rows) return !error_.has_value();
    return check(budget_.rows(produced));
  }
  /// For work done outside the language; its error goes to stop().
  graph::Budget& budget() { return budget_; }
  /// The query ends with an error that says itself where and why (a budget's, an interruption).
  void stop(Error error) {
    if (!error_) error_ = std::move(error);
  }

 private:
  bool check(Result<void> result) {
    if (result.ok()) return !error_.has_value();
    stop(result.error());
    return false;
  }

  OperatorCounts spare_;
  const graph::View& view_;
  graph::Budget& budget_;
  std::string_view source_;
  std::function<std::int64_t()> clock_;
  std::int64_t now_;
  std::uint64_t ticks_ = 0;
  std::mt19937_64 random_;
  RegexCache patterns_;
  std::optional<Error> error_;
};

}  // namespace talentflow::query
