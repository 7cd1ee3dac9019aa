// Facts: what the claims about one thing add up to. The edges of the graph that are neither stints nor moves.
//
// The claims with one subject, relation and object are one fact, unless their periods certainly lie apart:
// "adviser 2010 to 2012" and "adviser since 2015" are two episodes. Claims about a person's posts (JOINED,
// LEFT, FOUNDED, ..) fall into the episodes of the person's stints, so that a second JOINED after a LEFT is a
// second fact, while two pages that differ by a day about the same departure stay rivals within one. Denials
// join the fact they deny; a claim without dates joins the first episode.
//
// Of a bound that several claims state, values that can be one ("2026", "2026-03") are one value, the
// narrower; others are rivals: the one with the strongest support leads and the fact is contested. So are
// amounts that do not overlap.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/career/careers.hpp"
#include "graph/snapshot/selection.hpp"
#include "graph/snapshot/snapshot.hpp"
#include "graph/snapshot/sources.hpp"

namespace talentflow::graph {

struct FactRow {
  EntityNumber subject = 0, object = 0;  ///< as merged; object == subject for a statement without an object
  TermNumber relation = 0;
  std::uint32_t first_claim = 0, claim_count = 0;  ///< into FactTable::claims
  float belief = 0.0F, plausibility = 0.0F;
  std::uint16_t origins = 0, sources = 0, episode = 0;
  Status status = Status::none;
  bool contested = false;
  bool end_open = false;
  ClaimIndex start_claim = kNoClaim, end_claim = kNoClaim;  ///< those that state the leading values
  ClaimIndex lead = kNoClaim;                               ///< the strongest asserting claim
};

struct FactTable {
  std::vector<FactRow> facts;    ///< asserted by somebody: edges. By subject, relation, object, episode
  std::vector<FactRow> denials;  ///< only denied: no edges
  std::vector<ClaimIndex> claims;

  std::span<const ClaimIndex> claims_of(const FactRow& fact) const {
    return {claims.data() + fact.first_claim, fact.claim_count};
  }
};

/// True for relations whose claims make stints alone (WORKS_AT): they are no facts beside them.
bool stint_only(const Snapshot& snapshot, TermNumber relation);
/// True for relations that happen on a day (JOINED, ACQUIRED, ..): `start` is that day, and there is no end.
bool is_event(const Snapshot& snapshot, TermNumber relation);

FactTable make_facts(const Snapshot& snapshot, const Selection& selection, const SourceTable& sources,
                     const std::vector<EntityNumber>& representative, const Careers& careers);

}  // namespace talentflow::graph
