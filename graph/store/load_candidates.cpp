// Whom a name could mean, and which older names are asked about again: what the name keys find.
#include <set>

#include "graph/names/acronyms.hpp"
#include "graph/names/given_names.hpp"
#include "graph/names/kinds.hpp"
#include "graph/names/normalise.hpp"
#include "graph/store/claim_key.hpp"
#include "graph/store/description.hpp"
#include "graph/store/keys.hpp"
#include "graph/store/load.hpp"

namespace talentflow::graph {
namespace {

/// A name that more than this many have says nothing.
constexpr std::size_t kMostCandidates = 64;
constexpr std::size_t kMostByAcronym = 24;

/// Keys of a name's other forms: with an initial or a short form for the given name, and without middle
/// names.
std::vector<std::string> shorter_keys(const std::string& name) {
  const auto words = name_words(name, true);
  std::vector<std::string> keys;
  if (words.size() < 2 || words.front().empty() || words.back().empty()) return keys;
  for (const std::string& short_name :
       {words.front().substr(0, 1) + " " + words.back(), words.back().substr(0, 1) + " " + words.front()})
    for (std::string& key : name_keys(short_name, true)) keys.push_back(std::move(key));
  for (const std::string_view given : other_forms(words.front()))
    for (std::string& key : name_keys(std::string(given) + " " + words.back(), true))
      keys.push_back(std::move(key));
  if (words.size() > 2)
    for (std::string& key : name_keys(words.front() + " " + words.back(), true))
      keys.push_back(std::move(key));
  return keys;
}

/// {surname, initial} of "J. Lin" and "Lin J."; empty for a name that is written in full.
std::pair<std::string, char> abbreviation_of(const std::string& name) {
  const auto words = name_words(name, true);
  if (words.size() < 2) return {};
  if (words.front().size() == 1 && words.back().size() > 1) return {words.back(), words.front()[0]};
  if (words.back().size() == 1 && words.front().size() > 1 && words.size() == 2)
    return {words.front(), words.back()[0]};
  return {};
}

}  // namespace

/// A full name's key does not begin with what an abbreviated one shows of it, so all keys are looked at once,
/// for all abbreviated names of the load: "linjunyang" and "junyanglin" are both of a J. Lin.
Result<void> ClaimLoad::find_abbreviated() {
  if (abbreviated_.empty()) return {};
  constexpr std::size_t kShortestSurname = 2;
  return evidence_.scan_names([&](std::string_view key, EntityNumber entity) {
    const auto add = [&](std::string_view surname, char initial) {
      const auto found = abbreviated_.find({std::string(surname), initial});
      if (found != abbreviated_.end() && found->second.size() < kMostCandidates) found->second.insert(entity);
    };
    for (std::size_t length = kShortestSurname; length < key.size(); ++length) {
      add(key.substr(0, length), key[length]);
      add(key.substr(key.size() - length), key[0]);
    }
  });
}

void ClaimLoad::note_abbreviation(const std::string& name) {
  auto abbreviation = abbreviation_of(name);
  if (!abbreviation.first.empty()) abbreviated_.try_emplace(std::move(abbreviation));
}

/// A name that comes later in the document asks about this one, not this one about it.
bool ClaimLoad::waits_for_decision(EntityNumber entity) const {
  if (entity <= resolving_) return false;
  const auto at =
      std::lower_bound(mentions_.begin(), mentions_.end(), entity,
                       [](const Mention& mention, EntityNumber one) { return mention.entity < one; });
  return at != mentions_.end() && at->entity == entity;
}

/// Names that earlier loads brought and that somebody of this load has too: they may be meant after all.
Result<void> ClaimLoad::reopen_by_names() {
  if (name_marks_.empty()) return {};
  std::vector<EntityNumber> named;
  TALENTFLOW_TRY(
      store_.pairs().scan_prefix(Family::ids, kMention, [&](std::string_view, std::string_view value) {
        if (const auto entity = keys::read32(value); entity && *entity <= last_before_)
          named.push_back(*entity);
        return true;
      }));
  std::sort(named.begin(), named.end());
  for (const EntityNumber entity : named) {
    const auto keys = identity_.name_keys_of(entity);
    if (!keys.ok()) return keys.error();
    const bool met = std::any_of(keys->begin(), keys->end(), [&](const std::string& key) {
      return name_marks_.contains(text_fingerprint(without_mark(key)).low);
    });
    if (met) reopened_.emplace(entity, 0);
  }
  return {};
}

/// Entities that share a name with the subject and are of a fitting kind, as those that stand for them.
Result<std::vector<EntityNumber>> ClaimLoad::candidates_of(const Profile& subject) {
  std::set<std::string> keys;
  const bool person = may_be_person(subject.kind, vocabulary_);
  for (const std::string& name : subject.names) {
    if (person)
      for (const auto& found : {name_keys(name, true), shorter_keys(name)})
        keys.insert(found.begin(), found.end());
    if (!person || subject.kind.empty())
      for (const auto& found : {name_keys(name, false), bracket_keys(name)})
        for (const std::string& key : found) {
          keys.insert(key);
          keys.insert(kBracketMark + key);
        }
  }
  std::set<EntityNumber> found, roots;
  for (const std::string& key : keys) {
    const auto named = evidence_.named(key);
    if (!named.ok()) return named.error();
    found.insert(named->begin(), named->end());
  }
  if (!person || subject.kind.empty()) TALENTFLOW_TRY(find_by_acronyms(subject, found));
  for (const std::string& name : subject.names)
    if (const auto full = abbreviated_.find(abbreviation_of(name)); full != abbreviated_.end())
      found.insert(full->second.begin(), full->second.end());
  for (const EntityNumber entity : found) {
    if (entity == subject.entity || waits_for_decision(entity)) continue;
    const auto root = identity_.root(entity);
    if (!root.ok()) return root.error();
    if (*root != subject.entity) roots.insert(*root);
    if (roots.size() > kMostCandidates) break;
  }
  return std::vector<EntityNumber>(roots.begin(), roots.end());
}

/// Those whose acronym the name is, and those that are called by an acronym of it. One that very many have
/// says nothing.
Result<void> ClaimLoad::find_by_acronyms(const Profile& subject, std::set<EntityNumber>& found) {
  std::set<std::string> keys;
  for (const std::string& name : subject.names) {
    if (written_as_acronym(name)) keys.insert(kAcronymMark + whole_key(name));
    const auto acronyms = acronyms_of(name);
    keys.insert(acronyms.begin(), acronyms.end());
  }
  std::set<EntityNumber> shortened;
  for (const std::string& key : keys) {
    const auto named = evidence_.named(key);
    if (!named.ok()) return named.error();
    shortened.insert(named->begin(), named->end());
  }
  if (shortened.size() <= kMostByAcronym) found.insert(shortened.begin(), shortened.end());
  return {};
}

}  // namespace talentflow::graph
