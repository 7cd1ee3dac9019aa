// Arrivals and departures, by their verbs.
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/country.hpp"

namespace talentflow::ingest::text {
namespace {

/// Verbs of arriving: subject person, object organisation. `direct`: the object may follow without a
/// preposition.
struct Arrival {
  std::string_view rule;
  std::string_view lemma;
  std::string_view prepositions;
  bool direct;
};
constexpr Arrival kArrivals[] = {
    {"joined", "join", "at|with", true},        {"went-to", "go", "to", false},
    {"moved-to", "move", "to", false},          {"came-to", "come", "to", false},
    {"returned-to", "return", "to", false},     {"defected-to", "defect", "to", false},
    {"switched-to", "switch", "to", false},     {"jumped-to", "jump", "to", false},
    {"signed-on", "sign", "with|at", false},    {"started-at", "start", "at|with", false},
    {"began-at", "begin", "at|with", false},    {"landed-at", "land", "at|with", false},
    {"headed-to", "head", "to", false},         {"transferred-to", "transfer", "to", false},
    {"decamped-to", "decamp", "to|for", false}, {"followed-to", "follow", "to", false},
    {"bolted-to", "bolt", "to|for", false},
    {"came-back-to", "come", "back to", false},
    {"ended-up-at", "end", "at|with", false},   {"turned-to", "turn", "up at", false},
    {"walked-to", "walk", "to", false},
};

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

/// The group noun alone, "the research group": a move inside.
bool is_inner_unit(const Noun& noun) {
  return !noun.named() &&
         one_of("team|group|division|unit|department|side|board|panel|march|effort|project", noun.head);
}

bool names_board(const Noun& noun) {
  return one_of("board|boards|trust", noun.head) || noun.group == "board" ||
         (noun.named() && noun.name.ends_with(" Trust"));
}

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

void claim_joined(RuleEngine& engine, std::string_view rule, const Actor& person, const Actor& organisation,
                  const Verb& verb, std::size_t to) {
  ClaimDraft draft;
  draft.start = engine.event_date(verb);
  draft.role = role_after(engine, verb);
  if (!verb.negated && !verb.planned) engine.remember_employer(person, organisation);
  engine.claim(rule, "JOINED", person, organisation, &verb, verb.piece, to, std::move(draft));
}

/// ".. from Acme" behind an arrival.
void claim_origin(RuleEngine& engine, const Verb& verb, const std::vector<Actor>& people) {
  const auto origins = engine.clauses().behind(verb, "from");
  if (origins.empty() || verb.negated) return;
  const Noun& noun = engine.noun(origins.front());
  const auto origin = noun.named() ? engine.organisation(noun) : std::nullopt;
  if (!origin || noun.type == NounType::place) return;
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    engine.claim("came-from", "LEFT", person, origin, &verb, verb.piece, origins.front(), std::move(draft));
    ClaimDraft worked;
    if (engine.published().known()) worked.end = until(engine.published());
    engine.claim("came-from-post", "WORKS_AT", person, origin, &verb, verb.piece, origins.front(), std::move(worked));
  }
}

/// Where "join them", "follows her" leads: to where those went who were spoken of.
std::optional<Actor> same_way(const RuleEngine& engine) {
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim)
    if (claim->relation == "JOINED" && !claim->denied && claim->sentence + 2 > engine.sentence_index())
      return claim->object;
  return std::nullopt;
}

/// Who arrives somewhere, told among those who leave, comes from there.
void claim_exodus(RuleEngine& engine, const Verb& verb, const Actor& person, const Actor& organisation,
                  std::size_t to) {
  if (!engine.in_exodus() || verb.negated || organisation.name == engine.losing()->name ||
      engine.said("LEFT", person.name, engine.losing()->name))
    return;
  ClaimDraft draft;
  draft.start = engine.event_date(verb);
  draft.properties.emplace_back("inferred", Value(true));
  engine.claim("exodus", "LEFT", person, engine.losing(), &verb, verb.piece, to, std::move(draft));
}

