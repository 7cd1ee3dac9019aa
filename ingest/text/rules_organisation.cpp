// Organisations: units they form, takeovers, what belongs to whom, where they sit, what they are called now.
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/country.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_team_noun(std::string_view head) {
  return one_of("force|team|unit|committee|group|division|department|panel|centre|center|lab|laboratory",
                head);
}

/// "Acme has formed an internal task force": a unit of the organisation.
void find_formed_unit(RuleEngine& engine, const Verb& verb) {
  if (!one_of("found|start|launch|establish|set|form|create|build", verb.lemma) || verb.passive ||
      !engine.told(verb))
    return;
  const auto subjects = engine.clauses().subject(verb);
  const auto objects = engine.clauses().object(verb.piece, "|up");
  if (subjects.empty() || objects.empty()) return;
  const Noun& who = engine.noun(subjects.back());
  const Noun& what = engine.noun(objects.front());
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

bool is_takeover(const RuleEngine& engine, const Verb& verb) {
  if (one_of("acquire|buy|purchase|absorb", verb.lemma)) return true;
  if (verb.lemma == "take") return engine.clauses().word_at(verb.piece + 1, "over");
  return verb.lemma == "snap" && engine.clauses().word_at(verb.piece + 1, "up");
}

/// "buys his company": what the person named before it is said to have founded.
std::optional<Actor> company_of_last_person(const RuleEngine& engine, std::size_t index) {
  std::optional<Actor> person = engine.last_person();
  for (std::size_t i = 0; i < index; ++i)
    if (engine.is_person_at(i) && engine.noun(i).named()) person = engine.person(engine.noun(i));
  for (const auto& claim : engine.claims())
    if (person && claim.relation == "FOUNDED" && claim.subject.name == person->name && !claim.denied)
      return claim.object;
  return std::nullopt;
}

/// Who can be bought: an organisation, not a stake, shares or chips.
std::optional<Actor> whole_organisation(const RuleEngine& engine, std::size_t index) {
  const Noun& noun = engine.noun(index);
  if (noun.type == NounType::person && noun.sure) return std::nullopt;
  // "buys the rest of Acme", "takes over what is left of Acme"
  if (!noun.named() && one_of("rest|remainder|remains|whole", noun.head) &&
      engine.clauses().word_at(index + 1, "of") && index + 2 < engine.pieces().size() &&
      engine.pieces()[index + 2].is_noun() && engine.noun(index + 2).named())
    return engine.organisation(engine.noun(index + 2));
  if (noun.named())
    return noun.group.empty() || noun.kind == "Lab" ? engine.organisation(noun) : std::nullopt;
  if (one_of("his|her|their", noun.determiner) && is_organisation_noun(noun.head))
    if (auto own = company_of_last_person(engine, index)) return own;
  return engine.organisation(noun);
}

void find_takeover(RuleEngine& engine, const Verb& verb) {
  if (!is_takeover(engine, verb) || !engine.told(verb)) return;
  const Clauses& clauses = engine.clauses();
  auto first = clauses.subject(verb);
  auto second = clauses.object(verb.piece, verb.passive ? "by|over" : "|over|up");
  if (verb.passive && second.empty()) second = clauses.behind(verb, "by");
  // "Minerva, which Acme bought": the object stands before
  if (!verb.passive && second.empty() && !first.empty() && first.front() > 1 &&
      clauses.word_at(first.front() - 1, "which|that")) {
    std::size_t before = first.front() - 2;
    // "the company which A helped to found and which Acme bought"
    if (clauses.word_at(before, "and"))
      for (std::size_t k = before; k-- > 1;)
        if (clauses.word_at(k, "which|that")) {
          before = k - 1;
          break;
        }
    if (before > 0 && clauses.word_at(before, ",")) --before;
    if (engine.pieces()[before].is_noun()) second = {before};
  }
  if (first.empty() || second.empty()) return;
  const auto subject = whole_organisation(engine, first.back());
  const auto object = whole_organisation(engine, second.front());
  if (!subject || !object) return;
  const Noun& bought_noun = engine.noun(verb.passive ? first.back() : second.front());
  if (verb.lemma == "snap" && bought_noun.type == NounType::person) return;
  if (!bought_noun.named() && verb.negated) return;
  ClaimDraft draft;
  draft.start = engine.event_date(verb);
  if (verb.planned && !draft.start->known()) {
    draft.start = engine.announced_or_unknown(verb);
    if (!draft.start->known()) draft.start = engine.about_now();
  }
  const Actor& buyer = verb.passive ? *object : *subject;
  const Actor& bought = verb.passive ? *subject : *object;
  const Date day = *draft.start;
  engine.claim(verb.passive ? "bought-passive" : "bought", "ACQUIRED", buyer, bought, &verb, verb.piece,
               second.front(), std::move(draft));
  if (verb.passive) return;
  for (std::size_t i = 1; i < second.size(); ++i)  // "has bought A and B"
    if (const auto also = whole_organisation(engine, second[i]);
        also && engine.noun(second[i]).named() && engine.noun(second[i]).type == NounType::organisation) {
      ClaimDraft other;
      other.start = day;
      engine.claim("bought", "ACQUIRED", buyer, also, &verb, verb.piece, second[i], std::move(other));
    }
}

/// "has become part of B", "merged into B", "was folded into B".
void find_merger(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    const bool part = pieces[i].is_noun() ? pieces[i].noun.head == "part" : clauses.word_at(i, "part");
    const bool into = clauses.word_at(i, "into") && i > 0 &&
                      clauses.word_at(i - 1, "merged|folded|merging|absorbed|incorporated");
    if (!(part && clauses.word_at(i + 1, "of")) && !into) continue;
    const std::size_t whole_at = part ? i + 2 : i + 1;
    const bool copula = part && i > 0 &&
                        (clauses.word_at(i - 1, "become|becomes|became|is|now|are") ||
                         (i > 1 && pieces[i - 1].kind == Piece::Kind::word &&
                          is_adverb(pieces[i - 1].lower) && clauses.word_at(i - 2, "is|are")));
    const bool owned = part && i > 1 && clauses.word_at(i - 1, ",");
    if ((part && !copula && !owned) || whole_at >= pieces.size() || !pieces[whole_at].is_noun() ||
        !pieces[whole_at].noun.named())
      continue;
    Verb verb;
    verb.piece = part ? i - 1 : i - 1;
    std::vector<std::size_t> subjects = owned ? std::vector<std::size_t>{i - 2} : clauses.subject(verb);
    if (subjects.empty() || !pieces[subjects.back()].is_noun()) continue;
    const auto unit = engine.organisation(pieces[subjects.back()].noun);
    const auto whole = engine.organisation(pieces[whole_at].noun);
    if (unit && whole && pieces[subjects.back()].noun.type == NounType::organisation)
      engine.claim("part-of", "PART_OF", *unit, whole, nullptr, subjects.back(), whole_at, {});
  }
}

