// Hires and appointments: who was taken on, named, promoted, given a seat; who was only asked.
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// What a verb of hiring does with a person. `post`: into a job that it names, else into the organisation.
struct Hire {
  std::string_view rule;
  std::string_view lemma;
  std::string_view between;  ///< words that may stand between verb and person
  std::string_view needs;    ///< the word that must follow the verb, if any
  bool post;
};
constexpr Hire kHires[] = {
    {"hired", "hire", "|away|back", "", false},
    {"poached", "poach", "|away", "", false},
    {"recruited", "recruit", "", "", false},
    {"lured", "lure", "|away|back|over", "", false},
    {"took-on", "take", "on", "on", false},
    {"took-from", "take", "", "", false},
    {"brought-in", "bring", "in|on|aboard|over|back", "in|on|aboard|over|back", false},
    {"snapped-up", "snap", "up", "up", false},
    {"picked-up", "pick", "up", "up", false},
    {"tapped", "tap", "", "", false},
    {"added", "add", "", "", false},
    {"attracted", "attract", "", "", false},
    {"enlisted", "enlist", "", "", false},
    {"nabbed", "nab", "", "", false},
    {"snagged", "snag", "", "", false},
    {"grabbed", "grab", "", "", false},
    {"landed", "land", "", "", false},
    {"signed", "sign", "|up", "", false},
    {"fetched", "fetch", "|back|in|over", "", false},
    {"drafted-in", "draft", "in", "in", false},
    {"won-over", "win", "over|back|", "", false},
    {"secured", "secure", "", "", false},
    {"gained", "gain", "", "", false},
    {"got", "get", "", "", false},
    {"engaged", "engage", "", "", false},
    {"welcomed", "welcome", "", "", false},
    {"appointed", "appoint", "", "", true},
    {"named", "name", "", "", true},
    {"promoted", "promote", "", "", true},
    {"elevated", "elevate", "", "", true},
    {"elected", "elect", "", "", true},
    {"installed", "install", "", "", true},
    {"made", "make", "", "", true},
    {"chose", "choose", "", "", true},
    {"selected", "select", "", "", true},
    {"nominated", "nominate", "", "", true},
    {"put-in-charge", "put", "", "", true},
};

bool says_board(const RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece; i < engine.clauses().clause_end(verb); ++i) {
    if (!pieces[i].is_noun()) {
      if (pieces[i].kind == Piece::Kind::word && one_of("board|boards", pieces[i].lower)) return true;
      continue;
    }
    const Noun& noun = pieces[i].noun;
    if (one_of("board|boards|trustee|trustees", noun.head) || noun.group == "board" ||
        (ascii_lower(noun.role) == "director" && noun.determiner != "its" && noun.employer.empty()) ||
        is_board_role(noun.role))
      return true;
  }
  return false;
}

/// The job behind the hired person: "as chief scientist", "named X chief scientist", "in charge of Y", "to
/// lead Y".
std::string job_of(const RuleEngine& engine, const Verb& verb, std::size_t last_noun) {
  std::string role = role_after(engine, verb);
  const auto& pieces = engine.pieces();
  if (role.empty() && pieces[last_noun].is_noun() && pieces[last_noun].noun.named_to)
    role = pieces[last_noun].noun.role;
  if (role.empty() && last_noun + 1 < pieces.size() && pieces[last_noun + 1].is_noun() &&
      pieces[last_noun + 1].noun.type == NounType::role)
    role = pieces[last_noun + 1].noun.role;
  if (role.empty() && last_noun + 2 < pieces.size() && pieces[last_noun + 1].is("(") &&
      pieces[last_noun + 2].is_noun() && pieces[last_noun + 2].noun.type == NounType::role)
    role = pieces[last_noun + 2].noun.role;  // "welcomes X (CFO)"
  if (role.empty())                          // "promoted X to director of research"
    for (std::size_t i = last_noun + 1; i + 1 < pieces.size() && i < last_noun + 4; ++i)
      if (pieces[i].is("to") && pieces[i + 1].is_noun() && pieces[i + 1].noun.type == NounType::role)
        role = pieces[i + 1].noun.role;
  if (role.empty())  // "put X at the head of research in Y"
    for (std::size_t i = last_noun + 1; i + 1 < pieces.size() && i < last_noun + 3; ++i)
      if (engine.clauses().word_at(i, "at") && pieces[i + 1].is_noun() &&
          one_of("head|helm", pieces[i + 1].noun.head))
        return pieces[i + 1].noun.role.empty() ? "head" : pieces[i + 1].noun.role;
  if (role.empty())
    for (std::size_t i = last_noun + 1; i + 1 < pieces.size() && i < last_noun + 4; ++i)
      if (engine.clauses().word_at(i, "in") && pieces[i + 1].is_noun() &&
          pieces[i + 1].noun.head == "charge") {
        role = "head";
        if (i + 3 < pieces.size() && pieces[i + 2].is("of") && pieces[i + 3].is_noun())
          role = "head of " + engine.sentence().text(pieces[i + 3].begin, pieces[i + 3].end);
      }
  return role;
}

