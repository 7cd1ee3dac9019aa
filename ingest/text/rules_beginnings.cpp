// Founders of whom a list or a clause tells: "his fellow founders are A and B", "of the 11 founders three
// remain: A, B and C", "the lab he set up with A and B".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool are_founders(const Noun& noun) {
  return noun.type == NounType::role && noun.plural && one_of("founders|co-founders|cofounders", noun.head);
}

/// What "the founders", "his fellow founders" have founded: what the noun says, what he is said to have
/// founded, what the text is about.
std::optional<Actor> founded_by_them(const RuleEngine& engine, std::size_t founders) {
  const Noun& noun = engine.noun(founders);
  if (!noun.employer.empty()) return engine.organisation(noun.employer.front());
  if (!noun.owner.empty() && noun.owner.front().type == NounType::organisation)
    return engine.organisation(noun.owner.front());
  const bool whose = one_of("his|her|their", noun.determiner) ||
                     (!noun.owner.empty() && noun.owner.front().type == NounType::person);
  // a company started before is not the one whose fellow founders follow: the first told of is the news
  for (const auto& claim : engine.claims())
    if (whose && claim.relation == "FOUNDED" && !claim.denied && claim.object) return claim.object;
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim)
    if (claim->relation == "FOUNDED" && !claim->denied && claim->object) return claim->object;
  if (engine.last_organisation()) return engine.last_organisation();
  return std::nullopt;
}

void claim_founders(RuleEngine& engine, std::string_view rule, const std::vector<Actor>& people,
                    const Actor& organisation, std::size_t from, std::size_t to) {
  for (const Actor& person : people)
    if (person.name != organisation.name && !engine.said("FOUNDED", person.name, organisation.name))
      engine.claim(rule, "FOUNDED", person, organisation, nullptr, from, to, {});
}

/// The people of a list that goes on behind semicolons and asides, from a piece on.
std::vector<Actor> people_listed(const RuleEngine& engine, std::size_t from) {
  std::vector<Actor> out;
  const auto& pieces = engine.pieces();
  for (std::size_t at = from; at < pieces.size();) {
    if (!pieces[at].is_noun() || !pieces[at].noun.named()) break;
    const auto names = listed_names(engine, at);
    for (const std::size_t index : names.empty() ? std::vector<std::size_t>{at} : names)
      add_unless_named(out, engine.person(engine.noun(index)));
    // "; B of Acme; and C, a former engineer"
    std::size_t next = (names.empty() ? at : names.back()) + 1;
    while (next < pieces.size() && !pieces[next].is(";") && !pieces[next].is(".")) ++next;
    if (next >= pieces.size() || !pieces[next].is(";")) break;
    ++next;
    if (engine.clauses().word_at(next, "and")) ++next;
    at = next;
  }
  return out;
}

/// A list of people with their jobs and clauses in between: "A, until then a scientist at X, B, who .., and
/// C".
std::vector<Actor> people_with_asides(const RuleEngine& engine, std::size_t from) {
  std::vector<Actor> out;
  for (std::size_t i = from; i < engine.pieces().size() && !engine.clauses().word_at(i, ".|;"); ++i)
    if (engine.is_person_at(i) && (i == from || engine.clauses().word_at(i - 1, ",|and|&")))
      add_unless_named(out, engine.person(engine.noun(i)));
  return out;
}

/// Behind "with": the people named, or those that a description is closed by ("with two fellow students, A
/// and B").
std::vector<Actor> people_behind(const RuleEngine& engine, std::size_t from) {
  constexpr std::size_t kWords = 14;
  const auto& pieces = engine.pieces();
  if (pieces[from].noun.named() || !pieces[from].noun.plural) return people_listed(engine, from);
  for (std::size_t i = from + 1; i + 1 < pieces.size() && i < from + kWords; ++i) {
    if (engine.clauses().word_at(i, ".|;")) break;
    if (engine.clauses().word_at(i, ",|:|-") && engine.is_person_at(i + 1))
      return people_listed(engine, i + 1);
  }
  return {};
}

/// "Then came Acme, begun with A, an engineer, B and C": they and the one spoken of founded it.
void find_begun_with(RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (!one_of("found|start|begin|establish|launch|create|set|build", verb.lemma) || verb.negated ||
      verb.piece < 2 || !clauses.word_at(verb.piece - 1, ",") || !pieces[verb.piece - 2].is_noun())
    return;
  const std::size_t with = clauses.word_at(verb.piece + 1, "up|together") ? verb.piece + 2 : verb.piece + 1;
  if (!clauses.word_at(with, "with|alongside") || with + 1 >= pieces.size() || !pieces[with + 1].is_noun())
    return;
  const Noun& thing = engine.noun(verb.piece - 2);
  const auto organisation =
      thing.named() && thing.type == NounType::organisation ? engine.organisation(thing) : std::nullopt;
  if (!organisation) return;
  auto people = people_with_asides(engine, with + 1);
  if (engine.last_person()) add_unless_named(people, engine.last_person());
  claim_founders(engine, "begun-with", people, *organisation, verb.piece - 2, with + 1);
}

