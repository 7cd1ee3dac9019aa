// Money: rounds and their valuations, investors, changes of a share price.
#include <algorithm>
#include <cmath>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_round_noun(std::string_view head) {
  return head == "round" || head == "funding" || head == "financing" || head == "deal" ||
         head == "investment" || head == "rounds";
}

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

void find_raises(RuleEngine& engine, const Verb& verb) {
  const bool raises = verb.lemma == "raise" || verb.lemma == "close" || verb.lemma == "secure" ||
                      verb.lemma == "land" || verb.lemma == "come";
  if (!raises || verb.infinitive || verb.passive) return;
  const auto& pieces = engine.pieces();
  const auto value = valuation(engine);
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 8; ++i) {
    if (pieces[i].kind != Piece::Kind::amount || (value && *value == i)) continue;
    if (verb.lemma == "come" && !(pieces[i - 1].is("with"))) return;
    const auto subjects = engine.clauses().subject(verb);
    if (subjects.empty()) return;
    if (const auto organisation = engine.organisation(pieces[subjects.back()].noun))
      claim_raise(engine, verb, *organisation, i);
    return;
  }
}

void claim_investor(RuleEngine& engine, const Verb& verb, const Noun& investor, const Actor& target,
                    std::size_t piece, bool lead) {
  const auto actor = engine.anyone(investor);
  if (!actor || !investor.named()) return;
  ClaimDraft draft;
  draft.start = engine.event_date(verb);
  if (lead) draft.properties.emplace_back("lead", Value(true));
  engine.claim(lead ? "led-round" : "backed", "INVESTED_IN", *actor, target, &verb, piece, verb.piece,
               std::move(draft));
}

bool takes_part_in(const RuleEngine& engine, const Verb& verb) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const std::size_t next = engine.pieces()[verb.piece].end;
  return verb.lemma == "take" && next < tokens.size() && tokens[next].is("part");
}

bool names_round(const RuleEngine& engine) {
  return std::any_of(engine.pieces().begin(), engine.pieces().end(),
                     [](const Piece& piece) { return piece.is_noun() && is_round_noun(piece.noun.head); });
}

/// "The backers were A, B and C".
void find_backers(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !(pieces[i].noun.head == "backers" || pieces[i].noun.head == "investors"))
      continue;
    if (!(pieces[i + 1].is("were") || pieces[i + 1].is("are") || pieces[i + 1].is("include") ||
          pieces[i + 1].is("included")))
      continue;
    if (!pieces[i + 2].is_noun() || !engine.raiser()) return;
    const Actor target = *engine.raiser();
    Verb verb;
    verb.piece = i + 1;
    for (const std::size_t index : engine.clauses().group_from(i + 2))
      claim_investor(engine, verb, pieces[index].noun, target, index, false);
    return;
  }
}

/// "X backing the round", "X led the round", "X invested in Y", "backed by X and Y", "X put $1B into Y".
void find_investors(RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const Clauses& clauses = engine.clauses();
  if (verb.infinitive) return;
  if (verb.piece + 1 < pieces.size() && pieces[verb.piece].is("back") && pieces[verb.piece + 1].is("to"))
    return;  // "going back to"
  const bool backs = verb.lemma == "back" || verb.lemma == "fund";
  const bool leads = verb.lemma == "lead";
  const bool takes_part = verb.lemma == "participate" || verb.lemma == "join" || takes_part_in(engine, verb);
  const bool invests = verb.lemma == "invest" || verb.lemma == "put";
  if (!backs && !leads && !takes_part && !invests) return;
  if (verb.passive) {
    const auto targets = clauses.subject(verb);
    const auto investors = clauses.object(verb.piece, "by");
    if (!backs && !leads) return;
    if (targets.empty() || investors.empty()) return;
    const Noun& what = pieces[targets.back()].noun;
    const auto target = is_round_noun(what.head) ? engine.raiser() : engine.organisation(what);
    if (!target) return;
    for (const std::size_t index : investors)
      claim_investor(engine, verb, pieces[index].noun, *target, index, leads);
    return;
  }
  const auto investors = clauses.subject(verb);
  if (investors.empty()) return;
  std::optional<Actor> target;
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 6 && !target; ++i) {
    if (!pieces[i].is_noun()) continue;
    const Noun& what = pieces[i].noun;
    if (is_round_noun(what.head) || (takes_part && what.type == NounType::pronoun && names_round(engine)))
      target = what.owner.empty() ? engine.raiser() : engine.organisation(what.owner.front());
    else if (invests && (pieces[i - 1].is("in") || pieces[i - 1].is("into")))
      target = engine.organisation(what);
    else if (backs)
      target = engine.organisation(what);
    else
      break;
  }
  if (!target && takes_part_in(engine, verb)) target = engine.raiser();
  if (!target) return;
  for (const std::size_t index : investors)
    claim_investor(engine, verb, pieces[index].noun, *target, index, leads);
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
    find_investors(engine, verb);
    find_price_change(engine, verb);
  }
  find_backers(engine);
}

}  // namespace talentflow::ingest::text
