#include "query/facade/background.hpp"

#include <atomic>
#include <thread>

#include <doctest/doctest.h>

namespace talentflow::query {

TEST_CASE("work is waited for, and an interrupt ends the waiting but not the work") {
  std::atomic<bool> stop{false};
  const graph::Budget budget(graph::Limits{}, &stop);
  std::promise<void> release;
  std::atomic<int> done{0};
  {
    Background background;
    CHECK(background.run([&] { ++done; }, budget).ok());
    CHECK(done == 1);

    // The work is not released before run() has come back: it can only have come back because of the
    // interrupt.
    auto released = release.get_future().share();
    stop = true;
    const auto result = background.run(
        [&, released] {
          released.wait();
          ++done;
        },
        budget);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().message == "interrupted");
    CHECK(done == 1);
    release.set_value();
  }
  CHECK(done == 2);
}

TEST_CASE("the time budget ends the waiting too") {
  const graph::Budget budget({std::chrono::milliseconds(1), 1, 1}, nullptr);
  std::promise<void> release;
  Background background;
  auto released = release.get_future().share();
  const auto result = background.run([released] { released.wait(); }, budget);
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().message == "time budget of 1 ms is used up; raise it with --timeout or .timeout");
  release.set_value();
}

}  // namespace talentflow::query
