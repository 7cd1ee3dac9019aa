// Appointments read loosely: a house, a verb of appointing and one person with a post "of its": "named as its
// chief scientist Ann", "has found its chief scientist in Ann", "has made Ann, a former banker who .., its
// finance chief", "is A's new chief". Who is known elsewhere has come by it. Also those who are named behind
// or with others: "others recruited for A include Ann", "go with him, Ann and Bob among them".
#include <algorithm>

#include "ingest/text/loose_moves.hpp"
#include "ingest/text/phrase_pattern.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::string_view kAppointing =
    "name|found|appoint|make|find|hire|pick|choose|select|unveil|tap|get|have|present|install|recruit|gain|"
    "win|persuade|convince";

/// A post by which somebody comes to a house: no seat on a board, no stand-in's.
bool is_full_post(const std::string& role) {
  const std::string lower = ascii_lower(role);
  return !role.empty() && !is_board_role(role) && !is_adviser_role(role) &&
         lower.find("nterim") == std::string::npos && lower.find("cting") == std::string::npos &&
         lower.find("director") != 0 && lower.find("partner") == std::string::npos;
}

void claim_appointment(RuleEngine& engine, const Actor& person, const Actor& house, const std::string& role,
                       const Verb& verb, std::size_t to) {
  if (person.name == house.name || engine.said("LEFT", person.name, house.name)) return;
  if (is_known_elsewhere(engine, person, house)) {
    claim_arrival(engine, "loose-appointment", person, house, verb, to);
    return;
  }
  if (belongs_to(engine, person, house)) return;
  ClaimDraft draft;
  draft.role = role;
  draft.start = engine.event_date(verb);
  engine.remember_employer(person, house);
  engine.claim("loose-appointment", "WORKS_AT", person, house, &verb, verb.piece, to, std::move(draft));
}

/// "its chief scientist": by a title before the name, or as a noun of its own.
bool is_post_of_its(const Noun& noun) {
  return noun.determiner == "its" && !noun.former && !noun.plural && noun.employer.empty() &&
         is_full_post(noun.role);
}

/// "named as its chief scientist Ann", "has found its chief scientist in Ann", "has made Ann, .., its finance
/// chief".
void find_appointment(RuleEngine& engine, const Stretch& stretch, const Verb& verb) {
  const auto& clauses = engine.clauses();
  if (!one_of(kAppointing, verb.lemma) || verb.passive) return;
  const auto subjects = clauses.subject(verb);
  if (subjects.size() != 1) return;
  const Noun& subject = engine.noun(subjects.front());
  const bool it = subject.type == NounType::pronoun && subject.head == "it";
  const auto house = it ? engine.organisation(subject) : house_at(engine, subjects.front());
  if (!house || house->described) return;
  // "appointed Ann to lead its research group"
  const std::size_t to = verb.piece + 2;
  if (engine.is_person_at(verb.piece + 1) && clauses.word_at(to, "to") &&
      clauses.word_at(to + 1, "lead|head|run|oversee|manage|direct|build|set|take") &&
      !one_of("get|have|make|win", verb.lemma)) {
    if (const auto who = engine.person(engine.noun(verb.piece + 1)))
      claim_appointment(engine, *who, *house, {}, verb, to + 1);
    return;
  }
  std::optional<std::size_t> person;
  std::optional<std::size_t> post;
  for (std::size_t i = verb.piece + 1; i < stretch.end; ++i) {
    if (!engine.pieces()[i].is_noun()) continue;
    const Noun& noun = engine.noun(i);
    if (engine.is_person_at(i) && !person)
      person = i;
    else if (engine.is_person_at(i) && !clauses.word_at(i - 1, "and|,"))
      return;
    // "gets a new chief executive in Ann"
    const bool found_in = noun.type == NounType::role && noun.indefinite && noun.employer.empty() &&
                          is_full_post(noun.role) && clauses.word_at(i + 1, "in") &&
                          engine.is_person_at(i + 2);
    if (!post && (is_post_of_its(noun) || found_in)) post = i;
  }
  if (!person || !post || *person > verb.piece + 8) return;
  // "named Ann, who had led its search team, ..": somebody's of the clause
  if (*post > *person) {
    bool open = false;
    for (std::size_t i = *person; i < *post; ++i)
      open = open || clauses.word_at(i, "succeed|replace|from|under|with|by") ||
             (clauses.word_at(i, "to") && !clauses.word_at(i + 1, "be|become"));
    if (open || !clauses.word_at(*post - 1, ",|as|be|become")) return;
  } else if (*post != *person && !clauses.word_at(*person - 1, "in|,|:")) {
    return;
  }
  if (const auto who = engine.person(engine.noun(*person)))
    claim_appointment(engine, *who, *house, engine.noun(*post).role, verb, std::max(*post, *person));
}