/// "A, a subsidiary of B", "A is owned by B", "B's subsidiary A", "its parent, B".
void find_subsidiary(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool unit_noun =
        pieces[i].is_noun() && !pieces[i].noun.named() &&
        one_of("subsidiary|subsidiaries|unit|division|arm|affiliate|brand|branch|imprint|offshoot",
               pieces[i].noun.head);
    if (unit_noun) {
      const bool behind = i >= 2 && clauses.word_at(i - 1, ",|is|was|became|as|are") &&
                          pieces[i - 2].is_noun() && pieces[i - 2].noun.named();
      std::optional<Actor> whole;
      if (!pieces[i].noun.owner.empty())
        whole = engine.organisation(pieces[i].noun.owner.front());
      else if (clauses.word_at(i + 1, "of") && i + 2 < pieces.size() && pieces[i + 2].is_noun() &&
               pieces[i + 2].noun.named())
        whole = engine.organisation(pieces[i + 2].noun);
      std::optional<Actor> part;
      if (behind && pieces[i - 2].noun.type != NounType::place)
        part = engine.organisation(pieces[i - 2].noun);
      if (part && whole) engine.claim("subsidiary-of", "PART_OF", *part, whole, nullptr, i - 2, i, {});
      continue;
    }
    // "Orbis itself belongs to Norvane"
    if (clauses.word_at(i, "belongs|belonged") && clauses.word_at(i + 1, "to") && i + 2 < pieces.size() &&
        pieces[i + 2].is_noun() && pieces[i + 2].noun.named() &&
        pieces[i + 2].noun.type == NounType::organisation) {
      Verb verb;
      verb.piece = i;
      const auto subjects = clauses.subject(verb);
      if (subjects.empty() || pieces[subjects.back()].noun.type == NounType::person) continue;
      const auto part = engine.organisation(pieces[subjects.back()].noun);
      const auto whole = engine.organisation(pieces[i + 2].noun);
      if (part && whole)
        engine.claim("belongs-to", "PART_OF", *part, whole, nullptr, subjects.back(), i + 2, {});
      continue;
    }
    // "A (wholly) owned by B"
    if (clauses.word_at(i, "owned") && clauses.word_at(i + 1, "by") && i + 2 < pieces.size() &&
        pieces[i + 2].is_noun()) {
      Verb verb;
      verb.piece = i;
      verb.passive = true;
      auto subjects = clauses.subject(verb);
      if (subjects.empty()) continue;
      const auto part = engine.organisation(pieces[subjects.back()].noun);
      const auto whole = pieces[i + 2].noun.type == NounType::organisation
                             ? engine.organisation(pieces[i + 2].noun)
                             : std::nullopt;
      if (part && whole)
        engine.claim("owned-by", "PART_OF", *part, whole, nullptr, subjects.back(), i + 2, {});
    }
  }
}

