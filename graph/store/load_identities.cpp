#include "graph/store/load_identities.hpp"

#include <algorithm>

#include "graph/store/claim_key.hpp"
#include "graph/store/keys.hpp"

namespace talentflow::graph {
namespace {

/// The number stored under a key, or nullopt.
Result<std::optional<ClaimNumber>> stored_number(const KeyValue& pairs, Family family, std::string_view key) {
  std::string bytes;
  const auto found = pairs.get(family, key, bytes);
  if (!found.ok()) return found.error();
  return *found ? keys::read64(bytes) : std::optional<ClaimNumber>();
}

}  // namespace

LoadIdentities::LoadIdentities(const ClaimStore& store, std::size_t memory_bytes)
    : store_(store),
      limit_(memory_bytes),
      first_claim_(store.meta().claims + 1),
      entities_complete_(store.meta().entities == 0),
      claims_complete_(store.meta().claims == 0) {
  const auto loads = store.loads();
  if (!loads.ok()) return;
  for (const LoadInfo& load : *loads)
    if (load.withdrawn) withdrawn_.emplace_back(load.first_claim, load.first_claim + load.claims);
}

Result<std::optional<EntityNumber>> LoadIdentities::find_entity(std::string_view id) {
  const Fingerprint mark = text_fingerprint(id);
  if (const std::uint32_t* number = entities_.find(mark.high, mark.low)) return std::optional(*number);
  const bool dropped = dropped_entities_ && dropped_entities_->may_hold(mark.high);
  if (entities_complete_ && !dropped) return std::optional<EntityNumber>();
  auto stored = store_.find_entity(id);
  if (stored.ok() && *stored) entities_.insert(mark.high, mark.low, **stored);
  return stored;
}

void LoadIdentities::add_entity(std::string_view id, EntityNumber number) {
  const Fingerprint mark = text_fingerprint(id);
  entities_.insert(mark.high, mark.low, number);
}

bool LoadIdentities::counts(ClaimNumber number) const {
  return std::none_of(withdrawn_.begin(), withdrawn_.end(),
                      [&](const auto& range) { return number >= range.first && number < range.second; });
}

Result<std::optional<ClaimNumber>> LoadIdentities::find_key(const Fingerprint& key,
                                                            const ClaimBatch& batch) const {
  bool in_store = !claims_complete_ || dropped(key.low);
  const auto offset = keys_.find(key.low, [&](std::uint32_t candidate) {
    const ClaimNumber number = number_of(candidate);
    if (batch.holds(number)) return batch.key(number) == key;
    in_store = true;  // committed by this load: the store says whether it is this very key
    return false;
  });
  if (offset) return std::optional(number_of(*offset));
  if (!in_store) return std::optional<ClaimNumber>();
  auto stored = stored_number(store_.pairs(), Family::claim_keys, key_bytes(key));
  if (stored.ok() && *stored && !counts(**stored)) return std::optional<ClaimNumber>();
  return stored;
}

Result<std::optional<ClaimNumber>> LoadIdentities::find_claim_id(std::string_view id,
                                                                 const ClaimBatch& batch) const {
  const std::uint64_t mark = text_fingerprint(id).low;
  bool in_store = !claims_complete_ || dropped(mark);
  const auto offset = ids_.find(mark, [&](std::uint32_t candidate) {
    const ClaimNumber number = number_of(candidate);
    in_store = in_store || !batch.holds(number);
    if (!batch.holds(number)) return false;
    Claim claim;
    return codec::decode(batch.claim_bytes(number), claim).ok() && claim.id == id;
  });
  if (offset) return std::optional(number_of(*offset));
  if (!in_store) return std::optional<ClaimNumber>();
  auto stored = stored_number(store_.pairs(), Family::claim_ids, id);
  if (stored.ok() && *stored && !counts(**stored)) return std::optional<ClaimNumber>();
  return stored;
}

void LoadIdentities::add_claim(const Fingerprint& key, std::string_view given_id, ClaimNumber number) {
  const auto offset = static_cast<std::uint32_t>(number - first_claim_);
  keys_.insert(key.low, offset);
  if (!given_id.empty()) ids_.insert(text_fingerprint(given_id).low, offset);
}

void LoadIdentities::clear() {
  const auto drop = [&](auto& table, bool complete, std::optional<NameFilter>& into) {
    if (complete && !into) into.emplace(limit_ / 4);
    if (complete) table.each([&](std::uint64_t mark) { into->add(mark); });
    table.clear();
  };
  drop(keys_, claims_complete_, dropped_claims_);
  drop(ids_, claims_complete_, dropped_claims_);
  if (entities_.bytes() > limit_ / 4) drop(entities_, entities_complete_, dropped_entities_);
}

}  // namespace talentflow::graph