/// "has gone back there": to the organisation named before in the sentence.
bool find_arrival_there(RuleEngine& engine, const Verb& verb, std::string_view rule,
                        const std::vector<Actor>& people) {
  std::size_t at = verb.piece + 1;
  while (engine.clauses().word_at(at, "back|over")) ++at;
  if (!engine.clauses().word_at(at, "there") || !one_of("go|return|move|come", verb.lemma)) return false;
  const auto& pieces = engine.pieces();
  std::optional<Actor> where;
  for (std::size_t k = verb.piece; k-- > 0 && !where;)
    if (pieces[k].is_noun() && pieces[k].noun.named() && pieces[k].noun.type == NounType::organisation)
      where = engine.organisation(pieces[k].noun);
  if (!where) where = engine.last_organisation();
  if (!where) return false;
  for (const auto& person : people) {
    claim_exodus(engine, verb, person, *where, at);
    claim_joined(engine, rule, person, *where, verb, at);
  }
  return true;
}

/// "Dan has also joined as lead researcher": the organisation that the text is about.
bool find_arrival_as(RuleEngine& engine, const Verb& verb, const std::vector<Actor>& people) {
  const auto& pieces = engine.pieces();
  const std::size_t next = verb.piece + 1;
  const bool as = engine.clauses().word_at(next, "as") && next + 1 < pieces.size() &&
                  pieces[next + 1].is_noun() && pieces[next + 1].noun.type == NounType::role;
  if (!as || people.empty() || verb.negated) return false;
  const Noun& job = pieces[next + 1].noun;
  auto where = job.employer.empty() && job.owner.empty() ? engine.last_organisation() : engine.employer_of_job(job);
  if (!where) where = engine.gaining();
  if (!where) return false;
  for (const auto& person : people) claim_joined(engine, "joined-as", person, *where, verb, next + 1);
  return true;
}

/// "Greg, who had quit, is coming back too": to where he was said to have left.
bool find_comeback(RuleEngine& engine, const Verb& verb, std::string_view rule, const std::vector<Actor>& people) {
  const bool comes = one_of("come|go", verb.lemma) && engine.clauses().word_at(verb.piece + 1, "back");
  const bool returns = verb.lemma == "return" &&
                       (verb.piece + 1 >= engine.pieces().size() ||
                        engine.pieces()[verb.piece + 1].kind != Piece::Kind::noun) &&
                       !engine.clauses().word_at(verb.piece + 1, "to");
  if (!comes && !returns) return false;
  bool found = false;
  for (const auto& person : people) {
    std::optional<Actor> where;
    for (const auto& claim : engine.claims())
      if (claim.relation == "LEFT" && !claim.denied && claim.subject.name == person.name) where = claim.object;
    if (!where) continue;
    claim_joined(engine, rule, person, *where, verb, verb.piece);
    found = true;
  }
  return found;
}

/// "Professor Xing joins from Carnegie Mellon": the organisation that the text is about.
bool find_arrival_from(RuleEngine& engine, const Verb& verb, const std::vector<Actor>& people) {
  const auto from = engine.clauses().object(verb.piece, "from");
  if (people.empty() || verb.negated || from.empty() || !engine.noun(from.front()).named()) return false;
  const auto origin = engine.organisation(engine.noun(from.front()));
  // who was said to be hired by it, in a sentence before
  std::optional<Actor> known;
  for (const auto& claim : engine.claims())
    if (claim.sentence < engine.sentence_index() && claim.subject.name == people.front().name && !claim.denied &&
        (claim.relation == "JOINED" || (claim.relation == "WORKS_AT" && !claim.end.known())))
      known = claim.object;
  auto where = known ? known : engine.gaining() ? engine.gaining() : engine.last_organisation();
  if (!origin || !where || where->name == origin->name) return false;
  for (const auto& person : people) claim_joined(engine, "joins-from", person, *where, verb, from.front());
  claim_origin(engine, verb, people);
  return true;
}

bool goes_unnamed(const RuleEngine& engine, const Verb& verb) {
  const auto subjects = engine.clauses().subject(verb);
  return !subjects.empty() && is_unnamed_group(engine.noun(subjects.front()));
}

/// "Professor X of the University of Y will join the team too": not one who was said to work there.
bool comes_from_outside(const RuleEngine& engine, const std::vector<Actor>& people) {
  if (!engine.last_organisation()) return false;
  return !people.empty() && std::all_of(people.begin(), people.end(), [&](const Actor& person) {
    const auto known = engine.employer_of(person);
    return known && known->name != engine.last_organisation()->name;
  });
}

