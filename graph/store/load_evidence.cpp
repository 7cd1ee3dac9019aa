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
  about_.clear();
  about_links_ = 0;
  reread();
}

void LoadEvidence::reread() {
  for (auto& reader : readers_) reader.reset();
}

Result<Claim> LoadEvidence::claim(ClaimNumber number) {
  if (!batch_->holds(number)) return store_.claim(number);
  Claim claim;
  TALENTFLOW_TRY(codec::decode(batch_->claim_bytes(number), claim));
  claim.number = number;
  return claim;
}

Result<std::vector<ClaimLink>> LoadEvidence::stored_links(Family family, EntityNumber entity,
                                                          std::size_t most) {
  auto& reader = readers_[index_of(family) - index_of(Family::by_subject)];
  if (reader == nullptr) reader = store_.pairs().prefix_reader(family);
  std::vector<ClaimLink> found;
  codec::PostingsRow row;
  Result<void> decoded;
  TALENTFLOW_TRY(reader->scan(keys::number32(entity), [&](std::string_view, std::string_view value) {
    decoded = codec::decode(value, row);
    if (!decoded.ok()) return false;
    for (std::size_t i = 0; i < row.claims.size(); ++i)
      found.push_back({row.claims[i], row.relations[i], row.others[i]});
    return found.size() < most;
  }));
  if (!decoded.ok()) return decoded.error();
  return found;
}

Result<std::vector<ClaimLink>> LoadEvidence::links(Family family, EntityNumber entity, std::size_t most,
                                                   Index& index) {
  auto found = stored_links(family, entity, most);
  if (!found.ok()) return found;
  add_fresh(family, entity, index, *found);
  if (found->size() > most) found->resize(most);
  return found;
}

/// What the batch has of it.
void LoadEvidence::add_fresh(Family family, EntityNumber entity, Index& index,
                             std::vector<ClaimLink>& links) {
  const auto& postings = batch_->postings(family);
  for (; index.read < postings.size(); ++index.read) {
    const ClaimBatch::Posting& posting = postings[index.read];
    index.links[posting.entity].push_back({batch_->first() + posting.claim, posting.relation, posting.other});
  }
  if (const auto more = index.links.find(entity); more != index.links.end())
    links.insert(links.end(), more->second.begin(), more->second.end());
}

/// One entity is asked for several times: whom it is linked to, its names, its statements, what was asked of
/// it before. The store does not change while a batch fills.
Result<std::vector<ClaimLink>> LoadEvidence::claims_about(EntityNumber entity, std::size_t most) {
  auto known = about_.find(entity);
  if (known == about_.end() ||
      (known->second.links.size() >= known->second.most && known->second.most < most)) {
    auto stored = stored_links(Family::by_subject, entity, most);
    if (!stored.ok()) return stored;
    if (about_links_ + stored->size() + 1 > kRememberedLinks) {
      about_.clear();
      about_links_ = 0;
    }
    about_links_ += stored->size() + 1;
    known = about_.insert_or_assign(entity, Stored{most, stored.take()}).first;
  }
  std::vector<ClaimLink> found = known->second.links;
  add_fresh(Family::by_subject, entity, subjects_, found);
  if (found.size() > most) found.resize(most);
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
  if (const auto known = ids_.find(entity); known != ids_.end()) return known->second;
  auto info = store_.entity(entity);
  if (!info.ok()) return info.error();
  if (ids_.size() >= kRememberedIds) ids_.clear();
  ids_.emplace(entity, info->id);
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
