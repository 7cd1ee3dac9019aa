// The claims about posts, grouped by person and handed to fuse(): how a reading gets its Careers.
#pragma once

#include <vector>

#include "graph/career/careers.hpp"
#include "graph/snapshot/selection.hpp"
#include "graph/snapshot/snapshot.hpp"
#include "graph/snapshot/sources.hpp"

namespace talentflow::graph {

/// Career claims of all persons of a reading, by person.
class PersonClaims {
 public:
  /// Of all persons, or (with `only`, by entity, not empty) of those marked there.
  PersonClaims(const Snapshot& snapshot, const Selection& selection, const SourceTable& sources,
               const std::vector<EntityNumber>& representative, const std::vector<std::uint8_t>& only = {});

  std::size_t person_count() const { return persons_.size(); }
  EntityNumber person(std::size_t index) const { return persons_[index]; }
  std::size_t claim_count() const { return claims_.size(); }
  /// Claims of the persons before this one.
  std::uint32_t first_claim(std::size_t index) const { return first_[index]; }
  /// Fills `claims`, sorted by organisation.
  void read(std::size_t index, std::vector<CareerClaim>& claims) const;

 private:
  EntityNumber merged(EntityNumber entity) const {
    return representative_.empty() ? entity : representative_[entity];
  }

  const Snapshot& snapshot_;
  const SourceTable& sources_;
  const std::vector<EntityNumber>& representative_;
  std::vector<EntityNumber> persons_;
  std::vector<std::uint32_t> first_{0};
  std::vector<ClaimIndex> claims_;
};

/// Fuses every person's claims, on as many threads as `threads` (1 = this one alone); contested stints are
/// left out when the reading says so. The result does not depend on the number of threads.
Careers make_careers(const PersonClaims& claims, const Reading& reading, unsigned threads);

}  // namespace talentflow::graph
