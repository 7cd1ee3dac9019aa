// Belief in a fact from the claims about it, by origins.
//
// Claims are grouped by the publisher at the root; a copied claim counts once. Support S = 1 - prod(1 - r)
// over the asserting groups, denial D likewise, r at most 0.999 (r of a group: its strongest claim's).
// Dempster's rule gives belief = S(1-D)/(1-SD) and plausibility = 1 - D(1-S)/(1-SD).
#pragma once

#include <cstdint>
#include <span>

#include "graph/career/stint.hpp"

namespace talentflow::graph {

inline constexpr double kMaxStrength = 0.999;

struct Belief {
  double belief = 0.0;        ///< 0..1
  double plausibility = 1.0;  ///< 0..1, at least belief
  double support = 0.0;       ///< S
  double denial = 0.0;        ///< D
  std::uint32_t origins = 0;  ///< independent publishers that assert
};

/// Order of the evidence does not matter. Thread-safe.
Belief combine(std::span<const Evidence> evidence);

/// Grades of one claim and of the sources it rests on. 0 stands for "not graded" (also F and 6).
struct Grades {
  char root_reliability = 0;  ///< A..E of the source at the root
  char own_reliability = 0;   ///< A..E of the page itself
  int credibility = 0;        ///< 1..5
  float confidence = -1.0F;   ///< explicit; wins over both
  Status status = Status::none;
};

/// Strength r of one claim: the smaller of reliability (the root's where it has one) and credibility, 0.5
/// when both are unjudged; the explicit confidence wins; a rumour is capped.
double strength(const Grades& grades, const Vocabulary& vocabulary);

}  // namespace talentflow::graph
