// Names become entities.
//
// A person's name stands for an entity of its own in each document: whom it means is decided when the load is
// read (load_resolver.cpp), since what the document says of the person is the evidence. An organisation's
// very name, where one organisation alone has it, means it (load_exact.cpp). Any other name of an
// organisation is an entity of its own too.
#include "graph/names/kinds.hpp"
#include "graph/names/normalise.hpp"
#include "graph/store/claim_key.hpp"
#include "graph/store/description.hpp"
#include "graph/store/load.hpp"

namespace talentflow::graph {
namespace {

constexpr std::size_t kRememberedNames = 20'000;
constexpr std::string_view kTable = "table:";

bool names_a_person(const Reference& mention, const Vocabulary& vocabulary) {
  return !mention.kind.empty() && may_be_person(mention.kind, vocabulary);
}

}  // namespace

Result<void> ClaimLoad::resolve_names(Draft& draft) {
  const auto by_name = [](const Reference& reference) {
    return reference.id.empty() && !reference.name.empty();
  };
  if (by_name(draft.source)) TALENTFLOW_TRY(resolve_name(draft, draft.source, draft.claim.source));
  if (by_name(draft.subject)) {
    const EntityNumber before = meta_.entities;
    TALENTFLOW_TRY(resolve_name(draft, draft.subject, draft.claim.subject));
    if (draft.describes && draft.claim.subject <= before) name_becomes_alias(draft.claim.properties);
  }
  if (by_name(draft.object)) TALENTFLOW_TRY(resolve_name(draft, draft.object, draft.claim.object));
  return {};
}

/// A mention by name of an entity that has a name already is another name of it, not its new name.
void ClaimLoad::name_becomes_alias(Properties& properties) {
  const auto at = [&](std::string_view key) {
    return std::find_if(properties.begin(), properties.end(),
                        [&](const Property& property) { return property.first == key; });
  };
  const auto name = at("name");
  if (name == properties.end()) return;
  List aliases{name->second};
  properties.erase(name);
  const auto further = at("aliases");
  if (further == properties.end()) {
    properties.emplace_back("aliases", std::move(aliases));
    return;
  }
  if (const List* more = further->second.get_if<List>())
    aliases.insert(aliases.end(), more->begin(), more->end());
  further->second = Value(std::move(aliases));
}

/// Within one document one name is one entity: the id under which it is found again, now and when the
/// document is read again. "page/1" and "page/1#citing-x" are the same document; a table of positions knows
/// people by their names, so there the document is the table, whatever pages its rows cite.
Result<std::string> ClaimLoad::mention_id(const Draft& draft, const Reference& mention) {
  std::string document = draft.source.id.substr(0, draft.source.id.find('#'));
  bool of_table = document.starts_with(kTable);
  if (!of_table && draft.claim.source != 0) {
    const auto note = source_note(draft.claim.source);
    if (!note.ok()) return note.error();
    of_table = note->of_table;
  }
  if (of_table && draft.input < inputs_.size()) document = std::string(kTable) + inputs_[draft.input];
  const std::string place = document + '\n' + mention.kind + '\n' + mention.name;
  std::string id = derived_claim_id(text_fingerprint(place));
  return std::string(kMention) + id.substr(id.find('/') + 1);
}

/// More is said of a name that an earlier load brought. If that load was withdrawn, its name went with it.
Result<void> ClaimLoad::reopen(const Draft& draft, const Reference& mention, EntityNumber number) {
  if (!reopened_.add(number, draft.claim.line)) return {};
  TALENTFLOW_TRY(land());
  evidence_.use(*batch_);
  const auto profile = identity_.profile(number);
  if (!profile.ok()) return profile.error();
  if (profile->names.empty() && !draft.describes) describe_named(draft, mention, number, profile->id);
  return {};
}

Result<void> ClaimLoad::resolve_name(const Draft& draft, const Reference& mention, EntityNumber& number) {
  auto place = mention_id(draft, mention);
  if (!place.ok()) return place.error();
  const auto before = identities_.find_entity(*place);
  if (!before.ok()) return before.error();
  if (*before) {
    number = **before;
    return number <= last_before_ ? reopen(draft, mention, number) : Result<void>();
  }
  const bool describes_itself = draft.describes && &mention == &draft.subject;
  // A document that says where the organisation is says more than its name: the resolver weighs it.
  const bool located = describes_itself && text_property(draft.claim, "country") != nullptr;
  if (!names_a_person(mention, vocabulary_) && !located) {
    if (const auto known = exact_.find(*place); known != exact_.end()) {
      number = known->second;
      return {};
    }
    TALENTFLOW_TRY(resolve_exact(draft, mention, !describes_itself, number));
    if (number != 0) {
      if (exact_.size() >= kRememberedNames) exact_.clear();
      exact_.emplace(place.take(), number);
      return {};
    }
  }
  const bool person = names_a_person(mention, vocabulary_);
  const auto made =
      make_named(draft, mention, *place, !describes_itself, person ? &persons_ : &organisations_);
  if (!made.ok()) return made.error();
  number = *made;
  if (!person && !located) TALENTFLOW_TRY(share_name(mention, number));
  if (person) abbreviations_.note(mention.name);
  return {};
}

/// "person/ann-example", "person/ann-example-2", .. and for the many of that name one with the mention's own
/// mark.
Result<std::string> ClaimLoad::unused_id(const std::string& base, const std::string& place) {
  constexpr int kCounted = 9;
  std::string id = base;
  for (int next = 2;; ++next) {
    const auto taken = identities_.find_entity(id);
    if (!taken.ok()) return taken.error();
    if (!*taken) return id;
    id = base + "-" + (next <= kCounted ? std::to_string(next) : place.substr(place.size() - 8));
    if (next > kCounted + 1) id += "-" + std::to_string(next);
  }
}

/// A new entity for a name: a readable id, and a description that gives its name and kind.
Result<EntityNumber> ClaimLoad::make_named(const Draft& draft, const Reference& mention,
                                           const std::string& place, bool describe, MentionList* waits) {
  auto unused = unused_id(id_for_name(mention.name, mention.kind, vocabulary_), place);
  if (!unused.ok()) return unused.error();
  const std::string id = unused.take();
  const EntityNumber number = make_entity(id);
  batch_->add_id(place, number);
  identities_.add_entity(place, number);
  if (waits != nullptr) TALENTFLOW_TRY(waits->add(number, draft.claim.line));
  if (describe) describe_named(draft, mention, number, id);
  return number;
}

void ClaimLoad::describe_named(const Draft& draft, const Reference& mention, EntityNumber number,
                               const std::string& id) {
  Draft description;
  description.describes = true;
  description.relation = Vocabulary::kDescribed;
  description.subject = Reference::to_id(id);
  description.source = draft.source;
  description.claim.subject = number;
  description.claim.source = draft.claim.source;
  description.claim.line = draft.claim.line;
  if (!mention.kind.empty())
    description.claim.properties.emplace_back("kind", vocabulary_.canonical_kind(mention.kind));
  description.claim.properties.emplace_back("name", mention.name);
  description.key = claim_key(description);
  add_claim(description);
  add_names(description.claim);
}

Result<void> ClaimLoad::index_external_id(const Draft& draft, const std::string& key,
                                          const std::string& value) {
  const std::string id = external_id(key, value);
  const auto found = identities_.find_entity(id);
  if (!found.ok()) return found.error();
  if (*found && **found != draft.claim.subject)
    return note_shared({draft.claim.subject, **found, id, draft.claim.line});
  if (*found) return {};
  batch_->add_id(id, draft.claim.subject);
  identities_.add_entity(id, draft.claim.subject);
  return {};
}

}  // namespace talentflow::graph
