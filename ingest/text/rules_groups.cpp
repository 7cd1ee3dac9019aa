// People without names who come or go, and the names that are given afterwards: "seven researchers left for
// Acme, including A and B", "That group included A and B", "Among them are A and B".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// The first name of a person behind a piece, before anything else is named.
std::optional<std::size_t> first_person(const RuleEngine& engine, std::size_t from) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = from; i < pieces.size() && i < from + 8; ++i) {
    if (engine.is_person_at(i)) return i;
    if (pieces[i].is(".") || pieces[i].is(";") || (pieces[i].is_noun() && pieces[i].noun.named()))
      return std::nullopt;
  }
  return std::nullopt;
}

void claim_for(RuleEngine& engine, const GroupEvent& event, std::size_t first) {
  for (const Actor& person : engine.people(engine.clauses().group_from(first))) {
    if (event.object.name == person.name || engine.said(event.relation, person.name, event.object.name))
      continue;
    ClaimDraft draft;
    draft.start = event.start;
    draft.status = event.status;
    if (event.planned) draft.properties.emplace_back("planned", Value(true));
    if (event.relation == "JOINED" && !event.planned) engine.remember_employer(person, event.object);
    engine.claim("one-of-group", event.relation, person, event.object, nullptr, first, first,
                 std::move(draft));
    if (event.founders && event.relation == "LEFT" && !event.founded &&
        !engine.said("FOUNDED", person.name, event.object.name))
      engine.claim("founders-of-group", "FOUNDED", person, event.object, nullptr, first, first, {});
    if (event.founded && event.relation == "JOINED" &&
        !engine.said("FOUNDED", person.name, event.founded->name))
      engine.claim("founders-of-group", "FOUNDED", person, event.founded, nullptr, first, first, {});
  }
}

/// ".., including A and B", ".., among them A and B", ".. - A, B and C -" in the sentence of the group
/// itself.
std::optional<std::size_t> names_in_aside(const RuleEngine& engine, std::size_t behind) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = behind; i + 1 < pieces.size(); ++i) {
    const bool lists =
        engine.clauses().word_at(i, "including|namely|:") ||
        (engine.clauses().word_at(i, "as") && i > 0 && engine.clauses().word_at(i - 1, "such")) ||
        (engine.clauses().word_at(i, "among") && i + 2 < pieces.size() &&
         (engine.clauses().word_at(i + 1, "them") ||
          (pieces[i + 1].is_noun() && pieces[i + 1].noun.head == "them")));
    if (lists) return first_person(engine, i + 1);
    if (engine.clauses().word_at(i, "-|,") && engine.is_person_at(i + 1) && engine.clauses().word_at(i, "-"))
      return i + 1;
  }
  return std::nullopt;
}

/// "They include A", "That group included A", "Among them are A", "The latest hires are A": where the names
/// begin.
std::optional<std::size_t> names_in_turn(const RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const bool among = clauses.word_at(0, "among") || clauses.word_at(0, "also");
  for (std::size_t i = 0; i + 1 < pieces.size() && i < 10; ++i) {
    if (engine.is_person_at(i)) return std::nullopt;
    const bool includes = clauses.word_at(i, "include|includes|included|comprises|comprise");
    const bool best = i > 0 && clauses.word_at(i - 1, "known|prominent|senior|notable");
    const bool are = clauses.word_at(i, "is|are|was|were") &&
                     (best || among || i == 0 || engine.pieces()[i - 1].is_noun());
    if (!includes && !are) continue;
    if (are && !among && !best) {
      const std::string& head = i == 0 || !pieces[i - 1].is_noun() ? std::string() : pieces[i - 1].noun.head;
      if (!one_of(
              "they|hires|departures|recruits|newcomers|names|exits|arrivals|defectors|two|three|four|pair|"
              "trio|"
              "known|prominent|senior|latest|recent|notable|first|hire|recruit|newcomer|departure|biggest",
              head))
        return std::nullopt;
    }
    return first_person(engine, i + 1);
  }
  return std::nullopt;
}

/// "The man who led A's team has gone to Acme. Bob Sample announced ..": not named before.
bool is_named_first(const RuleEngine& engine) {
  const std::string& name = engine.noun(0).name;
  for (std::size_t i = 0; i < engine.sentence_index(); ++i)
    for (const Piece& piece : engine.document().sentences()[i].pieces)
      if (piece.is_noun() && piece.noun.name == name) return false;
  return engine.sentence_index() <= 1;
}