/// "is A's new chief scientist", "A's new chairman is Ann": a post that is new for who is known elsewhere.
void find_new_post(RuleEngine& engine) {
  if (engine.mentions("became")) return;  // told of the past, with a day of its own
  const auto& tokens = engine.sentence().sentence.tokens;
  const std::vector<TextClaim> claims = engine.claims();
  for (const TextClaim& post : claims) {
    if (post.sentence != engine.sentence_index() || post.relation != "WORKS_AT" || post.denied ||
        !post.object || !post.end.open() || !is_full_post(post.role) ||
        !one_of("job-in-copula|job-is-name", post.rule))
      continue;
    bool fresh = false;
    for (std::size_t t = 1; t + 1 < tokens.size(); ++t)
      if (one_of("new|first", tokens[t].lower) && (tokens[t - 1].is("'s") || tokens[t - 1].is("its")) &&
          tokens[t].offset >= post.begin && tokens[t].offset < post.end_offset)
        fresh = true;
    for (std::size_t i = 0; i < engine.pieces().size(); ++i)
      if (engine.is_person_at(i) && engine.noun(i).name == post.subject.name && has_bare_job(engine, i))
        fresh = false;
    if (!fresh || !is_known_elsewhere(engine, post.subject, *post.object) ||
        engine.said("JOINED", post.subject.name, post.object->name))
      continue;
    ClaimDraft draft;
    draft.role = post.role;
    draft.start = post.start.known() ? post.start : engine.about_now();
    engine.claim("loose-new-post", "JOINED", post.subject, post.object, nullptr, 0,
                 engine.pieces().size() - 1, std::move(draft));
  }
}

/// The list of people that begins or ends beside a piece.
std::vector<Actor> list_beside(const RuleEngine& engine, std::size_t piece) {
  if (piece > 0 && engine.is_person_at(piece - 1)) return engine.people(engine.clauses().group_to(piece - 1));
  return {};
}

/// Where those went whom a crowd goes with: with him, with what was bought.
std::optional<Actor> house_of_crowd(const RuleEngine& engine) {
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim) {
    if (claim->sentence + 1 < engine.sentence_index()) return std::nullopt;
    if (claim->denied || !claim->object) continue;
    if (claim->relation == "JOINED") return claim->object;
    if (claim->relation == "ACQUIRED") return claim->subject;
  }
  return std::nullopt;
}

/// "Four of the founders go with him, Ann and Bob among them", "A takes two dozen from B, Ann included", "All
/// go along, among them the founders Ann and Bob".
void find_named_among(RuleEngine& engine) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    std::vector<Actor> people;
    const bool among = clauses.word_at(i, "among") && i + 1 < pieces.size() &&
                       (clauses.word_at(i + 1, "them") ||
                        (pieces[i + 1].is_noun() && one_of("them|these|those", pieces[i + 1].noun.head)));
    if (clauses.word_at(i, "included") || among) people = list_beside(engine, i);
    if (people.empty() && among && engine.is_person_at(i + 2))
      people = engine.people(clauses.group_from(i + 2));
    const Verb* const verb = clauses.verb_before(i);
    if (people.empty() || verb == nullptr || verb->negated || verb->possible || !engine.told(*verb)) continue;
    if (one_of("go|come|move|follow", verb->lemma)) {
      if (const auto house = house_of_crowd(engine))
        for (const Actor& person : people) claim_arrival(engine, "loose-among", person, *house, *verb, i);
      continue;
    }
    if (one_of("join|arrive", verb->lemma) && verb->piece + 2 >= i - std::min<std::size_t>(i, 2)) {
      // "A: three join, among them Ann"
      const auto item = clauses.word_at(1, ":") ? house_at(engine, 0) : std::nullopt;
      for (const Actor& person : people)
        if (const auto house = item ? item : house_of_arrivals(engine, person))
          claim_arrival(engine, "loose-among", person, *house, *verb, i);
      continue;
    }
    const auto subjects = clauses.subject(*verb);
    if (!one_of("take|hire|poach|recruit|lure|snap", verb->lemma) || verb->passive || subjects.size() != 1)
      continue;
    const auto house = house_at(engine, subjects.front());
    if (!house) continue;
    for (const Actor& person : people) {
      claim_arrival(engine, "loose-among", person, *house, *verb, i);
      for (std::size_t k = verb->piece + 1; k + 1 < i; ++k)
        if (clauses.word_at(k, "from"))
          if (const auto origin = house_at(engine, k + 1); origin && !belongs_to(engine, person, *origin)) {
            ClaimDraft draft;
            draft.start = engine.event_date(*verb);
            engine.claim("loose-among", "LEFT", person, origin, verb, verb->piece, k + 1, std::move(draft));
          }
    }
  }
}

