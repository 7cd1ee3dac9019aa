// The language of filings: "announced his resignation as Chief Operating Officer of Acme", "terminated the
// employment of X", "appointed Mr. X as a director of the Company", "ceased to serve as", "determined that he
// would retire as President of the Company".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// "effective March 1, 2021", "effective as of October 30, 2022", "as of January 18, 2023": the day on which
/// a change takes effect.
std::optional<Date> effective_date(const RuleEngine& engine, std::size_t from) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = from; i < pieces.size(); ++i) {
    if (!engine.clauses().word_at(i, "effective") &&
        !(pieces[i].is_noun() && pieces[i].noun.head == "effective"))
      continue;
    for (std::size_t k = i + 1; k < pieces.size() && k < i + 4; ++k)
      if (pieces[k].kind == Piece::Kind::date && pieces[k].date.precision == DatePrecision::day)
        return pieces[k].date;
  }
  return std::nullopt;
}

std::optional<Actor> house(const RuleEngine& engine, const Noun* job) {
  if (job != nullptr && !job->employer.empty())
    if (auto found = engine.organisation(job->employer.front())) return found;
  if (job != nullptr && !job->owner.empty() && job->owner.front().type == NounType::organisation)
    return engine.organisation(job->owner.front());
  if (auto defined = engine.defined_company()) return defined;
  return engine.last_organisation();
}

void claim_left(RuleEngine& engine, std::string_view rule, const Actor& person,
                const std::optional<Actor>& organisation, const Verb& verb, const std::string& role,
                std::size_t to) {
  if (!organisation || engine.said("LEFT", person.name, organisation->name)) return;
  ClaimDraft draft;
  draft.start = effective_date(engine, verb.piece).value_or(engine.event_date(verb));
  draft.role = role;
  engine.claim(rule, "LEFT", person, organisation, &verb, verb.piece, to, std::move(draft));
}

/// "announced his resignation as Chief Operating Officer of Acme", "tendered her resignation as a director".
void find_resignation(RuleEngine& engine, const Verb& verb) {
  if (!one_of("announce|give|tender|submit|deliver|provide|notify|inform", verb.lemma) || verb.passive ||
      verb.negated || !engine.told(verb))
    return;
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i + 2 < pieces.size() && i < verb.piece + 8; ++i) {
    if (!pieces[i].is_noun() || !one_of("resignation|retirement|departure", pieces[i].noun.head) ||
        !one_of("his|her|their", pieces[i].noun.determiner))
      continue;
    if (!engine.clauses().word_at(i + 1, "as|from") || !pieces[i + 2].is_noun() ||
        pieces[i + 2].noun.type != NounType::role)
      return;
    const Noun& job = pieces[i + 2].noun;
    const bool board = is_board_role(job.role) || ascii_lower(job.role) == "director";
    for (const Actor& person : engine.people(engine.clauses().subject(verb)))
      claim_left(engine, "resignation-as", person, house(engine, &job), verb, board ? "director" : job.role,
                 i + 2);
    return;
  }
}

/// "the Board terminated the employment of X as Chief Executive Officer of the Company".
void find_terminated(RuleEngine& engine, const Verb& verb) {
  if (!one_of("terminate|end", verb.lemma) || verb.passive || verb.negated || !engine.told(verb)) return;
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i + 2 < pieces.size() && i < verb.piece + 3; ++i) {
    if (!pieces[i].is_noun() || !one_of("employment|contract|service", pieces[i].noun.head) ||
        !engine.clauses().word_at(i + 1, "of|with"))
      continue;
    const std::size_t as = i + 3;
    const Noun* job = engine.clauses().word_at(as, "as") && as + 1 < pieces.size() &&
                              pieces[as + 1].is_noun() && pieces[as + 1].noun.type == NounType::role
                          ? &pieces[as + 1].noun
                          : nullptr;
    if (!engine.is_person_at(i + 2)) return;
    for (const Actor& person : engine.people({i + 2}))
      claim_left(engine, "employment-terminated", person, house(engine, job), verb,
                 job == nullptr ? "" : job->role, i + 2);
    return;
  }
}

/// "ceased to serve as", "ceased to be an employee": an end of the post.
void find_ceased(RuleEngine& engine, const Verb& verb) {
  if (verb.lemma != "cease" || verb.negated || verb.passive) return;
  // "will cease to serve as chief executive and will continue as chairman": another post, no departure
  if (engine.mentions("continue") || engine.mentions("remain") || engine.mentions("continues")) return;
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 7; ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.type != NounType::role) continue;
    const bool board = ascii_lower(pieces[i].noun.role) == "director" || is_board_role(pieces[i].noun.role);
    for (const Actor& person : engine.people(engine.clauses().subject(verb)))
      claim_left(engine, "ceased", person, house(engine, &pieces[i].noun), verb,
                 board ? "director" : pieces[i].noun.role, i);
    return;
  }
}

/// "the Board appointed Mr. X as a director of the Company", "elected X to the Board": by the company that
/// the filing defines.
void find_appointed_director(RuleEngine& engine, const Verb& verb) {
  if (!one_of("appoint|elect|name", verb.lemma) || verb.negated || !engine.told(verb)) return;
  auto defined = engine.defined_company();
  if (!defined && engine.mentions("company") && engine.mentions("board") &&
      !engine.document().main_organisation().empty())
    defined = engine.main_organisation();  // a filing whose first page gave the name
  if (!defined) return;
  const auto& pieces = engine.pieces();
  const auto named = verb.passive ? engine.clauses().subject(verb) : engine.clauses().object(verb.piece, "");
  const auto people = engine.people(named);
  if (people.empty()) return;
  const std::size_t from = verb.passive ? verb.piece : named.back();
  for (std::size_t i = from + 1; i + 1 < pieces.size() && i < from + 6; ++i) {
    const bool director = engine.clauses().word_at(i, "as") && pieces[i + 1].is_noun() &&
                          one_of("director|directors|member", pieces[i + 1].noun.head) &&
                          (ascii_lower(pieces[i + 1].noun.role).find("managing") == std::string::npos);
    const bool board = engine.clauses().word_at(i, "to") && pieces[i + 1].is_noun() &&
                       one_of("board|boards", pieces[i + 1].noun.head);
    if (!director && !board) continue;
    for (const Actor& person : people) {
      if (engine.said("BOARD_MEMBER_OF", person.name, defined->name)) continue;
      ClaimDraft draft;
      draft.start = effective_date(engine, i).value_or(engine.event_date(verb));
      engine.claim("director-appointed", "BOARD_MEMBER_OF", person, defined, &verb, verb.piece, i + 1,
                   std::move(draft));
    }
    return;
  }
}

}  // namespace

void find_filed_changes(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.possible) continue;
    find_resignation(engine, verb);
    find_terminated(engine, verb);
    find_ceased(engine, verb);
    find_appointed_director(engine, verb);
  }
}

}  // namespace talentflow::ingest::text
