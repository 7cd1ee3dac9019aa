// What talentflow_interrupt stops: everything that runs on a database at that moment, and nothing that starts
// after all of it has ended.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>

namespace talentflow::query {

/// Thread-safe; raise() also in signal handlers.
class Interrupt {
 public:
  /// One piece of running work. Movable; ends with its owner.
  class Work {
   public:
    Work() = default;
    explicit Work(Interrupt& interrupt) : interrupt_(&interrupt) { interrupt.begin(); }
    Work(Work&& other) noexcept : interrupt_(other.interrupt_) { other.interrupt_ = nullptr; }
    Work& operator=(Work&& other) noexcept {
      end();
      interrupt_ = other.interrupt_;
      other.interrupt_ = nullptr;
      return *this;
    }
    ~Work() { end(); }
    void end() {
      if (interrupt_ != nullptr) interrupt_->finish();
      interrupt_ = nullptr;
    }

   private:
    Interrupt* interrupt_ = nullptr;
  };

  void raise() noexcept { stop_.store(true, std::memory_order_relaxed); }
  bool raised() const noexcept { return stop_.load(std::memory_order_relaxed); }
  const std::atomic<bool>* flag() const noexcept { return &stop_; }

 private:
  void begin() {
    const std::lock_guard lock(mutex_);
    if (running_++ == 0) stop_.store(false, std::memory_order_relaxed);
  }
  void finish() {
    const std::lock_guard lock(mutex_);
    --running_;
  }

  std::atomic<bool> stop_{false};
  std::mutex mutex_;
  std::uint64_t running_ = 0;
};

}  // namespace talentflow::query
