// Careers told in a few words: "27 years with A", "after spells at A and B", "whose path took her through A
// and B", "by way of A", "nine of his years were spent at A, others at B". What they have in common is a noun
// of time, or a way, and behind it a list of places of work; whose they are is said by what stands before.
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::string_view kTimes =
    "stint|stints|spell|spells|stretch|stretches|tenure|tenures|years|year|decade|decades|months|career|time|"
    "past|"
    "background|experience|roles|posts|positions|jobs|stops|internship|internships|post|role|job|position|"
    "fellowship|postdoc|postdocs|apprenticeship|seasons|summer|summers|sabbatical|residency";
constexpr std::string_view kPaths =
    "career|path|road|journey|trajectory|life|route|work|travels|resume|r\xC3\xA9sum\xC3\xA9|cv|credits|"
    "employers|"
    "background|curriculum";

/// A place of work in a list, and the job held there where the list says it.
struct Workplace {
  Actor organisation;
  std::string role;
  std::size_t piece = 0;
};

/// The place of work that a noun is, or the one of the job that it is.
std::optional<Workplace> workplace_at(const RuleEngine& engine, std::size_t piece) {
  const Noun& noun = engine.noun(piece);
  if (noun.type == NounType::role && !noun.employer.empty())
    if (auto actor = engine.organisation(noun.employer.front())) return Workplace{*actor, noun.role, piece};
  if (!noun.named() || noun.type == NounType::place || (noun.type == NounType::person && noun.sure))
    return std::nullopt;
  if (!noun.employer.empty()) return std::nullopt;
  if (auto actor = engine.organisation(noun)) return Workplace{*actor, "", piece};
  return std::nullopt;
}

/// Words that may stand inside a list of places of work, between the places.
bool joins_places(const Clauses& clauses, const Piece& piece, std::size_t i) {
  if (piece.kind == Piece::Kind::date) return true;
  if (piece.is(",") || piece.is("(") || piece.is(")") || piece.is("&")) return true;
  if (piece.is_noun())
    return one_of("others|rest|years|year|months|stint|spell|decade|postdoc|ones", piece.noun.head) &&
           !piece.noun.named() && piece.noun.owner.empty();
  return clauses.word_at(
      i,
      "and|or|at|with|for|in|of|then|later|also|both|before|most|recently|as|finally|including|"
      "including|lately|latterly|plus|previously|earlier|first|between|among|on|respectively|"
      "others|followed|by|through|via");
}

/// The places of work from a piece on, as far as the list goes.
std::vector<Workplace> workplaces_from(const RuleEngine& engine, std::size_t from) {
  std::vector<Workplace> out;
  const auto& pieces = engine.pieces();
  std::size_t gap = 0;
  for (std::size_t i = from; i < pieces.size() && gap < 5; ++i) {
    if (pieces[i].is_noun())
      if (auto place = workplace_at(engine, i)) {
        // ", and Acme hired her": a name whose verb follows begins a clause
        const bool subject =
            i + 1 < pieces.size() && pieces[i + 1].kind == Piece::Kind::word && !out.empty() &&
            (!verb_lemma(pieces[i + 1].lower).empty() || is_auxiliary(pieces[i + 1].lower)) &&
            !is_ing_form(pieces[i + 1].lower);
        if (subject) break;
        out.push_back(std::move(*place));
        gap = 0;
        continue;
      }
    if (pieces[i].is_noun() && pieces[i].noun.type == NounType::role && pieces[i].noun.employer.empty()) {
      ++gap;  // "as a director at Acme": the job before "at"
      continue;
    }
    if (!joins_places(engine.clauses(), pieces[i], i)) break;
    // ".. at A, with B now leading": a comma and a new matter
    if (!out.empty() && pieces[i].is(",") && engine.clauses().word_at(i + 1, "with|as|for|by|in|on")) break;
    ++gap;
  }
  return out;
}

std::optional<Actor> named_person(const RuleEngine& engine, std::size_t piece) {
  return engine.pieces()[piece].is_noun() ? engine.person(engine.noun(piece)) : std::nullopt;
}

