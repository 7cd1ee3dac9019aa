#include "graph/store/load_evidence.hpp"

#include <algorithm>

#include "graph/store/keys.hpp"

namespace talentflow::graph {
namespace {

/// Withdrawals of withdrawals: deeper ones than this are taken as standing.
constexpr int kDeepest = 8;

}  // namespace

void LoadEvidence::use(const ClaimBatch& batch) {
  if (batch_ == &batch && first_ == batch.first()) return;
  batch_ = &batch;
  first_ = batch.first();
  subjects_ = objects_ = sources_ = Index();
  withdrawals_.clear();
  withdrawals_read_ = 0;
  any_withdrawn_.reset();
  latest_ = {};
}

Result<Claim> LoadEvidence::claim(ClaimNumber number) {
  if (!batch_->holds(number)) return store_.claim(number);
  Claim claim;
  TALENTFLOW_TRY(codec::decode(batch_->claim_bytes(number), claim));
  claim.number = number;
  return claim;
}

Result<std::vector<ClaimLink>> LoadEvidence::links(Family family, EntityNumber entity, std::size_t most,
                                                   Index& index) {
  std::vector<ClaimLink> found;
  codec::PostingsRow row;
  Result<void> decoded;
  TALENTFLOW_TRY(store_.pairs().scan_prefix(
      family, keys::number32(entity), [&](std::string_view, std::string_view value) {
        decoded = codec::decode(value, row);
        if (!decoded.ok()) return false;
        for (std::size_t i = 0; i < row.claims.size(); ++i)
          found.push_back({row.claims[i], row.relations[i], row.others[i]});
        return found.size() < most;
      }));
  if (!decoded.ok()) return decoded.error();
  const auto& postings = batch_->postings(family);
  for (; index.read < postings.size(); ++index.read) {
    const ClaimBatch::Posting& posting = postings[index.read];
    index.links[posting.entity].push_back({batch_->first() + posting.claim, posting.relation, posting.other});
  }
  if (const auto more = index.links.find(entity); more != index.links.end())
    found.insert(found.end(), more->second.begin(), more->second.end());
  if (found.size() > most) found.resize(most);
  return found;
}

/// One entity is asked for several times in a row: whom it is linked to, its names, its statements.
Result<std::vector<ClaimLink>> LoadEvidence::claims_about(EntityNumber entity, std::size_t most) {
  const std::size_t fresh = batch_->postings(Family::by_subject).size();
  if (latest_.entity == entity && latest_.fresh == fresh && latest_.links.size() < latest_.most) {
    std::vector<ClaimLink> found = latest_.links;
    if (found.size() > most) found.resize(most);
    return found;
  }
  auto found = links(Family::by_subject, entity, most, subjects_);
  if (found.ok() && found->size() <= kRemembered) latest_ = {entity, fresh, most, *found};
  return found;
}
Result<std::vector<ClaimLink>> LoadEvidence::claims_naming(EntityNumber entity, std::size_t most) {
  return links(Family::by_object, entity, most, objects_);
}
Result<std::vector<ClaimLink>> LoadEvidence::claims_of_source(EntityNumber entity, std::size_t most) {
  return links(Family::by_source, entity, most, sources_);
}

Result<std::string> LoadEvidence::entity_id(EntityNumber entity) {
  if (auto fresh = batch_->entity_id(entity)) return std::move(*fresh);
  auto info = store_.entity(entity);
  if (!info.ok()) return info.error();
  return std::move(info->id);
}

Result<std::string> LoadEvidence::term(TermNumber number) {
  for (const auto& [text, fresh] : new_terms_)
    if (fresh == number) return text;
  return store_.term(number);
}

Result<std::vector<EntityNumber>> LoadEvidence::named(const std::string& key) {
  const auto found = names_.find(key, *batch_);
  if (!found.ok()) return found.error();
  std::vector<EntityNumber> entities;
  for (const auto& name : *found) entities.push_back(name.entity);
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  return entities;
}

Result<void> LoadEvidence::scan_names(const std::function<void(std::string_view, EntityNumber)>& each) {
  TALENTFLOW_TRY(store_.pairs().scan(Family::names, {}, {}, [&](std::string_view key, std::string_view) {
    if (key.size() > 5)
      if (const auto entity = keys::read32(key.substr(key.size() - 4)))
        each(key.substr(0, key.size() - 5), *entity);
    return true;
  }));
  for (const ClaimBatch::Name& name : batch_->names()) each(name.key, name.entity);
  return {};
}

Result<bool> LoadEvidence::withdrawn(const Claim& claim) {
  if (store_.load_withdrawn(claim.load)) return true;
  return withdrawn(claim.id, 0);
}

/// Has the store any withdrawal? Most have none, and every claim read asks.
Result<bool> LoadEvidence::any_withdrawn() {
  if (any_withdrawn_) return *any_withdrawn_;
  bool any = false;
  TALENTFLOW_TRY(store_.pairs().scan(Family::withdrawn, {}, {}, [&](std::string_view, std::string_view) {
    any = true;
    return false;
  }));
  any_withdrawn_ = any;
  return any;
}

Result<bool> LoadEvidence::withdrawn(const std::string& id, int depth) {
  if (depth > kDeepest) return false;
  std::vector<ClaimNumber> withdrawing;
  const auto any = any_withdrawn();
  if (!any.ok()) return any.error();
  if (*any) {
    auto stored = store_.withdrawing(id);
    if (!stored.ok()) return stored.error();
    withdrawing = stored.take();
  }
  const auto& fresh = batch_->withdrawn();
  for (; withdrawals_read_ < fresh.size(); ++withdrawals_read_) withdrawals_.insert(fresh[withdrawals_read_]);
  const auto [first, last] = withdrawals_.equal_range(id);
  for (auto at = first; at != last; ++at) withdrawing.push_back(at->second);
  for (const ClaimNumber number : withdrawing) {
    const auto claim = this->claim(number);
    if (!claim.ok()) return claim.error();
    if (store_.load_withdrawn(claim->load)) continue;
    const auto undone = withdrawn(claim->id, depth + 1);
    if (!undone.ok()) return undone.error();
    if (!*undone) return true;
  }
  return false;
}

}  // namespace talentflow::graph
