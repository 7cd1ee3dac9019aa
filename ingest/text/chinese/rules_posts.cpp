// Posts that a verb gives: "张三担任百度副总裁", "曾任谷歌研究员", "由李四接任".
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"
#include "ingest/text/date_phrase.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_past(const ChineseEngine& engine, std::size_t verb) {
  for (std::size_t i = 0; i <= verb; ++i)
    if (engine.is(i, Word::past)) return true;
  return engine.is(verb + 1, Word::aspect) && engine.parts()[verb + 1].plain == U"过";
}

/// "担任", "出任", "曾任", "是", "现任": what begins with them, if a post follows.
enum class Opens { none, takes_office, holds, held };

/// "聘请张三担任": the rule of the hire takes the post along.
bool named_by_another(const ChineseEngine& engine, std::size_t verb) {
  for (std::size_t i = 0; i < verb; ++i)
    if (engine.is(i, Word::appoint) || engine.is(i, Word::hire) || engine.is(i, Word::poach) ||
        engine.is(i, Word::invite))
      return true;
  return false;
}

Opens opening(const ChineseEngine& engine, std::size_t verb) {
  const Part& part = engine.parts()[verb];
  if (part.is(Word::hold) && named_by_another(engine, verb)) return Opens::none;
  if (part.is(Word::hold)) return is_past(engine, verb) ? Opens::held : Opens::takes_office;
  if (part.is(Word::past) && (part.plain.ends_with(U"任"))) return Opens::held;
  if (part.is(Word::now) && part.plain.ends_with(U"任")) return Opens::holds;
  if (part.is(Word::former) && (part.plain == U"前任" || part.plain == U"时任" || part.plain == U"原任") &&
      verb > 0)
    return Opens::held;
  const bool was = part.is(Word::as) && part.plain.starts_with(U'曾');  // "曾是谷歌研究员"
  if (was && verb == 0) return Opens::held;
  if (part.is(Word::as) && verb > 0) {
    const bool verb_before = is_event(engine.parts()[verb - 1]);
    const bool appointing =
        std::any_of(engine.parts().begin(), engine.parts().begin() + static_cast<std::ptrdiff_t>(verb),
                    [](const Part& p) { return p.is(Word::appoint); });
    if (verb_before || appointing) return Opens::none;
    return was || is_past(engine, verb) ? Opens::held : Opens::holds;
  }
  return Opens::none;
}

void set_times(const ChineseEngine& engine, std::size_t verb, Opens opens, const ChineseMood& mood,
               bool former, ClaimDraft& draft) {
  const Part* date = engine.date_of(verb);
  if (date != nullptr && date->until) {
    draft.start = date->date;
    draft.end = *date->until;
    return;
  }
  const bool over = opens == Opens::held || former;
  if (over) {
    if (date != nullptr) draft.start = date->date;
    if (engine.published().known()) draft.end = until(engine.published());
    return;
  }
  if (opens == Opens::holds) {
    draft.end = Date::open_date();
    return;
  }
  draft.start = engine.event_date(verb, mood);
}

/// "由李四接任": the post is the one that somebody leaves.
bool takes_over(std::u32string_view verb) {
  constexpr std::u32string_view kVerbs[] = {U"接任", U"继任", U"接替", U"代管", U"接手", U"接管", U"暂代",
                                            U"代理", U"顶替", U"取代", U"递补", U"接棒", U"接班", U"兼管"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), verb) != std::end(kVerbs);
}

/// The organisation of a post that names none: "在百度担任..", "加入百度，担任..", what the person was last
/// with.
bool fill_organisation(ChineseEngine& engine, std::size_t verb, const Actor& person, Post& post) {
  if (post.organisation) return true;
  std::size_t at = verb;
  post.organisation = engine.organisation_after(Word::at, verb, at);
  if (post.organisation) return true;
  bool dated = false;
  for (std::size_t i = verb; i-- > 0 && !is_event(engine.parts()[i]);)
    dated = dated || engine.parts()[i].kind == Part::Kind::date;
  if (TextClaim* before = engine.claim_here("JOINED", person.name); before != nullptr && !dated) {
    if (before->role.empty()) before->role = post.role;
    return false;
  }
  if (engine.is(verb, Word::as) || engine.went_to_unknown()) return false;
  // "张三转投Meta，由李四接任CEO": at what was left, not where the other one went
  if (takes_over(engine.parts()[verb].plain)) {
    const TextClaim* left = engine.last_departure_here();
    post.organisation = left != nullptr ? left->object : engine.employer_of(person);
    if (post.organisation) return true;
    if (engine.arrival_here()) return false;
  }
  post.organisation = engine.speaking_organisation(verb);
  if (!post.organisation) post.organisation = engine.employer_of(person);
  if (!post.organisation) post.organisation = engine.last_organisation();
  return post.organisation.has_value();
}

}  // namespace