/// "his years", "her path": whose.
std::optional<Actor> possessor(const RuleEngine& engine, const Noun& noun, std::size_t piece) {
  if (one_of("his|her", noun.determiner)) {
    Noun pronoun;
    pronoun.type = NounType::pronoun;
    pronoun.head = "he";
    pronoun.begin = noun.begin;
    return engine.person(pronoun);
  }
  if (!noun.owner.empty() && noun.owner.front().type == NounType::person)
    return engine.person(noun.owner.front());
  if (noun.determiner != "whose") return std::nullopt;
  for (std::size_t i = piece; i-- > 0;)
    if (auto found = named_person(engine, i)) return found;
  return std::nullopt;
}

/// Whether a word of the possessive stands among the words before a piece: "nearly nine of his earlier
/// years".
std::optional<Actor> possessor_before(const RuleEngine& engine, std::size_t piece) {
  for (std::size_t i = piece; i-- > 0 && piece - i < 5;) {
    if (engine.clauses().word_at(i, "his|her")) {
      Noun noun;
      noun.determiner = "his";
      noun.begin = engine.pieces()[i].begin;
      return possessor(engine, noun, i);
    }
    if (engine.pieces()[i].kind == Piece::Kind::punctuation) break;
  }
  return std::nullopt;
}

/// The person an aside stands behind: ", 27 years with A,".
std::optional<Actor> holder_before(const RuleEngine& engine, std::size_t comma) {
  if (comma == 0 || !engine.clauses().word_at(comma, ",|(|-")) return std::nullopt;
  if (auto person = named_person(engine, comma - 1); person && engine.noun(comma - 1).named()) return person;
  if (engine.pieces()[comma - 1].is_noun())
    if (const auto holder = engine.clauses().holder_of(comma - 1)) return named_person(engine, *holder);
  return std::nullopt;
}

/// Who did what the verb says: one person only.
std::optional<Actor> doer(const RuleEngine& engine, const Verb& verb) {
  const auto people = engine.people(engine.clauses().subject(verb));
  if (people.size() != 1) return std::nullopt;
  return people.front();
}

/// A career ends before the day of the text; what still goes on is open.
void claim_places(RuleEngine& engine, std::string_view rule, const Actor& person,
                  const std::vector<Workplace>& places, std::size_t from, bool over) {
  for (const Workplace& place : places) {
    if (engine.said("WORKS_AT", person.name, place.organisation.name) ||
        engine.said("LEFT", person.name, place.organisation.name))
      continue;
    ClaimDraft draft;
    draft.role = place.role;
    if (!over)
      draft.end = Date::open_date();
    else if (engine.published().known())
      draft.end = until(engine.published());
    const auto& pieces = engine.pieces();
    for (std::size_t i = place.piece + 1; i < pieces.size() && i < place.piece + 4; ++i) {
      if (pieces[i].is_noun() || pieces[i].is(",")) break;
      if (pieces[i].kind != Piece::Kind::date) continue;
      if (pieces[i].is("from") || pieces[i].is("since")) draft.start = pieces[i].date;
      if (pieces[i].is("until") || pieces[i].is("through") || engine.clauses().word_at(i - 1, "to|-"))
        draft.end = pieces[i].date;
    }
    if (!over && !engine.employer_of(person)) engine.remember_employer(person, place.organisation);
    engine.claim(rule, "WORKS_AT", person, place.organisation, nullptr, from, place.piece, std::move(draft));
  }
}

/// Where the list behind a noun of time begins: behind "at", "with", .. in the next few pieces; 0 when none
/// does.
std::size_t list_behind(const RuleEngine& engine, std::size_t noun) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = noun + 1; i + 1 < pieces.size() && i < noun + 8; ++i) {
    if (engine.clauses().word_at(i, "at|with|in|inside") || pieces[i].is("including")) return i + 1;
    if (engine.clauses().word_at(i, "as")) return i + 1;
    const bool between =
        pieces[i].kind == Piece::Kind::date ||
        engine.clauses().word_at(i, "of|spent|each|working|both|research|teaching|split|divided") ||
        (pieces[i].kind == Piece::Kind::word && is_adverb(pieces[i].lower)) ||
        (pieces[i].is_noun() && !pieces[i].noun.named() && pieces[i].noun.owner.empty());
    if (!between) return 0;
  }
  return 0;
}

/// The verb whose clause a piece stands in, when it is one of having, spending or putting in.
const Verb* verb_of_having(const RuleEngine& engine, std::size_t piece) {
  const Verb* verb = engine.clauses().verb_before(piece);
  if (verb == nullptr || piece - verb->piece > 5) return nullptr;
  return one_of("spend|have|include|do|hold|put|serve|complete|follow|finish|log|notch|clock|get",
                verb->lemma)
             ? verb
             : nullptr;
}

