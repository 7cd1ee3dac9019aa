// Claims that wait for an id which may come later in the same load. Past a limit they wait in a temporary
// file.
#pragma once

#include <cstdint>
#include <functional>

#include "graph/store/draft.hpp"
#include "graph/store/spilled_records.hpp"
#include "schema/result.hpp"

namespace talentflow::graph {

/// Not thread-safe.
class DeferredDrafts {
 public:
  explicit DeferredDrafts(std::size_t memory_bytes)
      : records_(memory_bytes, "claims that wait for ids which may come later") {}

  Result<void> add(const Draft& draft);
  std::uint64_t count() const { return records_.count(); }
  bool spilled() const { return records_.spilled(); }
  /// Hands every draft to `each`, in the order added, and forgets them; a draft may be changed or moved from.
  /// Stops at the first error. `each` must not add to this object.
  Result<void> drain(const std::function<Result<void>(Draft&)>& each);

 private:
  SpilledRecords records_;
};

}  // namespace talentflow::graph
