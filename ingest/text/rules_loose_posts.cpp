// Posts read loosely: a house, a word of working before it, and one person whom the phrase is told of: "in
// charge of search at A", "five months at A, and B before that", "a job at A and the post of director at B",
// "late of A", "summers spent as an intern with A, B and C", "whom they had brought along from A".
#include <algorithm>

#include "ingest/text/loose_reading.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// Times, posts and tasks that somebody has at a house.
constexpr std::string_view kService =
    "years|months|decade|decades|weeks|spell|spells|stint|stints|tour|job|jobs|post|posts|position|positions|"
    "role|roles|career|apprenticeship|internship|internships|responsible|charge|departments|department|ranks|"
    "worked|working|works|looked|intern|payroll|served|interned|late|formerly|once|hitherto|latterly|later|"
    "seen|belonged|belongs|laboratory|research|practised|practiced|toiled|clerked|researched|coded|"
    "programmed|"
    "apprenticed|lectured|lectures|laboured|freelanced|moonlighted|recently";
/// What is told of a post that nobody has taken, or of somebody else's.
constexpr std::string_view kNoPost =
    "waiting|offer|offers|offered|declined|vacant|unfilled|rejected|rejects|applied|applies|wanted|wants|"
    "rumoured|rumored|unpaid|vacancy|vacancies|successor|partnership|contract|agreement|client|"
    "customer|customers|supplier|lawsuit|backed|invested|if|would|could|might|may";
/// People whom nothing binds to the house named behind them.
constexpr std::string_view kNoEmployee =
    "investor|investors|backer|backers|founder|founders|co-founder|co-founders|cofounder|cofounders|author|"
    "authors|co-author|co-authors|creator|creators|owner|owners|shareholder|shareholders|rival|rivals|critic|"
    "customer|student|students|graduate|graduates|alumnus|alumni|successor|predecessor|spokesman|"
    "spokeswoman|spokesperson|trustee|trustees|director|directors|contributor|developer|developers|maker|"
    "adviser|advisers|advisor|advisors|colleague|colleagues|friend|candidate|pioneer|inventor|inventors|"
    "user|users|partner|partners|member|members|chairman|chair|lawyer|lawyers";

bool is_past_word(std::string_view word) {
  return is_former_word(word) ||
         one_of(
             "was|were|had|been|until|till|after|before|earlier|late|spent|worked|served|did|interned|"
             "previously|then|later|hitherto|used|practised|practiced|toiled|clerked|researched|coded|"
             "programmed|apprenticed|lectured|laboured|freelanced|moonlighted|recently",
             word);
}

/// Whether the stretch tells of what is over.
bool tells_of_past(const RuleEngine& engine, const Stretch& stretch, std::size_t until) {
  for (std::size_t i = stretch.begin; i < until; ++i)
    if (!engine.pieces()[i].is_noun() ? is_past_word(engine.pieces()[i].lower)
                                      : engine.noun(i).former || engine.noun(i).head == "late")
      return true;
  return false;
}

bool mentions_any(const RuleEngine& engine, const Stretch& stretch, const Options& words) {
  const auto& tokens = engine.sentence().sentence.tokens;
  for (std::size_t t = engine.pieces()[stretch.begin].begin; t < engine.pieces()[stretch.end - 1].end; ++t)
    if (!tokens[t].capital && one_of(words, tokens[t].lower)) return true;  // "may", but not "May"
  return false;
}