/// "27 years with A", "with stints at A and B", "after spells at A", "had a decade at B behind her".
void find_times(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    const bool time = pieces[i].is_noun() && !pieces[i].noun.named() && one_of(kTimes, pieces[i].noun.head);
    if (!time) continue;
    const std::size_t from = list_behind(engine, i);
    if (from == 0) continue;
    const auto places = workplaces_from(engine, from);
    if (places.empty()) continue;
    const Noun& noun = pieces[i].noun;
    auto person = possessor(engine, noun, i);
    bool over = true;
    std::size_t before = i;
    while (before > 0 && (pieces[before - 1].kind == Piece::Kind::word &&
                          (is_adverb(pieces[before - 1].lower) ||
                           clauses.word_at(before - 1,
                                           "of|with|after|following|almost|some|more|than|over|about|"
                                           "nearly|for|including|has|having|had"))))
      --before;
    const bool after = before < i && clauses.word_at(before, "after|following");
    if (!person && before > 0) person = holder_before(engine, before - 1);
    // ", 27 years with A,": an aside without a preposition tells of now
    if (person && before > 0 && pieces[before - 1].is(",") && !after && noun.determiner != "whose" &&
        one_of("years|decades|decade|year", noun.head) &&
        !clauses.word_at(before, "with|including|having|had"))
      over = false;
    // ", back at C after five years with A": of whom that is said
    if (!person && after)
      for (std::size_t k = before; k-- > 1 && !clauses.word_at(k, ";|.");) {
        if (pieces[k].kind == Piece::Kind::word && !verb_lemma(pieces[k].lower).empty()) break;
        if (!pieces[k].is(",") || !engine.is_person_at(k - 1)) continue;
        person = engine.person(pieces[k - 1].noun);
        break;
      }
    std::size_t having_at = i;
    while (having_at > 1 && pieces[having_at - 1].kind == Piece::Kind::word &&
           is_adverb(pieces[having_at - 1].lower))
      --having_at;
    if (!person && having_at > 0 && clauses.word_at(having_at - 1, "has|had|having")) {
      Verb having;
      having.piece = having_at - 1;
      person = doer(engine, having);
    }
    if (!person)
      if (const Verb* verb = verb_of_having(engine, i);
          verb != nullptr && !verb->possible && !verb->planned && !verb->negated)
        person = doer(engine, *verb);
    // ".. founded C after spells at A and B"
    if (!person && after)
      if (const Verb* verb = clauses.verb_before(before);
          verb != nullptr && !verb->possible && !verb->negated && !verb->planned)
        person = doer(engine, *verb);
    // ".. is bound for C after ten years at A"
    if (!person && after)
      for (std::size_t k = before; k-- > 0 && !person && !clauses.word_at(k, ";|.");)
        if (clauses.word_at(k, "is|was")) {
          Verb copula;
          copula.piece = k;
          person = doer(engine, copula);
        }
    // "After spells at A and B, X ..": the name behind
    if (!person && before == 0) {
      std::size_t next = places.back().piece + 1;
      if (clauses.word_at(next, ",") && next + 1 < pieces.size()) person = named_person(engine, next + 1);
    }
    if (person) claim_places(engine, "time-at", *person, places, i, over);
  }
}

/// "whose career took her through A and B", "his CV includes A and B", "her path led from A to B".
void find_paths(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.negated || verb.possible || verb.planned || verb.passive) continue;
    const bool takes = one_of("take|lead|run|wind|go|bring|pass|carry", verb.lemma);
    const bool lists = one_of("include|span|list|count|feature|cover|number|boast|show", verb.lemma);
    if ((!takes && !lists) || verb.piece == 0) continue;
    std::size_t path = verb.piece;
    while (path-- > 0 && !pieces[path].is_noun() && pieces[path].kind == Piece::Kind::word) {
    }
    if (path >= pieces.size() || !pieces[path].is_noun() || pieces[path].noun.named() ||
        !one_of(kPaths, pieces[path].noun.head))
      continue;
    const auto person = possessor(engine, pieces[path].noun, path);
    if (!person) continue;
    std::size_t from = verb.piece + 1;
    if (takes) {
      while (from < pieces.size() &&
             !engine.clauses().word_at(from, "through|via|from|to|past|between|across"))
        ++from;
      ++from;
    }
    if (from >= pieces.size()) continue;
    claim_places(engine, "career-through", *person, workplaces_from(engine, from), path, true);
  }
}

