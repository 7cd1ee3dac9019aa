// From a mention by name to an entity, as one load sees the names: those of the store and its own.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/names/kinds.hpp"
#include "graph/store/claim_batch.hpp"
#include "graph/store/claim_store.hpp"
#include "graph/store/name_filter.hpp"

namespace talentflow::graph {

/// Not thread-safe.
class LoadNames {
 public:
  /// `memory_bytes`: of what it remembers of the names that are stored.
  LoadNames(const ClaimStore& store, const Vocabulary& vocabulary, std::size_t memory_bytes)
      : store_(store), vocabulary_(vocabulary) {
    // What a store had before is not known, but one that was empty has the names of this load alone.
    if (store.meta().entities == 0) stored_.emplace(memory_bytes);
  }

  struct Found {
    EntityNumber entity;
    ClaimNumber claim;  ///< that gives the name
  };
  /// Entities with a name key. `batch`: what this load has not committed yet.
  Result<std::vector<Found>> find(const std::string& key, const ClaimBatch& batch);
  /// Entities of a fitting kind that have exactly the mention's name: nothing left out, no other reading of
  /// it. An entity may come several times, with each claim that gives it the name.
  Result<std::vector<Found>> exact(const Reference& mention, const ClaimBatch& batch);
  /// The batch is being committed: from its landing on, the store knows its names.
  void committed(const ClaimBatch& batch);
  /// The store was put in order: what was read before would be slow.
  void reread() { reader_.reset(); }

 private:
  Result<Candidate> describe(const Found& found, const ClaimBatch& batch) const;
  Result<Claim> claim(ClaimNumber number, const ClaimBatch& batch) const;

  const ClaimStore& store_;
  const Vocabulary& vocabulary_;
  std::optional<NameFilter> stored_;  ///< keys that the store has
  std::unique_ptr<PrefixReader> reader_;
  std::unordered_map<std::string, std::vector<Found>> pending_;
  std::size_t indexed_ = 0;  ///< names of the batch that are in pending_
};

}  // namespace talentflow::graph
