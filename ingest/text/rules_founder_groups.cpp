// Founders told in groups and by their number: "the fourth founder, A", "his co-founders, A and B", "the
// other two, A and B, stay", "A and B are the only founders still there".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_founder_noun(std::string_view head) {
  return one_of("founder|founders|co-founder|co-founders|cofounder|cofounders", head);
}

void claim_founder(RuleEngine& engine, std::string_view rule, const Actor& person, const Actor& organisation,
                   std::size_t from, std::size_t to) {
  if (person.name == organisation.name || engine.said("FOUNDED", person.name, organisation.name)) return;
  engine.claim(rule, "FOUNDED", person, organisation, nullptr, from, to, {});
}

/// Whether the word stands in the phrase of a piece.
bool has_word(const RuleEngine& engine, std::size_t piece, std::string_view words) {
  const auto& tokens = engine.sentence().sentence.tokens;
  for (std::size_t i = engine.pieces()[piece].begin; i < engine.pieces()[piece].end; ++i)
    if (one_of(words, tokens[i].lower)) return true;
  return false;
}

/// "the fourth founder, A, ..", "A, the fourth founder,", "another co-founder, A,".
void find_numbered(RuleEngine& engine, std::size_t i) {
  const Noun& job = engine.noun(i);
  const bool bare = job.employer.empty() && job.owner.empty() && !job.plural;
  const bool numbered = has_word(engine, i, "second|third|fourth|fifth|sixth|last|other|remaining|another") ||
                        engine.clauses().word_at(i > 0 ? i - 1 : 0, "second|third|last|another");
  if (!bare || !numbered) return;
  const auto organisation = engine.organisation_of_founders();
  if (!organisation) return;
  std::vector<std::size_t> names;
  if (const auto* found = engine.clauses().names_of(i)) names = *found;
  if (names.empty())
    if (const auto holder = engine.clauses().holder_of(i)) names = {*holder};
  if (names.empty() && engine.clauses().word_at(i + 1, ",") && engine.is_person_at(i + 2)) names = {i + 2};
  for (const Actor& person : engine.people(names))
    claim_founder(engine, "numbered-founder", person, *organisation, i, i);
}

/// "His co-founders, A and B, come from Blue": they founded what he did, and he did.
void find_his(RuleEngine& engine, std::size_t i) {
  const Noun& job = engine.noun(i);
  if (!has_word(engine, i, "his|her|their") || !job.owner.empty() || !job.employer.empty()) return;
  std::vector<Actor> people;
  if (const auto* names = engine.clauses().names_of(i)) people = engine.people(*names);
  if (people.empty() && engine.clauses().word_at(i + 1, ",|:|-") && engine.is_person_at(i + 2))
    people = engine.people(engine.clauses().group_from(i + 2));
  if (people.empty()) return;
  std::optional<Actor> first;
  for (std::size_t k = i; k-- > 0 && !first;)
    if (engine.is_person_at(k)) first = engine.person(engine.noun(k));
  if (!first) first = engine.last_person();
  if (!first) return;
  std::optional<Actor> organisation;
  for (const auto& claim : engine.claims())
    if (claim.relation == "FOUNDED" && claim.subject.name == first->name && !claim.denied)
      organisation = claim.object;
  if (!organisation) organisation = engine.employer_of(*first);
  if (!organisation) organisation = engine.organisation_of_founders();
  if (!organisation) organisation = engine.last_organisation();
  if (!organisation || organisation->kind == "University") return;
  for (const Actor& person : people) claim_founder(engine, "his-founders", person, *organisation, i, i);
  claim_founder(engine, "his-founders", *first, *organisation, i, i);
}

/// "The other two, A and B, stay", where the sentence before told of the rest of the founders.
void find_others(RuleEngine& engine) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  if (pieces.size() < 4 || engine.group_events().empty() || !engine.group_events().front().founders) return;
  std::size_t at = 0;
  bool other = false;
  while (at < pieces.size() && at < 4 && clauses.word_at(at, "the|other|remaining|two|three|four|only|one")) {
    other = other || clauses.word_at(at, "other|remaining");
    ++at;
  }
  if (!other || !clauses.word_at(at, ",|:") || !engine.is_person_at(at + 1)) return;
  const Actor organisation =
      engine.group_events().front().founded.value_or(engine.group_events().front().object);
  for (const std::size_t index : clauses.group_from(at + 1))
    for (const Actor& person : engine.people({index})) {
      claim_founder(engine, "other-founders", person, organisation, at + 1, index);
      if (engine.noun(index).role.empty() || !engine.noun(index).employer.empty()) continue;
      Noun job = engine.noun(index);
      Noun employer;
      employer.type = NounType::organisation;
      employer.name = organisation.name;
      employer.kind = organisation.kind;
      employer.id = organisation.id;
      employer.sure = true;
      job.employer = {employer};
      claim_job(engine, person, job, "other-founders-post", index, index);
    }
}

/// "A and B are the only founders still there".
void find_only(RuleEngine& engine, std::size_t i) {
  const Noun& job = engine.noun(i);
  if (!job.plural || !job.employer.empty() || !job.owner.empty() || i < 2) return;
  std::size_t at = i;
  while (at > 1 && engine.clauses().word_at(at - 1, "the|only|remaining|last|two|also|both|now")) --at;
  if (!engine.clauses().word_at(at - 1, "are|were|remain") || !engine.pieces()[at - 2].is_noun()) return;
  const auto organisation = engine.organisation_of_founders();
  if (!organisation) return;
  const auto people = engine.people(engine.clauses().group_to(at - 2));
  if (people.size() < 2) return;
  const bool there = engine.mentions("still") || engine.mentions("remaining") || engine.mentions("left");
  for (const Actor& person : people) {
    claim_founder(engine, "only-founders", person, *organisation, at - 2, i);
    if (!there) continue;
    ClaimDraft draft;
    draft.end = Date::open_date();
    engine.claim("founders-still-there", "WORKS_AT", person, organisation, nullptr, at - 2, i,
                 std::move(draft));
  }
}

}  // namespace

/// What the text was last said to have founders of.
std::optional<Actor> RuleEngine::organisation_of_founders() const {
  for (std::size_t back = 0; back <= index_; ++back) {
    const auto& told = document_.sentences()[index_ - back].pieces;
    for (auto piece = told.rbegin(); piece != told.rend(); ++piece) {
      if (!piece->is_noun()) continue;
      const Noun& noun = piece->noun;
      const std::string role = noun.role.empty() ? noun.head : noun.role;
      if (role.find("ounder") == std::string::npos) continue;
      if (!noun.employer.empty())
        if (auto found = organisation(noun.employer.front())) return found;
      if (!noun.owner.empty() && noun.owner.front().type == NounType::organisation)
        if (auto found = organisation(noun.owner.front())) return found;
    }
    for (auto claim = out_.rbegin(); claim != out_.rend(); ++claim)
      if (claim->sentence + back == index_ && claim->relation == "FOUNDED" && claim->object && !claim->denied)
        return claim->object;
  }
  return std::nullopt;
}

void find_founder_groups(RuleEngine& engine) {
  find_others(engine);
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (!engine.pieces()[i].is_noun() || engine.noun(i).type != NounType::role ||
        !is_founder_noun(engine.noun(i).head))
      continue;
    find_numbered(engine, i);
    find_his(engine, i);
    find_only(engine, i);
  }
}

}  // namespace talentflow::ingest::text
