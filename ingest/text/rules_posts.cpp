// Posts held, told by verbs: "leads", "works at", "spent ten years at", "has been with Y since", "took a
// chair at".
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_post_noun(std::string_view head) {
  return one_of(
      "chair|post|job|position|role|professorship|fellowship|appointment|professor|researcher|posts|"
      "positions|lectureship|office|offices|roles|jobs|appointments|professorships|fellowships",
      head);
}

/// "from January 2004 through April 2008", "since 2021": behind the verb, else before its subject, else
/// wherever a sentence of one verb puts it.
void take_period(const RuleEngine& engine, const Verb& verb, ClaimDraft& draft) {
  const auto& pieces = engine.pieces();
  Period period = period_within(engine, verb.piece + 1, engine.clauses().clause_end(verb));
  if (!period.known()) period = period_before_subject(engine, verb.piece);
  if (!period.known() && verb.piece > 0)
    period = period_within(engine, verb.piece > 5 ? verb.piece - 5 : 0, verb.piece);
  if (!period.known() && engine.clauses().verbs().size() <= 2)
    period = period_within(engine, 0, pieces.size());
  draft.start = period.start;
  draft.end = period.end;
  if (period.known()) return;
  if (const auto date = engine.clauses().date_of(verb)) draft.start = pieces[*date].date;
}

/// The further places of "worked at A, B and C", "at other firms, including A and B".
std::vector<Actor> other_workplaces(const RuleEngine& engine, std::size_t piece, const Actor& first) {
  std::vector<Actor> out;
  for (const std::size_t index : engine.clauses().group_from(piece)) {
    const Noun& noun = engine.noun(index);
    if (index == piece || noun.type == NounType::place || (noun.type == NounType::person && noun.sure))
      continue;
    if (auto actor = engine.organisation(noun); actor && actor->name != first.name)
      out.push_back(std::move(*actor));
  }
  return out;
}

/// "at other firms, including A": the piece of the first name; the noun itself when it has one.
std::size_t named_among(const RuleEngine& engine, std::size_t noun) {
  const auto& pieces = engine.pieces();
  if (engine.noun(noun).named() || !engine.noun(noun).plural) return noun;
  for (std::size_t i = noun + 1; i + 1 < pieces.size() && i < noun + 5; ++i) {
    const bool lists = engine.clauses().word_at(i, "including|like|:") ||
                       (engine.clauses().word_at(i, "as") && engine.clauses().word_at(i - 1, "such"));
    if (lists && pieces[i + 1].is_noun() && pieces[i + 1].noun.named()) return i + 1;
  }
  return noun;
}

/// "Acme, where he served as ..": the piece of Acme.
std::optional<std::size_t> place_of_where(const RuleEngine& engine, const Verb& verb) {
  const auto subjects = engine.clauses().subject(verb);
  if (subjects.empty() || subjects.front() == 0 || !engine.clauses().word_at(subjects.front() - 1, "where"))
    return std::nullopt;
  std::size_t at = subjects.front() - 1;
  while (at > 0 && engine.clauses().word_at(at - 1, ",")) --at;
  if (at == 0 || !engine.pieces()[at - 1].is_noun()) return std::nullopt;
  const Noun& noun = engine.noun(at - 1);
  const bool house = noun.named() && noun.type == NounType::organisation && noun.group.empty();
  return house ? std::optional<std::size_t>(at - 1) : std::nullopt;
}

