// What companies do to people: appoint, hire, poach, invite.
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"

namespace talentflow::ingest::text {
namespace {

/// People behind a verb, over the job that stands before their name; `end` becomes the part behind them.
std::vector<Actor> people_behind(ChineseEngine& engine, std::size_t from, std::size_t& end) {
  std::size_t at = from;
  while (at < engine.parts().size() && at < from + 8) {
    const Part& part = engine.parts()[at];
    if (part.kind == Part::Kind::person) return engine.people_from(at, end);
    const bool job = part.kind == Part::Kind::organisation || part.is(Word::role) || part.is(Word::former) ||
                     part.is(Word::of) || part.is(Word::aspect) || part.is(Word::unit) ||
                     part.is(Word::its) || part.is(Word::conjunction) || part.kind == Part::Kind::latin ||
                     part.is(Word::determiner) || part.is(Word::now) || part.is(Word::people_count) ||
                     part.is(Word::including) || (part.kind == Part::Kind::text && part.plain.size() <= 6);
    if (!job) break;
    ++at;
  }
  return {};
}

/// "百度聘请张三担任首席科学家": somebody new comes.
void claim_engagement(ChineseEngine& engine, std::size_t verb, const std::vector<Actor>& people,
                      const Actor& organisation, const std::optional<Post>& post, std::size_t from,
                      std::size_t to) {
  const ChineseMood mood = engine.mood(verb);
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb, mood);
    if (post) draft.role = post->sure ? post->role : engine.written(post->begin, post->end);
    if (!mood.denied && !mood.none) engine.remember_employer(person, organisation);
    engine.claim("zh-hired", "JOINED", person, organisation, mood, from, post ? post->end - 1 : to,
                 std::move(draft));
  }
}

/// Verbs by which somebody new comes, in the list of those that appoint.
bool engages(std::u32string_view word) {
  constexpr std::u32string_view kVerbs[] = {U"聘请", U"聘用", U"聘雇", U"延聘", U"延请",
                                            U"礼聘", U"招聘", U"聘得", U"聘来"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), word) != std::end(kVerbs);
}

/// "招募公司Razoroo的招募总监": the verb as a noun before another one.
bool stands_before_noun(const ChineseEngine& engine, std::size_t verb) {
  const Part* next = engine.part(verb + 1);
  if (next == nullptr) return false;
  if (next->is(Word::the_organisation) || next->is(Word::common_organisation)) return true;
  return next->is(Word::role) && verb > 0 &&
         (engine.is(verb - 1, Word::of) || engine.parts()[verb - 1].kind == Part::Kind::latin);
}

/// "任命张三为百度副总裁", "张三被任命为..", "获聘..": the post is what counts.
void find_appointment(ChineseEngine& engine, std::size_t verb) {
  const std::string_view rule = engine.parts()[verb].rule;
  std::size_t before = verb;  ///< over "正式"
  while (before > 1 && engine.is(before - 1, Word::adverb)) --before;
  const bool passive =
      (before > 0 && (engine.is(before - 1, Word::by) || engine.is(before - 1, Word::complete))) ||
      (before > 1 && engine.is(before - 2, Word::by) &&
       engine.parts()[before - 1].kind == Part::Kind::organisation);
  std::size_t first = verb;
  std::size_t end = verb + 1;
  std::vector<Actor> people;
  std::optional<Actor> appointing;
  if (passive) {
    people = engine.subject_people(verb, first);
    if (engine.parts()[verb - 1].kind == Part::Kind::organisation)
      appointing = engine.organisation(engine.parts()[verb - 1]);
  } else {
    people = people_behind(engine, verb + 1, end);
    appointing = engine.subject_organisation(verb, first);
  }
  if (people.empty()) return;
  std::size_t at = end;
  while (engine.is(at, Word::as) || engine.is(at, Word::hold) || engine.is(at, Word::aspect)) ++at;
  auto post = at > end || passive ? engine.post_at(at) : std::nullopt;
  const std::u32string_view word = engine.parts()[verb].plain;
  if (!passive && appointing && engages(word)) {
    claim_engagement(engine, verb, people, *appointing, post, std::min(first, verb), end - 1);
    return;
  }
  if (!post) return;
  if (appointing && !post->sure) post->organisation = appointing;
  if (!post->organisation) post->organisation = appointing ? appointing : engine.last_organisation();
  const ChineseMood mood = engine.mood(verb);
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb, mood);
    post->begin = std::min(first, verb);
    claim_post(engine, rule, person, *post, mood, std::move(draft));
  }
}

