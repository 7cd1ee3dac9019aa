// Money raised: rounds and their valuations; changes of a share price. Investors: rules_investors.cpp.
#include <algorithm>
#include <cmath>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_value_noun(std::string_view head) {
  return head == "valuation" || head == "value" || head == "post-money" || head == "worth";
}

/// The piece of the amount that is a valuation: "at a ~$2B valuation", "valued at $2B", "at a value of $12
/// billion".
std::optional<std::size_t> valuation(const RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind != Piece::Kind::amount) continue;
    if (i + 1 < pieces.size() && pieces[i + 1].is_noun() && is_value_noun(pieces[i + 1].noun.head)) return i;
    if (i >= 2 && pieces[i - 1].is("of") && pieces[i - 2].is_noun() && is_value_noun(pieces[i - 2].noun.head))
      return i;
    if (i >= 2 && pieces[i - 1].is("at") && pieces[i - 2].is_noun() && pieces[i - 2].noun.head == "valued")
      return i;
  }
  return std::nullopt;
}

/// "Series B", "seed": which round it was.
std::string round_name(const RuleEngine& engine) {
  const auto& tokens = engine.sentence().sentence.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is("series") && i + 1 < tokens.size() && tokens[i + 1].text.size() == 1) {
      const bool plus = i + 2 < tokens.size() && tokens[i + 2].is("+");
      return "Series " + std::string(tokens[i + 1].text) + (plus ? "+" : "");
    }
    if (tokens[i].is("seed")) return "seed";
  }
  return {};
}

void claim_raise(RuleEngine& engine, const Verb& verb, const Actor& organisation, std::size_t amount) {
  ClaimDraft draft;
  draft.start = engine.event_date(verb);
  draft.amount = engine.pieces()[amount].amount;
  if (const auto value = valuation(engine); value && *value != amount) {
    const Amount& stated = engine.pieces()[*value].amount;
    draft.properties.emplace_back("valuation", Value(stated.money));
    if (stated.approximate) draft.properties.emplace_back("valuation_approximate", Value(true));
  }
  if (auto round = round_name(engine); !round.empty())
    draft.properties.emplace_back("round", Value(std::move(round)));
  engine.remember_raiser(organisation);
  engine.claim("raised", "RAISED", organisation, std::nullopt, &verb, verb.piece, amount, std::move(draft));
}

bool is_round_word(std::string_view head) {
  return one_of("round|funding|financing|seed|raise|investment|series|capital|money|tranche", head);
}

/// Whether an amount is money for the organisation: not its value, sales, pay, costs or what it will spend.
bool is_other_money(const RuleEngine& engine, std::size_t amount) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const Piece& piece = engine.pieces()[amount];
  const std::size_t from = piece.begin > 4 ? piece.begin - 4 : 0;
  for (std::size_t i = from; i < tokens.size() && i < piece.end + 3; ++i)
    if (one_of("revenue|sales|profit|profits|turnover|pay|salary|package|worth|valued|valuation|spending|"
               "costs|fine|bonus|"
               "loss|losses|deal|contract|run-rate|annualized|total|value|debt",
               tokens[i].lower) &&
        !(tokens[i].is("total") && i > piece.begin) && !tokens[i].is("deal"))
      return i < piece.begin ? !(i + 3 < piece.begin) || tokens[i].is("valued") : i <= piece.end + 1;
  return false;
}

