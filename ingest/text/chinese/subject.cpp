// Who does what a verb says: named before it, behind "的", handed on from the clause before, or nobody by
// name.
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"
#include "ingest/text/chinese/letters.hpp"

namespace talentflow::ingest::text {

bool ChineseEngine::hands_over(const Part& part) const {
  return part.is(Word::from) || part.is(Word::by) || part.is(Word::to) || says_where(part) ||
         part.is(Word::according) || part.is(Word::through) || part.is(Word::mentor) ||
         part.is(Word::acquire) || part.is(Word::determiner);
}

/// The part behind what a verb takes: "加入百度大模型团队|的张三".
std::size_t ChineseEngine::behind_object(std::size_t verb) const {
  const auto& all = parts();
  std::size_t behind = verb + 1;
  while (behind < all.size() &&
         (all[behind].kind == Part::Kind::organisation || all[behind].is(Word::aspect) ||
          all[behind].is(Word::unit) || all[behind].is(Word::conjunction) ||
          (all[behind].kind == Part::Kind::latin && is(behind + 1, Word::of)) ||
          (all[behind].kind == Part::Kind::text && all[behind].plain.ends_with(U'年') &&
           is(behind + 1, Word::of)) ||
          all[behind].is(Word::venture)))
    ++behind;
  return behind;
}

/// "加入百度的还有..", "从苹果离职的人才包括..": where the list behind a relative clause begins.
std::optional<std::size_t> ChineseEngine::list_behind(std::size_t of) const {
  std::size_t at = of + 1;
  bool listed = false;
  while (at < parts().size() && at < of + 7) {
    const Part& part = parts()[at];
    const bool names_follow =
        part.is(Word::including) || part.is(Word::as) ||
        (part.is(Word::conjunction) && (part.plain == U"还有" || part.plain == U"以及")) ||
        part.plain == U"有" || part.plain == U"另有" || part.plain == U"则有";
    listed = listed || names_follow;
    const bool passed = names_follow || part.is(Word::adverb) || part.is(Word::role) ||
                        part.is(Word::people_count) || part.kind == Part::Kind::text ||
                        part.kind == Part::Kind::date;
    if (!passed || (listed && !names_follow)) break;
    ++at;
  }
  return listed ? std::optional(at) : std::nullopt;
}

/// "这位创新工场董事长曾担任..": the person spoken of before, by a job.
bool ChineseEngine::says_this_person(std::size_t verb) const {
  for (std::size_t i = 0; i + 1 < verb; ++i)
    if (is(i, Word::demonstrative))
      return std::any_of(parts().begin() + static_cast<std::ptrdiff_t>(i),
                         parts().begin() + static_cast<std::ptrdiff_t>(verb),
                         [](const Part& part) { return part.is(Word::role); });
  return false;
}

namespace {

/// "接替李四担任": who stands behind such a verb does not do what the next one says. Whom one invites or
/// hires does.
bool only_an_object(const Part& before) {
  return is_event(before) && !before.is(Word::invite) && !before.is(Word::attract) &&
         !before.is(Word::hire) && !before.is(Word::poach) && !before.is(Word::appoint);
}

/// What follows 其 where it is the subject and no possessor: "其已加入", "其曾任".
bool acts_itself(const Part& part) {
  return part.is(Word::adverb) || part.is(Word::past) || part.is(Word::plan) || part.is(Word::negation) ||
         part.is(Word::now) || part.kind == Part::Kind::date || part.is(Word::join) || part.is(Word::leave) ||
         part.is(Word::hold) || part.is(Word::graduate) || part.is(Word::from) || part.is(Word::at);
}

}  // namespace

std::vector<Actor> ChineseEngine::subject_people(std::size_t verb, std::size_t& first) {
  const auto& all = parts();
  // "加入百度的张三", "从谷歌离职的李四"
  const std::size_t behind = behind_object(verb);
  std::optional<std::size_t> last;
  bool possessor = false;  ///< "张三的团队加入..": somebody else's subject
  for (std::size_t i = verb; i-- > 0;) {
    const bool someone = all[i].kind == Part::Kind::person || all[i].is(Word::third_person) ||
                         all[i].is(Word::third_people) || all[i].is(Word::self);
    // "显示其已加入": the person spoken of
    if (all[i].is(Word::its) && i + 1 <= verb && acts_itself(all[i + 1]) &&
        (!topic_.empty() || last_person_)) {
      first = i;
      return topic_.empty() ? std::vector<Actor>{*last_person_} : topic_;
    }
    if (!someone) continue;
    if (i + 1 < all.size() && (all[i + 1].is(Word::of) || all[i + 1].is(Word::unit))) {
      possessor = true;
      continue;
    }
    if (i > 0 && only_an_object(all[i - 1])) continue;
    const bool agent =
        i > 0 && all[i - 1].plain == U"由" && (all[verb].is(Word::hold) || all[verb].is(Word::lead));
    if (i > 0 && hands_over(all[i - 1]) && !agent) continue;
    last = i;
    break;
  }
  if (last) {
    std::size_t begin = *last;
    // back over "张三、李四和", with the jobs in between
    for (;;) {
      std::size_t i = begin;
      const bool titled = i > 0 && all[i - 1].is(Word::role);
      while (i > 0 && !all[i - 1].is(Word::conjunction) &&
             (all[i - 1].is(Word::role) || all[i - 1].kind == Part::Kind::organisation ||
              all[i - 1].is(Word::former) || all[i - 1].is(Word::of) || all[i - 1].is(Word::title) ||
              (titled && inside_post(all[i - 1]))))
        --i;
      if (i == 0 || !all[i - 1].is(Word::conjunction)) break;
      --i;
      while (i > 0 && all[i - 1].is(Word::title)) --i;
      if (i == 0 || all[i - 1].kind != Part::Kind::person || (i > 1 && hands_over(all[i - 2]))) break;
      begin = i - 1;
    }
    first = begin;
    std::size_t end = begin;
    auto people = people_from(begin, end);
    const auto others = together_with(begin);
    people.insert(people.begin(), others.begin(), others.end());
    return people;
  }
  if (is(behind, Word::of)) {
    if (const auto list = list_behind(behind)) return people_listed(*list);
    const std::size_t at = over_job(behind + 1);
    std::size_t end = at;
    auto people = people_from(at, end);
    if (!people.empty()) return people;
    if (!all[verb].is(Word::hold)) return {};  // "担任谷歌的首席科学家"
  }
  if (says_this_person(verb) && last_person_) return {*last_person_};
  if (possessor || own_subject_blocks(verb)) return {};
  if (auto later = subject_of_next_clause(); !later.empty()) return later;
  return topic_;
}

/// "离开谷歌后，张三创办了..": a clause of time takes its subject from the main one.
std::vector<Actor> ChineseEngine::subject_of_next_clause() const {
  const Part& last = parts().back();
  const bool of_time = (last.is(Word::adverb) && last.plain.ends_with(U"后")) ||
                       (last.is(Word::past) && last.plain.ends_with(U"前")) || last.is(Word::period) ||
                       last.is(Word::former);
  if (!of_time || clause_ + 1 >= clauses_.size()) return {};
  for (const Part& part : clauses_[clause_ + 1].parts) {
    if (part.kind == Part::Kind::date) continue;
    if (auto someone = person(part)) return {std::move(*someone)};
    if (part.kind != Part::Kind::organisation && !part.is(Word::role) && !part.is(Word::former)) break;
  }
  return {};
}

/// "次年与张三、李四共同创立": with those named, whoever is spoken of.
std::vector<Actor> ChineseEngine::together_with(std::size_t begin) const {
  const auto& all = parts();
  if (begin == 0 || !all[begin - 1].is(Word::conjunction)) return {};
  const auto word = all[begin - 1].plain;
  if (word != U"与" && word != U"和" && word != U"跟" && word != U"同") return {};
  std::size_t i = begin - 1;
  const auto passed = [](const Part& part) {
    return is_filler(part) || part.is(Word::past) || part.plain.ends_with(U"月") ||
           part.plain.ends_with(U"年");
  };
  while (i > 0 && passed(all[i - 1])) --i;
  if (i == 0) return topic_;
  // "张三1976年与李四共同创立"
  const bool named =
      i + 1 < begin && all[i - 1].kind == Part::Kind::person && !(i > 1 && hands_over(all[i - 2]));
  return named ? std::vector<Actor>{*person(all[i - 1])} : std::vector<Actor>{};
}

/// Whether the clause has a subject that is nobody by name ("多名员工离职", "百度加入联盟").
bool ChineseEngine::own_subject_blocks(std::size_t verb) const {
  const auto& all = parts();
  bool inside_preposition = false;
  bool behind_verb = false;  ///< "获得计算机博士学位后加入": what stands behind a verb is its object
  for (std::size_t i = 0; i < verb; ++i) {
    const Part& part = all[i];
    if (part.is(Word::from) || says_where(part) || part.is(Word::to) || part.is(Word::by) ||
        part.is(Word::as) || part.is(Word::through) || part.is(Word::purpose)) {
      inside_preposition = true;
      continue;
    }
    if (is_event(part) || part.is(Word::adverb) || part.is(Word::plan) || part.is(Word::past)) {
      inside_preposition = false;
      behind_verb = behind_verb || is_event(part);
      continue;
    }
    if (inside_preposition) continue;
    if (behind_verb && (part.kind == Part::Kind::text || part.is(Word::role))) continue;
    const bool number = std::all_of(part.plain.begin(), part.plain.end(), is_digit);
    if (number) continue;
    const bool subject = part.kind == Part::Kind::organisation || part.kind == Part::Kind::latin ||
                         part.is(Word::the_organisation) || part.is(Word::common_organisation);
    const bool object_of_verb =
        i > 0 && (is_event(all[i - 1]) || all[i - 1].is(Word::aspect) || all[i - 1].is(Word::conjunction));
    if (subject && !object_of_verb) return true;
    if (part.is(Word::role) && i > 0 && !is_event(all[i - 1]) &&
        all[i - 1].kind != Part::Kind::organisation) {
      const bool object = std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                                      [](const Part& p) { return p.is(Word::hold); });
      if (!object) return true;
    }
    if (part.kind == Part::Kind::text && !object_of_verb) {
      const bool time =
          i + 1 < all.size() && all[i + 1].is(Word::adverb) && all[i + 1].plain.ends_with(U"后");
      const bool selected = part.plain.starts_with(U"入选") || part.plain.starts_with(U"参加");
      if (!time && !part.quoted && !selected && part.plain.size() > 1) return true;
    }
  }
  return false;
}

std::optional<Actor> ChineseEngine::subject_organisation(std::size_t verb, std::size_t& first) {
  const auto& all = parts();
  for (std::size_t i = verb; i-- > 0;) {
    if (i > 0 && hands_over(all[i - 1])) continue;
    if (i + 1 < verb && (all[i + 1].is(Word::of) || all[i + 1].is(Word::role))) continue;
    if (all[i].kind == Part::Kind::person && all[i].sure) return std::nullopt;
    if (auto sure = organisation(all[i])) {
      first = i;
      return sure;
    }
    const bool opens = i == 0 || all[i - 1].kind == Part::Kind::date || is_filler(all[i - 1]) ||
                       all[i - 1].is(Word::common_organisation);
    if (opens && (all[i].kind == Part::Kind::latin || all[i].kind == Part::Kind::text ||
                  all[i].kind == Part::Kind::person)) {
      first = i;
      return organisation_in_slot(i);
    }
  }
  const bool text_first = !all.empty() && verb > 0 && all.front().kind == Part::Kind::text;
  if (text_first) return std::nullopt;
  return topic_organisation_;
}

}  // namespace talentflow::ingest::text