void find_arrival(RuleEngine& engine, const Verb& verb) {
  for (const auto& [rule, lemma, prepositions, direct] : kArrivals) {
    if (verb.lemma != lemma || verb.passive) continue;
    if ((lemma == "start" || lemma == "begin") &&
        !engine.clauses().word_at(verb.piece + 1, "at|with|work|as|out") &&
        !(verb.piece + 1 < engine.pieces().size() &&
          engine.pieces()[verb.piece + 1].kind == Piece::Kind::date))
      continue;
    auto objects = direct ? engine.clauses().object(verb.piece, "|as|back|up|forces|forces with|in")
                          : std::vector<std::size_t>();
    if (objects.empty() && direct) {  // "Acme, which he joined in 2020"
      objects = engine.clauses().relative_object(verb);
      if (!objects.empty() && engine.noun(objects.front()).type == NounType::person) objects.clear();
    }
    if (!objects.empty() && engine.noun(objects.front()).type == NounType::role) objects.clear();
    if (objects.empty()) objects = engine.clauses().behind(verb, prepositions);
    // "went back to teaching at Y"
    if (objects.empty() && one_of("go|return", lemma))
      for (const Verb& activity : engine.clauses().verbs())
        if (activity.piece > verb.piece && activity.piece < verb.piece + 4 &&
            is_ing_form(engine.pieces()[activity.piece].lower) &&
            engine.clauses().word_at(activity.piece - 1, "to"))
          objects = engine.clauses().behind(activity, "at");
    const auto people = engine.people(engine.clauses().subject(verb));
    if (objects.empty() && find_arrival_there(engine, verb, rule, people)) return;
    if (objects.empty() && find_comeback(engine, verb, rule, people)) return;
    if (objects.empty() && lemma == "join" && find_arrival_as(engine, verb, people)) return;
    if (objects.empty() && lemma == "join" && find_arrival_from(engine, verb, people)) return;
    if (objects.empty()) continue;
    const Noun& where = engine.noun(objects.front());
    const bool from_outside = lemma == "join" && is_inner_unit(where) && where.owner.empty() &&
                              one_of("the|its", where.determiner) && comes_from_outside(engine, people);
    const bool unit_of =
        is_inner_unit(where) && !where.owner.empty() && where.owner.front().type == NounType::organisation;
    if (is_inner_unit(where) && !names_board(where) && !unit_of && !from_outside) continue;
    std::optional<Actor> organisation;
    if (from_outside) organisation = engine.last_organisation();
    const bool with_people = where.type == NounType::person ||
                             (where.type == NounType::pronoun && one_of("they|them|him|he|she", where.head));
    if (from_outside) {
    } else if (lemma == "join" && with_people && (where.sure || where.type == NounType::pronoun)) {
      organisation = same_way(engine);
      if (!organisation && where.head == "them") organisation = engine.last_organisation();
    }
    else if ((names_board(where) || unit_of) && !where.owner.empty())
      organisation = engine.organisation(where.owner.front());
    else if (lemma == "join" || where.type != NounType::person)
      organisation = engine.organisation(where);
    if (names_board(where) && !where.named() && where.owner.empty()) {
      const auto of = engine.clauses().behind(verb, "of|at");
      organisation = of.empty() ? engine.last_organisation() : engine.organisation(engine.noun(of.front()));
    }
    if (!organisation) continue;
    if (names_board(where)) {
      engine.claim_seats(people, organisation, verb, objects.front());
      return;
    }
    if (!verb.negated && where.named()) engine.remember_gaining(*organisation);
    if (people.empty() && goes_unnamed(engine, verb))
      engine.remember_group("JOINED", *organisation, verb, &engine.noun(engine.clauses().subject(verb).front()));
    for (const auto& person : people) {
      claim_exodus(engine, verb, person, *organisation, objects.front());
      claim_joined(engine, rule, person, *organisation, verb, objects.front());
    }
    claim_origin(engine, verb, people);
    return;
  }
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
  return later ? before : known;
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
  if (!subject.employer.empty()) {
    role = subject.role;
    return engine.organisation(subject.employer.front());
  }
  if (auto known = employer_before(engine, verb, person)) return known;
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
    return Actor{engine.document().main_organisation(), "Company", "", false};
  if (engine.last_organisation() && engine.last_organisation()->kind != "University")
    return engine.last_organisation();
  // filings say "the Company", "our Board": whose filing it is
  const bool filing = engine.mentions("our") || engine.mentions("company") || engine.mentions("registrant");
  if (filing && !engine.document().main_organisation().empty())
    return Actor{engine.document().main_organisation(), "Company", "", false};
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

void find_departure(RuleEngine& engine, const Verb& verb) {
  for (const auto& [rule, lemma, prepositions, needs] : kDepartures) {
    if (verb.lemma != lemma || verb.passive || !follows(engine, verb, needs)) continue;
    const auto subjects = engine.clauses().subject(verb);
    auto objects = engine.clauses().object(verb.piece, prepositions);
    if (!needs.empty()) objects = engine.clauses().behind(verb, prepositions);
    if (objects.empty() && one_of("leave|quit|exit", lemma)) objects = engine.clauses().relative_object(verb);
    const auto people = engine.people(subjects);
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
      else if (noun.type == NounType::pronoun && noun.head == "it")
        stated = engine.last_organisation();
      else if (noun.type == NounType::common && is_organisation_noun(noun.head) && !people.empty()) {
        stated = one_of("lab|laboratory|university|institute|bank|foundation|academy|school|college", noun.head) ||
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
        if (!stated) stated = engine.losing() ? engine.losing() : engine.organisation(noun);
      }
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
    if (found && (lemma == "leave" || lemma == "depart" || lemma == "quit" || lemma == "exit"))
      claim_destination(engine, verb, people);
    return;
  }
}

/// "Alba Ruiz and Tim Ashdown went in January", "are gone": away from where people leave, to where they go.
void find_bare_departure(RuleEngine& engine, const Verb& verb) {
  if (verb.lemma != "go" || (verb.infinitive && !verb.planned)) return;
  const std::size_t next = verb.piece + 1;
  const auto& pieces = engine.pieces();
  const bool off_to = verb.perfect && engine.clauses().word_at(next, "to") && next + 1 < pieces.size() &&
                      pieces[next + 1].kind == Piece::Kind::word && !verb_lemma(pieces[next + 1].lower).empty();
  const bool bare = next >= pieces.size() || pieces[next].kind == Piece::Kind::date || off_to ||
                    engine.clauses().word_at(next, ".|;|,|too") ||
                    (engine.clauses().word_at(next, "at") && next + 1 < pieces.size() &&
                     pieces[next + 1].is_noun() && pieces[next + 1].noun.head == "end");
  if (!bare || verb.negated) return;
  const auto subjects = engine.clauses().subject(verb);
  for (const auto& person : engine.people(subjects)) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    std::string role;
    // "has already gone": from where the text has the person
    const bool guessed = verb.planned || off_to || (verb.perfect && !engine.losing());
    const auto left = guessed ? left_behind(engine, verb, engine.noun(subjects.front()), person, role)
                              : engine.losing();
    if (!left) continue;
    engine.claim("went", "LEFT", person, left, &verb, verb.piece, verb.piece, draft);
    if (guessed) continue;
    if (engine.gaining())
      engine.claim("went", "JOINED", person, engine.gaining(), &verb, verb.piece, verb.piece, draft);
  }
}

