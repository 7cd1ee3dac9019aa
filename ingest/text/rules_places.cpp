// Where organisations sit: "the Tokyo start-up X", "X of Paris", "New York-based X", "X, headquartered in
// Oslo".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// "the Tokyo start-up", "the Lisbon company": the city before the noun.
std::string place_before(const Noun& noun) {
  const std::string_view what = noun.described;
  for (std::size_t length = 3; length > 0; --length) {
    std::size_t end = 0;
    for (std::size_t words = 0; words < length && end != std::string_view::npos; ++words)
      end = what.find(' ', end == 0 ? 0 : end + 1);
    if (end == std::string_view::npos) continue;
    const std::string_view head = what.substr(0, end);
    if (is_city(head)) return std::string(head);
  }
  return {};
}

std::string capitalised(std::string text) {
  bool start = true;
  for (char& c : text) {
    if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    start = c == ' ' || c == '-';
  }
  return text;
}

/// "InfiniMind, the Tokyo start-up", "The Boston start-up emerged", "is based in Paris", "headquartered in
/// Toronto".
void find_seats_of_firms(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].is_noun() && pieces[i].noun.type == NounType::common &&
        is_organisation_noun(pieces[i].noun.head) && !pieces[i].noun.plural && pieces[i].noun.owner.empty()) {
      const std::string place = place_before(pieces[i].noun);
      if (place.empty()) continue;
      std::optional<Actor> organisation;
      std::size_t at = i;
      if (auto described = described_organisation(engine, i)) {
        at = i - 2;
        organisation = described;
      }
      if (organisation)
        engine.claim("place-of-description", "LOCATED_IN", *organisation,
                     Actor{capitalised(place), "Place", "", false}, nullptr, at, i, {});
      continue;
    }
    const bool sits = clauses.word_at(i, "based|headquartered|located") && clauses.word_at(i + 1, "in|at");
    if (!sits || i + 2 >= pieces.size() || !pieces[i + 2].is_noun() ||
        pieces[i + 2].noun.type == NounType::common)
      continue;
    Verb verb;
    verb.piece = i;
    verb.passive = true;
    auto subjects = clauses.subject(verb);
    // "Orbis Labs, a subsidiary of Norvane headquartered in Toronto"
    if (i > 0 && pieces[i - 1].is_noun() && pieces[i - 1].noun.named()) {
      std::size_t named = i - 1;
      if (i >= 5 && clauses.word_at(i - 2, "of") && clauses.word_at(i - 4, ",") && pieces[i - 5].is_noun() &&
          pieces[i - 5].noun.named())
        named = i - 5;
      subjects = {named};
    }
    if (subjects.empty()) continue;
    const Noun& subject = pieces[subjects.back()].noun;
    const auto organisation =
        subject.type == NounType::person && subject.sure ? std::nullopt : engine.organisation(subject);
    if (!organisation || pieces[i + 2].noun.type == NounType::organisation) {
      if (!organisation || pieces[i + 2].noun.sure) continue;
    }
    engine.claim("based-in", "LOCATED_IN", *organisation, Actor{pieces[i + 2].noun.name, "Place", "", false},
                 nullptr, subjects.back(), i + 2, {});
  }
}

/// A city, and no country, state or continent.
bool is_town(const Piece& piece) {
  if (!piece.is_noun() || piece.noun.type != NounType::place) return false;
  const std::string lower = ascii_lower(piece.noun.name);
  return is_city(lower) && !is_region(lower);
}

void claim_place(RuleEngine& engine, std::string_view rule, const std::optional<Actor>& organisation,
                 std::string place, std::size_t from, std::size_t to) {
  if (!organisation || organisation->name == place || place.empty()) return;
  engine.claim(rule, "LOCATED_IN", *organisation, Actor{std::move(place), "Place", "", false}, nullptr, from,
               to, {});
}

/// The organisation that a phrase with a description in front is about: "Paris-based Acme", "Acme's boss" in
/// "Paris-based Acme's boss", and "Acme, a Paris-based maker of robots".
std::optional<Actor> organisation_of_phrase(const RuleEngine& engine, std::size_t i) {
  const Noun& noun = engine.noun(i);
  if (noun.named() && noun.can_be_organisation()) return engine.organisation(noun);
  if (!noun.employer.empty() && noun.owner.empty()) return engine.organisation(noun.employer.front());
  if (!noun.owner.empty() && noun.owner.front().can_be_organisation())
    return engine.organisation(noun.owner.front());
  if (noun.type != NounType::common || !is_organisation_noun(noun.head)) return std::nullopt;
  if (auto described = described_organisation(engine, i)) return described;
  return noun.determiner == "the" ? engine.organisation(noun) : std::nullopt;
}

