// Where well-known organisations sit and what they make, by which texts call them: "the Paris start-up", "the
// search group", "the ChatGPT maker". The table is datasets/vocabulary/known_homes.csv, compiled in.
#pragma once

#include <string>
#include <string_view>

namespace talentflow::ingest::text {

enum class Fit { no, unknown, yes };

/// Whether a description ("french company", in lower case) may mean an organisation: `no` where it names a
/// place that is not one of the organisation's, `yes` where a place or a trade is its own, `unknown` for
/// descriptions and organisations that the table says nothing of. Safe from any thread.
Fit description_fits(std::string_view organisation, std::string_view described);

/// Whether a description names a place or a trade at all: "the new company" does not.
bool describes_home(std::string_view described);

/// Whether the name is of a company long grown up: one that buys, and raises no rounds.
bool is_giant(std::string_view organisation);

/// The one organisation that makes what the description names ("chatgpt maker"); empty where none is known or
/// several make such things.
std::string maker_of_product(std::string_view described);

}  // namespace talentflow::ingest::text
