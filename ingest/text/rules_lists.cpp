// Lists whose heading says what happened to all of them: "The new hires:" and then one person a line.
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_arrival_heading(const ParsedSentence& sentence) {
  if (!sentence.sentence.text.ends_with(':')) return false;
  const auto& tokens = sentence.sentence.tokens;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return one_of(
        "hires|hired|joined|joining|joiners|recruits|newcomers|arrivals|additions|recruited|poached|signed|"
        "signings|enlisted",
        token.lower);
  });
}

bool is_departure_heading(const ParsedSentence& sentence) {
  if (!sentence.sentence.text.ends_with(':')) return false;
  const auto& tokens = sentence.sentence.tokens;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return one_of("departures|left|leaving|exits|leavers|departed|gone", token.lower);
  });
}

/// "Those who have made the move:", "The ones that went:", "They are:": what happened was told before.
bool is_group_heading(const RuleEngine& engine, const ParsedSentence& sentence) {
  if (!sentence.sentence.text.ends_with(':') || engine.group_events().empty()) return false;
  const auto& tokens = sentence.sentence.tokens;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return one_of("move|moved|switch|switched|jump|jumped|went|are|crossed|over|names|list|them|come|came",
                  token.lower);
  });
}

/// An item: "- Ann Example: ..", "* Ann Example, ..", "1. Ann Example - ..": the piece of its name.
std::optional<std::size_t> item_name(const ParsedSentence& sentence) {
  const auto& pieces = sentence.pieces;
  std::size_t at = 0;
  while (at < pieces.size() && at < 3 && !pieces[at].is_noun()) ++at;
  if (at >= pieces.size() || !pieces[at].is_noun() || pieces[at].noun.type != NounType::person)
    return std::nullopt;
  const bool marked = at > 0;
  const bool separated =
      at + 1 < pieces.size() && (pieces[at + 1].is(":") || pieces[at + 1].is(",") || pieces[at + 1].is("-") ||
                                 pieces[at + 1].is("(") || pieces[at + 1].is("."));
  return marked || separated ? std::optional<std::size_t>(at) : std::nullopt;
}

/// The heading that a line stands under, over lines that are items.
const ParsedSentence* heading_of(const RuleEngine& engine) {
  const auto& all = engine.document().sentences();
  std::size_t line = engine.sentence().sentence.line;
  for (std::size_t i = engine.sentence_index(); i-- > 0;) {
    const auto& sentence = all[i];
    if (sentence.sentence.line == line) continue;
    if (sentence.sentence.line + 2 < line) return nullptr;
    line = sentence.sentence.line;
    if (sentence.sentence.text.ends_with(':')) return &sentence;
    // an item above: goes on
    bool item = false;
    for (const auto& other : all)
      if (other.sentence.line == line) {
        item = item_name(other).has_value();
        break;
      }
    if (!item) return nullptr;
  }
  return nullptr;
}

/// The first sentence of the item's line that begins with the name.
std::optional<Actor> item_person(const RuleEngine& engine, bool& first) {
  const auto& all = engine.document().sentences();
  for (std::size_t i = 0; i <= engine.sentence_index(); ++i) {
    if (all[i].sentence.line != engine.sentence().sentence.line) continue;
    const auto name = item_name(all[i]);
    if (!name) return std::nullopt;
    first = i == engine.sentence_index();
    return Actor{all[i].pieces[*name].noun.name, "Person", all[i].pieces[*name].noun.id, false};
  }
  return std::nullopt;
}

/// Where the listed people worked before: the organisations behind "at", "from" or "of", or in a job.
void claim_former_places(RuleEngine& engine, const Actor& person) {
  const auto& pieces = engine.pieces();
  const auto claim = [&](const std::optional<Actor>& organisation, std::size_t at) {
    if (!organisation || organisation->name == person.name) return;
    ClaimDraft draft;
    if (engine.published().known()) draft.end = until(engine.published());
    engine.claim("list-item-post", "WORKS_AT", person, organisation, nullptr, at, at, std::move(draft));
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    if (one_of("graduate|alumnus|alumna|alum|student|dropout", noun.head)) continue;
    if (noun.type == NounType::role) {
      for (const Noun& employer : noun.employer) {
        const bool product = !employer.owner.empty() || employer.group == "models";
        claim(engine.organisation(product && !employer.owner.empty() ? employer.owner.front() : employer), i);
      }
      continue;
    }
    const bool at = i > 0 && engine.clauses().word_at(i - 1, "at|from|ex-|of|formerly|ex");
    if (at && noun.named() && noun.type != NounType::person && noun.type != NounType::place &&
        !engine.clauses().word_at(i - 1, "of"))
      claim(engine.organisation(noun), i);
    if (noun.named() && noun.former && noun.type == NounType::organisation)
      claim(engine.organisation(noun), i);
  }
}

}  // namespace

