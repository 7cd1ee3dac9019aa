// After the last record: whom the names of this load mean.
//
// What is decided is written as claims of the source `resolver`, with the reason: SAME_AS where there is a
// clear winner, POSSIBLY_SAME_AS towards each candidate where there is none, and then the name stands in the
// review list. Such a claim is as old as the newest evidence that it rests on, so that a reading of an
// earlier time makes of a name what was known by then. Nothing is ever joined but by these claims, which can
// be withdrawn.
#include <cmath>
#include <set>

#include "graph/names/given_names.hpp"
#include "graph/names/kinds.hpp"
#include "graph/names/normalise.hpp"
#include "graph/store/claim_key.hpp"
#include "graph/store/keys.hpp"
#include "graph/store/load.hpp"

namespace talentflow::graph {
namespace {

constexpr std::string_view kResolver = "resolver";
/// A name that more than this many have says nothing.
constexpr std::size_t kMostCandidates = 64;
constexpr double kSharedId = 0.97;
constexpr std::size_t kReadInBatch = 20'000;
constexpr double kAskedAgain = 0.45;

bool is_person(const Profile& profile) { return profile.kind == "Person"; }

std::string confidence_text(double confidence) {
  std::string text = std::to_string(std::round(confidence * 100.0) / 100.0);
  return text.substr(0, 4);
}

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
      return name_marks_.contains(text_fingerprint(key).low);
    });
    if (met) reopened_.emplace(entity, 0);
  }
  return {};
}

Result<void> ClaimLoad::resolve_identities() {
  if (mentions_.empty() && reopened_.empty() && shared_ids_.empty() && name_marks_.empty()) return {};
  // A small batch is read as it is, so that a small load stays one write; a large one from the store.
  if (batch_->claims() > kReadInBatch) TALENTFLOW_TRY(commit());
  TALENTFLOW_TRY(land());
  evidence_.use(*batch_);
  identity_.forget();
  TALENTFLOW_TRY(reopen_by_names());
  TALENTFLOW_TRY(find_abbreviated());
  for (const SharedId& shared : shared_ids_) TALENTFLOW_TRY(join_by_id(shared));
  for (const auto& [entity, line] : reopened_) TALENTFLOW_TRY(resolve_mention({entity, line}));
  for (const Mention& mention : mentions_) {
    resolving_ = mention.entity;
    TALENTFLOW_TRY(resolve_mention(mention));
  }
  return {};
}

