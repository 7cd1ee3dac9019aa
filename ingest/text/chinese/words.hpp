// Words of Chinese that the rules know: verbs by what they say of a career or a company, particles by what
// they do in a clause. Words of the language, no names; Simplified.
#pragma once

#include <cstdint>
#include <string_view>

namespace talentflow::ingest::text {

/// What a word is to the rules.
enum class Word : std::uint8_t {
  none,
  // careers
  join,
  leave,
  step_down,
  found,
  establish,
  hold,
  appoint,
  work,
  lead,
  poach,
  hire,
  invite,
  attract,
  lose,     ///< "苹果流失四名研究员"
  venture,  ///< "离职创业": goes on one's own
  // study
  graduate,
  study,
  mentor,
  receive,
  degree,
  // organisations and money
  acquire,
  invest,
  complete,
  raise,
  lead_round,
  follow_round,
  round,
  valuation,
  headquartered,
  rename,
  owned,
  // who says so, and how sure
  report,
  say,
  announce,
  confirm,
  deny,
  untrue,
  rumour,
  insider,
  according,
  quoting,
  wish,
  // mood
  plan,
  possible,
  negation,
  question,
  condition,
  // particles
  from,
  at,
  by,
  to,
  as,
  conjunction,
  former,
  past,
  now,
  since,
  of,
  aspect,
  adverb,
  purpose,
  // who is meant
  third_person,
  third_people,
  the_organisation,
  its,
  self,
  determiner,
  demonstrative,  ///< 这位: the person spoken of, by a job
  people_count,   ///< 三名, 多位
  including,      ///< 包括, 分别是: names follow
  through,        ///< 通过, 随: what a verb is done by or with
  // parts of names and phrases
  role,
  title,
  unit,
  suffix,
  common_organisation,
  period,
  post,
  noun_behind,
  backers,     ///< 投资方, 领投方
  short_form,  ///< 下称, 简称, 原名: another name follows
  stock_code,  ///< 股份代号
  other        ///< words of the language that end names and say nothing to the rules
};

/// One word of the table.
struct WordEntry {
  std::u32string_view text;
  Word word = Word::none;
  std::string_view rule;  ///< of verbs: the name of the rule that the word belongs to
};

/// The longest word that begins at `at` of Simplified text; word none and an empty text when there is none.
WordEntry word_at(std::u32string_view text, std::size_t at);

/// Words before "公司", "实验室" that describe and do not name: "人工智能", "初创", "AI".
bool is_generic_modifier(std::u32string_view word);
/// Fields of work, which stand before jobs: "机器学习", "自然语言处理", "产品与技术".
bool is_field(std::u32string_view phrase);
/// What people join that is no employer: "计划", "讨论", "联盟".
bool is_no_employer(std::u32string_view phrase);

}  // namespace talentflow::ingest::text
