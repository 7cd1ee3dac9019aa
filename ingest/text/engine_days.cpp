// The day of what was told without one: "X is leaving. He told colleagues on Monday."
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {

/// "The two wrote on Monday", "it said on Friday", "it was announced on Friday": the day on which what the
/// sentence before tells as of now was made public.
void RuleEngine::refine_dates() {
  if (index_ == 0 || sentence().item_date.known() || pieces().empty() || !pieces()[0].is_noun()) return;
  const Noun& first = noun(0);
  const bool refers =
      first.type == NounType::pronoun || (!first.named() && one_of("the|both|his|her|its", first.determiner));
  if (!refers) return;
  for (const Verb& verb : clauses_->verbs()) {
    if (!one_of("tell|say|announce|write|confirm|post|inform|notify", verb.lemma) || verb.negated ||
        verb.piece > 4)
      continue;
    std::optional<Date> day;
    for (std::size_t i = verb.piece + 1; i < pieces().size() && i < verb.piece + 6; ++i) {
      if (clauses_->word_at(i, "that|.|;|who")) break;
      if (pieces()[i].kind == Piece::Kind::date && pieces()[i].date.precision == DatePrecision::day)
        day = pieces()[i].date;
    }
    if (!day) return;
    for (TextClaim& claim : out_)
      if (claim.sentence + 1 == index_ && claim.start.known() &&
          claim.start.precision == DatePrecision::month && claim.start == about_now() &&
          one_of("JOINED|LEFT|WORKS_AT|BOARD_MEMBER_OF|ACQUIRED|RAISED", claim.relation))
        claim.start = *day;
    return;
  }
}

}  // namespace talentflow::ingest::text
