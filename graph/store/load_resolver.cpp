// After the last record: whom the names of this load mean.
//
// What is decided is written as claims of the source `resolver`, with the reason: SAME_AS where there is a
// clear winner, POSSIBLY_SAME_AS towards each candidate where there is none, and then the name stands in the
// review list. Such a claim is as old as the newest evidence that it rests on, so that a reading of an
// earlier time makes of a name what was known by then. Nothing is ever joined but by these claims, which can
// be withdrawn.
#include <cmath>
#include <set>

#include "graph/names/kinds.hpp"
#include "graph/store/claim_key.hpp"
#include "graph/store/description.hpp"
#include "graph/store/keys.hpp"
#include "graph/store/load.hpp"

namespace talentflow::graph {
namespace {

constexpr std::string_view kResolver = "resolver";
constexpr double kSharedId = 0.97;
constexpr std::size_t kReadInBatch = 20'000;
constexpr double kAskedAgain = 0.45;

bool is_person(const Profile& profile) { return profile.kind == "Person"; }

std::string confidence_text(double confidence) {
  std::string text = std::to_string(std::round(confidence * 100.0) / 100.0);
  return text.substr(0, 4);
}

}  // namespace

Result<void> ClaimLoad::resolve_identities() {
  TALENTFLOW_TRY(recall_unfinished());
  const bool none = organisations_.count() == 0 && persons_.count() == 0 && person_schemes_.empty() &&
                    organisation_schemes_.empty();
  const bool met = name_marks_ && !name_marks_->empty();
  if (none && reopened_.empty() && shared_ids_.count() == 0 && !met) return {};
  // A small batch is read as it is, so that a small load stays one write; a large one from the store.
  if (row_.claims > kReadInBatch) TALENTFLOW_TRY(commit());
  TALENTFLOW_TRY(land());
  evidence_.use(*batch_);
  identity_.forget();
  TALENTFLOW_TRY(reopen_by_names());
  TALENTFLOW_TRY(find_abbreviated());
  TALENTFLOW_TRY(join_by_ids());
  TALENTFLOW_TRY(find_namesakes());
  // Organisations first: where somebody works is evidence of who he is.
  TALENTFLOW_TRY(resolve_identified_organisations());
  TALENTFLOW_TRY(resolve_all(false));
  TALENTFLOW_TRY(resolve_identified_persons());
  return resolve_all(true);
}

/// Older names of which more is known now, then those of this load.
Result<void> ClaimLoad::resolve_all(bool persons) {
  resolving_ = 0;
  for (EntityNumber entity = reopened_.after(0); entity != 0; entity = reopened_.after(entity)) {
    const auto id = evidence_.entity_id(entity);
    if (!id.ok()) return id.error();
    if (id->starts_with(kPersonName) == persons)
      TALENTFLOW_TRY(resolve_mention(entity, reopened_.line(entity)));
  }
  return (persons ? persons_ : organisations_).drain([&](const Mention& mention) -> Result<void> {
    resolving_ = mention.entity;
    return may_be_another(mention) ? resolve_mention(mention.entity, mention.line) : Result<void>();
  });
}

/// There may be as many as descriptions: two registers that know the same people.
Result<void> ClaimLoad::note_shared(const SharedId& shared) {
  std::string record = keys::number32(shared.entity);
  keys::append32(record, shared.other);
  keys::append64(record, shared.line);
  return shared_ids_.add(record + shared.id);
}

Result<void> ClaimLoad::join_by_ids() {
  return shared_ids_.drain([&](std::string_view record) -> Result<void> {
    SharedId shared;
    shared.entity = keys::read32(record.substr(0, 4)).value_or(0);
    shared.other = keys::read32(record.substr(4, 4)).value_or(0);
    shared.line = keys::read64(record.substr(8, 8)).value_or(0);
    shared.id = record.substr(16);
    return join_by_id(shared);
  });
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

Result<void> ClaimLoad::resolve_mention(EntityNumber entity, std::uint64_t line) {
  const auto root = identity_.root(entity);
  if (!root.ok()) return root.error();
  if (*root != entity) return {};
  const auto subject = identity_.profile(entity);
  if (!subject.ok()) return subject.error();
  const auto numbers = candidates_of(*subject);
  if (!numbers.ok()) return numbers.error();
  const auto profiles = profiles_of(*subject, *numbers);
  if (!profiles.ok()) return profiles.error();
  if (profiles->empty()) return {};
  std::vector<const Profile*> candidates;
  for (const Profile& profile : *profiles) candidates.push_back(&profile);
  return write_verdict(*subject, choose(*subject, candidates, is_person(*subject), Asked::mention), line);
}

/// Of those that are of a fitting kind.
Result<std::vector<Profile>> ClaimLoad::profiles_of(const Profile& subject,
                                                    const std::vector<EntityNumber>& numbers) {
  std::vector<Profile> profiles;
  for (const EntityNumber number : numbers) {
    auto profile = identity_.profile(number);
    if (!profile.ok()) return profile.error();
    if (kinds_fit(subject.kind, profile->kind, profile->labels, vocabulary_))
      profiles.push_back(profile.take());
  }
  return profiles;
}

/// A link to the winner, unless that was taken back once; else a question, unless nobody is left to ask
/// about.
Result<void> ClaimLoad::write_verdict(const Profile& subject, Verdict verdict, std::uint64_t line) {
  if (verdict.winner != nullptr) {
    const auto back = identity_.taken_back(subject.entity, verdict.winner->entity);
    if (!back.ok()) return back.error();
    if (*back) {
      verdict.winner = nullptr;
      verdict.reason = "a link for this reason was taken back: " + verdict.reason;
      verdict.ranked.front().confidence = kAskedAgain;
    }
  }
  if (verdict.winner != nullptr)
    return write_link({subject.entity, verdict.winner->entity, "SAME_AS", verdict.ranked.front().confidence,
                       verdict.reason, verdict.ranked.front().judgement.known, line});
  return verdict.ranked.empty() ? Result<void>() : write_review(subject, verdict, line);
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
  TALENTFLOW_TRY(write_link_claim(link));
  TALENTFLOW_TRY(commit_when_full());
  TALENTFLOW_TRY(land());
  evidence_.use(*batch_);
  return {};
}

Result<void> ClaimLoad::write_link_claim(const Link& link) {
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
