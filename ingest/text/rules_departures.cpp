// Departures, by their verbs.
#include <algorithm>

#include "ingest/text/moves.hpp"
#include "ingest/text/words.hpp"
#include "schema/country.hpp"

namespace talentflow::ingest::text {
namespace {

/// Verbs of leaving: subject person, object organisation, which may be left unsaid. `needs`: the word that
/// must follow, if any: "step down".
struct Departure {
  std::string_view rule;
  std::string_view lemma;
  std::string_view prepositions;
  std::string_view needs;
};
constexpr Departure kDepartures[] = {
    {"left", "leave", "|behind", ""},
    {"quit", "quit", "|as", ""},
    {"resigned", "resign", "from|at|as", ""},
    {"departed", "depart", "|from", ""},
    {"exited", "exit", "|from", ""},
    {"stepped-down", "step", "from|at|as", "down"},
    {"stepped-aside", "step", "from|at|as", "aside"},
    {"retired", "retire", "from|as", ""},
    {"moved-on", "move", "from", "on"},
    {"walked-out", "walk", "of|from", "out|away"},
    {"bowed-out", "bow", "of|from", "out"},
    {"abandoned", "abandon", "", ""},
    {"turned-back-on", "turn", "on", "his back|her back|their back"},
};

bool follows(const RuleEngine& engine, const Verb& verb, std::string_view words) {
  return words.empty() || engine.clauses().word_at(verb.piece + 1, words);
}

/// ".. in China" behind the verb: where the person sits.
std::string place_after(const RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i + 1 < pieces.size() && i < verb.piece + 5; ++i)
    if (pieces[i].is("in") && pieces[i + 1].is_noun() && pieces[i + 1].noun.type == NounType::place)
      if (const Country* country = find_country(pieces[i + 1].noun.name)) return country->alpha2;
  return {};
}

/// Where the person worked as far as the text has told it when the verb comes.
std::optional<Actor> employer_before(const RuleEngine& engine, const Verb& verb, const Actor& person) {
  const std::size_t offset = engine.sentence().sentence.tokens[engine.pieces()[verb.piece].begin].offset;
  const auto known = engine.employer_of(person);
  if (!known) return std::nullopt;
  bool later = false;
  std::optional<Actor> before;
  for (const auto& claim : engine.claims()) {
    if (claim.subject.name != person.name || claim.denied || !claim.object ||
        !one_of("WORKS_AT|JOINED|LEADS|FOUNDED", claim.relation))
      continue;
    const bool behind = claim.sentence == engine.sentence_index() && claim.begin > offset;
    if (behind && claim.object->name == known->name) later = true;
    if (!behind && claim.object->kind != "University") before = claim.object;
  }
  // "Acme hired A, a former scientist at Blue. A, who quit last month, ..": not the new house
  if (!later && engine.said("JOINED", person.name, known->name))
    for (const auto& claim : engine.claims())
      if (claim.relation == "WORKS_AT" && claim.subject.name == person.name && !claim.denied &&
          claim.object && claim.object->name != known->name && claim.object->kind != "University" &&
          claim.end.known() && !claim.end.open() && claim.sentence + 2 >= engine.sentence_index() &&
          !verb.planned && !verb.progressive)
        return claim.object;
  return later ? before : known;
}

/// "will go in May after eight years at Acme", "quit after a decade with Blue": the organisation.
std::optional<Actor> served_at(const RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i + 3 < pieces.size(); ++i) {
    if (engine.clauses().word_at(i, ".|;|and|but|who")) break;
    if (!engine.clauses().word_at(i, "after|ending")) continue;
    for (std::size_t k = i + 1; k + 2 < pieces.size() && k < i + 5; ++k)
      if (pieces[k].is_noun() &&
          one_of("years|year|months|decade|decades|spell|stint|career", pieces[k].noun.head) &&
          engine.clauses().word_at(k + 1, "at|with|in") && pieces[k + 2].is_noun() &&
          pieces[k + 2].noun.named() && pieces[k + 2].noun.type != NounType::place)
        return engine.organisation(pieces[k + 2].noun);
  }
  return std::nullopt;
}

/// The organisation that a piece names, or that the job in it belongs to.
std::optional<Actor> named_at(const RuleEngine& engine, std::size_t piece) {
  if (!engine.pieces()[piece].is_noun()) return std::nullopt;
  const Noun& noun = engine.noun(piece);
  if (noun.named() && noun.type == NounType::organisation && noun.group.empty())
    return engine.organisation(noun);
  if (noun.type == NounType::role && !noun.employer.empty() && !noun.former &&
      noun.employer.front().type == NounType::organisation)
    return engine.organisation(noun.employer.front());
  return std::nullopt;
}

