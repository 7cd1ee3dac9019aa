// Arrivals and stints: "加入", "跳槽到", "曾在..工作".
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"
#include "ingest/text/date_phrase.hpp"

namespace talentflow::ingest::text {
namespace {

/// "邀请张三加入": said of a wish; the rule of the invitation speaks of it.
bool invited(const ChineseEngine& engine, std::size_t verb) {
  for (std::size_t i = 0; i < verb; ++i)
    if (engine.is(i, Word::invite) && !(i > 0 && engine.is(i - 1, Word::of))) return true;
  return false;
}

/// A later clause of the sentence gives a role to a move: left to the rule of posts. Here:
/// "加入百度任副总裁".
void claim_leaving(ChineseEngine& engine, std::string_view rule, const std::vector<Actor>& people,
                   const Actor& organisation, const ChineseMood& mood, std::size_t from, std::size_t to,
                   const std::string& role, const Date& day) {
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.start = day;
    draft.role = role;
    engine.claim(rule, "LEFT", person, organisation, mood, from, to, std::move(draft));
  }
}

/// "从谷歌跳槽到..", "离开谷歌加入..": the departure inside an arrival.
void claim_source(ChineseEngine& engine, std::size_t verb, const std::vector<Actor>& people,
                  const ChineseMood& mood, const Actor& target) {
  std::size_t at = verb;
  const auto source = engine.organisation_after(Word::from, verb, at);
  if (!source || source->name == target.name || mood.denied) return;
  for (std::size_t i = at; i < verb; ++i)
    if (engine.is(i, Word::leave) || engine.is(i, Word::graduate)) return;  // its own verb says so
  claim_leaving(engine, "zh-left-for-another", people, *source, mood, at, verb, "",
                engine.event_date(verb, mood));
}

/// "主管上月跳槽": said without a goal, it is a departure.
bool leaves_for_somewhere(const ChineseEngine& engine, std::size_t verb) {
  const auto word = engine.parts()[verb].plain;
  const Part* next = engine.part(verb + 1);
  const bool ends = next == nullptr || next->kind == Part::Kind::mark || next->is(Word::of);
  return ends && (word == U"跳槽" || word == U"改投" || word == U"转投" || word == U"转会");
}

void find_arrival(ChineseEngine& engine, std::size_t verb) {
  if (invited(engine, verb)) return;
  const Part& word = engine.parts()[verb];
  std::size_t at = verb;
  auto organisation = engine.object_organisation(verb, at);
  if (!organisation && leaves_for_somewhere(engine, verb)) {
    find_chinese_departure(engine, verb);
    return;
  }
  // "谷歌宣布李飞飞加盟"
  const bool ends = verb + 1 == engine.parts().size() || engine.parts()[verb + 1].kind == Part::Kind::mark;
  if (!organisation && ends && word.rule == "zh-joined") {
    organisation = engine.speaking_organisation(verb);
    at = verb;
  }
  // "将出任首席技术官，并进入董事会": of the one just named
  const Part* seat = engine.part(verb + 1);
  if (!organisation && seat != nullptr && seat->plain.starts_with(U"董事会")) {
    organisation = engine.last_organisation();
    at = verb;
  }
  if (!organisation) {
    const Part* goal = engine.part(verb + 1);
    if (goal != nullptr && goal->kind == Part::Kind::text && !is_no_employer(goal->plain))
      engine.remember_unknown_goal();
    return;
  }
  const bool weak = word.plain == U"回归" || word.plain == U"返回" || word.plain == U"重回" ||
                    word.plain == U"进入" || word.plain == U"前往";
  if (weak && at != verb && engine.parts()[at].kind != Part::Kind::organisation) return;
  std::size_t first = verb;
  const auto people = engine.subject_people(verb, first);
  if (people.empty()) return;
  // "加入百度董事会"
  const Part* behind = engine.part(at + 1);
  const bool board = behind != nullptr && behind->plain.starts_with(U"董事会");
  const bool other = behind != nullptr && behind->kind == Part::Kind::text && is_no_employer(behind->plain);
  if (other && !board) return;
  const ChineseMood mood = engine.mood(verb);
  for (const auto& person : people) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb, mood);
    if (!mood.denied && !mood.none && !board) engine.remember_employer(person, *organisation);
    engine.claim(board ? "zh-joined-board" : word.rule, board ? "BOARD_MEMBER_OF" : "JOINED", person,
                 organisation, mood, std::min(first, verb), at, std::move(draft));
  }
  if (!board) claim_source(engine, verb, people, mood, *organisation);
}

