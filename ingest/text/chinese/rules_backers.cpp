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

namespace {

/// Parts that names of investors are made of, with no blank or mark in between.
bool part_of_name(const Part& part) {
  return part.kind == Part::Kind::organisation || part.kind == Part::Kind::latin ||
         part.kind == Part::Kind::text || (part.kind == Part::Kind::person && !part.sure);
}

bool between_names(const Part& part) {
  return part.is(Word::conjunction) || part.is(Word::adverb) || part.is(Word::title) ||
         part.is(Word::other) || part.is(Word::common_organisation) || part.is(Word::backers);
}

/// "上汽恒旭、合肥产投集团、中芯聚源等机构": everything between two conjunctions is one name.
std::vector<Actor> investors_in(ChineseEngine& engine, std::size_t begin, std::size_t end) {
  const auto& all = engine.parts();
  std::vector<Actor> out;
  for (std::size_t at = begin; at < end;) {
    if (!part_of_name(all[at])) {
      ++at;
      continue;
    }
    std::size_t last = at + 1;
    while (last < end && part_of_name(all[last]) && all[last].begin == all[last - 1].end) ++last;
    if (last == at + 1) {
      if (auto one = engine.organisation_in_slot(at)) out.push_back(std::move(*one));
    } else if (const auto name = engine.written(at, last); all[last - 1].end - all[at].begin <= 12) {
      out.push_back(Actor{name, "Fund", "", false, {}});
    }
    at = last;
  }
  return out;
}

}  // namespace

/// "由A、B领投", "A跟投": of the round that the sentences before told of.
void find_chinese_backers(ChineseEngine& engine, std::size_t verb) {
  const auto& all = engine.parts();
  std::size_t begin = verb;
  while (begin > 0 &&
         (all[begin - 1].kind == Part::Kind::organisation || all[begin - 1].kind == Part::Kind::latin ||
          part_of_name(all[begin - 1]) || between_names(all[begin - 1])))
    --begin;
  while (begin < verb && (all[begin].is(Word::adverb) || all[begin].is(Word::conjunction))) ++begin;
  const auto investors = investors_in(engine, begin, verb);
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
  const auto& target = engine.raiser() ? engine.raiser() : engine.topic_organisation();
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
