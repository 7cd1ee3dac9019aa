// Lists of those who sit on a board: "With her come three new directors: A, ..; B, ..; and C", "the board has
// seven members: A, B ..", "A, the chairman, stays, and so do B and C", "A and B also join the board".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool are_directors(const Noun& noun) {
  return !noun.named() && noun.plural &&
         one_of("directors|trustees|members|seats|faces|appointees", noun.head);
}

bool is_board(const Noun& noun) { return !noun.named() && one_of("board|boards", noun.head); }

/// Whether the text speaks of a board here or in the sentence before.
bool speaks_of_board(const RuleEngine& engine) {
  if (engine.mentions("board") || engine.mentions("directors") || engine.mentions("trustees")) return true;
  if (engine.sentence_index() == 0) return false;
  for (const Token& token : engine.document().sentences()[engine.sentence_index() - 1].sentence.tokens)
    if (one_of("board|directors|trustees", token.lower)) return true;
  return false;
}

/// The board that the text told of last, in this sentence or the three before it.
std::optional<Actor> board_told(const RuleEngine& engine) {
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim)
    if (claim->relation == "BOARD_MEMBER_OF" && claim->object && !claim->denied)
      return claim->sentence + 3 >= engine.sentence_index() ? claim->object : std::nullopt;
  return std::nullopt;
}

/// Whose board a list is of.
std::optional<Actor> organisation_of(const RuleEngine& engine, std::size_t piece) {
  const Noun& noun = engine.noun(piece);
  if (!noun.owner.empty() && noun.owner.front().type == NounType::organisation)
    return engine.organisation(noun.owner.front());
  if (!noun.employer.empty()) return engine.organisation(noun.employer.front());
  for (std::size_t i = piece + 1; i + 1 < engine.pieces().size() && i < piece + 6; ++i) {
    if (!engine.clauses().word_at(i, "of|at|on")) {
      if (engine.pieces()[i].is_noun() && !engine.noun(i).named()) continue;
      break;
    }
    if (engine.pieces()[i + 1].is_noun() && engine.noun(i + 1).named() &&
        engine.noun(i + 1).type == NounType::organisation)
      return engine.organisation(engine.noun(i + 1));
  }
  if (auto told = board_told(engine)) return told;
  return engine.last_organisation();
}

/// The people that a list names, each with what is said of them: the first of every part between ";", else
/// the names of one enumeration.
std::vector<Actor> listed_people(const RuleEngine& engine, std::size_t from) {
  const auto& pieces = engine.pieces();
  bool parts = false;
  for (std::size_t i = from; i < pieces.size(); ++i) parts = parts || pieces[i].is(";");
  if (!parts) {
    std::vector<std::size_t> names;
    for (const std::size_t index : listed_names(engine, from))
      if (engine.is_person_at(index)) names.push_back(index);
    return engine.people(names);
  }
  std::vector<Actor> out;
  bool first = true;
  for (std::size_t i = from; i < pieces.size(); ++i) {
    if (pieces[i].is(";")) first = true;
    if (!first || !engine.is_person_at(i)) continue;
    if (auto person = engine.person(engine.noun(i))) out.push_back(std::move(*person));
    first = false;
  }
  return out;
}

void claim_seats(RuleEngine& engine, std::string_view rule, const std::vector<Actor>& people,
                 const std::optional<Actor>& organisation, std::optional<Date> date, std::size_t from,
                 std::size_t to) {
  if (!organisation) return;
  for (const Actor& person : people) {
    if (person.name == organisation->name || engine.said("BOARD_MEMBER_OF", person.name, organisation->name))
      continue;
    ClaimDraft draft;
    if (date) draft.start = *date;
    engine.claim(rule, "BOARD_MEMBER_OF", person, organisation, nullptr, from, to, std::move(draft));
  }
}

