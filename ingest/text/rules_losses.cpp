// Departures told from the employer's side or as a noun: dismissals, "parted ways", "lost", "the exit of X".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_departure_noun(std::string_view head) {
  return one_of("departure|exit|resignation|dismissal|ouster|firing|retirement|defection", head);
}

/// "his exit public", "the sudden exit": the departure is the head, or a word of what was read as one phrase.
bool names_departure(const Noun& noun) {
  if (noun.named()) return false;
  if (is_departure_noun(noun.head) || one_of("departures|exits|resignations|defections", noun.head))
    return true;
  const std::string& words = noun.described;
  return is_departure_noun(words.substr(0, words.find(' '))) && noun.type == NounType::common;
}

bool is_arrival_noun(std::string_view head) { return one_of("hiring|arrival|recruitment|hire", head); }

std::optional<Actor> employer_or_losing(const RuleEngine& engine, const Actor& person) {
  if (auto known = engine.employer_of(person)) return known;
  if (engine.losing()) return engine.losing();
  if (auto defined = engine.defined_company()) return defined;
  return engine.last_organisation();
}

/// What a bare "X's departure" is from: the job that X was said to hold, or where people are said to leave.
/// Not what X has just founded, and no guess.
std::optional<Actor> place_left(const RuleEngine& engine, const Actor& person) {
  for (const auto& claim : engine.claims())
    if (claim.relation == "LEFT" && claim.subject.name == person.name) return std::nullopt;  // told already
  auto known = engine.employer_of(person);
  if (!known) return engine.losing();
  for (const auto& claim : engine.claims())
    if (claim.relation == "FOUNDED" && claim.subject.name == person.name && claim.object &&
        claim.object->name == known->name && claim.rule.starts_with("founded"))
      return std::nullopt;
  return known;
}

void claim_left(RuleEngine& engine, std::string_view rule, const Actor& person,
                const std::optional<Actor>& organisation, const Verb* verb, const Date& date,
                std::size_t from, std::size_t to) {
  if (!organisation || engine.said("LEFT", person.name, organisation->name)) return;
  ClaimDraft draft;
  draft.start = date;
  engine.claim(rule, "LEFT", person, organisation, verb, from, to, std::move(draft));
}

/// "X has dismissed Y", "Y was ousted (by X)", "let Y go".
void find_dismissal(RuleEngine& engine, const Verb& verb) {
  const bool dismisses = one_of("dismiss|fire|sack|oust", verb.lemma) ||
                         (verb.lemma == "forced" && engine.clauses().word_at(verb.piece + 1, "out"));
  if (!dismisses || verb.negated) return;
  const auto subjects = engine.clauses().subject(verb);
  if (verb.passive) {
    const auto by = engine.clauses().behind(verb, "by|from");
    for (const auto& person : engine.people(subjects)) {
      std::optional<Actor> organisation;
      if (!by.empty()) organisation = engine.organisation(engine.noun(by.front()));
      if (!organisation && !subjects.empty() && !engine.noun(subjects.front()).employer.empty())
        organisation = engine.organisation(engine.noun(subjects.front()).employer.front());
      if (!organisation) organisation = employer_or_losing(engine, person);
      claim_left(engine, "dismissed", person, organisation, &verb, engine.event_date(verb), verb.piece,
                 verb.piece);
    }
    return;
  }
  const auto objects = engine.clauses().object(verb.piece, "");
  if (subjects.empty() || objects.empty()) return;
  auto organisation = engine.organisation(engine.noun(subjects.back()));
  const Noun& who = engine.noun(subjects.back());
  if (!organisation && one_of("board|directors", who.head) && !who.owner.empty())
    organisation = engine.organisation(who.owner.front());
  for (const auto& person : engine.people(objects)) {
    auto from = organisation ? organisation : engine.employer_of(person);
    if (!from) from = engine.last_organisation();
    if (!from && engine.document().main_organisation_count() >= 2) from = engine.main_organisation();
    claim_left(engine, "dismissed", person, from, &verb, engine.event_date(verb), verb.piece, objects.back());
  }
}

