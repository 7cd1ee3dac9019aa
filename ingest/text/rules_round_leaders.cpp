// Rounds told by who leads them, and sums told without a verb of raising: "A leads a $5 million Series A for
// B", "a $9 million round followed, with C among the investors", "B has $7 million for a company of her own",
// "$4 million goes to B".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// "Series A", "seed round", "investment": the piece that a verb of leading governs.
std::optional<std::size_t> round_behind(const RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 6; ++i) {
    if (pieces[i].is(".") || pieces[i].is(";") || pieces[i].is(",")) return std::nullopt;
    if (!pieces[i].is_noun()) continue;
    if (pieces[i].noun.named() && !pieces[i].noun.described.starts_with("series")) return std::nullopt;
    if (is_round_noun(pieces[i].noun.head) || pieces[i].noun.described.starts_with("series")) return i;
    if (!pieces[i].noun.owner.empty()) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::size_t> sum_near(const RuleEngine& engine, std::size_t from, std::size_t to) {
  const auto value = valuation_piece(engine);
  for (std::size_t i = from; i < engine.pieces().size() && i < to; ++i)
    if (engine.pieces()[i].kind == Piece::Kind::amount && (!value || *value != i) &&
        !is_other_money(engine, i))
      return i;
  return std::nullopt;
}

/// In a list about one organisation, that one; else what the text speaks of.
std::optional<Actor> receiver_spoken_of(const RuleEngine& engine) {
  if (engine.last_organisation()) return engine.last_organisation();
  return std::nullopt;
}

/// The organisation that a round is for: its owner, "for B", "in B", "of B".
std::optional<Actor> receiver(const RuleEngine& engine, std::size_t round) {
  const auto& pieces = engine.pieces();
  const Noun& noun = engine.noun(round);
  if (!noun.owner.empty() && noun.owner.front().can_be_organisation())
    return engine.organisation(noun.owner.front());
  for (std::size_t i = round + 1; i + 1 < pieces.size() && i < round + 7; ++i) {
    if (pieces[i].is(".") || pieces[i].is(";") || pieces[i].is(",")) break;
    if (!engine.clauses().word_at(i, "for|in|into|of") || !pieces[i + 1].is_noun()) continue;
    const Noun& next = engine.noun(i + 1);
    if (next.named() && next.type == NounType::organisation && next.group.empty() && next.owner.empty())
      return engine.organisation(next);
  }
  return std::nullopt;
}

/// "A leads a $5 million Series A for B", "A led a first round of $5 million in 2019".
void find_led_round(RuleEngine& engine, const Verb& verb) {
  if (!one_of("lead|co-lead|anchor|spearhead", verb.lemma) || verb.passive || verb.negated ||
      !engine.told(verb))
    return;
  const auto round = round_behind(engine, verb);
  const auto investors = engine.clauses().subject(verb);
  if (!round || investors.empty()) return;
  const auto sum = sum_near(engine, verb.piece + 1, *round + 5);
  auto target = receiver(engine, *round);
  if (!target) target = round_target(engine, verb.piece);
  if (!target && (sum || engine.noun(*round).determiner == "the" || engine.sentence().item_date.known()))
    target = receiver_spoken_of(engine);
  if (!target) return;
  for (const std::size_t index : investors)
    if (engine.noun(index).named() && engine.noun(index).name == target->name) return;
  if (sum) claim_raise(engine, "led-round-of", &verb, *target, *sum);
  engine.remember_raiser(*target);
  for (const std::size_t index : investors) claim_investor(engine, &verb, index, *target, true);
  // "A leads a $5 million round, with B and C"
  for (std::size_t i = *round + 1; i + 1 < engine.pieces().size() && i < *round + 8; ++i)
    if (engine.clauses().word_at(i, "with|alongside|joined")) {
      const std::size_t first = engine.clauses().word_at(i + 1, "by") ? i + 2 : i + 1;
      if (first < engine.pieces().size() && engine.pieces()[first].is_noun() && engine.noun(first).named())
        for (const std::size_t index : listed_names(engine, first))
          claim_investor(engine, &verb, index, *target, false);
      break;
    }
}

/// "a $9 million round followed in July", "a Series B of $9 million came a year later".
void find_round_that_came(RuleEngine& engine, const Verb& verb) {
  if (!one_of("follow|come|close|arrive|bring", verb.lemma) || verb.passive || verb.negated ||
      !engine.told(verb))
    return;
  const auto subjects = engine.clauses().subject(verb);
  if (subjects.empty() || engine.noun(subjects.back()).named()) return;
  const Noun& round = engine.noun(subjects.back());
  if (!is_round_noun(round.head) && !round.described.starts_with("series")) return;
  const std::size_t first = subjects.front() > 3 ? subjects.front() - 3 : 0;
  const auto sum = sum_near(engine, first, verb.piece + 5);
  // "a deal that brought the start-up $2 billion in licence fees": earned, not raised
  if (sum && engine.clauses().word_at(*sum + 1, "in|of|as") && *sum + 2 < engine.pieces().size() &&
      engine.pieces()[*sum + 2].is_noun() &&
      one_of("fee|fees|royalties|revenue|sales|damages|compensation|licence|license|licensing",
             engine.noun(*sum + 2).head))
    return;
  auto target = receiver(engine, subjects.back());
  if (!target) target = receiver_spoken_of(engine);
  if (sum && target) claim_raise(engine, "round-came", &verb, *target, *sum);
}

/// "with A and B among the investors", "A and B are among those who paid".
void find_among(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "among")) continue;
    bool backers = false;
    for (std::size_t k = i + 1; k < pieces.size() && k < i + 6; ++k) {
      backers =
          backers || (pieces[k].is_noun() &&
                      one_of("investors|backers|shareholders|participants|funders", pieces[k].noun.head));
      backers =
          backers || (clauses.word_at(k, "who") &&
                      clauses.word_at(k + 1, "paid|invested|backed|contributed|took|put|joined|chipped"));
    }
    if (!backers) continue;
    std::size_t last = i - 1;
    const bool copula = clauses.word_at(last, "are|is|were|was");
    if (copula && last > 0) --last;
    if (!pieces[last].is_noun() || !engine.noun(last).named()) continue;
    auto target = round_target(engine, i);
    if (!target) target = engine.raiser();
    if (!target) continue;
    for (const std::size_t index : clauses.group_to(last))
      claim_investor(engine, nullptr, index, *target, false);
  }
}

