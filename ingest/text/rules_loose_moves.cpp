// Arrivals and departures read loosely: a word of coming or going and one person, whose house is named by it
// or goes unsaid: "is back at A after five years with B", "arrives as finance chief", "came in 2017 from B",
// "comes with him", "hired away in June by A", "whose eight years at A ended in May".
#include <algorithm>

#include "ingest/text/loose_reading.hpp"
#include "ingest/text/moves.hpp"
#include "ingest/text/phrase_pattern.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool has_joined(const RuleEngine& engine, const Actor& person, const Actor& house) {
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.relation == "JOINED" && claim.subject.name == person.name && claim.object &&
           (claim.sentence == engine.sentence_index() || claim.object->name == house.name);
  });
}

void claim_arrival(RuleEngine& engine, std::string_view rule, const Actor& person, const Actor& house,
                   const Verb& verb, std::size_t to) {
  if (person.name == house.name || has_joined(engine, person, house)) return;
  claim_joined(engine, rule, person, house, verb, to);
}

/// Where those come of whom no house is said: to what the text is about, unless it has them elsewhere or
/// others were just said to come to somewhere else.
std::optional<Actor> house_of_arrivals(const RuleEngine& engine, const Actor& person) {
  const Actor main = engine.main_organisation();
  if (main.name.empty()) return std::nullopt;
  bool known = engine.document().main_organisation_count() >= 2;
  for (const TextClaim& claim : engine.claims()) {
    if (!claim.object || claim.denied || !one_of("JOINED|LEFT|WORKS_AT", claim.relation)) continue;
    const bool here = claim.object->name == main.name;
    known = known || here;
    const bool recent = claim.sentence + 2 >= engine.sentence_index();
    if (claim.relation == "JOINED" && !here && recent) return std::nullopt;
    // "Ann, a researcher at B, signed up": from there; but who was told before to work there came there
    if (claim.subject.name == person.name && claim.end.open() && !here &&
        claim.sentence != engine.sentence_index())
      return std::nullopt;
  }
  return known ? std::optional<Actor>(main) : std::nullopt;
}

/// Whether the text has somebody at a house by another claim than of where he comes from.
bool belongs_to(const RuleEngine& engine, const Actor& person, const Actor& house) {
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.subject.name == person.name && claim.object && claim.object->name == house.name;
  });
}

/// "Ann, the finance chief, who arrived in the summer": whose, the text has not said here.
bool has_bare_job(const RuleEngine& engine, std::size_t person) {
  if (!engine.clauses().word_at(person + 1, ",") || person + 2 >= engine.pieces().size()) return false;
  const Piece& piece = engine.pieces()[person + 2];
  return piece.is_noun() && piece.noun.type == NounType::role && piece.noun.employer.empty() &&
         one_of("the|its", piece.noun.determiner);
}

