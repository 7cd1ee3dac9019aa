// Items of a dated list that is about one house ("2024-06-21  Blue acquired"): what such a line leaves unsaid
// is the house itself.
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// The house that the list is about: named in a fifth of its items at least, and in three.
std::optional<Actor> house_of_list(const RuleEngine& engine) {
  if (!engine.sentence().item_date.known()) return std::nullopt;
  const std::size_t named = engine.document().main_organisation_count();
  if (named < 3 || named * 5 < engine.document().dated_sentences()) return std::nullopt;
  return engine.main_organisation();
}

void claim_post(RuleEngine& engine, const Actor& person, const Actor& house, const std::string& role,
                bool planned, std::size_t from, std::size_t to) {
  for (const auto& claim : engine.claims())
    if (claim.sentence == engine.sentence_index() && claim.subject.name == person.name && claim.object &&
        claim.object->name == house.name && claim.relation == "WORKS_AT")
      return;
  ClaimDraft draft;
  draft.role = role;
  draft.start = engine.sentence().item_date;
  if (planned) draft.properties.emplace_back("planned", Value(true));
  const bool board = is_board_role(role);
  engine.claim("item-post", board ? "BOARD_MEMBER_OF" : "WORKS_AT", person, house, nullptr, from, to,
               std::move(draft));
}

/// "Ann Example is now Chief Research Officer, Bob Sample Chief People Officer", "Cy is to be CFO, Di CPO".
void find_posts_in_row(RuleEngine& engine, const Actor& house) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  bool planned = false;
  bool row = false;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    // the copula before a bare post, and whose post it is
    std::size_t at = i;
    while (at > 0 && clauses.word_at(at - 1, "now|to|be|is|the|new")) --at;
    const bool copula = at < i && clauses.word_at(at, "is|now");
    if (noun.type == NounType::role && copula && !noun.employer.empty() &&
        noun.employer.front().name == house.name) {
      row = true;  // told by its own words
    } else if (noun.type == NounType::role && noun.employer.empty() && noun.owner.empty() && copula &&
               at > 0) {
      Verb verb;
      verb.piece = at;
      auto subjects = clauses.subject(verb);
      if (pieces[at - 1].is_noun() && at >= 3 && clauses.word_at(at - 2, "of") && engine.is_person_at(at - 3))
        subjects = {at - 3};  // "Ann Example of Acme is to be CFO"
      planned = clauses.word_at(at + 1, "to");
      for (const Actor& person : engine.people(subjects))
        claim_post(engine, person, house, noun.role, planned, at, i);
      row = true;
    } else if (row && noun.type == NounType::person && noun.named_to && clauses.word_at(i - 1, ",|and|;")) {
      if (const auto person = engine.person(noun))
        claim_post(engine, *person, house, noun.role, planned, i, i);
    }
  }
}

/// "Ann Example returns to her role as CTO, Bob Sample to his as President".
void find_posts_taken_again(RuleEngine& engine, const Actor& house) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (const Verb& verb : clauses.verbs()) {
    if (verb.lemma != "return" || verb.negated || verb.passive) continue;
    for (std::size_t i = verb.piece + 1; i + 1 < pieces.size(); ++i) {
      if (!clauses.word_at(i, "as") || !pieces[i + 1].is_noun() ||
          pieces[i + 1].noun.type != NounType::role || !pieces[i + 1].noun.employer.empty())
        continue;
      std::size_t who = i;
      while (who > verb.piece && !engine.is_person_at(who)) --who;
      const auto people = who > verb.piece ? engine.people({who}) : engine.people(clauses.subject(verb));
      for (const Actor& person : people)
        claim_post(engine, person, house, pieces[i + 1].noun.role, verb.planned, verb.piece, i + 1);
    }
  }
}

/// "Blue acquired": bought by the house.
void find_bare_purchase(RuleEngine& engine, const Actor& house) {
  const auto& pieces = engine.pieces();
  for (const Verb& verb : engine.clauses().verbs()) {
    if (!one_of("acquire|buy", verb.lemma) || !is_past_form(pieces[verb.piece].lower) || verb.piece == 0 ||
        verb.negated || !engine.clauses().object(verb.piece, "").empty())
      continue;
    const bool ends =
        verb.piece + 1 >= pieces.size() || engine.clauses().word_at(verb.piece + 1, ".|;|,|for|to");
    const auto bought = engine.organisation_at(verb.piece - 1);
    if (!ends || !bought || bought->name == house.name) continue;
    ClaimDraft draft;
    draft.start = engine.sentence().item_date;
    engine.claim("item-bought", "ACQUIRED", house, *bought, nullptr, verb.piece - 1, verb.piece,
                 std::move(draft));
  }
}

/// "The people of Blue have joined us: our first purchase".
void find_team_purchase(RuleEngine& engine, const Actor& house) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const bool purchase = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
    return piece.is_noun() && one_of("purchase|acquisition|takeover", piece.noun.head);
  });
  if (!purchase) return;
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    const bool team = pieces[i].is_noun() &&
                      one_of("people|team|staff|founders|makers", pieces[i].noun.head) &&
                      clauses.word_at(i + 1, "of|behind|at") && pieces[i + 2].is_noun() &&
                      pieces[i + 2].noun.named() && pieces[i + 2].noun.type != NounType::place;
    if (!team) continue;
    Noun bought = pieces[i + 2].noun;
    bought.type = NounType::organisation;
    bought.kind = "Company";
    const auto organisation = engine.organisation(bought);
    if (!organisation || organisation->name == house.name) continue;
    ClaimDraft draft;
    draft.start = engine.sentence().item_date;
    engine.claim("item-team-bought", "ACQUIRED", house, organisation, nullptr, i, i + 2, std::move(draft));
    return;
  }
}

