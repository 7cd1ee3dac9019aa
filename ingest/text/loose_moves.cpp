#include "ingest/text/loose_moves.hpp"

#include <algorithm>

#include "schema/table.hpp"

namespace talentflow::ingest::text {

namespace {

bool has_joined(const RuleEngine& engine, const Actor& person, const Actor& house) {
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.relation == "JOINED" && claim.subject.name == person.name && claim.object &&
           (claim.sentence == engine.sentence_index() || claim.object->name == house.name);
  });
}

}  // namespace

void claim_arrival(RuleEngine& engine, std::string_view rule, const Actor& person, const Actor& house,
                   const Verb& verb, std::size_t to) {
  if (person.name == house.name || has_joined(engine, person, house)) return;
  claim_joined(engine, rule, person, house, verb, to);
}

std::optional<Actor> house_of_arrivals(const RuleEngine& engine, const Actor& person) {
  const Actor main = engine.main_organisation();
  if (main.name.empty()) return std::nullopt;
  bool known = engine.document().main_organisation_count() >= 2;
  for (const TextClaim& claim : engine.claims()) {
    if (!claim.object || claim.denied || !one_of("JOINED|LEFT|WORKS_AT", claim.relation)) continue;
    const bool here = claim.object->name == main.name;
    known = known || here;
    const bool recent = claim.sentence + 2 >= engine.sentence_index();
    if (claim.relation == "JOINED" && !here && recent) return std::nullopt;
    // "Ann, a researcher at B, signed up": from there; but who was told before to work there came there
    if (claim.subject.name == person.name && claim.end.open() && !here &&
        claim.sentence != engine.sentence_index())
      return std::nullopt;
  }
  return known ? std::optional<Actor>(main) : std::nullopt;
}

bool belongs_to(const RuleEngine& engine, const Actor& person, const Actor& house) {
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.subject.name == person.name && claim.object && claim.object->name == house.name;
  });
}

bool is_known_elsewhere(const RuleEngine& engine, const Actor& person, const Actor& house) {
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.subject.name == person.name && claim.object && !claim.denied &&
           claim.object->name != house.name && one_of("WORKS_AT|LEFT|FOUNDED", claim.relation) &&
           claim.object->kind != "University";
  });
}

bool has_bare_job(const RuleEngine& engine, std::size_t person) {
  if (!engine.clauses().word_at(person + 1, ",") || person + 2 >= engine.pieces().size()) return false;
  const Piece& piece = engine.pieces()[person + 2];
  return piece.is_noun() && piece.noun.type == NounType::role && piece.noun.employer.empty() &&
         piece.noun.owner.empty() && !piece.noun.former && one_of("the|its|", piece.noun.determiner);
}

}  // namespace talentflow::ingest::text
