#include <algorithm>
#include <set>

#include "ingest/pipeline/lexicon.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::ingest {

/// Kind and labels from the entity's description claims.
std::optional<Lexicon::Entry> StoreLexicon::describe(EntityNumber number) const {
  const auto entity = store_.entity(number);
  if (!entity) return std::nullopt;
  Entry entry;
  entry.id = entity->id;
  const auto described = store_.find_term(Vocabulary::kDescribed);
  const auto claims = store_.claims_about(number);
  if (!described || !*described || !claims) return entry;
  for (const ClaimNumber claim_number : *claims) {
    const auto claim = store_.claim(claim_number);
    if (!claim || claim->relation != **described) continue;
    if (const Value* kind = find_property(claim->properties, "kind"))
      if (const auto* text = kind->get_if<std::string>(); text != nullptr && entry.kind.empty())
        entry.kind = *text;
    if (const Value* labels = find_property(claim->properties, "labels"))
      if (const auto* list = labels->get_if<List>())
        for (const auto& label : *list)
          if (const auto* text = label.get_if<std::string>()) entry.labels.push_back(*text);
  }
  return entry;
}

std::vector<Lexicon::Entry> StoreLexicon::look_up(std::string_view name) const {
  std::set<EntityNumber> numbers;
  for (const auto& key : lexicon_keys(name)) {
    const auto found = store_.find_by_name(key);
    if (!found) continue;
    for (const EntityNumber number : *found) {
      if (numbers.size() >= kMostOfName) break;
      if (!counts(number)) continue;
      if (const auto root = store_.stands_for(number)) numbers.insert(*root);
    }
  }
  std::vector<Entry> out;
  for (const EntityNumber number : numbers)
    if (auto entry = describe(number)) out.push_back(std::move(*entry));
  return out;
}

const std::vector<Lexicon::Entry>& StoreLexicon::stored(std::string_view name) const {
  std::string key(name);
  if (const auto known = remembered_.find(key); known != remembered_.end()) return known->second;
  std::vector<Entry> entries = look_up(name);
  constexpr std::size_t kNode = 96;
  std::size_t bytes = kNode + key.capacity();
  for (const Entry& entry : entries) {
    bytes += sizeof entry + entry.id.capacity() + entry.kind.capacity();
    for (const auto& label : entry.labels) bytes += sizeof label + label.capacity();
  }
  // What the load commits is part of the answer then, so that it is asked for again from time to time.
  const bool old = load_.full() && remembered_.size() >= kRememberedOfLoad;
  if (remembered_bytes_ + bytes > kRememberedBytes || old) {
    remembered_.clear();
    remembered_bytes_ = 0;
  }
  remembered_bytes_ += bytes;
  return remembered_.insert_or_assign(std::move(key), std::move(entries)).first->second;
}

std::vector<Lexicon::Entry> StoreLexicon::find(std::string_view name) const {
  if (nothing_stored()) return load_.find(name);
  std::vector<Entry> out = stored(name);
  for (auto& entry : load_.find(name)) {
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const Entry& other) { return other.id == entry.id; });
    if (!known) out.push_back(std::move(entry));
  }
  return out;
}

std::optional<Lexicon::Entry> StoreLexicon::find_id(std::string_view id) const {
  if (auto entry = load_.find_id(id)) return entry;
  if (nothing_stored()) return std::nullopt;
  const auto number = store_.find_entity(id);
  if (!number || !*number || !counts(**number)) return std::nullopt;
  return describe(**number);
}

}  // namespace talentflow::ingest
