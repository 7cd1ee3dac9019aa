// Where organisations sit, read last: places in descriptions that mean an organisation ("the Oslo company",
// "the Oslo-based developer", "the Oslo start-up's founders", "one of the investors in the Oslo firm"), and
// in words for having a home ("has its headquarters in Oslo", "was born in Oslo", "moved to Oslo"). Whom a
// description means may follow from what its sentence says of money, which is read before.
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_town_name(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return is_city(lower) && !is_region(lower);
}

/// "developer", "owner": words for people that mean a firm where a place stands before them.
bool is_firm_by_trade(std::string_view head) {
  return one_of("developer|maker|owner|operator|creator|manufacturer|designer|builder|provider|publisher",
                head);
}

bool is_firm_description(const Noun& noun) {
  if (noun.named() || noun.plural) return false;
  return (noun.type == NounType::common && is_organisation_noun(noun.head)) ||
         (noun.type == NounType::role && is_firm_by_trade(noun.head));
}

/// The city that a description begins with: "the Oslo start-up", "the Oslo-based developer of".
std::string city_of(const RuleEngine& engine, const Noun& noun) {
  const auto& tokens = engine.sentence().sentence.tokens;
  std::size_t first = tokens[noun.begin].is("the") ? noun.begin + 1 : noun.begin;
  while (first < noun.end && !tokens[first].capital) ++first;
  if (first >= noun.end || first > noun.begin + 2) return {};
  for (std::size_t end = first; end < noun.end && end < first + 3 && tokens[end].capital; ++end) {
    const std::size_t dash = tokens[end].text.rfind("-based");
    const std::string before = engine.sentence().text(first, end) + (first < end ? " " : "");
    if (dash != std::string_view::npos) return before + std::string(tokens[end].text.substr(0, dash));
    const std::string name = before + std::string(tokens[end].text);
    const bool goes_on = end + 1 < noun.end && tokens[end + 1].capital;
    if (!goes_on && is_town_name(name)) return name;
  }
  return {};
}

/// Who does what the clause of a piece says, by name: its description is of another.
std::string doer_before(const RuleEngine& engine, std::size_t piece) {
  const Verb* verb = engine.clauses().verb_before(piece);
  if (verb == nullptr || engine.clauses().clause_end(*verb) <= piece) return {};
  for (const Verb& other : engine.clauses().verbs())
    for (const std::size_t subject : engine.clauses().subject(other))
      if (subject == piece && other.piece > piece) return {};  // does something itself
  const auto subjects = engine.clauses().subject(*verb);
  if (subjects.size() != 1 || subjects.front() >= piece || !engine.noun(subjects.front()).named()) return {};
  const auto organisation = engine.organisation(engine.noun(subjects.front()));
  return organisation ? organisation->name : std::string();
}

/// Whom a description means: who gets the money or is bought in its sentence, else the one spoken of.
std::optional<Actor> firm_meant(const RuleEngine& engine, const Noun& noun, std::size_t piece) {
  const std::string doer = doer_before(engine, piece);
  const auto free = [&](const std::optional<Actor>& actor) {
    return actor && !actor->name.empty() && actor->name != doer && !actor->described &&
           actor->kind != "University" && actor->kind != "Fund";
  };
  for (const auto& claim : engine.claims()) {
    if (claim.sentence != engine.sentence_index() || claim.denied) continue;
    if (claim.relation == "RAISED" && free(claim.subject)) return claim.subject;
    if (one_of("INVESTED_IN|ACQUIRED", claim.relation) && free(claim.object)) return claim.object;
  }
  const auto told = engine.organisation(noun);
  if (free(told)) return told;
  if (engine.document().main_organisation_count() >= 2 && free(engine.main_organisation()))
    return engine.main_organisation();
  return std::nullopt;
}

void claim_seat(RuleEngine& engine, std::string_view rule, const std::optional<Actor>& organisation,
                const std::string& place, std::size_t from, std::size_t to) {
  if (!organisation || place.empty() || organisation->name == place ||
      engine.said("LOCATED_IN", organisation->name, place))
    return;
  engine.claim(rule, "LOCATED_IN", *organisation, Actor{place, "Place", "", false}, nullptr, from, to, {});
}

/// "the Oslo company", also inside "one of the investors in the Oslo company".
void find_description(RuleEngine& engine, const Noun& noun, std::size_t piece) {
  if (noun.determiner == "the" && is_firm_description(noun))
    if (const std::string city = city_of(engine, noun); !city.empty())
      claim_seat(engine, "seat-of-description", firm_meant(engine, noun, piece), city, piece, piece);
  for (const Noun& owner : noun.owner) find_description(engine, owner, piece);
  for (const Noun& employer : noun.employer) find_description(engine, employer, piece);
}