/// ".. from Acme" behind the hired person.
void claim_origin(RuleEngine& engine, const Verb& verb, const std::vector<Actor>& people) {
  auto origins = engine.clauses().behind(verb, "from");
  const auto& pieces = engine.pieces();
  // "four researchers from Acme": inside the noun phrase before the names
  if (origins.empty()) return;
  const Noun& noun = pieces[origins.front()].noun;
  if (!noun.named() || noun.type == NounType::person || noun.type == NounType::place) return;
  const auto organisation = engine.organisation(noun);
  if (!organisation) return;
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    engine.claim("hired-from", "LEFT", person, organisation, &verb, verb.piece, origins.front(),
                 std::move(draft));
    ClaimDraft worked;
    if (engine.published().known()) worked.end = until(engine.published());
    engine.claim("hired-from-post", "WORKS_AT", person, organisation, &verb, verb.piece, origins.front(),
                 std::move(worked));
  }
}

void claim_hire(RuleEngine& engine, const Verb& verb, const Hire& hire, const Actor& organisation,
                const std::vector<Actor>& people, std::size_t last_noun) {
  const std::string role = job_of(engine, verb, last_noun);
  const bool adviser = is_adviser_role(role);
  const bool board = !adviser && (says_board(engine, verb) || is_board_role(role));
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    draft.role = role;
    if (hire.post && !board && draft.role.empty()) continue;
    const std::string_view relation = board       ? "BOARD_MEMBER_OF"
                                      : adviser   ? "ADVISES"
                                      : hire.post ? "WORKS_AT"
                                                  : "JOINED";
    if (!board && !adviser && !verb.negated && !verb.planned) engine.remember_employer(person, organisation);
    engine.claim(hire.rule, relation, person, organisation, &verb, verb.piece, last_noun, std::move(draft));
  }
  if (!board && !adviser && !verb.negated) {
    claim_origin(engine, verb, people);
    if (!hire.post) engine.remember_gaining(organisation);
  }
}

/// The organisation in the job itself: "was named chief scientist of Acme".
std::optional<Actor> organisation_of_job(const RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i < engine.clauses().clause_end(verb) && i < verb.piece + 7; ++i) {
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    if (noun.type == NounType::role) return engine.employer_of_job(noun);
    if (one_of("board|boards", noun.head) && noun.owner.empty()) continue;
    if (one_of("board|boards", noun.head) || (i > 0 && engine.clauses().word_at(i - 1, "of|at") &&
                                              noun.named() && noun.type == NounType::organisation))
      return noun.owner.empty() ? engine.organisation(noun) : engine.organisation(noun.owner.front());
  }
  const auto at = engine.clauses().behind(verb, "at|of|to");
  if (at.empty()) return std::nullopt;
  const Noun& noun = engine.noun(at.front());
  if (!noun.owner.empty()) return engine.organisation(noun.owner.front());
  return noun.type == NounType::person ? std::nullopt : engine.organisation(noun);
}

