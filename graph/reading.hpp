// A reading: which claims count, and what to do with contested facts. Every derived thing (facts, stints, moves,
// flows) is a function of the claims and a reading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/claim.hpp"

namespace talentflow::graph {

/// A set of sources, as an expression over what sources are described by.
struct SourceSet {
  enum class Op { bloc, publisher, source_class, source, listed, any_of, all_of, except };
  Op op = Op::any_of;
  std::string text;                   ///< bloc, publisher, class or source id
  std::vector<EntityNumber> sources;  ///< listed: sources that a pattern (s:Source WHERE ..) matched, sorted
  std::vector<SourceSet> parts;       ///< any_of, all_of: operands; except: [kept, removed]
};

enum class Contested { expected, exclude };

/// Default: everything known, now.
struct Reading {
  std::optional<Instant> as_of;          ///< recorded time; claims recorded later are not read
  std::optional<DayRange> valid;         ///< only facts that can hold in the range (a point when low == high)
  std::optional<SourceSet> according_to;
  double min_confidence = 0.0;           ///< claims with a smaller strength are not read
  Contested contested = Contested::expected;

  bool is_default() const {
    return !as_of && !valid && !according_to && min_confidence <= 0.0 && contested == Contested::expected;
  }
};

}  // namespace talentflow::graph
