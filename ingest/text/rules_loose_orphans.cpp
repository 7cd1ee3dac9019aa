// People who are named in full with a post whose house goes unsaid, and of whom the whole text has said
// nothing: "answers to Ann Example, the technology chief", "a deputy of search chief Bob Sample". Their house
// is that of the one they stand in relation to, else the one the text is about.
#include <algorithm>

#include "ingest/text/loose_reading.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// Posts that somebody has inside a house, and not in front of the public or beside it.
bool is_post_inside(const std::string& role) {
  const std::string lower = ascii_lower(role);
  for (const std::string_view other : {" of rival", " of competitor", " of firm", " of agency", " of bank"})
    if (lower.find(other) != std::string::npos) return false;
  const std::string last = lower.substr(lower.rfind(' ') == std::string::npos ? 0 : lower.rfind(' ') + 1);
  if (one_of("ceo|cto|cfo|coo|cpo|ciso|chief|head|executive|officer|boss", last)) return true;
  if (lower.find("chief ") != std::string::npos || lower.find("head of") != std::string::npos ||
      lower.find("vice president") != std::string::npos || lower.find("vice-president") != std::string::npos)
    return true;
  return one_of("president|general counsel|finance director|technical director|managing director", lower);
}

bool is_unknown(const RuleEngine& engine, const Noun& noun) {
  if (noun.type != NounType::person || noun.name.find(' ') == std::string::npos) return false;
  return std::none_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    const bool over = claim.relation == "WORKS_AT" && claim.end.known() && !claim.end.open();
    return claim.subject.name == noun.name && claim.relation != "STUDIED_AT" && !over;
  });
}

bool is_bare_post(const Noun& job) {
  return job.employer.empty() && job.owner.empty() && !job.former && !job.plural && !job.indefinite &&
         is_post_inside(job.role);
}

/// The role that a person has by his title or in apposition, where no house is named with it.
std::string bare_role(const RuleEngine& engine, std::size_t person) {
  const Noun& noun = engine.noun(person);
  if (!noun.role.empty()) return is_bare_post(noun) ? noun.role : std::string();
  for (std::size_t i = person + 1; i < engine.pieces().size() && i < person + 5; ++i)
    if (engine.pieces()[i].is_noun() && engine.noun(i).type == NounType::role)
      if (const auto holder = engine.clauses().holder_of(i); holder && *holder == person)
        return is_bare_post(engine.noun(i)) ? engine.noun(i).role : std::string();
  return {};
}

/// Where somebody named in the sentence works, who reports to the orphan, replaces him or was his deputy.
std::optional<Actor> house_of_relation(const RuleEngine& engine, std::size_t person) {
  const auto& clauses = engine.clauses();
  if (person == 0 || !clauses.word_at(person - 1, "to|of|under|by|from|with")) return std::nullopt;
  std::optional<Actor> house;
  for (const TextClaim& claim : engine.claims())
    if (claim.sentence == engine.sentence_index() && claim.object && !claim.denied &&
        ((claim.relation == "WORKS_AT" && claim.end.open()) || claim.relation == "JOINED"))
      house = claim.object;
  return house;
}

/// What the text is about, where the sentence names no other house.
std::optional<Actor> house_of_text(const RuleEngine& engine, std::size_t person) {
  const Actor main = engine.main_organisation();
  if (main.name.empty() || engine.document().main_organisation_count() < 2) return std::nullopt;
  const std::string last = ascii_lower(main.name.substr(main.name.rfind(' ') + 1));
  if (one_of("council|committee|board|forum|conference", last)) return std::nullopt;
  const bool speaks = engine.clauses().word_at(person + 1, "said|wrote|told|says|announced|added|confirmed");
  for (std::size_t i = 0; i < engine.pieces().size() && !speaks; ++i) {
    const auto other = engine.pieces()[i].is_noun() ? house_at(engine, i) : std::nullopt;
    if (other && other->name != main.name) return std::nullopt;
  }
  return main;
}

}  // namespace

bool names_orphan(const RuleEngine& engine) {
  for (const Piece& piece : engine.pieces())
    if (piece.is_noun() && is_unknown(engine, piece.noun)) return true;
  return false;
}

void find_orphans(RuleEngine& engine) {
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (!engine.is_person_at(i) || !is_unknown(engine, engine.noun(i))) continue;
    const std::string role = bare_role(engine, i);
    if (role.empty()) continue;
    auto house = house_of_relation(engine, i);
    if (!house) house = house_of_text(engine, i);
    const auto person = engine.person(engine.noun(i));
    if (!house || !person || house->name == person->name) continue;
    ClaimDraft draft;
    draft.role = role;
    draft.end = Date::open_date();
    engine.claim("orphan", "WORKS_AT", *person, house, nullptr, i, i, std::move(draft));
  }
}

}  // namespace talentflow::ingest::text
