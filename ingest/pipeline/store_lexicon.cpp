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

std::vector<Lexicon::Entry> StoreLexicon::find(std::string_view name) const {
  std::set<EntityNumber> numbers;
  for (const auto& key : lexicon_keys(name))
    if (const auto found = store_.find_by_name(key))
      for (const EntityNumber number : *found)
        if (const auto root = store_.stands_for(number)) numbers.insert(*root);
  std::vector<Entry> out;
  for (const EntityNumber number : numbers)
    if (auto entry = describe(number)) out.push_back(std::move(*entry));
  for (auto& entry : load_.find(name)) {
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const Entry& other) { return other.id == entry.id; });
    if (!known) out.push_back(std::move(entry));
  }
  return out;
}

std::optional<Lexicon::Entry> StoreLexicon::find_id(std::string_view id) const {
  if (auto entry = load_.find_id(id)) return entry;
  const auto number = store_.find_entity(id);
  if (!number || !*number) return std::nullopt;
  return describe(**number);
}

}  // namespace talentflow::ingest
