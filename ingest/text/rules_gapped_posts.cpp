// Posts whose verb is said once: "A became chief executive and B president", "Acme gets a finance chief, A,
// and a head of product, B", "A takes over research and B products".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// The post told last in the sentence before a place in the text.
const TextClaim* post_before(const RuleEngine& engine, std::size_t offset) {
  const TextClaim* found = nullptr;
  for (const auto& claim : engine.claims())
    if (claim.sentence == engine.sentence_index() && claim.begin < offset && !claim.denied && claim.object &&
        one_of("WORKS_AT|JOINED", claim.relation) &&
        one_of("became|took-over-as|named|appointed|promoted|elected|made|chose|elevated|rose-to|took-over|"
               "succeeded-by|gapped-post|will-be|joined-as",
               claim.rule))
      found = &claim;
  return found;
}

/// "and Ann Example president": a name and its post side by side, read as one phrase or as two.
void find_name_and_post(RuleEngine& engine, std::size_t i) {
  const auto& pieces = engine.pieces();
  if (i == 0 || !engine.clauses().word_at(i - 1, "and|,|;|while") || !pieces[i].is_noun()) return;
  const Noun& noun = pieces[i].noun;
  std::optional<Actor> person;
  std::string role;
  if (noun.type == NounType::role && noun.employer.size() == 1 && noun.owner.empty() &&
      noun.employer.front().type == NounType::person && noun.determiner.empty() && !noun.plural) {
    Noun name = noun.employer.front();
    person = engine.person(name);
    role = noun.role;
  } else if (engine.is_person_at(i) && i + 1 < pieces.size() && pieces[i + 1].is_noun() &&
             pieces[i + 1].noun.type == NounType::role && pieces[i + 1].noun.employer.empty()) {
    person = engine.person(noun);
    role = pieces[i + 1].noun.role;
  }
  if (!person || role.empty()) return;
  const std::size_t offset = engine.sentence().sentence.tokens[pieces[i].begin].offset;
  const TextClaim* example = post_before(engine, offset);
  if (example == nullptr || example->subject.name == person->name) return;
  const TextClaim copy = *example;
  ClaimDraft draft;
  draft.role = role;
  if (copy.start.known()) draft.start = copy.start;
  draft.status = copy.status;
  for (const auto& property : copy.properties)
    if (property.first == "planned") draft.properties.push_back(property);
  engine.remember_employer(*person, *copy.object);
  engine.claim("gapped-post", copy.relation, *person, copy.object, nullptr, i, i, std::move(draft));
}

/// "Acme gets a CFO, A, and a product chief, B": each post and its name stand side by side.
void find_listed_posts(RuleEngine& engine, const Verb& verb) {
  if (!one_of("get|hire|gain|add|appoint|name|welcome|recruit|announce|poach|land|bring", verb.lemma) ||
      verb.passive || verb.negated || !engine.told(verb))
    return;
  const auto subjects = engine.clauses().subject(verb);
  if (subjects.size() != 1) return;
  const auto organisation = engine.organisation_at(subjects.front());
  if (!organisation || engine.noun(subjects.front()).type == NounType::person) return;
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i + 2 < pieces.size(); ++i) {
    if (pieces[i].is(".") || pieces[i].is(";")) return;
    const bool post = pieces[i].is_noun() && pieces[i].noun.type == NounType::role &&
                      (pieces[i].noun.indefinite || pieces[i].noun.determiner == "new") &&
                      pieces[i].noun.employer.empty() && !pieces[i].noun.former && !pieces[i].noun.plural;
    if (!post || !engine.clauses().word_at(i + 1, ",|:|-") || !engine.is_person_at(i + 2)) continue;
    if (i > verb.piece + 1 && !engine.clauses().word_at(i - 1, "and|,|plus")) continue;
    const auto person = engine.person(engine.noun(i + 2));
    if (!person || engine.said("JOINED", person->name, organisation->name)) continue;
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    draft.role = pieces[i].noun.role;
    engine.remember_employer(*person, *organisation);
    engine.claim("listed-post", "JOINED", *person, organisation, &verb, i, i + 2, std::move(draft));
  }
}

}  // namespace

void find_gapped_posts(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs())
    if (!verb.possible) find_listed_posts(engine, verb);
  for (std::size_t i = 1; i < engine.pieces().size(); ++i) find_name_and_post(engine, i);
}

}  // namespace talentflow::ingest::text
