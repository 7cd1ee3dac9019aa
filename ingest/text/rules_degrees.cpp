// Degrees told by their nouns, whatever the verb: "after a PhD at Y", "a master's degree from Y followed",
// "with a doctorate fresh from Y", "as an undergraduate at Y", "read physics at Y".
#include <algorithm>

#include "ingest/text/studies.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_degree(const Noun& noun) {
  return !noun.named() && !noun.plural && noun.owner.empty() && noun.type != NounType::pronoun &&
         one_of("phd|ph.d|ph.d.|doctorate|degree|dphil|mba|undergraduate|masters|diploma", noun.head) &&
         noun.described.find("honorary") == std::string::npos;
}

/// Whether somebody only helps, as a supervisor or a companion: "under A", "with A", "of A".
bool stands_beside(const RuleEngine& engine, std::size_t piece) {
  return piece > 0 && engine.clauses().word_at(piece - 1, "under|with|of|by|from|like|alongside|whom");
}

/// Whose degree it is: who does what the verb before says, else the verb behind, else who was spoken of.
std::vector<Actor> holder_of_degree(const RuleEngine& engine, std::size_t degree) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  const Verb* before = nullptr;
  for (const Verb& verb : clauses.verbs())
    if (verb.piece < degree) before = &verb;
  if (before != nullptr) {
    const auto subjects = clauses.subject(*before);
    auto people = engine.people(subjects);
    if (people.size() == 1) return people;
    if (!subjects.empty()) return {};
  }
  for (const Verb& verb : clauses.verbs()) {
    if (verb.piece < degree) continue;
    const auto people = engine.people(clauses.subject(verb));
    if (people.size() == 1 && !stands_beside(engine, clauses.subject(verb).front())) return people;
    break;
  }
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (engine.is_person_at(i) && !stands_beside(engine, i))
      return i < degree ? engine.people({i}) : std::vector<Actor>{};
  if (engine.last_person()) return {*engine.last_person()};
  return {};
}

/// The school behind "at" or "from": over who supervised, the field, and "fresh".
std::optional<std::size_t> school_behind(const RuleEngine& engine, std::size_t degree) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = degree + 1; i + 1 < pieces.size() && i < degree + 8; ++i) {
    if (clauses.word_at(i, ".|;|,|:|who|which|where|while|but|before|after|to|and|then")) return std::nullopt;
    if (pieces[i].kind == Piece::Kind::word && !verb_lemma(pieces[i].lower).empty()) return std::nullopt;
    if (!clauses.word_at(i, "at|from") || !pieces[i + 1].is_noun()) continue;
    const Noun& school = pieces[i + 1].noun;
    if (!school.named() || (school.type == NounType::person && school.sure)) return std::nullopt;
    return i + 1;
  }
  return std::nullopt;
}

void claim_school(RuleEngine& engine, std::string_view rule, const Actor& person, std::size_t school,
                  std::size_t from) {
  Noun noun = engine.noun(school);
  if (noun.type == NounType::place) noun.type = NounType::organisation;
  if (noun.type == NounType::person) noun.type = NounType::organisation;
  auto actor = engine.organisation(noun);
  if (!actor) return;
  if (actor->kind == "Company" || actor->kind == "Place") actor->kind = "University";
  const bool known = std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.relation == "STUDIED_AT" && claim.subject.name == person.name && claim.object &&
           claim.object->name == actor->name;
  });
  if (!known) engine.claim(rule, "STUDIED_AT", person, actor, nullptr, from, school, {});
}

bool is_denied(const RuleEngine& engine, std::size_t piece) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const std::size_t at = engine.pieces()[piece].begin;
  for (std::size_t i = at > 4 ? at - 4 : 0; i < at; ++i)
    if (one_of("not|never|without|no|nor|honorary|offers|offer|awarded|teaches|teaching", tokens[i].lower))
      return true;
  return false;
}

}  // namespace

void find_degrees(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (pieces[i].is_noun() && is_degree(pieces[i].noun) && !is_denied(engine, i)) {
      const auto school = school_behind(engine, i);
      if (!school) continue;
      for (const Actor& person : holder_of_degree(engine, i))
        claim_school(engine, "degree-at", person, *school, i);
    }
    // "read computer science at Y"
    const bool reads = clauses.word_at(i, "read|reads") && i > 0 && pieces[i - 1].is_noun() &&
                       pieces[i + 1].is_noun() && pieces[i + 1].noun.type == NounType::common &&
                       pieces[i + 1].noun.determiner.empty() && clauses.word_at(i + 2, "at");
    if (!reads || i + 3 >= pieces.size() || !pieces[i + 3].is_noun()) continue;
    const Noun& school = pieces[i + 3].noun;
    if (school.kind != "University" && school.type != NounType::place) continue;
    Verb verb;
    verb.piece = i;
    for (const Actor& person : engine.people(clauses.subject(verb)))
      claim_school(engine, "read-at", person, i + 3, i);
  }
}

}  // namespace talentflow::ingest::text