/// Where a piece of work was done: the named object, its owner, or the organisation behind "at" or "for".
std::optional<Actor> workplace(const RuleEngine& engine, const Verb& verb, bool leads, std::size_t& piece) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  // "worked on Claude at Acme": the place of work, before what was worked on
  for (const auto& at :
       {clauses.behind(verb, "at"), clauses.behind(verb, verb.lemma == "employ" ? "for|with|by" : "for|with"),
        clauses.behind(verb, "in")}) {
    if (at.empty()) continue;
    const std::size_t place = named_among(engine, at.front());
    const Noun& noun = engine.noun(place);
    const bool inside = engine.clauses().word_at(at.front() > 0 ? at.front() - 1 : 0, "in");
    if (!noun.named() ||
        (noun.type == NounType::person && (noun.sure || (noun.determiner != "the" && verb.lemma != "employ" &&
                                                         !clauses.word_at(at.front() - 1, "at")))) ||
        noun.type == NounType::place)
      continue;
    const bool digits = noun.name.find_first_of("0123456789") != std::string::npos;
    if (digits && !engine.clauses().word_at(at.front() > 0 ? at.front() - 1 : 0, "at")) continue;
    if (inside && (leads || !(noun.sure || noun.determiner == "the"))) continue;
    if (auto found = engine.organisation(noun)) {
      piece = place;
      return found;
    }
  }
  const auto objects = clauses.object(verb.piece, leads ? "" : "on|as");
  if (!leads && (objects.empty() || engine.noun(objects.front()).employer.empty()))
    if (const auto there = place_of_where(engine, verb)) {
      piece = *there;
      return engine.organisation(engine.noun(*there));
    }
  if (objects.empty()) {
    if (!leads) {
      const auto roles = clauses.behind(verb, "as");
      if (!roles.empty() && engine.noun(roles.front()).type == NounType::role) {
        piece = roles.front();
        const Noun& job = engine.noun(roles.front());
        if (!job.owner.empty() && job.employer.empty()) return engine.organisation(job.owner.front());
        if (!job.employer.empty() || one_of("its|the", job.determiner)) return engine.employer_of_job(job);
      }
    }
    return std::nullopt;
  }
  const Noun& noun = engine.noun(objects.front());
  piece = objects.front();
  if (!leads && noun.type == NounType::role && noun.employer.empty()) {
    if (!noun.owner.empty()) return engine.organisation(noun.owner.front());
    if (one_of("its|the", noun.determiner)) return engine.employer_of_job(noun);
  }
  if (leads && noun.type == NounType::pronoun) return engine.organisation(noun);
  if (leads && noun.determiner == "its" && !noun.named()) {
    Noun job;
    job.begin = noun.begin;
    job.determiner = "its";
    return engine.employer_of_job(job);
  }
  if (!noun.employer.empty() && noun.type == NounType::role)
    return engine.organisation(noun.employer.front());
  if (!noun.owner.empty() && noun.owner.front().type == NounType::organisation)
    return engine.organisation(noun.owner.front());
  // "had worked on Google Maps": a product that begins with the name of a known company
  if (!leads && noun.named()) {
    const auto blank = noun.name.find(' ');
    if (blank != std::string::npos && Gazetteer::standard().knows_as(noun.name.substr(0, blank), "Company"))
      return Actor{noun.name.substr(0, blank), "Company", "", false};
  }
  // "ran the computing group of Acme"
  const std::size_t behind = objects.front() + 1;
  if (leads && !noun.named() && clauses.word_at(behind, "of|at") && behind + 1 < pieces.size() &&
      one_of("group|team|lab|laboratory|division|unit|department|arm|institute|office", noun.head) &&
      pieces[behind + 1].is_noun() && engine.noun(behind + 1).named() &&
      engine.noun(behind + 1).type == NounType::organisation)
    return engine.organisation(engine.noun(behind + 1));
  if (leads && noun.named() && noun.type != NounType::person &&
      (noun.group.empty() || noun.group != "project") && pieces[objects.front()].end > 0 &&
      noun.can_be_organisation())
    return engine.organisation(noun);
  if (leads && noun.type == NounType::common && is_organisation_noun(noun.head))
    return engine.organisation(noun);
  if (leads && noun.determiner == "its") {
    Noun job;
    job.begin = noun.begin;
    job.determiner = "its";
    return engine.employer_of_job(job);
  }
  return std::nullopt;
}

