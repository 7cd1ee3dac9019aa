// What the rules of arriving and of leaving share (rules_moves.cpp, rules_departures.cpp).
#pragma once

#include <string_view>

#include "ingest/text/rule_engine.hpp"

namespace talentflow::ingest::text {

/// The person came to the organisation when the verb says; pieces up to `to` carry it.
void claim_joined(RuleEngine& engine, std::string_view rule, const Actor& person, const Actor& organisation,
                  const Verb& verb, std::size_t to);
/// Whether those of whom the verb tells are people without names: "seven researchers".
bool goes_unnamed(const RuleEngine& engine, const Verb& verb);
/// "left Acme (for Blue)", "resigned as chief of Acme", "stepped down".
void find_departure(RuleEngine& engine, const Verb& verb);
/// "Ann and Bob went in January", "has already gone".
void find_bare_departure(RuleEngine& engine, const Verb& verb);

}  // namespace talentflow::ingest::text