/// The organisation that a departure is from, when the verb has no such object: the job named behind it, the
/// subject's own job, what the document said before.
std::optional<Actor> left_behind(const RuleEngine& engine, const Verb& verb, const Noun& subject,
                                 const Actor& person, std::string& role) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i < engine.clauses().clause_end(verb); ++i) {
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    if (noun.type == NounType::role && role.empty()) {
      role = noun.role;
      if (!noun.employer.empty() ||
          (!noun.owner.empty() && noun.owner.front().type == NounType::organisation))
        return engine.organisation(noun.employer.empty() ? noun.owner.front() : noun.employer.front());
    }
    if (one_of("board|post|position|role|job|seat|chair", noun.head)) {
      role = noun.head == "board" || noun.head == "seat" ? "director" : role;
      if (!noun.owner.empty() && noun.owner.front().type == NounType::organisation)
        return engine.organisation(noun.owner.front());
    }
    const bool at = i > 0 && engine.clauses().word_at(i - 1, "at|of|from");
    if (at && noun.named() && noun.type != NounType::person && !one_of("board", noun.head))
      if (auto found = engine.organisation(noun)) return found;
  }
  if (auto served = served_at(engine, verb)) return served;
  if (!subject.employer.empty()) {
    role = subject.role;
    return engine.organisation(subject.employer.front());
  }
  if (auto known = employer_before(engine, verb, person)) return known;
  // "Ann, for ten years the public face of Acme, left in April": the house of the aside
  for (std::size_t i = 1; i + 2 < verb.piece; ++i)
    if (pieces[i - 1].is_noun() && pieces[i - 1].noun.begin == subject.begin && pieces[i].is(","))
      for (std::size_t k = i + 1; k + 1 < verb.piece && !engine.clauses().word_at(k, ",|who|which|where");
           ++k)
        if (engine.clauses().word_at(k, "of|at|with") && pieces[k + 1].is_noun() &&
            pieces[k + 1].noun.named() && pieces[k + 1].noun.type == NounType::organisation)
          if (auto found = engine.organisation(pieces[k + 1].noun)) return found;
  // "Acme: founder Ann Example resigns": of whom the item is
  if (engine.sentence().item_date.known() && pieces.size() > 2 && engine.clauses().word_at(1, ":"))
    if (auto about = named_at(engine, 0)) return about;
  // "notified Acme of his decision to resign"
  for (const Verb& other : engine.clauses().verbs())
    if (other.piece < verb.piece && one_of("notify|inform", other.lemma)) {
      const auto told = engine.clauses().object(other.piece, "");
      if (!told.empty() && engine.noun(told.front()).named() &&
          engine.noun(told.front()).can_be_organisation())
        return engine.organisation(engine.noun(told.front()));
    }
  // "Acme confirmed that X was leaving"
  for (const Verb& other : engine.clauses().verbs())
    if (other.piece < verb.piece && one_of("confirm|announce|say|tell", other.lemma)) {
      const auto speakers = engine.clauses().subject(other);
      if (!speakers.empty() && engine.noun(speakers.back()).type == NounType::organisation &&
          engine.noun(speakers.back()).named())
        return engine.organisation(engine.noun(speakers.back()));
    }
  if (engine.losing()) return engine.losing();
  // not where the same sentence says they go
  const auto goes_there = [&](const std::string& name) {
    for (std::size_t i = verb.piece + 1; i < pieces.size(); ++i)
      if (pieces[i].is_noun() && pieces[i].noun.name == name) return true;
    return false;
  };
  if (engine.document().main_organisation_count() >= 2 && !goes_there(engine.document().main_organisation()))
    return engine.main_organisation();
  if (engine.last_organisation() && engine.last_organisation()->kind != "University")
    return engine.last_organisation();
  // filings say "the Company", "our Board": whose filing it is
  const bool filing = engine.mentions("our") || engine.mentions("company") || engine.mentions("registrant");
  if (filing && !engine.document().main_organisation().empty()) return engine.main_organisation();
  return std::nullopt;
}

/// "Acme hired X away from Blue. X .. left last week": the departure told before, now with its day.
bool told_more_exactly(RuleEngine& engine, const Verb& verb, const Actor& person) {
  if (verb.negated || verb.planned) return false;
  for (auto& claim : engine.claims()) {
    if (claim.relation != "LEFT" || claim.denied || claim.subject.name != person.name ||
        claim.sentence + 3 < engine.sentence_index())
      continue;
    const auto date = engine.clauses().date_of(verb);
    if (date && (!claim.start.known() || claim.start.precision != DatePrecision::day))
      claim.start = engine.event_date(verb);
    return true;
  }
  return false;
}

