// Seats on boards, read last: one person beside a board or a seat on one, where no other rule has given her
// any. "A partner of Oak Capital has a seat on its board" is of the board of whom Oak Capital pays; "X's
// board gets A"; "has him as a non-executive director"; "A will not stand for re-election".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What stands between semicolons around a piece.
Part part_around(const RuleEngine& engine, std::size_t piece) {
  Part out{piece, piece};
  while (out.begin > 0 && !engine.pieces()[out.begin - 1].is(";")) --out.begin;
  while (out.end < engine.pieces().size() && !engine.pieces()[out.end].is(";")) ++out.end;
  return out;
}

bool has_word(const RuleEngine& engine, const Part& part, const Options& words) {
  const auto& tokens = engine.sentence().sentence.tokens;
  for (std::size_t i = engine.pieces()[part.begin].begin; i < engine.pieces()[part.end - 1].end; ++i)
    if (one_of(words, tokens[i].lower)) return true;
  return false;
}

/// Seats given up, refused or only hoped for.
bool is_no_seat(const RuleEngine& engine, const Part& part) {
  return has_word(
      engine, part,
      "leave|leaves|left|leaving|resign|resigns|resigned|resigning|quit|quits|step|steps|stepped|"
      "stepping|vacate|vacates|vacated|lose|loses|lost|losing|oust|ousted|remove|removed|fired|"
      "dismissed|sacked|up|not|never|no|nor|neither|may|might|could|would|should|whether|if|talks|"
      "wants|wanted|hopes|plans|will|refused|declined|denied|rejected|offered|observer|former|"
      "invited|invites|invite|inviting|nominated|nominates|trying|tried|seeking|sought|urged|approached|"
      "previously|once|until|till|advise|advised|advises|tell|told|said|asked|against|expelled|out");
}

bool is_fund(const std::optional<Actor>& actor) {
  return actor && (actor->kind == "Fund" || is_fund_name(actor->name));
}

/// Whose board is meant where nobody's is named: whose money is told of, whose board was, else whom the text
/// goes on about. Funds give seats to others.
std::optional<Actor> board_meant(const RuleEngine& engine) {
  std::optional<Actor> told;
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim) {
    if (claim->denied || claim->sentence + 3 < engine.sentence_index()) continue;
    const bool here = claim->sentence == engine.sentence_index();
    if (here && claim->relation == "RAISED") return claim->subject;
    if (here && claim->relation == "INVESTED_IN") return claim->object;
    if (!told && claim->relation == "BOARD_MEMBER_OF") told = claim->object;
  }
  if (told) return told;
  // a fund's partner where no money of the fund is told of: anybody's
  if (names_fund_before(engine, engine.pieces().size())) return std::nullopt;
  if (engine.document().main_organisation_count() >= 3 && !is_fund(engine.main_organisation()))
    return engine.main_organisation();
  if (engine.raiser() && !is_fund(engine.raiser())) return engine.raiser();
  const auto& last = engine.last_organisation();
  if (last && !is_fund(last) && last->kind != "University" &&
      last->name == engine.document().main_organisation())
    return last;
  if (engine.document().main_organisation_count() >= 2 && !is_fund(engine.main_organisation()))
    return engine.main_organisation();
  return last && !is_fund(last) ? last : std::nullopt;
}

std::optional<Actor> organisation_of_board(const RuleEngine& engine, std::size_t board) {
  const Noun& noun = engine.noun(board);
  if (!noun.owner.empty() && noun.owner.front().type == NounType::organisation)
    return engine.organisation(noun.owner.front());
  for (std::size_t i = board + 1; i + 1 < engine.pieces().size() && i < board + 4; ++i)
    if (engine.clauses().word_at(i, "of|at") && engine.pieces()[i + 1].is_noun() &&
        engine.noun(i + 1).named() && engine.noun(i + 1).type == NounType::organisation)
      return engine.organisation(engine.noun(i + 1));
  // "Acme has brought A onto its board"
  if (one_of("its|their", noun.determiner))
    if (const Verb* verb = engine.clauses().verb_before(board); verb != nullptr)
      if (const auto subjects = engine.clauses().subject(*verb); subjects.size() == 1) {
        const Noun& subject = engine.noun(subjects.front());
        if (subject.named() && subject.type == NounType::organisation && !is_fund_name(subject.name))
          return engine.organisation(subject);
      }
  return board_meant(engine);
}

/// The one person that a part of the sentence names, unless it gives him a seat already; "he" where it names
/// nobody.
std::optional<Actor> one_person(const RuleEngine& engine, const Part& part) {
  std::vector<Actor> named;
  std::optional<Actor> pronoun;
  for (std::size_t i = part.begin; i < part.end; ++i) {
    if (!engine.pieces()[i].is_noun()) continue;
    const Noun& noun = engine.noun(i);
    if (engine.is_person_at(i)) add_unless_named(named, engine.person(noun));
    if (noun.type == NounType::pronoun && one_of("he|she|him", noun.head)) pronoun = engine.person(noun);
  }
  if (named.size() > 1) return std::nullopt;
  auto person = named.empty() ? pronoun : std::optional<Actor>(named.front());
  if (!person) return std::nullopt;
  const bool seated =
      std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
        return claim.relation == "BOARD_MEMBER_OF" && claim.sentence == engine.sentence_index() &&
               claim.subject.name == person->name;
      });
  return seated ? std::nullopt : person;
}

