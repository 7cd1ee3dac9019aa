#include "graph/store/load_names.hpp"

#include <algorithm>

#include "graph/names/normalise.hpp"
#include "graph/store/claim_key.hpp"
#include "graph/store/description.hpp"
#include "graph/store/keys.hpp"

namespace talentflow::graph {
namespace {

/// Is one of the description's names this very one?
bool gives_name(const Claim& description, const std::string& key) {
  if (const std::string* name = text_property(description, "name");
      name != nullptr && whole_key(*name) == key)
    return true;
  const Value* aliases = find_property(description.properties, "aliases");
  const List* list = aliases == nullptr ? nullptr : aliases->get_if<List>();
  return list != nullptr && std::any_of(list->begin(), list->end(), [&](const Value& alias) {
           const auto* text = alias.get_if<std::string>();
           return text != nullptr && whole_key(*text) == key;
         });
}

}  // namespace

void LoadNames::committed(const ClaimBatch& batch) {
  if (stored_)
    for (const ClaimBatch::Name& name : batch.names()) stored_->add(text_fingerprint(name.key).low);
  pending_.clear();
  indexed_ = 0;
  reader_.reset();
}

Result<std::vector<LoadNames::Found>> LoadNames::find(const std::string& key, const ClaimBatch& batch) {
  // The batch's names are indexed when the first mention by name asks for them: most loads never do.
  for (; indexed_ < batch.names().size(); ++indexed_) {
    const ClaimBatch::Name& name = batch.names()[indexed_];
    pending_[name.key].push_back({name.entity, name.claim});
  }
  std::vector<Found> found;
  if (!stored_ || stored_->may_hold(text_fingerprint(key).low)) {
    std::string prefix = key;
    prefix.push_back('\0');
    if (reader_ == nullptr) reader_ = store_.pairs().prefix_reader(Family::names);
    TALENTFLOW_TRY(reader_->scan(prefix, [&](std::string_view stored, std::string_view value) {
      const auto entity = keys::read32(stored.substr(prefix.size()));
      if (entity) found.push_back({*entity, keys::read64(value).value_or(0)});
      return true;
    }));
  }
  if (const auto pending = pending_.find(key); pending != pending_.end())
    found.insert(found.end(), pending->second.begin(), pending->second.end());
  return found;
}

Result<Claim> LoadNames::claim(ClaimNumber number, const ClaimBatch& batch) const {
  if (!batch.holds(number)) return store_.claim(number);
  Claim claim;
  TALENTFLOW_TRY(codec::decode(batch.claim_bytes(number), claim));
  return claim;
}

Result<Candidate> LoadNames::describe(const Found& found, const ClaimBatch& batch) const {
  Candidate candidate;
  candidate.entity = found.entity;
  candidate.id = "entity " + std::to_string(found.entity);
  const auto described = claim(found.claim, batch);
  if (!described.ok()) return described.error();
  if (const auto info = store_.entity(found.entity); info.ok())
    candidate.id = info->id;
  else if (const auto id = batch.entity_id(found.entity))
    candidate.id = *id;
  const auto read = [&](const Claim& source) {
    const Value* kind = find_property(source.properties, "kind");
    if (kind != nullptr && kind->get_if<std::string>() != nullptr)
      candidate.kind = *kind->get_if<std::string>();
    const Value* labels = find_property(source.properties, "labels");
    if (labels == nullptr || labels->get_if<List>() == nullptr) return;
    for (const Value& label : *labels->get_if<List>())
      if (label.get_if<std::string>() != nullptr) candidate.labels.push_back(*label.get_if<std::string>());
  };
  read(*described);
  if (!candidate.kind.empty()) return candidate;
  // The claim that gives the name says no kind; another description may.
  const auto about = store_.claims_about(found.entity);
  if (!about.ok()) return about.error();
  for (const ClaimNumber number : *about) {
    const auto other = store_.claim(number);
    if (!other.ok()) return other.error();
    if (other->relation == described->relation) read(*other);
    if (!candidate.kind.empty()) break;
  }
  return candidate;
}

Result<std::vector<LoadNames::Found>> LoadNames::exact(const Reference& mention, const ClaimBatch& batch) {
  std::vector<Found> entities;
  const std::string key = whole_key(mention.name);
  if (key.empty()) return entities;
  const auto all = find(key, batch);
  if (!all.ok()) return all.error();
  for (const Found& found : *all) {
    const auto described = claim(found.claim, batch);
    if (!described.ok()) return described.error();
    if (!gives_name(*described, key)) continue;
    const auto candidate = describe(found, batch);
    if (!candidate.ok()) return candidate.error();
    if (kinds_fit(mention.kind, candidate->kind, candidate->labels, vocabulary_)) entities.push_back(found);
  }
  return entities;
}

}  // namespace talentflow::graph