/// "terminated the employment of X as chief executive".
void find_termination(RuleEngine& engine, const Verb& verb) {
  if (!one_of("terminate|end", verb.lemma) || verb.passive || verb.negated) return;
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i + 2 < pieces.size() && i < verb.piece + 3; ++i) {
    if (!pieces[i].is_noun() || !one_of("employment|contract", pieces[i].noun.head) ||
        !engine.clauses().word_at(i + 1, "of|with") || !pieces[i + 2].is_noun())
      continue;
    const auto subjects = engine.clauses().subject(verb);
    auto organisation = subjects.empty() ? std::nullopt : engine.organisation(engine.noun(subjects.back()));
    for (const auto& person : engine.people(engine.clauses().group_from(i + 2)))
      claim_left(engine, "employment-ended", person,
                 organisation ? organisation : employer_or_losing(engine, person), &verb,
                 engine.event_date(verb), verb.piece, i + 2);
    return;
  }
}

/// "A has parted ways with X", "X has parted company with A".
void find_parting(RuleEngine& engine, const Verb& verb) {
  if (verb.lemma != "part" || verb.negated) return;
  const auto with = engine.clauses().behind(verb, "with|from");
  const auto subjects = engine.clauses().subject(verb);
  if (with.empty() || subjects.empty()) return;
  auto people = engine.people(with);
  auto organisation = engine.organisation(engine.noun(subjects.back()));
  if (people.empty()) {
    // "Acme also parted ways with its marketing chief": whom it lost has no name
    if (organisation && engine.noun(with.front()).type == NounType::role)
      engine.remember_losing(*organisation);
    people = engine.people(subjects);
    organisation = engine.organisation(engine.noun(with.front()));
  }
  for (const auto& person : people) {
    // "her company": the one the person was said to belong to
    auto from = organisation ? organisation : employer_or_losing(engine, person);
    claim_left(engine, "parted-ways", person, from, &verb, engine.event_date(verb), verb.piece, with.back());
  }
}

/// "xAI lost two co-founders", "has lost Ann Example to Blue": the place that people leave.
void find_loss(RuleEngine& engine, const Verb& verb) {
  if (verb.lemma != "lose" || verb.passive || verb.negated) return;
  const auto subjects = engine.clauses().subject(verb);
  auto objects = engine.clauses().object(verb.piece, "");
  if (objects.empty()) objects = engine.clauses().relative_object(verb);
  if (subjects.empty() || objects.empty()) return;
  const auto organisation = engine.organisation(engine.noun(subjects.back()));
  if (!organisation) return;
  const Noun& what = engine.noun(objects.front());
  const bool people =
      what.type == NounType::person || what.type == NounType::role || one_of("team|staff|people", what.head);
  if (!people) return;
  engine.remember_losing(*organisation);
  if (engine.people(objects).empty()) engine.remember_exodus();
  const auto to = engine.clauses().behind(verb, "to");
  const auto gaining = to.empty() || engine.noun(to.front()).type == NounType::person
                           ? std::nullopt
                           : engine.organisation(engine.noun(to.front()));
  if (gaining) engine.remember_gaining(*gaining);
  for (const auto& person : engine.people(objects)) {
    claim_left(engine, "lost", person, organisation, &verb, engine.event_date(verb), verb.piece,
               objects.back());
    if (!gaining) continue;
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    engine.claim("lost-to", "JOINED", person, gaining, &verb, verb.piece, to.front(), std::move(draft));
  }
}

/// The date that a noun's sentence gives: "last month saw the exit of X", "the exit of X was confirmed on
/// Monday".
Date date_of_noun(const RuleEngine& engine, std::size_t noun) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = noun; i-- > 0 && !engine.clauses().word_at(i, ";|.");)
    if (pieces[i].kind == Piece::Kind::date) return pieces[i].date;
  for (std::size_t i = noun; i < pieces.size(); ++i)
    if (pieces[i].kind == Piece::Kind::date) return pieces[i].date;
  if (engine.sentence().item_date.known()) return engine.sentence().item_date;
  return engine.published().known() ? until(engine.published()) : Date();
}

