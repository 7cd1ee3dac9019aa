// Forgetting a person: the one exception to "claims are for ever".
//
// Every claim about the person or naming them goes, from every family, and what is left is compacted so that
// the bytes are gone from the disk as well. The record that it was done holds the time and the count, nothing
// about the person. Two families have no way back from a claim to their keys (claim_keys: the key is a hash
// of the record as written; names, ids: several per entity), so they are scanned: forgetting costs one pass
// over the store, as the compaction does anyhow. Copies made before (backups, exports) are the owner's to
// destroy.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "graph/store/claim_store.hpp"
#include "graph/store/keys.hpp"

namespace talentflow::graph {
namespace {

class Eraser {
 public:
  /// The person, and the names that stand for them.
  Eraser(const ClaimStore& store, std::set<EntityNumber> entities)
      : store_(store), pairs_(store.pairs()), entities_(std::move(entities)) {}

  Result<WriteBatch> run() {
    TALENTFLOW_TRY(collect());
    TALENTFLOW_TRY(erase_claims());
    TALENTFLOW_TRY(erase_keys_of(Family::claim_keys, [this](std::string_view value) {
      const auto number = keys::read64(value);
      return number && claims_.contains(*number);
    }));
    TALENTFLOW_TRY(
        erase_keys_of(Family::ids, [this](std::string_view value) { return erased(keys::read32(value)); }));
    TALENTFLOW_TRY(erase_names());
    TALENTFLOW_TRY(rewrite_postings());
    TALENTFLOW_TRY(rewrite_reviews());
    TALENTFLOW_TRY(erase_keys_of(Family::derived, [](std::string_view) { return true; }));
    // Each leaves a record; the count of claims stands with the first.
    std::uint64_t claims = claims_.size();
    for (const EntityNumber entity : entities_) {
      batch_.erase(Family::entities, keys::number32(entity));
      const codec::ForgottenRow row{store_.options().clock(), std::exchange(claims, 0)};
      batch_.put(Family::forgotten, keys::number32(entity), codec::encode(row));
    }
    return std::move(batch_);
  }
  std::uint64_t claims() const { return claims_.size(); }

 private:
  Result<void> collect() {
    for (const EntityNumber entity : entities_)
      for (const auto& found : {store_.claims_about(entity), store_.claims_naming(entity)}) {
        if (!found.ok()) return found.error();
        claims_.insert(found->begin(), found->end());
      }
    return {};
  }

  bool erased(std::optional<EntityNumber> entity) const { return entity && entities_.contains(*entity); }

  Result<void> erase_claims() {
    std::string bytes;
    for (const ClaimNumber number : claims_) {
      const auto claim = store_.claim(number);
      if (!claim.ok()) return claim.error();
      batch_.erase(Family::claims, keys::number64(number));
      const auto named = pairs_.get(Family::claim_ids, claim->id, bytes);
      if (!named.ok()) return named.error();
      if (*named && keys::read64(bytes) == number) batch_.erase(Family::claim_ids, claim->id);
      if (claim->stance == Stance::withdraws)
        batch_.erase(Family::withdrawn, keys::text_and_claim(claim->target, number));
      touched_[index_of(Family::by_subject)].insert(claim->subject);
      touched_[index_of(Family::by_object)].insert(claim->object);
      touched_[index_of(Family::by_source)].insert(claim->source);
    }
    return {};
  }

  template <class Wanted>
  Result<void> erase_keys_of(Family family, Wanted wanted) {
    return pairs_.scan(family, {}, {}, [&](std::string_view key, std::string_view value) {
      if (wanted(value)) batch_.erase(family, std::string(key));
      return true;
    });
  }

  Result<void> erase_names() {
    return pairs_.scan(Family::names, {}, {}, [&](std::string_view key, std::string_view) {
      if (key.size() > 4 && erased(keys::read32(key.substr(key.size() - 4))))
        batch_.erase(Family::names, std::string(key));
      return true;
    });
  }

  Result<void> rewrite_postings() {
    for (const Family family : {Family::by_subject, Family::by_object, Family::by_source})
      for (const EntityNumber entity : touched_[index_of(family)])
        if (entity != 0) TALENTFLOW_TRY(rewrite_postings_of(family, entity));
    return {};
  }