void claim_post(RuleEngine& engine, std::string_view rule, const Actor& person, const Actor& house,
                std::string role, bool past, std::size_t from, std::size_t to) {
  // "Chief Corporate and Operations Officer": no name
  if (person.name.find(' ') == std::string::npos && is_role_modifier(ascii_lower(person.name))) return;
  if (person.name == house.name || is_told_of_both(engine, person, house)) return;
  ClaimDraft draft;
  draft.role = std::move(role);
  // ".. at A from 2021 until October 2023"
  std::size_t dates = std::max(from, to) + 1;
  while (dates < engine.pieces().size() && (engine.pieces()[dates].kind == Piece::Kind::date ||
                                            engine.clauses().word_at(dates, "from|to|until|since|in|-")))
    ++dates;
  const Period period = period_within(engine, std::max(from, to), dates);
  if (period.start) draft.start = *period.start;
  if (period.end)
    draft.end = *period.end;
  else if (past && engine.published().known())
    draft.end = until(engine.published());
  else if (!past)
    draft.end = Date::open_date();
  if (!past) engine.remember_employer(person, house);
  engine.claim(rule, "WORKS_AT", person, house, nullptr, from, to, std::move(draft));
}

/// Whether anybody is told to be at the house in this sentence: then the phrase has been read.
bool is_read(const RuleEngine& engine, const Actor& house) {
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.sentence == engine.sentence_index() && claim.object && claim.object->name == house.name;
  });
}

/// The houses of one list that begins at a piece: "A, B and C".
std::vector<Actor> houses_from(const RuleEngine& engine, std::size_t piece) {
  std::vector<Actor> out;
  for (const std::size_t index : engine.clauses().group_from(piece))
    add_unless_named(out, house_at(engine, index));
  return out;
}

/// The word of working that a house behind a preposition belongs to.
std::optional<std::size_t> service_before(const RuleEngine& engine, const Stretch& stretch,
                                          std::size_t preposition) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = preposition; i-- > stretch.begin && i + 7 > preposition;) {
    if (means(engine, i, kService)) return i;
    if (engine.clauses().word_at(i, "used") && engine.clauses().word_at(i + 1, "to")) return i;
    if (pieces[i].is_person() || pieces[i].is(",") || pieces[i].is("\"")) return std::nullopt;
    if (pieces[i].is_noun() && pieces[i].noun.named()) return std::nullopt;
    if (pieces[i].is_noun() && pieces[i].noun.type == NounType::role) return i;
    if (pieces[i].kind == Piece::Kind::word && !verb_lemma(pieces[i].lower).empty() &&
        !is_ing_form(pieces[i].lower))
      return std::nullopt;
  }
  return std::nullopt;
}

/// "in charge of search at A", "a job at A", "five months at A and B".
void find_service(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin + 1; i + 1 < stretch.end; ++i) {
    if (!clauses.word_at(i, "at|for|with|of|inside|from|in")) continue;
    const auto house = house_at(engine, i + 1);
    if (!house || is_read(engine, *house)) continue;
    const auto service = service_before(engine, stretch, i);
    if (!service || is_denied_before(engine, *service)) continue;
    if (clauses.word_at(i, "from|in|of") &&
        !means(engine, *service, "late|formerly|once|later|departments|ranks|department|belonged|belongs"))
      continue;
    if (engine.pieces()[*service].is_noun() && engine.noun(*service).type == NounType::role &&
        one_of(kNoEmployee, engine.noun(*service).head))
      continue;
    const auto people = told_of(engine, stretch, *service);
    const bool past = tells_of_past(engine, stretch, i);
    for (const Actor& person : people)
      for (const Actor& one : houses_from(engine, i + 1))
        claim_post(engine, "loose-service", person, one, {}, past, *service, i + 1);
  }
}

