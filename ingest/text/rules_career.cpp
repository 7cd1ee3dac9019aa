// Jobs and changes of job.
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/country.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// Verbs of arriving: subject person, object organisation.
struct Arrival {
  std::string_view rule;
  std::string_view lemma;
  std::string_view prepositions;
};
constexpr Arrival kArrivals[] = {
    {"joined", "join", "|as|back"},       {"moved-to", "move", "to|over"},
    {"went-to", "go", "to|back|over"},    {"came-to", "come", "to|over|back"},
    {"returned-to", "return", "to"},      {"defected-to", "defect", "to"},
    {"switched-to", "switch", "to|over"}, {"jumped-to", "jump", "to|ship"},
    {"signed-on", "sign", "on|with|at"},
};

/// Verbs of leaving: subject person, object organisation, which may be left unsaid.
struct Departure {
  std::string_view rule;
  std::string_view lemma;
  std::string_view prepositions;
  std::string_view needs;  ///< the word that must follow, if any: "step down"
};
constexpr Departure kDepartures[] = {
    {"left", "leave", "|behind", ""},
    {"quit", "quit", "|as", ""},
    {"resigned", "resign", "from|at", ""},
    {"departed", "depart", "|from", ""},
    {"exited", "exit", "|from", ""},
    {"stepped-down", "step", "down|aside|from|at|as", "down"},
    {"stepped-aside", "step", "aside|from|at|as", "aside"},
    {"retired", "retire", "from", ""},
};

/// Verbs of hiring: subject organisation, object person.
struct Hire {
  std::string_view rule;
  std::string_view lemma;
  std::string_view prepositions;
  std::string_view needs;
};
constexpr Hire kHires[] = {
    {"hired", "hire", "|away", ""},   {"poached", "poach", "|away", ""},
    {"recruited", "recruit", "", ""}, {"lured", "lure", "|away", ""},
    {"took-on", "take", "on", "on"},  {"brought-in", "bring", "in|on|aboard", "in"},
    {"appointed", "appoint", "", ""}, {"named", "name", "", ""},
};

/// Verbs of asking somebody over: a solicitation, not a move.
constexpr std::string_view kApproaches[] = {"approach", "invite", "court", "woo", "offer"};

bool infinitive_of_wish(const RuleEngine& engine, const Verb& verb) {
  // "invited members to join", "trying to hire": said of somebody else's wish
  if (!verb.infinitive || verb.planned) return false;
  for (std::size_t i = verb.piece; i-- > 0;) {
    const Piece& piece = engine.pieces()[i];
    if (piece.kind != Piece::Kind::word) continue;
    const auto lemma = verb_lemma(piece.lower);
    if (lemma.empty()) continue;
    return true;
  }
  return true;
}

bool follows(const RuleEngine& engine, const Verb& verb, std::string_view word) {
  return word.empty() ||
         (verb.piece + 1 < engine.pieces().size() && engine.pieces()[verb.piece + 1].is(word));
}

/// ".. as chief scientist", ".. as its CFO" behind a verb.
std::string role_after(const RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const std::size_t end = engine.clauses().clause_end(verb);
  for (std::size_t i = verb.piece + 1; i + 1 < end; ++i)
    if ((pieces[i].is("as") || pieces[i].is("become") || pieces[i].is("be")) && pieces[i + 1].is_noun() &&
        pieces[i + 1].noun.type == NounType::role)
      return pieces[i + 1].noun.role;
  return {};
}

/// ".. in China" behind the verb: where the person sits.
std::string place_after(const RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i + 1 < pieces.size() && i < verb.piece + 5; ++i)
    if (pieces[i].is("in") && pieces[i + 1].is_noun() && pieces[i + 1].noun.type == NounType::place)
      if (const Country* country = find_country(pieces[i + 1].noun.name)) return country->alpha2;
  return {};
}

/// A job that a noun carries: "Blue division head Ann Example", or an aside's "former lead researcher of ..".
void claim_job(RuleEngine& engine, const Actor& person, const Noun& job, std::string_view rule,
               std::size_t from, std::size_t to) {
  if (job.employer.empty()) return;
  const auto organisation = engine.organisation(job.employer.front());
  if (!organisation) return;
  const std::string role = ascii_lower(job.role);
  ClaimDraft draft;
  draft.role = job.role;
  if (job.role_start.known()) draft.start = job.role_start;
  if (job.role_end.known())
    draft.end = job.role_end;
  else if (job.former && engine.published().known())
    draft.end = until(engine.published());
  else if (!job.former)
    draft.end = Date::open_date();
  engine.remember_employer(person, *organisation);
  if (role.find("founder") != std::string::npos && role.find("member") == std::string::npos) {
    draft.end.reset();
    engine.claim("founder-of", "FOUNDED", person, organisation, nullptr, from, to, std::move(draft));
    return;
  }
  engine.claim(rule, "WORKS_AT", person, organisation, nullptr, from, to, std::move(draft));
}

