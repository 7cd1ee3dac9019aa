// The Store over any KeyValue: identities, claims and their indexes, loads, house-keeping.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/store/key_value.hpp"
#include "graph/store/store.hpp"
#include "schema/codec/codec.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

/// Reads are safe from any thread, also while a load is being written by another.
class ClaimStore final : public Store {
 public:
  /// Reads what the key-value store holds; makes an empty store of it when it holds nothing and access is
  /// write. Errors: format (a newer version), damaged.
  static Result<std::unique_ptr<ClaimStore>> over(std::unique_ptr<KeyValue> pairs, StoreOptions options);

  /// The meta record of an empty store.
  static codec::MetaRow initial_meta(const StoreOptions& options);

  StoreInfo info() const override;
  Result<void> catch_up() override;
  std::uint64_t sequence() const override { return meta().sequence; }

  Result<std::optional<EntityNumber>> find_entity(std::string_view id) const override;
  Result<EntityInfo> entity(EntityNumber number) const override;
  Result<std::optional<TermNumber>> find_term(std::string_view term) const override;
  Result<std::string> term(TermNumber number) const override;
  Result<void> scan_entities(EntityNumber first,
                             const std::function<bool(const EntityInfo&)>& each) const override;
  Result<std::vector<EntityNumber>> find_by_name(std::string_view key) const override;

  Result<EntityNumber> stands_for(EntityNumber entity) const override;

  Result<Claim> claim(ClaimNumber number) const override;
  Result<std::optional<ClaimNumber>> find_claim(std::string_view id) const override;
  Result<std::vector<ClaimNumber>> withdrawals_of(std::string_view target) const override;
  Result<std::vector<ClaimNumber>> claims_about(EntityNumber subject) const override;
  Result<std::vector<ClaimNumber>> claims_naming(EntityNumber object) const override;
  Result<std::vector<ClaimNumber>> claims_of_source(EntityNumber source) const override;
  Result<bool> is_withdrawn(const Claim& claim) const override;
  Result<void> scan_claims(ClaimNumber first, const std::function<bool(const Claim&)>& each) const override;

  Result<std::vector<LoadInfo>> loads() const override;
  Result<std::unique_ptr<LoadWriter>> begin_load(const std::string& input) override;
  Result<std::uint64_t> withdraw_load(LoadNumber load) override;
  Result<std::vector<ReviewItem>> reviews() const override;
  Result<std::uint64_t> forget(EntityNumber entity) override;
  Result<void> backup(const std::string& directory) override;
  Result<std::vector<Finding>> check() const override;

  Result<std::optional<std::string>> derived(std::string_view name) const override;
  Result<void> put_derived(std::string_view name, std::string_view bytes) override;

  // for the load writer, which is the only other writer
  KeyValue& pairs() { return *pairs_; }
  const KeyValue& pairs() const { return *pairs_; }
  const StoreOptions& options() const { return options_; }
  codec::MetaRow meta() const;
  /// After a commit: what is stored now.
  void committed(const codec::MetaRow& meta,
                 const std::vector<std::pair<std::string, TermNumber>>& new_terms);
  bool load_withdrawn(LoadNumber load) const;
  /// Claims that withdraw the claim with this id; they may be withdrawn themselves.
  Result<std::vector<ClaimNumber>> withdrawing(std::string_view id) const;
  void end_load() { loading_ = false; }

 private:
  ClaimStore(std::unique_ptr<KeyValue> pairs, StoreOptions options);
  Result<void> read_state();
  Result<std::vector<ClaimNumber>> postings(Family family, EntityNumber entity) const;
  Result<void> require_writer(std::string_view what) const;
  /// `meta` with the next sequence number, put into the batch and written durably with it.
  Result<void> commit(WriteBatch& batch, codec::MetaRow meta);

  std::unique_ptr<KeyValue> pairs_;
  StoreOptions options_;
  mutable std::shared_mutex mutex_;  ///< guards what follows
  codec::MetaRow meta_;
  std::unordered_map<std::string, TermNumber> term_numbers_;
  std::map<TermNumber, std::string> term_texts_;
  std::set<LoadNumber> withdrawn_loads_;
  bool loading_ = false;
};

/// The load writer of load_writer.cpp.
Result<std::unique_ptr<LoadWriter>> make_load_writer(ClaimStore& store, const std::string& input);

}  // namespace talentflow::graph
