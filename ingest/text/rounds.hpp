// What the rules about money share: which noun names a round, whose round it is, who stands in a list of
// investors.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/text/rule_engine.hpp"

namespace talentflow::ingest::text {

/// "round", "funding", "Series", "seed": nouns of money raised.
bool is_round_noun(std::string_view head);

/// The same of a phrase, "Series B" among them.
bool is_round_phrase(const Noun& noun);

/// Whether a name is a fund's: known as one, or by its last word ("Capital", "Ventures").
bool is_fund_name(const std::string& name);

/// Whether a fund is named before a piece of the sentence: "its board" is then one of those it pays.
bool names_fund_before(const RuleEngine& engine, std::size_t piece);

/// Whether an amount is no money for an organisation: its value, sales, pay, costs, or what it will spend.
bool is_other_money(const RuleEngine& engine, std::size_t amount);

/// The piece of the amount that is a valuation, if the sentence gives one: "at a ~$2B valuation", "valued at
/// $2B", "at a price of $12 billion before the money".
std::optional<std::size_t> valuation_piece(const RuleEngine& engine);

/// Puts down that an organisation raised the amount of a piece; `verb` may be null.
void claim_raise(RuleEngine& engine, std::string_view rule, const Verb* verb, const Actor& organisation,
                 std::size_t amount);

/// The organisation whose round a piece speaks of: of the sum told last before it in the sentence, else of
/// the one told first in it, else of the last round of the text.
std::optional<Actor> round_target(const RuleEngine& engine, std::size_t piece);

/// Puts down that the named noun of a piece invested; nothing for other nouns and for the organisation
/// itself.
void claim_investor(RuleEngine& engine, const Verb* verb, std::size_t index, const Actor& target, bool lead);

/// The names of an enumeration that begins at a piece, over descriptions and asides: "A, B, whose partner C
/// is involved, D, the former head of E, and the F brothers G and H" are A, B, D, G and H.
std::vector<std::size_t> listed_names(const RuleEngine& engine, std::size_t from);

/// "Series B", "seed": which round the sentence names; empty when none.
std::string round_name(const RuleEngine& engine);

/// Whether the sentence has a sum or a noun of a round.
bool names_round(const RuleEngine& engine);

/// "a $40 million Series A for X", "X's $25 million round", "the $5 billion that X raised came from A"
/// (rules_rounds.cpp); find_money calls it.
void find_rounds(RuleEngine& engine);
/// "$90M for Acme", "another $5 million for Acme": a sum and whom it is for, at the beginning of an item
/// (rules_headline.cpp).
void find_sums_for(RuleEngine& engine);
/// "Also in are A and B", "A and B wrote cheques", "supplied by A" (rules_backers.cpp); find_investors calls
/// it.
void find_backers(RuleEngine& engine);
/// "A bought in, as did B", "X has $70 million from A" (rules_participants.cpp); find_investors calls it.
void find_participants(RuleEngine& engine);
/// "took a 5% stake in X" (rules_stakes.cpp); find_investors calls it.
void find_stakes(RuleEngine& engine);

}  // namespace talentflow::ingest::text
