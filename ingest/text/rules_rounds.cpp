// Sums of rounds told as nouns: whose money it is follows from what stands beside the sum, whichever verb
// announces it.
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// "round", "equity", "new money": what makes a sum beside it money raised.
bool is_money_noun(const Noun& noun) {
  return (is_round_noun(noun.head) && noun.head != "deal") ||
         one_of("capital|money|equity|cash|funds", noun.head);
}

/// The piece of a noun of a round beside a sum: "$25 million Series B", "$5 million in seed funding", "a
/// round of $9 million".
std::optional<std::size_t> round_beside(const RuleEngine& engine, std::size_t sum) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = sum + 1; i < pieces.size() && i < sum + 4; ++i) {
    if (pieces[i].is_noun() && !pieces[i].noun.named() &&
        (is_money_noun(pieces[i].noun) || pieces[i].noun.described.starts_with("series ")))
      return i;
    if (clauses.word_at(i, "series|seed|pre-seed|round|funding|financing")) return i;
    if (!clauses.word_at(i, "in|of|new|fresh|first|second|a|an|the|from|-|,") || pieces[i].is_noun()) break;
  }
  if (sum >= 2 && clauses.word_at(sum - 1, "of|worth|,|(|:|-") &&
      (clauses.word_at(sum - 2, "funding|financing") ||
       (pieces[sum - 2].is_noun() && !pieces[sum - 2].noun.named() &&
        is_round_noun(pieces[sum - 2].noun.head))))
    return sum - 2;
  return std::nullopt;
}

/// Hopes, talks and conditions make no round.
bool is_hypothetical(const RuleEngine& engine, std::size_t sum) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = sum; i-- > 0;) {
    if (pieces[i].is(";")) break;
    const std::string_view word =
        pieces[i].is_noun() ? std::string_view(pieces[i].noun.head) : pieces[i].lower;
    constexpr std::size_t kNear = 6;  // "a start-up not yet six months old, has secured $41 million"
    if (sum - i > kNear && one_of("not|no|never|without", word)) continue;
    if (one_of(
            "may|might|could|would|should|if|whether|hope|hopes|hoped|hoping|talks|seeking|seeks|sought|seek|"
            "considering|considers|likely|wants|wanted|targeting|targets|aims|aiming|plans|planned|planning|"
            "expected|expects|discuss|discussing|discussions|negotiations|negotiating|trying|mulling|"
            "weighing|exploring|rumoured|rumored|offered|intends|asked|looking|not|no|never|without|failed|"
            "rejected|declined",
            word))
      return true;
  }
  return false;
}

/// The organisation behind "for": "a $40 million Series A for X".
std::optional<std::size_t> receiver_behind(const RuleEngine& engine, std::size_t from) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = from + 1; i + 1 < pieces.size() && i < from + 6; ++i) {
    if (clauses.word_at(i, "for|into")) {
      const Noun& noun = pieces[i + 1].noun;
      if (!pieces[i + 1].is_noun()) continue;
      const bool firm = noun.named() && noun.can_be_organisation() && noun.group.empty();
      const bool told = noun.type == NounType::common && one_of("the|his|her|their", noun.determiner) &&
                        is_organisation_noun(noun.head);
      if (firm) return i + 1;
      // "for the start-up X", "for the Oslo start-up X"
      if (noun.type == NounType::common && is_organisation_noun(noun.head) && i + 2 < pieces.size() &&
          pieces[i + 2].is_noun() && pieces[i + 2].noun.named())
        return i + 2;
      if (told) return i + 1;
    }
    if (clauses.word_at(i, ".|;|,|and") || (pieces[i].is_noun() && pieces[i].noun.named())) break;
  }
  return std::nullopt;
}

