// What the loose readings of money share (rules_loose_investors.cpp, rules_loose_parties.cpp): the parts of a
// sentence, the words for money put in, and lists of names that nothing else has read.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/text/rounds.hpp"

namespace talentflow::ingest::text {

/// What stands between semicolons: what is said there is said of its own names.
struct MoneyPart {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<MoneyPart> money_parts(const RuleEngine& engine);

/// The word that a piece stands for: the head of a phrase without a name, the word itself.
std::string_view plain_word(const Piece& piece);
bool is_giver_word(std::string_view word);
/// "investors", "backer", "cornerstone buyers": who puts money in.
bool is_giver(const Piece& piece);
/// "stake", "shares".
bool is_share_word(std::string_view word);
/// "money", "cheque", "rest": what is put in.
bool is_money_word(std::string_view word);
/// "round", "Series B", "flotation".
bool is_round_piece(const Piece& piece);
/// Hopes, talks, denials: nothing in the part is told as done.
bool is_mere_talk(const RuleEngine& engine, const MoneyPart& part);
/// Whether a piece names a firm, fund or person, no place, product, school or newspaper.
bool can_invest(const RuleEngine& engine, std::size_t piece);
/// What the claims of this sentence say of a name.
enum class NameUse { none, invested, other };
NameUse use_of(const RuleEngine& engine, const std::string& name);
/// Whether a round, or somebody in one, was told of in this sentence or in some before it.
bool round_just_told(const RuleEngine& engine, std::size_t back = 2);
/// The names of a list that nothing in the sentence has been said of; none where one has another part in it.
std::vector<std::size_t> unread_investors(const RuleEngine& engine, const std::vector<std::size_t>& names);
/// Puts down that the unread names of a list put money into a firm: the one told, else whom the text has
/// raise money.
void claim_investors(RuleEngine& engine, std::string_view rule, const std::vector<std::size_t>& names,
                     const std::optional<Actor>& told);

/// "The shareholders of X include A", "behind X stand A and B", "money for X came from A"
/// (rules_loose_parties.cpp); find_loose_investors calls it.
void find_money_parties(RuleEngine& engine, const MoneyPart& part);

}  // namespace talentflow::ingest::text
