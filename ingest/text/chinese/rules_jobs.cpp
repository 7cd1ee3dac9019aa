// Jobs that stand beside a name: "百度副总裁张三", "张三，前谷歌研究员，".
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"
#include "ingest/text/date_phrase.hpp"

namespace talentflow::ingest::text {
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

}  // namespace talentflow::ingest::text
