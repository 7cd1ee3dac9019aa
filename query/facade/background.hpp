// Work that knows of no budget, run so that whoever asked for it can look up from waiting.
#pragma once

#include <functional>
#include <future>
#include <mutex>
#include <vector>

#include "graph/budget.hpp"

namespace talentflow::query {

/// Thread-safe. Ends after all of its work.
class Background {
 public:
  /// Returns when the work is done, or soon after the budget has ended: then with the budget's error, while
  /// the work goes on. The work owns what it uses, or uses what outlives this object.
  Result<void> run(std::function<void()> work, const graph::Budget& budget);

 private:
  std::mutex mutex_;
  std::vector<std::future<void>> left_behind_;  ///< nobody waits for these
};

}  // namespace talentflow::query