/// "a dozen members of Acme's team": where a group without names works.
std::optional<Actor> group_of(const RuleEngine& engine, std::size_t piece) {
  const Noun& noun = engine.noun(piece);
  for (const auto* belongs : {&noun.employer, &noun.owner})
    for (const Noun& one : *belongs) {
      if (one.type != NounType::organisation) continue;
      return engine.organisation(one.owner.empty() ? one : one.owner.front());
    }
  if (engine.clauses().word_at(piece + 1, "of|at|from") && piece + 2 < engine.pieces().size() &&
      engine.pieces()[piece + 2].is_noun()) {
    const Noun& whole = engine.noun(piece + 2);
    if (whole.named() && whole.can_be_organisation()) return engine.organisation(whole);
    if (!whole.owner.empty() && whole.owner.front().type == NounType::organisation)
      return engine.organisation(whole.owner.front());
  }
  return std::nullopt;
}

/// "left Acme for Blue", "left to join Blue": where to.
void claim_destination(RuleEngine& engine, const Verb& verb, const std::vector<Actor>& people) {
  auto where = engine.clauses().behind(verb, "for|to");
  if (where.empty() || verb.negated) return;
  const Noun& noun = engine.noun(where.front());
  if (noun.type == NounType::person || noun.type == NounType::place || !noun.named()) return;
  const auto organisation = engine.organisation(noun);
  if (!organisation) return;
  engine.remember_gaining(*organisation);
  for (const auto& person : people)
    claim_joined(engine, "left-for", person, *organisation, verb, where.front());
}

/// The organisation that a piece names, or at which the job that it tells of is.
std::optional<Actor> named_or_employing(const RuleEngine& engine, std::size_t piece) {
  const Noun& noun = engine.noun(piece);
  if (noun.named() && noun.type == NounType::organisation) return engine.organisation(noun);
  if (noun.type == NounType::role && !noun.employer.empty() && noun.employer.front().named())
    return engine.organisation(noun.employer.front());
  return std::nullopt;
}

}  // namespace

void find_departure(RuleEngine& engine, const Verb& verb) {
  for (const auto& [rule, lemma, prepositions, needs] : kDepartures) {
    if (verb.lemma != lemma || verb.passive || !follows(engine, verb, needs)) continue;
    const auto subjects = engine.clauses().subject(verb);
    auto objects = engine.clauses().object(verb.piece, prepositions);
    if (!needs.empty()) objects = engine.clauses().behind(verb, prepositions);
    // "walked out over the use of works": what follows later is no place
    if (needs == "out|away" || needs == "out")
      if (!objects.empty() && !engine.noun(objects.front()).named() &&
          !is_organisation_noun(engine.noun(objects.front()).head))
        objects.clear();
    if (objects.empty() && one_of("leave|quit|exit", lemma)) objects = engine.clauses().relative_object(verb);
    auto people = engine.people(subjects);
    // "left together with A and B"
    for (const Actor& other : engine.people(engine.clauses().companions(verb)))
      if (!people.empty() && !verb.negated) people.push_back(other);
    bool found = false;
    std::optional<Actor> stated;
    if (!objects.empty()) {
      const Noun& noun = engine.noun(objects.front());
      if (noun.named() && noun.type != NounType::person && one_of("board", noun.group))
        stated = engine.organisation(noun);
      else if (noun.named() && noun.head != "board")
        stated = engine.organisation(noun);
      else if (!noun.named() && !noun.owner.empty() && noun.owner.front().type == NounType::organisation &&
               one_of("team|group|division|unit|department|lab|arm|staff|side|business|effort", noun.head))
        stated = engine.organisation(noun.owner.front());
      else if (noun.type == NounType::pronoun && noun.head == "it") {
        for (std::size_t k = 0; k < objects.front(); ++k)  // "a founder of Acme, and left it"
          if (auto named = named_at(engine, k)) stated = named;
        if (!stated) stated = engine.last_organisation();
      } else if (noun.type == NounType::common && is_organisation_noun(noun.head) && !people.empty()) {
        stated =
            one_of("lab|laboratory|university|institute|bank|foundation|academy|school|college", noun.head) ||
                    noun.described.starts_with("venture ")
                ? engine.organisation(noun)
                : engine.employer_of(people.front());
        // not where the same sentence says they went
        if (stated)
          for (std::size_t k = verb.piece + 1; k < engine.pieces().size(); ++k)
            if (engine.pieces()[k].is_noun() && engine.noun(k).name == stated->name) {
              stated.reset();
              break;
            }
        // "Harry, once at Blue, left the company": what his aside names
        if (!one_of("lab|laboratory|university|institute", noun.head) && !subjects.empty())
          for (std::size_t k = subjects.front() + 1; k < verb.piece; ++k)
            if (auto named = engine.pieces()[k].is_noun() ? named_or_employing(engine, k) : std::nullopt)
              stated = named;
        if (!stated) stated = engine.losing() ? engine.losing() : engine.organisation(noun);
      }
      // "has left the United States for Westmark University"
      if (noun.type == NounType::place && lemma == "leave") claim_destination(engine, verb, people);
      if (noun.type == NounType::place || (noun.type == NounType::person && noun.sure)) return;
      if (noun.type == NounType::common && !is_organisation_noun(noun.head) &&
          !one_of("board|post|position|role|job|seat|chair|project|team|group", noun.head))
        return;  // "left a mark"
      if (one_of("project|team|group", noun.head) && !noun.named() && !stated) {
        // "is leaving the project": what the subject's own job names as such
        if (people.empty()) return;
        stated = engine.employer_of(people.front());
      }
    }
    Verb meant = verb;
    for (const auto& person : people) {
      ClaimDraft draft;
      std::optional<Actor> organisation = stated;
      if (!organisation && told_more_exactly(engine, verb, person)) continue;
      if (!organisation)
        organisation = left_behind(engine, verb, engine.noun(subjects.front()), person, draft.role);
      if (!organisation) continue;
      draft.start = engine.event_date(verb);
      draft.place = place_after(engine, verb);
      found = true;
      if (!verb.negated) engine.remember_losing(*organisation);
      // "retires in June": lies ahead
      if (draft.start->known() && engine.published().known() &&
          first_day(*draft.start) > last_day(engine.published()))
        meant.planned = true;
      engine.claim(rule, "LEFT", person, organisation, &meant,
                   subjects.front() < verb.piece ? subjects.front() : verb.piece, verb.piece,
                   std::move(draft));
    }
    if (stated && !verb.negated && !verb.planned) engine.remember_losing(*stated);
    if (stated && people.empty() && !verb.negated) engine.remember_exodus();
    if (!stated && people.empty() && goes_unnamed(engine, verb)) stated = group_of(engine, subjects.front());
    if (stated && people.empty() && goes_unnamed(engine, verb)) {
      engine.remember_group("LEFT", *stated, verb, &engine.noun(subjects.front()));
      const auto to = engine.clauses().behind(verb, "for|to");
      if (!to.empty() && engine.noun(to.front()).named() && engine.noun(to.front()).type != NounType::place)
        if (const auto where = engine.organisation(engine.noun(to.front())))
          engine.remember_group("JOINED", *where, verb, &engine.noun(subjects.front()));
    }
    // "Ann, put in charge of search only weeks ago, is leaving for Acme": wherever she was
    const bool bound_for = !found && objects.empty() && !people.empty() && !verb.negated;
    if ((found || bound_for) && (lemma == "leave" || lemma == "depart" || lemma == "quit" || lemma == "exit"))
      claim_destination(engine, verb, people);
    return;
  }
}

