// The turns of phrase of an item 5.02 as patterns. RE2 is known here and to the files that use these: its
// time is linear in the text.
#pragma once

#include <string>
#include <string_view>

#include <re2/re2.h>

namespace talentflow::ingest::edgar {

inline std::string_view view(const re2::StringPiece& piece) { return {piece.data(), piece.size()}; }
inline re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

struct OfficerPatterns {
  re2::RE2 name, honorific, mention;
  // Departures: the verb, and what the sentence says behind it.
  re2::RE2 departure, possessive_departure, between_person_and_verb, departure_role, apposition, role_before,
      from_board, also_from_board, stays, future, conditional;
  // Appointments.
  re2::RE2 appointed_whom, was_appointed, takes_post, role_behind, board_behind, committee, no_arrangement;
  // Biographies.
  re2::RE2 dated_post, held_post, employed_as, joined_in, from_to, since, leading_period, still,
      company_served;
  // Days.
  re2::RE2 effective_day, effective, at_once, leading, same_day, stated_day;

  OfficerPatterns();
};

/// Compiled once. Thread-safe.
const OfficerPatterns& officer_patterns();

}  // namespace talentflow::ingest::edgar
