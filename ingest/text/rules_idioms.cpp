// Arrivals and departures told by several words: "bade farewell to Acme", "swapped Acme for Blue", "came on
// board", "has ended ten years with Acme", "the turn of Ann", "on her way out".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// A verb and the word that follows it, directly or as the head of its object.
struct Idiom {
  std::string_view rule;
  std::string_view lemma;
  std::string_view follows;       ///< "a|b"
  std::string_view prepositions;  ///< before the organisation
};
constexpr Idiom kDepartures[] = {
    {"bade-farewell", "bid", "farewell|adieu|goodbye", "to"},
    {"said-goodbye", "say", "farewell|goodbye", "to"},
    {"took-leave", "take", "leave", "of"},
    {"called-it-a-day", "call", "time|day", "on|at"},
    {"cut-ties", "cut", "ties|links", "with"},
    {"severed-ties", "sever", "ties|links", "with"},
    {"walked-away", "walk", "away", "from"},
    {"packed-bags", "pack", "bags", "at"},
    {"cleared-desk", "clear", "desk", "at"},
};
constexpr Idiom kArrivals[] = {
    {"came-over", "come", "over|across|aboard|on board", "to|at|with"},
    {"went-over", "go", "over|across", "to"},
    {"crossed-to", "cross", "over", "to"},
    {"took-helm", "take", "charge|helm|reins", "of|at"},
    {"jumped-ship", "jump", "ship", "to|for"},
    {"made-move", "make", "move|switch|jump|leap|transition|return", "to"},
    {"threw-in-lot", "throw", "lot", "with"},
    {"found-home", "found", "home|job|place|post", "at|with"},
};

/// Whether the words stand behind the verb, or in its object.
bool follows(const RuleEngine& engine, const Verb& verb, std::string_view words) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 4; ++i) {
    if (pieces[i].kind == Piece::Kind::punctuation) return false;
    if (pieces[i].is_noun() && (pieces[i].noun.named() || !pieces[i].noun.owner.empty())) return false;
    if (engine.clauses().word_at(i, words)) return true;
    if (pieces[i].is_noun() && one_of(words, pieces[i].noun.head)) return true;
    if (pieces[i].is("on") && i + 1 < pieces.size() &&
        (engine.clauses().word_at(i + 1, "board") ||
         (pieces[i + 1].is_noun() && pieces[i + 1].noun.head == "board" &&
          pieces[i + 1].noun.determiner.empty())))
      return one_of(words, "on board");
  }
  return false;
}

std::optional<Actor> named_organisation(const RuleEngine& engine, const std::vector<std::size_t>& nouns) {
  return nouns.empty() ? std::nullopt : engine.organisation_at(nouns.front());
}

void claim(RuleEngine& engine, std::string_view rule, std::string_view relation, const Actor& person,
           const std::optional<Actor>& organisation, const Verb& verb, std::size_t to) {
  if (!organisation || engine.said(relation, person.name, organisation->name)) return;
  ClaimDraft draft;
  draft.start = engine.event_date(verb);
  if (relation == "JOINED") {
    draft.role = role_after(engine, verb);
    if (!verb.planned && !verb.negated) engine.remember_employer(person, *organisation);
  }
  engine.claim(rule, relation, person, organisation, &verb, verb.piece, to, std::move(draft));
}

std::optional<Actor> left_by(const RuleEngine& engine, const Actor& person) {
  if (auto known = engine.employer_of(person)) return known;
  return engine.losing() ? engine.losing() : engine.last_organisation();
}

void find_idiom(RuleEngine& engine, const Verb& verb) {
  if (verb.passive) return;
  for (const Idiom& idiom : kDepartures) {
    if (verb.lemma != idiom.lemma || !follows(engine, verb, idiom.follows)) continue;
    if (idiom.lemma == "take" && engine.clauses().word_at(verb.piece + 1, "a")) continue;
    const auto named = named_organisation(engine, engine.clauses().behind(verb, idiom.prepositions));
    if (idiom.lemma == "take" && !named) continue;  // "has taken leave until June": comes back
    for (const Actor& person : engine.people(engine.clauses().subject(verb)))
      claim(engine, idiom.rule, "LEFT", person, named ? named : left_by(engine, person), verb,
            verb.piece + 1);
    return;
  }
  for (const Idiom& idiom : kArrivals) {
    if (verb.lemma != idiom.lemma || !follows(engine, verb, idiom.follows)) continue;
    const auto behind = engine.clauses().behind(verb, idiom.prepositions);
    auto named = named_organisation(engine, behind);
    const bool implied = one_of("came-over|went-over", idiom.rule) && behind.empty() &&
                         engine.clauses().behind(verb, "from").empty();
    if (!named && implied) named = engine.gaining();
    for (const Actor& person : engine.people(engine.clauses().subject(verb)))
      claim(engine, idiom.rule, "JOINED", person, named, verb, verb.piece + 1);
    return;
  }
}