namespace {

/// "张三上周离职，由李四接任": without a date of its own, when the post fell vacant.
Date day_of_vacancy(ChineseEngine& engine, std::size_t verb, const Date& otherwise) {
  if (engine.date_of(verb) != nullptr) return otherwise;
  const TextClaim* left = engine.last_departure_here();
  return left != nullptr ? left->start : otherwise;
}

/// "CTO一职由李四接任": the post that the clause itself names before 由.
std::optional<Post> post_given(ChineseEngine& engine, std::size_t verb) {
  for (std::size_t i = 0; i + 1 < verb; ++i) {
    std::size_t by = i + 1;  ///< "董事长则续由李四担任"
    while (engine.is(by, Word::adverb)) ++by;
    const bool named = engine.is(i, Word::role) && by < verb &&
                       (engine.is(i + 1, Word::post) || engine.parts()[by].plain == U"由");
    if (!named) continue;
    std::size_t begin = i;
    while (begin > 0 && (inside_post(engine.parts()[begin - 1]) ||
                         engine.parts()[begin - 1].kind == Part::Kind::organisation))
      --begin;
    auto post = engine.post_at(begin);
    const auto& topic = engine.topic_organisation();
    if (post && !post->organisation)
      post->organisation = topic && topic->kind == "Company" ? topic : engine.last_organisation();
    return post;
  }
  return std::nullopt;
}

/// "接替他的是原感知负责人李四": the post of the one who went.
bool find_successor(ChineseEngine& engine, std::size_t verb, std::size_t next) {
  const Part* gone = engine.part(next);
  if (gone == nullptr || !takes_over(engine.parts()[verb].plain) || !engine.is(next + 1, Word::of))
    return false;
  const auto before = engine.person(*gone);
  std::size_t at = next + 2;
  while (engine.is(at, Word::as) || engine.is(at, Word::adverb)) ++at;
  while (at < engine.parts().size() && engine.parts()[at].kind != Part::Kind::person &&
         !is_event(engine.parts()[at]))
    ++at;
  if (!before || at >= engine.parts().size() || engine.parts()[at].kind != Part::Kind::person) return false;
  const auto employer = engine.employer_of(*before) ? engine.employer_of(*before) : engine.losing();
  if (!employer) return true;
  Post post;
  post.organisation = employer;
  if (engine.post_before()) post.role = engine.post_before()->role;
  post.roles.emplace_back(U"负责人");
  post.begin = verb;
  post.end = at + 1;
  const ChineseMood mood = engine.mood(verb);
  ClaimDraft draft;
  draft.start = engine.event_date(verb, mood);
  claim_post(engine, "zh-took-post", *engine.person(engine.parts()[at]), post, mood, std::move(draft));
  return true;
}

/// "林俊旸接手千问团队".
void take_over_team(ChineseEngine& engine, std::size_t verb, std::size_t next) {
  const Part* object = engine.part(next);
  if (object == nullptr || object->kind != Part::Kind::organisation || !engine.is(next + 1, Word::unit))
    return;
  std::size_t first = verb;
  const auto people = engine.subject_people(verb, first);
  const ChineseMood mood = engine.mood(verb);
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb, mood);
    engine.claim("zh-took-over", "LEADS", person, engine.organisation(*object), mood, std::min(first, verb),
                 next, std::move(draft));
  }
}

}  // namespace

void find_chinese_posts(ChineseEngine& engine, std::size_t verb) {
  const Opens opens = opening(engine, verb);
  if (opens == Opens::none) return;
  std::size_t next = verb + 1;
  while (engine.is(next, Word::aspect)) ++next;
  // "接替李四担任": the verb that counts comes later
  if (find_successor(engine, verb, next)) return;
  if (engine.part(next) != nullptr && engine.parts()[next].kind == Part::Kind::person) return;
  auto first_post = engine.post_at(next);
  // "遗缺由李四升任"
  const bool by_name = engine.parts()[verb].plain == U"升任" || engine.parts()[verb].plain == U"兼任" ||
                       engine.parts()[verb].plain == U"出任";
  const bool agent =
      std::any_of(engine.parts().begin(), engine.parts().begin() + static_cast<std::ptrdiff_t>(verb),
                  [](const Part& part) { return part.plain == U"由"; });
  const bool succeeds =
      next >= engine.parts().size() && (takes_over(engine.parts()[verb].plain) || (by_name && agent));
  const bool given = !first_post && next >= engine.parts().size() && engine.parts()[verb].plain == U"担任";
  if (given) first_post = post_given(engine, verb);
  if (!first_post && !succeeds && takes_over(engine.parts()[verb].plain)) take_over_team(engine, verb, next);
  if (!first_post && succeeds) first_post = post_given(engine, verb);
  if (!first_post && succeeds && engine.post_before()) {
    first_post = engine.post_before();
    first_post->former = false;
    first_post->begin = verb;
    first_post->end = next;
  }
  if (!first_post) return;
  // "张三是百度创始人李四的学生", "副总裁的助理": the post is somebody else's
  const Part* behind = engine.part(first_post->end);
  if (behind != nullptr && (behind->kind == Part::Kind::person || behind->is(Word::of))) return;
  std::size_t first = verb;
  const auto people = engine.subject_people(verb, first);
  if (people.empty()) return;
  ChineseMood mood = engine.mood(verb);
  if (succeeds && engine.planned_before()) mood.planned = true;
  auto post = first_post;
  for (int count = 0; post && count < 6; ++count) {
    for (const auto& person : people) {
      Post held = *post;
      if (!fill_organisation(engine, verb, person, held)) continue;
      ClaimDraft draft;
      set_times(engine, verb, opens, mood, held.former, draft);
      if (succeeds && !mood.planned) draft.start = day_of_vacancy(engine, verb, *draft.start);
      held.begin = std::min(held.begin, verb);
      claim_post(engine,
                 opens == Opens::held    ? "zh-held-post"
                 : opens == Opens::holds ? "zh-holds-post"
                                         : "zh-took-post",
                 person, held, mood, std::move(draft));
    }
    const std::size_t conjunction = post->end;
    if (!engine.is(conjunction, Word::conjunction)) break;
    post = engine.post_at(conjunction + 1);
    if (post && !post->organisation) break;
  }
}

}  // namespace talentflow::ingest::text
