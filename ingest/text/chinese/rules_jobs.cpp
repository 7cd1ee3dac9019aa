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
  while (at > 0 && passed < 6) {
    const Part& before = engine.parts()[at - 1];
    if (before.kind == Part::Kind::organisation || before.is(Word::the_organisation) ||
        before.is(Word::its)) {
      --at;
      break;
    }
    if (before.quoted) {  // "颇受关注的“智平方”创始人"
      --at;
      break;
    }
    // "公司Razoroo主管": the word before the name only describes it
    if (before.kind == Part::Kind::latin && at > 1 &&
        (engine.is(at - 2, Word::the_organisation) || engine.is(at - 2, Word::common_organisation))) {
      --at;
      break;
    }
    const bool modifies = before.is(Word::former) || before.is(Word::determiner) || before.is(Word::hire) ||
                          before.is(Word::appoint) || joins_fields(engine.parts(), at - 1);
    if (!inside_post(before) && !modifies) break;
    --at;
    ++passed;
  }
  while (at > 0 && engine.is(at - 1, Word::former)) --at;
  while (at < name &&
         (engine.is(at, Word::conjunction) || engine.is(at, Word::hire) || engine.is(at, Word::appoint)))
    ++at;
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
void claim_posts_before(ChineseEngine& engine, std::size_t at, std::size_t name,
                        const std::optional<Actor>& unsaid) {
  std::size_t end = name;
  const auto people = engine.people_from(name, end);
  while (at > 1 && engine.is(at - 1, Word::conjunction) && engine.is(at - 2, Word::role) && !people.empty()) {
    const std::size_t behind = at - 1;
    const auto begin = post_begin(engine, behind);
    auto post = begin ? engine.post_at(*begin) : std::nullopt;
    if (post && !post->organisation) post->organisation = unsaid;
    if (!post || !post->organisation || post->end < behind) return;
    claim_post(engine, "zh-job-before-name", people.front(), *post, ChineseMood{},
               times_of(engine, post->former));
    at = *begin;
  }
}

/// "云从科技：副总经理李四辞职", "云从科技公告，副总经理..": the clause before is nothing but the
/// organisation.
std::optional<Actor> organisation_before_colon(ChineseEngine& engine) {
  if (engine.clause_index() == 0) return std::nullopt;
  std::optional<Actor> found;
  for (const Part& part : engine.clauses()[engine.clause_index() - 1].parts) {
    const bool organisation = part.kind == Part::Kind::organisation && part.entity_kind != "Outlet";
    const bool passed = is_filler(part) || part.is(Word::announce) || part.is(Word::other);
    if (organisation && !found)
      found = engine.organisation(part);
    else if (!passed)
      return std::nullopt;
  }
  return found;
}

/// "台积电25日对前副总经理张三..", "小鹏汽车否认负责人李四离职": the organisation that opens the clause and
/// does something to or says something of somebody, as its own.
std::optional<Actor> organisation_of_clause(ChineseEngine& engine, std::size_t begin) {
  const auto& all = engine.parts();
  if (begin == 0) return organisation_before_colon(engine);
  std::size_t at = 0;
  while (at < begin && (is_filler(all[at]) || all[at].is(Word::adverb))) ++at;
  if (at >= begin || all[at].kind != Part::Kind::organisation || all[at].entity_kind == "Outlet" ||
      engine.cites(all[at]))
    return std::nullopt;
  for (std::size_t i = at + 1; i < begin; ++i) {
    const bool passed = all[i].kind == Part::Kind::date || all[i].is(Word::deny) ||
                        all[i].is(Word::announce) || all[i].is(Word::confirm) || all[i].is(Word::adverb) ||
                        all[i].plain == U"由" || all[i].plain == U"对" || all[i].is(Word::former);
    if (!passed) return std::nullopt;
  }
  return at + 1 < begin ? engine.organisation(all[at]) : std::nullopt;
}

/// "向CEO李四汇报": where the one spoken of works.
std::optional<Actor> organisation_reported_to(ChineseEngine& engine, std::size_t begin, std::size_t name) {
  if (begin == 0 || engine.parts()[begin - 1].plain != U"向") return std::nullopt;
  const Part* behind = engine.part(name + 1);
  const bool reports = behind != nullptr && (behind->plain == U"汇报" || behind->plain == U"负责");
  if (!reports) return std::nullopt;
  for (const auto& person : engine.topic_people())
    if (auto employer = engine.employer_of(person)) return employer;
  return engine.last_person() ? engine.employer_of(*engine.last_person()) : std::nullopt;
}