/// "swapped Acme for Blue", "traded the lecture hall for Acme", "chose Acme over Blue".
void find_swap(RuleEngine& engine, const Verb& verb) {
  if (!one_of("swap|trade|exchange|ditch|abandon|desert", verb.lemma) || verb.passive || verb.negated) return;
  const auto subjects = engine.clauses().subject(verb);
  const auto people = engine.people(subjects);
  const auto objects = engine.clauses().object(verb.piece, "");
  const auto to = engine.clauses().behind(verb, "for");
  const bool unnamed = people.empty() && !subjects.empty() && is_unnamed_group(engine.noun(subjects.front()));
  if (unnamed && !to.empty() && engine.noun(to.front()).named())
    if (const auto where = named_organisation(engine, to))
      engine.remember_group("JOINED", *where, verb, &engine.noun(subjects.front()));
  const auto from = !objects.empty() && engine.noun(objects.front()).named()
                        ? named_organisation(engine, objects)
                        : std::nullopt;
  for (const Actor& person : people) {
    if (from) claim(engine, "swapped", "LEFT", person, from, verb, objects.front());
    if (!to.empty() && engine.noun(to.front()).named())
      claim(engine, "swapped-for", "JOINED", person, named_organisation(engine, to), verb, to.front());
  }
}

/// "chose Acme instead", "opted for Acme".
void find_choice(RuleEngine& engine, const Verb& verb) {
  const bool chose = verb.lemma == "choose" && !verb.passive;
  const bool opted = verb.lemma == "opt" && !verb.passive;
  if ((!chose && !opted) || verb.negated) return;
  const auto objects = chose ? engine.clauses().object(verb.piece, "") : engine.clauses().behind(verb, "for");
  if (objects.empty() || !engine.noun(objects.front()).named()) return;
  const Noun& noun = engine.noun(objects.front());
  const bool company =
      noun.type == NounType::organisation && (noun.sure || engine.document().mentions_of(noun.name) > 1);
  const auto subjects = engine.clauses().subject(verb);
  if (!company || subjects.empty() || engine.noun(subjects.front()).type == NounType::organisation) return;
  if (!engine.mentions("instead") && !engine.mentions("over")) return;
  for (const Actor& person : engine.people(subjects))
    claim(engine, "chose", "JOINED", person, engine.organisation(noun), verb, objects.front());
}

/// "has ended 14 years with Acme", "brought her time at Acme to a close", "wrapped up a decade at Acme".
void find_ended(RuleEngine& engine, const Verb& verb) {
  if (!one_of("end|conclude|finish|wrap|close|cap", verb.lemma) || verb.passive || verb.negated) return;
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i + 2 < pieces.size() && i < verb.piece + 5; ++i) {
    const bool time = pieces[i].is_noun() && !pieces[i].noun.named() &&
                      one_of("years|year|decade|decades|stint|tenure|time|career|spell|run|months|chapter",
                             pieces[i].noun.head);
    if (!time || !engine.clauses().word_at(i + 1, "at|with|as")) continue;
    const auto where = named_organisation(engine, engine.clauses().behind(verb, "at|with"));
    for (const Actor& person : engine.people(engine.clauses().subject(verb)))
      claim(engine, "ended-time", "LEFT", person, where, verb, i + 2);
    return;
  }
}

/// "will leave and continue his work at Acme": going on elsewhere.
void find_going_on(RuleEngine& engine, const Verb& verb) {
  if (!one_of("continue|carry|pursue|resume", verb.lemma) || verb.passive || verb.negated) return;
  const auto at = engine.clauses().behind(verb, "at|with");
  const auto where =
      at.empty() || !engine.noun(at.front()).named() ? std::nullopt : named_organisation(engine, at);
  if (!where) return;
  for (const Actor& person : engine.people(engine.clauses().subject(verb))) {
    const bool left =
        std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& other) {
          return other.relation == "LEFT" && other.sentence == engine.sentence_index() &&
                 other.subject.name == person.name && other.object && other.object->name != where->name;
        });
    if (left) claim(engine, "goes-on-at", "JOINED", person, where, verb, at.front());
  }
}

