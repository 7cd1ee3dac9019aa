// Seats on boards told by other words than "joined the board": "was added to X's board", "sit on X's board",
// "got his own seat back, and with him came A", "the board now includes B", "C is chairman".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_board(const Noun& noun) { return !noun.named() && one_of("board|boards|boardroom", noun.head); }

/// The board that the text spoke of: of the last seat told, where it is not long ago.
std::optional<Actor> board_spoken_of(const RuleEngine& engine) {
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim)
    if (claim->relation == "BOARD_MEMBER_OF" && claim->object && !claim->denied)
      return claim->sentence + 3 >= engine.sentence_index() ? claim->object : std::nullopt;
  return std::nullopt;
}

/// Whose board a piece is: its owner's, "of X", "of directors at X", else of what was spoken of.
std::optional<Actor> organisation_of_board(const RuleEngine& engine, std::size_t board) {
  const auto& pieces = engine.pieces();
  const Noun& noun = engine.noun(board);
  if (!noun.owner.empty() && noun.owner.front().type == NounType::organisation)
    return engine.organisation(noun.owner.front());
  if (engine.clauses().word_at(board + 1, "of|at") && board + 2 < pieces.size() &&
      pieces[board + 2].is_noun()) {
    const Noun& next = engine.noun(board + 2);
    if (next.type == NounType::role &&
        one_of("directors|trustees|governors|regents|supervisors", next.head)) {
      if (!next.employer.empty()) return engine.organisation(next.employer.front());
      if (engine.clauses().word_at(board + 3, "of|at") && board + 4 < pieces.size() &&
          pieces[board + 4].is_noun())
        return engine.organisation(engine.noun(board + 4));
    } else if (next.named()) {
      return engine.organisation(next);
    }
  }
  // "its board": of the organisation that the sentence names before
  for (std::size_t k = board; k-- > 0;)
    if (engine.pieces()[k].is_noun() && engine.noun(k).named() &&
        engine.noun(k).type == NounType::organisation && one_of("its|their", noun.determiner))
      return engine.organisation(engine.noun(k));
  // "the board of trustees": of the university that the text is about
  if (engine.mentions("trustees") && !engine.document().main_organisation().empty() &&
      engine.document().main_organisation_count() >= 2)
    return engine.main_organisation();
  if (one_of("its|the|their|our", noun.determiner))
    return names_fund_before(engine, board) ? std::nullopt : engine.last_organisation();
  return std::nullopt;
}

bool has_seat(const RuleEngine& engine, const Actor& person, const Actor& organisation) {
  return engine.said("BOARD_MEMBER_OF", person.name, organisation.name);
}

void claim_seat(RuleEngine& engine, const Actor& person, const Actor& organisation, const Verb* verb,
                std::size_t from, std::size_t to) {
  if (has_seat(engine, person, organisation) || person.name == organisation.name) return;
  ClaimDraft draft;
  if (verb != nullptr) draft.start = engine.event_date(*verb);
  engine.claim("seat", "BOARD_MEMBER_OF", person, organisation, verb, from, to, std::move(draft));
}

/// "was added to X's board", "sit on X's board", "has gone onto the board of X".
void find_to_board(RuleEngine& engine, std::size_t board) {
  const auto& clauses = engine.clauses();
  std::size_t at = board;
  while (at > 0 && clauses.word_at(at - 1, "the|its|of|seat|a")) --at;
  if (at == 0 || !clauses.word_at(at - 1, "to|on|onto")) return;
  const Verb* verb = clauses.verb_before(at);
  if (verb == nullptr || verb->piece + 5 < at || verb->negated || verb->possible || !engine.told(*verb))
    return;
  const bool set =
      verb->passive &&
      one_of("add|elect|appoint|name|nominate|invite|elevate|return|vote|call|bring", verb->lemma);
  const bool sits = !verb->passive && one_of("sit|serve|go|return|come|get", verb->lemma);
  if (!(set || sits) || verb->lemma == "invite" || verb->lemma == "nominate") return;
  const auto organisation = organisation_of_board(engine, board);
  if (!organisation) return;
  for (const auto& person : engine.people(clauses.subject(*verb)))
    claim_seat(engine, person, *organisation, verb, verb->piece, board);
}

