// Rounds and investors: "完成10亿元B轮融资", "由红杉中国领投", "A向B投资2亿美元".
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"

namespace talentflow::ingest::text {
namespace {

bool names_round(const ChineseEngine& engine) {
  return std::any_of(engine.parts().begin(), engine.parts().end(),
                     [](const Part& part) { return part.is(Word::round); });
}

bool is_value(const ChineseEngine& engine, std::size_t amount) {
  for (std::size_t i = amount; i-- > 0 && i + 3 > amount;)
    if (engine.is(i, Word::valuation)) return true;
  return engine.is(amount + 1, Word::valuation) ||
         (engine.is(amount + 1, Word::of) && engine.is(amount + 2, Word::valuation));
}

std::string round_name(const ChineseEngine& engine) {
  for (const Part& part : engine.parts()) {
    if (!part.is(Word::round) || part.plain.find(U"轮") == std::u32string_view::npos) continue;
    if (part.plain == U"天使轮") return "angel";
    if (part.plain == U"种子轮") return "seed";
    if (part.plain.front() >= U'A' && part.plain.front() <= U'Z')
      return part.plain.starts_with(U"Pre") ? "Pre-" + part.name.substr(4, part.name.size() - 7)
                                            : "Series " + part.name.substr(0, part.name.size() - 3);
  }
  return {};
}

void add_valuation(const ChineseEngine& engine, ClaimDraft& draft) {
  for (std::size_t k = engine.clause_index(); k < engine.clauses().size() && k < engine.clause_index() + 5;
       ++k) {
    const auto& all = engine.clauses()[k].parts;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!all[i].is(Word::valuation)) continue;
      for (std::size_t a = i; a < all.size(); ++a)
        if (all[a].kind == Part::Kind::amount) {
          draft.properties.emplace_back("valuation", Value(all[a].amount.money));
          if (all[a].amount.approximate) draft.properties.emplace_back("valuation_approximate", Value(true));
          return;
        }
    }
  }
}

/// "完成..融资", "获..投资": the one that takes money in; its backers where they are named.
void find_raise(ChineseEngine& engine, std::size_t verb) {
  const auto& all = engine.parts();
  std::size_t first = verb;
  std::size_t end = verb + 1;
  // "获红杉中国、高瓴投资"
  std::size_t investors_at = verb + 1;
  while (engine.is(investors_at, Word::aspect) || engine.is(investors_at, Word::from)) ++investors_at;
  const auto investors = engine.organisations_from(investors_at, end);
  std::size_t behind = end;
  while (behind < all.size() &&
         (all[behind].is(Word::title) || all[behind].is(Word::of) || all[behind].kind == Part::Kind::amount ||
          all[behind].is(Word::round) || is_filler(all[behind])))
    ++behind;
  const auto given = all[verb].plain;  // "拿到元璟资本5000万美元天使轮融资"
  const bool from_them = (given.starts_with(U"获") || given.starts_with(U"拿") || given.starts_with(U"得")) &&
                         behind > end && all[behind - 1].is(Word::round) &&
                         all[behind - 1].plain.ends_with(U"融资");
  const bool invested = !investors.empty() &&
                        (from_them || (behind < all.size() &&
                                       (all[behind].is(Word::invest) || all[behind].is(Word::lead_round))));
  const bool round = names_round(engine);
  if (!round && !invested) return;
  std::optional<std::size_t> amount;
  for (std::size_t i = 0; i < all.size() && !amount; ++i)
    if (all[i].kind == Part::Kind::amount && !is_value(engine, i)) amount = i;
  auto who = engine.subject_organisation(verb, first);
  if (!who && std::all_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(verb), is_filler))
    who = engine.last_organisation();
  if (!who) return;
  // "张三离职创业，已获红杉中国投资": the person's, which has no name
  if (first == verb && !engine.topic_people().empty()) return;
  if (round || amount) {
    bool is_round_behind = false;
    for (std::size_t i = verb + 1; i < all.size(); ++i)
      is_round_behind = is_round_behind || all[i].is(Word::round) || all[i].is(Word::invest);
    if (!is_round_behind) return;
    const ChineseMood mood = engine.mood(verb);
    ClaimDraft draft;
    draft.start = engine.event_date(verb, mood);
    if (amount) draft.amount = all[*amount].amount;
    const auto name = round_name(engine);
    if (!name.empty()) draft.properties.emplace_back("round", Value(name));
    add_valuation(engine, draft);
    if (!mood.none) engine.remember_raiser(*who);
    if (amount || !name.empty())
      engine.claim("zh-raised", "RAISED", *who, std::nullopt, mood, std::min(first, verb),
                   amount ? std::max(*amount, verb) : verb, std::move(draft));
  }
  const bool leads = behind < all.size() && all[behind].is(Word::lead_round);
  if (invested)
    for (const auto& investor : investors)
      claim_investor(engine, leads ? "zh-led-round" : "zh-backed", investor, *who, verb,
                     std::min(first, verb), std::min(behind, all.size() - 1), leads);
}

