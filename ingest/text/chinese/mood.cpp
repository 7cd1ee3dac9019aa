// How a verb is meant: done, planned, denied, only said to be so, or no statement at all.
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"
#include "ingest/text/date_phrase.hpp"

namespace talentflow::ingest::text {
namespace {

/// "将张三挖走": the particle that puts the object first is no future.
bool puts_object_first(const std::vector<Part>& parts, std::size_t at) {
  if (parts[at].plain != U"将") return false;
  std::size_t next = at + 1;
  while (next < parts.size() &&
         (parts[next].is(Word::role) || parts[next].is(Word::of) || parts[next].is(Word::former) ||
          parts[next].kind == Part::Kind::organisation || parts[next].is(Word::its)))
    ++next;
  return next < parts.size() &&
         (parts[next].kind == Part::Kind::person || parts[next].is(Word::third_person));
}

/// "通过“天才少年”计划加入": a programme that has a name, no plan.
bool names_programme(const std::vector<Part>& parts, std::size_t at) {
  if (parts[at].plain != U"计划" || at == 0) return false;
  return parts[at - 1].quoted ||
         std::any_of(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(at), [](const Part& part) {
           return part.is(Word::through) || part.plain.starts_with(U"入选");
         });
}

/// Words that may stand between "没有" and the verb it denies.
bool under_negation(const Part& part) {
  return is_filler(part) || part.is(Word::plan) || part.is(Word::past) || part.is(Word::from) ||
         part.is(Word::at) || part.is(Word::by) || part.is(Word::announce) ||
         part.kind == Part::Kind::organisation || part.kind == Part::Kind::place ||
         part.is(Word::the_organisation);
}

bool denied_before(const std::vector<Part>& parts, std::size_t verb) {
  for (std::size_t i = verb; i-- > 0;) {
    if (parts[i].is(Word::negation)) return true;
    const bool source = i > 0 && (parts[i - 1].is(Word::from) || parts[i - 1].is(Word::at));
    if (!under_negation(parts[i]) && !(source && parts[i].plain.size() <= 6)) return false;
  }
  return false;
}

bool any_before(const std::vector<Part>& parts, std::size_t verb, Word word) {
  for (std::size_t i = 0; i < std::min(verb, parts.size()); ++i)
    if (parts[i].is(word)) return true;
  return false;
}

/// "否认将加入"; but "拒绝了谷歌的邀请，加入.." refuses something else.
bool disputed_before(const std::vector<Part>& parts, std::size_t verb) {
  bool disputed = false;
  for (std::size_t i = 0; i < verb; ++i) {
    if (parts[i].is(Word::deny)) disputed = true;
    if (parts[i].is(Word::invite)) disputed = false;
  }
  return disputed;
}

/// "没有透露是否", "没有回应离职": what was not said is no statement.
bool unsaid(const std::vector<Part>& parts, std::size_t verb) {
  bool negated = false;
  for (std::size_t i = 0; i < verb; ++i) {
    if (parts[i].is(Word::negation)) negated = true;
    if (negated && (parts[i].is(Word::say) || parts[i].is(Word::confirm))) return true;
  }
  return false;
}

/// A clause that only leads up to the next one gives it its date; one that says something of its own does
/// not, nor one that dates a report.
bool tells_something_else(const Part& part) {
  return is_event(part) || part.is(Word::report) || part.is(Word::insider) || part.is(Word::rumour) ||
         part.is(Word::purpose) || (part.kind == Part::Kind::text && part.plain.size() > 1) ||
         part.is(Word::degree);
}

/// "离职传闻", "加入的消息": the verb is part of a noun.
bool names_a_thing(const std::vector<Part>& parts, std::size_t verb) {
  std::size_t next = verb + 1;
  while (next < parts.size() &&
         (parts[next].kind == Part::Kind::organisation || parts[next].is(Word::aspect)))
    ++next;
  if (next < parts.size() && parts[next].is(Word::of)) ++next;
  if (next >= parts.size()) return false;
  return parts[next].is(Word::noun_behind) || parts[next].is(Word::rumour);
}

/// "将离开百度，加入谷歌": a clause without a subject, a date or a sign of the past goes on in the future.
bool future_goes_on(const std::vector<Part>& parts, std::size_t verb, const std::vector<Part>& before) {
  const Part& word = parts[verb];
  if (!word.is(Word::join) && !word.is(Word::leave) && !word.is(Word::hold) && !word.is(Word::found))
    return false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    const bool own = part.kind == Part::Kind::date || part.is(Word::past) || part.is(Word::now) ||
                     part.is(Word::aspect) || part.is(Word::adverb) ||
                     (i < verb && (part.kind == Part::Kind::person || part.kind == Part::Kind::organisation));
    if (own) return false;
  }
  return std::any_of(before.begin(), before.end(), [](const Part& part) { return part.is(Word::plan); });
}

}  // namespace

