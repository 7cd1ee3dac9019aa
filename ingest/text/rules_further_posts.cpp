// Posts told beside others: "appointed A an adviser to B and an outside director of C", "as head of its lab
// and of D", "the group under A", "A, at Acme since 2017,", "after working at B and as a professor at C",
// "will act as an adviser to D", and the names of those hired in the sentence before.
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

std::optional<Actor> named_firm(const RuleEngine& engine, std::size_t piece) {
  if (piece >= engine.pieces().size() || !engine.pieces()[piece].is_noun()) return std::nullopt;
  const Noun& noun = engine.noun(piece);
  if (noun.type == NounType::person || noun.type == NounType::place) return std::nullopt;
  if (noun.named()) return noun.type == NounType::organisation ? engine.organisation(noun) : std::nullopt;
  if (noun.type == NounType::common && noun.determiner == "the") return engine.organisation(noun);
  return std::nullopt;
}

std::string_view relation_of(const Noun& job) {
  const std::string lower = ascii_lower(job.role);
  if (is_adviser_role(job.role)) return "ADVISES";
  const bool outside = lower == "director" || lower == "outside director" || lower == "board director";
  return is_board_role(job.role) || outside ? "BOARD_MEMBER_OF" : "WORKS_AT";
}

void claim(RuleEngine& engine, std::string_view rule, std::string_view relation, const Actor& person,
           const std::optional<Actor>& organisation, const Verb* verb, const std::string& role,
           std::size_t from, std::size_t to, bool over) {
  if (!organisation || organisation->name == person.name) return;
  ClaimDraft draft;
  draft.role = role;
  if (verb != nullptr && !over) draft.start = engine.event_date(*verb);
  if (over && engine.published().known()) draft.end = until(engine.published());
  engine.claim(rule, relation, person, organisation, verb, from, to, std::move(draft));
}

/// Whose a job is: its employer, or who stands behind "to" or "of".
std::optional<Actor> house(const RuleEngine& engine, std::size_t job, std::size_t& last) {
  const Noun& noun = engine.noun(job);
  last = job;
  if (!noun.employer.empty()) return engine.organisation(noun.employer.front());
  if (!noun.owner.empty() && noun.owner.front().type == NounType::organisation)
    return engine.organisation(noun.owner.front());
  if (!engine.clauses().word_at(job + 1, "to|of|at")) return std::nullopt;
  last = job + 2;
  return named_firm(engine, job + 2);
}

/// "The Toronto company also has a new finance chief, Ann Example", "Acme gets a new chief executive: Bob".
void find_new_holder(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 3 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "has|have|gets|got|have|found") || !pieces[i + 1].is_noun()) continue;
    const Noun& job = engine.noun(i + 1);
    const auto& tokens = engine.sentence().sentence.tokens;
    bool fresh = false;
    for (std::size_t t = job.begin; t < job.end; ++t) fresh = fresh || tokens[t].is("new");
    if (job.type != NounType::role || job.plural || !fresh || !clauses.word_at(i + 2, ",|:|-") ||
        !engine.is_person_at(i + 3))
      continue;
    Verb verb;
    verb.piece = i;
    const auto subjects = clauses.subject(verb);
    if (subjects.size() != 1) continue;
    const auto organisation = named_firm(engine, subjects.front());
    const auto person = engine.person(engine.noun(i + 3));
    if (!organisation || !person || organisation->name == person->name) continue;
    ClaimDraft draft;
    draft.role = job.role;
    draft.start = engine.about_now();
    engine.claim("appointment-noun", relation_of(job), *person, organisation, nullptr, i, i + 3,
                 std::move(draft));
    engine.remember_employer(*person, *organisation);
  }
}