/// "A resigned on Monday and is followed by B", "A was succeeded by B": B has A's post.
void find_succession(RuleEngine& engine, const Verb& verb) {
  const bool behind_comma =
      verb.lemma == "follow" && verb.piece > 0 && engine.clauses().word_at(verb.piece - 1, ",");
  if (!one_of("follow|succeed|replace", verb.lemma) || (!verb.passive && !behind_comma) || verb.negated)
    return;
  const auto by = engine.clauses().behind(verb, "by");
  const auto subjects = engine.clauses().subject(verb);
  if (by.empty()) return;
  // "resigns from Acme, followed by B": so does B
  if (verb.lemma == "follow" && verb.piece > 0 && engine.clauses().word_at(verb.piece - 1, ",")) {
    for (const TextClaim& claim : std::vector<TextClaim>(engine.claims()))
      if (claim.sentence == engine.sentence_index() && claim.relation == "LEFT" && !claim.denied &&
          claim.object)
        for (const auto& person : engine.people(by))
          claim_left(engine, "followed-by", person, claim.object, &verb, claim.start, verb.piece, by.front());
    return;
  }
  if (subjects.empty()) return;
  for (const auto& before : engine.people(subjects)) {
    const TextClaim* post = nullptr;
    for (const auto& claim : engine.claims())
      if (claim.subject.name == before.name && claim.object && !claim.denied &&
          one_of("LEFT|WORKS_AT|LEADS", claim.relation) && (post == nullptr || claim.relation == "LEFT"))
        post = &claim;
    if (post == nullptr) continue;
    const Actor organisation = *post->object;
    const std::string role = post->role;
    for (const auto& person : engine.people(by)) {
      ClaimDraft draft;
      draft.start = engine.event_date(verb);
      draft.role = role.empty() ? "successor" : role;
      engine.claim("succeeded-by", "WORKS_AT", person, organisation, &verb, verb.piece, by.front(),
                   std::move(draft));
    }
    return;
  }
}

/// "has handed in his resignation", "have given notice": a departure that lies ahead, or is done by it.
void find_notice(RuleEngine& engine, const Verb& verb) {
  if (!one_of("give|hand|submit|tender|announce", verb.lemma) || verb.passive || verb.negated) return;
  const auto& pieces = engine.pieces();
  const std::size_t end = std::min(engine.clauses().clause_end(verb), verb.piece + 5);
  for (std::size_t i = verb.piece + 1; i < end && i < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !one_of("notice|resignation|resignations|notices", pieces[i].noun.head))
      continue;
    if (!pieces[i].noun.owner.empty()) return;
    const auto from = engine.clauses().behind(verb, "from|at|to|as");
    std::optional<Actor> stated;
    if (!from.empty() && engine.noun(from.front()).type != NounType::person)
      stated = engine.organisation(engine.noun(from.front()));
    Verb meant = verb;
    meant.planned = pieces[i].noun.head.starts_with("notice");
    for (const auto& person : engine.people(engine.clauses().subject(verb)))
      claim_left(engine, "gave-notice", person, stated ? stated : employer_or_losing(engine, person), &meant,
                 engine.event_date(verb), verb.piece, i);
    return;
  }
}

/// "the departure of X from A", "X's departure", "X made his exit public".
void find_departure_nouns(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !names_departure(pieces[i].noun)) continue;
    const std::string& described = pieces[i].noun.described;
    if (described.find("rumoured") != std::string::npos || described.find("possible") != std::string::npos)
      continue;
    const Verb* before = clauses.verb_before(i);
    if (before != nullptr && (before->possible || before->negated) && i - before->piece < 4) continue;
    std::vector<std::size_t> nouns;
    if (clauses.word_at(i + 1, "of") && i + 2 < pieces.size() && pieces[i + 2].is_noun()) {
      if (const auto* names = clauses.names_of(i + 2))
        nouns = *names;
      else
        nouns = clauses.group_from(i + 2);
    }
    std::vector<Actor> people = engine.people(nouns);
    if (people.empty() && !pieces[i].noun.owner.empty()) {
      if (auto owner = engine.person(pieces[i].noun.owner.front())) people.push_back(*owner);
    }
    // "represent the latest departures from A", "X is the latest exit"
    const bool equals =
        before != nullptr && one_of("represent|mark|become", before->lemma) && i - before->piece < 3;
    if (people.empty() && equals) people = engine.people(clauses.subject(*before));
    if (people.empty() && one_of("his|her", pieces[i].noun.determiner) && before != nullptr &&
        one_of("make|announce|confirm", before->lemma))
      people = engine.people(clauses.subject(*before));
    if (people.empty()) continue;
    std::optional<Actor> organisation;
    for (std::size_t k = i + 1; k + 1 < pieces.size() && k < i + 6; ++k)
      if (pieces[k].is("from") && pieces[k + 1].is_noun() && pieces[k + 1].noun.type != NounType::place)
        organisation = engine.organisation(pieces[k + 1].noun);
    if (organisation) engine.remember_losing(*organisation);
    for (const auto& person : people)
      claim_left(engine, "departure-noun", person, organisation ? organisation : place_left(engine, person),
                 nullptr, date_of_noun(engine, i), i, i);
  }
}

