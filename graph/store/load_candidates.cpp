// Whom a name could mean, and which older names are asked about again: what the name keys find.
#include <set>

#include "graph/names/acronyms.hpp"
#include "graph/store/claim_key.hpp"
#include "graph/store/description.hpp"
#include "graph/store/keys.hpp"
#include "graph/store/load.hpp"
#include "graph/store/look_up_keys.hpp"

namespace talentflow::graph {
namespace {

/// A name that more than this many have says nothing.
constexpr std::size_t kMostCandidates = 64;
constexpr std::size_t kMostByAcronym = 24;  ///< of an acronym, likewise

}  // namespace

/// All keys are looked at once, for all abbreviated names of the load.
Result<void> ClaimLoad::find_abbreviated() {
  if (abbreviations_.empty()) return {};
  return evidence_.scan_names(
      [&](std::string_view key, EntityNumber entity) { abbreviations_.offer(key, entity); });
}

/// A name that comes later in the document asks about this one, not this one about it.
bool ClaimLoad::waits_for_decision(EntityNumber entity) const {
  return entity > resolving_ && (organisations_.holds(entity) || persons_.holds(entity));
}

/// Most names are one's alone. One pass over all names says which are not, and only those are looked up; for
/// few mentions asking is cheaper.
Result<void> ClaimLoad::find_namesakes() {
  constexpr std::uint64_t kFew = 1'000, kNamesReadForOneLookUp = 100, kManyReads = 20'000;
  const std::uint64_t count = organisations_.count() + persons_.count();
  if (count < kFew || count * kNamesReadForOneLookUp < meta_.entities || !batch_->names().empty()) return {};
  // Each batch of the load left files of its own: a read by entity would look into all of them.
  if (count >= kManyReads)
    for (const Family family : {Family::names, Family::by_subject, Family::by_object, Family::by_source})
      TALENTFLOW_TRY(store_.pairs().put_in_order(family));
  evidence_.reread();
  names_.reread();
  all_names_.emplace(share(store_.options().memory_bytes, kNamesShare));
  const auto look_up = [&](EntityNumber entity) {
    MentionList& list = persons_.holds(entity) ? persons_ : organisations_;
    if (list.holds(entity)) list.look_up(entity);
    return list.holds(entity);
  };
  std::string key;
  EntityNumber alone = 0;  // the only one that has the key so far
  return evidence_.scan_names([&](std::string_view next, EntityNumber entity) {
    const bool first = next != key;
    if (first) {
      key = next;
      alone = entity;
      all_names_->add(text_fingerprint(key).low);
      return;
    }
    if (next.front() == kAcronymMark) return;  // nobody looks for others under an acronym of his own name
    if (look_up(entity)) return;
    if (alone != 0) look_up(alone);
    alone = 0;
  });
}

/// May somebody else be meant by this name?
bool ClaimLoad::may_be_another(const Mention& mention) const {
  return !all_names_ || mention.look_up ||
         std::any_of(mention.forms.begin(), mention.forms.end(),
                     [&](std::uint64_t form) { return all_names_->may_hold(form); });
}

/// Entities that have one of the keys.
Result<std::set<EntityNumber>> ClaimLoad::named(const std::set<std::string>& keys) {
  std::set<EntityNumber> found;
  for (const std::string& key : keys) {
    if (all_names_ && !all_names_->may_hold(text_fingerprint(key).low)) continue;
    const auto entities = evidence_.named(key);
    if (!entities.ok()) return entities.error();
    found.insert(entities->begin(), entities->end());
  }
  return found;
}

/// Names that earlier loads brought and that somebody of this load has too: they may be meant after all.
Result<void> ClaimLoad::reopen_by_names() {
  if (!name_marks_ || name_marks_->empty()) return {};
  const auto named = older_names();
  if (!named.ok()) return named.error();
  for (EntityNumber entity = named->after(0); entity != 0; entity = named->after(entity)) {
    const auto keys = identity_.name_keys_of(entity);
    if (!keys.ok()) return keys.error();
    const bool met = std::any_of(keys->begin(), keys->end(), [&](const std::string& key) {
      return name_marks_->may_hold(text_fingerprint(without_mark(key)).low);
    });
    if (met) reopened_.add(entity, 0);
  }
  return {};
}

/// Entities that share a name with the subject and are of a fitting kind, as those that stand for them.
Result<std::vector<EntityNumber>> ClaimLoad::candidates_of(const Profile& subject) {
  auto by_name = named(look_up_keys(subject.names, subject.kind, vocabulary_));
  if (!by_name.ok()) return by_name.error();
  std::set<EntityNumber> found = by_name.take(), roots;
  const auto shortened = named(acronym_keys(subject.names, subject.kind, vocabulary_));
  if (!shortened.ok()) return shortened.error();
  if (shortened->size() <= kMostByAcronym) found.insert(shortened->begin(), shortened->end());
  for (const std::string& name : subject.names)
    for (const EntityNumber entity : abbreviations_.find(name)) found.insert(entity);
  for (const EntityNumber entity : found) {
    if (entity == subject.entity || waits_for_decision(entity)) continue;
    if (entity > subject.entity && recalled_names_.test(entity)) continue;
    const auto root = identity_.root(entity);
    if (!root.ok()) return root.error();
    if (*root != subject.entity) roots.insert(*root);
    if (roots.size() > kMostCandidates) break;
  }
  return std::vector<EntityNumber>(roots.begin(), roots.end());
}

}  // namespace talentflow::graph