/// "arrives as finance chief", "came in 2017 from B", "started this month as head of research", "signed up
/// last year": no house is said.
void find_bare_arrival(RuleEngine& engine, const Stretch& stretch, const Verb& verb) {
  const auto& clauses = engine.clauses();
  if (!one_of("arrive|come|start|sign|join", verb.lemma) || verb.passive || verb.infinitive) return;
  bool as_job = false;
  bool from_house = false;
  bool dated = false;
  bool signed_up = verb.lemma != "sign";
  std::size_t last = verb.piece;
  for (std::size_t i = verb.piece + 1; i < stretch.end && i < verb.piece + 9; ++i) {
    const Piece& piece = engine.pieces()[i];
    if (clauses.word_at(i, ",|.|and|who|which|where|but|after|before")) break;
    if (i == verb.piece + 1 && clauses.word_at(i, "up|on") && verb.lemma == "sign") signed_up = true;
    dated = dated || piece.kind == Piece::Kind::date || means(engine, i, "time|moment|summer|spring|autumn");
    if (clauses.word_at(i, "as") && i + 1 < stretch.end && engine.pieces()[i + 1].is_noun() &&
        engine.noun(i + 1).type == NounType::role && engine.noun(i + 1).employer.empty())
      as_job = true;
    if (clauses.word_at(i, "from") && house_at(engine, i + 1)) {
      from_house = true;
      last = ++i;
      continue;
    }
    // a house, a place or a thing that is come to
    if (clauses.word_at(i, "to|at|with|for|under|into|by|up|down|out|across") &&
        !(signed_up && i == verb.piece + 1))
      return;
    if (piece.is_noun() && piece.noun.named()) return;
    last = i;
  }
  const bool enough = verb.lemma == "arrive"  ? as_job || from_house || dated
                      : verb.lemma == "sign"  ? signed_up && dated
                      : verb.lemma == "join"  ? as_job || (dated && last <= verb.piece + 2)
                      : verb.lemma == "start" ? as_job
                                              : as_job || from_house;
  const auto subjects = clauses.subject(verb);
  if (!enough || (!subjects.empty() && has_bare_job(engine, subjects.front()))) return;
  for (const Actor& person : people_named(engine, subjects))
    if (const auto house = house_of_arrivals(engine, person); house && !belongs_to(engine, person, *house))
      claim_arrival(engine, "loose-arrival", person, *house, verb, last);
}

/// "comes with him", "go with her", "followed him": to where he was said to go.
void find_companion(RuleEngine& engine, const Verb& verb) {
  const auto& clauses = engine.clauses();
  if (!one_of("come|go|move|follow|join", verb.lemma) || verb.passive) return;
  for (std::size_t i = verb.piece + 1; i + 1 < engine.pieces().size() && i < verb.piece + 4; ++i) {
    if (!clauses.word_at(i, "with") || !engine.pieces()[i + 1].is_noun()) continue;
    const Noun& other = engine.noun(i + 1);
    if (other.type != NounType::pronoun || !one_of("him|her", other.head)) return;
    for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim) {
      if (claim->relation != "JOINED" || !claim->object || claim->denied) continue;
      if (claim->sentence + 1 < engine.sentence_index()) return;
      const Actor house = *claim->object;
      for (const Actor& person : people_named(engine, clauses.subject(verb)))
        claim_arrival(engine, "loose-companion", person, house, verb, i + 1);
      return;
    }
  }
}

/// "is back at A", ", back with A after five years at B", "is back as chief executive of A".
void find_return(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin + 1; i + 2 < stretch.end; ++i) {
    if (!means(engine, i, "back") || !clauses.word_at(i + 1, "at|with|as|in|to")) continue;
    std::optional<Actor> house;
    if (!clauses.word_at(i + 1, "as"))
      house = house_at(engine, i + 2);
    else if (engine.pieces()[i + 2].is_noun() && !engine.noun(i + 2).employer.empty())
      house = house_of(engine, engine.noun(i + 2).employer.front());
    if (!house) continue;
    Verb verb;
    verb.piece = i;
    std::vector<Actor> people = beside(engine, i);
    std::size_t copula = i;
    while (people.empty() && copula > stretch.begin &&
           engine.pieces()[copula - 1].kind == Piece::Kind::word &&
           is_adverb(engine.pieces()[copula - 1].lower))
      --copula;
    if (people.empty() && copula > stretch.begin && clauses.word_at(copula - 1, "is|are|was|were")) {
      verb = copula_at(engine, copula - 1);
      people = people_named(engine, clauses.subject(verb));
    }
    if (verb.negated || verb.possible) continue;
    for (const Actor& person : people) claim_arrival(engine, "loose-return", person, *house, verb, i + 2);
  }
}