/// "will continue to serve as chairman (of Y)": the post goes on.
void find_going_on(RuleEngine& engine, const Verb& verb) {
  std::size_t piece = verb.piece;
  auto organisation = workplace(engine, verb, one_of("lead|head|run|oversee", verb.lemma), piece);
  for (const Actor& person : engine.people(engine.clauses().subject(verb))) {
    if (!organisation) organisation = engine.defined_company();
    if (!organisation) organisation = engine.employer_of(person);
    if (!organisation) organisation = engine.last_organisation();
    if (!organisation) continue;
    ClaimDraft draft;
    draft.role = role_after(engine, verb);
    draft.end = Date::open_date();
    engine.remember_employer(person, *organisation);
    const bool board = is_board_role(draft.role);
    engine.claim("goes-on-as", board ? "BOARD_MEMBER_OF" : "WORKS_AT", person, organisation, nullptr,
                 verb.piece, piece, std::move(draft));
  }
}

/// "chief technology officer", "president", "head of research": posts of one house, not trades.
bool is_leading_post(std::string_view role) {
  const std::string lower = ascii_lower(role);
  return lower.find("chief") != std::string::npos || lower.find("president") != std::string::npos ||
         lower.find("chair") != std::string::npos || lower.find("head") != std::string::npos ||
         one_of("ceo|cto|cfo|coo|general counsel|managing director", lower);
}

