// Turns of phrase for posts and departures: "has made himself chief of Acme", "is gone for good", "with Acme,
// Blue and Cobalt behind him".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// "has made himself chief executive of X", "named herself chairwoman".
void find_own_appointment(RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const std::size_t job = verb.piece + 2;
  if (!one_of("make|appoint|name|declare|install|crown", verb.lemma) || verb.passive || verb.negated ||
      !engine.told(verb) || !engine.clauses().word_at(verb.piece + 1, "himself|herself") ||
      job >= pieces.size() || !pieces[job].is_noun() || pieces[job].noun.type != NounType::role)
    return;
  const auto organisation = engine.employer_of_job(pieces[job].noun);
  if (!organisation) return;
  for (const Actor& person : engine.people(engine.clauses().subject(verb))) {
    ClaimDraft draft;
    draft.role = pieces[job].noun.role;
    draft.start = engine.event_date(verb);
    engine.remember_employer(person, *organisation);
    engine.claim("own-appointment", "WORKS_AT", person, organisation, &verb, verb.piece, job,
                 std::move(draft));
  }
}

/// "A product manager with Acme, Blue and Cobalt behind him, he ..", "With years at Acme behind her, Ann ..".
void find_places_behind(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "behind") || !pieces[i + 1].is_noun() || !pieces[i - 1].is_noun() ||
        !one_of("him|her|them", pieces[i + 1].is_noun() ? pieces[i + 1].noun.head : ""))
      continue;
    std::vector<Actor> houses = engine.organisations(clauses.group_to(i - 1));
    // the first of them is read as the employer of the job before it
    for (std::size_t k = i; k-- > 0 && k + 8 > i;)
      if (pieces[k].is_noun() && pieces[k].noun.type == NounType::role && !pieces[k].noun.employer.empty())
        if (auto first = engine.organisation(pieces[k].noun.employer.front())) houses.push_back(*first);
    // "behind him, Ann Example joined ..": the one named next, else the one spoken of
    const bool next = clauses.word_at(i + 2, ",") && i + 3 < pieces.size() && engine.is_person_at(i + 3);
    const auto person = next ? engine.person(engine.noun(i + 3)) : engine.last_person();
    if (!person) continue;
    for (const Actor& house : houses) {
      ClaimDraft draft;
      if (engine.published().known()) draft.end = until(engine.published());
      engine.claim("places-behind", "WORKS_AT", *person, house, nullptr, i - 1, i + 1, std::move(draft));
    }
  }
}

/// "Ann Example, on the other hand, is gone for good", "has gone for good": from where the text has her, else
/// from what it is about.
void find_gone_for_good(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    const bool good = clauses.word_at(i, "gone") && clauses.word_at(i + 1, "for") &&
                      pieces[i + 2].is_noun() && pieces[i + 2].noun.head == "good";
    if (!good || !clauses.word_at(i - 1, "is|are|has|have")) continue;
    Verb verb;
    verb.piece = i - 1;
    verb.lemma = "go";
    auto subjects = clauses.subject(verb);
    if (subjects.empty() && pieces[0].is_person()) subjects = {0};
    for (const Actor& person : engine.people(subjects)) {
      auto left = engine.employer_of(person);
      if (!left) left = engine.losing();
      if (!left && engine.document().main_organisation_count() > 0) left = engine.main_organisation();
      if (!left || engine.said("LEFT", person.name, left->name)) continue;
      ClaimDraft draft;
      draft.start = engine.event_date(verb);
      engine.claim("gone-for-good", "LEFT", person, left, &verb, i - 1, i + 2, std::move(draft));
    }
  }
}

/// "is no longer chief executive of X": the post is left.
void find_no_longer(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    const bool ended = engine.clauses().word_at(i, "is|are") && engine.clauses().word_at(i + 1, "no") &&
                       pieces[i + 2].is_noun() && pieces[i + 2].noun.type == NounType::role &&
                       pieces[i + 2].noun.role.starts_with("longer ");
    if (!ended) continue;
    Noun job = pieces[i + 2].noun;
    job.role = job.role.substr(7);
    const auto house = engine.employer_of_job(job);
    if (!house) continue;
    Verb verb;
    verb.piece = i;
    for (const Actor& person : engine.people(engine.clauses().subject(verb))) {
      if (engine.said("LEFT", person.name, house->name)) continue;
      ClaimDraft draft;
      draft.role = job.role;
      draft.start = engine.about_now();
      engine.remember_losing(*house);
      engine.claim("no-longer", "LEFT", person, house, nullptr, i, i + 2, std::move(draft));
    }
  }
}

}  // namespace

void find_turns(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) find_own_appointment(engine, verb);
  find_places_behind(engine);
  find_gone_for_good(engine);
  find_no_longer(engine);
}

}  // namespace talentflow::ingest::text