void find_passive_hire(RuleEngine& engine, const Verb& verb, const Hire& hire) {
  const auto people = engine.people(engine.clauses().subject(verb));
  if (people.empty()) return;
  const auto by = engine.clauses().behind(verb, "by");
  std::optional<Actor> organisation;
  std::size_t last = verb.piece;
  if (!by.empty()) {
    organisation = engine.organisation(engine.noun(by.front()));
    last = by.front();
  }
  if (!organisation && (hire.post || hire.lemma == "hire" || hire.lemma == "recruit"))
    organisation = organisation_of_job(engine, verb);
  const bool from = !engine.clauses().behind(verb, "from").empty();
  if (!organisation && !hire.post && from) organisation = engine.employer_of(people.front());
  if (!organisation && (hire.post ? !role_after(engine, verb).empty() ||
                                        (hire.lemma == "put" && !job_of(engine, verb, verb.piece).empty())
                                  : hire.lemma == "hire" || hire.lemma == "recruit" || from))
    organisation = engine.last_organisation();
  // "was hired from Blue as its chief": not by Blue
  if (from && organisation) {
    const Noun& origin = engine.noun(engine.clauses().behind(verb, "from").front());
    if (origin.named() && origin.name == organisation->name) organisation = engine.last_organisation();
  }
  if (!organisation) return;
  const std::size_t job = hire.post ? verb.piece : last;
  claim_hire(engine, verb, hire, *organisation, people, job);
}

/// "hires A as finance chief, B as counsel and C": those behind the jobs.
std::vector<std::size_t> behind_roles(const RuleEngine& engine, std::size_t last) {
  const auto& pieces = engine.pieces();
  std::vector<std::size_t> out;
  std::size_t at = last + 1;
  while (at + 3 < pieces.size() && pieces[at].is("as") && pieces[at + 1].is_noun() &&
         pieces[at + 1].noun.type == NounType::role) {
    std::size_t next = at + 2;
    while (engine.clauses().word_at(next, ",|and")) ++next;
    if (next == at + 2 || next >= pieces.size() || !pieces[next].is_noun() || !pieces[next].noun.named() ||
        pieces[next].noun.type != NounType::person)
      break;
    out.push_back(next);
    at = next + 1;
  }
  return out;
}

/// People named as the object: right behind the verb, or behind "four researchers:", "including", "among
/// them".
std::vector<std::size_t> hired_nouns(const RuleEngine& engine, const Verb& verb, const Hire& hire) {
  auto objects = engine.clauses().object(verb.piece, hire.between);
  if (!objects.empty() && !engine.people(objects).empty()) {
    for (const std::size_t with : engine.clauses().companions(verb)) objects.push_back(with);
    for (const std::size_t next : behind_roles(engine, objects.back())) objects.push_back(next);
    return objects;
  }
  if (const auto whom = engine.clauses().relative_object(verb); objects.empty() && !whom.empty()) return whom;
  if (objects.empty() || engine.noun(objects.front()).named()) return {};
  const auto& pieces = engine.pieces();
  for (std::size_t i = objects.front() + 1; i + 1 < pieces.size() && i < objects.front() + 6; ++i) {
    if (pieces[i].is(".")) break;
    const bool lists = engine.clauses().word_at(i, ":|including|like|namely") ||
                       (pieces[i].is("as") && pieces[i - 1].is("such")) ||
                       (pieces[i].is("them") && pieces[i - 1].is("among")) ||
                       (pieces[i].is_noun() && pieces[i].noun.head == "them");
    if (lists && pieces[i + 1].is_noun() && pieces[i + 1].noun.type == NounType::person)
      return engine.clauses().group_from(i + 1);
  }
  return {};
}

void find_approach(RuleEngine& engine, const Verb& verb, std::string_view manner);

/// ".. as the new head of Acme" behind a name: Acme.
std::optional<Actor> organisation_of_named_job(const RuleEngine& engine, std::size_t name) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = name + 1; i < pieces.size() && i < name + 4; ++i)
    if (pieces[i].is_noun() && pieces[i].noun.type == NounType::role &&
        engine.clauses().word_at(i - 1, "as|to") && !pieces[i].noun.employer.empty())
      return engine.organisation(pieces[i].noun.employer.front());
  return std::nullopt;
}