/// "The board of X now includes A and B", "X's board consists of A and B".
void find_members(RuleEngine& engine, std::size_t board) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = board + 1; i + 1 < pieces.size() && i < board + 6; ++i) {
    if (!clauses.word_at(i, "includes|include|comprises|comprise|consists")) continue;
    const std::size_t first = clauses.word_at(i + 1, "of") ? i + 2 : i + 1;
    if (first >= pieces.size() || !pieces[first].is_noun() || engine.noun(first).type != NounType::person)
      return;
    const auto organisation = organisation_of_board(engine, board);
    if (!organisation) return;
    for (const auto& person : engine.people(listed_names(engine, first)))
      claim_seat(engine, person, *organisation, nullptr, board, first);
    return;
  }
}

/// "got his own seat back, and with him came A, B and C": where a board was spoken of.
void find_seat_back(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  auto organisation = board_spoken_of(engine);
  // "resigned from Acme's board last August and now gets his seat back"
  for (std::size_t i = 0; i < pieces.size() && !organisation; ++i)
    if (pieces[i].is_noun() && is_board(engine.noun(i)) && !engine.noun(i).owner.empty() &&
        engine.noun(i).owner.front().type == NounType::organisation)
      organisation = engine.organisation(engine.noun(i).owner.front());
  if (!organisation) return;
  const Verb* got = nullptr;
  for (const Verb& verb : clauses.verbs()) {
    if (verb.possible || verb.negated || !engine.told(verb)) continue;
    const auto objects = clauses.object(verb.piece, "|up");
    const bool own = !objects.empty() && engine.noun(objects.front()).head == "seat";
    if (own && one_of("get|take|win|regain|gain|receive|resume|retain|keep|reclaim", verb.lemma)) {
      bool elsewhere = false;  // "took a seat on X's board" has its own rule
      for (std::size_t k = objects.front() + 1; k < pieces.size() && k < objects.front() + 3; ++k)
        elsewhere = elsewhere || clauses.word_at(k, "on|at|in");
      if (elsewhere) continue;
      for (const auto& person : engine.people(clauses.subject(verb)))
        claim_seat(engine, person, *organisation, &verb, verb.piece, objects.front());
      got = &verb;
    }
    const std::size_t next = verb.piece + 1;
    const bool with = verb.piece > 1 &&
                      (clauses.word_at(verb.piece - 2, "with") || clauses.word_at(verb.piece - 1, "with"));
    if (got != nullptr && with && one_of("come|arrive|join|go", verb.lemma) && next < pieces.size() &&
        pieces[next].is_noun())
      for (const auto& person : engine.people(listed_names(engine, next)))
        claim_seat(engine, person, *organisation, got, verb.piece, next);
  }
}

/// "C is chairman": of the board spoken of.
void find_bare_chairman(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const auto organisation = board_spoken_of(engine);
  if (!organisation) return;
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !clauses.word_at(i + 1, "is|remains|becomes|stays") ||
        !pieces[i + 2].is_noun())
      continue;
    const Noun& job = engine.noun(i + 2);
    const bool chair = job.type == NounType::role &&
                       one_of("chairman|chair|chairwoman|chairperson|director|deputy chairman", job.role) &&
                       job.employer.empty() && job.owner.empty();
    if (!chair || clauses.word_at(i + 3, "of|at")) continue;
    for (const auto& person : engine.people(clauses.group_to(i)))
      claim_seat(engine, person, *organisation, nullptr, i, i + 2);
  }
}

/// "The board of X will be chaired by A".
void find_chaired(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (!verb.passive || !one_of("chair|lead|head", verb.lemma) || !engine.told(verb)) continue;
    const auto subjects = engine.clauses().subject(verb);
    if (subjects.empty() || !is_board(engine.noun(subjects.front()))) continue;
    const auto organisation = organisation_of_board(engine, subjects.front());
    if (!organisation) continue;
    for (const auto& person : engine.people(engine.clauses().object(verb.piece, "by")))
      claim_seat(engine, person, *organisation, &verb, subjects.front(), verb.piece + 1);
  }
}

}  // namespace

void find_boards(RuleEngine& engine) {
  find_chaired(engine);
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (!engine.pieces()[i].is_noun() || !is_board(engine.noun(i))) continue;
    find_to_board(engine, i);
    find_members(engine, i);
  }
  find_seat_back(engine);
  find_bare_chairman(engine);
}

}  // namespace talentflow::ingest::text