/// "X's $25 million round", "X closed a $25 million round": who stands before the sum.
std::optional<Actor> receiver_before(const RuleEngine& engine, std::size_t sum) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = sum; i-- > 0 && i + 3 > sum;) {
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    const auto& tokens = engine.sentence().sentence.tokens;
    const bool owner = pieces[i].end > pieces[i].begin && tokens[pieces[i].end - 1].is("'s");
    if (noun.named() && noun.can_be_organisation() && owner) return engine.organisation(noun);
    break;
  }
  return std::nullopt;
}

/// A verb that makes its subject the one who gets the money.
bool is_getting_verb(std::string_view lemma) {
  return one_of("announce|close|complete|raise|reveal|secure|unveil|report|disclose|confirm|get|win|land",
                lemma);
}

void find_round_noun(RuleEngine& engine, std::size_t sum) {
  const auto round = round_beside(engine, sum);
  if (!round || is_hypothetical(engine, sum)) return;
  const Verb* verb = engine.clauses().verb_before(sum);
  // "takes $1 billion of X equity": a buyer's money
  if (verb != nullptr && one_of("take|buy|acquire|purchase|hold|own", verb->lemma) &&
      engine.clauses().word_at(sum + 1, "of"))
    return;
  if (verb != nullptr && verb->piece + 2 == sum && engine.clauses().word_at(verb->piece, "funding|financing"))
    verb = nullptr;  // "Funding of $12 million"
  if (verb != nullptr && (verb->possible || verb->negated || !engine.told(*verb))) return;
  if (const auto index = receiver_behind(engine, std::max(sum, *round))) {
    if (auto organisation = engine.organisation(engine.noun(*index)))
      claim_raise(engine, "round-for", verb, *organisation, sum);
    return;
  }
  const Noun& noun = engine.noun(*round);
  if (engine.pieces()[*round].is_noun() && !noun.owner.empty() && noun.owner.front().can_be_organisation()) {
    if (auto organisation = engine.organisation(noun.owner.front()))
      claim_raise(engine, "round-of-owner", verb, *organisation, sum);
    return;
  }
  if (auto organisation = receiver_before(engine, sum)) {
    claim_raise(engine, "round-of-owner", verb, *organisation, sum);
    return;
  }
  // "Acme (Oslo) - $3.5 million, seed, led by B": an entry of a list of deals
  const Noun& first = engine.noun(0);
  // in a dated list also behind an aside: "Acme, founded by A: seed round of $5 million"
  const bool free = verb == nullptr || (verb->passive && engine.sentence().item_date.known());
  // "A, B and C split the round": a list of those who pay
  const bool list = engine.pieces()[0].is_noun() && engine.clauses().group_from(0).size() > 1;
  if (free && !list && engine.pieces()[0].is_noun() && first.named() &&
      first.type == NounType::organisation && engine.clauses().word_at(1, "(|-|:|,")) {
    if (auto organisation = engine.organisation(first))
      claim_raise(engine, "round-in-list", nullptr, *organisation, sum);
    return;
  }
  if (verb == nullptr || !is_getting_verb(verb->lemma)) return;
  const auto subjects = engine.clauses().subject(*verb);
  if (subjects.empty() || engine.noun(subjects.back()).type == NounType::person) return;
  if (auto organisation = engine.organisation(engine.noun(subjects.back()));
      organisation && !engine.said_here_as("RAISED"))
    claim_raise(engine, "round-of", verb, *organisation, sum);
}

/// "the $5 billion in equity that X raised in June": the sum before its verb.
void find_sum_before_verb(RuleEngine& engine, const Verb& verb) {
  if (!one_of("raise|collect|secure|close", verb.lemma) || verb.passive || verb.negated || verb.planned)
    return;
  const auto subjects = engine.clauses().subject(verb);
  if (subjects.empty()) return;
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 4; ++i)
    if (pieces[i].kind == Piece::Kind::amount || (pieces[i].is_noun() && !pieces[i].noun.named())) return;
  for (std::size_t i = subjects.front(); i-- > 0 && i + 6 > subjects.front();) {
    if (engine.clauses().word_at(i, ".|;|,")) return;
    if (pieces[i].kind != Piece::Kind::amount) continue;
    const auto organisation = engine.organisation(pieces[subjects.back()].noun);
    if (organisation && pieces[subjects.back()].noun.type != NounType::person)
      claim_raise(engine, "sum-raised", &verb, *organisation, i);
    return;
  }
}