/// "Ann Example, former lead researcher of .., has" and "Acme researcher Ann Example".
void find_jobs(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    // "Two founders of Y, A and B, .."
    const bool job_first = pieces[i].is_noun() && pieces[i].noun.type == NounType::role &&
                           pieces[i].noun.plural && i + 2 < pieces.size() && pieces[i + 1].is(",") &&
                           pieces[i + 2].is_noun() && pieces[i + 2].noun.type == NounType::person;
    if (job_first)
      for (const auto& holder : engine.people(engine.clauses().group_from(i + 2)))
        claim_job(engine, holder, pieces[i].noun, "job-before-names", i, i + 2);
    if (!pieces[i].is_noun() || !pieces[i].noun.named()) continue;
    const auto person = engine.person(pieces[i].noun);
    if (!person || pieces[i].noun.type != NounType::person) continue;
    if (!pieces[i].noun.employer.empty()) claim_job(engine, *person, pieces[i].noun, "job-before-name", i, i);
    std::size_t next = i + 1;
    if (next >= pieces.size() || !(pieces[next].is(",") || pieces[next].is("(") || pieces[next].is(":")))
      continue;
    ++next;
    const bool formerly =
        next < pieces.size() && pieces[next].kind == Piece::Kind::word && is_former_word(pieces[next].lower);
    if (formerly) ++next;
    if (next >= pieces.size() || !pieces[next].is_noun() || pieces[next].noun.type != NounType::role)
      continue;
    Noun job = pieces[next].noun;
    job.former = job.former || formerly;
    claim_job(engine, *person, job, "job-in-apposition", i, next);
  }
}

void find_arrivals(RuleEngine& engine, const Verb& verb) {
  for (const auto& [rule, lemma, prepositions] : kArrivals) {
    if (verb.lemma != lemma || infinitive_of_wish(engine, verb)) continue;
    const auto objects = engine.clauses().object(verb.piece, prepositions);
    if (objects.empty()) continue;
    const Noun& where = engine.pieces()[objects.front()].noun;
    const auto organisation = engine.organisation(where);
    if (!organisation || (lemma != "join" && where.type == NounType::person)) continue;
    for (const auto& person : engine.people(engine.clauses().subject(verb))) {
      ClaimDraft draft;
      draft.start = engine.event_date(verb);
      draft.role = role_after(engine, verb);
      if (!verb.negated) engine.remember_employer(person, *organisation);
      engine.claim(rule, "JOINED", person, organisation, &verb, verb.piece, objects.front(),
                   std::move(draft));
    }
  }
}

bool is_post_noun(std::string_view head) {
  return head == "chair" || head == "post" || head == "job" || head == "position" || head == "role" ||
         head == "professorship";
}

/// "to take a chair at Y", "gave up X for a research post at Y": a new post, whatever the verb.
void find_new_post(RuleEngine& engine, const Verb& verb) {
  if ((verb.lemma != "take" && verb.lemma != "give" && verb.lemma != "land") || verb.planned) return;
  const auto& pieces = engine.pieces();
  const auto people = engine.people(engine.clauses().subject(verb));
  if (people.empty()) return;
  for (std::size_t i = verb.piece + 1; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !is_post_noun(pieces[i].noun.head) ||
        !(pieces[i + 1].is("at") || pieces[i + 1].is("with")))
      continue;
    const bool taken = verb.lemma != "give" || pieces[i - 1].is("for");
    if (!taken || !pieces[i + 2].is_noun()) continue;
    const auto organisation = engine.organisation(pieces[i + 2].noun);
    if (!organisation || pieces[i + 2].noun.type == NounType::person) continue;
    for (const auto& person : people) {
      ClaimDraft draft;
      if (engine.published().known()) draft.start = until(engine.published());
      engine.claim("took-post", "JOINED", person, organisation, &verb, verb.piece, i + 2, std::move(draft));
    }
    return;
  }
}