void claim_seat(RuleEngine& engine, std::string_view rule, const std::optional<Actor>& person,
                const std::optional<Actor>& organisation, std::size_t from, std::size_t to) {
  if (!person || !organisation || organisation->described || person->name == organisation->name ||
      engine.said("BOARD_MEMBER_OF", person->name, organisation->name))
    return;
  engine.claim(rule, "BOARD_MEMBER_OF", *person, organisation, nullptr, from, to, {});
}

bool is_seat(const Noun& noun) {
  return !noun.named() && one_of("board|boards|boardroom|seat|seats", noun.head);
}

/// "has a seat on its board", "sits on the board", "X's board gets A".
void find_seat_beside(RuleEngine& engine, std::size_t seat) {
  const Part part = part_around(engine, seat);
  // "the company has a strong board, led by A"
  if (engine.noun(seat).indefinite && !engine.noun(seat).head.starts_with("seat")) return;
  const bool board = has_word(engine, part, "board|boards|boardroom");
  if (!board || is_no_seat(engine, part)) return;
  const auto sits = [&](const Verb& verb) {
    const bool beside = verb.piece < seat ? verb.piece >= part.begin
                                          : verb.piece < part.end && !engine.noun(seat).owner.empty();
    return beside && !verb.possible && !verb.negated && engine.told(verb) &&
           one_of(
               "sit|have|take|get|keep|gain|hold|join|stay|remain|serve|win|land|welcome|add|give|chair|"
               "bring",
               verb.lemma);
  };
  const auto& verbs = engine.clauses().verbs();
  bool told = std::any_of(verbs.begin(), verbs.end(), sits);
  told = told || (seat > 0 && engine.clauses().word_at(seat - 1, "has|have|had"));
  if (!told) return;
  std::size_t owner = seat;
  for (std::size_t i = seat; i < part.end && engine.noun(seat).head.starts_with("seat"); ++i)
    if (engine.pieces()[i].is_noun() && one_of("board|boards", engine.noun(i).head)) owner = i;
  claim_seat(engine, "seat-read-last", one_person(engine, part), organisation_of_board(engine, owner), seat,
             owner);
}

/// "X's board includes A and B", "the board of X is made up of A, B and C".
void find_board_of(RuleEngine& engine, std::size_t board) {
  const auto& clauses = engine.clauses();
  if (!one_of("board|boards", engine.noun(board).head)) return;
  const Part part = part_around(engine, board);
  if (is_no_seat(engine, part)) return;
  for (std::size_t i = board + 1; i + 1 < part.end && i < board + 7; ++i) {
    const bool lists = (clauses.word_at(i, ":") && engine.is_person_at(i + 1)) ||
                       clauses.word_at(i, "includes|include|included|comprises|counts") ||
                       (clauses.word_at(i, "of") && clauses.word_at(i - 1, "consists|consisted|up"));
    if (!lists) continue;
    const auto organisation = organisation_of_board(engine, board);
    for (const std::size_t index : listed_names(engine, i + 1))
      if (engine.is_person_at(index))
        claim_seat(engine, "board-includes", engine.person(engine.noun(index)), organisation, board, index);
    return;
  }
}

/// "X, a mining group, has him as a non-executive director": of the firm that has.
void find_had_as_director(RuleEngine& engine, std::size_t director) {
  const Noun& job = engine.noun(director);
  if (job.type != NounType::role || job.plural || !one_of("director|trustee|chairman|chairwoman", job.head) ||
      job.role.find("anaging") != std::string::npos || director < 3 ||
      !engine.clauses().word_at(director - 1, "as") || !engine.clauses().word_at(director - 3, "has|have"))
    return;
  const Part part = part_around(engine, director);
  if (is_no_seat(engine, part)) return;
  Verb has;
  has.piece = director - 3;
  const auto subjects = engine.clauses().subject(has);
  auto firm = subjects.empty() ? std::nullopt : engine.organisation(engine.noun(subjects.front()));
  if (engine.pieces()[part.begin].is_noun() && engine.noun(part.begin).named())
    firm = engine.organisation(engine.noun(part.begin));
  const auto person = engine.person(engine.noun(director - 2));
  claim_seat(engine, "had-as-director", person, firm, director - 3, director);
}

/// "A notified the Board of his decision not to stand for re-election": who sits on it.
void find_no_reelection(RuleEngine& engine) {
  const auto& tokens = engine.sentence().sentence.tokens;
  bool stands = false;
  for (std::size_t i = 1; i + 2 < tokens.size(); ++i)
    stands = stands || (tokens[i].is("stand") && tokens[i + 1].is("for") &&
                        one_of("re-election|reelection", tokens[i + 2].lower));
  if (!stands) return;
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (!engine.is_person_at(i)) continue;
    const auto company = engine.defined_company() ? engine.defined_company() : engine.last_organisation();
    claim_seat(engine, "no-re-election", engine.person(engine.noun(i)), company, i, i);
    return;
  }
}

}  // namespace

void find_loose_boards(RuleEngine& engine) {
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (!engine.pieces()[i].is_noun()) continue;
    if (is_seat(engine.noun(i))) {
      find_board_of(engine, i);
      find_seat_beside(engine, i);
    }
    find_had_as_director(engine, i);
  }
  find_no_reelection(engine);
}

}  // namespace talentflow::ingest::text