/// "appointed A an adviser to B and an outside director of C", "hired A as head of its lab and of D".
void find_joined_posts(RuleEngine& engine, const Verb& verb) {
  if (!one_of("appoint|name|make|hire|elect|choose|promote", verb.lemma) || verb.negated || verb.possible ||
      !engine.told(verb))
    return;
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const auto objects = verb.passive ? clauses.subject(verb) : clauses.object(verb.piece, "");
  const auto people = engine.people(objects);
  if (people.size() != 1) return;
  std::size_t at = (verb.passive ? verb.piece : objects.front()) + 1;
  // behind an aside to the name
  if (const std::size_t behind = clauses.skip_aside(at); behind != at) at = behind;
  std::size_t count = 0;
  for (; at < pieces.size() && at < verb.piece + 24; ++at) {
    if (clauses.word_at(at, "as|and|,|the|both|a|an|its|to|outside|independent|non-executive") ||
        pieces[at].kind == Piece::Kind::date) {
      // "and of D"
      if (count > 0 && clauses.word_at(at, "and") && clauses.word_at(at + 1, "of")) {
        claim(engine, "joined-post", "WORKS_AT", people.front(), named_firm(engine, at + 2), &verb, "head",
              verb.piece, at + 2, false);
        return;
      }
      continue;
    }
    if (!pieces[at].is_noun() || pieces[at].noun.type != NounType::role) return;
    const Noun& job = pieces[at].noun;
    std::size_t last = at;
    auto where = house(engine, at, last);
    // "Acme appointed A an adviser to the group"
    const auto subjects = clauses.subject(verb);
    if (!where && last != at && !verb.passive && subjects.size() == 1 && last < pieces.size() &&
        pieces[last].is_noun() && one_of("group|company|firm|board|team", engine.noun(last).head))
      where = named_firm(engine, subjects.front());
    const bool further = count > 0 || is_adviser_role(job.role);
    if (where && further && (job.employer.empty() || job.employer.front().group.empty()))
      claim(engine, "joined-post", relation_of(job), people.front(), where, &verb, job.role, verb.piece, last,
            false);
    ++count;
    at = last;
  }
}

/// "Acme's AI group under Ann Example".
void find_under(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    if (!engine.clauses().word_at(i, "under") || !engine.is_person_at(i + 1) || !pieces[i - 1].is_noun())
      continue;
    const Noun& unit = engine.noun(i - 1);
    const bool owned = !unit.owner.empty() && unit.owner.front().type == NounType::organisation &&
                       one_of(
                           "group|team|division|unit|lab|department|business|arm|organisation|organization|"
                           "effort",
                           unit.named() ? unit.group : unit.head);
    if (!owned) continue;
    if (const auto person = engine.person(engine.noun(i + 1))) {
      ClaimDraft draft;
      draft.role = "head";
      draft.end = Date::open_date();
      engine.claim("unit-under", "WORKS_AT", *person, engine.organisation(unit.owner.front()), nullptr, i - 1,
                   i + 1, std::move(draft));
    }
  }
}

/// "A, at Acme since 2017, ..", "A, from Acme, joins B".
void find_place_in_aside(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 3 < pieces.size(); ++i) {
    if (!engine.is_person_at(i) || !clauses.word_at(i + 1, ",|(")) continue;
    std::size_t at = i + 2;
    while (clauses.word_at(at, "still|now|who|long|himself|herself")) ++at;
    const bool from = clauses.word_at(at, "from");
    if (!clauses.word_at(at, "at|with|from") || at + 1 >= pieces.size() || !pieces[at + 1].is_noun())
      continue;
    const Noun& noun = engine.noun(at + 1);
    const auto organisation = noun.named() ? named_firm(engine, at + 1) : std::nullopt;
    const auto person = engine.person(engine.noun(i));
    if (!organisation || !person) continue;
    const bool dated =
        at + 2 < pieces.size() && pieces[at + 2].kind == Piece::Kind::date && pieces[at + 2].is("since");
    const bool since =
        at + 2 < pieces.size() && pieces[at + 2].kind == Piece::Kind::date && pieces[at + 2].lower == "since";
    if (from && !clauses.word_at(at + 2, ",|)")) continue;
    if (!from && !since && !dated) continue;
    ClaimDraft draft;
    if (since)
      draft.start = pieces[at + 2].date;
    else if (engine.published().known())
      draft.end = until(engine.published());
    engine.claim("place-in-aside", "WORKS_AT", *person, organisation, nullptr, i, at + 1, std::move(draft));
  }
}