/// "B has $7 million from A", "B gets $7 million from A and C", "has $7 million for a company of her own".
void find_has_sum(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "has|have|gets|got|get|receives|received|wins|won|lands|landed|secures|takes") ||
        pieces[i + 1].kind != Piece::Kind::amount || is_other_money(engine, i + 1) ||
        !pieces[i - 1].is_noun())
      continue;
    if (!clauses.word_at(i + 2, "from") && !names_round(engine)) continue;
    bool from = clauses.word_at(i + 2, "from");
    bool round = !round_name(engine).empty();
    if (from && i + 3 < pieces.size() && pieces[i + 3].is_noun() &&
        engine.noun(i + 3).type == NounType::place)
      from = false;
    if (!from && !round) continue;
    const Noun& who = engine.noun(i - 1);
    if (!who.named() || who.type != NounType::organisation) continue;
    const auto target = engine.organisation(who);
    if (!target) continue;
    claim_raise(engine, "has-sum", nullptr, *target, i + 1);
    if (from && !is_round_noun(engine.noun(i + 3).head))
      for (const std::size_t index : listed_names(engine, i + 3))
        claim_investor(engine, nullptr, index, *target, false);
  }
}

/// "$4 million goes to B", "$4 million for B", at the beginning of an item or behind ":".
void find_sum_that_goes(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 3 < pieces.size(); ++i) {
    if (pieces[i].kind != Piece::Kind::amount || is_other_money(engine, i)) continue;
    if (!clauses.word_at(i + 1, "goes|went|go") || !clauses.word_at(i + 2, "to") || !pieces[i + 3].is_noun())
      continue;
    const bool round = !round_name(engine).empty() || names_round(engine);
    const Noun& who = engine.noun(i + 3);
    if (!round || !who.named() || who.type != NounType::organisation) continue;
    if (const auto target = engine.organisation(who)) {
      claim_raise(engine, "sum-goes-to", nullptr, *target, i);
      for (const Verb& verb : clauses.verbs())
        if (verb.lemma == "lead" && verb.piece < i && !verb.passive)
          for (const std::size_t index : clauses.subject(verb))
            claim_investor(engine, &verb, index, *target, true);
    }
  }
}

/// "Series D of $500 million: A leads", "B's Series F: $600 million, with A in the lead": an item of a list,
/// of its owner or of what the list is about.
void find_item_round(RuleEngine& engine) {
  if (!engine.sentence().item_date.known() || engine.said_here_as("RAISED") || round_name(engine).empty())
    return;
  const auto sum = sum_near(engine, 0, engine.pieces().size());
  if (!sum || engine.mentions("talks") || engine.mentions("seeks") || engine.mentions("plans") ||
      engine.mentions("could") || engine.mentions("may"))
    return;
  std::optional<Actor> target;
  std::optional<std::size_t> round;
  for (std::size_t i = 0; i < engine.pieces().size() && !round; ++i)
    if (engine.pieces()[i].is_noun() &&
        (is_round_noun(engine.noun(i).head) || engine.noun(i).described.starts_with("series")))
      round = i;
  if (round) target = receiver(engine, *round);
  if (!target && engine.last_organisation() &&
      engine.last_organisation()->name == engine.document().main_organisation())
    target = engine.last_organisation();
  if (target) claim_raise(engine, "item-round", nullptr, *target, *sum);
}

/// "..; A is in", "A and B are in too": who takes part in the round of the item.
void find_who_is_in(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const auto target = engine.raiser();
  if (!target) return;
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "is|are") || !clauses.word_at(i + 1, "in|aboard|in too") ||
        !pieces[i - 1].is_noun())
      continue;
    if (i + 2 < pieces.size() && !clauses.word_at(i + 2, ".|;|,|too|as")) continue;
    for (const std::size_t index : clauses.group_to(i - 1))
      claim_investor(engine, nullptr, index, *target, false);
  }
  // "with A and B in the lead"
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "with") || !pieces[i + 1].is_noun() || !engine.noun(i + 1).named()) continue;
    const auto names = clauses.group_from(i + 1);
    const std::size_t next = names.back() + 1;
    if (clauses.word_at(next, "in") && next + 1 < pieces.size() && pieces[next + 1].is_noun() &&
        pieces[next + 1].noun.head == "lead")
      for (const std::size_t index : names) claim_investor(engine, nullptr, index, *target, true);
  }
}

}  // namespace

void find_round_leaders(RuleEngine& engine) {
  if (engine.sentence().item_date.known()) find_sums_for(engine);
  find_sum_that_goes(engine);
  find_has_sum(engine);
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.possible) continue;
    find_led_round(engine, verb);
    find_round_that_came(engine, verb);
  }
  find_item_round(engine);
  find_among(engine);
  if (engine.said_here_as("RAISED")) find_who_is_in(engine);
}

}  // namespace talentflow::ingest::text
