// From a mention by name to an entity, as one load sees the names: those of the store and its own.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/names/kinds.hpp"
#include "graph/store/claim_batch.hpp"
#include "graph/store/claim_store.hpp"

namespace talentflow::graph {

/// Not thread-safe.
class LoadNames {
 public:
  LoadNames(const ClaimStore& store, const Vocabulary& vocabulary) : store_(store), vocabulary_(vocabulary) {}

  struct Found {
    EntityNumber entity;
    ClaimNumber claim;  ///< that gives the name
  };
  /// Entities with a name key. `batch`: what this load has not committed yet.
  Result<std::vector<Found>> find(const std::string& key, const ClaimBatch& batch);
  /// Entities of a fitting kind that have exactly the mention's name: nothing left out, no other reading of
  /// it. An entity may come several times, with each claim that gives it the name.
  Result<std::vector<Found>> exact(const Reference& mention, const ClaimBatch& batch);
  /// The batch was committed: the store knows its names now.
  void committed();

 private:
  Result<Candidate> describe(const Found& found, const ClaimBatch& batch) const;
  Result<Claim> claim(ClaimNumber number, const ClaimBatch& batch) const;

  const ClaimStore& store_;
  const Vocabulary& vocabulary_;
  std::unordered_map<std::string, std::vector<Found>> pending_;
  std::size_t indexed_ = 0;  ///< names of the batch that are in pending_
};

}  // namespace talentflow::graph