/// "has been with Y since April 2023".
void find_time_with(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i + 3 < pieces.size(); ++i) {
    if (!pieces[i].is("been") || !(pieces[i + 1].is("with") || pieces[i + 1].is("at")) ||
        !pieces[i + 2].is_noun())
      continue;
    if (pieces[i + 3].kind != Piece::Kind::date || pieces[i + 3].lower != "since") continue;
    const auto organisation = engine.organisation(pieces[i + 2].noun);
    if (!organisation) continue;
    Verb verb;
    verb.piece = i;
    for (const auto& person : engine.people(engine.clauses().subject(verb))) {
      ClaimDraft draft;
      draft.start = pieces[i + 3].date;
      engine.remember_employer(person, *organisation);
      engine.claim("been-with-since", "JOINED", person, organisation, nullptr, i, i + 3, std::move(draft));
    }
  }
}

/// "Joining Y with the deal, the company said, are A, B and C".
void find_inverted_arrival(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  if (pieces.size() < 4 || !pieces[0].is("joining") || !pieces[1].is_noun()) return;
  const auto organisation = engine.organisation(pieces[1].noun);
  if (!organisation) return;
  for (std::size_t i = 2; i + 1 < pieces.size(); ++i) {
    if (!pieces[i].is("are") && !pieces[i].is("is")) continue;
    std::size_t first = i + 1;
    while (first < pieces.size() && !(pieces[first].is_noun() && pieces[first].noun.type == NounType::person))
      ++first;
    if (first == pieces.size()) return;
    for (const auto& person : engine.people(engine.clauses().group_from(first))) {
      ClaimDraft draft;
      if (engine.published().known()) {
        const CivilDate day = to_civil(last_day(engine.published()));
        draft.start = Date::in_month(day.year, day.month);
      }
      engine.claim("joining-are", "JOINED", person, organisation, nullptr, 0, first, std::move(draft));
    }
    return;
  }
}

/// The organisation that a departure is from, when the verb has no such object: the job named behind it, the
/// subject's own job, what the document said before.
std::optional<Actor> left_behind(const RuleEngine& engine, const Verb& verb, const Noun& subject,
                                 const Actor& person, std::string& role) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i < engine.clauses().clause_end(verb); ++i)
    if (pieces[i].is_noun() && pieces[i].noun.type == NounType::role) {
      role = pieces[i].noun.role;
      if (!pieces[i].noun.employer.empty()) return engine.organisation(pieces[i].noun.employer.front());
    }
  if (!subject.employer.empty()) {
    role = subject.role;
    return engine.organisation(subject.employer.front());
  }
  return engine.employer_of(person);
}

void find_departures(RuleEngine& engine, const Verb& verb) {
  for (const auto& [rule, lemma, prepositions, needs] : kDepartures) {
    if (verb.lemma != lemma || verb.passive || !follows(engine, verb, needs) ||
        infinitive_of_wish(engine, verb))
      continue;
    const auto subjects = engine.clauses().subject(verb);
    const auto objects = engine.clauses().object(verb.piece, prepositions);
    for (const auto& person : engine.people(subjects)) {
      ClaimDraft draft;
      std::optional<Actor> organisation;
      if (!objects.empty() && engine.pieces()[objects.front()].noun.named())
        organisation = engine.organisation(engine.pieces()[objects.front()].noun);
      else if (objects.empty() || engine.pieces()[objects.front()].noun.type != NounType::person)
        organisation = left_behind(engine, verb, engine.pieces()[subjects.front()].noun, person, draft.role);
      if (!organisation) continue;
      draft.start = engine.event_date(verb);
      draft.place = place_after(engine, verb);
      engine.claim(rule, "LEFT", person, organisation, &verb,
                   subjects.front() < verb.piece ? subjects.front() : verb.piece, verb.piece,
                   std::move(draft));
    }
  }
}

/// ".. from Acme" behind the hired person.
void claim_origin(RuleEngine& engine, const Verb& verb, const std::vector<Actor>& people,
                  std::size_t behind) {
  const auto& pieces = engine.pieces();
  if (behind + 1 >= pieces.size() || !pieces[behind].is("from") || !pieces[behind + 1].is_noun()) return;
  const auto organisation = engine.organisation(pieces[behind + 1].noun);
  if (!organisation || !pieces[behind + 1].noun.named()) return;
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    engine.claim("hired-from", "LEFT", person, organisation, &verb, verb.piece, behind + 1, std::move(draft));
  }
}