  Result<void> rewrite_postings_of(Family family, EntityNumber entity) {
    Result<void> decoded;
    TALENTFLOW_TRY(
        pairs_.scan_prefix(family, keys::number32(entity), [&](std::string_view key, std::string_view value) {
          codec::PostingsRow row;
          decoded = codec::decode(value, row);
          if (decoded.ok()) rewrite_chunk(family, entity, std::string(key), row);
          return decoded.ok();
        }));
    return decoded;
  }

  void rewrite_chunk(Family family, EntityNumber entity, std::string key, const codec::PostingsRow& row) {
    codec::PostingsRow kept;
    for (std::size_t i = 0; i < row.claims.size(); ++i) {
      if (claims_.contains(row.claims[i])) continue;
      kept.claims.push_back(row.claims[i]);
      kept.relations.push_back(row.relations[i]);
      kept.others.push_back(row.others[i]);
    }
    if (kept.claims.size() == row.claims.size()) return;
    batch_.erase(family, std::move(key));
    if (!kept.claims.empty())
      batch_.put(family, keys::posting(entity, kept.claims.front()), codec::encode(kept));
  }

  Result<void> rewrite_reviews() {
    Result<void> decoded;
    TALENTFLOW_TRY(pairs_.scan(Family::reviews, {}, {}, [&](std::string_view key, std::string_view value) {
      codec::ReviewRow row;
      decoded = codec::decode(value, row);
      if (!decoded.ok()) return false;
      if (erased(row.assigned)) {
        batch_.erase(Family::reviews, std::string(key));
      } else if (std::erase_if(row.candidates, [this](EntityNumber entity) { return erased(entity); }) != 0) {
        row.reason = "a candidate was forgotten";  // the old text may name them
        batch_.put(Family::reviews, std::string(key), codec::encode(row));
      }
      return true;
    }));
    return decoded;
  }

  const ClaimStore& store_;
  const KeyValue& pairs_;
  std::set<EntityNumber> entities_;
  std::set<ClaimNumber> claims_;
  std::array<std::set<EntityNumber>, kFamilyNames.size()> touched_;
  WriteBatch batch_;
};

}  // namespace

namespace {

/// The entity and all that were linked to it: what documents say of the person by name.
Result<std::set<EntityNumber>> linked_to(const ClaimStore& store, EntityNumber entity) {
  std::set<EntityNumber> entities{entity};
  std::vector<EntityNumber> open{entity};
  while (!open.empty()) {
    const auto naming = store.claims_naming(open.back());
    open.pop_back();
    if (!naming.ok()) return naming.error();
    for (const ClaimNumber number : *naming) {
      const auto claim = store.claim(number);
      if (!claim.ok()) return claim.error();
      const auto relation = store.term(claim->relation);
      if (!relation.ok()) return relation.error();
      const auto stands = *relation == "SAME_AS" ? store.stands_for(claim->subject) : Result<EntityNumber>(0);
      if (!stands.ok()) return stands.error();
      if (*relation == "SAME_AS" && *stands == entity && entities.insert(claim->subject).second)
        open.push_back(claim->subject);
    }
  }
  return entities;
}

}  // namespace

Result<std::uint64_t> ClaimStore::forget(EntityNumber entity) {
  TALENTFLOW_TRY(require_writer("forgetting"));
  if (loading_)
    return make_error(ErrorCode::usage, options_.path, "a load is being written; finish it first");
  const auto info = this->entity(entity);
  if (!info.ok()) return info.error();
  const auto told = claims_of_source(entity);
  if (!told.ok()) return told.error();
  if (!told->empty())
    return make_error(
        ErrorCode::conflict, "",
        "'" + info->id + "' is the source of " + std::to_string(told->size()) +
            " claims, so it cannot be forgotten; forget the people they are about, or withdraw its load");
  auto entities = linked_to(*this, entity);
  if (!entities.ok()) return entities.error();
  Eraser eraser(*this, entities.take());
  auto batch = eraser.run();
  if (!batch.ok()) return batch.error();
  TALENTFLOW_TRY(commit(*batch, meta()));
  TALENTFLOW_TRY(pairs_->compact());
  return eraser.claims();
}

}  // namespace talentflow::graph