/// "Others recruited for A in the past year include Ann and Bob".
void find_recruited_others(RuleEngine& engine) {
  const auto& clauses = engine.clauses();
  for (const Verb& verb : clauses.verbs()) {
    if (verb.lemma != "include" || verb.negated || verb.possible) continue;
    std::size_t hired = verb.piece;
    while (hired > 0 && !clauses.word_at(hired, "recruited|hired|poached|lured|signed|arriving|joining"))
      --hired;
    if (hired == 0 || verb.piece + 1 >= engine.pieces().size()) continue;
    std::vector<Actor> people;
    for (std::size_t i = verb.piece + 1; i < engine.pieces().size() && !clauses.word_at(i, ".|;"); ++i)
      if (engine.is_person_at(i) && clauses.word_at(i - 1, "include|includes|included|,|and"))
        add_unless_named(people, engine.person(engine.noun(i)));
    std::optional<Actor> house;
    for (std::size_t i = hired + 1; i + 1 < verb.piece && !house; ++i)
      if (clauses.word_at(i, "by|to")) house = house_at(engine, i + 1);
    for (const Actor& person : people) {
      const auto where = house ? house : house_of_arrivals(engine, person);
      if (where && !belongs_to(engine, person, *where))
        claim_arrival(engine, "loose-recruited", person, *where, verb, verb.piece);
    }
  }
}

/// "Its ranks include Ann, who .., and Bob", "A's staff includes Ann": they work there.
void find_staff_named(RuleEngine& engine) {
  const auto& clauses = engine.clauses();
  for (const Verb& verb : clauses.verbs()) {
    if (verb.lemma != "include" || verb.negated || verb.possible || verb.passive) continue;
    const auto subjects = clauses.subject(verb);
    if (subjects.size() != 1 || !means(engine, subjects.front(),
                                       "ranks|staff|team|employees|engineers|scientists|researchers|people"))
      continue;
    const Noun& staff = engine.noun(subjects.front());
    std::optional<Actor> house;
    if (!staff.owner.empty()) house = house_of(engine, staff.owner.front());
    if (staff.owner.empty() && staff.determiner == "its") house = engine.last_organisation();
    if (!house) continue;
    for (std::size_t i = verb.piece + 1; i < engine.pieces().size() && !clauses.word_at(i, ".|;"); ++i) {
      if (!engine.is_person_at(i) || !clauses.word_at(i - 1, "include|includes|,|and")) continue;
      const auto person = engine.person(engine.noun(i));
      if (!person || belongs_to(engine, *person, *house)) continue;
      ClaimDraft draft;
      draft.end = Date::open_date();
      engine.claim("loose-staff", "WORKS_AT", *person, house, &verb, verb.piece, i, std::move(draft));
    }
  }
}