bool over(const ChineseEngine& engine, std::size_t verb) {
  for (std::size_t i = 0; i < verb; ++i)
    if (engine.is(i, Word::past) || engine.is(i, Word::former)) return true;
  if (engine.parts()[verb].rule == "zh-came-from") return true;
  const Part& last = engine.parts().back();
  if (last.is(Word::adverb) && last.plain.ends_with(U"后")) return true;  // "在百度工作三年后，"
  const Part* next = engine.part(verb + 1);
  return next != nullptr && next->is(Word::aspect);
}

bool current(const ChineseEngine& engine, std::size_t verb) {
  for (std::size_t i = 0; i < verb; ++i)
    if (engine.is(i, Word::now)) return true;
  return false;
}

/// "担任首席科学家" behind a stint, in the same clause.
std::string role_behind(ChineseEngine& engine, std::size_t from) {
  for (std::size_t i = from; i < engine.parts().size(); ++i) {
    if (!engine.is(i, Word::hold) && !engine.is(i, Word::as)) continue;
    if (const auto post = engine.post_at(i + 1); post && !post->organisation) return post->role;
  }
  return {};
}

void set_stint(const ChineseEngine& engine, std::size_t verb, const ChineseMood& mood, ClaimDraft& draft) {
  const Part* date = engine.date_of(verb);
  if (date != nullptr && date->until) {
    draft.start = date->date;
    draft.end = *date->until;
  } else if (over(engine, verb)) {
    if (engine.published().known()) draft.end = until(engine.published());
    if (date != nullptr && !date->recent) draft.start = date->date;
  } else {
    if (date != nullptr && !date->recent) draft.start = date->date;
    if (current(engine, verb) || date == nullptr) draft.end = Date::open_date();
  }
  (void)mood;
}

/// "出身台积电的张三", "两人均来自百度": people by name or pronoun, no team or money.
bool of_people(const ChineseEngine& engine, std::size_t verb) {
  for (std::size_t i = verb; i-- > 0;) {
    const Part& part = engine.parts()[i];
    if (part.kind == Part::Kind::person || part.is(Word::third_person) || part.is(Word::third_people))
      return true;
    if (part.is(Word::unit) || part.is(Word::role) || part.kind == Part::Kind::text) return false;
  }
  return std::any_of(engine.parts().begin() + static_cast<std::ptrdiff_t>(verb), engine.parts().end(),
                     [](const Part& part) { return part.kind == Part::Kind::person; });
}