/// "had come to Acme by way of A and B", "joined via A", "arrived from A through B".
void find_ways(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    const bool by_way =
        pieces[i].is("by") &&
        (clauses.word_at(i + 1, "way") || (pieces[i + 1].is_noun() && pieces[i + 1].noun.head == "way")) &&
        clauses.word_at(i + 2, "of");
    const bool via = pieces[i].is("via");
    if (!by_way && !via) continue;
    const Verb* verb = clauses.verb_before(i);
    if (verb == nullptr || verb->possible || verb->negated || verb->planned ||
        !one_of("come|arrive|join|get|land|reach|move|return|enter|go", verb->lemma))
      continue;
    if (const auto person = doer(engine, *verb))
      claim_places(engine, "by-way-of", *person, workplaces_from(engine, i + (by_way ? 3 : 1)), i, true);
  }
}

/// "nine of his earlier years were spent at A, others at B, C and D".
void find_spent(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.lemma != "spend" || !verb.passive || verb.negated || verb.possible) continue;
    std::size_t at = verb.piece;
    while (at-- > 0 && !engine.pieces()[at].is_noun()) {
    }
    if (at >= engine.pieces().size()) continue;
    auto person = possessor(engine, engine.noun(at), at);
    if (!person) person = possessor_before(engine, at);
    if (person && engine.clauses().word_at(verb.piece + 1, "at|with|in|inside"))
      claim_places(engine, "years-spent", *person, workplaces_from(engine, verb.piece + 2), verb.piece, true);
  }
}

/// "himself a Googler for eight years until 2018", "16 years a Googler", "is a Blue man", "a Blue veteran".
void find_people_of_firms(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    auto firm =
        noun.named() && noun.type == NounType::organisation ? firm_of_person_noun(noun.name) : std::nullopt;
    const bool man = noun.type == NounType::common && !noun.plural && !noun.owner.empty() &&
                     one_of("man|woman|hand|lifer|insider|stalwart", noun.head) && noun.indefinite;
    if (man) firm = engine.organisation(noun.owner.front());
    if (!firm) continue;
    bool over = noun.former || man;
    std::size_t at = i;
    std::optional<Actor> person;
    while (at > 0 && !person) {
      --at;
      if (clauses.word_at(at, "is|was|been")) {
        over = over || clauses.word_at(at, "was");
        if (clauses.word_at_any_before(at, "not|never|may|will|would")) break;
        Verb verb;
        verb.piece = at;
        person = doer(engine, verb);
        break;
      }
      if (pieces[at].is(",")) {
        person = holder_before(engine, at);
        break;
      }
      const bool between = (pieces[at].is_noun() && one_of(kTimes, pieces[at].noun.head)) ||
                           clauses.word_at(at, "himself|herself|too|also|long|once|for|and") ||
                           (pieces[at].kind == Piece::Kind::word && is_adverb(pieces[at].lower));
      if (!between) break;
    }
    if (!person) continue;
    // told of a time that is over, where another employer is known
    over = over || (engine.employer_of(*person) && engine.employer_of(*person)->name != firm->name) ||
           clauses.word_at(i + 1, "until|till");
    // "a Stanford man": where he studied, as like as not
    if (man && firm->kind == "University") {
      if (!engine.said("STUDIED_AT", person->name, firm->name))
        engine.claim("person-of-school", "STUDIED_AT", *person, firm, nullptr, at, i, {});
      continue;
    }
    claim_places(engine, "person-of-firm", *person, {Workplace{*firm, "", i}}, at, over);
  }
}

}  // namespace

std::optional<Actor> firm_of_person_noun(std::string_view name) {
  for (const std::string_view ending : {"r", "er", "ian", "ie", "an", "or"}) {
    if (!name.ends_with(ending) || name.size() < ending.size() + 4) continue;
    const std::string firm(name.substr(0, name.size() - ending.size()));
    if (Gazetteer::standard().knows_as(firm, "Company")) return Actor{firm, "Company", "", false};
  }
  return std::nullopt;
}

void find_careers(RuleEngine& engine) {
  find_spent(engine);
  find_times(engine);
  find_paths(engine);
  find_people_of_firms(engine);
  find_ways(engine);
}

}  // namespace talentflow::ingest::text
