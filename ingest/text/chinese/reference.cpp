// Who is meant: people and organisations by name, by pronoun, by their place in a clause, or left out.
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"
#include "ingest/text/chinese/gazetteer.hpp"
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
  if (part.is(Word::third_person)) return part.plain == U"后者" ? last_mentioned_ : last_person_;
  if (part.is(Word::self)) return clause().quoted ? speaker_ : std::nullopt;
  if (part.kind != Part::Kind::person) return std::nullopt;
  Actor actor{part.name, "Person", "", false, part.aliases};
  if (const auto full = full_names_.find(std::u32string(part.plain)); full != full_names_.end())
    actor.name = full->second;
  if (!part.english.empty()) actor.aliases.push_back(part.english);
  return actor;
}

/// "公司" is the company that the text is about, "该公司" the one named last, in the clause itself first.
std::optional<Actor> ChineseEngine::organisation_meant(const Part& part) {
  const bool company = topic_organisation_ && topic_organisation_->kind == "Company";
  if (part.plain == U"公司") return company ? topic_organisation_ : last_organisation_;
  std::optional<Actor> named;
  for (const Part& before : parts()) {
    if (before.begin >= part.begin) break;
    if (before.kind == Part::Kind::organisation && before.entity_kind != "Outlet" &&
        before.entity_kind != "University")
      named = organisation(before);
  }
  return named ? named : last_organisation_;
}

std::optional<Actor> ChineseEngine::organisation(const Part& part) {
  if (part.is(Word::its) && !topic_.empty()) return std::nullopt;  // "其团队": a person's
  if (part.is(Word::the_organisation)) return organisation_meant(part);
  if (part.is(Word::its)) return last_organisation_;
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

/// "五个月", "三年": how long or how many, no name.
bool counts(std::u32string_view text) {
  constexpr std::u32string_view kNumbers = U"一二两三四五六七八九十百千半数几多近";
  constexpr std::u32string_view kMeasures = U"年月周天日家名位人个次";
  if (text.size() < 2 || kNumbers.find(text.front()) == std::u32string_view::npos) return false;
  return kMeasures.find(text.back()) != std::u32string_view::npos || (text.size() >= 2 && text[1] == U'个');
}

}  // namespace

std::optional<Actor> ChineseEngine::organisation_in_slot(std::size_t index) {
  const Part* slot = part(index);
  if (slot == nullptr) return std::nullopt;
  if (auto sure = organisation(*slot)) return sure;
  if (const auto* ambiguous = Gazetteer::standard().find_in_slot(slot->plain);
      ambiguous != nullptr && !is(index + 1, Word::of)) {
    std::string name = slot->name;
    if (!memory_.in_lexicon(name) && memory_.in_lexicon(ambiguous->english)) name = ambiguous->english;
    return Actor{name, ambiguous->kind, "", false, {slot->name, ambiguous->english}};
  }
  const std::string& kind = memory_.kind_of(slot->name);
  const bool known = !kind.empty() && kind != "Person" && kind != "Place";
  const bool shape = slot->kind == Part::Kind::latin || slot->kind == Part::Kind::text ||
                     (slot->kind == Part::Kind::person && !slot->sure);
  if (!shape || (!kind.empty() && !known)) return std::nullopt;
  if (slot->kind == Part::Kind::latin && !known && !latin_name(slot->plain)) return std::nullopt;
  if (slot->kind != Part::Kind::latin && !known) {
    const std::size_t length = slot->plain.size();
    if (length < 2 || length > 10 || is_no_employer(slot->plain) || counts(slot->plain)) return std::nullopt;
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

/// "车联网芯片商Autotalks", "浏览器|厂商Sidekick": what only says what the name behind it makes.
static bool sells_things(const std::vector<Part>& parts, std::size_t at) {
  const Part& next = parts[at + 1];
  if (next.kind == Part::Kind::latin)
    return parts[at].plain.ends_with(U'商') || parts[at].plain.ends_with(U'厂');
  return next.is(Word::common_organisation) && at + 2 < parts.size() &&
         (parts[at + 2].kind == Part::Kind::latin || parts[at + 2].kind == Part::Kind::organisation);
}

/// A known name and two or three characters more, with nothing behind them.
static bool runs_on(const std::vector<Part>& parts, std::size_t at) {
  if (parts[at].kind != Part::Kind::organisation || at + 2 < parts.size() || at + 1 >= parts.size())
    return false;
  const Part& more = parts[at + 1];
  return more.kind == Part::Kind::text && !more.quoted && more.begin == parts[at].end &&
         more.plain.size() >= 2 && more.plain.size() <= 3 && !is_field(more.plain) &&
         !is_no_employer(more.plain);
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
          (all[i].kind == Part::Kind::text && !all[i].quoted && all[i + 1].begin == all[i].end &&
           (all[i + 1].kind == Part::Kind::organisation || sells_things(all, i)))))
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
  if (found && runs_on(all, i)) {  // "加入小鹏汇天": more than the name that is known
    found->aliases.clear();
    found->name = written(i, i + 2);
  }
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
