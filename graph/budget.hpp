// Limits on one query and the way to stop it. Checked inside the innermost loops; running out is an Error that
// names the budget, never a shorter answer.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include "schema/result.hpp"

namespace talentflow::graph {

struct Limits {
  std::chrono::milliseconds time{300'000};
  std::uint64_t memory_bytes = 2ULL << 30;
  std::uint64_t rows = 100'000'000;  ///< rows produced by any one operator
};

/// One query's account. Not thread-safe, except that `stop` may be set from any thread or signal handler.
class Budget {
 public:
  Budget(Limits limits, const std::atomic<bool>* stop)
      : limits_(limits), stop_(stop), deadline_(std::chrono::steady_clock::now() + limits.time) {}

  /// Call once per unit of inner work; looks at the clock every 1024 calls.
  Result<void> tick() {
    if ((++ticks_ & 1023U) != 0) return {};
    return check();
  }
  /// Looks at the stop flag and the clock now.
  Result<void> check() const {
    if (stop_ != nullptr && stop_->load(std::memory_order_relaxed))
      return make_error(ErrorCode::interrupted, "", "interrupted");
    if (std::chrono::steady_clock::now() > deadline_)
      return make_error(ErrorCode::budget, "",
                        "time budget of " + std::to_string(limits_.time.count()) +
                            " ms is used up; raise it with --timeout or .timeout");
    return {};
  }
  /// Accounts for memory held; pass a negative number to release.
  Result<void> hold(std::int64_t bytes) {
    held_ = static_cast<std::uint64_t>(static_cast<std::int64_t>(held_) + bytes);
    if (held_ > limits_.memory_bytes)
      return make_error(ErrorCode::budget, "",
                        "memory budget of " + std::to_string(limits_.memory_bytes >> 20) +
                            " MiB is used up; raise it with --memory or .memory");
    return {};
  }
  Result<void> rows(std::uint64_t produced) const {
    if (produced > limits_.rows)
      return make_error(ErrorCode::budget, "",
                        "row budget of " + std::to_string(limits_.rows) + " rows is used up; raise it with --rows or .rows");
    return {};
  }
  const Limits& limits() const { return limits_; }
  std::uint64_t ticks() const { return ticks_; }

 private:
  Limits limits_;
  const std::atomic<bool>* stop_;
  std::chrono::steady_clock::time_point deadline_;
  std::uint64_t ticks_ = 0;
  std::uint64_t held_ = 0;
};

}  // namespace talentflow::graph
