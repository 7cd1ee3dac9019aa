#include "query/facade/background.hpp"

#include <chrono>

namespace talentflow::query {

Result<void> Background::run(std::function<void()> work, const graph::Budget& budget) {
  constexpr std::chrono::milliseconds kLook{10};
  auto running = std::async(std::launch::async, std::move(work));
  while (running.wait_for(kLook) != std::future_status::ready) {
    const auto goes_on = budget.check();
    if (goes_on.ok()) continue;
    const std::lock_guard lock(mutex_);
    std::erase_if(left_behind_, [](const std::future<void>& one) {
      return one.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    });
    left_behind_.push_back(std::move(running));
    return goes_on.error();
  }
  running.get();
  return {};
}

}  // namespace talentflow::query
