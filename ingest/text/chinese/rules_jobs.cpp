// Posts: "百度副总裁张三", "张三担任百度副总裁", "曾任谷歌研究员".
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"
#include "ingest/text/chinese/letters.hpp"
#include "ingest/text/date_phrase.hpp"

namespace talentflow::ingest::text {
namespace {

bool among(std::u32string_view word, std::initializer_list<std::u32string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool founds(std::u32string_view role) {
  return role.ends_with(U"创始人") || role == U"联创" || role.ends_with(U"创办人") || role == U"创始合伙人";
}
bool studies(std::u32string_view role) {
  return among(role,
               {U"博士生", U"硕士生", U"本科生", U"研究生", U"校友", U"毕业生", U"学生", U"博士研究生"});
}
bool sits_on_board(std::u32string_view role) {
  return among(role, {U"董事", U"独立董事", U"非执行董事", U"董事会成员", U"监事", U"校董", U"理事"});
}
bool advises(std::u32string_view role) { return role.ends_with(U"顾问"); }
/// Words that speak of somebody without giving a post.
bool no_post(std::u32string_view role) {
  return among(role, {U"发言人", U"新闻发言人", U"记者", U"投资人", U"作者", U"学者", U"专家", U"导师",
                      U"同事", U"搭档"});
}

std::string degree_of(std::u32string_view role) {
  if (role.starts_with(U"博士")) return "PhD";
  if (role.starts_with(U"硕士") || role == U"研究生") return "Master";
  if (role.starts_with(U"本科")) return "Bachelor";
  return {};
}

void claim_study(ChineseEngine& engine, std::string_view rule, const Actor& person, const Post& post,
                 std::u32string_view role, const ChineseMood& mood, ClaimDraft draft) {
  if (const auto degree = degree_of(role); !degree.empty())
    draft.properties.emplace_back("degree", Value(degree));
  draft.role.clear();
  draft.end.reset();
  engine.claim(rule, "STUDIED_AT", person, post.organisation, mood, post.begin, post.end - 1,
               std::move(draft));
}

/// What may stand between the organisation of a post and its role: "通义实验室的大模型业务".
bool inside_post(const Part& part) {
  return part.is(Word::of) || part.is(Word::unit) || part.is(Word::degree) ||
         part.kind == Part::Kind::place || (part.kind == Part::Kind::text && part.plain.size() <= 10) ||
         part.kind == Part::Kind::latin;
}

}  // namespace

void claim_post(ChineseEngine& engine, std::string_view rule, const Actor& person, const Post& post,
                const ChineseMood& mood, ClaimDraft draft) {
  if (!post.organisation) return;
  if (std::all_of(post.roles.begin(), post.roles.end(), no_post)) return;
  draft.role = post.role;
  engine.remember_post(post);
  const auto any = [&](auto test) { return std::find_if(post.roles.begin(), post.roles.end(), test); };
  if (const auto student = any(studies); student != post.roles.end()) {
    claim_study(engine, rule, person, post, *student, mood, std::move(draft));
    return;
  }
  if (any(founds) != post.roles.end()) {
    ClaimDraft founding;
    founding.role = post.role;
    engine.claim("zh-founder-of", "FOUNDED", person, post.organisation, mood, post.begin, post.end - 1,
                 std::move(founding));
    if (!mood.denied && !mood.none && !post.former) engine.remember_employer(person, *post.organisation);
    return;
  }
  const bool board = std::all_of(post.roles.begin(), post.roles.end(), sits_on_board);
  const bool advice = std::all_of(post.roles.begin(), post.roles.end(), advises);
  if (!board && !advice && !mood.denied && !mood.none) engine.remember_employer(person, *post.organisation);
  if (any([](const auto& role) { return role == U"实习生" || role == U"实习研究员"; }) != post.roles.end())
    draft.end.reset();
  engine.claim(rule,
               board    ? "BOARD_MEMBER_OF"
               : advice ? "ADVISES"
                        : "WORKS_AT",
               person, post.organisation, mood, post.begin, post.end - 1, std::move(draft));
}

/// [前] ORGANISATION [的 unit] ROLE [兼 ROLE]; a role alone is a post without an organisation.
std::optional<Post> ChineseEngine::post_at(std::size_t index) {
  Post out;
  std::size_t at = index;
  out.begin = at;
  while (is(at, Word::former) || is(at, Word::aspect) || is(at, Word::determiner)) {
    out.former = out.former || is(at, Word::former);
    ++at;
  }
  const std::size_t name_at = at;
  if (const Part* first = part(at); first != nullptr) {
    if (first->kind == Part::Kind::organisation || first->is(Word::the_organisation) ||
        first->is(Word::its)) {
      out.organisation = organisation(*first);
      out.sure = true;
      if (!out.organisation) return std::nullopt;
      ++at;
    } else if ((first->kind == Part::Kind::text || first->kind == Part::Kind::latin) &&
               is(at + 1, Word::role)) {
      // "潮汐引擎首席科学家": a name by its slot; "算法负责人": a part of the role
      out.organisation = organisation_in_slot(at);
      if (out.organisation && first->kind == Part::Kind::text && !first->quoted &&
          !memory_.in_lexicon(first->name) && first->plain.size() < 4 && !founds(parts()[at + 1].plain))
        out.organisation.reset();
      if (out.organisation) ++at;
    }
  }
  while (is(at, Word::former) || is(at, Word::of) || is(at, Word::determiner) || is(at, Word::now)) {
    out.former = out.former || is(at, Word::former);
    ++at;
  }
  const std::size_t role_begin = at;
  while (at < parts().size() && !is(at, Word::role) && inside_post(parts()[at]) && at < name_at + 6) ++at;
  if (!is(at, Word::role)) return std::nullopt;
  std::size_t role_end = at;
  while (is(role_end, Word::role)) {
    out.roles.emplace_back(parts()[role_end].plain);
    ++role_end;
    if (is(role_end, Word::conjunction) && is(role_end + 1, Word::role)) ++role_end;
  }
  out.role = written(role_begin, role_end);
  out.end = role_end;
  while (is(out.end, Word::post)) ++out.end;
  return out;
}

namespace {

/// Where the post that ends right before a name begins: back over roles, units and the organisation.
std::optional<std::size_t> post_begin(const ChineseEngine& engine, std::size_t name) {
  std::size_t at = name;
  while (at > 0 && (engine.is(at - 1, Word::role) || (engine.is(at - 1, Word::conjunction) && at > 1 &&
                                                      engine.is(at - 2, Word::role) && at < name)))
    --at;
  if (at == name) return std::nullopt;
  std::size_t passed = 0;
  while (at > 0 && passed < 4) {
    const Part& before = engine.parts()[at - 1];
    if (before.kind == Part::Kind::organisation || before.is(Word::the_organisation) ||
        before.is(Word::its)) {
      --at;
      break;
    }
    if (!inside_post(before) && !before.is(Word::former)) break;
    --at;
    ++passed;
  }
  while (at > 0 && engine.is(at - 1, Word::former)) --at;
  return at;
}

ClaimDraft times_of(const ChineseEngine& engine, bool former) {
  ClaimDraft draft;
  if (former && engine.published().known())
    draft.end = until(engine.published());
  else if (!former)
    draft.end = Date::open_date();
  return draft;
}

/// "优必选首席科学家、香港中文大学教授赵明国": the posts before the last one.
void claim_posts_before(ChineseEngine& engine, std::size_t at, std::size_t name) {
  std::size_t end = name;
  const auto people = engine.people_from(name, end);
  while (at > 1 && engine.is(at - 1, Word::conjunction) && engine.is(at - 2, Word::role) && !people.empty()) {
    const std::size_t behind = at - 1;
    const auto begin = post_begin(engine, behind);
    const auto post = begin ? engine.post_at(*begin) : std::nullopt;
    if (!post || !post->organisation || post->end < behind) return;
    claim_post(engine, "zh-job-before-name", people.front(), *post, ChineseMood{},
               times_of(engine, post->former));
    at = *begin;
  }
}

void claim_jobs_before(ChineseEngine& engine, std::size_t name) {
  const auto begin = post_begin(engine, name);
  if (!begin) return;
  // "担任百度副总裁张三的助理": the verb's own object
  auto post = engine.post_at(*begin);
  if (!post || post->end != name || !post->organisation) return;
  claim_posts_before(engine, *begin, name);
  std::size_t end = name;
  for (const auto& person : engine.people_from(name, end)) {
    claim_post(engine, "zh-job-before-name", person, *post, ChineseMood{}, times_of(engine, post->former));
    // only the first of "百度研究员张三和谷歌研究员李四" holds this post
    if (end > name + 1 && std::any_of(engine.parts().begin() + static_cast<std::ptrdiff_t>(name),
                                      engine.parts().begin() + static_cast<std::ptrdiff_t>(end),
                                      [](const Part& p) { return p.is(Word::role); }))
      break;
  }
}

/// A clause that is nothing but a post, behind the person or in brackets: "张三，前谷歌研究员，..".
void claim_job_aside(ChineseEngine& engine) {
  const auto& all = engine.parts();
  std::size_t begin = 0;
  std::optional<Actor> person;
  if (engine.clause().aside) {
    person = engine.person(all.front());
    begin = 1;
  } else if (engine.clause_index() > 0) {
    const auto& before = engine.clauses()[engine.clause_index() - 1].parts;
    if (before.back().kind == Part::Kind::person) person = engine.person(before.back());
  }
  if (!person) return;
  while (begin < all.size() &&
         (all[begin].is(Word::now) || all[begin].kind == Part::Kind::date || all[begin].is(Word::past)))
    ++begin;
  auto post = engine.post_at(begin);
  if (!post || post->end != all.size()) return;
  const bool past = begin > 0 && all[begin - 1].is(Word::past);
  claim_post(engine, "zh-job-in-apposition", *person, *post, ChineseMood{},
             times_of(engine, post->former || past));
}

}  // namespace

void find_chinese_jobs(ChineseEngine& engine) {
  const auto& all = engine.parts();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].kind != Part::Kind::person) continue;
    if (i > 0 && engine.is(i - 1, Word::role)) claim_jobs_before(engine, i);
  }
  claim_job_aside(engine);
}

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
  if (part.is(Word::as) && verb > 0) {
    const bool verb_before = is_event(engine.parts()[verb - 1]);
    const bool appointing =
        std::any_of(engine.parts().begin(), engine.parts().begin() + static_cast<std::ptrdiff_t>(verb),
                    [](const Part& p) { return p.is(Word::appoint); });
    if (verb_before || appointing) return Opens::none;
    return is_past(engine, verb) ? Opens::held : Opens::holds;
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

/// The organisation of a post that names none: "在百度担任..", "加入百度，担任..", what the person was last
/// with.
bool fill_organisation(ChineseEngine& engine, std::size_t verb, const Actor& person, Post& post) {
  if (post.organisation) return true;
  std::size_t at = verb;
  post.organisation = engine.organisation_after(Word::at, verb, at);
  if (post.organisation) return true;
  if (TextClaim* before = engine.claim_here("JOINED", person.name)) {
    if (before->role.empty()) before->role = post.role;
    return false;
  }
  if (engine.is(verb, Word::as)) return false;
  post.organisation = engine.speaking_organisation(verb);
  if (!post.organisation) post.organisation = engine.employer_of(person);
  if (!post.organisation) post.organisation = engine.last_organisation();
  return post.organisation.has_value();
}

}  // namespace

void find_chinese_posts(ChineseEngine& engine, std::size_t verb) {
  const Opens opens = opening(engine, verb);
  if (opens == Opens::none) return;
  std::size_t next = verb + 1;
  while (engine.is(next, Word::aspect)) ++next;
  // "接替李四担任": the verb that counts comes later
  if (engine.part(next) != nullptr && engine.parts()[next].kind == Part::Kind::person) return;
  auto first_post = engine.post_at(next);
  const bool succeeds = next >= engine.parts().size() &&
                        (engine.parts()[verb].plain == U"接任" || engine.parts()[verb].plain == U"继任" ||
                         engine.parts()[verb].plain == U"接替");
  if (!first_post && succeeds && engine.last_post()) {
    first_post = engine.last_post();
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