/// "曾在谷歌和微软工作", "任职于百度", "到谷歌任职".
void find_stint(ChineseEngine& engine, std::size_t verb) {
  const Part& word = engine.parts()[verb];
  if (invited(engine, verb)) return;
  const bool came_from = word.rule == "zh-came-from";
  if (came_from && !of_people(engine, verb)) return;
  std::vector<Actor> organisations;
  std::size_t to = verb;
  bool arrives = false;
  const Part* object = engine.part(verb + 1);
  const bool direct = object != nullptr && object->kind == Part::Kind::organisation;  // "曾任职德州仪器"
  if (word.plain.ends_with(U"于") || direct || word.rule == "zh-came-from" || engine.is(verb + 1, Word::at)) {
    std::size_t next = verb + (engine.is(verb + 1, Word::at) ? 2 : 1);
    while (engine.part(next) != nullptr && is_filler(engine.parts()[next])) ++next;
    organisations = engine.organisations_from(next, to);
    if (!organisations.empty()) --to;
  } else {
    for (std::size_t i = verb; i-- > 0;) {
      if (!engine.is(i, Word::at) && !engine.is(i, Word::to) &&
          !(engine.is(i, Word::past) && engine.parts()[i].plain.ends_with(U"在")))
        continue;
      arrives = engine.is(i, Word::to);
      std::size_t end = i + 1;
      std::size_t begin = i + 1;
      while (begin < verb && (engine.parts()[begin].kind == Part::Kind::place ||
                              engine.is(begin, Word::determiner) || is_filler(engine.parts()[begin])))
        ++begin;
      organisations = engine.organisations_from(begin, end);
      if (end > verb || verb - end > 3) organisations.clear();
      break;
    }
  }
  if (organisations.empty()) return;
  std::size_t first = verb;
  const auto people = engine.subject_people(verb, first);
  const ChineseMood mood = engine.mood(verb);
  const bool intern = word.plain == U"实习";
  for (const auto& person : people)
    for (const auto& organisation : organisations) {
      ClaimDraft draft;
      draft.role = intern ? word.name : role_behind(engine, verb + 1);
      if (arrives)
        draft.start = engine.event_date(verb, mood);
      else
        set_stint(engine, verb, mood, draft);
      if (intern && draft.end && draft.end->open()) draft.end.reset();
      if (!mood.denied && !mood.none && !intern && !over(engine, verb))
        engine.remember_employer(person, organisation);
      engine.claim(arrives ? "zh-joined" : word.rule, arrives ? "JOINED" : "WORKS_AT", person, organisation,
                   mood, std::min(first, verb), std::max(to, verb), std::move(draft));
    }
}

/// "此前在优必选负责运动控制": a stint, told by what somebody did there.
void find_work_led(ChineseEngine& engine, std::size_t verb) {
  std::size_t at = verb;
  const auto place = engine.organisation_after(Word::at, verb, at);
  if (!place || at + 1 != verb) return;
  std::size_t first = verb;
  const auto people = engine.subject_people(verb, first);
  const ChineseMood mood = engine.mood(verb);
  for (const auto& person : people) {
    ClaimDraft draft;
    set_stint(engine, verb, mood, draft);
    if (!mood.denied && !mood.none && !over(engine, verb)) engine.remember_employer(person, *place);
    engine.claim("zh-worked", "WORKS_AT", person, place, mood, std::min(first, verb), verb, std::move(draft));
  }
}

/// "负责千问后训练", "领导豆包团队": only with the organisation right behind the verb.
void find_leading(ChineseEngine& engine, std::size_t verb) {
  std::size_t next = verb + 1;
  while (engine.is(next, Word::aspect)) ++next;
  const Part* object = engine.part(next);
  if (object == nullptr || object->kind != Part::Kind::organisation) {
    find_work_led(engine, verb);
    return;
  }
  const Part* behind = engine.part(next + 1);
  const bool ends = behind == nullptr || behind->is(Word::unit) || behind->kind == Part::Kind::mark ||
                    behind->is(Word::of) || behind->is(Word::since) ||
                    (behind->kind == Part::Kind::text && behind->plain.size() <= 8);
  if (!ends) return;
  std::size_t first = verb;
  const auto people = engine.subject_people(verb, first);
  const ChineseMood mood = engine.mood(verb);
  for (const auto& person : people) {
    ClaimDraft draft;
    set_stint(engine, verb, mood, draft);
    engine.claim("zh-led", "LEADS", person, engine.organisation(*object), mood, std::min(first, verb), next,
                 std::move(draft));
  }
}

}  // namespace

void find_chinese_moves(ChineseEngine& engine, std::size_t verb) {
  switch (engine.parts()[verb].word) {
    case Word::join:
      find_arrival(engine, verb);
      break;
    case Word::leave:
    case Word::step_down:
      find_chinese_departure(engine, verb);
      break;
    case Word::work:
      find_stint(engine, verb);
      break;
    case Word::lead:
      find_leading(engine, verb);
      break;
    default:
      break;
  }
}

}  // namespace talentflow::ingest::text