/// "whose last day at Acme was ..", "took over at Acme from A, whose last day at the start-up was ..".
std::optional<Actor> house_of_last_day(const RuleEngine& engine, std::size_t token) {
  const auto& tokens = engine.sentence().sentence.tokens;
  if (token >= tokens.size() || !tokens[token].is("at")) return std::nullopt;
  std::optional<Actor> nearest;
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (!engine.pieces()[i].is_noun()) continue;
    const Noun& noun = engine.noun(i);
    const bool house = noun.named() && noun.type == NounType::organisation;
    if (house && engine.pieces()[i].begin <= token + 1) nearest = engine.organisation(noun);
    if (engine.pieces()[i].begin > token) break;
  }
  return nearest;
}

/// "Ann Example is out at Acme", "her last day is March 27".
void find_last_day(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& tokens = engine.sentence().sentence.tokens;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (!tokens[i].is("last") || !tokens[i + 1].is("day") || i == 0) continue;
    std::optional<Actor> person;
    for (const Piece& piece : pieces) {
      if (piece.begin > i) break;
      if (!piece.is_noun()) continue;
      if (piece.noun.type == NounType::person && piece.noun.named()) person = engine.person(piece.noun);
      for (const Noun& owner : piece.noun.owner)
        if (owner.type == NounType::person) person = engine.person(owner);
    }
    const bool told_there = tokens[i - 1].is("his") || tokens[i - 1].is("her") || tokens[i - 1].is("whose");
    if (!told_there && !tokens[i - 1].is("'s") && !tokens[i - 1].is("the") && !tokens[i - 1].is("a")) return;
    if (!person && (tokens[i - 1].is("his") || tokens[i - 1].is("her"))) person = engine.last_person();
    if (!person) return;
    Verb verb;
    verb.piece = 0;
    Date date;
    for (std::size_t k = 0; k < pieces.size(); ++k)
      if (pieces[k].kind == Piece::Kind::date && pieces[k].begin > i) {
        verb.planned = true;
        date = engine.date_of_piece(k, verb);
        verb.planned = engine.published().known() && first_day(date) > last_day(engine.published());
        break;
      }
    auto organisation = house_of_last_day(engine, i + 2);
    if (!organisation) organisation = employer_or_losing(engine, *person);
    if (!organisation || !date.known()) return;
    // the day completes a departure that was told without one
    for (auto& claim : engine.claims())
      if (claim.relation == "LEFT" && claim.subject.name == person->name && !claim.denied && claim.object &&
          claim.object->name == organisation->name && claim.sentence + 3 > engine.sentence_index()) {
        claim.start = date;
        if (verb.planned) claim.properties.emplace_back("planned", Value(true));
        return;
      }
    claim_left(engine, "last-day", *person, organisation, &verb, date, 0, 0);
    return;
  }
}

/// "Ann Example is out at Acme", "is no longer with the company".
void find_out_at(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const bool headline = engine.sentence().item_date.known() && pieces[i - 1].is_noun() &&
                          pieces[i - 1].noun.type == NounType::person &&
                          engine.clauses().word_at(i + 1, "at|of");
    const bool out = pieces[i].is("out") && (headline || engine.clauses().word_at(i - 1, "is|are")) &&
                     (i + 1 == pieces.size() || engine.clauses().word_at(i + 1, "at|of|.|,|;"));
    const bool no_longer = pieces[i].is("no") && engine.clauses().word_at(i - 1, "is|are") &&
                           engine.clauses().word_at(i + 1, "longer") &&
                           engine.clauses().word_at(i + 2, "with|at");
    if (!out && !no_longer) continue;
    Verb verb;
    verb.piece = i - 1;
    const std::size_t place = i + (out ? 2 : 3);
    auto organisation = place < pieces.size() && pieces[place].is_noun()
                            ? engine.organisation(pieces[place].noun)
                            : std::nullopt;
    // "Acme gives up Dojo, and X is out"
    for (std::size_t k = 0; k < i && !organisation && engine.sentence().item_date.known(); ++k)
      if (pieces[k].is_noun() && pieces[k].noun.named() && pieces[k].noun.type == NounType::organisation)
        organisation = engine.organisation(pieces[k].noun);
    const auto who = headline ? engine.clauses().group_to(i - 1) : engine.clauses().subject(verb);
    for (const auto& person : engine.people(who))
      claim_left(engine, "is-out", person, organisation ? organisation : employer_or_losing(engine, person),
                 nullptr, engine.about_now(), i - 1, i);
  }
}

