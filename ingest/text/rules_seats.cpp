// Where organisations sit, told at some distance from the name: "Acme, a maker of robots in Oslo", "Acme
// (AC) in Oslo", "started in Oslo by A", "which she founded in Oslo", "one of Oslo's start-ups", "opened its
// headquarters in Oslo".
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_town(const RuleEngine& engine, std::size_t piece) {
  if (piece >= engine.pieces().size() || !engine.pieces()[piece].is_noun()) return false;
  const Noun& noun = engine.noun(piece);
  const std::string lower = ascii_lower(noun.name);
  return noun.type == NounType::place && !is_region(lower) && (is_city(lower) || noun.sure) &&
         (is_city(lower) || engine.clauses().word_at(piece + 1, ","));
}

bool is_firm_noun(const Noun& noun) {
  return noun.type == NounType::common && !noun.named() && !noun.plural && is_organisation_noun(noun.head);
}

std::optional<Actor> named_firm(const RuleEngine& engine, std::size_t piece) {
  if (piece >= engine.pieces().size() || !engine.pieces()[piece].is_noun()) return std::nullopt;
  const Noun& noun = engine.noun(piece);
  if (noun.type == NounType::role && noun.owner.empty() && noun.employer.size() == 1 &&
      noun.employer.front().named())
    return engine.organisation(noun.employer.front());
  if (!noun.named() || noun.type != NounType::organisation || !noun.group.empty()) return std::nullopt;
  return engine.organisation(noun);
}

void claim_seat_in(RuleEngine& engine, std::string_view rule, const std::optional<Actor>& organisation,
                   std::size_t from, std::size_t town) {
  const std::string& place = engine.noun(town).name;
  if (!organisation || organisation->name == place || engine.said("LOCATED_IN", organisation->name, place))
    return;
  engine.claim(rule, "LOCATED_IN", *organisation, Actor{place, "Place", "", false}, nullptr, from, town, {});
}

/// "Acme, a maker of robots in Oslo,", "a new company, Acme, in Oslo": the town behind a description.
void find_behind_description(RuleEngine& engine, std::size_t town) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  if (town < 3 || !clauses.word_at(town - 1, "in|of|near")) return;
  // "a new company, Acme, in Oslo"
  if (town >= 4 && clauses.word_at(town - 2, ",") && pieces[town - 3].is_noun()) {
    const bool described = town >= 5 && clauses.word_at(town - 4, ",") && pieces[town - 5].is_noun() &&
                           is_firm_noun(engine.noun(town - 5));
    if (described) claim_seat_in(engine, "place-of-aside", named_firm(engine, town - 3), town - 3, town);
    return;
  }
  std::size_t at = town - 2;
  // "a maker of robots in Oslo": over what it makes
  while (at >= 2 && pieces[at].is_noun() && !pieces[at].noun.named() && !is_firm_noun(engine.noun(at)) &&
         clauses.word_at(at - 1, "of|for|on") && pieces[at - 2].is_noun())
    at -= 2;
  if (!pieces[at].is_noun() || !is_firm_noun(engine.noun(at)) || at < 2) return;
  if (!clauses.word_at(at - 1, ",|is|was") || clauses.word_at(at - 1, "not")) return;
  claim_seat_in(engine, "place-of-description", named_firm(engine, at - 2), at - 2, town);
}

/// "Acme University (AU) in Oslo": the town behind the short form.
void find_behind_bracket(RuleEngine& engine, std::size_t town) {
  const auto& clauses = engine.clauses();
  if (town < 5 || !clauses.word_at(town - 1, "in|of") || !clauses.word_at(town - 2, ")") ||
      !clauses.word_at(town - 4, "("))
    return;
  claim_seat_in(engine, "place-behind-bracket", named_firm(engine, town - 5), town - 5, town);
}

/// "started in Oslo last year by A", "which she founded in Oslo", "opened its headquarters in Oslo".
void find_of_verb(RuleEngine& engine, const Verb& verb, std::size_t town) {
  const auto& clauses = engine.clauses();
  if (verb.piece > town || town < 1 || !clauses.word_at(town - 1, "in") || verb.negated || verb.possible)
    return;
  const bool founds = one_of("found|start|establish|set|launch|form|base|headquarter", verb.lemma);
  const bool opens = one_of("open|move|build|have|set", verb.lemma);
  const bool near = town - verb.piece <= 5;
  if (!near || (!founds && !opens)) return;
  bool between_named = false;
  bool headquarters = false;
  for (std::size_t i = verb.piece + 1; i + 1 < town; ++i) {
    if (!engine.pieces()[i].is_noun()) continue;
    between_named = between_named || engine.noun(i).named();
    headquarters = headquarters || one_of("headquarters|hq|base|seat", engine.noun(i).head);
  }
  if (opens && headquarters) {
    const auto subjects = clauses.subject(verb);
    if (subjects.size() == 1)
      claim_seat_in(engine, "headquarters-in", named_firm(engine, subjects.front()), subjects.front(), town);
    return;
  }
  if (!founds || between_named || !engine.told(verb)) return;
  // "which she founded in Oslo", "Acme, started in Oslo by A"
  std::vector<std::size_t> things;
  if (verb.passive) {
    things = clauses.subject(verb);
  } else if (verb.piece + 2 == town) {
    const auto subjects = clauses.subject(verb);
    if (!subjects.empty() && subjects.front() > 1 && clauses.word_at(subjects.front() - 1, "which|that")) {
      std::size_t thing = subjects.front() - 2;
      if (thing > 0 && clauses.word_at(thing, ",")) --thing;
      things = {thing};
    }
  }
  if (things.size() != 1) return;
  const auto organisation = engine.pieces()[things.front()].is_noun() && !engine.noun(things.front()).named()
                                ? engine.organisation_at(things.front())
                                : named_firm(engine, things.front());
  claim_seat_in(engine, "founded-in", organisation, things.front(), town);
}

/// "Acme, the best known of Oslo's companies", "Acme, one of Oslo's start-ups".
void find_one_of_towns(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 2; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !engine.noun(i).plural || engine.noun(i).owner.empty() ||
        engine.noun(i).owner.front().type != NounType::place || !is_organisation_noun(engine.noun(i).head))
      continue;
    const std::string& place = engine.noun(i).owner.front().name;
    if (!is_city(ascii_lower(place)) || is_region(ascii_lower(place))) continue;
    std::size_t at = i;
    while (at > 0 && !engine.clauses().word_at(at, ",") && i - at < 6) --at;
    const bool picked = engine.noun(i).determiner == "one of" || engine.clauses().word_at(i - 1, "of");
    if (!picked || at == 0 || !engine.clauses().word_at(at, ",")) continue;
    const auto organisation = named_firm(engine, at - 1);
    if (organisation && organisation->name != place)
      engine.claim("one-of-town", "LOCATED_IN", *organisation, Actor{place, "Place", "", false}, nullptr,
                   at - 1, i, {});
  }
}

}  // namespace

void find_seats(RuleEngine& engine) {
  for (std::size_t town = 0; town < engine.pieces().size(); ++town) {
    if (!is_town(engine, town)) continue;
    find_behind_description(engine, town);
    find_behind_bracket(engine, town);
    for (const Verb& verb : engine.clauses().verbs()) find_of_verb(engine, verb, town);
  }
  find_one_of_towns(engine);
}

}  // namespace talentflow::ingest::text
