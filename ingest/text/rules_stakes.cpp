// Shares bought, held and sold: "took a 5% stake in X", "holds 12 per cent of X", "$1 billion of X's equity",
// "is selling its stake". Who has a stake in X has put money into it, and has not bought it.
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_stake(const Noun& noun) {
  return !noun.named() && one_of("stake|stakes|shareholding|holding|interest", noun.head);
}

bool takes_stakes(std::string_view lemma) {
  return one_of(
      "take|buy|acquire|hold|own|have|purchase|get|build|sell|offload|keep|retain|raise|increase|pick|"
      "boost|amass|secure|reduce|cut",
      lemma);
}

/// The organisation that a stake is one in: "a stake in X", "X's stake" is another's; bare: what the text is
/// about.
std::optional<Actor> target_of_stake(const RuleEngine& engine, std::size_t stake, const Actor& holder) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = stake + 1; i + 1 < pieces.size() && i < stake + 6; ++i) {
    if (clauses.word_at(i, ".|;|,|and")) break;
    if (clauses.word_at(i, "in") && pieces[i + 1].is_noun()) return engine.organisation_at(i + 1);
  }
  const Noun& noun = engine.noun(stake);
  if (noun.determiner != "its" && noun.determiner != "their") return std::nullopt;
  const auto about = engine.last_organisation();
  return about && about->name != holder.name ? about : std::nullopt;
}

void claim_stake(RuleEngine& engine, const Verb& verb, std::size_t index, const Actor& target,
                 std::size_t to) {
  const auto holder = engine.anyone(engine.noun(index));
  if (!holder || !engine.noun(index).named() || holder->name == target.name ||
      engine.said("INVESTED_IN", holder->name, target.name))
    return;
  ClaimDraft draft;
  if (one_of("take|buy|acquire|purchase|get|pick", verb.lemma)) draft.start = engine.event_date(verb);
  engine.claim("stake", "INVESTED_IN", *holder, target, &verb, verb.piece, to, std::move(draft));
}

/// "took a 5% stake in X", "was selling its stake in X".
void find_stake(RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 7; ++i) {
    if (engine.clauses().word_at(i, ".|;")) return;
    if (engine.clauses().word_at(i, "no|not")) return;
    if (!pieces[i].is_noun() || !is_stake(engine.noun(i))) continue;
    for (const std::size_t index : engine.clauses().subject(verb)) {
      const auto holder = engine.anyone(engine.noun(index));
      if (!holder) continue;
      if (const auto target = target_of_stake(engine, i, *holder))
        claim_stake(engine, verb, index, *target, i);
    }
    return;
  }
}

/// "takes $1 billion of X equity", "owns 12 per cent of X".
void find_part_of(RuleEngine& engine, const Verb& verb) {
  if (!one_of("take|buy|hold|own|acquire|get|purchase", verb.lemma)) return;
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i + 2 < pieces.size() && i < verb.piece + 4; ++i) {
    const bool money = pieces[i].kind == Piece::Kind::amount;
    const bool share = pieces[i].kind == Piece::Kind::percentage;
    if ((!money && !share) || !engine.clauses().word_at(i + 1, "of") || !pieces[i + 2].is_noun()) continue;
    const Noun& what = engine.noun(i + 2);
    const bool equity =
        one_of("equity|stock|shares|capital", what.head) || one_of("equity|stock|shares", what.group);
    if (money && !equity) return;
    const auto target = engine.organisation_at(i + 2);
    if (!target) return;
    for (const std::size_t index : engine.clauses().subject(verb))
      claim_stake(engine, verb, index, *target, i + 2);
    return;
  }
}

}  // namespace

void find_stakes(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.possible || verb.negated || verb.passive || !takes_stakes(verb.lemma)) continue;
    if (!engine.told(verb)) continue;
    find_stake(engine, verb);
    find_part_of(engine, verb);
  }
}

}  // namespace talentflow::ingest::text
