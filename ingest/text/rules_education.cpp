// Degrees: "holds a PhD from Y", "studied physics at Y", "a graduate of Y", "did her doctorate at Y".
#include <algorithm>

#include "ingest/text/studies.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_degree_word(std::string_view word) {
  return one_of(
      "phd|ph.d|ph.d.|doctorate|doctorates|degree|degrees|bachelor|bachelor's|bachelors|master|master's|"
      "masters|mba|bsc|"
      "msc|ba|bs|ms|ma|dphil|diploma|diplom|undergraduate|studies|doctoral|llb|jd|j.d.|b.s.|m.s.|b.a.|m.a.|"
      "b.sc.|m.sc.|m.b.a.|md|m.d.|graduate|education|law",
      word);
}

/// Schools by the words of their names, or known as such.
bool is_school(const Noun& noun) {
  if (noun.kind == "University") return true;
  const std::string lower = ascii_lower(noun.name);
  for (const std::string_view word :
       {"university", "college", "school",   "institute",    "academy",   "polytechnic",
        "universit",  "eth",     "mit",      "conservatory", "faculty",   "oxford",
        "cambridge",  "harvard", "stanford", "yale",         "princeton", "caltech",
        "seminary",   "mellon",  "berkeley", "hochschule"})
    if (lower.find(word) != std::string::npos) return true;
  return false;
}

void claim_study(RuleEngine& engine, std::string_view rule, const std::vector<Actor>& people,
                 const std::vector<std::size_t>& schools, const Verb* verb, std::size_t from, bool any_name) {
  for (const std::size_t index : schools) {
    const Noun& school = engine.noun(index);
    if (!school.named() || (school.type == NounType::person && school.sure) ||
        school.type == NounType::place) {
      if (school.type != NounType::place || !(is_school(school) || is_city(ascii_lower(school.name))))
        continue;
    }
    if (!any_name && !is_school(school)) continue;
    // "Queens' College, Cambridge": where the college is
    if (school.type == NounType::place && index >= 2 && engine.clauses().word_at(index - 1, ",") &&
        engine.pieces()[index - 2].is_noun() && engine.noun(index - 2).named())
      continue;
    Noun organisation = school;
    if (organisation.type == NounType::person) organisation.type = NounType::organisation;
    auto actor = engine.organisation(organisation);
    if (!actor) actor = Actor{school.name, "University", school.id, false};
    if (actor->kind == "Company") actor->kind = "University";
    for (const auto& person : people) {
      ClaimDraft draft;
      if (verb != nullptr) {
        const Period period = period_within(engine, verb->piece, engine.clauses().clause_end(*verb));
        if (const auto date = engine.clauses().date_of(*verb)) draft.end = engine.pieces()[*date].date;
        if (period.start && period.end) {
          draft.start = period.start;
          draft.end = period.end;
        }
      }
      engine.claim(rule, "STUDIED_AT", person, actor, verb, from, index, std::move(draft));
    }
  }
}

bool degree_between(const RuleEngine& engine, std::size_t from, std::size_t to) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const auto& pieces = engine.pieces();
  for (std::size_t i = pieces[from].begin;
       i < tokens.size() && i < pieces[std::min(to, pieces.size() - 1)].begin; ++i)
    if (is_degree_word(tokens[i].lower)) return true;
  return false;
}

/// All nouns behind "from" or "at" in the verb's clause: "a BA from X and a PhD from Y".
std::vector<std::size_t> schools_behind(const RuleEngine& engine, const Verb& verb,
                                        std::string_view prepositions) {
  std::vector<std::size_t> out;
  const auto& clauses = engine.clauses();
  const std::size_t end = clauses.clause_end(verb);
  for (std::size_t i = verb.piece + 1; i < end && i + 1 < engine.pieces().size(); ++i)
    if (clauses.word_at(i, prepositions) && engine.pieces()[i + 1].is_noun() && engine.noun(i + 1).named())
      for (const std::size_t noun : clauses.group_from(i + 1))
        if (std::find(out.begin(), out.end(), noun) == out.end()) out.push_back(noun);
  return out;
}