/// "Acme was born in 2024, when A, an engineer, teamed up with B": the two founded it.
void find_born_when(RuleEngine& engine, const Verb& verb) {
  const auto& clauses = engine.clauses();
  const bool joins = (verb.lemma == "get" && clauses.word_at(verb.piece + 1, "together")) ||
                     (verb.lemma == "team" && clauses.word_at(verb.piece + 1, "up")) ||
                     (verb.lemma == "join" && clauses.word_at(verb.piece + 1, "forces")) ||
                     (verb.lemma == "link" && clauses.word_at(verb.piece + 1, "up"));
  if (!joins || verb.negated) return;
  std::optional<Actor> born;
  for (const Verb& other : clauses.verbs()) {
    if (other.piece >= verb.piece || !one_of("bear|begin|start|date|emerge", other.lemma)) continue;
    const auto subjects = clauses.subject(other);
    if (!subjects.empty()) born = engine.organisation_at(subjects.front());
  }
  if (!born || born->kind == "University") return;
  auto people = engine.people(clauses.subject(verb));
  for (const auto& other : engine.people(clauses.behind(verb, "with"))) add_unless_named(people, other);
  if (people.size() >= 2) claim_founders(engine, "born-when", people, *born, verb.piece, verb.piece);
}

/// "The other founders are A and B", "his fellow founders this time are A; B of Acme; and C", "of the
/// original founders only A and B remain", "three of the founders remain: A, B and C".
void find_listed_founders(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !are_founders(pieces[i].noun) || clauses.names_of(i)) continue;
    const std::size_t end = std::min(pieces.size(), i + 9);
    for (std::size_t k = i + 1; k + 1 < end; ++k) {
      if (pieces[k].is(".") || clauses.word_at(k, "not|from|of|who|to")) break;
      const bool lists = pieces[k].is(":") || (clauses.word_at(k, "are|were|include|included") && k < i + 5);
      if (!lists || !pieces[k + 1].is_noun() || pieces[k + 1].noun.type != NounType::person) continue;
      const auto organisation = founded_by_them(engine, i);
      if (!organisation) return;
      claim_founders(engine, "founders-listed", people_listed(engine, k + 1), *organisation, i, k + 1);
      return;
    }
  }
}

/// "Acme, the lab he set up last year with A and B": what was founded stands before the clause.
void find_founded_before(RuleEngine& engine, const Verb& verb) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  const bool founds = one_of("start|begin|establish|launch|build|create", verb.lemma) ||
                      (verb.lemma == "set" && clauses.word_at(verb.piece + 1, "up")) || verb.lemma == "found";
  if (!founds || verb.passive || verb.negated || verb.infinitive || !engine.told(verb)) return;
  // the verb has no object of its own
  for (std::size_t k = verb.piece + 1; k < pieces.size() && k < verb.piece + 3; ++k) {
    if (clauses.word_at(k, "up|together")) continue;
    if (pieces[k].is_noun()) return;
    break;
  }
  const auto subjects = clauses.subject(verb);
  if (subjects.empty() || subjects.front() == 0) return;
  std::size_t thing = subjects.front() - 1;
  if (clauses.word_at(thing, "that|which") && thing > 0) --thing;
  if (clauses.word_at(thing, ",") && thing > 0) --thing;
  if (!pieces[thing].is_noun()) return;
  const Noun& noun = pieces[thing].noun;
  std::optional<Actor> organisation;
  if (noun.type == NounType::common && is_organisation_noun(noun.head) && !noun.plural)
    organisation = described_organisation(engine, thing);
  else if (noun.named() && noun.type == NounType::organisation && thing + 1 < subjects.front())
    organisation = engine.organisation(noun);
  if (!organisation) return;
  auto founders = engine.people(subjects);
  for (std::size_t k = verb.piece + 1; k + 1 < pieces.size() && k < verb.piece + 6; ++k) {
    if (clauses.word_at(k, ".|;|,|who|and")) break;
    if (clauses.word_at(k, "with|alongside") && pieces[k + 1].is_noun())
      for (const auto& other : people_behind(engine, k + 1)) founders.push_back(other);
  }
  for (const Actor& founder : founders) {
    if (founder.name == organisation->name || engine.said("FOUNDED", founder.name, organisation->name))
      continue;
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    engine.claim("founded-before", "FOUNDED", founder, organisation, &verb, thing, verb.piece,
                 std::move(draft));
  }
}

/// "It was with two students, A and B, that he set up Acme": they founded it too.
void find_cleft_companions(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (pieces.size() < 6 || !pieces[0].is_noun() || pieces[0].noun.head != "it" ||
      !clauses.word_at(1, "was|is") || !clauses.word_at(2, "with|together"))
    return;
  for (const Verb& verb : clauses.verbs()) {
    if (verb.negated || verb.possible ||
        !(verb.lemma == "found" || verb.lemma == "start" || verb.lemma == "launch" ||
          verb.lemma == "establish" || (verb.lemma == "set" && clauses.word_at(verb.piece + 1, "up"))))
      continue;
    const auto things = clauses.object(verb.piece, "|up");
    if (things.empty() || !engine.noun(things.front()).named()) return;
    const auto organisation = engine.organisation(engine.noun(things.front()));
    if (!organisation) return;
    for (std::size_t k = 3; k < verb.piece; ++k) {
      if (clauses.word_at(k, "that")) return;
      if (!pieces[k].is_noun() || !pieces[k].noun.named() || pieces[k].noun.type != NounType::person)
        continue;
      if (const auto person = engine.person(pieces[k].noun);
          person && !engine.said("FOUNDED", person->name, organisation->name)) {
        ClaimDraft draft;
        draft.start = engine.event_date(verb);
        engine.claim("cleft-founder", "FOUNDED", *person, organisation, &verb, k, verb.piece,
                     std::move(draft));
      }
    }
    return;
  }
}

}  // namespace

void find_beginnings(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs())
    if (!verb.possible) {
      find_founded_before(engine, verb);
      find_begun_with(engine, verb);
      find_born_when(engine, verb);
    }
  find_listed_founders(engine);
  find_cleft_companions(engine);
}

}  // namespace talentflow::ingest::text
