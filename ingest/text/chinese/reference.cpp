// Who is meant: people and organisations by name, by pronoun, by their place in a clause, or left out.
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"
#include "ingest/text/chinese/letters.hpp"

namespace talentflow::ingest::text {

/// As the document writes it; where only the English name is known beforehand, that one, so that the claim
/// finds the organisation.
std::string ChineseEngine::organisation_name(const Part& part) {
  std::string name = part.name;
  if (!part.english.empty()) {
    if (const auto found = written_names_.find(part.english); found != written_names_.end())
      name = found->second;
    if (!memory_.in_lexicon(name) && memory_.in_lexicon(part.english)) return part.english;
  }
  // a unit that is known by itself: 千问 of 阿里巴巴千问
  if (!memory_.in_lexicon(name))
    for (const auto& alias : part.aliases)
      if (memory_.in_lexicon(alias)) return alias;
  return name;
}

std::optional<Actor> ChineseEngine::person(const Part& part) const {
  if (part.is(Word::third_person)) return last_person_;
  if (part.is(Word::self)) return clause().quoted ? speaker_ : std::nullopt;
  if (part.kind != Part::Kind::person) return std::nullopt;
  Actor actor{part.name, "Person", "", false, part.aliases};
  if (const auto full = full_names_.find(std::u32string(part.plain)); full != full_names_.end())
    actor.name = full->second;
  if (!part.english.empty()) actor.aliases.push_back(part.english);
  return actor;
}

std::optional<Actor> ChineseEngine::organisation(const Part& part) {
  if (part.is(Word::its) && !topic_.empty()) return std::nullopt;  // "其团队": a person's
  if (part.is(Word::the_organisation) || part.is(Word::its)) return last_organisation_;
  if (part.kind != Part::Kind::organisation) return std::nullopt;
  Actor actor{
      organisation_name(part), part.entity_kind == "Outlet" ? "Company" : part.entity_kind, "", false, {}};
  const auto add = [&](const std::string& alias) {
    if (!alias.empty() && alias != actor.name) actor.aliases.push_back(alias);
  };
  add(part.english);
  for (const auto& alias : part.aliases) add(alias);
  return actor;
}

namespace {

/// Capitals somewhere; no level ("P10"), no abbreviation of a field.
bool latin_name(std::u32string_view name) {
  static constexpr std::u32string_view kFields[] = {
      U"AI", U"NLP", U"LLM",  U"AGI",  U"CV", U"AIGC",  U"IT",  U"GPU", U"APP", U"App", U"Infra",
      U"HR", U"ML",  U"MLLM", U"LLMs", U"PC", U"AI PC", U"VLA", U"RL",  U"IPO", U"C"};
  if (std::none_of(name.begin(), name.end(), is_capital)) return false;
  const bool level = name.size() <= 4 && std::all_of(name.begin() + 1, name.end(), is_digit);
  return !level && std::find(std::begin(kFields), std::end(kFields), name) == std::end(kFields);
}

}  // namespace

std::optional<Actor> ChineseEngine::organisation_in_slot(std::size_t index) {
  const Part* slot = part(index);
  if (slot == nullptr) return std::nullopt;
  if (auto sure = organisation(*slot)) return sure;
  const std::string& kind = memory_.kind_of(slot->name);
  const bool known = !kind.empty() && kind != "Person" && kind != "Place";
  const bool shape = slot->kind == Part::Kind::latin || slot->kind == Part::Kind::text ||
                     (slot->kind == Part::Kind::person && !slot->sure);
  if (!shape || (!kind.empty() && !known)) return std::nullopt;
  if (slot->kind == Part::Kind::latin && !known && !latin_name(slot->plain)) return std::nullopt;
  if (slot->kind != Part::Kind::latin && !known) {
    const std::size_t length = slot->plain.size();
    if (length < 2 || length > 10 || is_no_employer(slot->plain)) return std::nullopt;
    const Characters text(slot->name);
    if (only_describes(text, 0, text.size()) || slot->plain.find(U'/') != std::u32string_view::npos)
      return std::nullopt;
    // a single word of the language is no name, unless it stands in quotation marks
    if (!slot->quoted && length <= 3 && text.is_one_word(0, text.size())) return std::nullopt;
    const Part* next = part(index + 1);
    if (!slot->quoted && next != nullptr &&
        (next->kind == Part::Kind::text || next->is(Word::common_organisation)))
      return std::nullopt;
  }
  Actor actor{slot->name, known ? kind : "Company", "", false, slot->aliases};
  if (const Part* next = part(index + 1); next != nullptr && next->is(Word::unit) && !known)
    actor.kind = "Team";
  return actor;
}

std::vector<Actor> ChineseEngine::organisations_from(std::size_t index, std::size_t& end) {
  std::vector<Actor> out;
  for (std::size_t at = index; at < parts().size(); ++at) {
    // "谷歌和美国初创公司FAIR": what only describes the next name
    while (at + 1 < parts().size() &&
           (parts()[at].kind == Part::Kind::place || is(at, Word::common_organisation)) &&
           (parts()[at + 1].kind == Part::Kind::organisation || parts()[at + 1].kind == Part::Kind::latin ||
            parts()[at + 1].kind == Part::Kind::place || is(at + 1, Word::common_organisation)))
      ++at;
    auto actor = organisation_in_slot(at);
    if (!actor) break;
    out.push_back(std::move(*actor));
    end = at + 1;
    if (is(end, Word::unit)) ++end;
    if (!is(end, Word::conjunction)) break;
    at = end;
  }
  return out;
}

std::optional<Actor> ChineseEngine::object_organisation(std::size_t verb, std::size_t& at) {
  const auto& all = parts();
  std::size_t i = verb + 1;
  while (i < all.size() && (is_filler(all[i]) || all[i].is(Word::conjunction))) ++i;
  // modifiers: "总部位于北京的", "由张三创办的", "一家名为..的"
  std::optional<std::size_t> behind_modifier;
  for (std::size_t k = i; k + 1 < all.size() && k < i + 8; ++k)
    if (all[k].is(Word::of)) {
      const bool modifies = std::any_of(all.begin() + static_cast<std::ptrdiff_t>(i),
                                        all.begin() + static_cast<std::ptrdiff_t>(k), [](const Part& p) {
                                          return is_event(p) || p.is(Word::by) ||
                                                 p.kind == Part::Kind::text || p.kind == Part::Kind::person;
                                        });
      if (modifies && all[k + 1].kind != Part::Kind::person) behind_modifier = k + 1;
    }
  if (behind_modifier) i = *behind_modifier;
  while (i + 1 < all.size() &&
         (all[i].is(Word::determiner) || all[i].is(Word::common_organisation) ||
          (all[i].kind == Part::Kind::place && all[i + 1].kind != Part::Kind::mark) ||
          (all[i].kind == Part::Kind::text && !all[i].quoted && all[i + 1].kind == Part::Kind::organisation &&
           all[i + 1].begin == all[i].end)))
    ++i;
  // "消费级机器人公司妙动科技": the name behind what only describes
  if (i + 2 < all.size() && (is(i + 1, Word::the_organisation) || is(i + 1, Word::common_organisation)) &&
      all[i + 2].kind == Part::Kind::organisation)
    i += 2;
  // "谷歌旗下DeepMind", "谷歌母公司Alphabet旗下的AI公司DeepMind"
  std::size_t owned_at = i + 1;
  while (owned_at < all.size() && owned_at < i + 4 &&
         (all[owned_at].kind == Part::Kind::organisation || all[owned_at].kind == Part::Kind::latin ||
          is(owned_at, Word::common_organisation)))
    ++owned_at;
  const bool name =
      i < all.size() && (all[i].kind == Part::Kind::organisation || all[i].kind == Part::Kind::latin);
  if (name && is(owned_at, Word::owned)) {
    std::size_t unit = owned_at + 1;
    while (is(unit, Word::of) || is(unit, Word::common_organisation) || is(unit, Word::determiner)) ++unit;
    if (auto owned = organisation_in_slot(unit)) {
      at = unit;
      return owned;
    }
  }
  if (i >= all.size()) return std::nullopt;
  at = i;
  if (is(i, Word::common_organisation)) return std::nullopt;
  auto found = organisation_in_slot(i);
  const bool possessor = is(i + 1, Word::of) && !is(i + 2, Word::rumour) && !is(i + 2, Word::noun_behind);
  if (found && all[i].kind != Part::Kind::organisation && possessor) return std::nullopt;
  return found;
}

std::optional<Actor> ChineseEngine::organisation_after(Word preposition, std::size_t verb, std::size_t& at) {
  for (std::size_t i = verb; i-- > 0;) {
    if (!is(i, preposition) && !(preposition == Word::at && says_where(parts()[i]))) continue;
    std::size_t next = i + 1;
    while (next < verb && (is_filler(parts()[next]) || parts()[next].is(Word::determiner) ||
                           parts()[next].kind == Part::Kind::place))
      ++next;
    if (next >= verb) return std::nullopt;
    at = next;
    return organisation_in_slot(next);
  }
  return std::nullopt;
}

std::optional<Actor> ChineseEngine::speaking_organisation(std::size_t verb) {
  const auto speaks = [](const Part& part) {
    return part.is(Word::say) || part.is(Word::announce) || part.is(Word::confirm) || part.is(Word::deny);
  };
  for (std::size_t k = clause_ + 1; k-- > 0;) {
    const auto& all = clauses_[k].parts;
    const std::size_t end = k == clause_ ? verb : all.size();
    for (std::size_t i = 0; i + 1 < end; ++i) {
      if (all[i].kind != Part::Kind::organisation || all[i].entity_kind == "Outlet") continue;
      std::size_t next = i + 1;
      while (next < end &&
             (is_filler(all[next]) || all[next].is(Word::role) || all[next].kind == Part::Kind::text))
        ++next;
      if (next < end && speaks(all[next])) return organisation(all[i]);
    }
  }
  return std::nullopt;
}

}  // namespace talentflow::ingest::text
