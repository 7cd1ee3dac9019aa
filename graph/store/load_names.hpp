// From a mention by name to an entity, as one load sees the names: those of the store and its own.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/names/resolve.hpp"
#include "graph/store/claim_batch.hpp"
#include "graph/store/claim_store.hpp"

namespace talentflow::graph {

/// Not thread-safe.
class LoadNames {
 public:
  LoadNames(const ClaimStore& store, const Vocabulary& vocabulary) : store_(store), vocabulary_(vocabulary) {}

  /// What to do about the mention. `batch`: what this load has not committed yet.
  Result<Decision> resolve(const Reference& mention, const ClaimBatch& batch);
  /// The batch was committed: the store knows its names now.
  void committed();

 private:
  struct Found {
    EntityNumber entity;
    ClaimNumber claim;  ///< that gives the name
  };
  Result<std::vector<Found>> find(const std::string& key, const ClaimBatch& batch);
  Result<Candidate> describe(const Found& found, const ClaimBatch& batch) const;
  Result<Claim> claim(ClaimNumber number, const ClaimBatch& batch) const;

  const ClaimStore& store_;
  const Vocabulary& vocabulary_;
  std::unordered_map<std::string, std::vector<Found>> pending_;
  std::size_t indexed_ = 0;  ///< names of the batch that are in pending_
};

}  // namespace talentflow::graph