/// "after working at B and as a professor at C": a second post behind the first.
void find_second_post(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "as") || !clauses.word_at(i - 1, "and|then|later|before") ||
        !pieces[i + 1].is_noun() || engine.noun(i + 1).type != NounType::role ||
        engine.noun(i + 1).employer.empty())
      continue;
    const TextClaim* first = nullptr;
    const std::size_t offset = engine.sentence().sentence.tokens[pieces[i].begin].offset;
    for (const auto& told : engine.claims())
      if (told.sentence == engine.sentence_index() && told.relation == "WORKS_AT" && told.begin < offset &&
          !told.denied && told.end.known())
        first = &told;
    if (first == nullptr) continue;
    const Actor person = first->subject;
    claim(engine, "second-post", "WORKS_AT", person, engine.organisation(engine.noun(i + 1).employer.front()),
          nullptr, engine.noun(i + 1).role, i, i + 1, !first->end.open());
  }
}

/// "has worked for A and, from 2006, for B": the second house behind its own preposition.
void find_second_house(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 2; i + 1 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "for|at|with") || pieces[i].kind != Piece::Kind::word) continue;
    std::size_t before = i - 1;
    while (before > 0 && (pieces[before].is(",") || pieces[before].kind == Piece::Kind::date ||
                          clauses.word_at(before, "later|then|earlier")))
      --before;
    if (!clauses.word_at(before, "and") || before == 0) continue;
    const std::size_t offset = engine.sentence().sentence.tokens[pieces[before].begin].offset;
    const TextClaim* first = nullptr;
    for (const auto& told : engine.claims())
      if (told.sentence == engine.sentence_index() && told.rule == "worked-at" && told.begin < offset &&
          !told.denied)
        first = &told;
    const auto where = named_firm(engine, i + 1);
    if (first == nullptr || !where || !engine.noun(i + 1).named()) continue;
    const TextClaim copy = *first;
    ClaimDraft draft;
    if (before + 2 < i)
      for (std::size_t k = before; k < i; ++k)
        if (pieces[k].kind == Piece::Kind::date && one_of("from|since", pieces[k].lower))
          draft.start = pieces[k].date;
    draft.end = copy.end;
    engine.claim("second-house", "WORKS_AT", copy.subject, where, nullptr, before, i + 1, std::move(draft));
  }
}

/// "A, a former B and C engineer,": the engineer of B is one of C too.
void find_two_houses(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 2; i + 2 < pieces.size(); ++i) {
    const bool first = pieces[i].is_noun() && pieces[i].noun.named() && pieces[i].noun.former &&
                       pieces[i].noun.type == NounType::organisation &&
                       engine.clauses().word_at(i - 1, ",") && engine.is_person_at(i - 2);
    if (!first || !engine.clauses().word_at(i + 1, "and") || !pieces[i + 2].is_noun() ||
        engine.noun(i + 2).type != NounType::role || engine.noun(i + 2).plural ||
        engine.noun(i + 2).employer.empty())
      continue;
    const auto person = engine.person(engine.noun(i - 2));
    if (!person) continue;
    Noun job = engine.noun(i + 2);
    job.former = true;
    claim_job(engine, *person, job, "two-houses", i - 2, i + 2);
    job.employer = {engine.noun(i)};
    claim_job(engine, *person, job, "two-houses", i - 2, i + 2);
  }
}