/// "融资3亿元": the noun as a verb.
void find_financing(ChineseEngine& engine, std::size_t at) {
  const auto& all = engine.parts();
  if (!all[at].is(Word::round) || all[at].plain != U"融资" || at + 1 >= all.size()) return;
  std::size_t next = at + 1;
  // "融资金额为3亿元"
  while (engine.is(next, Word::aspect) || engine.is(next, Word::other) || engine.is(next, Word::as)) ++next;
  if (next >= all.size() || all[next].kind != Part::Kind::amount) return;
  if (engine.raiser())
    if (TextClaim* told = engine.claim_here("RAISED", engine.raiser()->name);
        told != nullptr && !told->amount) {
      told->amount = all[next].amount;
      return;
    }
  if (std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(at),
                  [](const Part& part) { return part.is(Word::complete); }))
    return;
  std::size_t first = at;
  const auto who = engine.subject_organisation(at, first);
  if (!who) return;
  const ChineseMood mood = engine.mood(at);
  ClaimDraft draft;
  draft.start = engine.event_date(at, mood);
  draft.amount = all[next].amount;
  if (!mood.none) engine.remember_raiser(*who);
  engine.claim("zh-raised", "RAISED", *who, std::nullopt, mood, std::min(first, at), next, std::move(draft));
}

/// "A投资B", "A向B投资2亿美元".
void find_investment(ChineseEngine& engine, std::size_t verb) {
  const auto& all = engine.parts();
  std::size_t at = verb;
  std::size_t first = verb;
  for (std::size_t i = 0; i < verb; ++i)
    if (engine.is(i, Word::complete)) return;  // "获A投资": told from the other side
  auto target = engine.organisation_after(Word::to, verb, at);
  const std::size_t before = target ? at : verb;
  if (!target) {
    std::size_t next = verb + 1;
    while (engine.is(next, Word::aspect)) ++next;
    if (engine.part(next) != nullptr && all[next].kind == Part::Kind::amount) ++next;
    if (engine.is(next, Word::at)) ++next;
    at = next;
    target = engine.organisation_in_slot(next);
    if (target && all[next].kind == Part::Kind::text && !all[next].quoted) return;
  }
  if (!target) return;
  const auto investor = engine.subject_organisation(target && before != verb ? before - 1 : verb, first);
  if (!investor) return;
  std::optional<Amount> amount;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].kind == Part::Kind::amount && !is_value(engine, i)) amount = all[i].amount;
  claim_investor(engine, "zh-invested", *investor, *target, verb, std::min(first, at), std::max(verb, at),
                 false, amount);
}

}  // namespace

void find_chinese_money(ChineseEngine& engine, std::size_t verb) {
  switch (engine.parts()[verb].word) {
    case Word::complete:
      find_raise(engine, verb);
      break;
    case Word::lead_round:
    case Word::follow_round:
      find_chinese_backers(engine, verb);
      break;
    case Word::invest:
      find_investment(engine, verb);
      break;
    default:
      break;
  }
}

void find_chinese_financing(ChineseEngine& engine) {
  for (std::size_t i = 0; i < engine.parts().size(); ++i) {
    find_financing(engine, i);
    if (engine.is(i, Word::backers)) find_chinese_backer_list(engine, i);
  }
}

}  // namespace talentflow::ingest::text
