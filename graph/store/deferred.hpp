// Claims that wait for an id which may come later in the same load. Past a limit they wait in a temporary
// file.
#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "graph/store/draft.hpp"
#include "schema/result.hpp"

namespace talentflow::graph {

/// Not thread-safe.
class DeferredDrafts {
 public:
  explicit DeferredDrafts(std::size_t memory_bytes) : limit_(memory_bytes) {}

  Result<void> add(const Draft& draft);
  std::uint64_t count() const { return count_; }
  bool spilled() const { return file_ != nullptr; }
  /// Hands every draft to `each`, in the order added, and forgets them; a draft may be changed or moved from.
  /// Stops at the first error. `each` must not add to this object.
  Result<void> drain(const std::function<Result<void>(Draft&)>& each);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  Result<void> spill();

  std::size_t limit_;
  std::string memory_;  ///< serialized drafts
  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t count_ = 0;
};

}  // namespace talentflow::graph
