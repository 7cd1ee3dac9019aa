// Which country a stint belongs to: by site, headquarters or owner. A place nobody stated is unknown, never a
// guess.
#pragma once

#include "graph/career/ownership.hpp"
#include "graph/flow/question.hpp"

namespace talentflow::graph {

inline bool known(CountryCode country) { return country[0] != 0; }

/// Look-ups over Organisations and Ownership, which must outlive it. Any thread may read.
class Locator {
 public:
  Locator(const Organisations& organisations, const Ownership& ownership, Location location)
      : organisations_(organisations), ownership_(ownership), location_(location) {}

  CountryCode country(const StintRow& row) const;
  /// The place of an organisation by itself, as of a day; a stint's own place may differ.
  CountryCode country(EntityNumber organisation, Day day) const;
  Location location() const { return location_; }

 private:
  const Organisations& organisations_;
  const Ownership& ownership_;
  Location location_;
};

}  // namespace talentflow::graph