/// "A从B挖走张三", "A挖角B的张三", "张三被A挖走"; and hires that say nothing of B.
void find_hire(ChineseEngine& engine, std::size_t verb) {
  const auto& all = engine.parts();
  const std::string_view rule = all[verb].rule;
  std::size_t first = verb;
  std::size_t end = verb + 1;
  std::vector<Actor> people;
  std::optional<Actor> hirer;
  const bool passive =
      verb > 0 && (engine.is(verb - 1, Word::by) ||
                   (verb > 1 && (engine.is(verb - 2, Word::by) || engine.is(verb - 2, Word::complete))));
  if (passive) {
    if (!engine.is(verb - 1, Word::by)) hirer = engine.organisation_in_slot(verb - 1);
    people = engine.subject_people(verb, first);
    if (people.empty() && first == verb) return;
  } else {
    people = people_behind(engine, verb + 1, end);
    hirer = engine.subject_organisation(verb, first);
    // "将张三从B挖走", "将科学家张三招致麾下"
    if (people.empty() && verb > 0) {
      for (std::size_t i = 0; i + 1 < verb; ++i)
        if (all[i].plain == U"将" || all[i].plain == U"把") {
          people = people_behind(engine, i + 1, end);
          if (auto who = engine.subject_organisation(i, first)) hirer = who;
          end = verb;
        }
    }
  }
  if (!hirer || people.empty()) return;
  const ChineseMood mood = engine.mood(verb);
  std::size_t at = verb;
  auto source = engine.organisation_after(Word::from, verb, at);
  for (std::size_t i = verb + 1; !source && i < end; ++i)  // "挖走B的张三"
    if (all[i].kind == Part::Kind::organisation) source = engine.organisation(all[i]);
  // "充电业务总监张三被理想挖角", where the text tells whom people are leaving
  if (!source && passive && all[verb].is(Word::poach) && people.size() == 1 &&
      !engine.employer_of(people.front()))
    source = engine.losing();
  std::string role;
  for (std::size_t i = end; i < all.size() && role.empty(); ++i)
    if (engine.is(i, Word::hold) || engine.is(i, Word::as))
      if (const auto post = engine.post_at(i + 1)) role = post->role;
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb, mood);
    draft.role = role;
    if (!mood.denied && !mood.none) engine.remember_employer(person, *hirer);
    engine.claim(rule, "JOINED", person, hirer, mood, std::min(first, verb), std::max(end, verb + 1) - 1,
                 std::move(draft));
    const bool poached = engine.parts()[verb].is(Word::poach);
    if (!poached || !source || source->name == hirer->name) continue;
    ClaimDraft left;
    left.start = engine.event_date(verb, mood);
    engine.claim("zh-poached-from", "LEFT", person, source, mood, std::min(first, verb),
                 std::max(end, verb + 1) - 1, std::move(left));
  }
}

/// "A邀请张三加入", "A向张三抛出橄榄枝", "A接触张三": a solicitation, no move.
void find_invitation(ChineseEngine& engine, std::size_t verb) {
  std::size_t first = verb;
  std::size_t end = verb + 1;
  auto people = people_behind(engine, verb + 1, end);
  std::optional<Actor> who;
  if (people.empty()) {
    for (std::size_t i = 0; i + 1 < verb; ++i)
      if (engine.is(i, Word::to) && engine.parts()[i + 1].kind == Part::Kind::person) {
        people = engine.people_from(i + 1, end);
        if (i > 0) who = engine.organisation_in_slot(i - 1);
      }
    end = verb + 1;
  } else if (engine.parts()[verb].plain.ends_with(U"邀请") || engine.parts()[verb].plain == U"力邀") {
    const Part* next = engine.part(end);
    const bool to_a_post = next == nullptr || next->is(Word::join) || next->is(Word::hold) ||
                           next->is(Word::work) || next->is(Word::to);
    if (!to_a_post) return;
  }
  if (people.empty()) return;
  if (!who && verb > 0 && engine.is(verb - 1, Word::by)) return;
  if (!who) who = engine.subject_organisation(verb, first);
  if (!who) return;
  const ChineseMood mood = engine.mood(verb);
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb, mood);
    engine.claim("zh-approached", "APPROACHED", *who, person, mood, std::min(first, verb), end - 1,
                 std::move(draft));
  }
}

}  // namespace

void find_chinese_hires(ChineseEngine& engine, std::size_t verb) {
  switch (engine.parts()[verb].word) {
    case Word::appoint:
      if (!stands_before_noun(engine, verb)) find_appointment(engine, verb);
      break;
    case Word::poach:
    case Word::hire:
      if (!stands_before_noun(engine, verb)) find_hire(engine, verb);
      break;
    case Word::invite:
      find_invitation(engine, verb);
      break;
    default:
      break;
  }
}

}  // namespace talentflow::ingest::text