/// "To begin with it has $150 million, supplied by A": money that others gave.
void find_sum_held(RuleEngine& engine, std::size_t sum) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  std::size_t has = sum;
  while (has > 0 && pieces[has - 1].kind == Piece::Kind::word && !clauses.word_at(has - 1, "has|have|had"))
    --has;
  if (has < 2 || !clauses.word_at(has - 1, "has|have|had") || !pieces[has - 2].is_noun()) return;
  bool given = false;
  for (std::size_t i = sum + 1; i + 1 < pieces.size() && i < sum + 5; ++i)
    given = given || (clauses.word_at(i, "supplied|provided|given|invested|contributed|committed|put") &&
                      (clauses.word_at(i + 1, "by") || clauses.word_at(i + 2, "by")));
  if (!given || is_hypothetical(engine, sum)) return;
  const Noun& who = pieces[has - 2].noun;
  std::optional<Actor> organisation = engine.organisation(who);
  if (who.type == NounType::pronoun && who.head == "they") organisation = engine.last_organisation();
  if (organisation && who.type != NounType::person)
    claim_raise(engine, "sum-held", nullptr, *organisation, sum);
}

/// "A gave X $7 million in seed capital", "A put $80 million into X": investors with their sums.
void find_sum_given(RuleEngine& engine, const Verb& verb) {
  const bool gives = one_of("give|hand|award|grant|lend", verb.lemma);
  const bool puts = one_of("put|pump|pour|sink|inject|plough|plow|stake|commit|channel", verb.lemma);
  if ((!gives && !puts) || verb.passive || !engine.told(verb) || verb.possible) return;
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  std::optional<std::size_t> sum;
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 5; ++i)
    if (pieces[i].kind == Piece::Kind::amount && !sum) sum = i;
  if (!sum) return;
  std::optional<std::size_t> receiver;
  if (gives && round_beside(engine, *sum) && pieces[verb.piece + 1].is_noun() && *sum == verb.piece + 2)
    receiver = verb.piece + 1;
  if (puts)
    for (std::size_t i = *sum + 1; i + 1 < pieces.size() && i < *sum + 5; ++i)
      if (clauses.word_at(i, "into") && pieces[i + 1].is_noun()) receiver = i + 1;
  if (!receiver) return;
  const Noun& noun = engine.noun(*receiver);
  const bool own_round =
      !noun.named() && !noun.owner.empty() && is_round_phrase(noun);  // "into X's Series C"
  if (!own_round && (!noun.named() || !noun.can_be_organisation())) return;
  const auto organisation = engine.organisation_at(*receiver);
  if (!organisation) return;
  // "€1bn into X, out of €2bn in all": what X has raised
  for (std::size_t i = *receiver + 1; i + 1 < pieces.size() && i < *receiver + 5; ++i)
    if (clauses.word_at(i, "of") && clauses.word_at(i - 1, "out|part|some") &&
        pieces[i + 1].kind == Piece::Kind::amount && !verb.negated)
      claim_raise(engine, "whole-round", &verb, *organisation, i + 1);
  if (gives && !verb.negated) claim_raise(engine, "round-given", &verb, *organisation, *sum);
  for (const std::size_t index : clauses.subject(verb))
    claim_investor(engine, &verb, index, *organisation, false);
}

}  // namespace

void find_rounds(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.possible) continue;
    if (engine.told(verb)) find_sum_before_verb(engine, verb);
    find_sum_given(engine, verb);
  }
  const auto value = valuation_piece(engine);
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (engine.pieces()[i].kind != Piece::Kind::amount || (value && *value == i) || is_other_money(engine, i))
      continue;
    find_round_noun(engine, i);
    find_sum_held(engine, i);
  }
}

}  // namespace talentflow::ingest::text