/// "is back at Acme", "comes from Orbis Labs".
void find_back_at(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    const bool headline = engine.sentence().item_date.known() && pieces[i - 1].is_noun();
    const bool back = pieces[i].is("back") && (headline || engine.clauses().word_at(i - 1, "is|are|now")) &&
                      engine.clauses().word_at(i + 1, "at|with");
    if (!back || !pieces[i + 2].is_noun() || !pieces[i + 2].noun.named() ||
        pieces[i + 2].noun.type == NounType::place)
      continue;
    const auto organisation = engine.organisation(pieces[i + 2].noun);
    if (!organisation) continue;
    Verb verb;
    verb.piece = i - 1;
    engine.remember_gaining(*organisation);
    const auto who = headline ? engine.clauses().group_to(i - 1) : engine.clauses().subject(verb);
    for (const auto& person : engine.people(who)) {
      ClaimDraft draft;
      draft.start = headline ? engine.sentence().item_date : engine.about_now();
      engine.claim("is-back-at", "JOINED", person, organisation, nullptr, i - 1, i + 2, std::move(draft));
    }
  }
  for (const Verb& verb : engine.clauses().verbs()) {
    if (!one_of("come|arrive|hail", verb.lemma) || verb.possible || verb.negated ||
        !engine.clauses().behind(verb, "to").empty())
      continue;
    const auto from = engine.clauses().object(verb.piece, "from|over");
    if (from.empty() || !engine.noun(from.front()).named() ||
        engine.noun(from.front()).type == NounType::place)
      continue;
    const auto organisation = engine.noun(from.front()).type == NounType::person
                                  ? std::nullopt
                                  : engine.organisation(engine.noun(from.front()));
    if (!organisation) continue;
    for (const auto& person : engine.people(engine.clauses().subject(verb))) {
      ClaimDraft draft;
      if (engine.published().known()) draft.end = until(engine.published());
      engine.claim("comes-from", "WORKS_AT", person, organisation, &verb, verb.piece, from.front(),
                   std::move(draft));
      // "comes from Acme as Blue's chief scientist"
      const auto as = engine.clauses().behind(verb, "as");
      if (as.empty() || engine.noun(as.front()).type != NounType::role) continue;
      const Noun& job = engine.noun(as.front());
      if (job.employer.empty() && job.owner.empty()) continue;
      const auto where = engine.organisation(job.employer.empty() ? job.owner.front() : job.employer.front());
      if (where && where->name != organisation->name)
        claim_joined(engine, "comes-as", person, *where, verb, as.front());
    }
  }
}

