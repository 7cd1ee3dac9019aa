// Records that a load keeps for its end, in the order added. Past a limit they wait in a temporary file, so
// that the memory they take does not grow with the input.
#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "schema/result.hpp"

namespace talentflow::graph {

/// Not thread-safe.
class SpilledRecords {
 public:
  /// `what`: what the records are, for the error when the file cannot be written.
  SpilledRecords(std::size_t memory_bytes, std::string_view what) : limit_(memory_bytes), what_(what) {}

  /// Keeps a copy. Errors: io (the temporary directory is full, or cannot be written).
  Result<void> add(std::string_view record);
  std::uint64_t count() const { return count_; }
  bool spilled() const { return file_ != nullptr; }
  /// Hands every record to `each`, in the order added, and forgets them. The bytes last for one call. Stops
  /// at the first error. `each` must not add to this object.
  Result<void> drain(const std::function<Result<void>(std::string_view)>& each);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  Result<void> spill();
  Error file_error() const;

  std::size_t limit_;
  std::string_view what_;
  std::string memory_;  ///< sizes and records
  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t count_ = 0;
};

}  // namespace talentflow::graph
