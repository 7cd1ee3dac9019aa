// Founders whose names stand beside the word, in whatever order: "whose other founders, A and B, came from
// X", "four more of the start-up's founders go with him, A and B among them", "A, formerly of X, among its
// founders", "all 13 staff go along, among them the founders A and B".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_founder_noun(std::string_view head) {
  return one_of("founder|founders|co-founder|co-founders|cofounder|cofounders", head);
}

/// What this sentence or the two before it tell of as bought, founded or given money: the last.
std::optional<Actor> young_house(const RuleEngine& engine) {
  const bool item =
      engine.sentence().item_date.known();  // items of a list have nothing to do with each other
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim) {
    if (claim->sentence + (item ? 0 : 2) < engine.sentence_index()) break;
    if (claim->denied) continue;
    if (claim->relation == "RAISED") return claim->subject;
    if (one_of("FOUNDED|ACQUIRED|INVESTED_IN", claim->relation) && claim->object) return claim->object;
  }
  return std::nullopt;
}

std::optional<Actor> house_of(const RuleEngine& engine, std::size_t founders) {
  const Noun& job = engine.noun(founders);
  if (!job.employer.empty()) return engine.organisation(job.employer.front());
  if (!job.owner.empty()) return engine.organisation(job.owner.front());
  if (job.determiner == "whose") return engine.employer_of_job(job);
  if (one_of("his|her|their", job.determiner)) return std::nullopt;  // whose founders: rules_founder_groups
  if (auto young = young_house(engine)) return young;
  if (engine.sentence().item_date.known()) return engine.organisation_at(0);
  if (auto told = engine.organisation_of_founders()) return told;
  return engine.last_organisation();
}

/// ", A and B among them", ", A, B and C included": the list between two marks.
std::vector<std::size_t> names_among_them(const RuleEngine& engine, std::size_t founders) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = founders + 1; i + 1 < engine.pieces().size(); ++i) {
    if (clauses.word_at(i, ".|;")) break;
    if (!clauses.word_at(i, ",|:|-") || !engine.is_person_at(i + 1)) continue;
    const auto group = clauses.group_from(i + 1);
    const std::size_t behind = group.back() + 1;
    if (clauses.word_at(behind, "among|included")) return group;
    if (clauses.word_at(i, ":")) return group;
  }
  return {};
}

/// "Ann Example, formerly of Acme, among its founders".
std::vector<std::size_t> name_before_among(const RuleEngine& engine, std::size_t founders) {
  if (founders == 0 || !engine.clauses().word_at(founders - 1, "among")) return {};
  for (std::size_t i = founders - 1; i-- > 0;) {
    if (engine.clauses().word_at(i, ";|.|:")) break;
    if (!engine.is_person_at(i)) continue;
    return engine.clauses().group_to(i);
  }
  return {};
}

/// "Acme followed in 2023, with A and B as the other founders".
std::vector<std::size_t> names_before_as(const RuleEngine& engine, std::size_t founders) {
  std::size_t at = founders;
  while (at > 0 && engine.clauses().word_at(at - 1, "the|other|its|fellow")) --at;
  if (at < 2 || !engine.clauses().word_at(at - 1, "as") || !engine.is_person_at(at - 2)) return {};
  return engine.clauses().group_to(at - 2);
}

std::vector<std::size_t> names_beside(const RuleEngine& engine, std::size_t founders) {
  if (const auto* names = engine.clauses().names_of(founders)) return *names;
  if (auto names = names_among_them(engine, founders); !names.empty()) return names;
  if (auto names = name_before_among(engine, founders); !names.empty()) return names;
  if (auto names = names_before_as(engine, founders); !names.empty()) return names;
  const std::size_t next = founders + 1;
  const std::size_t name = engine.clauses().word_at(next, ",") ? next + 1 : next;
  if (engine.noun(founders).plural && engine.is_person_at(name)) {
    const auto group = engine.clauses().group_from(name);
    if (name == next || group.size() >= 2) return group;
  }
  return {};
}

/// "four more of the start-up's founders go with him": he is one as well.
bool counts_more(const RuleEngine& engine, std::size_t founders) {
  return founders >= 2 && engine.clauses().word_at(founders - 1, "of") &&
         engine.clauses().word_at(founders - 2, "more|others|other");
}

}  // namespace

void find_named_founders(RuleEngine& engine) {
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (!engine.pieces()[i].is_noun() || engine.noun(i).type != NounType::role ||
        !is_founder_noun(engine.noun(i).head))
      continue;
    const auto names = names_beside(engine, i);
    if (names.empty()) continue;
    auto house = house_of(engine, i);
    if (!house || house->kind == "University") continue;
    auto people = engine.people(names);
    const bool others = !names_before_as(engine, i).empty() && engine.mentions("other");
    if (others && engine.pieces()[0].is_noun() && engine.noun(0).named() &&
        engine.noun(0).type == NounType::organisation) {
      house = engine.organisation(engine.noun(0));
      if (!house) continue;
      if (engine.last_person()) add_unless_named(people, engine.last_person());
    }
    if (counts_more(engine, i) && engine.mentions("him"))
      if (engine.last_person()) add_unless_named(people, engine.last_person());
    for (const Actor& person : people)
      if (person.name != house->name && !engine.said("FOUNDED", person.name, house->name))
        engine.claim("named-founders", "FOUNDED", person, house, nullptr, std::min(i, names.front()),
                     std::max(i, names.back()), {});
  }
}

}  // namespace talentflow::ingest::text