/// "X, who led the work at Y", "now heads the institute", "was employed by Y", "taught at Y".
void find_work(RuleEngine& engine, const Verb& verb) {
  const bool leads = one_of("lead|head|run|oversee|direct|manage|chair|co-lead|supervise", verb.lemma);
  const bool works = one_of("work|serve|act|teach|stay|remain|continue|carry", verb.lemma) ||
                     (verb.lemma == "employ" && verb.passive) || (verb.lemma == "base" && false);
  if ((!leads && !works) || (verb.passive && !works) || verb.negated) return;
  const Verb* const governor = verb.infinitive ? engine.clauses().verb_before(verb.piece) : nullptr;
  const bool goes_on = governor != nullptr && one_of("continue|remain|stay", governor->lemma) &&
                       !governor->possible && !governor->negated && verb.piece - governor->piece <= 3;
  if (goes_on) return find_going_on(engine, verb);
  if (governor != nullptr && one_of("cease|stop|refuse|decline", governor->lemma)) return;
  if (!engine.told(verb)) return;
  const auto people = engine.people(engine.clauses().subject(verb));
  if (people.empty()) return;
  std::size_t piece = verb.piece;
  auto organisation = workplace(engine, verb, leads, piece);
  bool own = false;
  if (!organisation && leads && !engine.noun(engine.clauses().subject(verb).front()).employer.empty()) return;
  if (!organisation && leads) {
    // "who led the work": at the employer the text gave him
    const auto known = engine.employer_of(people.front());
    if (known || people.size() != 1) return;
    const auto objects = engine.clauses().object(verb.piece, "");
    const bool work = !objects.empty() && one_of("work|team|project|effort|research|group|development",
                                                 engine.noun(objects.front()).head);
    if (!work || engine.pieces().empty()) return;
    for (const Piece& other : engine.pieces())
      if (other.is_noun() && other.begin < engine.pieces()[verb.piece].begin &&
          other.noun.type == NounType::organisation)
        own = true;
    if (own) return;
    organisation = engine.last_organisation();
    if (!organisation) return;
  }
  // "stays on as chief technology officer", in filings "has served as controller since 2019"
  const bool filed = verb.lemma == "serve" && verb.perfect && engine.defined_company();
  if (!organisation && (filed || one_of("stay|remain|continue|carry", verb.lemma)))
    for (std::size_t k = verb.piece + 1; k + 1 < engine.pieces().size() && k < verb.piece + 4; ++k)
      if (engine.clauses().word_at(k, "as") && engine.pieces()[k + 1].is_noun() &&
          engine.noun(k + 1).type == NounType::role && (filed || is_leading_post(engine.noun(k + 1).role))) {
        organisation = engine.employer_of(people.front());
        if (!organisation) organisation = engine.employer_of_job(engine.noun(k + 1));
        piece = k + 1;
      }
  if (!organisation) return;
  if (verb.lemma == "teach" && organisation->kind == "Company") organisation->kind = "University";
  if (verb.lemma == "chair") {  // "chaired Pelago's board"
    for (const auto& person : people)
      engine.claim("chaired", "BOARD_MEMBER_OF", person, organisation, &verb, verb.piece, piece, {});
    return;
  }
  // "will go to work for Acme": an arrival
  if (!leads && governor != nullptr && governor->lemma == "go" && governor->planned) return;
  const bool whole = leads && piece == verb.piece + 1 && engine.noun(piece).named() &&
                     engine.noun(piece).group.empty() && engine.noun(piece).owner.empty();
  const bool used_to = verb.piece >= 2 && engine.clauses().word_at(verb.piece - 1, "to") &&
                       engine.clauses().word_at(verb.piece - 2, "used");
  const bool stays = one_of("stay|remain|continue|carry", verb.lemma);
  const bool after = is_ing_form(engine.pieces()[verb.piece].lower) && verb.piece > 0 &&
                     engine.clauses().word_at(verb.piece - 1, "after|before|following|since");
  const bool past =
      after   ? true
      : stays ? false
              : used_to ||
                    (is_past_form(engine.pieces()[verb.piece].lower) && (!verb.perfect || verb.pluperfect)) ||
                    (verb.perfect && works && !verb.progressive &&
                     !engine.clauses().word_at(verb.piece + 1, "there"));
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.role = whole ? "head" : role_after(engine, verb);
    take_period(engine, verb, draft);
    const bool since = draft.start && verb.perfect && !draft.end;
    if (past && !since && !draft.end && engine.published().known()) draft.end = until(engine.published());
    if (verb.planned) draft.end.reset();
    if ((!past || since) && !draft.end) draft.end = Date::open_date();
    if (!engine.employer_of(person) || !past) engine.remember_employer(person, *organisation);
    // told among those who came to an organisation: leading it is having come to it
    if (leads && !past && engine.gaining() && engine.gaining()->name == organisation->name &&
        engine.employer_of_former(person)) {
      ClaimDraft joined;
      joined.role = role_after(engine, verb);
      if (engine.published().known()) joined.start = until(engine.published());
      engine.claim("leads-where-others-came", "JOINED", person, organisation, &verb, verb.piece, piece,
                   std::move(joined));
      continue;
    }
    // "worked at A, B and C"
    if (works || engine.clauses().word_at(piece > 0 ? piece - 1 : 0, "at"))
      for (const Actor& other : other_workplaces(engine, piece, *organisation))
        engine.claim("worked-at", "WORKS_AT", person, other, &verb, verb.piece, piece, draft);
    // "worked at Acme until 2022, when she went to Blue"
    const bool until_then = engine.mentions("when") &&
                            std::any_of(engine.pieces().begin() + static_cast<std::ptrdiff_t>(piece),
                                        engine.pieces().end(), [&](const Piece& one) {
                                          return one.kind == Piece::Kind::date && one.lower == "until" &&
                                                 draft.end && one.date == *draft.end;
                                        });
    if (until_then && !draft.start && organisation->kind != "University" && !verb.planned) {
      ClaimDraft left;
      left.start = draft.end;
      engine.claim("worked-until", "LEFT", person, organisation, &verb, verb.piece, piece, std::move(left));
    }
    engine.claim(leads ? "led" : "worked-at", whole && !past ? "LEADS" : "WORKS_AT", person, organisation,
                 &verb, verb.piece, piece, std::move(draft));
  }
}