/// "brought in to head corporate development", "hired only last year", "lured from B in 2018 to run search":
/// by what the text is about.
void find_bare_hire(RuleEngine& engine, const Stretch& stretch, const Verb& verb) {
  const auto& clauses = engine.clauses();
  if (!one_of("hire|bring|lure|recruit|poach|take|fetch", verb.lemma) || verb.perfect) return;
  if (!is_past_form(engine.pieces()[verb.piece].lower) || verb.piece == 0) return;
  if (one_of("bring|take", verb.lemma) && !clauses.word_at(verb.piece + 1, "in|on")) return;
  std::vector<Actor> people = beside(engine, verb.piece);
  if (people.empty() && engine.is_person_at(verb.piece - 1)) people = engine.people({verb.piece - 1});
  if (people.size() != 1) return;
  bool enough = false;
  std::optional<Actor> origin;
  for (std::size_t i = verb.piece + 1; i < stretch.end && i < verb.piece + 8; ++i) {
    if (clauses.word_at(i, ",|.|and|who|which")) break;
    if (clauses.word_at(i, "by|for|at")) return;
    if (engine.pieces()[i].is_noun() && engine.noun(i).named() && !clauses.word_at(i - 1, "from")) return;
    if (clauses.word_at(i, "from")) origin = house_at(engine, i + 1);
    enough = enough || engine.pieces()[i].kind == Piece::Kind::date || clauses.word_at(i, "to|as");
    if (clauses.word_at(i, "to|as")) break;
  }
  const auto house = house_of_arrivals(engine, people.front());
  if (!enough || !house || belongs_to(engine, people.front(), *house)) return;
  claim_arrival(engine, "loose-bare-hire", people.front(), *house, verb, verb.piece);
  if (!origin || belongs_to(engine, people.front(), *origin)) return;
  ClaimDraft draft;
  draft.start = engine.event_date(verb);
  engine.claim("loose-bare-hire", "LEFT", people.front(), origin, &verb, verb.piece, verb.piece,
               std::move(draft));
}

/// Verbs of taking somebody away, most of which the list of verbs does not have: by their beginnings.
bool takes_away(std::string_view lower) {
  static constexpr std::string_view kStems[] = {
      "brings", "brought", "fetch", "welcom", "pris",   "priz",     "pried",   "prying", "pluck",
      "snatch", "nabb",    "stole", "steal",  "spirit", "whisk",    "coax",    "entic",  "wrest",
      "tempt",  "pinch",   "wean",  "lur",    "poach",  "headhunt", "prizing", "drag",   "peel"};
  return std::any_of(std::begin(kStems), std::end(kStems),
                     [&](std::string_view stem) { return lower.starts_with(stem); });
}

void claim_departure(RuleEngine& engine, std::string_view rule, const Actor& person, const Actor& house,
                     const Verb& verb, std::size_t to) {
  if (belongs_to(engine, person, house) && engine.said("LEFT", person.name, house.name)) return;
  ClaimDraft draft;
  draft.start = engine.event_date(verb);
  engine.claim(rule, "LEFT", person, house, &verb, verb.piece, to, std::move(draft));
}

/// "A has prised Ann away from B", "Ann was plucked from B in March (by A)".
void find_taken_away(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  for (std::size_t i = stretch.begin + 1; i + 2 < stretch.end; ++i) {
    if (pieces[i].is_noun() || !takes_away(pieces[i].lower) || is_denied_before(engine, i)) continue;
    if (clauses.word_at(i - 1, "to|may|might|could|would|can")) continue;  // "tried to tempt"
    const bool passive = clauses.word_at(i - 1, "was|were|been|being|is|are");
    std::vector<Actor> people;
    std::size_t at = i + 1;
    Verb verb;
    verb.piece = i;
    if (passive || pieces[i - 1].is(",")) {
      people = doers_of(engine, verb);
    } else if (clauses.word_at(at, "home|back|over|aboard|in|on") && engine.is_person_at(at + 1)) {
      const auto list = clauses.group_from(at + 1);
      people = engine.people(list);
      at = list.back() + 1;
    } else if (engine.is_person_at(at)) {
      const auto list = clauses.group_from(at);
      people = engine.people(list);
      at = list.back() + 1;
    }
    if (people.empty()) continue;
    while (at < stretch.end &&
           (pieces[at].kind == Piece::Kind::date || clauses.word_at(at, "away|over|back")))
      ++at;
    if (!clauses.word_at(at, "from")) continue;
    const auto origin = house_at(engine, at + 1);
    if (!origin) continue;
    verb.passive = passive;
    verb.lemma = "poach";
    verb.perfect = true;
    std::optional<Actor> house;
    std::size_t subject = i;
    while (!passive && subject > stretch.begin && !pieces[subject - 1].is_noun() &&
           !pieces[subject - 1].is(","))
      --subject;
    if (!passive && subject > stretch.begin) house = house_at(engine, subject - 1);
    for (std::size_t k = at + 2; passive && k + 1 < stretch.end && k < at + 5; ++k)
      if (clauses.word_at(k, "by")) house = house_at(engine, k + 1);
    for (const Actor& person : people) {
      const auto where = house ? house : house_of_arrivals(engine, person);
      if (where && where->name != origin->name)
        claim_arrival(engine, "loose-taken-away", person, *where, verb, at + 1);
      if (!pieces[i - 1].is(",")) {
        claim_departure(engine, "loose-taken-away", person, *origin, verb, at + 1);
      } else if (!belongs_to(engine, person, *origin)) {  // ", lured from B in 2018,": long past
        ClaimDraft past;
        if (engine.published().known()) past.end = until(engine.published());
        engine.claim("loose-taken-away", "WORKS_AT", person, origin, nullptr, i, at + 1, std::move(past));
      }
    }
  }
}