/// The organisation that stands before a piece: named, described, or the house of a job in between.
std::optional<Actor> firm_before(const RuleEngine& engine, std::size_t piece) {
  if (piece == 0 || !engine.pieces()[piece - 1].is_noun()) return std::nullopt;
  const Noun& noun = engine.noun(piece - 1);
  if (noun.type == NounType::role && noun.owner.empty() && noun.employer.size() == 1)
    return engine.organisation(noun.employer.front());
  if (noun.type == NounType::person || noun.type == NounType::place || !noun.group.empty())
    return std::nullopt;
  if (!noun.named() && piece > 2)
    if (auto described = described_organisation(engine, piece - 1)) return described;
  return engine.organisation(noun);
}

/// The firm that a word tells of: before it, or before ", which".
std::optional<Actor> firm_told(const RuleEngine& engine, std::size_t piece) {
  const auto& clauses = engine.clauses();
  std::size_t at = piece;
  if (at > 0 && clauses.word_at(at - 1, "which|that")) --at;
  if (at != piece && at > 0 && clauses.word_at(at - 1, ",")) --at;
  if (auto before = firm_before(engine, at)) return before;
  Verb verb;
  verb.piece = piece;
  const auto subjects = clauses.subject(verb);
  if (subjects.size() != 1 || engine.noun(subjects.front()).type == NounType::person) return std::nullopt;
  return engine.organisation(engine.noun(subjects.front()));
}

bool is_home(const Piece& piece) {
  return piece.is_noun() && !piece.noun.named() &&
         one_of("headquarters|hq|base|seat|home|office|offices|headquarter", piece.noun.head);
}

/// The word before "in Oslo" that says that somebody is at home there, or none: "is based", "was born", "has
/// its headquarters", "sits".
std::optional<std::size_t> home_word(const RuleEngine& engine, std::size_t town) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  std::size_t at = town - 2;
  if (clauses.word_at(at, "based|headquartered|located|born|housed|domiciled") && at > 0 &&
      clauses.word_at(at - 1, "is|was|are"))
    return at - 1;
  if (clauses.word_at(at, "sits|resides|operates")) return at;
  const bool own = is_home(pieces[at]) && engine.noun(at).determiner == "its";
  if (own && at > 0 && clauses.word_at(at - 1, "has|had|keeps|maintains|makes|made")) return at - 1;
  // "Acme, with headquarters in Oslo,"
  if (is_home(pieces[at]) && one_of("headquarters|hq", engine.noun(at).head) && at > 1 &&
      clauses.word_at(at - 1, "with") && clauses.word_at(at - 2, ","))
    return at - 2;
  return std::nullopt;
}

/// "moved from Oslo to Bergen", "relocated to Bergen": of a firm.
std::optional<std::size_t> move_word(const RuleEngine& engine, std::size_t town) {
  const auto& clauses = engine.clauses();
  if (!clauses.word_at(town - 1, "to")) return std::nullopt;
  for (std::size_t at = town - 1; at-- > 0 && at + 6 > town;) {
    if (clauses.word_at(at, "moved|moves|relocated|relocates")) return at;
    const bool between = clauses.word_at(at, "from") || engine.pieces()[at].kind == Piece::Kind::date ||
                         (engine.pieces()[at].is_noun() && engine.noun(at).type == NounType::place) ||
                         is_home(engine.pieces()[at]);
    if (!between) return std::nullopt;
  }
  return std::nullopt;
}

void find_home(RuleEngine& engine, std::size_t town) {
  const auto& clauses = engine.clauses();
  const std::string& place = engine.noun(town).name;
  if (const auto moves = move_word(engine, town)) {
    const Verb* verb = clauses.verb_before(*moves + 1);
    if (verb != nullptr && verb->piece == *moves && (verb->possible || verb->negated || verb->planned))
      return;
    claim_seat(engine, "moved-seat", firm_told(engine, *moves), place, *moves, town);
    return;
  }
  if (!clauses.word_at(town - 1, "in|at|near")) {
    // "the start-up from Oslo"
    const bool from = clauses.word_at(town - 1, "from|of") && engine.pieces()[town - 2].is_noun() &&
                      engine.noun(town - 2).determiner == "the" && is_firm_description(engine.noun(town - 2));
    if (from)
      claim_seat(engine, "seat-of-description", firm_meant(engine, engine.noun(town - 2), town - 2), place,
                 town - 2, town);
    return;
  }
  if (const auto home = home_word(engine, town)) {
    const auto firm = firm_told(engine, *home);
    // "Sample was born in Oslo": firms are born, but people more often
    const bool born = clauses.word_at(town - 2, "born");
    const bool known = firm && (!firm->id.empty() || engine.document().called_organisation(firm->name) ||
                                Gazetteer::standard().find(firm->name) != nullptr);
    if (!born || known) claim_seat(engine, "at-home-in", firm, place, *home, town);
  }
}

