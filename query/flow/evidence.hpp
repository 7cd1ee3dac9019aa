// The walk down the ladder: moves with their posts, posts with their claims, claims with their sources.
#pragma once

#include <string>
#include <vector>

#include "graph/flow/flow.hpp"
#include "query/flow/flow_context.hpp"

namespace talentflow::query {

/// move, person, fact, belief, claim, stance, status, source, publisher, origin, url, locator, published,
/// recorded.
const std::vector<std::string>& evidence_columns();

/// "Qwen -> Meta 2026-01"
std::string move_text(const graph::View& view, const graph::CountedMove& move);
/// Both posts of a move, claim by claim.
void add_evidence(const graph::View& view, const graph::CountedMove& move, std::vector<Row>& rows);
/// One edge, claim by claim.
void add_evidence(const graph::View& view, graph::EdgeNumber edge, std::vector<Row>& rows);

/// Columns of SHOW MOVES after the row's own: person, name, from, to, date, ..
const std::vector<std::string>& move_columns();
Row move_row(const graph::View& view, const graph::CountedMove& move);

}  // namespace talentflow::query