namespace {

/// "Hugo Lindt: from Norvane to Brightloop", "Ann Example, Acme to Blue": a move without a verb.
void find_from_to(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const auto firm = [&](std::size_t at) -> std::optional<Actor> {
    if (at >= pieces.size() || !pieces[at].is_noun() || !pieces[at].noun.named() ||
        pieces[at].noun.type == NounType::place)
      return std::nullopt;
    return engine.organisation(pieces[at].noun);
  };
  for (std::size_t i = 0; i + 4 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.type != NounType::person || !clauses.word_at(i + 1, ":|,|-|("))
      continue;
    std::size_t from = i + 2;
    // "Ann Example, its co-founder, from there to Blue"
    if (pieces[from].is_noun() && pieces[from].noun.type == NounType::role && clauses.word_at(from + 1, ","))
      from += 2;
    const bool said = clauses.word_at(from, "from");
    if (said) ++from;
    const bool there = said && clauses.word_at(from, "there");
    if (!clauses.word_at(from + 1, "to")) continue;
    const auto left = there ? engine.organisation_at(i + 2) : firm(from);
    const auto to = firm(from + 2);
    const auto person = engine.person(pieces[i].noun);
    // without "from" it takes two firms: ", Acme to Blue;"
    if (!person ||
        (!said && (!left || !to || !(from + 3 >= pieces.size() || clauses.word_at(from + 3, ";|.|,")))))
      continue;
    ClaimDraft draft;
    draft.start = engine.sentence().item_date.known() ? engine.sentence().item_date
                  : engine.published().known()        ? until(engine.published())
                                                      : Date();
    if (left) engine.claim("from-to", "LEFT", *person, left, nullptr, i, from, draft);
    if (to) engine.claim("from-to", "JOINED", *person, to, nullptr, i, from + 2, draft);
  }
}

}  // namespace

namespace {

/// "- Ann Example and Bob Sample, who ..": everyone named first in the item did what the group did that the
/// heading speaks of.
void claim_group_item(RuleEngine& engine) {
  bool first = false;
  const auto person = item_person(engine, first);
  if (!person) return;
  claim_former_places(engine, *person);
  if (!first) return;
  const std::size_t name = *item_name(engine.sentence());
  for (const GroupEvent& event : engine.group_events())
    for (const Actor& member : engine.people(engine.clauses().group_from(name))) {
      ClaimDraft draft;
      const bool came = event.relation == "JOINED";
      if (came)
        draft.start = event.start;
      else if (engine.published().known())
        draft.end = until(engine.published());
      engine.claim("group-item", came ? "JOINED" : "WORKS_AT", member, event.object, nullptr, name, name,
                   std::move(draft));
    }
}

}  // namespace

void find_list_items(RuleEngine& engine) {
  find_from_to(engine);
  const ParsedSentence* const heading = heading_of(engine);
  if (heading != nullptr && !is_arrival_heading(*heading) && !is_departure_heading(*heading) &&
      is_group_heading(engine, *heading))
    return claim_group_item(engine);
  if (heading == nullptr || (!is_arrival_heading(*heading) && !is_departure_heading(*heading))) return;
  bool first = false;
  const auto person = item_person(engine, first);
  if (!person) return;
  const bool arrivals = is_arrival_heading(*heading);
  std::optional<Actor> organisation;
  for (const Piece& piece : heading->pieces)
    if (piece.is_noun() && !organisation) {
      if (piece.noun.named() && piece.noun.type == NounType::organisation)
        organisation = engine.organisation(piece.noun);
      else if (!piece.noun.owner.empty())
        organisation = engine.organisation(piece.noun.owner.front());
    }
  if (!organisation) organisation = arrivals ? engine.gaining() : engine.losing();
  if (!organisation) organisation = engine.last_organisation();
  if (!organisation) return;
  if (arrivals) claim_former_places(engine, *person);
  if (!first) return;
  ClaimDraft draft;
  if (engine.published().known()) draft.start = until(engine.published());
  (arrivals ? engine.remember_gaining(*organisation) : engine.remember_losing(*organisation));
  engine.claim("list-item", arrivals ? "JOINED" : "LEFT", *person, organisation, nullptr, 0, 1,
               std::move(draft));
}

}  // namespace talentflow::ingest::text