ChineseMood ChineseEngine::mood(std::size_t verb) const {
  ChineseMood out;
  const auto& all = parts();
  out.denied = untrue_ || denied_before(all, verb) || disputed_before(all, verb);
  if (!out.denied && clause_ > 0 && !clauses_[clause_ - 1].parts.empty())
    out.denied = clauses_[clause_ - 1].parts.back().is(Word::deny);
  out.none = asked_ || supposed_ || unsaid(all, verb) || any_before(all, verb, Word::question) ||
             any_before(all, verb, Word::possible) || any_before(all, verb, Word::wish) ||
             (names_a_thing(all, verb) && !out.denied);
  for (std::size_t i = 0; i < verb; ++i)
    if (all[i].is(Word::plan) && !puts_object_first(all, i) && !names_programme(all, i)) out.planned = true;
  for (std::size_t i = 0; i < verb; ++i)
    if (all[i].plain == U"或将") out.planned = true;
  if (!out.planned && clause_ > 0) out.planned = future_goes_on(all, verb, clauses_[clause_ - 1].parts);
  if (rumoured_ && clause_ >= rumour_clause_)
    out.status = "rumoured";
  else if (any_before(all, verb, Word::confirm))
    out.status = "confirmed";
  else if (any_before(all, verb, Word::announce) ||
           (clause_ > 0 && std::any_of(clauses_[clause_ - 1].parts.begin(), clauses_[clause_ - 1].parts.end(),
                                       [](const Part& part) { return part.is(Word::announce); })))
    out.status = "announced";
  if (takes_effect_later(date_of(verb))) out.planned = true;
  if (out.denied) out.planned = false;
  if (out.denied && out.status != "rumoured") out.status.clear();
  return out;
}

/// "升任执行长，6月1日生效": the next clause is nothing but the day.
const Part* ChineseEngine::date_of_effect() const {
  if (clause_ + 1 >= clauses_.size() || clauses_[clause_ + 1].aside) return nullptr;
  const Part* date = nullptr;
  for (const Part& part : clauses_[clause_ + 1].parts) {
    const bool effect = part.is(Word::other) || part.is(Word::hold) || part.is(Word::since);
    if (part.kind == Part::Kind::date && !part.recent)
      date = &part;
    else if (!effect && !is_filler(part) && !part.is(Word::from) && !part.is(Word::plan))
      return nullptr;
  }
  const Part& last = clauses_[clause_ + 1].parts.back();
  const bool takes_effect = last.plain == U"生效" || last.plain == U"到任" || last.plain == U"就任" ||
                            last.plain == U"上任" || last.plain == U"履新" || last.plain == U"到岗" ||
                            last.plain == U"起生效";
  return takes_effect ? date : nullptr;
}

/// "2010年硕士毕业于东南大学，毕业后加入..": what is said to follow upon the graduation.
const Part* ChineseEngine::date_of_graduation(std::size_t verb) const {
  const bool upon = verb > 1 && parts().front().is(Word::graduate) && parts()[1].is(Word::adverb) &&
                    parts()[1].plain.ends_with(U"后");
  if (!upon || clause_ == 0) return nullptr;
  for (const Part& part : clauses_[clause_ - 1].parts)
    if (part.kind == Part::Kind::date && !part.until && !part.recent) return &part;
  return nullptr;
}

