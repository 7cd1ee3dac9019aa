#include "graph/snapshot/identity.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "graph/belief/belief.hpp"
#include "graph/snapshot/statements.hpp"

namespace talentflow::graph {
namespace {

using Pair = std::pair<EntityNumber, EntityNumber>;

/// Evidence for statements of one relation, by the unordered pair of entities.
std::map<Pair, std::vector<Evidence>> pairs_of(const Snapshot& snapshot, const Selection& selection,
                                               const SourceTable& sources, std::string_view relation) {
  std::map<Pair, std::vector<Evidence>> pairs;
  const auto name = snapshot.names().find(relation);
  if (!name) return pairs;
  for (const ClaimIndex claim : selection.statements) {
    const ClaimRow& row = snapshot.row(claim);
    if (snapshot.term(row.relation).name != *name || row.edge_id != 0 || row.object == 0 ||
        row.object == row.subject)
      continue;
    pairs[std::minmax(row.subject, row.object)].push_back(evidence_of(row, sources));
  }
  return pairs;
}

class Merger {
 public:
  Merger(EntityNumber last, const std::vector<ClaimIndex>& first_mention)
      : parent_(last + std::size_t{1}), first_mention_(first_mention) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  EntityNumber root(EntityNumber entity) {
    while (parent_[entity] != entity) entity = parent_[entity] = parent_[parent_[entity]];
    return entity;
  }
  void merge(Pair pair) {
    const EntityNumber first = root(pair.first), second = root(pair.second);
    const bool keep_first =
        std::pair(first_mention_[first], first) < std::pair(first_mention_[second], second);
    parent_[keep_first ? second : first] = keep_first ? first : second;
  }
  bool keeps_apart(Pair pair, const std::vector<Pair>& different) {
    const Pair roots = std::minmax(root(pair.first), root(pair.second));
    return std::any_of(different.begin(), different.end(), [&](const Pair& other) {
      return Pair(std::minmax(root(other.first), root(other.second))) == roots;
    });
  }
  std::vector<EntityNumber> finish() {
    for (EntityNumber entity = 0; entity < parent_.size(); ++entity) parent_[entity] = root(entity);
    return std::move(parent_);
  }

 private:
  std::vector<EntityNumber> parent_;
  const std::vector<ClaimIndex>& first_mention_;
};

/// Position of the first claim, known by the reading's time, that mentions each entity. Not the entity's
/// number: that may come from a claim which the reading does not know yet.
std::vector<ClaimIndex> first_mentions(const Snapshot& snapshot, const Selection& selection) {
  std::vector<ClaimIndex> first(snapshot.last_entity() + std::size_t{1}, kNoClaim);
  for (ClaimIndex claim = 0; claim < snapshot.claim_count(); ++claim) {
    if (selection.fate[claim] == Fate::later) continue;
    const ClaimRow& row = snapshot.row(claim);
    first[row.subject] = std::min(first[row.subject], claim);
    if (row.stance != Stance::withdraws) first[row.object] = std::min(first[row.object], claim);
  }
  return first;
}

}  // namespace

std::vector<EntityNumber> merged_entities(const Snapshot& snapshot, const Selection& selection,
                                          const SourceTable& sources) {
  const auto same = pairs_of(snapshot, selection, sources, "SAME_AS");
  if (same.empty()) return {};
  std::vector<std::pair<double, Pair>> merges;
  for (const auto& [pair, evidence] : same) {
    const Belief belief = combine(evidence);
    if (belief.denial <= 0.0 && belief.belief >= 0.5) merges.emplace_back(-belief.belief, pair);
  }
  std::vector<Pair> different;
  for (const auto& [pair, evidence] : pairs_of(snapshot, selection, sources, "DIFFERENT_FROM"))
    if (combine(evidence).origins > 0) different.push_back(pair);
  std::sort(merges.begin(), merges.end());
  const std::vector<ClaimIndex> mentions = first_mentions(snapshot, selection);
  Merger merger(snapshot.last_entity(), mentions);
  bool any = false;
  for (const auto& [belief, pair] : merges) {
    if (merger.keeps_apart(pair, different)) continue;
    merger.merge(pair);
    any = true;
  }
  return any ? merger.finish() : std::vector<EntityNumber>();
}

}  // namespace talentflow::graph