void find_by_verb(RuleEngine& engine, const Verb& verb) {
  const auto& clauses = engine.clauses();
  const auto people = [&] { return engine.people(clauses.subject(verb)); };
  if (verb.lemma == "study" || verb.lemma == "graduate" || verb.lemma == "educate" || verb.lemma == "train") {
    if (verb.lemma == "train" && !verb.passive) return;
    auto schools = schools_behind(engine, verb, "at|from");
    if (schools.empty()) schools = clauses.object(verb.piece, verb.lemma == "graduate" ? "from|" : "at");
    claim_study(engine, "studied", people(), schools, &verb, verb.piece, verb.lemma != "train");
    return;
  }
  if (verb.lemma == "attend") {
    claim_study(engine, "attended", people(), clauses.object(verb.piece, ""), &verb, verb.piece, false);
    return;
  }
  if (!one_of("earn|receive|hold|take|do|complete|obtain|win|finish|begin|get|have|pursue", verb.lemma) ||
      verb.passive)
    return;
  auto schools = schools_behind(engine, verb, "from|at");
  if (!degree_between(engine, verb.piece, schools.empty() ? clauses.clause_end(verb) : schools.front()))
    return;
  // "at Delft University, where both took their doctorates"
  if (schools.empty())
    for (std::size_t i = verb.piece; i-- > 1;)
      if (clauses.word_at(i, "where")) {
        for (std::size_t k = i; k-- > 0;)
          if (engine.pieces()[k].is_noun() && engine.noun(k).named() && is_school(engine.noun(k))) {
            schools = {k};
            break;
          } else if (engine.pieces()[k].is_noun() && !engine.noun(k).employer.empty() &&
                     is_school(engine.noun(k).employer.front())) {
            // "a lecturer at Y, where she took her doctorate"
            if (const auto actor = engine.organisation(engine.noun(k).employer.front()))
              for (const auto& person : people())
                engine.claim("took-degree", "STUDIED_AT", person, actor, &verb, k, verb.piece, {});
            return;
          }
      }
  claim_study(engine, "took-degree", people(), schools, &verb, verb.piece, true);
}

/// "has a doctorate from Y", "with a PhD from Y", "Ann Example, a Y graduate", "(PhD, Y)".
void find_by_noun(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    // "who has a doctorate from Y"
    if (clauses.word_at(i, "has|had|with") && !clauses.word_at(i + 1, "no|not|never")) {
      for (std::size_t k = i + 1; k + 1 < pieces.size() && k < i + 7; ++k) {
        if (clauses.word_at(k, ".|;")) break;
        if (!clauses.word_at(k, "from|at") || !pieces[k + 1].is_noun() || !degree_between(engine, i, k))
          continue;
        Verb verb;
        verb.piece = i;
        auto people = engine.people(clauses.subject(verb));
        claim_study(engine, "has-degree", people, clauses.group_from(k + 1), nullptr, i, true);
        break;
      }
    }
    // "Ann Example, a Y graduate", "a graduate of Y"
    if (pieces[i].is_noun() && pieces[i].noun.type == NounType::role &&
        one_of("graduate|graduates|alumnus|alumna|alum|alumni|student|candidate", pieces[i].noun.head) &&
        !pieces[i].noun.employer.empty()) {
      const Noun& school = pieces[i].noun.employer.front();
      if (!is_school(school)) continue;
      std::optional<Actor> person;
      if (const auto holder = clauses.holder_of(i)) person = engine.person(pieces[*holder].noun);
      Verb verb;
      verb.piece = i;
      std::vector<Actor> people;
      if (person) people.push_back(*person);
      if (people.empty() && i > 0 && clauses.word_at(i - 1, "is|was|are|were"))
        people = engine.people(clauses.subject(verb));
      if (people.empty() && pieces[i].noun.determiner == "the" && engine.last_person())
        people.push_back(*engine.last_person());
      auto actor = engine.organisation(school);
      if (!actor) continue;
      for (const auto& one : people) engine.claim("graduate-of", "STUDIED_AT", one, actor, nullptr, i, i, {});
    }
  }
}

}  // namespace

void find_studies(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs())
    if (!verb.possible && !verb.negated && !(verb.infinitive && !verb.planned)) find_by_verb(engine, verb);
  find_by_noun(engine);
  find_degrees(engine);
}

}  // namespace talentflow::ingest::text
