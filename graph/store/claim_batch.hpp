// What a load has accepted and not yet committed: claims, and every index entry that they bring.
//
// All of it becomes one atomic write. Small batches go through the log; large ones are written as sorted
// files, one a family, and taken over as a whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/store/draft.hpp"
#include "graph/store/key_value.hpp"
#include "schema/claim.hpp"
#include "schema/codec/codec.hpp"

namespace talentflow::graph {

/// Not thread-safe. Numbers come ascending: each new entity, claim and term is one more than the last.
class ClaimBatch {
 public:
  /// `first`: the number of the first claim that will be added.
  /// `before`: the batch that is being written meanwhile, or nullptr; holds() and what follows see it as
  /// well.
  explicit ClaimBatch(ClaimNumber first, const ClaimBatch* before = nullptr)
      : first_(first), before_(before) {}
  /// Empty again, with its memory kept for the next claims.
  void reset(ClaimNumber first, const ClaimBatch* before);
  /// `before` is in the store now, and may go away.
  void forget_before() { before_ = nullptr; }

  void add_entity(EntityNumber number, std::string_view id, LoadNumber load);
  void add_id(std::string_view id, EntityNumber number) { ids_.emplace_back(id, number); }
  /// `claim` is the description that gives the name.
  void add_name(std::string key, EntityNumber number, ClaimNumber claim);
  void add_term(TermNumber number, std::string_view term) { terms_.emplace_back(term, number); }
  /// `given_id`: the document gave the id, so it is indexed (a derived id is found through claim_keys).
  void add_claim(const Claim& claim, const Fingerprint& key, bool given_id);
  void add_review(const codec::ReviewRow& row, std::uint32_t place);

  ClaimNumber first() const { return first_; }
  std::size_t claims() const { return claim_keys_.size(); }
  bool empty() const { return claims() == 0 && entities_.empty() && reviews_.empty() && ids_.empty(); }
  /// About how much memory it takes.
  std::size_t bytes() const;
  bool holds(ClaimNumber number) const {
    if (number < first_) return before_ != nullptr && before_->holds(number);
    return number < first_ + claims();
  }
  /// Precondition: holds(number). Also while another thread commits the batch that has it.
  const Fingerprint& key(ClaimNumber number) const {
    return number < first_ ? before_->key(number) : claim_keys_[number - first_];
  }
  std::string_view claim_bytes(ClaimNumber number) const;
  /// The id of an entity that this batch adds; nullopt for any other.
  std::optional<std::string> entity_id(EntityNumber number) const;
  struct Name {
    std::string key;
    EntityNumber entity;
    ClaimNumber claim;
    bool operator<(const Name& other) const {
      return key != other.key         ? key < other.key
             : entity != other.entity ? entity < other.entity
                                      : claim < other.claim;
    }
  };
  /// In the order added.
  const std::vector<Name>& names() const { return names_; }

  struct Posting {
    EntityNumber entity;
    std::uint32_t claim;  ///< offset from first()
    TermNumber relation;
    EntityNumber other;
  };
  /// Of by_subject, by_object or by_source, in the order added. Not while the batch is committed.
  const std::vector<Posting>& postings(Family family) const {
    return family == Family::by_subject ? by_subject_ : family == Family::by_object ? by_object_ : by_source_;
  }
  /// (target's id, withdrawing claim), in the order added. Not while the batch is committed.
  const std::vector<std::pair<std::string, std::uint64_t>>& withdrawn() const { return withdrawn_; }

  /// Writes everything and `meta` and `load` at once, durably. On failure nothing is in the store, and the
  /// batch is of no further use.
  Result<void> commit(KeyValue& store, const codec::MetaRow& meta, LoadNumber number,
                      const codec::LoadRow& load);

 private:
  class Output;
  Result<void> write_all(Output& out);
  Result<void> write_claims(Output& out);
  Result<void> write_claim_keys(Output& out);
  Result<void> write_postings(Output& out, Family family, std::vector<Posting>& postings);
  Result<void> write_names(Output& out);
  Result<void> write_texts(Output& out);

  ClaimNumber first_;
  const ClaimBatch* before_;
  std::vector<Fingerprint> claim_keys_;
  std::string claim_bytes_;
  std::vector<std::size_t> claim_ends_;
  std::vector<std::pair<std::string, std::uint64_t>> claim_ids_;
  std::vector<std::pair<std::string, std::uint64_t>> withdrawn_;
  std::vector<Posting> by_subject_, by_object_, by_source_;
  std::vector<std::pair<EntityNumber, std::string>> entities_;
  std::vector<std::pair<std::string, EntityNumber>> ids_;
  std::vector<Name> names_;
  std::vector<std::pair<std::string, TermNumber>> terms_;
  std::vector<std::pair<std::string, std::string>> reviews_;
  std::size_t text_bytes_ = 0;
};

}  // namespace talentflow::graph