/// "Ann's place at A will be taken by Bob", "her post goes to Bob": he is there then.
void find_place_taken(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  for (std::size_t i = stretch.begin; i + 3 < stretch.end; ++i) {
    if (!pieces[i].is_noun() ||
        !means(engine, i, "place|post|job|role|position|duties|portfolio|work|responsibilities|desk|title"))
      continue;
    const Noun& place = engine.noun(i);
    std::optional<Actor> before;
    if (!place.owner.empty()) before = engine.person(place.owner.front());
    if (place.owner.empty() && one_of("his|her", place.determiner)) before = engine.last_person();
    if (!before) continue;
    std::optional<Actor> house;
    std::size_t at = i + 1;
    if (clauses.word_at(at, "at|with")) {
      house = house_at(engine, at + 1);
      at += 2;
    }
    if (!house && i == stretch.begin + 3 && clauses.word_at(stretch.begin, "at"))
      house = house_at(engine, stretch.begin + 1);  // "At Acme, her work passes to Ann"
    if (!house && i == stretch.begin + 2 && clauses.word_at(stretch.begin, "at"))
      house = house_at(engine, stretch.begin + 1);
    if (!house) house = engine.employer_of(*before);
    Verb verb;
    verb.piece = at;
    for (; at < stretch.end &&
           clauses.word_at(at, "will|is|was|has|have|had|be|been|now|to|are|being|gone|then");
         ++at)
      verb.planned = verb.planned || pieces[at].is("will");
    const bool taken =
        clauses.word_at(at, "taken|filled|occupied|inherited") && clauses.word_at(at + 1, "by");
    const bool goes = clauses.word_at(at, "goes|go|passes|pass|falls|fall|went|passed|fell") &&
                      clauses.word_at(at + 1, "to");
    const bool gone = at > 0 && clauses.word_at(at - 1, "to") && clauses.word_at(at - 2, "gone");
    const std::size_t who = gone ? at : at + 2;
    if (!house || !(taken || goes || gone) || !engine.is_person_at(who)) continue;
    if (const auto person = engine.person(engine.noun(who)))
      claim_appointment(engine, *person, *house, {}, verb, who);
  }
}

/// "her next stop is A", "Ann's next employer will be A".
void find_next_stop(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin; i + 2 < stretch.end; ++i) {
    if (!engine.pieces()[i].is_noun() ||
        !means(engine, i, "stop|employer|home|destination|address|job|post|berth|house"))
      continue;
    const Noun& stop = engine.noun(i);
    if (stop.described.find("next") == std::string::npos && stop.described.find("new") == std::string::npos &&
        stop.determiner.find("next") == std::string::npos)
      continue;
    std::optional<Actor> person;
    if (!stop.owner.empty()) person = engine.person(stop.owner.front());
    if (stop.owner.empty() && one_of("his|her", stop.determiner)) {
      const auto told = told_of(engine, stretch, i);
      if (told.size() == 1) person = told.front();
    }
    std::size_t at = i + 1;
    if (!person || !clauses.word_at(at, "is|will")) continue;
    Verb verb = copula_at(engine, at);
    while (clauses.word_at(at, "is|will|be|at|with|now")) ++at;
    const auto house = house_at(engine, at);
    if (!house || verb.negated || verb.possible) continue;
    verb.planned = true;
    claim_arrival(engine, "loose-next-stop", *person, *house, verb, at);
  }
}

