// Arrivals, by their verbs.
#include <algorithm>

#include "ingest/text/moves.hpp"
#include "ingest/text/words.hpp"
#include "schema/country.hpp"

namespace talentflow::ingest::text {

void claim_joined(RuleEngine& engine, std::string_view rule, const Actor& person, const Actor& organisation,
                  const Verb& verb, std::size_t to) {
  ClaimDraft draft;
  draft.start = engine.event_date(verb);
  draft.role = role_after(engine, verb);
  if (!verb.negated && !verb.planned) engine.remember_employer(person, organisation);
  engine.claim(rule, "JOINED", person, organisation, &verb, verb.piece, to, std::move(draft));
}

bool goes_unnamed(const RuleEngine& engine, const Verb& verb) {
  const auto subjects = engine.clauses().subject(verb);
  return !subjects.empty() && is_unnamed_group(engine.noun(subjects.front()));
}

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
    {"bolted-to", "bolt", "to|for", false},     {"ended-up-at", "end", "at|with", false},
    {"turned-to", "turn", "up at", false},      {"walked-to", "walk", "to", false},
    {"changed-to", "change", "to", false},
};

/// The group noun alone, "the research group": a move inside.
bool is_inner_unit(const Noun& noun) {
  return !noun.named() &&
         one_of("team|group|division|unit|department|side|board|panel|march|effort|project", noun.head);
}

/// "The new board is chaired by A. B joins it": a pronoun behind a sentence whose board did something.
bool is_it_a_board(const RuleEngine& engine, const Noun& noun) {
  if (noun.head != "it" || engine.sentence_index() == 0) return false;
  const auto& before = engine.document().sentences()[engine.sentence_index() - 1].pieces;
  const auto first =
      std::find_if(before.begin(), before.end(), [](const Piece& piece) { return piece.is_noun(); });
  return first != before.end() && !first->noun.named() && first->noun.head == "board";
}

bool names_board(const Noun& noun) {
  return one_of("board|boards|trust", noun.head) || noun.group == "board" ||
         (noun.named() && noun.name.ends_with(" Trust"));
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
    engine.claim("came-from-post", "WORKS_AT", person, origin, &verb, verb.piece, origins.front(),
                 std::move(worked));
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
  std::size_t next = verb.piece + 1;
  while (next < pieces.size() && pieces[next].kind == Piece::Kind::date) ++next;
  const bool as = engine.clauses().word_at(next, "as") && next + 1 < pieces.size() &&
                  pieces[next + 1].is_noun() && pieces[next + 1].noun.type == NounType::role;
  if (!as || people.empty() || verb.negated) return false;
  const Noun& job = pieces[next + 1].noun;
  auto where =
      job.employer.empty() && job.owner.empty() ? engine.last_organisation() : engine.employer_of_job(job);
  if (!where) where = engine.gaining();
  if (!where) return false;
  for (const auto& person : people) claim_joined(engine, "joined-as", person, *where, verb, next + 1);
  return true;
}

/// "Greg, who had quit, is coming back too": to where he was said to have left.
bool find_comeback(RuleEngine& engine, const Verb& verb, std::string_view rule,
                   const std::vector<Actor>& people) {
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
      if (claim.relation == "LEFT" && !claim.denied && claim.subject.name == person.name)
        where = claim.object;
    if (!where) continue;
    claim_joined(engine, rule, person, *where, verb, verb.piece);
    found = true;
  }
  return found;
}