/// "will act as an adviser to D", "is one of three scientific advisers": of D, of what the text is about.
void find_advisers(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (const Verb& verb : clauses.verbs()) {
    if (!one_of("act|serve|stay|remain|work", verb.lemma) || verb.negated || verb.possible || verb.passive)
      continue;
    for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 4; ++i) {
      if (!pieces[i].is_noun()) continue;
      std::size_t last = i;
      if (engine.noun(i).type != NounType::role || !is_adviser_role(engine.noun(i).role)) break;
      const auto where = house(engine, i, last);
      for (const Actor& person : engine.people(clauses.subject(verb)))
        if (where)
          claim(engine, "acts-as-adviser", "ADVISES", person, where, &verb, engine.noun(i).role, verb.piece,
                last, false);
      break;
    }
  }
  for (std::size_t i = 2; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || engine.noun(i).type != NounType::role || !engine.noun(i).plural ||
        !is_adviser_role(engine.noun(i).role) || engine.noun(i).determiner != "one of" ||
        !clauses.word_at(i - 1, "is|was"))
      continue;
    std::size_t last = i;
    auto where = house(engine, i, last);
    Verb copula;
    copula.piece = i - 1;
    const auto people = engine.people(clauses.subject(copula));
    if (people.size() != 1) continue;
    if (!where) where = engine.last_organisation();
    // not of his own house: "Ann, Blue's chief scientist, is one of three advisers"
    const auto own = engine.employer_of(people.front());
    if (where && own && own->name == where->name)
      where = engine.document().main_organisation().empty() || engine.main_organisation().name == own->name
                  ? std::nullopt
                  : std::optional<Actor>(engine.main_organisation());
    if (where)
      claim(engine, "one-of-advisers", "ADVISES", people.front(), where, nullptr, "adviser", i - 1, last,
            false);
  }
}

/// "Acme has hired three executives. A, .., becomes vice president. The new finance chief, B, was ..": they
/// are the three.
void find_counted_newcomers(RuleEngine& engine) {
  const auto& events = engine.group_events();
  if (events.empty() || events.front().relation != "JOINED" || events.front().count < 2 ||
      events.front().sentence == engine.sentence_index() ||
      events.front().sentence + events.front().count < engine.sentence_index())
    return;
  const GroupEvent event = events.front();
  std::optional<Actor> person;
  const auto& pieces = engine.pieces();
  if (engine.is_person_at(0)) {
    for (const Verb& verb : engine.clauses().verbs())
      if (one_of("become|take|start|lead|head|run|oversee|join|come|arrive", verb.lemma) && !verb.negated &&
          !verb.possible) {
        const auto people = engine.people(engine.clauses().subject(verb));
        if (people.size() == 1 && people.front().name == engine.noun(0).name && !person)
          person = people.front();
      }
  } else if (pieces.size() > 2 && pieces[0].is_noun() && engine.noun(0).type == NounType::role &&
             engine.sentence().sentence.tokens.size() > 1 && engine.sentence().sentence.tokens[1].is("new") &&
             engine.clauses().word_at(1, ",") && engine.is_person_at(2)) {
    person = engine.person(engine.noun(2));
  }
  // "becomes chief of Blue": not of the house that hired the others
  for (const TextClaim& told : engine.claims())
    if (person && told.sentence == engine.sentence_index() && told.subject.name == person->name &&
        told.object && one_of("became|took-over-as|joined|came-to|went-to", told.rule) &&
        told.object->name != event.object.name)
      return;
  if (event.founders) return;
  if (!person || engine.said("JOINED", person->name, event.object.name) ||
      engine.said("LEFT", person->name, event.object.name))
    return;
  ClaimDraft draft;
  draft.start = event.start;
  draft.status = event.status;
  if (event.planned) draft.properties.emplace_back("planned", Value(true));
  engine.claim("counted-newcomer", "JOINED", *person, event.object, nullptr, 0, 0, std::move(draft));
}

}  // namespace

void find_further_posts(RuleEngine& engine) {
  find_new_holder(engine);
  for (const Verb& verb : engine.clauses().verbs()) find_joined_posts(engine, verb);
  find_under(engine);
  find_place_in_aside(engine);
  find_second_post(engine);
  find_second_house(engine);
  find_two_houses(engine);
  find_advisers(engine);
  find_counted_newcomers(engine);
}

}  // namespace talentflow::ingest::text