void find_raises(RuleEngine& engine, const Verb& verb) {
  const bool raises = one_of(
      "raise|close|secure|land|come|emerge|get|collect|bag|pull|announce|receive|take|unveil|complete|win|"
      "attract|lift",
      verb.lemma);
  if (!raises || !engine.told(verb) || (verb.passive && verb.lemma != "raise")) return;
  const auto& pieces = engine.pieces();
  const auto value = valuation(engine);
  const bool takes_in = verb.lemma == "take" && engine.clauses().word_at(verb.piece + 1, "in");
  const bool weak =
      !takes_in &&
      one_of("come|emerge|get|announce|receive|take|unveil|complete|land|win|attract|pull|secure",
             verb.lemma);
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 10; ++i) {
    if (pieces[i].is(".") || pieces[i].is(";")) return;
    if (pieces[i].kind != Piece::Kind::amount || (value && *value == i) || is_other_money(engine, i))
      continue;
    if (one_of("come|emerge", verb.lemma) && !(pieces[i - 1].is("with"))) return;
    if (weak && !one_of("come|emerge", verb.lemma)) {
      bool round = !round_name(engine).empty();
      for (const Piece& piece : pieces) round = round || (piece.is_noun() && is_round_word(piece.noun.head));
      if (!round) return;
    }
    const auto subjects = engine.clauses().subject(verb);
    if (subjects.empty()) return;
    const Noun& who = pieces[subjects.back()].noun;
    auto organisation = who.type == NounType::person && who.sure ? std::nullopt : engine.organisation(who);
    // "Ravenna's founders, A and B, have raised ..": the organisation they founded
    if (!organisation || who.type == NounType::person)
      for (const auto& person : engine.people(subjects))
        for (const auto& claim : engine.claims())
          if (claim.relation == "FOUNDED" && claim.subject.name == person.name && claim.object)
            organisation = claim.object;
    // "have raised $18 million for Ravenna"
    for (const std::size_t index : engine.clauses().behind(verb, "for"))
      if (index > i && index < i + 4 && engine.noun(index).named() &&
          engine.noun(index).type != NounType::place && (verb.lemma == "raise" || !organisation))
        if (auto other = engine.organisation(engine.noun(index))) organisation = other;
    if (organisation) claim_raise(engine, verb, *organisation, i);
    return;
  }
}

/// "a seed round of $9 million", "$30 million Series A": the sum of a round that somebody closed, without
/// such a verb.
void find_round_of(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 2; i < pieces.size(); ++i) {
    if (pieces[i].kind != Piece::Kind::amount || is_other_money(engine, i)) continue;
    const bool of = pieces[i - 1].is("of") && pieces[i - 2].is_noun() &&
                    one_of("round|funding|financing", pieces[i - 2].noun.head);
    if (!of) continue;
    const Verb* verb = engine.clauses().verb_before(i);
    if (verb == nullptr || !engine.told(*verb)) continue;
    const auto subjects = engine.clauses().subject(*verb);
    if (subjects.empty()) continue;
    const auto organisation = engine.organisation(pieces[subjects.back()].noun);
    if (!organisation || pieces[subjects.back()].noun.type == NounType::person) continue;
    bool done = false;
    for (const auto& claim : engine.claims())
      done = done || (claim.relation == "RAISED" && claim.sentence == engine.sentence_index());
    if (!done && one_of("announce|close|complete|raise|reveal|secure", verb->lemma))
      claim_raise(engine, *verb, *organisation, i);
  }
}

/// "X has moved down -22% over the recent 30-90 day window", "shares of X fell 5%".
void find_price_change(RuleEngine& engine, const Verb& verb) {
  static constexpr std::string_view kDown[] = {"fall", "drop", "lose", "slide"};
  static constexpr std::string_view kUp[] = {"rise", "gain", "climb"};
  bool down = false;
  bool known = verb.lemma == "move";
  for (const auto lemma : kDown)
    if (verb.lemma == lemma) known = down = true;
  for (const auto lemma : kUp) known = known || verb.lemma == lemma;
  if (!known || verb.infinitive) return;
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 5; ++i) {
    if (pieces[i].is("down")) down = true;
    if (pieces[i].kind != Piece::Kind::percentage) continue;
    const auto subjects = engine.clauses().subject(verb);
    if (subjects.empty()) return;
    const Noun& what = pieces[subjects.back()].noun;
    const auto organisation = !what.named() && !what.owner.empty() ? engine.organisation(what.owner.front())
                                                                   : engine.organisation(what);
    if (!organisation) return;
    ClaimDraft draft;
    const double percent = std::abs(pieces[i].percentage);
    draft.properties.emplace_back("percent", Value(down || pieces[i].percentage < 0 ? -percent : percent));
    const auto& tokens = engine.sentence().sentence.tokens;
    for (std::size_t t = pieces[i].end; t < tokens.size(); ++t)
      if (const auto window = window_at(tokens, t)) {
        draft.properties.emplace_back("window_days_low", Value(window->low));
        draft.properties.emplace_back("window_days_high", Value(window->high));
        break;
      }
    if (engine.published().known()) draft.end = engine.published();
    engine.claim("price-change", "PRICE_CHANGE", *organisation, std::nullopt, &verb, subjects.front(), i,
                 std::move(draft));
    return;
  }
}

}  // namespace

void find_money(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.possible) continue;
    find_raises(engine, verb);
    find_price_change(engine, verb);
  }
  find_round_of(engine);
}

}  // namespace talentflow::ingest::text