/// Two descriptions with one external id are of one, unless their names say that one of them is mistaken.
Result<void> ClaimLoad::join_by_id(const SharedId& shared) {
  const auto one = identity_.root(shared.entity), other = identity_.root(shared.other);
  if (!one.ok()) return one.error();
  if (!other.ok()) return other.error();
  if (*one == *other) return {};
  auto subject = identity_.profile(shared.entity), object = identity_.profile(shared.other);
  if (!subject.ok()) return subject.error();
  if (!object.ok()) return object.error();
  const bool told_apart = std::find(subject->different.begin(), subject->different.end(), shared.other) !=
                          subject->different.end();
  const bool named = !subject->names.empty() && !object->names.empty();
  const bool agree = !named ||
                     names_agree(subject->names, object->names, is_person(*subject)) != Agreement::none ||
                     (!is_person(*subject) && !is_person(*object));
  const bool fit = kinds_fit(subject->kind, object->kind, object->labels, vocabulary_);
  if (told_apart) return {};
  const Instant known = std::max(subject->known, object->known);
  if (agree && fit)
    return write_link(
        {shared.entity, *other, "SAME_AS", kSharedId, "both are " + shared.id, known, shared.line});
  Verdict verdict;
  Ranked ranked;
  ranked.candidate = &*object;
  ranked.confidence = 0.45;
  ranked.judgement.known = known;
  ranked.judgement.reason = verdict.reason =
      shared.id + " identifies another entity already, of another name";
  verdict.ranked.push_back(std::move(ranked));
  return write_review(*subject, verdict, shared.line);
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

Result<void> ClaimLoad::resolve_mention(const Mention& mention) {
  const auto root = identity_.root(mention.entity);
  if (!root.ok()) return root.error();
  if (*root != mention.entity) return {};
  const auto subject = identity_.profile(mention.entity);
  if (!subject.ok()) return subject.error();
  const auto numbers = candidates_of(*subject);
  if (!numbers.ok()) return numbers.error();
  std::vector<Profile> profiles;
  for (const EntityNumber number : *numbers) {
    auto profile = identity_.profile(number);
    if (!profile.ok()) return profile.error();
    if (kinds_fit(subject->kind, profile->kind, profile->labels, vocabulary_))
      profiles.push_back(profile.take());
  }
  if (profiles.empty()) return {};
  std::vector<const Profile*> candidates;
  for (const Profile& profile : profiles) candidates.push_back(&profile);
  Verdict verdict = choose(*subject, candidates, is_person(*subject), Asked::mention);
  if (verdict.winner != nullptr) {
    const auto back = identity_.taken_back(mention.entity, verdict.winner->entity);
    if (!back.ok()) return back.error();
    if (*back) {
      verdict.winner = nullptr;
      verdict.reason = "a link for this reason was taken back: " + verdict.reason;
      verdict.ranked.front().confidence = kAskedAgain;
    }
  }
  if (verdict.winner != nullptr)
    return write_link({mention.entity, verdict.winner->entity, "SAME_AS", verdict.ranked.front().confidence,
                       verdict.reason, verdict.ranked.front().judgement.known, mention.line});
  return verdict.ranked.empty() ? Result<void>() : write_review(*subject, verdict, mention.line);
}

Result<void> ClaimLoad::write_review(const Profile& subject, const Verdict& verdict, std::uint64_t line) {
  codec::ReviewRow row;
  row.mention = subject.names.empty() ? subject.id : subject.names.front();
  row.kind = subject.kind;
  row.assigned = subject.entity;
  row.reason = verdict.reason;
  row.load = number_;
  row.line = line;
  for (const Ranked& ranked : verdict.ranked) {
    const EntityNumber candidate = ranked.candidate->entity;
    const auto asked = identity_.asked_before(subject.entity, candidate);
    if (!asked.ok()) return asked.error();
    if (*asked) continue;
    row.candidates.push_back(candidate);
    TALENTFLOW_TRY(write_link({subject.entity, candidate, "POSSIBLY_SAME_AS", ranked.confidence,
                               ranked.judgement.reason, ranked.judgement.known, line}));
  }
  if (row.candidates.empty()) return {};
  batch_->add_review(row, ++reviews_);
  return {};
}

Result<void> ClaimLoad::write_link(const Link& link) {
  TALENTFLOW_TRY(write_resolver());
  const auto subject = evidence_.entity_id(link.entity), object = evidence_.entity_id(link.other);
  if (!subject.ok()) return subject.error();
  if (!object.ok()) return object.error();
  ClaimRecord claim;
  claim.id = "resolver/" + std::to_string(number_) + "-" + std::to_string(row_.claims + 1);
  claim.subject = Reference::to_id(*subject);
  claim.relation = link.relation;
  claim.object = Reference::to_id(*object);
  claim.confidence = confidence_text(link.confidence);
  claim.source = Reference::to_id(std::string(kResolver));
  claim.note = link.reason;
  TALENTFLOW_TRY(accept_own({claim, link.line, {}}, link.known));
  if (link.relation == "SAME_AS") {
    ++links_;
    identity_.linked(link.entity);
  }
  TALENTFLOW_TRY(commit_when_full());
  TALENTFLOW_TRY(land());
  evidence_.use(*batch_);
  return {};
}

/// The resolver as a source, described once.
Result<void> ClaimLoad::write_resolver() {
  const auto known = identities_.find_entity(kResolver);
  if (!known.ok()) return known.error();
  if (*known) return {};
  SourceRecord source;
  source.id = kResolver;
  source.properties = {{"publisher", "talentflow resolver"}, {"source_class", "resolver"}};
  return accept_own({source, 0, {}}, kAlways);
}

Result<void> ClaimLoad::accept_own(const Record& record, Instant recorded) {
  Draft draft;
  TALENTFLOW_TRY(read_draft(record, vocabulary_, draft));
  draft.claim.recorded = recorded;
  draft.input = inputs_.empty() ? 0 : static_cast<std::uint32_t>(inputs_.size() - 1);
  const auto outcome = accept(draft);
  if (!outcome.ok()) return outcome.error();
  return {};
}

}  // namespace talentflow::graph
