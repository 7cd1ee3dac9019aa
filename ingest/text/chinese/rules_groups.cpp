// People told of by their number, and who they are: "三名研究员离职，其中张三加入谷歌",
// "多名成员投奔Meta，包括李四".
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"

namespace talentflow::ingest::text {
namespace {

bool leaves(const ChineseEngine& engine, std::size_t verb) {
  const Part& part = engine.parts()[verb];
  const bool poached = part.is(Word::poach) && verb > 0 && engine.is(verb - 1, Word::by);
  return part.is(Word::leave) || part.is(Word::lose) || poached;
}

bool names_somebody(const ChineseEngine& engine, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (engine.parts()[i].kind == Part::Kind::person || engine.is(i, Word::third_person)) return true;
  return false;
}

/// "三名研究员", "多位成员", "员工", "人才": people, but nobody by name.
bool tells_of_many(const ChineseEngine& engine) {
  return std::any_of(engine.parts().begin(), engine.parts().end(), [](const Part& part) {
    return part.is(Word::people_count) || part.is(Word::role) ||
           part.plain.find(U"人才") != std::u32string_view::npos ||
           part.plain.find(U"团队") != std::u32string_view::npos;
  });
}

/// Whom they leave: named by the verb, or who the clause is about, or whom others have left.
std::optional<Actor> left_by_group(ChineseEngine& engine, std::size_t verb) {
  std::size_t at = verb;
  if (!engine.parts()[verb].is(Word::lose))
    if (auto object = engine.object_organisation(verb, at)) return object;
  if (auto source = engine.organisation_after(Word::from, verb, at)) return source;
  for (std::size_t i = 0; i < verb; ++i) {
    const Part& part = engine.parts()[i];
    if (part.is(Word::to) || part.is(Word::by)) break;
    if (part.kind == Part::Kind::organisation && part.entity_kind != "Outlet" && !engine.cites(part))
      return engine.organisation(part);
  }
  return engine.losing() ? engine.losing() : engine.topic_organisation();
}

/// "百度流失了张三、李四两名研究员".
void claim_losses(ChineseEngine& engine, std::size_t verb) {
  const auto& all = engine.parts();
  std::size_t first = verb + 1;
  while (first < all.size() && all[first].kind != Part::Kind::person && !is_event(all[first])) ++first;
  if (first >= all.size() || all[first].kind != Part::Kind::person) return;
  const auto loser = left_by_group(engine, verb);
  if (!loser) return;
  const ChineseMood mood = engine.mood(verb);
  std::size_t end = first;
  for (const auto& person : engine.people_from(first, end)) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb, mood);
    engine.claim("zh-lost", "LEFT", person, loser, mood, verb, end - 1, std::move(draft));
  }
}

void note_group(ChineseEngine& engine, std::size_t verb) {
  const Part& word = engine.parts()[verb];
  const bool lost = leaves(engine, verb);
  const bool taken =
      !lost && (word.is(Word::poach) || word.is(Word::hire));  // "百度挖走了五名研究员，包括.."
  if (!lost && !taken && !word.is(Word::join)) return;
  if (names_somebody(engine, 0, verb) || !tells_of_many(engine)) return;
  ChineseMood mood = engine.mood(verb);
  const bool noun = engine.is(verb + 1, Word::noun_behind);
  if (mood.denied || (mood.none && !noun)) return;
  std::size_t at = verb;
  std::size_t first = verb;
  const auto organisation = lost    ? left_by_group(engine, verb)
                            : taken ? engine.subject_organisation(verb, first)
                                    : engine.object_organisation(verb, at);
  if (!organisation) return;
  if (lost) engine.remember_losing(*organisation);
  if (noun) return;
  engine.group() = Group{lost ? "LEFT" : "JOINED", *organisation, engine.event_date(verb, mood), mood,
                         engine.sentence_index(),  false};
}

/// Where the names begin: behind "包括", or at the start of a clause after "其中".
std::optional<std::size_t> names_at(const ChineseEngine& engine, Group& group) {
  const auto& all = engine.parts();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].is(Word::including)) {
      group.listing = true;
      return i + 1;
    }
    if (all[i].plain == U"其中" || all[i].plain == U"当中") group.listing = true;
  }
  return group.listing ? std::optional<std::size_t>(0) : std::nullopt;
}

void claim_members(ChineseEngine& engine, Group& group) {
  const auto from = names_at(engine, group);
  if (!from) return;
  const auto& all = engine.parts();
  std::size_t first = *from;
  while (first < all.size() && all[first].kind != Part::Kind::person) {
    if (is_event(all[first]) || all[first].is(Word::by)) return;  // "其中一职由张三接任"
    ++first;
  }
  if (first >= all.size()) return;
  std::size_t end = first;
  for (const auto& person : engine.people_from(first, end)) {
    if (engine.claim_here(group.relation, person.name) != nullptr) continue;
    ClaimDraft draft;
    draft.start = group.start;
    if (group.relation == "JOINED") engine.remember_employer(person, group.organisation);
    engine.claim(group.relation == "LEFT" ? "zh-left-among" : "zh-joined-among", group.relation, person,
                 group.organisation, group.mood, first, end - 1, std::move(draft));
  }
}

}  // namespace

void find_chinese_groups(ChineseEngine& engine) {
  auto& group = engine.group();
  const bool near =
      group && (group->sentence == engine.sentence_index() || group->sentence + 1 == engine.sentence_index());
  if (group && !near) group.reset();
  if (group && group->sentence != engine.sentence_index() && engine.clause_index() == 0)
    group->listing = false;
  if (group) claim_members(engine, *group);
  for (std::size_t verb = 0; verb < engine.parts().size(); ++verb) {
    if (!is_event(engine.parts()[verb])) continue;
    if (engine.is(verb, Word::lose)) claim_losses(engine, verb);
    note_group(engine, verb);
  }
}

}  // namespace talentflow::ingest::text