/// "创始人张三", "另一位联合创始人李四也离开零一万物": the job without its organisation is at the one that
/// the clause leaves, that the name before it belongs to, or that is spoken of.
std::optional<Actor> organisation_unsaid(ChineseEngine& engine, const Post& post, std::size_t name) {
  const std::size_t begin = post.begin;
  const auto& all = engine.parts();
  const bool head = std::any_of(post.roles.begin(), post.roles.end(), heads_company);
  if (auto own = organisation_of_clause(engine, begin)) return own;
  if (auto chief = organisation_reported_to(engine, begin, name)) return chief;
  const bool sits = std::any_of(post.roles.begin(), post.roles.end(),
                                [](const auto& role) { return role.ends_with(U"董事"); });
  if (!head && !sits) return std::nullopt;
  for (std::size_t i = begin; i < post.end; ++i)  // "鸿海董事长": a name that nobody knows
    if (all[i].kind == Part::Kind::text && !is_field(all[i].plain)) return std::nullopt;
  if (begin > 1 && engine.is(begin - 1, Word::conjunction) && all[begin - 2].kind == Part::Kind::person)
    return engine.last_post() ? engine.last_post()->organisation : std::nullopt;
  // "联合创始人、技术副总裁李四": the first of several jobs
  std::size_t open = begin;
  while (open > 1 && engine.is(open - 1, Word::conjunction) && engine.is(open - 2, Word::role))
    open = post_begin(engine, open - 1).value_or(0);
  const bool another = open > 0 && all[open - 1].plain.starts_with(U"另一");
  const bool opens = open == 0 || another || is_filler(all[open - 1]) ||
                     engine.is(open - 1, Word::announce) || engine.is(open - 1, Word::by) ||
                     engine.is(open - 1, Word::now) || engine.is(open - 1, Word::the_organisation) ||
                     all[open].plain.starts_with(U"另一");
  if (!opens || (engine.is(open, Word::determiner) && !all[open].plain.starts_with(U"另一")))
    return std::nullopt;
  for (std::size_t i = name; i + 1 < all.size(); ++i)
    if (all[i].is(Word::leave) && all[i + 1].kind == Part::Kind::organisation)
      return engine.organisation(all[i + 1]);
  auto topic = engine.topic_organisation() ? engine.topic_organisation() : engine.last_organisation();
  const auto& named = engine.last_named();
  if (!topic || !named) return std::nullopt;
  // another one came up since, unless the text is about this one
  if (named->name != topic->name && !engine.is_about(*topic)) return std::nullopt;
  if (topic->kind == "University" || topic->kind == "Place") return std::nullopt;
  if (!engine.topic_organisation() && topic->kind == "Lab") return std::nullopt;  // where people came from
  return topic;
}

void claim_jobs_before(ChineseEngine& engine, std::size_t name) {
  const auto begin = post_begin(engine, name);
  if (!begin) return;
  // "担任百度副总裁张三的助理": the verb's own object
  auto post = engine.post_at(*begin);
  if (!post || post->end != name) return;
  std::optional<Actor> unsaid;
  if (!post->organisation) post->organisation = unsaid = organisation_unsaid(engine, *post, name);
  claim_posts_before(engine, *begin, name, unsaid);
  if (!post->organisation) return;
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

/// "这位创新工场董事长曾..": a job of whoever was spoken of.
void claim_job_of_this_person(ChineseEngine& engine, std::size_t begin) {
  const auto post = engine.post_at(begin);
  if (!post || !post->organisation || !engine.last_person()) return;
  const Part* behind = engine.part(post->end);
  if (behind == nullptr || behind->kind == Part::Kind::person || behind->is(Word::of)) return;
  claim_post(engine, "zh-job-of-this-person", *engine.last_person(), *post, ChineseMood{},
             times_of(engine, post->former));
}

void claim_degree_aside(ChineseEngine& engine, const Actor& person, std::size_t begin) {
  const auto& all = engine.parts();
  const auto school = engine.organisation(all[begin]);
  const bool only = std::all_of(all.begin() + static_cast<std::ptrdiff_t>(begin) + 1, all.end(),
                                [](const Part& part) { return inside_post(part) || part.plain == U"系"; });
  if (!only || !school || (school->kind != "University" && school->kind != "Lab")) return;
  ClaimDraft draft;
  if (const auto degree = degree_word(all.back().plain); !degree.empty())
    draft.properties.emplace_back("degree", Value(degree));
  engine.claim("zh-degree", "STUDIED_AT", person, school, ChineseMood{}, begin, all.size() - 1,
               std::move(draft));
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
  // "张三，清华大学博士，"
  if (begin + 2 <= all.size() && all[begin].kind == Part::Kind::organisation && all.back().is(Word::degree)) {
    claim_degree_aside(engine, *person, begin);
    return;
  }
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
  for (std::size_t i = 0; i < all.size(); ++i)
    if (engine.is(i, Word::demonstrative)) claim_job_of_this_person(engine, i + 1);
  claim_job_aside(engine);
}

}  // namespace talentflow::ingest::text