/// "has changed its name to B", "was renamed B", "rebranded as B".
void find_new_name(RuleEngine& engine, const Verb& verb) {
  const bool changes = verb.lemma == "change" && engine.mentions("name");
  const bool renames = one_of("rename|rebrand", verb.lemma);
  if ((!changes && !renames) || verb.negated || !engine.told(verb)) return;
  const auto subjects = engine.clauses().subject(verb);
  auto names =
      changes ? engine.clauses().behind(verb, "to") : engine.clauses().object(verb.piece, "|as|itself|to");
  if (names.empty() && renames) names = engine.clauses().behind(verb, "as|to");
  if (subjects.empty() || names.empty()) return;
  const auto before = engine.organisation(engine.noun(subjects.back()));
  Noun named = engine.noun(names.front());
  if (!named.named()) return;
  const auto after = engine.organisation(named);
  if (!before || !after) return;
  ClaimDraft draft;
  draft.start = engine.event_date(verb);
  engine.claim("renamed", "RENAMED_TO", *before, after, &verb, verb.piece, names.front(), std::move(draft));
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

/// "The company is called Fathom": the unnamed organisation of the sentence before gets its name.
void find_called(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    if (!engine.clauses().word_at(i, "called|named|dubbed") || !engine.clauses().word_at(i - 1, "is|be") ||
        !pieces[i + 1].is_noun() || !pieces[i + 1].noun.named())
      continue;
    if (!engine.last_organisation() || !engine.last_organisation()->described) return;
    const Actor unnamed = *engine.last_organisation();
    const Actor named{pieces[i + 1].noun.name, "Company", pieces[i + 1].noun.id, false};
    for (auto& claim : engine.claims()) {
      if (claim.object && claim.object->id == unnamed.id) claim.object = named;
      if (claim.subject.id == unnamed.id && !unnamed.id.empty()) claim.subject = named;
    }
    engine.remember_organisation(named);
    return;
  }
}

}  // namespace

void find_organisations(RuleEngine& engine) {
  for (std::size_t i = 0; i < engine.pieces().size(); ++i)
    if (engine.pieces()[i].is_noun()) claim_owner(engine, engine.pieces()[i].noun, i);
  find_called(engine);
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.possible) continue;
    find_formed_unit(engine, verb);
    find_takeover(engine, verb);
    find_new_name(engine, verb);
  }
  find_merger(engine);
  find_subsidiary(engine);
}

}  // namespace talentflow::ingest::text