/// "has hired four researchers from Acme": their names may follow.
void remember_hired_group(RuleEngine& engine, const Verb& verb, const std::vector<std::size_t>& subjects) {
  const auto objects = engine.clauses().object(verb.piece, "|on|in|away|up|over");
  if (objects.empty() || !is_unnamed_group(engine.noun(objects.front()))) return;
  const Noun& group = engine.noun(objects.front());
  const bool told_from = !engine.clauses().behind(verb, "from").empty() || !group.employer.empty();
  if (verb.lemma == "take" && !told_from) return;
  const Noun& who = engine.noun(subjects.back());
  const auto organisation = who.type == NounType::person ? std::nullopt : engine.organisation(who);
  if (!organisation) return;
  engine.remember_group("JOINED", *organisation, verb, &group);
  if (group.head.find("founder") != std::string::npos && !group.employer.empty())
    engine.remember_founded(engine.organisation(group.employer.front()));
  engine.remember_gaining(*organisation);
  const auto from = engine.clauses().behind(verb, "from");
  const Noun* origin = from.empty() ? nullptr : &engine.noun(from.front());
  if (origin == nullptr && !group.employer.empty() && group.head.find("founder") == std::string::npos)
    origin = &group.employer.front();  // "some Acme engineers"
  if (origin != nullptr && origin->named() && origin->type == NounType::organisation)
    if (const auto left = engine.organisation(*origin)) engine.remember_group("LEFT", *left, verb);
}

/// "the Board of Directors of Acme", "the board of Acme".
std::optional<Actor> whose_board(const RuleEngine& engine, std::size_t board) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = board + 1; i + 1 < pieces.size() && i < board + 4; ++i) {
    if (!engine.clauses().word_at(i, "of|at") || !pieces[i + 1].is_noun()) return std::nullopt;
    if (auto found = engine.organisation(engine.noun(i + 1)); found && engine.noun(i + 1).named())
      return found;
    ++i;
  }
  return std::nullopt;
}

void find_hire(RuleEngine& engine, const Verb& verb) {
  for (const Hire& hire : kHires) {
    if (verb.lemma != hire.lemma) continue;
    if (!hire.needs.empty() && !engine.clauses().word_at(verb.piece + 1, hire.needs) && !verb.passive) {
      // "brought Ann in": the particle behind the person
      const auto objects = engine.clauses().object(verb.piece, "");
      if (objects.empty() || !engine.clauses().word_at(objects.back() + 1, hire.needs)) continue;
    }
    const bool headline = engine.sentence().item_date.known() &&
                          is_past_form(engine.pieces()[verb.piece].lower) && !verb.perfect &&
                          !engine.people(engine.clauses().subject(verb)).empty() &&
                          engine.people(engine.clauses().object(verb.piece, hire.between)).empty();
    if (verb.passive || headline) {
      if (hire.needs.empty() || engine.clauses().word_at(verb.piece + 1, hire.needs))
        find_passive_hire(engine, verb, hire);
      return;
    }
    if (verb.progressive && !verb.planned && one_of("hire|recruit|poach|lure", hire.lemma) &&
        engine.people(engine.clauses().object(verb.piece, "")).empty()) {
      find_approach(engine, verb, engine.pieces()[verb.piece].lower);
      return;
    }
    const auto objects = hired_nouns(engine, verb, hire);
    const auto subjects = engine.clauses().subject(verb);
    if (objects.empty() && !subjects.empty() && !hire.post && !verb.passive)
      remember_hired_group(engine, verb, subjects);
    if (objects.empty() || subjects.empty()) continue;
    const Noun& who = engine.noun(subjects.back());
    // "Gelsinger named X as the head of Acme": by a person, into a job that says where
    if (hire.post && who.type == NounType::person && one_of("name|appoint|promote|make|choose", hire.lemma)) {
      const auto people = engine.people(objects);
      if (const auto where = organisation_of_named_job(engine, objects.back()); where && !people.empty()) {
        claim_hire(engine, verb, hire, *where, people, objects.back());
        return;
      }
    }
    if (one_of("welcome|name|gain|add|choose|land|sign|attract|win|make|put", hire.lemma) &&
        who.type == NounType::person)
      continue;
    auto organisation = engine.organisation(who);
    // "the board of Acme appointed", "Acme's board"
    if (!organisation && !who.owner.empty()) organisation = engine.organisation(who.owner.front());
    if (!organisation && one_of("board|directors", who.head))
      organisation = whose_board(engine, subjects.back());
    if (!organisation && one_of("board|directors", who.head)) organisation = engine.last_organisation();
    if (!organisation && who.type == NounType::role && !who.employer.empty())
      organisation = engine.organisation(who.employer.front());
    const auto people = engine.people(objects);
    if (hire.rule == "took-from" && engine.clauses().behind(verb, "from").empty()) continue;
    if (one_of("welcome|add|land|sign|gain|attract|win", hire.lemma) && !hire.post &&
        job_of(engine, verb, objects.back()).empty() && engine.clauses().behind(verb, "from|to").empty() &&
        hire.lemma == "welcome")
      continue;
    // "Acme's board has added Y": a seat, no job
    if (organisation && one_of("board|boards|directors", who.head) &&
        one_of("add|gain|welcome", hire.lemma) && engine.clauses().behind(verb, "as").empty()) {
      engine.claim_seats(people, organisation, verb, objects.front());
      return;
    }
    if (organisation && !people.empty())
      claim_hire(engine, verb, hire, *organisation, people, objects.back());
    return;
  }
}