/// "has been one of A's first engineers", "spent as an intern with A, B and C": a post that names its house.
void find_posts_of_houses(RuleEngine& engine, const Stretch& stretch) {
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    if (!engine.pieces()[i].is_noun()) continue;
    const Noun& noun = engine.noun(i);
    if (noun.type != NounType::role || noun.employer.empty() || one_of(kNoEmployee, noun.head)) continue;
    if (noun.plural && !noun.determiner.starts_with("one")) continue;
    const Noun& employer = noun.employer.front();
    // "the Example Professor of Physics": a chair that bears a name
    const bool before = employer.begin <= noun.begin + 1;
    if (!employer.sure && before && engine.document().mentions_of(employer.name) < 2) continue;
    // "owes it to a professor at Acme": somebody else
    if (i > 0 && engine.clauses().word_at(i - 1, "to|by|with|from|under|of|than|like|against|between|about"))
      continue;
    const auto house = house_of(engine, employer);
    if (!house || is_read(engine, *house) || is_denied_before(engine, i)) continue;
    const auto people = told_of(engine, stretch, i);
    if (people.size() != 1) continue;
    std::vector<Actor> houses{*house};
    if (engine.clauses().word_at(i + 1, ",|and") && i + 2 < stretch.end)
      for (const Actor& other : houses_from(engine, i + 2)) add_unless_named(houses, other);
    const bool past = noun.former || tells_of_past(engine, stretch, i);
    for (const Actor& one : houses)
      claim_post(engine, "loose-post", people.front(), one, noun.role, past, i, i);
  }
}

/// "dealt with policy at A from 2021", "handled its finances at A": what somebody did there.
void find_deed(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (const Verb& verb : clauses.verbs()) {
    if (verb.piece < stretch.begin || verb.piece >= stretch.end || verb.possible || verb.negated ||
        verb.planned || verb.passive || verb.infinitive)
      continue;
    if (!one_of("build|develop|design|handle|deal|oversee|manage|supervise|direct|head|invent|co-lead",
                verb.lemma))
      continue;
    const std::size_t end = std::min(stretch.end, clauses.clause_end(verb));
    for (std::size_t i = verb.piece + 1; i + 1 < end && i < verb.piece + 9; ++i) {
      if (engine.is_person_at(i) || clauses.word_at(i, ",|who|which|where|that")) break;
      if (!clauses.word_at(i, "at|inside")) continue;
      const auto house = house_at(engine, i + 1);
      if (!house || house->kind == "University" || is_read(engine, *house)) break;
      const bool past = is_past_form(engine.pieces()[verb.piece].lower);
      for (const Actor& person : doers_of(engine, verb))
        for (const Actor& one : houses_from(engine, i + 1))
          claim_post(engine, "loose-deed", person, one, {}, past, verb.piece, i + 1);
      break;
    }
  }
}

/// "one of the researchers behind A's models", "who built its own things at A": who makes what a house makes.
void find_makers(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin; i + 2 < stretch.end; ++i) {
    if (!means(engine, i,
               "researcher|researchers|scientist|scientists|engineer|engineers|developer|developers|"
               "people|minds|brains|architect|architects|authors|inventor|inventors|creators"))
      continue;
    if (!clauses.word_at(i + 1, "behind|on") || !engine.pieces()[i + 2].is_noun()) continue;
    const Noun& thing = engine.noun(i + 2);
    if (thing.owner.empty() || thing.owner.front().type != NounType::organisation) continue;
    const auto house = house_of(engine, thing.owner.front());
    if (!house || is_read(engine, *house) || is_denied_before(engine, i)) continue;
    for (const Actor& person : told_of(engine, stretch, i))
      claim_post(engine, "loose-maker", person, *house, {}, tells_of_past(engine, stretch, i), i, i + 2);
  }
}