const Part* ChineseEngine::date_of(std::size_t verb) const {
  const auto& all = parts();
  for (std::size_t i = verb; i-- > 0;)
    if (all[i].kind == Part::Kind::date) return &all[i];
  for (std::size_t i = verb + 1; i < all.size() && !is_event(all[i]); ++i)
    if (all[i].kind == Part::Kind::date) return &all[i];
  if (clause().aside) return nullptr;
  if (const Part* effective = date_of_effect()) return effective;
  if (const Part* graduation = date_of_graduation(verb)) return graduation;
  for (std::size_t k = clause_; k-- > 0;) {
    const auto& before = clauses_[k].parts;
    if (citing_clause_ && *citing_clause_ >= k) return nullptr;  // the day of the report
    if (std::any_of(before.begin(), before.end(), tells_something_else)) return nullptr;
    for (std::size_t i = before.size(); i-- > 0;)
      if (before[i].kind == Part::Kind::date) return &before[i];
  }
  return nullptr;
}

namespace {

/// "已", "正式", "刚刚": what was not so before, as of now.
bool says_by_now(const Part& part) {
  return part.is(Word::adverb) && (part.plain.ends_with(U"已") || part.plain == U"已经" ||
                                   part.plain == U"正式" || part.plain.starts_with(U"刚"));
}

Date month_of(const Date& day) {
  if (day.precision == DatePrecision::year) return day;
  const CivilDate civil = to_civil(last_day(day));
  return Date::in_month(civil.year, civil.month);
}

}  // namespace

/// "已加入谷歌", "宣布离职": an arrival or departure told as news of the day.
bool ChineseEngine::is_news(std::size_t verb) const {
  const auto& all = parts();
  const Part& word = all[verb];
  if (!word.is(Word::join) && !word.is(Word::leave) && !word.is(Word::step_down)) return false;
  for (std::size_t i = verb; i-- > 0;) {
    if (is_event(all[i]) && i + 1 < verb) break;
    if (all[i].is(Word::past)) return false;
    if (says_by_now(all[i]) || all[i].is(Word::announce)) return true;
  }
  return false;
}

/// A day without a year that is to come: in January, "3月1日生效" is this year's.
Date ChineseEngine::next_such_day(const Part& part) const {
  const Date& date = part.date;
  const bool yearless = part.plain.find(U'年') == std::u32string_view::npos &&
                        part.plain.find(U'月') != std::u32string_view::npos && part.plain.front() != U'上' &&
                        part.plain.front() != U'本';
  if (!yearless || !published().known() || last_day(date) >= first_day(published())) return date;
  const CivilDate civil = to_civil(first_day(date));
  if (date.precision == DatePrecision::month) return Date::in_month(civil.year + 1, civil.month);
  const CivilDate next{civil.year + 1, civil.month, civil.day};
  return valid(next) ? Date::on(to_day(next)) : Date::in_month(next.year, next.month);
}

/// The day from which a post is held, by the clause behind, where it is still to come.
bool ChineseEngine::takes_effect_later(const Part* date) const {
  constexpr Day kHalfYear = 183;
  if (date == nullptr || !published().known() || date != date_of_effect()) return false;
  const Day gap = first_day(published()) - last_day(date->date);
  return gap < 0 || gap > kHalfYear;
}

Date ChineseEngine::event_date(std::size_t verb, const ChineseMood& mood) const {
  if (const Part* date = date_of(verb))
    return mood.planned || takes_effect_later(date) ? next_such_day(*date) : date->date;
  const Date& item = document_.sentences()[index_].item_date;
  if (item.known()) return item;
  if (!published().known() || mood.planned || mood.denied) return {};
  return is_news(verb) ? month_of(published()) : until(published());
}

}  // namespace talentflow::ingest::text