/// "hired away in June 2017 by A": what a sentence without a subject tells of the one it is about.
void find_hired_fragment(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (const Verb& verb : clauses.verbs()) {
    if (verb.piece != stretch.begin || !is_past_form(engine.pieces()[verb.piece].lower)) continue;
    if (!one_of("hire|poach|recruit|lure|take|fetch", verb.lemma)) continue;
    for (std::size_t i = verb.piece + 1; i + 1 < stretch.end && i < verb.piece + 5; ++i) {
      if (!clauses.word_at(i, "by")) continue;
      const auto house = house_at(engine, i + 1);
      bool others = false;
      for (std::size_t k = 0; k < stretch.begin; ++k) others = others || engine.is_person_at(k);
      if (house && !others && engine.last_person())
        claim_arrival(engine, "loose-hired", *engine.last_person(), *house, verb, i + 1);
      break;
    }
  }
}

/// Whose years they are: "Ann's eight years at A", "his time at A", ", whose eight years at A ended".
std::optional<Actor> owner_of_time(const RuleEngine& engine, std::size_t piece) {
  const Noun& noun = engine.noun(piece);
  if (!noun.owner.empty()) return engine.person(noun.owner.front());
  if (noun.determiner == "whose" && piece >= 2 && engine.pieces()[piece - 1].is(",")) {
    for (std::size_t i = piece - 1; i-- > 0;)
      if (engine.is_person_at(i)) return engine.person(engine.noun(i));
    return std::nullopt;
  }
  if (one_of("his|her", noun.determiner)) return engine.last_person();
  return std::nullopt;
}

/// "whose eight years at A ended in May", "Ann's time at A is over", "his decade with A came to an end".
void find_ended_time(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin; i + 3 < stretch.end; ++i) {
    if (!engine.pieces()[i].is_noun() ||
        !means(engine, i, "years|months|decade|decades|time|spell|stint|career|tenure|days|reign|weeks"))
      continue;
    std::size_t at = i + 1;
    std::optional<Actor> house;
    if (clauses.word_at(at, "at|with|in")) {
      house = house_at(engine, at + 1);
      at += 2;
    }
    // "at the head of A's AI effort"
    if (!house && clauses.word_at(i + 1, "at") && i + 2 < stretch.end && engine.pieces()[i + 2].is_noun() &&
        !engine.noun(i + 2).employer.empty()) {
      house = house_of(engine, engine.noun(i + 2).employer.front());
      at = i + 3;
    }
    const bool over = clauses.word_at(at, "is|are|were|was") && clauses.word_at(at + 1, "over|up|done");
    const bool ended = clauses.word_at(at, "ended|ends|end|has|have|came|come|comes|will") &&
                       (clauses.word_at(at, "ended|ends|end") || clauses.word_at(at + 1, "ended|end") ||
                        (clauses.word_at(at + 1, "to") && means(engine, at + 2, "end|close")));
    const auto person = owner_of_time(engine, i);
    if (!person || !house || !(over || ended) || engine.said("LEFT", person->name, house->name)) continue;
    Verb verb = over ? copula_at(engine, at) : Verb{};
    if (!over) {
      verb.piece = at;
      verb.lemma = "end";
      verb.planned = clauses.word_at(at, "will");
      for (const Verb& other : clauses.verbs())
        if (other.piece == at || other.piece == at + 1) verb = other;
    }
    if (verb.possible || verb.negated) continue;
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    if (!verb.planned) engine.remember_losing(*house);
    engine.claim("loose-time-ended", "LEFT", *person, house, &verb, i, at, std::move(draft));
  }
}

}  // namespace

void find_loose_moves(RuleEngine& engine) {
  for (const Stretch& stretch : stretches_of(engine)) {
    for (const Verb& verb : engine.clauses().verbs()) {
      if (verb.piece < stretch.begin || verb.piece >= stretch.end) continue;
      if (verb.possible || verb.negated || !engine.told(verb)) continue;
      find_companion(engine, verb);
      find_bare_arrival(engine, stretch, verb);
    }
    find_return(engine, stretch);
    find_hired_fragment(engine, stretch);
    find_ended_time(engine, stretch);
  }
}

}  // namespace talentflow::ingest::text
