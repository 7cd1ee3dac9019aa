// Who came or went, told by nouns: "Meta's latest hire, Ann Example", "the newest recruits of Acme are A and
// B", "Ann's move from Acme to Blue", "the return of Bob to Acme", "Already gone is Cy".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_newcomer(std::string_view head) {
  return one_of(
      "recruit|recruits|hire|hires|newcomer|newcomers|arrival|arrivals|addition|additions|joiner|joiners|"
      "signing|"
      "signings",
      head);
}

bool is_leaver(std::string_view head) {
  return one_of("departure|departures|exit|exits|leaver|leavers|defector|defectors", head);
}

Date day_told(const RuleEngine& engine) {
  for (const Piece& piece : engine.pieces())
    if (piece.kind == Piece::Kind::date && piece.date.known()) return piece.date;
  if (engine.sentence().item_date.known()) return engine.sentence().item_date;
  return engine.published().known() ? until(engine.published()) : Date();
}

void claim(RuleEngine& engine, std::string_view rule, std::string_view relation, const Actor& person,
           const std::optional<Actor>& organisation, std::size_t from, std::size_t to) {
  if (!organisation || organisation->name == person.name ||
      engine.said(relation, person.name, organisation->name))
    return;
  ClaimDraft draft;
  draft.start = day_told(engine);
  if (relation == "JOINED") engine.remember_employer(person, *organisation);
  engine.claim(rule, relation, person, organisation, nullptr, from, to, std::move(draft));
}

/// The people that the noun is: in apposition, or on the other side of a copula.
std::vector<Actor> people_of(const RuleEngine& engine, std::size_t noun, std::size_t end) {
  const auto& clauses = engine.clauses();
  if (const auto* names = clauses.names_of(noun)) return engine.people(*names);
  if (const auto holder = clauses.holder_of(noun)) return engine.people({*holder});
  if (clauses.word_at(end, ",|:|-") && engine.is_person_at(end + 1))
    return engine.people(clauses.group_from(end + 1));
  if (clauses.word_at(end, "is|are|was|were") && engine.is_person_at(end + 1))
    return engine.people(clauses.group_from(end + 1));
  if (engine.is_person_at(end)) return engine.people(clauses.group_from(end));
  for (std::size_t i = noun; i-- > 0 && noun - i < 4;) {
    if (clauses.word_at(i, "is|are|was|were")) {
      if (i > 0 && clauses.word_at(i + 1, "not")) return {};
      Verb verb;
      verb.piece = i;
      return engine.people(clauses.subject(verb));
    }
    if (clauses.word_at(i, ",") && i > 0 && engine.is_person_at(i - 1)) return engine.people({i - 1});
  }
  return {};
}

/// "Meta's latest hire, X", "the newest recruits of Acme are X and Y", "X, the latest departure from Acme".
void find_newcomers(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.named()) continue;
    const Noun& noun = pieces[i].noun;
    const bool comes = is_newcomer(noun.head);
    const bool goes = is_leaver(noun.head);
    if (!comes && !goes) continue;
    std::optional<Actor> organisation;
    std::size_t end = i + 1;
    if (clauses.word_at(i + 1, comes ? "of|at|to|for|by" : "from|at") && i + 2 < pieces.size()) {
      organisation = engine.organisation_at(i + 2);
      if (organisation) end = i + 3;
    }
    if (!organisation && !noun.employer.empty()) organisation = engine.organisation(noun.employer.front());
    if (!organisation && !noun.owner.empty() && noun.owner.front().type == NounType::organisation)
      organisation = engine.organisation(noun.owner.front());
    if (!organisation && noun.determiner == "its") organisation = engine.last_organisation();
    if (!organisation) continue;
    for (const Actor& person : people_of(engine, i, end))
      claim(engine, comes ? "newcomer" : "leaver", comes ? "JOINED" : "LEFT", person, organisation, i,
            end - 1);
  }
}

/// "X's move from Acme to Blue", "the return of X to Acme", "his jump to Blue".
void find_move_nouns(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.named() ||
        !one_of("move|return|jump|switch|transfer|defection|shift|comeback|transition", pieces[i].noun.head))
      continue;
    const std::string& described = pieces[i].noun.described;
    const Verb* before = clauses.verb_before(i);
    if (described.find("possible") != std::string::npos || described.find("rumoured") != std::string::npos ||
        (before != nullptr && i - before->piece < 3 &&
         (before->possible || before->negated || one_of("deny|reject|consider|rule|dismiss", before->lemma))))
      continue;
    std::vector<Actor> people;
    std::size_t at = i + 1;
    if (clauses.word_at(at, "of") && engine.is_person_at(at + 1)) {
      const auto group = clauses.group_from(at + 1);
      people = engine.people(group);
      at = group.back() + 1;
    } else if (!pieces[i].noun.owner.empty()) {
      if (auto owner = engine.person(pieces[i].noun.owner.front())) people.push_back(*owner);
    } else if (one_of("his|her", pieces[i].noun.determiner) && engine.last_person()) {
      people.push_back(*engine.last_person());
    }
    for (std::size_t k = at; k + 1 < pieces.size() && k < at + 5 && !people.empty(); ++k) {
      if (!clauses.word_at(k, "from|to") || !pieces[k + 1].is_noun() || !pieces[k + 1].noun.named()) continue;
      for (const Actor& person : people)
        claim(engine, "move-noun", pieces[k].is("to") ? "JOINED" : "LEFT", person,
              engine.organisation_at(k + 1), i, k + 1);
    }
  }
}