/// "Paris-based", "New York-based", "Acme-owned", "Acme-backed" in front of a noun.
void find_compounds(RuleEngine& engine) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun()) continue;
    for (std::size_t at = pieces[i].begin; at < pieces[i].end; ++at) {
      if (!is_compound_modifier(tokens[at].lower) || !tokens[at].capital) continue;
      std::size_t first = at;
      while (first > pieces[i].begin && tokens[first - 1].capital &&
             !is_function_word(tokens[first - 1].lower))
        --first;
      const std::size_t dash = tokens[at].text.rfind('-');
      const std::string name = engine.sentence().text(first, at) + (first < at ? " " : "") +
                               std::string(tokens[at].text.substr(0, dash));
      const auto organisation = organisation_of_phrase(engine, i);
      if (!organisation || organisation->name == name) continue;
      const std::string_view how = tokens[at].text.substr(dash);
      if (how == "-based" || how == "-headquartered")
        claim_place(engine, "place-compound", organisation, name, i, i);
      else if ((how == "-backed" || how == "-funded") && !is_city(ascii_lower(name)) && name != "US" &&
               name != "EU")
        engine.claim("backed-compound", "INVESTED_IN", Actor{name, "Company", "", false}, organisation,
                     nullptr, i, i, {});
    }
  }
}

/// "the Oslo start-up Acme", "London's Acme": the city inside the phrase of a name.
void find_cities_in_phrases(RuleEngine& engine) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !pieces[i].noun.named() || pieces[i].noun.type != NounType::organisation)
      continue;
    const Noun& noun = pieces[i].noun;
    for (std::size_t at = pieces[i].begin; at + 2 < pieces[i].end; ++at)
      for (const std::size_t length : {std::size_t{2}, std::size_t{1}}) {
        const std::size_t end = at + length;
        if (end + 1 >= pieces[i].end || !tokens[at].capital || tokens[end].capital ||
            !is_organisation_noun(tokens[end].lower))
          continue;
        const std::string place = engine.sentence().text(at, end);
        if (!is_city(ascii_lower(place))) continue;
        claim_place(engine, "place-in-phrase", engine.organisation(noun), place, i, i);
        break;
      }
  }
}

/// "recruits of Westmark University in Utrecht": the city inside the phrase of a job, behind its school.
void find_city_of_school(RuleEngine& engine, std::size_t i) {
  const Noun& job = engine.noun(i);
  if (job.type != NounType::role || job.employer.empty() || job.employer.front().kind != "University") return;
  const auto& tokens = engine.sentence().sentence.tokens;
  const std::size_t in = job.employer.front().end;
  if (in + 1 >= engine.pieces()[i].end || in + 1 >= tokens.size() || !tokens[in].is("in")) return;
  const std::string place = engine.sentence().text(in + 1, engine.pieces()[i].end);
  if (is_city(ascii_lower(place)))
    claim_place(engine, "place-in", engine.organisation(job.employer.front()), place, i, i);
}

/// "Acme of Lisbon", "Westmark University in Utrecht", "co-founded Acme in Oslo": the city behind the name.
void find_cities_behind(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun()) continue;
    find_city_of_school(engine, i);
    if (!is_town(pieces[i + 2])) continue;
    // "recruits of Westmark University in Utrecht": the organisation that ends the phrase of a job
    const Noun& phrase = pieces[i].noun;
    const bool job = phrase.type == NounType::role && phrase.employer.size() == 1 && phrase.owner.empty();
    const Noun& noun = job ? phrase.employer.front() : phrase;
    if (noun.type != NounType::organisation || !noun.named() || !noun.group.empty()) continue;
    const bool of = clauses.word_at(i + 1, "of");
    const bool in = clauses.word_at(i + 1, "in");
    const bool school = noun.kind == "University" || noun.name.find("Institute") != std::string::npos;
    const Verb* verb = clauses.verb_before(i);
    const bool founded = verb != nullptr && verb->piece + 3 > i && !verb->possible && !verb->negated &&
                         one_of("found|start|establish|set|form|launch", verb->lemma);
    if (of || (in && (school || founded)))
      claim_place(engine, of ? "place-of" : "place-in", engine.organisation(noun), pieces[i + 2].noun.name, i,
                  i + 2);
  }
}

}  // namespace

void find_places(RuleEngine& engine) {
  find_seats_of_firms(engine);
  find_compounds(engine);
  find_cities_in_phrases(engine);
  find_cities_behind(engine);
}

}  // namespace talentflow::ingest::text
