// Ctrl-C: asks the library to stop, so that files are removed and stores closed in good order.
#pragma once

#include "talentflow/talentflow.hpp"

namespace talentflow::cli {

/// Ctrl-C arrived since the last call.
bool take_interrupt();
/// As if Ctrl-C had arrived.
void note_interrupt() noexcept;

/// While it lives, Ctrl-C stops what runs on the database. One at a time.
class StopOnInterrupt {
 public:
  /// `again`: every Ctrl-C (the REPL); else the second one ends the program at once.
  explicit StopOnInterrupt(bool again);
  ~StopOnInterrupt();
  StopOnInterrupt(const StopOnInterrupt&) = delete;
  StopOnInterrupt& operator=(const StopOnInterrupt&) = delete;

  /// nullptr: nothing to stop.
  void watch(talentflow_database* database);
};

}  // namespace talentflow::cli