/// "Already gone is X", "Also departing are X and Y", "Also joining is Z", "Gone too is W".
void find_inverted(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  std::size_t copula = 0;
  bool goes = false;
  bool comes = false;
  std::optional<Actor> where;
  for (std::size_t i = 0; i < pieces.size() && i < 7 && copula == 0; ++i) {
    goes = goes || clauses.word_at(i, "gone|out|leaving|departing|exiting|left|departed|quitting");
    comes = comes || clauses.word_at(i, "joining|arriving|joined|aboard|incoming|coming|heading|moving");
    if (engine.is_person_at(i)) return;
    if (pieces[i].is_noun() && pieces[i].noun.named()) where = engine.organisation_at(i);
    if (clauses.word_at(i, "is|are|was|were") && i > 0) copula = i;
  }
  if (copula == 0 || goes == comes || !engine.is_person_at(copula + 1)) return;
  const bool same_way = engine.mentions("same") && engine.gaining();
  if (!where && comes && (same_way || engine.gaining())) where = engine.gaining();
  if (!where && goes) where = engine.losing() ? engine.losing() : engine.last_organisation();
  for (const Actor& person : engine.people(clauses.group_from(copula + 1)))
    claim(engine, "inverted", goes ? "LEFT" : "JOINED", person, where, 0, copula + 1);
}

/// "Peter, a vice president who came last year after spells at A and B, has left as well": he came to what he
/// left.
void find_came_and_left(RuleEngine& engine) {
  const auto& clauses = engine.clauses();
  for (const Verb& verb : clauses.verbs()) {
    if (!one_of("come|arrive|join", verb.lemma) || verb.negated || verb.possible || verb.planned ||
        verb.piece == 0 || !clauses.word_at(verb.piece - 1, "who") || !clauses.date_of(verb))
      continue;
    const std::size_t next = verb.piece + 1;
    if (next >= engine.pieces().size() || engine.pieces()[next].kind != Piece::Kind::date) continue;
    for (const Actor& person : engine.people(clauses.subject(verb)))
      for (const TextClaim& left : std::vector<TextClaim>(engine.claims())) {
        const bool same = left.sentence == engine.sentence_index() && left.relation == "LEFT" &&
                          left.subject.name == person.name && left.object && !left.denied;
        if (!same || engine.said("JOINED", person.name, left.object->name)) continue;
        ClaimDraft draft;
        draft.start = engine.event_date(verb);
        engine.claim("came-and-left", "JOINED", person, left.object, &verb, verb.piece, next,
                     std::move(draft));
      }
  }
}

/// "made the same move as Ann Example": whose move it was; empty where nobody is named.
std::string named_behind_as(const RuleEngine& engine, const Verb& verb) {
  constexpr std::size_t kWords = 6;
  for (std::size_t i = verb.piece + 1; i + 1 < engine.pieces().size() && i < verb.piece + kWords; ++i)
    if (engine.clauses().word_at(i, "as") && engine.is_person_at(i + 1)) return engine.noun(i + 1).name;
  return {};
}

/// "X made the same move in May", "Y did the same", "Z took the same route".
void find_same_move(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (!one_of("make|take|do|go|follow|head", verb.lemma) || verb.negated || verb.passive ||
        !engine.told(verb))
      continue;
    const auto& pieces = engine.pieces();
    bool same = false;
    for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 4; ++i)
      same = same || engine.clauses().word_at(i, "same|likewise") ||
             (pieces[i].is_noun() && pieces[i].noun.described.starts_with("same "));
    if (!same) continue;
    std::vector<TextClaim> examples;
    const std::string as = named_behind_as(engine, verb);
    for (const TextClaim& other : engine.claims())
      if ((as.empty() ? other.sentence + 2 > engine.sentence_index() : other.subject.name == as) &&
          !other.denied && other.object && one_of("JOINED|LEFT", other.relation) &&
          other.rule != "same-move" &&
          std::none_of(examples.begin(), examples.end(), [&](const TextClaim& seen) {
            return seen.relation == other.relation && seen.object->name == other.object->name;
          }))
        examples.push_back(other);
    for (const Actor& person : engine.people(engine.clauses().subject(verb)))
      for (const TextClaim& example : examples) {
        if (engine.said(example.relation, person.name, example.object->name)) continue;
        ClaimDraft draft;
        draft.start = engine.event_date(verb);
        engine.claim("same-move", example.relation, person, example.object, &verb, verb.piece, verb.piece,
                     std::move(draft));
      }
  }
}

/// "New at Acme: Ann Example as CFO and Bob Sample": a headline without a verb.
void find_new_at(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (pieces.size() < 5 || !clauses.word_at(0, "new|back") || !clauses.word_at(1, "at|to|in")) return;
  const auto where = engine.organisation_at(2);
  if (!where || !clauses.word_at(3, ":|,|-")) return;
  for (std::size_t i = 4; i < pieces.size(); ++i)
    if (engine.is_person_at(i) && (i == 4 || clauses.word_at(i - 1, "and|,")))
      for (const Actor& person : engine.people({i})) claim(engine, "new-at", "JOINED", person, where, 0, i);
}

}  // namespace

void find_newcomer_nouns(RuleEngine& engine) {
  find_newcomers(engine);
  find_move_nouns(engine);
  find_inverted(engine);
  find_came_and_left(engine);
  find_same_move(engine);
  find_new_at(engine);
}

}  // namespace talentflow::ingest::text
