// A line for somebody who waits at a terminal: how long the statement has been running, and how to stop it.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "query/cli/terminal.hpp"

namespace talentflow::cli {

/// Shows the line from the third second on, until stop(). Nothing at all where standard error is no terminal.
class WaitingLine {
 public:
  WaitingLine();
  ~WaitingLine() { stop(); }
  WaitingLine(const WaitingLine&) = delete;
  WaitingLine& operator=(const WaitingLine&) = delete;
  /// Call before anything else is written; again does no harm.
  void stop();

 private:
  void run(const std::stop_token& stopped);

  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::jthread thread_;  ///< the last member: it uses the others
};

}  // namespace talentflow::cli