bool names_board(const RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece; i < engine.clauses().clause_end(verb); ++i) {
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    if (noun.head == "board" || noun.head == "boards" || noun.role.find("director of") == 0) return true;
  }
  return false;
}

void claim_hire(RuleEngine& engine, const Verb& verb, std::string_view rule, const Actor& organisation,
                const std::vector<Actor>& people, std::size_t last_noun) {
  const bool board = names_board(engine, verb);
  const bool post = verb.lemma == "appoint" || verb.lemma == "name";
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    draft.role = role_after(engine, verb);
    const std::string_view relation = board ? "BOARD_MEMBER_OF" : post ? "WORKS_AT" : "JOINED";
    if (post && !board && draft.role.empty()) {
      const auto& pieces = engine.pieces();
      if (last_noun + 1 < pieces.size() && pieces[last_noun + 1].is_noun() &&
          pieces[last_noun + 1].noun.type == NounType::role)
        draft.role = pieces[last_noun + 1].noun.role;
      if (draft.role.empty()) continue;
    }
    if (!board) engine.remember_employer(person, organisation);
    engine.claim(rule, relation, person, organisation, &verb, verb.piece, last_noun, std::move(draft));
  }
  if (!board) claim_origin(engine, verb, people, last_noun + 1);
}

void find_approach(RuleEngine& engine, const Verb& verb, std::string_view manner);

void find_hires(RuleEngine& engine, const Verb& verb) {
  for (const auto& [rule, lemma, prepositions, needs] : kHires) {
    if (verb.lemma != lemma || !follows(engine, verb, needs) || infinitive_of_wish(engine, verb)) continue;
    if (verb.passive) {
      const auto people = engine.people(engine.clauses().subject(verb));
      const auto by = engine.clauses().object(verb.piece, "by|away");
      if (people.empty() || by.empty()) continue;
      if (const auto organisation = engine.organisation(engine.pieces()[by.front()].noun))
        claim_hire(engine, verb, rule, *organisation, people, by.back());
      continue;
    }
    if (verb.progressive) {
      find_approach(engine, verb, engine.pieces()[verb.piece].lower);
      continue;
    }
    const auto objects = engine.clauses().object(verb.piece, prepositions);
    const auto subjects = engine.clauses().subject(verb);
    if (objects.empty() || subjects.empty()) continue;
    const auto organisation = engine.organisation(engine.pieces()[subjects.back()].noun);
    const auto people = engine.people(objects);
    if (organisation && !people.empty())
      claim_hire(engine, verb, rule, *organisation, people, objects.back());
  }
}

/// "a senior X executive invited members of Y's team", "X is recruiting at least one Y contributor".
void find_approach(RuleEngine& engine, const Verb& verb, std::string_view manner) {
  const auto subjects = engine.clauses().subject(verb);
  const auto objects = engine.clauses().object(verb.piece, "");
  if (subjects.empty() || objects.empty()) return;
  const Noun& who = engine.pieces()[subjects.back()].noun;
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
    const Noun& noun = engine.pieces()[index].noun;
    std::optional<Actor> object = engine.anyone(noun);
    if (noun.type == NounType::role && !noun.employer.empty()) {
      object = engine.describe("person", noun, "Person", "approached by", *subject);
      claim_job(engine, *object, noun, "job-of-unnamed", index, index);
    }
    if (object)
      engine.claim("approached", "APPROACHED", *subject, object, &verb, subjects.front(), index, draft);
  }
}

/// Where a piece of work was done: the named object, its owner, or the organisation behind "at" or "for".
std::optional<Actor> workplace(const RuleEngine& engine, const Verb& verb, bool leads, std::size_t& piece) {
  const auto& pieces = engine.pieces();
  const auto objects = engine.clauses().object(verb.piece, leads ? "" : "at|for|by|with|in");
  if (!objects.empty()) {
    const Noun& noun = pieces[objects.front()].noun;
    piece = objects.front();
    if (noun.named() && (leads || pieces[piece - 1].lower != "in" || noun.sure) &&
        noun.type != NounType::person)
      if (auto found = engine.organisation(noun)) return found;
    if (!noun.named() && !noun.owner.empty())
      if (auto found = engine.organisation(noun.owner.front())) return found;
  }
  for (std::size_t i = verb.piece + 1; i + 1 < engine.clauses().clause_end(verb) && i + 1 < pieces.size();
       ++i) {
    if (pieces[i].is(".") || pieces[i].is(";")) break;
    if (!pieces[i].is("at") || !pieces[i + 1].is_noun()) continue;
    const Noun& noun = pieces[i + 1].noun;
    if (!noun.named() || !noun.can_be_organisation()) continue;
    piece = i + 1;
    return engine.organisation(noun);
  }
  return std::nullopt;
}