/// "it was the turn of X", "X is on her way out (at Acme)", "will no longer be with Acme".
/// "was the last of the authors to leave Acme", "is the latest founder to quit Acme", "was off to Acme".
void find_last_to_leave(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "is|was|are|were") || clauses.word_at(i + 1, "not")) continue;
    Verb copula;
    copula.piece = i;
    if (clauses.word_at(i + 1, "off") && clauses.word_at(i + 2, "to")) {
      const auto where = i + 3 < pieces.size() && pieces[i + 3].is_noun() && pieces[i + 3].noun.named()
                             ? engine.organisation_at(i + 3)
                             : std::nullopt;
      for (const Actor& person : engine.people(clauses.subject(copula)))
        claim(engine, "off-to", "JOINED", person, where, copula, i + 3);
      continue;
    }
    bool ranked = false;
    for (const Verb& verb : clauses.verbs()) {
      for (std::size_t k = i + 1; k < verb.piece && k < i + 6; ++k)
        ranked = ranked || clauses.word_at(k, "last|first|latest|third|second") ||
                 (pieces[k].is_noun() && (pieces[k].noun.described.starts_with("latest") ||
                                          one_of("last|first|latest|third|second", pieces[k].noun.head)));
      if (!ranked || verb.piece < i || !verb.infinitive || !one_of("leave|quit|exit|depart", verb.lemma))
        continue;
      const auto where = named_organisation(engine, clauses.object(verb.piece, "|from"));
      Verb done = verb;
      done.infinitive = false;
      for (const Actor& person : engine.people(clauses.subject(copula)))
        claim(engine, "last-to-leave", "LEFT", person, where, done, verb.piece);
      break;
    }
  }
}

void find_told_otherwise(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const auto left = [&](const Actor& person, std::optional<Actor> organisation, std::size_t at,
                        bool planned) {
    if (!organisation) organisation = left_by(engine, person);
    if (!organisation || engine.said("LEFT", person.name, organisation->name)) return;
    Verb verb;
    verb.piece = at;
    verb.planned = planned;
    ClaimDraft draft;
    draft.start = engine.sentence().item_date.known() ? engine.sentence().item_date : engine.about_now();
    for (const Piece& piece : pieces)
      if (piece.kind == Piece::Kind::date && piece.date.known()) draft.start = piece.date;
    engine.claim("told-to-go", "LEFT", person, organisation, &verb, at, at, std::move(draft));
  };
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    const bool turn = pieces[i].is_noun() && pieces[i].noun.head == "turn" && clauses.word_at(i + 1, "of");
    if (turn && engine.losing() && pieces[i + 2].is_noun())
      for (const Actor& person : engine.people(clauses.group_from(i + 2)))
        left(person, engine.losing(), i, false);
    const bool way = pieces[i].is("on") && pieces[i + 1].is_noun() && pieces[i + 1].noun.head == "way" &&
                     clauses.word_at(i + 2, "out");
    const bool no_longer = clauses.word_at(i, "no") && clauses.word_at(i + 1, "longer") && i > 0 &&
                           clauses.word_at(i - 1, "will") && clauses.word_at(i + 2, "be");
    if ((!way && !no_longer) || i == 0) continue;
    std::optional<Actor> where;
    for (std::size_t k = i + 3; k + 1 < pieces.size() && k < i + 5; ++k)
      if (clauses.word_at(k, "at|of|from|with")) where = engine.organisation_at(k + 1);
    if (no_longer && !where && !clauses.word_at(i + 3, "with|at")) continue;
    Verb verb;
    verb.piece = no_longer ? i - 1 : i;
    auto subjects = clauses.subject(verb);
    if (subjects.empty() && pieces[i - 1].is_noun()) subjects = clauses.group_to(i - 1);
    for (const Actor& person : engine.people(subjects)) left(person, where, i, true);
  }
}

}  // namespace

void find_idioms(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (!engine.told(verb)) continue;
    find_idiom(engine, verb);
    find_swap(engine, verb);
    find_choice(engine, verb);
    find_ended(engine, verb);
    find_going_on(engine, verb);
  }
  find_last_to_leave(engine);
  find_told_otherwise(engine);
}

}  // namespace talentflow::ingest::text