/// "A hands the reins to Ann": she leads it.
void find_reins(RuleEngine& engine, const Stretch& stretch, const Verb& verb) {
  const auto& clauses = engine.clauses();
  if (!one_of("hand|pass|give|turn", verb.lemma) || verb.passive) return;
  const auto subjects = clauses.subject(verb);
  if (subjects.size() != 1) return;
  const auto house = house_at(engine, subjects.front());
  for (std::size_t i = verb.piece + 1; house && i + 2 < stretch.end && i < verb.piece + 4; ++i)
    if (means(engine, i, "reins|helm|keys|baton|leadership") && clauses.word_at(i + 1, "to") &&
        engine.is_person_at(i + 2))
      if (const auto person = engine.person(engine.noun(i + 2)))
        claim_appointment(engine, *person, *house, {}, verb, i + 2);
}

/// "A's research arm will from August be run by Ann".
void find_run_by(RuleEngine& engine, const Stretch& stretch, const Verb& verb) {
  const auto& clauses = engine.clauses();
  if (!one_of("run|lead|head|manage|oversee|direct", verb.lemma) || !verb.passive || !verb.planned) return;
  if (!clauses.word_at(verb.piece + 1, "by") || !engine.is_person_at(verb.piece + 2)) return;
  const auto subjects = clauses.subject(verb);
  if (subjects.size() != 1 || subjects.front() < stretch.begin) return;
  const auto house = house_at(engine, subjects.front());
  const auto person = engine.person(engine.noun(verb.piece + 2));
  if (house && person) claim_appointment(engine, *person, *house, {}, verb, verb.piece + 2);
}

/// "Among the early hires are Ann and Bob, both from B": hires of what the text is about.
void find_hires_named(RuleEngine& engine) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 3 < engine.pieces().size(); ++i) {
    const bool among = clauses.word_at(i, "among") && engine.pieces()[i + 1].is_noun() &&
                       means(engine, i + 1, "hires|recruits|newcomers|arrivals|signings|acquisitions");
    // "Another newcomer is Ann"
    const bool another =
        i == 0 && engine.pieces()[0].is_noun() && engine.noun(0).owner.empty() &&
        means(engine, 0, "newcomer|recruit|arrival|hire|signing|recruits|newcomers|arrivals|hires");
    if (!among && !another) continue;
    std::size_t at = among ? i + 2 : i + 1;
    while (at < engine.pieces().size() && engine.pieces()[at].kind == Piece::Kind::date) ++at;
    if (!clauses.word_at(at, "are|is|were|was")) continue;
    Verb verb;
    verb.piece = at;
    std::optional<Actor> house;
    if (among && !engine.noun(i + 1).owner.empty())
      house = house_of(engine, engine.noun(i + 1).owner.front());
    for (std::size_t k = at + 1; k < engine.pieces().size() && !clauses.word_at(k, ".|;|who"); ++k) {
      if (!engine.is_person_at(k) || !clauses.word_at(k - 1, "are|is|were|was|,|and")) continue;
      const auto person = engine.person(engine.noun(k));
      const auto where = house || !person ? house : house_of_arrivals(engine, *person);
      if (person && where && !belongs_to(engine, *person, *where))
        claim_arrival(engine, "loose-hires-named", *person, *where, verb, k);
    }
  }
}

}  // namespace

void find_loose_appointments(RuleEngine& engine) {
  for (const Stretch& stretch : stretches_of(engine))
    for (const Verb& verb : engine.clauses().verbs()) {
      if (verb.piece < stretch.begin || verb.piece >= stretch.end) continue;
      if (verb.possible || verb.negated || !engine.told(verb)) continue;
      find_appointment(engine, stretch, verb);
      find_bare_hire(engine, stretch, verb);
      find_run_by(engine, stretch, verb);
      find_reins(engine, stretch, verb);
    }
  for (const Stretch& stretch : stretches_of(engine)) {
    find_taken_away(engine, stretch);
    find_place_taken(engine, stretch);
    find_next_stop(engine, stretch);
  }
  find_hires_named(engine);
  find_new_post(engine);
  find_named_among(engine);
  find_recruited_others(engine);
  find_staff_named(engine);
}

}  // namespace talentflow::ingest::text