/// "the lab, led by Ann Example,", "is run by Ann Example", "will be headed by her": who is at the head of
/// what.
void find_led_by(RuleEngine& engine, const Verb& verb) {
  if (!one_of("lead|head|run|oversee|manage|co-lead", verb.lemma) || verb.negated || verb.possible) return;
  const auto& pieces = engine.pieces();
  if (!engine.clauses().word_at(verb.piece + 1, "by") || verb.piece == 0) return;
  const auto people = engine.people(engine.clauses().object(verb.piece, "by"));
  if (people.empty()) return;
  const bool aside = pieces[verb.piece - 1].is(",") && verb.piece >= 2 && pieces[verb.piece - 2].is_noun();
  std::size_t before = aside ? verb.piece - 2 : 0;
  // "Acme, the company behind Cobalt, run by Ann": the company, not what it made
  while (before >= 2 && engine.clauses().word_at(before - 1, "behind|of|for|with|in") &&
         pieces[before - 2].is_noun())
    before -= 2;
  auto subjects = aside ? std::vector<std::size_t>{before} : engine.clauses().subject(verb);
  if (subjects.empty() && pieces[verb.piece - 1].is_noun()) subjects = {verb.piece - 1};  // "a team led by X"
  if (subjects.size() != 1) return;
  const Noun& led = engine.noun(subjects.front());
  const bool unit =
      !led.named() && !led.owner.empty() && led.owner.front().type == NounType::organisation &&
      one_of("team|group|division|unit|department|lab|effort|efforts|project|research", led.head);
  if (led.type == NounType::person || one_of("round|deal|investment|financing|series|funding", led.head))
    return;
  auto organisation = unit ? engine.organisation(led.owner.front()) : engine.organisation(led);
  if (aside && before != verb.piece - 2 && !led.named())
    if (const auto described = described_organisation(engine, before)) organisation = described;
  if (!organisation) return;
  const bool was = engine.clauses().word_at_any_before(verb.piece, "was|were|had");
  for (const Actor& person : people) {
    ClaimDraft draft;
    draft.role = "head";
    if (was && engine.published().known())
      draft.end = until(engine.published());
    else if (!verb.planned)
      draft.end = Date::open_date();
    if (!was && !verb.planned) engine.remember_employer(person, *organisation);
    engine.claim("led-by", was || unit ? "WORKS_AT" : "LEADS", person, organisation, &verb, subjects.front(),
                 verb.piece + 1, std::move(draft));
  }
}

/// "now advises Ravenna".
void find_advice(RuleEngine& engine, const Verb& verb) {
  if (verb.lemma != "advise" || verb.passive || verb.negated || !engine.told(verb)) return;
  for (const std::size_t index : engine.clauses().object(verb.piece, ""))
    if (engine.noun(index).named() && engine.noun(index).can_be_organisation())
      if (const auto organisation = engine.organisation(engine.noun(index)))
        for (const auto& person : engine.people(engine.clauses().subject(verb)))
          engine.claim("advises", "ADVISES", person, organisation, &verb, verb.piece, index, {});
}