/// "Meta confirmed the hire on Monday": the hires just told happened, and that is their day.
void find_confirmation(RuleEngine& engine, const Verb& verb) {
  if (verb.lemma != "confirm" || verb.negated || verb.possible) return;
  const auto objects = engine.clauses().object(verb.piece, "");
  if (objects.empty() || engine.noun(objects.front()).named()) return;
  const std::string& head = engine.noun(objects.front()).head;
  const bool arrivals = one_of("hire|hires|hiring|appointment|move|news", head);
  const bool departures = one_of("departure|departures|exit|resignation|news|move", head);
  // "the hire" may be read as a verb form
  if (!arrivals && !departures) return;
  const auto date = engine.clauses().date_of(verb);
  for (auto& claim : engine.claims()) {
    const bool fits = (arrivals && claim.relation == "JOINED") || (departures && claim.relation == "LEFT");
    if (!fits || claim.denied || claim.sentence + 1 != engine.sentence_index()) continue;
    if (claim.status.empty()) claim.status = "confirmed";
    if (date && (claim.start.precision != DatePrecision::day || !claim.start.known()) &&
        claim.relation == "JOINED")
      claim.start = engine.pieces()[*date].date;
  }
}

/// "approved the appointment of X as R", "the promotion of X to R".
void find_appointment_nouns(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !one_of("appointment|promotion|nomination|election", pieces[i].noun.head) ||
        !engine.clauses().word_at(i + 1, "of") || !pieces[i + 2].is_noun())
      continue;
    const auto people = engine.people(engine.clauses().group_from(i + 2));
    std::size_t role = i + 3;
    while (role < pieces.size() && role < i + 8 &&
           !(pieces[role].is_noun() && pieces[role].noun.type == NounType::role &&
             engine.clauses().word_at(role - 1, "as|to")))
      ++role;
    if (people.empty() || role >= pieces.size() || role >= i + 8) continue;
    const Noun& job = pieces[role].noun;
    auto organisation =
        !job.employer.empty() || job.determiner == "its" ? engine.employer_of_job(job) : std::nullopt;
    if (!organisation && !pieces[i].noun.owner.empty())
      organisation = engine.organisation(pieces[i].noun.owner.front());
    if (!organisation) organisation = engine.last_organisation();
    if (!organisation && !engine.document().main_organisation().empty())
      organisation = engine.main_organisation();
    const Verb* verb = engine.clauses().verb_before(i);
    if (!organisation || (verb != nullptr && (verb->possible || verb->negated))) continue;
    for (const auto& person : people) {
      ClaimDraft draft;
      draft.start = date_of_noun(engine, i);
      draft.role = job.role;
      engine.claim("appointment-noun", is_board_role(job.role) ? "BOARD_MEMBER_OF" : "WORKS_AT", person,
                   organisation, nullptr, i, role, std::move(draft));
    }
  }
}

/// "the hiring of X by A", "X's arrival at A".
void find_arrival_nouns(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !is_arrival_noun(pieces[i].noun.head) || pieces[i].noun.plural) continue;
    std::vector<Actor> people;
    if (clauses.word_at(i + 1, "of") && pieces[i + 2].is_noun())
      people = engine.people(clauses.group_from(i + 2));
    if (people.empty() && !pieces[i].noun.owner.empty())
      if (auto owner = engine.person(pieces[i].noun.owner.front())) people.push_back(*owner);
    std::optional<Actor> organisation;
    for (std::size_t k = i + 1; k + 1 < pieces.size() && k < i + 6; ++k)
      if (clauses.word_at(k, "by|at") && pieces[k + 1].is_noun() &&
          pieces[k + 1].noun.type != NounType::place)
        organisation = engine.organisation(pieces[k + 1].noun);
    if (!organisation && !pieces[i].noun.owner.empty())
      organisation = engine.organisation(pieces[i].noun.owner.front());
    if (!organisation) continue;
    for (const auto& person : people) {
      if (engine.said("JOINED", person.name, organisation->name)) continue;
      ClaimDraft draft;
      draft.start = date_of_noun(engine, i);
      engine.claim("arrival-noun", "JOINED", person, organisation, nullptr, i, i, std::move(draft));
    }
  }
}

}  // namespace

void find_losses(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (!engine.told(verb)) continue;
    find_dismissal(engine, verb);
    find_termination(engine, verb);
    find_parting(engine, verb);
    find_loss(engine, verb);
    find_notice(engine, verb);
    find_succession(engine, verb);
    find_confirmation(engine, verb);
  }
  find_departure_nouns(engine);
  find_arrival_nouns(engine);
  find_appointment_nouns(engine);
  find_last_day(engine);
  find_out_at(engine);
}

}  // namespace talentflow::ingest::text