/// "has hired the team behind Cove": a team without names, called by what it made.
void find_team_hire(RuleEngine& engine, const Verb& verb) {
  if (!one_of("hire|poach|recruit|take|acquire|bring|lure|snap", verb.lemma) || verb.passive || verb.negated)
    return;
  const auto& pieces = engine.pieces();
  const auto subjects = engine.clauses().subject(verb);
  if (subjects.empty()) return;
  const auto buyer = engine.organisation(engine.noun(subjects.back()));
  if (!buyer) return;
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 6; ++i) {
    if (!pieces[i].is_noun() && !engine.clauses().word_at(i, "people")) continue;
    std::optional<Actor> whole;
    const bool people =
        pieces[i].is_noun()
            ? one_of("team|people|staff|founders|group|engineers|researchers", pieces[i].noun.head) ||
                  (pieces[i].noun.named() && one_of("team|staff", pieces[i].noun.group))
            : true;
    if (!people) return;
    if (pieces[i].is_noun() && pieces[i].noun.named())
      whole = engine.organisation(pieces[i].noun);
    else if (pieces[i].is_noun() && !pieces[i].noun.owner.empty())
      whole = engine.organisation(pieces[i].noun.owner.front());
    else if (engine.clauses().word_at(i + 1, "behind|of|at") && i + 2 < pieces.size() &&
             pieces[i + 2].is_noun())
      whole = engine.organisation(pieces[i + 2].noun);
    if (!whole || whole->name == buyer->name) return;
    Actor team;
    team.described = true;
    team.kind = "Team";
    team.name = whole->name + " team";
    team.id = "org/" + slug(team.name);
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    engine.claim("hired-team", "JOINED", team, buyer, &verb, verb.piece, i, std::move(draft));
    engine.remember_organisation(*whole);
    return;
  }
}

/// "has become a trustee of Y", "becomes Y's chief executive", "takes over as CTO", "succeeds Z as chief
/// scientist".
void find_new_role(RuleEngine& engine, const Verb& verb) {
  const bool becomes = verb.lemma == "become";
  const bool takes_over = (verb.lemma == "take" && engine.clauses().word_at(verb.piece + 1, "over")) ||
                          one_of("succeed|replace|assume|begin|continue", verb.lemma);
  if ((!becomes && !takes_over) || verb.passive || verb.negated) return;
  const auto& pieces = engine.pieces();
  const auto people = engine.people(engine.clauses().subject(verb));
  if (people.empty()) return;
  for (std::size_t i = verb.piece + 1;
       i < engine.clauses().clause_end(verb) + 1 && i < pieces.size() && i < verb.piece + 8; ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.type != NounType::role) continue;
    if (!becomes && !engine.clauses().word_at(i - 1, "as")) continue;
    const Noun& job = pieces[i].noun;
    auto organisation =
        job.employer.empty() && !job.owner.empty() && job.owner.front().type == NounType::organisation
            ? engine.organisation(job.owner.front())
            : engine.employer_of_job(job);
    if (job.employer.empty() && job.owner.empty() && people.size() == 1)
      if (auto known = engine.employer_of(people.front())) organisation = known;
    if (!organisation) return;
    const bool board = is_board_role(job.role) || ascii_lower(job.role) == "director";
    for (const auto& person : people) {
      ClaimDraft draft;
      draft.start = engine.event_date(verb);
      draft.role = job.role;
      if (verb.planned && !draft.start->known()) draft.start = engine.announced_or_unknown(verb);
      engine.claim(becomes ? "became" : "took-over-as",
                   board                       ? "BOARD_MEMBER_OF"
                   : is_adviser_role(job.role) ? "ADVISES"
                                               : "WORKS_AT",
                   person, organisation, &verb, verb.piece, i, std::move(draft));
    }
    return;
  }
}