/// "spent seven years at Y", "rose to director at Y", "began her career at Y", "held posts at Y", "did
/// research at Y".
void find_time_spent(RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const bool spent = verb.lemma == "spend";
  const bool rose = verb.lemma == "rise";
  const bool began = one_of("begin|start|make", verb.lemma) && verb.piece + 1 < pieces.size() &&
                     pieces[verb.piece + 1].is_noun() && pieces[verb.piece + 1].noun.head == "career";
  bool held = false;
  if (one_of("hold|have|occupy", verb.lemma))
    for (std::size_t i = verb.piece + 1; i < clauses.clause_end(verb) && i < verb.piece + 4; ++i)
      held = held || (pieces[i].is_noun() && is_post_noun(pieces[i].noun.head));
  const bool did = verb.lemma == "do" && verb.piece + 1 < pieces.size() && pieces[verb.piece + 1].is_noun() &&
                   one_of("research|work|postdoc|internship|stint", pieces[verb.piece + 1].noun.head);
  if (!(spent || rose || began || held || did) || verb.negated || verb.infinitive || verb.passive) return;
  const auto people = engine.people(clauses.subject(verb));
  const auto at = clauses.behind(verb, did ? "at|with|for" : "at|with");
  if (people.empty()) return;
  std::vector<Actor> organisations;
  for (const std::size_t index : at)
    if (engine.noun(index).type != NounType::person && engine.noun(index).type != NounType::place &&
        engine.noun(index).named())
      if (auto actor = engine.organisation(engine.noun(index))) organisations.push_back(*actor);
  // "holds a post at Y" may be swallowed by the job: "held a professorship at Y"
  for (std::size_t i = verb.piece + 1; i < clauses.clause_end(verb) && organisations.empty(); ++i)
    if (pieces[i].is_noun() && pieces[i].noun.type == NounType::role && !pieces[i].noun.employer.empty())
      if (auto actor = engine.organisation(pieces[i].noun.employer.front())) organisations.push_back(*actor);
  const bool present = held && !is_past_form(pieces[verb.piece].lower);
  for (const auto& person : people)
    for (const auto& organisation : organisations) {
      ClaimDraft draft;
      take_period(engine, verb, draft);
      if (verb.planned)
        draft.end.reset();
      else if (present)
        draft.end = Date::open_date();
      else if (!draft.end && engine.published().known())
        draft.end = until(engine.published());
      if (!engine.employer_of(person)) engine.remember_employer(person, organisation);
      engine.claim("time-spent", "WORKS_AT", person, organisation, &verb, verb.piece, verb.piece,
                   std::move(draft));
    }
}

/// "has been with Y since April 2023", "had been at the company since 2021".
void find_time_with(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i + 3 < pieces.size(); ++i) {
    if (!pieces[i].is("been") || !engine.clauses().word_at(i + 1, "with|at") || !pieces[i + 2].is_noun())
      continue;
    if (pieces[i + 3].kind != Piece::Kind::date || pieces[i + 3].lower != "since") continue;
    const auto organisation = engine.organisation(pieces[i + 2].noun);
    if (!organisation) continue;
    Verb verb;
    verb.piece = i;
    for (const auto& person : engine.people(engine.clauses().subject(verb))) {
      ClaimDraft draft;
      draft.start = pieces[i + 3].date;
      if (!engine.employer_of(person)) engine.remember_employer(person, *organisation);
      engine.claim("been-with-since", "JOINED", person, organisation, nullptr, i, i + 3, std::move(draft));
    }
  }
}

/// "to take a chair at Y", "gave up X for a research post at Y", "accepted a position at Y".
void find_new_post(RuleEngine& engine, const Verb& verb) {
  if (!one_of("take|give|land|accept|assume|swap|get|win|receive|trade", verb.lemma) || verb.passive ||
      verb.negated)
    return;
  const auto& pieces = engine.pieces();
  const auto people = engine.people(engine.clauses().subject(verb));
  if (people.empty()) return;
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 12; ++i) {
    if (!pieces[i].is_noun() || !is_post_noun(pieces[i].noun.head)) continue;
    const bool taken = !one_of("give|swap|trade", verb.lemma) || pieces[i - 1].is("for");
    if (!taken) continue;
    std::optional<Actor> organisation;
    if (!pieces[i].noun.employer.empty())
      organisation = engine.organisation(pieces[i].noun.employer.front());
    else if (!pieces[i].noun.owner.empty())
      organisation = engine.organisation(pieces[i].noun.owner.front());
    else if (engine.clauses().word_at(i + 1, "at|with|in") && i + 2 < pieces.size() &&
             pieces[i + 2].is_noun() && pieces[i + 2].noun.type != NounType::person)
      organisation = engine.organisation(pieces[i + 2].noun);
    if (!organisation) continue;
    for (const auto& person : people) {
      ClaimDraft draft;
      draft.start = engine.event_date(verb);
      engine.claim("took-post", "JOINED", person, organisation, &verb, verb.piece, i, std::move(draft));
    }
    return;
  }
}