/// "from January 2004 through April 2008", "since 2021", wherever the sentence puts it.
void take_period(const RuleEngine& engine, const Verb& verb, ClaimDraft& draft) {
  for (const Piece& piece : engine.pieces()) {
    if (piece.kind != Piece::Kind::date) continue;
    if (piece.lower == "from" || piece.lower == "since") draft.start = piece.date;
    if (piece.lower == "through" || piece.lower == "until" || piece.lower == "to") draft.end = piece.date;
  }
  if (draft.start || draft.end) return;
  if (const auto date = engine.clauses().date_of(verb)) draft.start = engine.pieces()[*date].date;
}

/// "X, who led the work at Y", "now heads the institute", "was employed by Y".
void find_posts(RuleEngine& engine, const Verb& verb) {
  const bool leads =
      verb.lemma == "lead" || verb.lemma == "head" || verb.lemma == "run" || verb.lemma == "oversee";
  const bool works =
      verb.lemma == "work" || verb.lemma == "serve" || (verb.lemma == "employ" && verb.passive);
  if ((!leads && !works) || (verb.passive && !works) || verb.infinitive) return;
  const auto people = engine.people(engine.clauses().subject(verb));
  if (people.empty()) return;
  std::size_t piece = verb.piece;
  const auto organisation = workplace(engine, verb, leads, piece);
  if (!organisation) return;
  const bool whole = leads && engine.pieces()[piece].noun.named() && piece == verb.piece + 1;
  const bool past = is_past_form(engine.pieces()[verb.piece].lower) && !verb.progressive;
  for (const auto& person : people) {
    ClaimDraft draft;
    if (whole) draft.role = "head";
    take_period(engine, verb, draft);
    if (past && !draft.end && engine.published().known()) draft.end = until(engine.published());
    if (!past && !draft.end) draft.end = Date::open_date();
    engine.remember_employer(person, *organisation);
    engine.claim(leads ? "led" : "worked-at", whole && !past ? "LEADS" : "WORKS_AT", person, organisation,
                 &verb, verb.piece, piece, std::move(draft));
  }
}

bool is_copula(std::string_view word) {
  return word == "is" || word == "was" || word == "are" || word == "were" || word == "been";
}

/// "Ann is the CEO of X", "Bob was once X's finance chief and also vice chairman of Y".
void find_copulas(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.type != NounType::role || pieces[i].noun.employer.empty())
      continue;
    std::size_t at = i;
    bool former = pieces[i].noun.former;
    while (at > 0) {
      const Piece& before = pieces[at - 1];
      const bool job = before.is_noun() && before.noun.type == NounType::role;
      if (before.kind == Piece::Kind::word && is_copula(before.lower)) break;
      former = former || (before.kind == Piece::Kind::word && is_former_word(before.lower));
      const bool between =
          before.is("and") || before.is("also") || before.is(",") || before.is("before") ||
          before.is("that") || before.is("the") ||
          (before.kind == Piece::Kind::word && (is_adverb(before.lower) || is_former_word(before.lower)));
      if (!job && !between) {
        at = 0;
        break;
      }
      --at;
    }
    if (at == 0) continue;
    Verb verb;
    verb.piece = at - 1;
    Noun job = pieces[i].noun;
    job.former = former || pieces[verb.piece].lower == "was" || pieces[verb.piece].lower == "were" ||
                 (verb.piece > 0 && pieces[verb.piece - 1].is("had"));
    for (const auto& person : engine.people(engine.clauses().subject(verb)))
      claim_job(engine, person, job, "job-in-copula", verb.piece, i);
  }
}

}  // namespace

void find_careers(RuleEngine& engine) {
  find_jobs(engine);
  find_copulas(engine);
  find_time_with(engine);
  find_inverted_arrival(engine);
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.possible) continue;
    find_arrivals(engine, verb);
    find_departures(engine, verb);
    find_new_post(engine, verb);
    find_hires(engine, verb);
    for (const std::string_view lemma : kApproaches)
      if (verb.lemma == lemma && !verb.infinitive) find_approach(engine, verb, lemma);
    find_posts(engine, verb);
  }
}

}  // namespace talentflow::ingest::text
