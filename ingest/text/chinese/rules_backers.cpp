// Who put money into a round: "由A领投", "B跟投", "投资方包括C、D".
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"

namespace talentflow::ingest::text {

void claim_investor(ChineseEngine& engine, std::string_view rule, const Actor& investor, const Actor& target,
                    std::size_t verb, std::size_t from, std::size_t to, bool lead,
                    const std::optional<Amount>& amount) {
  const ChineseMood mood = engine.mood(verb);
  ClaimDraft draft;
  draft.start = engine.event_date(verb, mood);
  draft.amount = amount;
  if (lead) draft.properties.emplace_back("lead", Value(true));
  engine.claim(rule, "INVESTED_IN", investor, target, mood, from, to, std::move(draft));
}

/// "由A、B领投", "A跟投": of the round that the sentences before told of.
void find_chinese_backers(ChineseEngine& engine, std::size_t verb) {
  const auto& all = engine.parts();
  std::size_t begin = verb;
  while (begin > 0 &&
         (all[begin - 1].kind == Part::Kind::organisation || all[begin - 1].kind == Part::Kind::latin ||
          all[begin - 1].is(Word::conjunction) || all[begin - 1].is(Word::adverb) ||
          all[begin - 1].is(Word::title) || all[begin - 1].kind == Part::Kind::text))
    --begin;
  while (begin < verb && (all[begin].is(Word::adverb) || all[begin].is(Word::conjunction))) ++begin;
  std::size_t end = begin;
  const auto investors = engine.organisations_from(begin, end);
  std::optional<Actor> target;
  std::size_t at = verb;
  target = engine.object_organisation(verb, at);
  if (target && !(engine.parts()[at].kind == Part::Kind::organisation)) target.reset();
  if (!target) target = engine.raiser();
  if (!target) return;
  const bool lead = all[verb].is(Word::lead_round);
  for (const auto& investor : investors)
    claim_investor(engine, all[verb].rule, investor, *target, verb, begin, verb, lead);
}

/// "投资方包括A、B，以及C": also those that the next clauses name without a verb.
void find_chinese_backer_list(ChineseEngine& engine, std::size_t noun) {
  const auto& all = engine.parts();
  const auto& target = engine.raiser();
  std::size_t at = noun + 1;
  bool listed = false;
  while (at < all.size() && (engine.is(at, Word::including) || engine.is(at, Word::as) ||
                             all[at].plain == U"有" || engine.is(at, Word::adverb))) {
    listed = listed || !engine.is(at, Word::adverb);
    ++at;
  }
  if (!listed || !target) return;
  std::size_t end = at;
  const bool lead = all[noun].plain == U"领投方";
  for (const auto& investor : engine.organisations_from(at, end))
    claim_investor(engine, lead ? "zh-led-round" : "zh-backed", investor, *target, noun, noun, end - 1, lead);
}

}  // namespace talentflow::ingest::text