/// "Alba Ruiz and Tim Ashdown went in January", "are gone": away from where people leave, to where they go.
void find_bare_departure(RuleEngine& engine, const Verb& verb) {
  if (verb.lemma != "go" || (verb.infinitive && !verb.planned)) return;
  std::size_t next = verb.piece + 1;
  const auto& pieces = engine.pieces();
  while (engine.clauses().word_at(next, "again|too|also|now")) ++next;  // "was gone again in May"
  const bool off_to = verb.perfect && engine.clauses().word_at(next, "to") && next + 1 < pieces.size() &&
                      pieces[next + 1].kind == Piece::Kind::word &&
                      !verb_lemma(pieces[next + 1].lower).empty();
  const bool bare =
      next >= pieces.size() || pieces[next].kind == Piece::Kind::date || off_to ||
      engine.clauses().word_at(next, ".|;|,|too|altogether") ||
      (engine.clauses().word_at(next, "that|the") && next + 1 < pieces.size() && pieces[next + 1].is_noun() &&
       one_of("month|week|year|day|summer|autumn|spring|winter", pieces[next + 1].noun.head)) ||
      (pieces[next].is_noun() &&
       one_of("month|week|year|day|autumn|spring|summer|time", pieces[next].noun.head)) ||
      (engine.clauses().word_at(next, "at") && next + 1 < pieces.size() && pieces[next + 1].is_noun() &&
       pieces[next + 1].noun.head == "end");
  if (!bare || verb.negated) return;
  const auto subjects = engine.clauses().subject(verb);
  for (const auto& person : engine.people(subjects)) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    std::string role;
    // "has already gone": from where the text has the person
    const bool guessed = verb.planned || off_to || (verb.perfect && !engine.losing());
    const auto left =
        guessed ? left_behind(engine, verb, engine.noun(subjects.front()), person, role) : engine.losing();
    if (!left) continue;
    engine.claim("went", "LEFT", person, left, &verb, verb.piece, verb.piece, draft);
    if (guessed) continue;
    if (engine.gaining())
      engine.claim("went", "JOINED", person, engine.gaining(), &verb, verb.piece, verb.piece, draft);
  }
}

}  // namespace talentflow::ingest::text
