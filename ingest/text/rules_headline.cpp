// Items of dated lists ("2026-05-18  Blue bought by Acme"): headlines, which often have no verb. A
// headline with one person, one organisation and one job is an appointment; with a board, a seat on it; with
// an amount and a round, money raised. Headlines about partners, deals and products have none of these
// together.
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// What a headline names, each once, in its order.
struct Cast {
  std::vector<Actor> people;
  std::vector<Actor> organisations;
  std::string role;
  std::optional<std::size_t> amount;
  std::size_t last = 0;
};

Cast cast_of(const RuleEngine& engine) {
  Cast out;
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind == Piece::Kind::amount && !out.amount) out.amount = i;
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    out.last = i;
    const bool meant = noun.type == NounType::pronoun && one_of("he|she", noun.head);
    if (meant || (noun.type == NounType::person && noun.named()))
      add_unless_named(out.people, engine.person(noun));
    for (const Noun& owner : noun.owner) add_unless_named(out.organisations, engine.organisation(owner));
    if (noun.type == NounType::organisation && noun.named())
      add_unless_named(out.organisations, engine.organisation(noun));
    for (const Noun& employer : noun.employer)
      add_unless_named(out.organisations, engine.organisation(employer));
    if (noun.type == NounType::role && out.role.empty()) out.role = noun.role;
    if (!noun.role.empty() && out.role.empty()) out.role = noun.role;
  }
  return out;
}

void find_appointment(RuleEngine& engine, const Cast& cast) {
  if (cast.people.size() != 1 || cast.organisations.empty() || engine.said_here(cast.people.front().name))
    return;
  ClaimDraft draft;
  draft.start = engine.published();
  const bool moves_on = engine.mentions("leaves") || engine.mentions("quits") || engine.mentions("resigns") ||
                        engine.mentions("exits") || engine.mentions("departs") || engine.mentions("former") ||
                        engine.mentions("ex-");
  if (moves_on) return;
  const bool seat =
      engine.mentions("board") || engine.mentions("trustee") || engine.mentions("trust") ||
      (engine.mentions("director") && !engine.mentions("managing") && !engine.mentions("representative"));
  if (seat) {
    Actor body = cast.organisations.front();
    for (const auto& organisation : cast.organisations)
      if (!engine.mentions("board") && organisation.name.ends_with("Trust")) body = organisation;
    engine.claim("headline-board", "BOARD_MEMBER_OF", cast.people.front(), body, nullptr, 0, cast.last,
                 std::move(draft));
    return;
  }
  if (cast.organisations.size() != 1 || cast.role.empty()) return;
  draft.role = cast.role;
  engine.claim("headline-appointment", "WORKS_AT", cast.people.front(), cast.organisations.front(), nullptr,
               0, cast.last, std::move(draft));
}

void find_round(RuleEngine& engine, const Cast& cast) {
  if (!cast.amount || cast.organisations.size() != 1 || !cast.people.empty() ||
      engine.said_here(cast.organisations.front().name))
    return;
  const bool round = engine.mentions("series") || engine.mentions("seed") || engine.mentions("raises") ||
                     engine.mentions("funding") || (engine.mentions("goes") && engine.mentions("to")) ||
                     engine.mentions("financing");
  // "$5 million in new money, A in front": whose money it is, and nobody's who gets it
  for (std::size_t i = 1; i + 1 < engine.pieces().size(); ++i)
    if (engine.clauses().word_at(i, "in") && engine.pieces()[i + 1].is_noun() &&
        one_of("front|lead", engine.noun(i + 1).head) && engine.pieces()[i - 1].is_noun() &&
        engine.noun(i - 1).name == cast.organisations.front().name)
      return;
  const bool spent = engine.mentions("invest") || engine.mentions("invests") || engine.mentions("revenue") ||
                     engine.mentions("alliance") || engine.mentions("deal") || engine.mentions("spend");
  if (spent) return;
  if (!round) return;
  ClaimDraft draft;
  draft.start = engine.published();
  draft.amount = engine.pieces()[*cast.amount].amount;
  engine.claim("headline-round", "RAISED", cast.organisations.front(), std::nullopt, nullptr, 0, cast.last,
               std::move(draft));
}

/// "Takeover of X by Y".
void find_takeover_noun(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i + 3 < pieces.size(); ++i) {
    if (!pieces[i + 1].is_noun() || !pieces[i].is("of") || !pieces[i + 2].is("by") ||
        !pieces[i + 3].is_noun())
      continue;
    if (!engine.mentions("takeover") && !engine.mentions("acquisition") && !engine.mentions("purchase"))
      return;
    const auto bought = engine.organisation(pieces[i + 1].noun);
    const auto buyer = engine.organisation(pieces[i + 3].noun);
    if (!bought || !buyer) return;
    ClaimDraft draft;
    draft.start = engine.published();
    engine.claim("headline-takeover", "ACQUIRED", *buyer, bought, nullptr, i, i + 3, std::move(draft));
    return;
  }
}

}  // namespace

/// "$90M for Acme", "$40B in new money for Acme": a sum and whom it is for, without a verb.
void find_sums_for(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  std::size_t sum = 0;
  while (clauses.word_at(sum, "another|a|further|some|up|to|more|than")) ++sum;
  if (sum >= pieces.size() || pieces[sum].kind != Piece::Kind::amount || is_other_money(engine, sum)) return;
  for (std::size_t i = sum + 1; i + 1 < pieces.size() && i < sum + 5; ++i) {
    const bool money =
        clauses.word_at(i, "in|more|new|fresh") ||
        (pieces[i].is_noun() && !pieces[i].noun.named() &&
         (is_round_noun(pieces[i].noun.head) || one_of("money|capital|cash", pieces[i].noun.head)));
    if (clauses.word_at(i, "for") && pieces[i + 1].is_noun() && pieces[i + 1].noun.named() &&
        pieces[i + 1].noun.type == NounType::organisation && pieces[i + 1].noun.group.empty()) {
      if (auto organisation = engine.organisation(pieces[i + 1].noun))
        claim_raise(engine, "headline-sum-for", nullptr, *organisation, sum);
      return;
    }
    if (!money) return;
  }
}

void find_headlines(RuleEngine& engine) {
  if (engine.pieces().empty()) return;
  const Cast cast = cast_of(engine);
  find_appointment(engine, cast);
  find_sums_for(engine);
  find_round(engine, cast);
  find_takeover_noun(engine);
}

}  // namespace talentflow::ingest::text
