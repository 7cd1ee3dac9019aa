// Two sides of money, read last: the one firm that words for money say something of, and one list of names
// beside it. "The shareholders of X include A, B and C", "money for X came from A and B", "behind X stand A
// and B".
#include <algorithm>

#include "ingest/text/loose_money.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_money_piece(const Piece& piece) {
  const std::string_view word = plain_word(piece);
  return is_giver(piece) || one_of("owners", word) || is_giver_word(word) || is_share_word(word) ||
         is_round_piece(piece) ||
         one_of("money|capital|cash|backing|table|investment|investments|cheque|cheques|injection", word);
}

/// Whether a part speaks of who has put money in, and not only of money.
bool speaks_of_backing(const RuleEngine& engine, const MoneyPart& part) {
  bool money = false;
  bool from = false;
  for (std::size_t i = part.begin; i < part.end; ++i) {
    const Piece& piece = engine.pieces()[i];
    const std::string_view word = plain_word(piece);
    if (is_giver(piece) || one_of("owners|backing|backed|funded|financed|bankrolled|seeded|invested", word))
      return true;
    money = money || is_money_piece(piece);
    from = from || (is_money_piece(piece) && i + 2 < part.end &&
                    engine.clauses().word_at(
                        i + 2, "joined|filled|anchored|underwritten|supported|completed|closed"));
    from = from || (piece.is("from") && i > 0 &&
                    (engine.clauses().word_at(i - 1, "came|comes|come|coming") ||
                     is_money_piece(engine.pieces()[i - 1])));
  }
  return money && from;
}

std::optional<Actor> firm_named(const RuleEngine& engine, std::size_t piece) {
  if (!engine.pieces()[piece].is_noun()) return std::nullopt;
  const Noun& noun = engine.noun(piece);
  if (!noun.named() || noun.type != NounType::organisation || !noun.group.empty()) return std::nullopt;
  return engine.organisation(noun);
}

/// The firm that a word for money is said of: "shareholders of X", "money for X", "X's backers".
std::optional<Actor> firm_with_money(const RuleEngine& engine, const MoneyPart& part) {
  for (std::size_t i = part.begin; i < part.end; ++i) {
    const Piece& piece = engine.pieces()[i];
    if (!is_money_piece(piece)) continue;
    if (piece.is_noun() && !piece.noun.owner.empty() &&
        piece.noun.owner.front().type == NounType::organisation)
      return engine.organisation(piece.noun.owner.front());
    if (piece.is_noun() && piece.noun.type == NounType::role && piece.noun.employer.size() == 1 &&
        piece.noun.employer.front().type == NounType::organisation)
      return engine.organisation(piece.noun.employer.front());
    if (i + 2 < part.end && engine.clauses().word_at(i + 1, "of|for|in|into|at"))
      if (auto firm = firm_named(engine, i + 2)) return firm;
  }
  // "behind X stand A and B", where one of them is a fund
  if (engine.clauses().word_at(part.begin, "behind") && part.begin + 2 < part.end &&
      engine.clauses().word_at(part.begin + 2, "stand|stands|are|is"))
    return firm_named(engine, part.begin + 1);
  // "X got its first money from A and B": who gets it begins the sentence
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.piece < part.begin || verb.piece >= part.end || verb.passive ||
        !one_of("get|receive|count|find|win|attract|raise|close|secure|boast|gain|draw|obtain", verb.lemma))
      continue;
    const auto subjects = engine.clauses().subject(verb);
    if (subjects.size() == 1 && subjects.front() == part.begin) return firm_named(engine, part.begin);
  }
  return std::nullopt;
}

/// The names of a part that can have put money in: all but the firm, and the houses of people ("Ann of
/// Blue").
std::vector<std::size_t> other_names(const RuleEngine& engine, const MoneyPart& part, const Actor& firm) {
  std::vector<std::size_t> out;
  for (std::size_t i = part.begin; i < part.end; ++i) {
    if (!engine.pieces()[i].is_noun() || !engine.noun(i).named() || engine.noun(i).type == NounType::place)
      continue;
    const bool house =
        i > part.begin + 1 && engine.clauses().word_at(i - 1, "of|at") && engine.is_person_at(i - 2);
    if (house) continue;
    const auto who = engine.anyone(engine.noun(i));
    if (who && who->name == firm.name) continue;
    out.push_back(i);
  }
  return out;
}

}  // namespace

void find_money_parties(RuleEngine& engine, const MoneyPart& part) {
  const bool behind = engine.clauses().word_at(part.begin, "behind");
  if (!behind && !speaks_of_backing(engine, part)) return;
  const auto firm = firm_with_money(engine, part);
  if (!firm || firm->kind == "Fund" || is_fund_name(firm->name)) return;
  const auto names = other_names(engine, part, *firm);
  if (names.empty()) return;
  // one list and no more: whoever else is named may do something else
  const auto list = listed_names(engine, names.front());
  const bool one_list = std::all_of(names.begin(), names.end(), [&](std::size_t index) {
    return std::find(list.begin(), list.end(), index) != list.end();
  });
  const bool fund = std::any_of(names.begin(), names.end(),
                                [&](std::size_t index) { return is_fund_name(engine.noun(index).name); });
  if (!one_list || (names.size() < 2 && !fund) || (behind && !fund)) return;
  claim_investors(engine, "money-parties", names, firm);
}

}  // namespace talentflow::ingest::text