/// "Oslo's Acme", "Acme (Oslo)", "Acme, from Oslo,", "Acme, whose home is Oslo".
void find_beside_name(RuleEngine& engine, std::size_t piece) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  const Noun& noun = engine.noun(piece);
  if (!noun.named() || noun.type != NounType::organisation || !noun.group.empty()) return;
  const auto firm = engine.organisation(noun);
  if (!noun.owner.empty() && noun.owner.front().type == NounType::place &&
      is_town_name(noun.owner.front().name) && noun.kind != "University")
    claim_seat(engine, "town-of-name", firm, noun.owner.front().name, piece, piece);
  const auto is_town = [&](std::size_t at) {
    return at < pieces.size() && pieces[at].is_noun() && engine.noun(at).type == NounType::place &&
           is_town_name(engine.noun(at).name);
  };
  const bool bracket =
      clauses.word_at(piece + 1, "(") && is_town(piece + 2) && clauses.word_at(piece + 3, ")|,");
  if (bracket) claim_seat(engine, "town-in-bracket", firm, engine.noun(piece + 2).name, piece, piece + 2);
  const bool aside = clauses.word_at(piece + 1, ",") && clauses.word_at(piece + 2, "from|of|out") &&
                     is_town(piece + 3) && clauses.word_at(piece + 4, ",");
  if (aside) claim_seat(engine, "town-in-aside", firm, engine.noun(piece + 3).name, piece, piece + 3);
}

/// "calls Oslo home", "is at home in Oslo", "from its base in Oslo, Acme ..", "the Oslo headquarters of
/// Acme".
void find_home_words(RuleEngine& engine, std::size_t i) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  if (!is_home(pieces[i])) return;
  const Noun& home = engine.noun(i);
  // "calls Oslo home": one phrase
  std::string city = city_of(engine, home);
  // "the Oslo headquarters": where the city is a phrase of its own
  if (city.empty() && i > 0 && pieces[i - 1].is_noun() && engine.noun(i - 1).type == NounType::place &&
      engine.noun(i - 1).determiner == "the" && is_town_name(engine.noun(i - 1).name))
    city = engine.noun(i - 1).name;
  if (!city.empty() && home.head == "home" && i > 0 && clauses.word_at(i - 1, "calls|called|call"))
    claim_seat(engine, "calls-home", firm_before(engine, i - 1), city, i - 1, i);
  if (!city.empty() && one_of("headquarters|hq", home.head)) {
    if (clauses.word_at(i + 1, "of") && i + 2 < pieces.size() && pieces[i + 2].is_noun())
      claim_seat(engine, "headquarters-of", engine.organisation_at(i + 2), city, i, i + 2);
    else if (home.determiner == "its")
      claim_seat(engine, "headquarters-of", engine.last_organisation(), city, i, i);
  }
  if (home.head == "home" && i + 2 < pieces.size() && i > 1 && clauses.word_at(i - 1, "at") &&
      clauses.word_at(i + 1, "in") && engine.noun(i + 2).type == NounType::place &&
      clauses.word_at(i - 2, "is|was"))
    claim_seat(engine, "at-home-in", firm_before(engine, i - 2), engine.noun(i + 2).name, i - 2, i + 2);
  // "From its base in Oslo, Acme .."
  const bool fronted = i <= 1 && home.determiner == "its" && i + 4 < pieces.size() &&
                       clauses.word_at(i + 1, "in") && pieces[i + 2].is_noun() &&
                       engine.noun(i + 2).type == NounType::place && clauses.word_at(i + 3, ",") &&
                       pieces[i + 4].is_noun() && engine.noun(i + 4).type == NounType::organisation;
  if (fronted)
    claim_seat(engine, "base-in-front", engine.organisation_at(i + 4), engine.noun(i + 2).name, i, i + 4);
  // "Acme, whose home is Oslo"
  const bool whose = home.determiner == "whose" && i > 1 && clauses.word_at(i - 1, ",") &&
                     clauses.word_at(i + 1, "is|was|are") && i + 2 < pieces.size() && pieces[i + 2].is_noun();
  const std::size_t town = whose && clauses.word_at(i + 2, "in") ? i + 3 : i + 2;
  if (whose && town < pieces.size() && pieces[town].is_noun() && engine.noun(town).type == NounType::place)
    claim_seat(engine, "whose-home", firm_before(engine, i - 1), engine.noun(town).name, i, town);
}

}  // namespace

void find_loose_seats(RuleEngine& engine) {
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (!engine.pieces()[i].is_noun()) continue;
    const Noun& noun = engine.noun(i);
    if (noun.type == NounType::place && i >= 2 && is_town_name(noun.name))
      find_home(engine, i);
    else
      find_description(engine, noun, i);
    find_beside_name(engine, i);
    find_home_words(engine, i);
  }
}

}  // namespace talentflow::ingest::text
