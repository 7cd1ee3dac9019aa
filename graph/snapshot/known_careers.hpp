// Careers of the default reading that are known already, and of which claims they are.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "graph/career/careers.hpp"
#include "schema/claim.hpp"

namespace talentflow::graph {

struct CareersState {
  std::uint64_t claims = 0;           ///< how many the snapshot had that they were derived from
  EntityNumber last_entity = 0;       ///< of that snapshot
  std::vector<LoadNumber> withdrawn;  ///< loads withdrawn at that time, ascending
  bool merged = false;                ///< some entities were merged
  bool operator==(const CareersState&) const = default;
};

struct KnownCareers {
  CareersState state;
  std::shared_ptr<const Careers> careers;  ///< null when none are known
};

}  // namespace talentflow::graph