/// "A, where his former boss, Ann, has been head of hardware since May", "A, where Ann and Bob are among his
/// colleagues", "A, where Ann heads research": there.
void find_where(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin + 1; i + 2 < stretch.end; ++i) {
    if (!clauses.word_at(i, "where")) continue;
    const std::size_t named = clauses.word_at(i - 1, ",") && i >= 2 ? i - 2 : i - 1;
    const auto house = house_at(engine, named);
    if (!house) continue;
    std::size_t at = i + 1;
    while (at < stretch.end &&
           !clauses.word_at(
               at, "is|are|was|were|has|had|heads|leads|runs|works|led|ran|headed|worked|work|lead|head|run"))
      ++at;
    if (at + 1 >= stretch.end || at == i + 1) continue;
    Verb verb;
    verb.piece = at;
    std::size_t what = at;
    while (clauses.word_at(what, "is|are|was|were|has|had|been|now|still|already|also|currently")) ++what;
    if (what >= stretch.end || clauses.word_at(what, "not|never|no|to")) continue;
    const bool works =
        clauses.word_at(at, "heads|leads|runs|works|led|ran|headed|worked|work|lead|head|run") ||
        clauses.word_at(what, "working|leading|running|heading|worked|led");
    const bool post = engine.pieces()[what].is_noun() && engine.noun(what).type == NounType::role &&
                      engine.noun(what).employer.empty() && engine.noun(what).owner.empty() &&
                      !one_of(kNoEmployee, engine.noun(what).head);
    const bool among = clauses.word_at(what, "among") && means(engine, what + 1, "colleagues|bosses|peers");
    const bool charge = clauses.word_at(what, "in") && means(engine, what + 1, "charge");
    if (!works && !post && !among && !charge) continue;
    const bool past = clauses.word_at(at, "was|were|had|led|ran|headed|worked");
    std::vector<Actor> people = doers_of(engine, verb);
    for (std::size_t k = at; people.empty() && k-- > i;)
      if (engine.is_person_at(k)) people = engine.people(clauses.group_to(k));
    for (const Actor& person : people)
      claim_post(engine, "loose-where", person, *house, post ? engine.noun(what).role : std::string(), past,
                 i, what);
  }
}

/// ", currently at A", ", now with A": where the one before works.
void find_present(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin + 2; i + 2 < stretch.end; ++i) {
    if (!clauses.word_at(i, "currently|now|still|presently|today") || !clauses.word_at(i + 1, "at|with|of"))
      continue;
    const auto house = house_at(engine, i + 2);
    if (!house || is_read(engine, *house)) continue;
    for (const Actor& person : beside(engine, i))
      claim_post(engine, "loose-present", person, *house, {}, false, i, i + 2);
  }
  // "on secondment from A", "on leave from A": still there
  for (std::size_t i = stretch.begin; i + 3 < stretch.end; ++i) {
    if (!clauses.word_at(i, "on")) continue;
    std::size_t at = i + 1;
    while (clauses.word_at(at, "partial|long|a|temporary|unpaid|extended")) ++at;
    if (!means(engine, at, "secondment|loan|leave|sabbatical") || !clauses.word_at(at + 1, "from")) continue;
    const auto house = house_at(engine, at + 2);
    if (!house || is_read(engine, *house) || is_denied_before(engine, i)) continue;
    for (const Actor& person : told_of(engine, stretch, i))
      claim_post(engine, "loose-present", person, *house, {}, false, i, at + 2);
  }
}

/// "after a decade in A's employ", "in the service of A".
void find_employ(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin; i + 1 < stretch.end; ++i) {
    if (!clauses.word_at(i, "in") || !means(engine, i + 1, "employ|service|pay|employment|ranks")) continue;
    const Noun& noun = engine.noun(i + 1);
    std::optional<Actor> house;
    if (!noun.owner.empty()) house = house_of(engine, noun.owner.front());
    if (noun.owner.empty() && clauses.word_at(i + 2, "of")) house = house_at(engine, i + 3);
    if (!house || is_read(engine, *house)) continue;
    auto people = told_of(engine, stretch, i);
    // "After a decade in A's employ, Ann ..": the name behind
    for (std::size_t k = i + 2; people.empty() && k + 1 < stretch.end; ++k)
      if (clauses.word_at(k, ",") && engine.is_person_at(k + 1)) people = engine.people({k + 1});
    for (const Actor& person : people) claim_post(engine, "loose-employ", person, *house, {}, true, i, i + 1);
  }
}

/// The house that a word like "ex-Acme" names.
std::optional<Actor> house_of_ex(const RuleEngine& engine, const Noun& noun) {
  const auto& tokens = engine.sentence().sentence.tokens;
  for (std::size_t t = noun.begin; t < noun.end && t < tokens.size(); ++t) {
    if (!tokens[t].is("ex-") || t + 1 >= noun.end || !tokens[t + 1].capital) continue;
    Noun house;
    house.type = NounType::organisation;
    house.kind = "Company";
    house.name = std::string(tokens[t + 1].text);
    return house_of(engine, house);
  }
  return std::nullopt;
}