/// Whether the text has said that the organisation puts money into others.
bool invested_here(const RuleEngine& engine, const Actor& organisation) {
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.relation == "INVESTED_IN" && !claim.denied && claim.subject.name == organisation.name;
  });
}

/// "has given X a seat on its board", "gained X as a trustee", "is on the board of Y", "sits on Y's board".
void find_seat(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    const bool on_board =
        pieces[i].is("on") && pieces[i + 1].is_noun() && one_of("board|boards", pieces[i + 1].noun.head);
    const bool on_words =
        pieces[i].is("on") && clauses.word_at(i + 1, "the") && clauses.word_at(i + 2, "board");
    if (!on_board && !on_words) continue;
    std::optional<Actor> organisation;
    const std::size_t board = on_board ? i + 1 : i + 2;
    if (on_board && !pieces[board].noun.owner.empty() &&
        pieces[board].noun.owner.front().type == NounType::organisation)
      organisation = engine.organisation(pieces[board].noun.owner.front());
    else if (clauses.word_at(board + 1, "of|at") && board + 2 < pieces.size() && pieces[board + 2].is_noun())
      organisation = engine.organisation(pieces[board + 2].noun);
    const Verb* verb = clauses.verb_before(i);
    std::optional<Actor> person;
    for (std::size_t k = i; k-- > 0 && !(person && organisation);) {
      if (!pieces[k].is_noun()) continue;
      if (!person && (pieces[k].noun.type == NounType::person || pieces[k].noun.type == NounType::pronoun))
        person = engine.person(pieces[k].noun);
      if (!organisation && pieces[k].noun.type == NounType::organisation && pieces[k].noun.named() &&
          !engine.told_in_passing(k, engine.sentence().sentence.tokens.size()))
        organisation = engine.organisation(pieces[k].noun);
    }
    // "The chip designer also takes a seat on its board"
    if (!person && verb != nullptr)
      if (const auto doers = engine.people(clauses.subject(*verb)); doers.size() == 1) person = doers.front();
    if (!organisation) organisation = engine.last_organisation();
    if (!person || !organisation) continue;
    // "its partner got a seat on the board": of whom the fund pays (rules_loose_boards.cpp)
    const bool named_board =
        on_board && (!pieces[board].noun.owner.empty() || clauses.word_at(board + 1, "of"));
    if (!named_board && (names_fund_before(engine, i) || is_fund_name(organisation->name))) continue;
    // "Blue Capital has put money in, and its partner A sits on the board": of what it put money into
    const bool investor = organisation->kind == "Fund" || invested_here(engine, *organisation);
    if (investor && engine.raiser() && engine.raiser()->name != organisation->name)
      organisation = engine.raiser();
    if (verb != nullptr && (verb->negated || verb->possible)) continue;
    // "gave up his seat on the board", "resigned from his seat": a departure
    if (verb != nullptr && (one_of("leave|resign|quit|step|vacate", verb->lemma) ||
                            (verb->lemma == "give" && clauses.word_at(verb->piece + 1, "up"))))
      continue;
    ClaimDraft draft;
    if (verb != nullptr && one_of("give|take|get|win|gain|join|accept|offer|land", verb->lemma))
      draft.start = engine.event_date(*verb);
    engine.claim("seat-on-board", "BOARD_MEMBER_OF", *person, organisation, verb, i, board, std::move(draft));
  }
}

