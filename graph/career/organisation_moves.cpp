#include "graph/career/organisation_moves.hpp"

namespace talentflow::graph {

std::span<const OrganisationMove> OrganisationMover::moves(std::span<const StintRow> rows) {
  posts_.clear();
  moves_.clear();
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (!likely(rows[i]) || (rows[i].has(StintRow::study) && !walk_.rules().study)) continue;
    Post post = likely_post(rows[i]);
    post.group = post.tie = ownership_.root(rows[i].organisation, ownership_day(rows[i]));
    post.row = i;
    posts_.push_back(post);
  }
  if (posts_.size() < 2) return moves_;
  walk_.run(posts_);
  for (const Move& move : walk_.moves()) {
    if (move.entry() || move.exit()) continue;
    const std::uint32_t left = posts_[walk_.origin_post(move)].row;
    const std::uint32_t joined = posts_[walk_.destination_post(move)].row;
    const EntityNumber origin = rows[left].organisation, destination = rows[joined].organisation;
    // the organisation itself may have changed hands in the meantime: the person did not move
    const Day day = move.dated() ? middle_day(move.low, move.high) : move.high;
    if (origin == destination || ownership_.root(origin, day) == ownership_.root(destination, day)) continue;
    if (!walk_.rules().founding && rows[joined].has(StintRow::founded)) continue;
    moves_.push_back({{move.low, move.high}, origin, destination, left, joined, move.assumed, move.dual});
  }
  if (walk_.rules().first_only && moves_.size() > 1) moves_.resize(1);
  return moves_;
}

}  // namespace talentflow::graph