/// "Professor Xing joins from Carnegie Mellon": the organisation that the text is about.
bool find_arrival_from(RuleEngine& engine, const Verb& verb, const std::vector<Actor>& people) {
  auto from = engine.clauses().object(verb.piece, "from");
  if (from.empty()) from = engine.clauses().behind(verb, "from");  // "who joined in the spring from Blue"
  if (people.empty() || verb.negated || from.empty() || !engine.noun(from.front()).named()) return false;
  const auto origin = engine.organisation(engine.noun(from.front()));
  // who was said to be hired by it, in a sentence before
  std::optional<Actor> known;
  for (const auto& claim : engine.claims())
    if (claim.sentence < engine.sentence_index() && claim.subject.name == people.front().name &&
        !claim.denied && (claim.relation == "JOINED" || (claim.relation == "WORKS_AT" && !claim.end.known())))
      known = claim.object;
  auto where = known ? known : engine.gaining() ? engine.gaining() : engine.last_organisation();
  if (!origin || !where || where->name == origin->name) return false;
  for (const auto& person : people) claim_joined(engine, "joins-from", person, *where, verb, from.front());
  claim_origin(engine, verb, people);
  return true;
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
    auto people = engine.people(engine.clauses().subject(verb));
    // "goes to Acme along with Bob Sample"
    for (const Actor& other : engine.people(engine.clauses().companions(verb)))
      if (!people.empty() && !verb.negated) add_unless_named(people, other);
    if (objects.empty() && find_arrival_there(engine, verb, rule, people)) return;
    if (objects.empty() && find_comeback(engine, verb, rule, people)) return;
    if (objects.empty() && one_of("join|come|arrive", lemma) && find_arrival_as(engine, verb, people)) return;
    if (objects.empty() && lemma == "join" && find_arrival_from(engine, verb, people)) return;
    if (objects.empty()) continue;
    const Noun& where = engine.noun(objects.front());
    const bool from_outside = lemma == "join" && is_inner_unit(where) && where.owner.empty() &&
                              one_of("the|its", where.determiner) && comes_from_outside(engine, people);
    const bool unit_of =
        is_inner_unit(where) && !where.owner.empty() && where.owner.front().type == NounType::organisation;
    // "have come to Ann Example's division": of where she works, else of what the text is about
    const bool unit_under = is_inner_unit(where) && !where.owner.empty() &&
                            where.owner.front().type == NounType::person && people.empty() &&
                            goes_unnamed(engine, verb);
    if (is_inner_unit(where) && !names_board(where) && !unit_of && !unit_under && !from_outside) continue;
    std::optional<Actor> organisation;
    const bool with_people = where.type == NounType::person ||
                             (where.type == NounType::pronoun && one_of("they|them|him|he|she", where.head));
    if (unit_under) {
      const auto chief = engine.person(where.owner.front());
      if (chief) organisation = engine.employer_of(*chief);
      if (!organisation) organisation = engine.last_organisation();
    } else if (from_outside) {
      organisation = engine.last_organisation();
    } else if (lemma == "join" && with_people && (where.sure || where.type == NounType::pronoun)) {
      organisation = same_way(engine);
      if (!organisation && where.head == "them") organisation = engine.last_organisation();
    } else if ((names_board(where) || unit_of) && !where.owner.empty())
      organisation = engine.organisation(where.owner.front());
    else if (lemma == "join" || where.type != NounType::person)
      organisation = engine.organisation(where);
    if (names_board(where) && !where.named() && where.owner.empty()) {
      const auto of = engine.clauses().behind(verb, "of|at");
      organisation = of.empty() ? engine.last_organisation() : engine.organisation(engine.noun(of.front()));
    }
    if (!organisation) continue;
    const bool it = lemma == "join" && is_it_a_board(engine, where);
    if (it)
      for (const auto& claim : engine.claims())
        if (claim.relation == "BOARD_MEMBER_OF" && claim.sentence + 1 == engine.sentence_index())
          organisation = claim.object;
    if (names_board(where) || it) {
      engine.claim_seats(people, organisation, verb, objects.front());
      return;
    }
    if (!verb.negated && (where.named() || unit_under)) engine.remember_gaining(*organisation);
    if (people.empty() && goes_unnamed(engine, verb)) {
      const Noun& group = engine.noun(engine.clauses().subject(verb).front());
      engine.remember_group("JOINED", *organisation, verb, &group);
      const auto from = engine.clauses().behind(verb, "from");
      if (!from.empty() && engine.noun(from.front()).named() &&
          engine.noun(from.front()).type != NounType::place)
        if (const auto origin = engine.organisation(engine.noun(from.front())))
          engine.remember_group("LEFT", *origin, verb, &group);
    }
    for (const auto& person : people) {
      claim_exodus(engine, verb, person, *organisation, objects.front());
      claim_joined(engine, rule, person, *organisation, verb, objects.front());
    }
    claim_origin(engine, verb, people);
    return;
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
    // "Ann comes from Pamplona": a town that nobody knows
    const Noun& home = engine.noun(from.front());
    const bool present = one_of("comes|hails|hail", engine.pieces()[verb.piece].lower);
    if (present && !home.sure && home.id.empty() && home.name.find(' ') == std::string::npos &&
        engine.document().mentions_of(home.name) < 2)
      continue;
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
  const auto as = engine.clauses().behind(verb, "as");  // "starts on Monday as chief of staff at Acme"
  if (!as.empty() && !engine.noun(as.front()).employer.empty() && !engine.noun(as.front()).former)
    where = engine.organisation(engine.noun(as.front()).employer.front());
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