/// "Lindt starts on April 1": at the place that welcomed him.
void find_bare_start(RuleEngine& engine, const Verb& verb) {
  const bool starts = one_of("start|begin", verb.lemma) && verb.piece + 1 < engine.pieces().size() &&
                      engine.pieces()[verb.piece + 1].kind == Piece::Kind::date && !verb.negated;
  if (!starts || is_past_form(engine.pieces()[verb.piece].lower)) return;
  auto where = engine.gaining() ? engine.gaining() : engine.last_organisation();
  if (!where) return;
  for (const auto& person : engine.people(engine.clauses().subject(verb))) {
    if (engine.said("JOINED", person.name, where->name)) continue;
    Verb planned = verb;
    const Date date = engine.event_date(verb);
    planned.planned =
        engine.published().known() && date.known() && first_day(date) > last_day(engine.published());
    ClaimDraft draft;
    draft.start = date;
    engine.claim("starts-on", "JOINED", person, where, &planned, verb.piece, verb.piece + 1,
                 std::move(draft));
  }
}

/// "Joining Y with the deal, the company said, are A, B and C", "Joining Y as CFO is A".
void find_inverted_arrival(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (pieces.size() < 4 || !clauses.word_at(0, "joining|leaving") || !pieces[1].is_noun()) return;
  auto organisation = engine.organisation(pieces[1].noun);
  if (!organisation) return;
  for (std::size_t i = 2; i + 1 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "are|is|will")) continue;
    std::size_t first = i + 1;
    while (first < pieces.size() && !(pieces[first].is_noun() && pieces[first].noun.type == NounType::person))
      ++first;
    if (first == pieces.size()) return;
    for (const auto& person : engine.people(clauses.group_from(first))) {
      ClaimDraft draft;
      draft.start = engine.about_now();
      engine.claim("joining-are", pieces[0].is("joining") ? "JOINED" : "LEFT", person, organisation, nullptr,
                   0, first, std::move(draft));
    }
    return;
  }
}

}  // namespace

void find_moves(RuleEngine& engine) {
  find_inverted_arrival(engine);
  find_back_at(engine);
  for (const Verb& verb : engine.clauses().verbs()) {
    if (!engine.told(verb)) continue;
    find_arrival(engine, verb);
    find_departure(engine, verb);
    find_bare_departure(engine, verb);
    find_bare_start(engine, verb);
  }
}

}  // namespace talentflow::ingest::text
