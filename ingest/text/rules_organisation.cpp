// Organisations: who founded them, what they formed, what they bought, what belongs to whom.
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_founding(std::string_view lemma) {
  return lemma == "found" || lemma == "start" || lemma == "launch" || lemma == "establish" ||
         lemma == "set" || lemma == "form" || lemma == "create" || lemma == "build";
}

bool is_team_noun(std::string_view head) {
  return head == "force" || head == "team" || head == "unit" || head == "committee" || head == "group" ||
         head == "division" || head == "department" || head == "panel" || head == "centre" ||
         head == "center" || head == "lab" || head == "laboratory";
}

/// The thing founded: by its name, by the name that follows ("a company called X"), or described.
std::optional<Actor> founded_thing(RuleEngine& engine, std::size_t index, const Actor& founder,
                                   bool found_verb) {
  const auto& pieces = engine.pieces();
  const Noun& noun = pieces[index].noun;
  if (noun.named()) {
    if (!noun.can_be_organisation() || !noun.group.empty()) return std::nullopt;
    if (!found_verb && !noun.sure && noun.id.empty()) return std::nullopt;  // "launched Red": a product
    return engine.organisation(noun);
  }
  if (noun.type != NounType::common || !is_organisation_noun(noun.head)) return std::nullopt;
  if (index + 2 < pieces.size() &&
      (pieces[index + 1].is("called") || pieces[index + 1].is("named") || pieces[index + 1].is("dubbed")) &&
      pieces[index + 2].is_noun() && pieces[index + 2].noun.can_be_organisation())
    return engine.organisation(pieces[index + 2].noun);
  if (!noun.indefinite) return std::nullopt;
  return engine.describe("org", noun, "", "founded by", founder);
}

void find_founding(RuleEngine& engine, const Verb& verb) {
  if (!is_founding(verb.lemma) || (verb.infinitive && !verb.planned)) return;
  const bool found_verb = verb.lemma == "found";
  const Clauses& clauses = engine.clauses();
  std::vector<Actor> founders;
  std::vector<std::size_t> things;
  if (verb.passive) {
    founders = engine.people(clauses.object(verb.piece, "by|up"));
    things = clauses.subject(verb);
  } else {
    founders = engine.people(clauses.subject(verb));
    things = clauses.object(verb.piece, "|up");
  }
  if (founders.empty() || things.empty()) return;
  const auto thing = founded_thing(engine, things.front(), founders.front(), found_verb || verb.passive);
  if (!thing) return;
  for (const auto& founder : founders) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    engine.claim(verb.passive ? "founded-passive" : "founded", "FOUNDED", founder, thing, &verb, verb.piece,
                 things.front(), std::move(draft));
  }
}

/// "Acme has formed an internal task force": a unit of the organisation.
void find_formed_unit(RuleEngine& engine, const Verb& verb) {
  if (!is_founding(verb.lemma) || verb.passive || (verb.infinitive && !verb.planned)) return;
  const auto subjects = engine.clauses().subject(verb);
  const auto objects = engine.clauses().object(verb.piece, "|up");
  if (subjects.empty() || objects.empty()) return;
  const Noun& who = engine.pieces()[subjects.back()].noun;
  const Noun& what = engine.pieces()[objects.front()].noun;
  if (engine.person(who)) return;  // people found; organisations form units
  if (what.named() || !what.indefinite || !is_team_noun(what.head)) return;
  const auto organisation = engine.organisation(who);
  if (!organisation) return;
  const auto before = engine.last_organisation();
  const Actor unit = engine.describe("org", what, "Team", "of", *organisation);
  engine.remember_organisation(before ? *before : *organisation);
  ClaimDraft draft;
  draft.start = engine.event_date(verb);
  engine.claim("formed-unit", "FORMED", *organisation, unit, &verb, verb.piece, objects.front(), draft);
  engine.claim("formed-unit", "PART_OF", unit, organisation, &verb, verb.piece, objects.front(), {});
}

void find_takeover(RuleEngine& engine, const Verb& verb) {
  if ((verb.lemma != "acquire" && verb.lemma != "buy") || (verb.infinitive && !verb.planned)) return;
  const Clauses& clauses = engine.clauses();
  const auto first = clauses.subject(verb);
  const auto second = clauses.object(verb.piece, verb.passive ? "by" : "");
  if (first.empty() || second.empty()) return;
  const auto subject = engine.organisation(engine.pieces()[first.back()].noun);
  const auto object = engine.organisation(engine.pieces()[second.front()].noun);
  if (!subject || !object) return;
  ClaimDraft draft;
  draft.start = engine.event_date(verb);
  const Actor& buyer = verb.passive ? *object : *subject;
  const Actor& bought = verb.passive ? *subject : *object;
  engine.claim(verb.passive ? "bought-passive" : "bought", "ACQUIRED", buyer, bought, &verb, verb.piece,
               second.front(), std::move(draft));
}

/// "Acme's Blue AI models", "Acme's Robot Labs": the named unit is part of its owner.
void claim_owner(RuleEngine& engine, const Noun& noun, std::size_t piece) {
  const bool unit = !noun.group.empty() || noun.kind == "Lab" || noun.kind == "Team";
  if (noun.named() && !noun.owner.empty() && unit && noun.can_be_organisation() &&
      noun.owner.front().type == NounType::organisation) {
    const auto part = engine.organisation(noun);
    const auto whole = engine.organisation(noun.owner.front());
    if (part && whole) engine.claim("owner-of-unit", "PART_OF", *part, whole, nullptr, piece, piece, {});
  }
  for (const Noun& employer : noun.employer) claim_owner(engine, employer, piece);
}

}  // namespace

void find_foundings(RuleEngine& engine) {
  for (std::size_t i = 0; i < engine.pieces().size(); ++i)
    if (engine.pieces()[i].is_noun()) claim_owner(engine, engine.pieces()[i].noun, i);
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.possible) continue;
    find_founding(engine, verb);
    find_formed_unit(engine, verb);
    find_takeover(engine, verb);
  }
}

}  // namespace talentflow::ingest::text