/// ".. from Y, where he worked with Z" and "before that at Y": an aside that names only the place.
void find_bare_places(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i + 3 < pieces.size(); ++i) {
    const bool before_that = pieces[i].is("before") && pieces[i + 1].is("that");
    const bool previously =
        (pieces[i].is("previously") || pieces[i].is("formerly") || pieces[i].is("earlier")) &&
        engine.clauses().word_at(i + 1, "at|with|of");
    if (!before_that && !previously) continue;
    std::size_t at = i + (before_that ? 2 : 1);
    if (engine.clauses().word_at(at, ",")) ++at;
    if (!engine.clauses().word_at(at, "at|with|of") || at + 1 >= pieces.size() || !pieces[at + 1].is_noun())
      continue;
    std::optional<Actor> person;
    for (std::size_t k = i; k-- > 0 && !person;)
      if (pieces[k].is_noun() &&
          (pieces[k].noun.type == NounType::person || pieces[k].noun.type == NounType::pronoun))
        person = engine.person(pieces[k].noun);
    if (!person) continue;
    for (const std::size_t index : engine.clauses().group_from(at + 1)) {
      const auto organisation = engine.organisation_at(index);
      if (!organisation) continue;
      ClaimDraft draft;
      if (engine.published().known()) draft.end = until(engine.published());
      engine.claim("before-that", "WORKS_AT", *person, organisation, nullptr, i, index, std::move(draft));
    }
  }
}

/// "he was with Adept Foods", "who was at Halden until 2022", "is now at Acme": a copula and a place of work.
void find_was_at(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "is|was|were|are|been")) continue;
    std::size_t at = i + 1;
    while (clauses.word_at(at, "now|then|previously|once|earlier|also|still|already|first")) ++at;
    if (!clauses.word_at(at, "at|with") || at + 1 >= pieces.size() || !pieces[at + 1].is_noun() ||
        !pieces[at + 1].noun.named())
      continue;
    if (at + 2 < pieces.size() && pieces[at + 2].kind == Piece::Kind::date && pieces[at + 2].lower == "since")
      continue;
    if (clauses.word_at_any_before(i, "not|never|may|might|would|could")) continue;
    Verb verb;
    verb.piece = i;
    const auto people = engine.people(clauses.subject(verb));
    for (const std::size_t index : clauses.group_from(at + 1)) {
      const Noun& noun = engine.noun(index);
      if (noun.type == NounType::place || (noun.type == NounType::person && noun.sure)) continue;
      const auto organisation = engine.organisation(noun);
      if (!organisation) continue;
      for (const auto& person : people) {
        ClaimDraft draft;
        const bool now = clauses.word_at(i, "is|are");
        if (now)
          draft.end = Date::open_date();
        else if (index + 1 < pieces.size() && pieces[index + 1].kind == Piece::Kind::date &&
                 pieces[index + 1].lower == "until")
          draft.end = pieces[index + 1].date;
        else if (engine.published().known())
          draft.end = until(engine.published());
        engine.claim("was-at", "WORKS_AT", person, organisation, nullptr, i, index, std::move(draft));
      }
    }
  }
}

/// "worked at Norvane for six years; B was there for three".
void find_there(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    if (!engine.clauses().word_at(i, "was|were|been") || !engine.clauses().word_at(i + 1, "there")) continue;
    std::optional<Actor> organisation;
    for (const auto& claim : engine.claims())
      if (claim.relation == "WORKS_AT" && claim.sentence + 1 >= engine.sentence_index())
        organisation = claim.object;
    if (!organisation) continue;
    Verb verb;
    verb.piece = i;
    for (const auto& person : engine.people(engine.clauses().subject(verb))) {
      ClaimDraft draft;
      if (engine.published().known()) draft.end = until(engine.published());
      engine.claim("was-there", "WORKS_AT", person, organisation, nullptr, i, i + 1, std::move(draft));
    }
  }
}

