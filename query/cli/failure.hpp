// Failures of the program beside talentflow::Error.
#pragma once

#include <stdexcept>
#include <string>

#include "talentflow/talentflow.hpp"

namespace talentflow::cli {

/// Wrong use of the command line that only the command can see.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The store could not be opened.
struct StoreError : std::runtime_error {
  explicit StoreError(const Error& error) : std::runtime_error(error.what()) {}
};

/// Standard output, or another file, cannot be written.
struct OutputError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace talentflow::cli
