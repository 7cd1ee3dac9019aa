// A post in words, and what claim its roles make: a job, a founding, a seat on a board, a study.
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"
#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/chinese/letters.hpp"
#include "ingest/text/date_phrase.hpp"

namespace talentflow::ingest::text {
namespace {

bool among(std::u32string_view word, std::initializer_list<std::u32string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool studies(std::u32string_view role) {
  return among(role,
               {U"博士生", U"硕士生", U"本科生", U"研究生", U"校友", U"毕业生", U"学生", U"博士研究生"});
}
bool sits_on_board(std::u32string_view role) {
  return among(role, {U"董事", U"独董", U"独立非执行董事", U"独立董事", U"非执行董事", U"董事会成员", U"监事",
                      U"校董", U"理事"});
}
bool advises(std::u32string_view role) { return role.ends_with(U"顾问"); }
/// Words that speak of somebody without giving a post.
bool no_post(std::u32string_view role) {
  return among(
      role, {U"发言人",   U"新闻发言人", U"记者",   U"投资人",     U"作者",     U"学者",       U"专家",
             U"导师",     U"同事",       U"搭档",   U"部属",       U"下属",     U"部下",       U"同僚",
             U"门生",     U"徒弟",       U"弟子",   U"高徒",       U"助手",     U"上司",       U"队友",
             U"旧部",     U"老部下",     U"大将",   U"干将",       U"爱将",     U"学弟",       U"师兄",
             U"师弟",     U"候选人",     U"院士",   U"法人",       U"控股股东", U"实际控制人", U"法定代表人",
             U"法人代表", U"天使投资人", U"创业者", U"学术带头人", U"博导",     U"博士生导师"});
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

/// "Archer Aviation的AI產品主管": more than an abbreviation of a field ("AI", "NLP") or of a unit ("Seed").
bool names_company(const Part& part) {
  const auto small = std::count_if(part.plain.begin(), part.plain.end(),
                                   [](char32_t letter) { return letter >= U'a' && letter <= U'z'; });
  return is_capital(part.plain.front()) && small >= 2 && part.plain.size() >= 4;
}

}  // namespace

bool founds(std::u32string_view role) {
  return role.ends_with(U"创始人") || role == U"联创" || role.ends_with(U"创办人") || role == U"创始合伙人";
}

bool heads_company(std::u32string_view role) {
  return founds(role) || role.ends_with(U"CEO") || role == U"CTO" || role == U"COO" || role == U"CFO" ||
         role.starts_with(U"首席") || role.ends_with(U"执行长") || role == U"技术长" ||
         role.ends_with(U"董事长") || role.ends_with(U"总裁") || role == U"总经理";
}

bool inside_post(const Part& part) {
  return part.is(Word::of) || part.is(Word::unit) || part.is(Word::degree) ||
         part.kind == Part::Kind::place || (part.kind == Part::Kind::text && part.plain.size() <= 10) ||
         part.kind == Part::Kind::latin;
}

/// "视觉模型与多模态交互团队负责人": the conjunction between two fields of one post.
bool joins_fields(const std::vector<Part>& parts, std::size_t at) {
  const auto field = [&](std::size_t i) {
    return i < parts.size() && (parts[i].kind == Part::Kind::text || parts[i].is(Word::unit));
  };
  return at > 0 && parts[at].is(Word::conjunction) &&
         (parts[at].plain == U"与" || parts[at].plain == U"和") && field(at - 1) && field(at + 1);
}

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
  // "委任张三为执行董事兼行政总裁": a seat and a job
  const bool seat_too =
      !board && rule != "zh-job-before-name" &&
      any([](const auto& role) { return sits_on_board(role) || role == U"执行董事"; }) != post.roles.end();
  if (seat_too)
    engine.claim(rule, "BOARD_MEMBER_OF", person, post.organisation, mood, post.begin, post.end - 1, draft);
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
  // "美国密歇根州立大学教授": where it is
  if (part(at) != nullptr && part(at)->kind == Part::Kind::place && part(at + 1) != nullptr &&
      part(at + 1)->kind == Part::Kind::organisation)
    ++at;
  const std::size_t name_at = at;
  if (const Part* first = part(at); first != nullptr) {
    // "公司Razoroo的主管": the word only says what the name is
    if (first->is(Word::the_organisation) && first->plain == U"公司" && part(at + 1) != nullptr &&
        (parts()[at + 1].kind == Part::Kind::latin || parts()[at + 1].kind == Part::Kind::organisation))
      first = part(++at);
    if (first->kind == Part::Kind::organisation || first->is(Word::the_organisation) ||
        first->is(Word::its)) {
      out.organisation = organisation(*first);
      out.sure = true;
      if (!out.organisation) return std::nullopt;
      ++at;
    } else if ((first->kind == Part::Kind::text || first->kind == Part::Kind::latin ||
                (first->kind == Part::Kind::person && !first->sure && part(at + 1) != nullptr &&
                 heads_company(parts()[at + 1].plain))) &&
               (is(at + 1, Word::role) || (first->kind == Part::Kind::text && is(at + 1, Word::former)) ||
                (first->kind == Part::Kind::latin && names_company(*first) && !is(at + 1, Word::unit)))) {
      // "潮汐引擎首席科学家": a name by its slot; "算法负责人": a part of the role
      out.organisation = organisation_in_slot(at);
      if (out.organisation && first->kind == Part::Kind::text && !first->quoted &&
          !memory_.in_lexicon(first->name) && Gazetteer::standard().find_in_slot(first->plain) == nullptr &&
          ((first->plain.size() < 4 && !heads_company(parts()[at + 1].plain)) || is_field(first->plain)))
        out.organisation.reset();
      if (out.organisation) ++at;
    }
  }
  while (is(at, Word::former) || is(at, Word::of) || is(at, Word::determiner) || is(at, Word::now)) {
    out.former = out.former || is(at, Word::former);
    ++at;
  }
  const std::size_t role_begin = at;
  while (at < parts().size() && !is(at, Word::role) && at < name_at + 9 &&
         (inside_post(parts()[at]) || is(at, Word::former) || is(at, Word::hire) || is(at, Word::appoint) ||
          joins_fields(parts(), at))) {
    out.former = out.former || is(at, Word::former);
    ++at;
  }
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

}  // namespace talentflow::ingest::text