/// "After twelve years at Norvane, A is retiring": the years and the place stand before the name.
void find_years_before(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 2 < pieces.size() && i < 6; ++i) {
    if (!clauses.word_at(i, "at|with") || !pieces[i + 1].is_noun() || !pieces[i + 1].noun.named() ||
        !clauses.word_at(i + 2, ","))
      continue;
    bool years = false;
    for (std::size_t k = 0; k < i; ++k)
      years = years || (pieces[k].is_noun() &&
                        one_of("years|year|decade|decades|months|stint|spell|career", pieces[k].noun.head));
    if (!years || !clauses.word_at(0, "after|following|before|with")) continue;
    const auto organisation =
        pieces[i + 1].noun.type == NounType::place ? std::nullopt : engine.organisation(pieces[i + 1].noun);
    if (!organisation || i + 3 >= pieces.size() || !pieces[i + 3].is_noun()) continue;
    for (const auto& person : engine.people(clauses.group_from(i + 3))) {
      ClaimDraft draft;
      if (engine.published().known()) draft.end = until(engine.published());
      engine.remember_employer(person, *organisation);
      engine.claim("years-before", "WORKS_AT", person, organisation, nullptr, i, i + 3, std::move(draft));
    }
    return;
  }
}

/// "as he did at Snap before".
void find_as_before(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i + 4 < pieces.size(); ++i) {
    if (!pieces[i].is("as") || !pieces[i + 1].is_noun() || !engine.clauses().word_at(i + 2, "did|had|has") ||
        !engine.clauses().word_at(i + 3, "at|for") || !pieces[i + 4].is_noun())
      continue;
    const auto person = engine.person(pieces[i + 1].noun);
    const auto organisation = engine.organisation(pieces[i + 4].noun);
    if (!person || !organisation) continue;
    ClaimDraft draft;
    if (engine.published().known()) draft.end = until(engine.published());
    engine.claim("as-before-at", "WORKS_AT", *person, organisation, nullptr, i, i + 4, std::move(draft));
  }
}

}  // namespace

std::string role_after(const RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const std::size_t end = engine.clauses().clause_end(verb);
  // "has named X, who was at Blue, as its president": behind the aside
  for (std::size_t i = verb.piece + 1; i + 1 < pieces.size() && i < verb.piece + 6; ++i) {
    if (!pieces[i].is(",")) continue;
    const std::size_t behind = engine.clauses().skip_aside(i);
    if (behind != i && behind + 1 < pieces.size() && pieces[behind].is("as") &&
        pieces[behind + 1].is_noun() && pieces[behind + 1].noun.type == NounType::role)
      return pieces[behind + 1].noun.role;
    break;
  }
  for (std::size_t i = verb.piece + 1; i + 1 < pieces.size() && i < end + 2; ++i)
    if ((pieces[i].is("as") || pieces[i].is("become") || pieces[i].is("be")) && pieces[i + 1].is_noun() &&
        pieces[i + 1].noun.type == NounType::role)
      return pieces[i + 1].noun.role;
  return {};
}

void find_posts(RuleEngine& engine) {
  find_time_with(engine);
  find_bare_places(engine);
  find_years_before(engine);
  find_as_before(engine);
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.possible) continue;
    find_work(engine, verb);
    find_led_by(engine, verb);
    find_time_spent(engine, verb);
    find_advice(engine, verb);
    find_new_post(engine, verb);
  }
  find_there(engine);
  find_was_at(engine);
}

}  // namespace talentflow::ingest::text
