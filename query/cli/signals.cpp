#include "query/cli/signals.hpp"

#include <atomic>
#include <csignal>

namespace talentflow::cli {
namespace {

// A signal handler can reach nothing but these.
volatile std::sig_atomic_t interrupted = 0;
std::atomic<talentflow_database*> running{nullptr};

extern "C" void on_interrupt(int) {
  note_interrupt();
  if (auto* database = running.load()) talentflow_interrupt(database);
}

void handle(int flags) {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  sigemptyset(&action.sa_mask);
  // No SA_RESTART: reading a line must come back.
  action.sa_flags = flags;
  sigaction(SIGINT, &action, nullptr);
}

}  // namespace

bool take_interrupt() {
  const bool was = interrupted != 0;
  interrupted = 0;
  return was;
}

void note_interrupt() noexcept { interrupted = 1; }

StopOnInterrupt::StopOnInterrupt(bool again) { handle(again ? 0 : static_cast<int>(SA_RESETHAND)); }

StopOnInterrupt::~StopOnInterrupt() {
  std::signal(SIGINT, SIG_DFL);
  running = nullptr;
}

void StopOnInterrupt::watch(talentflow_database* database) { running = database; }

}  // namespace talentflow::cli