/// "Two academics have joined Acme. A, who .., and B, who .., posted ..": as many names as were counted.
bool counted_names(const RuleEngine& engine, std::size_t count) {
  if (count == 0 || !engine.is_person_at(0) ||
      engine.group_events().front().sentence + 1 != engine.sentence_index())
    return false;
  if (engine.people(engine.clauses().group_from(0)).size() != count) return false;
  return count > 1 || is_named_first(engine);
}

/// "Others to leave include A", "Also departing are A and B": what the sentence itself says of them.
std::optional<GroupEvent> told_of_others(const RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.piece > 6 || verb.negated) break;
    const bool leaves = one_of("leave|depart|exit|quit|resign", verb.lemma);
    const bool joins = one_of("join|arrive", verb.lemma);
    if (!leaves && !joins) continue;
    const auto objects = engine.clauses().object(verb.piece, "");
    std::optional<Actor> where;
    if (!objects.empty() && engine.noun(objects.front()).type != NounType::person)
      where = engine.organisation(engine.noun(objects.front()));
    if (!where) where = leaves ? engine.losing() : engine.gaining();
    if (!where) return std::nullopt;
    GroupEvent out;
    out.relation = leaves ? "LEFT" : "JOINED";
    out.object = *where;
    out.start = engine.published().known() ? until(engine.published()) : Date();
    return out;
  }
  return std::nullopt;
}

}  // namespace

namespace {

/// Whether the group is "the founders of ..": whom the next sentences may name.
bool group_of_founders(const RuleEngine& engine) {
  return std::any_of(engine.group_events().begin(), engine.group_events().end(),
                     [](const GroupEvent& event) { return event.founders; });
}

/// "has hired the founders of two start-ups. A and B set up Blue Labs.": A and B are among them.
void claim_founders(RuleEngine& engine) {
  if (!group_of_founders(engine)) return;
  const std::vector<TextClaim> claims = engine.claims();
  for (const GroupEvent& event : engine.group_events())
    for (const TextClaim& founded : claims) {
      if (founded.relation != "FOUNDED" || !founded.rule.starts_with("founded") || founded.denied ||
          founded.sentence != engine.sentence_index() || !founded.object ||
          founded.object->name == event.object.name ||
          engine.said(event.relation, founded.subject.name, event.object.name))
        continue;
      ClaimDraft draft;
      draft.start = event.start;
      draft.status = event.status;
      if (event.planned) draft.properties.emplace_back("planned", Value(true));
      draft.properties.emplace_back("inferred", Value(true));
      engine.claim("one-of-founders", event.relation, founded.subject, event.object, nullptr, 0, 0,
                   std::move(draft));
    }
}

}  // namespace

bool is_unnamed_group(const Noun& noun) {
  if (noun.named()) return false;
  if (noun.type == NounType::role)
    return noun.plural || noun.indefinite || noun.determiner == "one of" ||
           (noun.determiner == "the" && !noun.employer.empty());
  if (one_of("man|woman", noun.head)) return noun.determiner == "the";
  return one_of(
      "people|employees|staff|staffers|members|hires|recruits|executives|leaders|founders|veterans|"
      "colleagues|"
      "others|men|women|experts|minds|names|figures|talents|specialists|academics|pair|trio|duo|team|group|"
      "faces",
      noun.head);
}

void find_groups(RuleEngine& engine) {
  if (engine.group_events().empty()) return;
  const std::size_t said_in = engine.group_events().front().sentence;
  const bool here = said_in == engine.sentence_index();
  if (!here && said_in + 3 < engine.sentence_index()) return;
  claim_founders(engine);
  if (here) {
    for (const GroupEvent& event : engine.group_events())
      if (const auto first = names_in_aside(engine, event.piece + 1)) claim_for(engine, event, *first);
    return;
  }
  auto first = names_in_turn(engine);
  if (!first && counted_names(engine, engine.group_events().front().count)) first = 0;
  if (!first) return;
  if (const auto own = told_of_others(engine)) {
    claim_for(engine, *own, *first);
    return;
  }
  for (const GroupEvent& event : engine.group_events()) claim_for(engine, event, *first);
}

}  // namespace talentflow::ingest::text
