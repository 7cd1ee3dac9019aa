// Money raised: rounds and their valuations; changes of a share price. Investors: rules_investors.cpp.
#include <algorithm>
#include <cmath>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_round_word(std::string_view head) {
  return is_round_noun(head) || one_of("capital|money|equity|cash", head);
}

/// Verbs of getting that mean money raised by themselves, and those that do so only where the sentence speaks
/// of a round.
bool is_getting(std::string_view lemma) {
  return one_of("raise|close|collect|bag|lift|bank|pocket|amass|gather|haul|rake|net", lemma);
}
bool is_getting_of_a_round(std::string_view lemma) {
  return one_of(
      "come|emerge|get|announce|receive|take|unveil|complete|land|win|attract|pull|secure|score|snag|scoop|"
      "draw|bring|obtain|grab|nab|pick|clinch|sign|launch",
      lemma);
}

/// "wants to raise", "plans to raise": what it means to do, and has not done.
bool is_only_meant(const RuleEngine& engine, const Verb& verb) {
  return verb.planned && verb.infinitive && !engine.mentions("agreed");
}

void find_raises(RuleEngine& engine, const Verb& verb) {
  const bool weak_verb = is_getting_of_a_round(verb.lemma);
  if ((!is_getting(verb.lemma) && !weak_verb) || !engine.told(verb) || is_only_meant(engine, verb) ||
      (verb.passive && verb.lemma != "raise"))
    return;
  const auto& pieces = engine.pieces();
  // "took part in a round of $5 million": others get it
  if (verb.lemma == "take" && (engine.clauses().word_at(verb.piece + 1, "part") ||
                               (verb.piece + 1 < pieces.size() && pieces[verb.piece + 1].is_noun() &&
                                one_of("part|lead|stake|seat", pieces[verb.piece + 1].noun.head))))
    return;
  const auto value = valuation_piece(engine);
  // "took in $5 million", "brings in $5 million": no round need be named
  const bool takes_in =
      one_of("take|bring|pull|rake|haul", verb.lemma) && engine.clauses().word_at(verb.piece + 1, "in");
  const bool weak = !takes_in && weak_verb;
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 10; ++i) {
    if (pieces[i].is(".") || pieces[i].is(";")) return;
    if (pieces[i].kind != Piece::Kind::amount || (value && *value == i) || is_other_money(engine, i))
      continue;
    if (one_of("come|emerge", verb.lemma) && !(pieces[i - 1].is("with"))) return;
    if (weak && !one_of("come|emerge", verb.lemma)) {
      bool round = !round_name(engine).empty();
      for (const Piece& piece : pieces)
        round = round || (piece.is_noun() && is_round_word(piece.noun.head)) || piece.is("financing") ||
                piece.is("funding");
      // "has taken $40m from A": money that firms give
      round = round ||
              (i + 2 < pieces.size() && engine.clauses().word_at(i + 1, "from") && pieces[i + 2].is_noun() &&
               pieces[i + 2].noun.named() && pieces[i + 2].noun.can_be_organisation());
      // "takes $1 billion of X's equity": a buyer's money
      for (std::size_t k = i + 1; k + 1 < pieces.size() && k < i + 3; ++k)
        if (engine.clauses().word_at(k, "of") && pieces[k + 1].is_noun() &&
            one_of("equity|stock|shares|share|capital", pieces[k + 1].noun.head) &&
            (!pieces[k + 1].noun.owner.empty() || pieces[k + 1].noun.named()))
          return;
      if (!round) return;
    }
    const auto subjects = engine.clauses().subject(verb);
    if (subjects.empty()) return;
    const Noun& who = pieces[subjects.back()].noun;
    auto organisation = who.type == NounType::person && who.sure ? std::nullopt : engine.organisation(who);
    // "founder of Petuum, a start-up that has raised ..": the firm described
    if (!who.named() && who.type == NounType::common)
      if (auto described = described_organisation(engine, subjects.back())) organisation = described;
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
    if (organisation) claim_raise(engine, "raised", &verb, *organisation, i);
    // "raised $102 million in 2017 and $151 million last year"
    if (organisation && verb.lemma == "raise" && i + 3 < pieces.size() &&
        pieces[i + 1].kind == Piece::Kind::date && engine.clauses().word_at(i + 2, "and|,") &&
        pieces[i + 3].kind == Piece::Kind::amount) {
      claim_raise(engine, "raised", &verb, *organisation, i + 3);
      if (i + 4 < pieces.size() && pieces[i + 4].kind == Piece::Kind::date)
        engine.claims().back().start = pieces[i + 4].date;
    }
    return;
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
  find_rounds(engine);
}

}  // namespace talentflow::ingest::text
