// The claims of the store and of a running load's batch, for the resolver.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/identity/claim_reader.hpp"
#include "graph/store/claim_batch.hpp"
#include "graph/store/claim_store.hpp"
#include "graph/store/load_names.hpp"

namespace talentflow::graph {

/// Not thread-safe. No batch may be under way to the store while it is asked.
class LoadEvidence final : public ClaimReader {
 public:
  /// All must outlive this. `new_terms`: those that the store does not know yet.
  LoadEvidence(const ClaimStore& store, LoadNames& names,
               const std::vector<std::pair<std::string, TermNumber>>& new_terms)
      : store_(store), names_(names), new_terms_(new_terms) {}
  /// What the load has not committed yet. To be called again whenever the load begins another batch.
  void use(const ClaimBatch& batch);
  /// The store was put in order: what was read before would be slow.
  void reread();

  Result<Claim> claim(ClaimNumber number) override;
  Result<std::vector<ClaimLink>> claims_about(EntityNumber entity, std::size_t most) override;
  Result<std::vector<ClaimLink>> claims_naming(EntityNumber entity, std::size_t most) override;
  Result<std::vector<ClaimLink>> claims_of_source(EntityNumber entity, std::size_t most) override;
  Result<std::string> entity_id(EntityNumber entity) override;
  Result<std::string> term(TermNumber number) override;
  Result<std::vector<EntityNumber>> named(const std::string& key) override;
  Result<void> scan_names(const std::function<void(std::string_view, EntityNumber)>& each) override;
  bool load_withdrawn(LoadNumber load) override { return store_.load_withdrawn(load); }
  Result<bool> withdrawn(const Claim& claim) override;

 private:
  /// A batch's postings by entity, brought up to date when asked.
  struct Index {
    std::unordered_map<EntityNumber, std::vector<ClaimLink>> links;
    std::size_t read = 0;
  };
  /// What the store lists of one entity, whole where it is less than `most`.
  struct Stored {
    std::size_t most = 0;
    std::vector<ClaimLink> links;
  };
  static constexpr std::size_t kRememberedLinks = 100'000;  ///< some megabytes
  static constexpr std::size_t kRememberedIds = 10'000;
  Result<std::vector<ClaimLink>> links(Family family, EntityNumber entity, std::size_t most, Index& index);
  void add_fresh(Family family, EntityNumber entity, Index& index, std::vector<ClaimLink>& links);
  Result<std::vector<ClaimLink>> stored_links(Family family, EntityNumber entity, std::size_t most);
  Result<bool> withdrawn(const std::string& id, int depth);
  Result<bool> any_withdrawn();

  const ClaimStore& store_;
  LoadNames& names_;
  const std::vector<std::pair<std::string, TermNumber>>& new_terms_;
  const ClaimBatch* batch_ = nullptr;
  ClaimNumber first_ = 0;  ///< of the batch
  Index subjects_, objects_, sources_;
  std::unordered_multimap<std::string, ClaimNumber> withdrawals_;  ///< of the batch: target -> claim
  std::size_t withdrawals_read_ = 0;
  std::unique_ptr<PrefixReader> readers_[3];        ///< by_subject, by_object, by_source
  std::unordered_map<EntityNumber, Stored> about_;  ///< of by_subject
  std::size_t about_links_ = 0;
  std::unordered_map<EntityNumber, std::string> ids_;
  std::optional<bool> any_withdrawn_;  ///< in the store, as far as it was looked up
};

}  // namespace talentflow::graph
