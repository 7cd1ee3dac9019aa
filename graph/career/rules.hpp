// The rules by which stints become moves, with their defaults. LANGUAGE.md's COUNTING sets them one by one.
#pragma once

#include <cstdint>

namespace talentflow::graph {

/// What to do with a post that runs beside another for longer than an overlap.
enum class Concurrent : std::uint8_t {
  when_origin_ends,  ///< a dual post; a move when the first is known to have ended
  on_arrival,        ///< a move when the second begins
  exclude,           ///< never a move
};

/// How a move with a coarse date falls into buckets when expectations are computed.
enum class DateSpread : std::uint8_t {
  spread,    ///< evenly over its range of days
  midpoint,  ///< whole, into the bucket of its middle day
};

/// At which end of a move the population's role must hold.
enum class RoleAt : std::uint8_t { either, origin, destination };

/// Lengths are in days.
struct Rules {
  std::int32_t gap = 365;     ///< adjacent spells are one, and a step is a move, over a hole of at most this
  std::int32_t overlap = 90;  ///< an overlap of at most this is a handover
  std::int32_t min_stay = 180;  ///< a spell known to have been shorter is a visit
  std::int32_t carry =
      5 * 365;  ///< how long a post not known to have ended lasts past the last evidence of it
  Concurrent concurrent = Concurrent::when_origin_ends;
  DateSpread dates = DateSpread::spread;
  RoleAt role_at = RoleAt::either;
  bool founding =
      true;            ///< false (NO FOUNDING): a step into a post that began with a founding is not counted
  bool study = false;  ///< true (STUDY): studying is a post
  bool first_only = false;  ///< true (FIRST ONLY): of each person only the first counted move

  bool operator==(const Rules&) const = default;
};

}  // namespace talentflow::graph
