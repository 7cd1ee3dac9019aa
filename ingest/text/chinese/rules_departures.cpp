// Departures: "从..离职", "离开", "辞去", and what they leave where the sentence does not say.
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"

namespace talentflow::ingest::text {
namespace {

/// "不再担任百度副总裁": the post behind a verb of leaving.
std::optional<Post> post_behind(ChineseEngine& engine, std::size_t verb) {
  std::size_t next = verb + 1;
  while (engine.is(next, Word::aspect) || engine.is(next, Word::its)) ++next;
  return engine.post_at(next);
}

/// "张三离职是一大震撼", "离任前已是..": the departure as something known, not as news.
bool retold(const ChineseEngine& engine, std::size_t verb) {
  const Part* next = engine.part(verb + 1);
  if (next == nullptr) return false;
  const bool before = next->is(Word::former) || next->plain == U"之前" || next->plain == U"以前";
  static constexpr std::u32string_view kVerbs[] = {U"让",   U"令",   U"使",   U"对",   U"给",  U"引",
                                                   U"意味", U"凸显", U"显示", U"标志", U"不仅"};
  const bool subject =
      next->is(Word::as) || std::any_of(std::begin(kVerbs), std::end(kVerbs),
                                        [&](auto verb_word) { return next->plain.starts_with(verb_word); });
  return before || subject;
}

/// The organisation that is left: behind the verb, behind 从, in the post that is given up, or the employer.
std::optional<Actor> left_organisation(ChineseEngine& engine, std::size_t verb, std::size_t& to,
                                       std::string& role, bool& elsewhere) {
  std::size_t at = verb;
  if (auto post = post_behind(engine, verb)) {
    role = post->role;
    to = post->end - 1;
    engine.remember_post(*post);
    // a seat on a board is no job to leave
    elsewhere = std::all_of(post->roles.begin(), post->roles.end(), [](const auto& one) {
      return one.ends_with(U"董事") || one == U"监事" || one == U"独董";
    });
    if (elsewhere) return post->organisation;
    if (post->organisation) return post->organisation;
  } else if (auto object = retold(engine, verb) ? std::nullopt : engine.object_organisation(verb, at)) {
    to = at;
    return object;
  } else if (const Part* behind = engine.part(verb + 1)) {
    elsewhere = behind->kind == Part::Kind::text || behind->kind == Part::Kind::place ||
                behind->kind == Part::Kind::person || behind->is(Word::its);
  }
  if (auto source = engine.organisation_after(Word::from, verb, at)) return source;
  // "向阿里提出辞职"
  const bool notice = engine.parts()[verb].plain.find(U"辞") != std::u32string_view::npos;
  return notice ? engine.organisation_after(Word::to, verb, at) : std::nullopt;
}

/// "苹果负责机器人研究的研究员张三": the organisation that opens the clause of the person.
std::optional<Actor> organisation_of_clause(ChineseEngine& engine, std::size_t person) {
  if (person == 0 || !(engine.is(person - 1, Word::role) || engine.is(person - 1, Word::of)))
    return std::nullopt;
  for (std::size_t i = 0; i < person; ++i) {
    const Part& part = engine.parts()[i];
    if (part.kind == Part::Kind::organisation && part.entity_kind != "Outlet" && !engine.cites(part))
      return engine.organisation(part);
    if (!is_filler(part)) return std::nullopt;
  }
  return std::nullopt;
}

/// The employer that goes without saying. Somebody whose arrival is news leaves what came before it.
std::optional<Actor> implied_employer(ChineseEngine& engine, std::size_t verb, const Actor& person,
                                      std::size_t first) {
  if (retold(engine, verb) && (engine.told("LEFT", person.name) || engine.told("JOINED", person.name)))
    return std::nullopt;
  const auto employer = engine.employer_of(person);
  if (employer && !engine.just_arrived(person, *employer, engine.date_of(verb))) return employer;
  if (employer && engine.told("LEFT", person.name)) return std::nullopt;
  if (!employer)
    if (auto speaking = engine.speaking_organisation(verb)) return speaking;
  if (auto opening = organisation_of_clause(engine, first)) return opening;
  const auto& losing = engine.losing();
  // "任命张三为CEO，接替去年12月离职的李四"
  for (std::size_t i = 0; i < verb && !employer && !losing; ++i)
    if (engine.parts()[i].plain == U"接替" && engine.last_post()) return engine.last_post()->organisation;
  if (engine.mood(verb).denied) return std::nullopt;
  if (losing && employer && losing->name == employer->name) return std::nullopt;
  return losing;
}

}  // namespace

void find_chinese_departure(ChineseEngine& engine, std::size_t verb) {
  const Part& word = engine.parts()[verb];
  if (engine.is(verb + 1, Word::noun_behind)) return;
  std::size_t to = verb;
  std::string role;
  bool elsewhere = false;
  const auto named = left_organisation(engine, verb, to, role, elsewhere);
  if (word.is(Word::step_down) && role.empty() && !named && engine.part(verb + 1) != nullptr) return;
  const bool board = elsewhere && !role.empty();
  if (elsewhere && !named && !board) return;
  std::size_t first = verb;
  const auto people = engine.subject_people(verb, first);
  const ChineseMood mood = engine.mood(verb);
  for (const auto& person : people) {
    const auto organisation = named ? named : implied_employer(engine, verb, person, first);
    if (!organisation || (word.plain == U"退出" && !named)) continue;
    ClaimDraft draft;
    draft.start = engine.event_date(verb, mood);
    draft.role = role;
    if (board) {
      draft.end = draft.start;
      draft.start = {};
      engine.claim("zh-left-board", "BOARD_MEMBER_OF", person, organisation, mood, std::min(first, verb), to,
                   std::move(draft));
      continue;
    }
    engine.claim(word.rule, "LEFT", person, organisation, mood, std::min(first, verb), to, std::move(draft));
  }
}

}  // namespace talentflow::ingest::text