/// "$40B of new money at $300B post-money, with Fund", "$6.6B at a value of $157B: our latest round".
void find_own_round(RuleEngine& engine, const Actor& house) {
  const auto& pieces = engine.pieces();
  if (pieces.size() < 3 || pieces[0].kind != Piece::Kind::amount || is_other_money(engine, 0)) return;
  const bool round = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
    return piece.is("funding") || piece.is("financing") ||
           (piece.is_noun() && !piece.noun.named() &&
            (is_round_noun(piece.noun.head) || one_of("money|capital", piece.noun.head)));
  });
  for (std::size_t i = 1; i < pieces.size(); ++i)
    if (engine.clauses().word_at(i, "for|from")) return;  // told of somebody else
  if (!round || engine.said_here(house.name)) return;
  claim_raise(engine, "item-round", nullptr, house, 0);
  // ", A in front", ", A in the lead"
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i)
    if (pieces[i].is_noun() && pieces[i].noun.named() && engine.clauses().word_at(i + 1, "in") &&
        pieces[i + 2].is_noun() && one_of("front|lead", pieces[i + 2].noun.head))
      claim_investor(engine, nullptr, i, house, true);
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i)
    if (engine.clauses().word_at(i, "with") && pieces[i + 1].is_noun() && pieces[i + 1].noun.named())
      for (const std::size_t index : listed_names(engine, i + 1))
        claim_investor(engine, nullptr, index, house, false);
}

/// "Ann Example and Acme part ways".
void find_parted_ways(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.lemma != "part" || verb.negated || !engine.told(verb)) continue;
    const auto objects = engine.clauses().object(verb.piece, "");
    if (objects.empty() || engine.noun(objects.front()).head != "ways") continue;
    std::optional<Actor> house;
    std::vector<Actor> people;
    for (const std::size_t index : engine.clauses().subject(verb)) {
      if (engine.noun(index).type == NounType::organisation) house = engine.organisation(engine.noun(index));
      if (auto person = engine.person(engine.noun(index))) people.push_back(*person);
    }
    for (const Actor& person : people) {
      if (!house || engine.said("LEFT", person.name, house->name)) continue;
      ClaimDraft draft;
      draft.start = engine.event_date(verb);
      engine.claim("parted-ways", "LEFT", person, house, &verb, verb.piece, objects.front(),
                   std::move(draft));
    }
  }
}

/// "Back on the board: Ann Example. New to it: Bob Sample and Cy Other".
void find_listed_seats(RuleEngine& engine, const Actor& house) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 1 < pieces.size() && i < 8; ++i) {
    if (!pieces[i].is(":") || !engine.is_person_at(i + 1)) continue;
    const auto names_board = [](const ParsedSentence& sentence) {
      return std::any_of(sentence.sentence.tokens.begin(), sentence.sentence.tokens.end(),
                         [](const Token& token) { return token.is("board") || token.is("directors"); });
    };
    const auto& all = engine.document().sentences();
    const std::size_t index = engine.sentence_index();
    const bool same_item = index > 0 && all[index - 1].sentence.line == engine.sentence().sentence.line;
    const bool it = pieces[i - 1].is_noun() && pieces[i - 1].noun.head == "it";
    if (!names_board(engine.sentence()) && !(it && same_item && names_board(all[index - 1]))) return;
    if (clauses.word_at(0, "off|out|leaving|gone")) return;
    for (std::size_t k = 0; k < i; ++k)  // "New on the board of X:" is of another house
      if (pieces[k].is_noun() && engine.noun(k).named() && engine.noun(k).type == NounType::organisation &&
          engine.noun(k).name != house.name)
        return;
    // what another rule took for an arrival is a seat
    auto& claims = engine.claims();
    for (const std::size_t piece : listed_names(engine, i + 1)) {
      const auto person = engine.person(engine.noun(piece));
      if (!person) continue;
      std::erase_if(claims, [&](const TextClaim& claim) {
        return claim.sentence == index && claim.subject.name == person->name && claim.relation == "JOINED";
      });
      ClaimDraft draft;
      draft.start = engine.sentence().item_date;
      engine.claim("listed-seat", "BOARD_MEMBER_OF", *person, house, nullptr, i, piece, std::move(draft));
    }
    return;
  }
}

}  // namespace

void find_house_items(RuleEngine& engine) {
  find_parted_ways(engine);
  const auto house = house_of_list(engine);
  if (!house) return;
  find_posts_in_row(engine, *house);
  find_posts_taken_again(engine, *house);
  find_bare_purchase(engine, *house);
  find_team_purchase(engine, *house);
  find_own_round(engine, *house);
  find_listed_seats(engine, *house);
}

}  // namespace talentflow::ingest::text
