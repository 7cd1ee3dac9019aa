#include "query/cli/waiting_line.hpp"

#include <chrono>
#include <string>

namespace talentflow::cli {

WaitingLine::WaitingLine() {
  if (is_terminal(stderr)) thread_ = std::jthread([this](const std::stop_token& stopped) { run(stopped); });
}

void WaitingLine::stop() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  thread_.join();
}

void WaitingLine::run(const std::stop_token& stopped) {
  constexpr int kFirst = 3;  // shorter waits need no word
  ProgressLine line;
  std::unique_lock lock(mutex_);
  for (int seconds = 1;; ++seconds) {
    woken_.wait_for(lock, stopped, std::chrono::seconds(1), [] { return false; });
    if (stopped.stop_requested()) return;
    if (seconds >= kFirst) line.show("running for " + std::to_string(seconds) + " s; Ctrl-C stops it");
  }
}

}  // namespace talentflow::cli