/// "three new directors: A, B and C", "The other members are A and B", "the board's seven members: A ..".
void find_list(RuleEngine& engine, std::size_t i) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (!speaks_of_board(engine)) return;
  if (engine.noun(i).head == "members" && !engine.mentions("board") && !board_told(engine)) return;
  for (std::size_t k = i + 1; k + 1 < pieces.size() && k < i + 6; ++k) {
    if (clauses.word_at(k, ",") && engine.is_person_at(k + 1) && k == i + 1) {
      claim_seats(engine, "directors-named", listed_people(engine, k + 1), organisation_of(engine, i),
                  std::nullopt, i, k + 1);
      return;
    }
    if (!clauses.word_at(k, ":|are|were|-|include|including")) continue;
    bool person = false;
    for (std::size_t n = k + 1; n < pieces.size() && n < k + 3; ++n)
      person = person || engine.is_person_at(n);
    if (person)
      claim_seats(engine, "directors-named", listed_people(engine, k + 1), organisation_of(engine, i),
                  std::nullopt, i, k + 1);
    return;
  }
}

/// "A, the chairman, stays, and so do B and C": of the board told of.
void find_staying(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const auto organisation = board_told(engine);
  if (!organisation || !speaks_of_board(engine)) return;
  bool stays = false;
  for (const Verb& verb : clauses.verbs()) {
    if (!one_of("stay|remain|continue", verb.lemma) || verb.negated || verb.possible) continue;
    const std::size_t next = verb.piece + 1;
    const bool bare = next >= pieces.size() || clauses.word_at(next, ",|.|;|on|too|and|as");
    if (!bare) continue;
    auto subjects = clauses.subject(verb);
    const auto people = engine.people(subjects);
    if (people.empty()) continue;
    stays = true;
    claim_seats(engine, "stays-on-board", people, organisation, std::nullopt, verb.piece, verb.piece);
  }
  if (!stays) return;
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i)
    if (clauses.word_at(i, "so|as") && clauses.word_at(i + 1, "do|does|will"))
      claim_seats(engine, "stays-on-board", listed_people(engine, i + 2), organisation, std::nullopt, i,
                  i + 2);
}

/// "the board of trustees, chaired by A", "the board, which A chairs", "A, chairman of the trustees".
void find_chaired_by(RuleEngine& engine, std::size_t board) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = board + 1; i + 2 < pieces.size() && i < board + 6; ++i) {
    if (clauses.word_at(i, "of") || clauses.word_at(i, ",|directors|trustees|is|was") ||
        (pieces[i].is_noun() && are_directors(engine.noun(i))))
      continue;
    if (!clauses.word_at(i, "chaired|headed|led") || !clauses.word_at(i + 1, "by") ||
        !engine.is_person_at(i + 2))
      return;
    claim_seats(engine, "chaired-by", engine.people(clauses.group_from(i + 2)),
                organisation_of(engine, board), std::nullopt, board, i + 2);
    return;
  }
}

/// "A, chairman of the trustees,", "A, who chairs the board": where a board was told of.
void find_chairman_of_trustees(RuleEngine& engine, std::size_t i) {
  const Noun& job = engine.noun(i);
  if (job.type != NounType::role || !one_of("chairman|chair|chairwoman|president", job.head)) return;
  const std::string& role = job.role;
  const bool of_board = role.ends_with("of trustees") || role.ends_with("of directors") ||
                        role.ends_with("of the board") || role.ends_with("of board");
  const bool behind = engine.clauses().word_at(i + 1, "of") && i + 2 < engine.pieces().size() &&
                      engine.pieces()[i + 2].is_noun() && are_directors(engine.noun(i + 2));
  if ((!of_board && !behind) || !job.employer.empty()) return;
  const auto holder = engine.clauses().holder_of(i);
  if (!holder) return;
  auto organisation = board_told(engine);
  if (!organisation) organisation = engine.last_organisation();
  claim_seats(engine, "chairman-of-board", engine.people({*holder}), organisation, std::nullopt, *holder, i);
}

}  // namespace

void find_directors(RuleEngine& engine) {
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (!engine.pieces()[i].is_noun()) continue;
    if (are_directors(engine.noun(i))) find_list(engine, i);
    if (is_board(engine.noun(i))) find_chaired_by(engine, i);
    find_chairman_of_trustees(engine, i);
  }
  find_staying(engine);
}

}  // namespace talentflow::ingest::text
