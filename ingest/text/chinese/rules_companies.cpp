// Organisations: who founded them, what they bought, are called, belong to and where they sit.
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"
#include "ingest/text/date_phrase.hpp"

namespace talentflow::ingest::text {
namespace {

/// "一家AI初创公司": the phrase that describes what has no name.
std::optional<std::pair<std::size_t, std::size_t>> described_object(const ChineseEngine& engine,
                                                                    std::size_t verb) {
  const auto& all = engine.parts();
  std::size_t begin = verb + 1;
  while (begin < all.size() && (is_filler(all[begin]) || all[begin].is(Word::determiner))) ++begin;
  std::size_t at = begin;
  while (at < all.size() && at < begin + 4 && !all[at].is(Word::common_organisation)) {
    const bool describes = all[at].kind == Part::Kind::text || all[at].kind == Part::Kind::latin ||
                           all[at].kind == Part::Kind::place || all[at].is(Word::of);
    if (!describes) return std::nullopt;
    ++at;
  }
  if (at >= all.size() || !all[at].is(Word::common_organisation)) return std::nullopt;
  // "一家公司的产品"
  if (engine.is(at + 1, Word::of) ||
      (engine.part(at + 1) != nullptr && engine.parts()[at + 1].kind == Part::Kind::organisation))
    return std::nullopt;
  return std::pair{begin, at + 1};
}

/// The founders: before the verb, or behind 由.
std::vector<Actor> founders_of(ChineseEngine& engine, std::size_t verb, std::size_t& first, bool& passive) {
  for (std::size_t i = verb; i-- > 0;) {
    if (!engine.is(i, Word::by)) continue;
    std::size_t at = i + 1;
    while (at < verb && (engine.parts()[at].kind == Part::Kind::organisation || engine.is(at, Word::role) ||
                         engine.is(at, Word::former) || engine.is(at, Word::of)))
      ++at;
    std::size_t end = at;
    auto people = engine.people_from(at, end);
    if (people.empty()) break;
    passive = true;
    first = i;
    return people;
  }
  return engine.subject_people(verb, first);
}

/// What was founded: behind the verb (also over 的: "张三创办的星河智能"), or before 由.
std::optional<Actor> founded_by_rule(ChineseEngine& engine, std::size_t verb, bool passive, std::size_t first,
                                     std::size_t& at) {
  std::size_t next = verb + 1;
  while (engine.is(next, Word::aspect) ||
         (engine.part(next) != nullptr && engine.parts()[next].kind == Part::Kind::date) ||
         engine.is(next, Word::at))
    ++next;
  if (engine.is(next, Word::of)) {
    ++next;
    while (engine.is(next, Word::common_organisation) ||
           (engine.part(next) != nullptr && engine.parts()[next].kind == Part::Kind::place))
      ++next;
    at = next;
    return engine.organisation_in_slot(next);
  }
  if (!passive) return engine.object_organisation(verb, at);
  // "星河智能由张三创立", "星河智能是由张三创立"
  for (std::size_t i = first; i-- > 0;) {
    if (is_filler(engine.parts()[i]) || engine.is(i, Word::as) || engine.is(i, Word::at)) continue;
    at = i;
    return engine.organisation_in_slot(i);
  }
  return engine.last_organisation();
}

/// "张三2019年创办的星河智能完成融资": only the date right before the verb is the founding's.
Date founding_date(const ChineseEngine& engine, std::size_t verb) {
  for (std::size_t i = verb; i-- > 0;) {
    const Part& part = engine.parts()[i];
    if (part.kind == Part::Kind::date) return part.date;
    if (!part.is(Word::at) && !is_filler(part)) break;
  }
  return engine.published().known() ? until(engine.published()) : Date{};
}

/// "公司成立于2016年，由张三创立": the clause before has the date.
const Part* established(const ChineseEngine& engine, std::size_t verb) {
  if (engine.date_of(verb) != nullptr || engine.clause_index() == 0) return nullptr;
  const auto& before = engine.clauses()[engine.clause_index() - 1].parts;
  const bool says =
      std::any_of(before.begin(), before.end(), [](const Part& p) { return p.is(Word::establish); });
  for (const Part& part : before)
    if (says && part.kind == Part::Kind::date && !part.recent) return &part;
  return nullptr;
}

void find_founding(ChineseEngine& engine, std::size_t verb) {
  const Part& word = engine.parts()[verb];
  bool passive = false;
  std::size_t first = verb;
  auto founders = founders_of(engine, verb, first, passive);
  if (founders.empty()) return;
  std::size_t at = verb;
  auto thing = founded_by_rule(engine, verb, passive, first, at);
  const ChineseMood mood = engine.mood(verb);
  if (thing && word.is(Word::establish) && engine.is(at + 1, Word::unit)) return;
  if (!thing && !passive) {
    const auto described = described_object(engine, verb);
    if (!described || mood.none) return;
    // "一家名为X的公司", "公司X"
    if (auto named = engine.organisation_in_slot(described->second); named) {
      thing = named;
    } else {
      thing = engine.describe(engine.written(described->first, described->second), founders.front());
    }
    at = described->second - 1;
  }
  if (!thing) return;
  const bool relative = engine.is(verb + 1, Word::of);
  for (const auto& founder : founders) {
    ClaimDraft draft;
    draft.start = relative ? founding_date(engine, verb) : engine.event_date(verb, mood);
    if (const Part* told = passive ? established(engine, verb) : nullptr) draft.start = told->date;
    if (!mood.denied && !mood.none) engine.remember_employer(founder, *thing);
    engine.claim(passive ? "zh-founded-passive" : "zh-founded", "FOUNDED", founder, thing, mood,
                 std::min(first, at), std::max(verb, at), std::move(draft));
  }
}

/// A share, a business or an asset of a company is not the company.
bool only_a_part(const ChineseEngine& engine, std::size_t object) {
  for (std::size_t i = object + 1; i < engine.parts().size() && i < object + 6; ++i) {
    const Part& part = engine.parts()[i];
    if (is_event(part) || part.plain == U"100" || part.plain.starts_with(U"全部")) return false;
    for (const std::u32string_view word :
         {U"股", U"资产", U"业务", U"%", U"专利", U"部分", U"团队", U"权益", U"产品"})
      if (part.plain.find(word) != std::u32string_view::npos) return true;
  }
  return false;
}

void claim_takeover(ChineseEngine& engine, std::size_t verb, const Actor& buyer, const Actor& bought,
                    std::size_t from, std::size_t to, bool passive) {
  const ChineseMood mood = engine.mood(verb);
  ClaimDraft draft;
  draft.start = engine.event_date(verb, mood);
  for (const Part& part : engine.parts())
    if (part.kind == Part::Kind::amount) draft.amount = part.amount;
  engine.claim(passive ? "zh-bought-passive" : "zh-bought", "ACQUIRED", buyer, bought, mood, from, to,
               std::move(draft));
}

void find_takeover(ChineseEngine& engine, std::size_t verb) {
  std::size_t first = verb;
  std::size_t at = verb;
  // "星河智能被百度(以..)收购"
  for (std::size_t i = verb; i-- > 0;) {
    if (!engine.is(i, Word::by)) continue;
    const auto buyer = engine.organisation_in_slot(i + 1);
    const auto bought = engine.subject_organisation(i, first);
    if (buyer && bought) claim_takeover(engine, verb, *buyer, *bought, std::min(first, i), verb, true);
    return;
  }
  // "百度对星河智能的收购", "完成对..的收购"
  if (verb > 0 && engine.is(verb - 1, Word::of)) {
    const auto bought = engine.organisation_after(Word::to, verb, at);
    const auto buyer = bought ? engine.subject_organisation(at, first) : std::nullopt;
    if (bought && buyer) claim_takeover(engine, verb, *buyer, *bought, std::min(first, at), verb, false);
    return;
  }
  const auto bought = engine.object_organisation(verb, at);
  if (!bought || only_a_part(engine, at)) return;
  if (const auto buyer = engine.subject_organisation(verb, first))
    claim_takeover(engine, verb, *buyer, *bought, std::min(first, verb), at, false);
}

void find_seat(ChineseEngine& engine, std::size_t verb) {
  const Part* place = engine.part(verb + 1);
  if (place == nullptr || place->kind != Part::Kind::place) return;
  std::size_t first = verb;
  std::size_t last = verb + 1;
  std::size_t behind = verb + 2;
  while (engine.part(behind) != nullptr && engine.parts()[behind].kind == Part::Kind::place) last = behind++;
  std::optional<Actor> who;
  if (engine.is(behind, Word::of)) {
    ++behind;
    while (engine.is(behind, Word::common_organisation) || engine.is(behind, Word::determiner)) ++behind;
    who = engine.organisation_in_slot(behind);
    if (who) last = behind;
  }
  if (!who) who = engine.subject_organisation(verb, first);
  if (!who && verb == 0) who = engine.last_organisation();
  if (!who) return;
  const Actor seat{place->english.empty() ? place->name : place->english, "Place", "", false, {place->name}};
  engine.claim("zh-headquartered", "HEADQUARTERED_IN", *who, seat, engine.mood(verb), std::min(first, verb),
               last, {});
}

void find_renaming(ChineseEngine& engine, std::size_t verb) {
  std::size_t first = verb;
  const auto before = engine.subject_organisation(verb, first);
  const auto after = engine.organisation_in_slot(verb + 1);
  if (!before || !after) return;
  const ChineseMood mood = engine.mood(verb);
  ClaimDraft draft;
  draft.start = engine.event_date(verb, mood);
  engine.claim("zh-renamed", "RENAMED_TO", *before, after, mood, std::min(first, verb), verb + 1,
               std::move(draft));
}

/// "阿里巴巴旗下达摩院".
void find_owner(ChineseEngine& engine, std::size_t verb) {
  if (verb == 0 || engine.parts()[verb - 1].kind != Part::Kind::organisation) return;
  std::size_t next = verb + 1;
  while (engine.is(next, Word::of) || engine.is(next, Word::common_organisation)) ++next;
  const Part* part = engine.part(next);
  if (part == nullptr || part->kind != Part::Kind::organisation) return;
  const auto whole = engine.organisation(engine.parts()[verb - 1]);
  const auto unit = engine.organisation(*part);
  if (whole && unit)
    engine.claim("zh-part-of", "PART_OF", *unit, whole, engine.mood(verb), verb - 1, next, {});
}

}  // namespace

void find_chinese_foundings(ChineseEngine& engine, std::size_t verb) {
  const Part& word = engine.parts()[verb];
  if (word.is(Word::found) || word.is(Word::establish)) find_founding(engine, verb);
}

void find_chinese_companies(ChineseEngine& engine, std::size_t verb) {
  switch (engine.parts()[verb].word) {
    case Word::acquire:
      find_takeover(engine, verb);
      break;
    case Word::headquartered:
      find_seat(engine, verb);
      break;
    case Word::rename:
      find_renaming(engine, verb);
      break;
    case Word::owned:
      find_owner(engine, verb);
      break;
    default:
      break;
  }
}

}  // namespace talentflow::ingest::text