/// "has given up his seat on the board of X", "will leave X's board": a departure from the board.
void find_given_up(RuleEngine& engine, const Verb& verb) {
  const bool gives_up = one_of("give", verb.lemma) && engine.clauses().word_at(verb.piece + 1, "up");
  if (!gives_up || verb.negated || verb.passive) return;
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 9; ++i) {
    if (pieces[i].is("for")) return;
    std::optional<Actor> organisation;
    std::string role;
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    for (std::size_t k = verb.piece; k <= i; ++k)
      if (pieces[k].is_noun() && one_of("seat|board", pieces[k].noun.head)) role = "director";
    if (noun.type == NounType::role) {
      organisation = engine.employer_of_job(noun);
      role = noun.role;
    } else if (!noun.owner.empty() && noun.owner.front().type == NounType::organisation) {
      organisation = engine.organisation(noun.owner.front());
    } else if (i > 0 && engine.clauses().word_at(i - 1, "at|of") && noun.named()) {
      organisation = engine.organisation(noun);
    }
    const bool own_post =
        (noun.type == NounType::role && noun.employer.empty()) || one_of("post|job|role|position", noun.head);
    if (!organisation && !own_post) continue;
    for (const auto& person : engine.people(engine.clauses().subject(verb))) {
      if (own_post)
        if (auto known = engine.employer_of(person)) organisation = known;
      if (!organisation) continue;
      ClaimDraft draft;
      draft.start = engine.event_date(verb);
      draft.role = role;
      engine.claim("gave-up-post", "LEFT", person, organisation, &verb, verb.piece, i, std::move(draft));
    }
    if (engine.said_here_as("LEFT")) return;
    if (!own_post) return;  // "gave up her post at A and teaches at B"
  }
}

/// "a senior X executive invited members of Y's team", "X is recruiting at least one Y contributor".
void find_approach(RuleEngine& engine, const Verb& verb, std::string_view manner) {
  const auto subjects = engine.clauses().subject(verb);
  const auto objects = engine.clauses().object(verb.piece, "");
  if (subjects.empty() || objects.empty() || verb.passive || verb.negated) return;
  const Noun& who = engine.noun(subjects.back());
  ClaimDraft draft;
  std::optional<Actor> subject = engine.organisation(who);
  if ((who.type == NounType::role || who.type == NounType::person) && !who.employer.empty()) {
    subject = engine.organisation(who.employer.front());
    draft.properties.emplace_back("by",
                                  Value(who.named() ? who.name : engine.sentence().text(who.begin, who.end)));
  }
  if (!subject) return;
  draft.properties.emplace_back("manner", Value(std::string(manner)));
  draft.status = verb.progressive ? "unconfirmed" : "reported";
  draft.start = engine.event_date(verb);
  if (!verb.progressive && !engine.clauses().date_of(verb))
    for (const Piece& piece : engine.pieces())
      if (piece.kind == Piece::Kind::date) {
        draft.start = piece.date;  // "On 6 March, .. invited": the sentence's own day
        break;
      }
  if (verb.progressive) draft.properties.emplace_back("planned", Value(true));
  for (const std::size_t index : objects) {
    const Noun& noun = engine.noun(index);
    std::optional<Actor> object = engine.anyone(noun);
    if (noun.type == NounType::role && !noun.employer.empty()) {
      object = engine.describe("person", noun, "Person", "approached by", *subject);
      claim_job(engine, *object, noun, "job-of-unnamed", index, index);
    }
    if (object)
      engine.claim("approached", "APPROACHED", *subject, object, &verb, subjects.front(), index, draft);
  }
}

}  // namespace

void find_hires(RuleEngine& engine) {
  find_seat(engine);
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.possible) continue;
    if (one_of("approach|invite|court|woo|offer", verb.lemma) && !verb.infinitive)
      find_approach(engine, verb, verb.lemma);
    if (!engine.told(verb)) continue;
    find_hire(engine, verb);
    find_team_hire(engine, verb);
    find_new_role(engine, verb);
    find_given_up(engine, verb);
  }
}

}  // namespace talentflow::ingest::text
