// Which entities and claims exist, as one load sees them: its own tables in memory, then the store.
//
// In a store that was empty at the beginning the tables know everything, so a new id costs no look-up. They
// hold a bounded amount: past it they are dropped between two commits, and the store (with its Bloom filters)
// answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/store/claim_batch.hpp"
#include "graph/store/claim_store.hpp"
#include "graph/store/fingerprint_table.hpp"
#include "graph/store/name_filter.hpp"

namespace talentflow::graph {

/// Not thread-safe.
class LoadIdentities {
 public:
  LoadIdentities(const ClaimStore& store, std::size_t memory_bytes);

  /// By text id or external id.
  Result<std::optional<EntityNumber>> find_entity(std::string_view id);
  void add_entity(std::string_view id, EntityNumber number);

  /// The claim with this key that counts: one of a withdrawn load does not.
  Result<std::optional<ClaimNumber>> find_key(const Fingerprint& key, const ClaimBatch& batch) const;
  /// The claim with this public id that counts; given ids only.
  Result<std::optional<ClaimNumber>> find_claim_id(std::string_view id, const ClaimBatch& batch) const;
  void add_claim(const Fingerprint& key, std::string_view given_id, ClaimNumber number);

  bool is_full() const { return entities_.bytes() + keys_.bytes() + ids_.bytes() > limit_ / 2; }
  /// Drops the tables. Filters of what they held stay, in the other half of the memory: the store is asked
  /// only for what they do not exclude, so that new records, which are the most, need no read. Precondition:
  /// everything they hold is committed.
  void clear();

 private:
  bool dropped(std::uint64_t mark) const {
    return dropped_claims_ && dropped_claims_->may_hold(FingerprintTable::stable(mark));
  }
  bool counts(ClaimNumber number) const;
  ClaimNumber number_of(std::uint32_t offset) const { return first_claim_ + offset; }

  const ClaimStore& store_;
  std::size_t limit_;
  ClaimNumber first_claim_;
  bool entities_complete_;  ///< what neither table nor filter knows is not in the store
  bool claims_complete_;
  std::vector<std::pair<ClaimNumber, ClaimNumber>> withdrawn_;  ///< [first, last)
  std::optional<NameFilter> dropped_entities_, dropped_claims_;
  WideTable entities_;
  FingerprintTable keys_;
  FingerprintTable ids_;
};

}  // namespace talentflow::graph
