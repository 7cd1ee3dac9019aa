// What the loose readings of arrivals, departures and appointments share.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/text/loose_reading.hpp"
#include "ingest/text/moves.hpp"

namespace talentflow::ingest::text {

/// The person came to the house, unless this sentence says where else, or the text has said so.
void claim_arrival(RuleEngine& engine, std::string_view rule, const Actor& person, const Actor& house,
                   const Verb& verb, std::size_t to);
/// Where those come of whom no house is said: to what the text is about, unless it has them elsewhere or
/// others were just said to come to somewhere else.
std::optional<Actor> house_of_arrivals(const RuleEngine& engine, const Actor& person);
/// Whether the text has said anything of the two.
bool belongs_to(const RuleEngine& engine, const Actor& person, const Actor& house);
/// Whether the text has somebody anywhere else than at the house, as one who works there or did.
bool is_known_elsewhere(const RuleEngine& engine, const Actor& person, const Actor& house);
/// "Ann, the finance chief, who ..": a post whose house the text has not said there, so she is inside
/// already.
bool has_bare_job(const RuleEngine& engine, std::size_t person);

}  // namespace talentflow::ingest::text