/// "two more ex-Acme men, Ann and Bob".
void find_ex_people(RuleEngine& engine, const Stretch& stretch) {
  for (std::size_t i = stretch.begin; i + 2 < stretch.end; ++i) {
    if (!engine.pieces()[i].is_noun() || engine.noun(i).named() || !engine.noun(i).former) continue;
    const auto house = house_of_ex(engine, engine.noun(i));
    if (!house || !engine.clauses().word_at(i + 1, ",|(|:") || !engine.is_person_at(i + 2)) continue;
    for (const Actor& person : engine.people(engine.clauses().group_from(i + 2)))
      claim_post(engine, "loose-ex-people", person, *house, {}, true, i, i + 2);
  }
}

/// "with the former head of research at A": whom the sentence has told of, where it is in no apposition.
void find_former_head(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin + 1; i < stretch.end; ++i) {
    if (!engine.pieces()[i].is_noun()) continue;
    const Noun& job = engine.noun(i);
    const bool former = job.type == NounType::role && job.former && job.determiner == "the" && !job.plural &&
                        !job.employer.empty() && !one_of(kNoEmployee, job.head);
    if (!former || clauses.holder_of(i) || clauses.names_of(i) || !clauses.word_at(i - 1, "with|in|by|on"))
      continue;
    const auto house = house_of(engine, job.employer.front());
    std::vector<Actor> told;
    for (const TextClaim& claim : engine.claims())
      if (claim.sentence == engine.sentence_index() && !claim.denied &&
          (claim.relation == "JOINED" || claim.relation == "WORKS_AT"))
        add_unless_named(told, claim.subject);
    if (!house || told.size() != 1) continue;
    claim_post(engine, "loose-former-head", told.front(), *house, job.role, true, i, i);
  }
}

/// "whom they had brought along from A", "came with him from A": where somebody was before.
void find_origin(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (const Verb& verb : clauses.verbs()) {
    if (verb.piece < stretch.begin || verb.piece >= stretch.end || verb.possible || verb.negated) continue;
    const bool brings = one_of("bring|hire|recruit|poach|lure|take|fetch|attract|win|draw", verb.lemma);
    if (!brings && !one_of("come|arrive|follow|transfer|move|join", verb.lemma)) continue;
    std::vector<std::size_t> who =
        !brings || verb.passive ? clauses.subject(verb) : clauses.relative_object(verb);
    if (who.empty() && brings) who = clauses.object(verb.piece, "");
    for (std::size_t i = verb.piece + 1; i + 1 < stretch.end && i < verb.piece + 7; ++i) {
      if (clauses.word_at(i, ",|and|who|which|where|.")) break;
      if (!clauses.word_at(i, "from")) continue;
      const auto house = house_at(engine, i + 1);
      if (!house || is_read(engine, *house)) break;
      if (means(engine, i - 1, "straight|fresh|directly") && house->kind == "University") break;
      for (const Actor& person : people_named(engine, who))
        claim_post(engine, "loose-origin", person, *house, {}, true, verb.piece, i + 1);
      break;
    }
  }
}

}  // namespace

void find_loose_posts(RuleEngine& engine) {
  for (const Stretch& stretch : stretches_of(engine)) {
    if (mentions_any(engine, stretch, kNoPost)) continue;
    find_service(engine, stretch);
    find_posts_of_houses(engine, stretch);
    find_origin(engine, stretch);
    find_deed(engine, stretch);
    find_makers(engine, stretch);
    find_ex_people(engine, stretch);
    find_former_head(engine, stretch);
    find_where(engine, stretch);
    find_present(engine, stretch);
    find_employ(engine, stretch);
  }
}

}  // namespace talentflow::ingest::text
