#include "graph/snapshot/statements.hpp"

#include <algorithm>

#include "graph/snapshot/identity.hpp"

namespace talentflow::graph {

void filter_statements(const Snapshot& snapshot, const Reading& reading, const SourceTable& sources,
                       Selection& selection) {
  if (!reading.according_to && reading.min_confidence <= 0.0) return;
  std::vector<std::uint8_t> within;  // by source: 0 not asked yet, 1 outside, 2 inside
  if (reading.according_to) within.assign(snapshot.last_entity() + 1, 0);
  std::vector<std::uint8_t> of_identity;  // by relation: 0 not asked yet, 1 no, 2 says who is who
  const auto says_who = [&](TermNumber relation) {
    if (relation >= of_identity.size()) of_identity.resize(relation + std::size_t{1}, 0);
    if (of_identity[relation] == 0) of_identity[relation] = is_identity_relation(snapshot, relation) ? 2 : 1;
    return of_identity[relation] == 2;
  };
  const auto fate = [&](const ClaimRow& row) {
    if (row.edge_id != 0 || (says_who(row.relation) && is_common_identity(snapshot, sources, row)))
      return Fate::read;
    if (reading.according_to) {
      std::uint8_t& answer = within[row.source];
      if (answer == 0) answer = sources.within(row.source, *reading.according_to) ? 2 : 1;
      if (answer == 1) return Fate::other_source;
    }
    return static_cast<double>(sources.strength(row)) < reading.min_confidence - 1e-7 ? Fate::weak
                                                                                      : Fate::read;
  };
  std::erase_if(selection.statements, [&](ClaimIndex claim) {
    selection.fate[claim] = fate(snapshot.row(claim));
    return selection.fate[claim] != Fate::read;
  });
}

Evidence evidence_of(const ClaimRow& claim, const SourceTable& sources) {
  return {claim.number,
          claim.source,
          sources.root_publisher(claim),
          sources.strength(claim),
          claim.stance == Stance::denies,
          claim.status};
}

}  // namespace talentflow::graph
