// Studies: "毕业于清华大学", "在斯坦福大学获得博士学位", "师从..".
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"

namespace talentflow::ingest::text {

std::string degree_word(std::u32string_view word) {
  if (word.find(U"博士后") != std::u32string_view::npos) return {};
  if (word.find(U"博") != std::u32string_view::npos) return "PhD";
  if (word.find(U"硕") != std::u32string_view::npos || word == U"MBA" || word == U"研究生") return "Master";
  if (word.find(U"本科") != std::u32string_view::npos || word.find(U"学士") != std::u32string_view::npos)
    return "Bachelor";
  return {};
}

namespace {

/// The degree that stands nearest to the verb in its clause.
std::string degree_in(const ChineseEngine& engine, std::size_t verb) {
  const auto& all = engine.parts();
  if (auto degree = degree_word(all[verb].plain); !degree.empty()) return degree;
  for (std::size_t i = verb + 1; i < all.size(); ++i)
    if (all[i].is(Word::degree)) return degree_word(all[i].plain);
  for (std::size_t i = verb; i-- > 0;)
    if (all[i].is(Word::degree)) return degree_word(all[i].plain);
  return {};
}

void claim_study(ChineseEngine& engine, std::size_t verb, const Actor& school, std::size_t at,
                 bool finished) {
  std::size_t first = verb;
  const auto people = engine.subject_people(verb, first);
  const ChineseMood mood = engine.mood(verb);
  for (const auto& person : people) {
    ClaimDraft draft;
    if (const auto degree = degree_in(engine, verb); !degree.empty())
      draft.properties.emplace_back("degree", Value(degree));
    if (const Part* date = engine.date_of(verb)) {
      if (date->until) {
        draft.start = date->date;
        draft.end = *date->until;
      } else if (finished) {
        draft.end = date->date;
      } else {
        draft.start = date->date;
      }
    }
    const bool by_degree = engine.is(verb, Word::complete) || engine.is(verb, Word::receive);
    engine.claim(by_degree || engine.is(verb, Word::as) ? "zh-degree" : engine.parts()[verb].rule,
                 "STUDIED_AT", person, school, mood, std::min(first, verb), std::max(at, verb),
                 std::move(draft));
  }
}

bool may_teach(const Actor& school) {
  return school.kind == "University" || school.kind == "Lab" || school.kind == "Org";
}

/// "美国|斯坦福大学".
bool foreign_place(const ChineseEngine& engine, std::size_t at) {
  const Part* place = engine.part(at);
  const Part* next = engine.part(at + 1);
  return place != nullptr && next != nullptr && place->kind == Part::Kind::place &&
         next->kind == Part::Kind::organisation;
}

/// The school of a verb: behind it, or behind 从, 在 before it.
std::optional<Actor> school_of(ChineseEngine& engine, std::size_t verb, std::size_t& at) {
  std::size_t next = verb + 1;
  while (engine.is(next, Word::at) || engine.is(next, Word::aspect) || engine.is(next, Word::to) ||
         foreign_place(engine, next))
    ++next;
  if (const Part* part = engine.part(next); part != nullptr && part->kind == Part::Kind::organisation) {
    at = next;
    return engine.organisation(*part);
  }
  for (const Word preposition : {Word::from, Word::at, Word::to})
    if (auto found = engine.organisation_after(preposition, verb, at)) return found;
  return std::nullopt;
}

/// "获得清华大学博士学位", "在斯坦福大学取得博士学位".
void find_degree(ChineseEngine& engine, std::size_t verb) {
  const auto& all = engine.parts();
  std::optional<std::size_t> degree;
  for (std::size_t i = verb + 1; i < all.size() && i < verb + 7 && !is_event(all[i]); ++i) {
    const bool next_school = degree && all[i].kind == Part::Kind::organisation;
    if (next_school) break;
    if (all[i].is(Word::degree) && !degree_word(all[i].plain).empty()) degree = i;
  }
  if (!degree) return;
  std::size_t at = verb;
  auto school = school_of(engine, verb, at);
  if (!school || !may_teach(*school)) return;
  claim_study(engine, verb, *school, *degree, true);
  // "北京大学学士学位及哥伦比亚大学硕士学位"
  for (std::size_t i = *degree + 1; i + 2 < all.size() && engine.is(i, Word::conjunction); ++i) {
    if (foreign_place(engine, i + 1)) ++i;
    const auto next =
        all[i + 1].kind == Part::Kind::organisation ? engine.organisation(all[i + 1]) : std::nullopt;
    std::size_t end = i + 2;
    while (end < all.size() && inside_post(all[end]) && !all[end].is(Word::degree)) ++end;
    if (!next || !may_teach(*next) || !engine.is(end, Word::degree)) return;
    claim_study(engine, verb, *next, end, true);
    i = end;
  }
}

/// "张三是浙江大学计算机系博士".
void find_being_graduate(ChineseEngine& engine, std::size_t verb) {
  const auto& all = engine.parts();
  const auto word = all[verb].plain;
  if (word != U"是" && word != U"为" && word != U"系") return;
  const std::size_t at = verb + (foreign_place(engine, verb + 1) ? 2 : 1);
  if (at + 1 >= all.size()) return;
  if (all[at].kind != Part::Kind::organisation || !all.back().is(Word::degree)) return;
  const auto describes = [](const Part& part) { return inside_post(part) || part.plain == U"系"; };
  if (!std::all_of(all.begin() + static_cast<std::ptrdiff_t>(at) + 1, all.end(), describes)) return;
  const auto school = engine.organisation(all[at]);
  if (school && may_teach(*school)) claim_study(engine, verb, *school, all.size() - 1, true);
}

void find_mentor(ChineseEngine& engine, std::size_t verb) {
  std::size_t end = verb + 1;
  std::size_t begin = verb + 1;
  begin = engine.over_job(begin);
  const auto mentors = engine.people_from(begin, end);
  if (mentors.empty()) return;
  std::size_t first = verb;
  const auto people = engine.subject_people(verb, first);
  const ChineseMood mood = engine.mood(verb);
  for (const auto& person : people)
    for (const auto& mentor : mentors)
      engine.claim("zh-studied-under", "STUDIED_UNDER", person, mentor, mood, std::min(first, verb), end - 1,
                   {});
}

}  // namespace

void find_chinese_studies(ChineseEngine& engine, std::size_t verb) {
  const Word word = engine.parts()[verb].word;
  if (word == Word::mentor) find_mentor(engine, verb);
  if (word == Word::as) find_being_graduate(engine, verb);
  if (word == Word::receive || word == Word::complete) find_degree(engine, verb);
  if (word != Word::graduate && word != Word::study) return;
  std::size_t at = verb;
  const auto school = school_of(engine, verb, at);
  if (school && may_teach(*school)) claim_study(engine, verb, *school, at, word == Word::graduate);
}

}  // namespace talentflow::ingest::text
