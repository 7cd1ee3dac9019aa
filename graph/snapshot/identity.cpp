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
  explicit Merger(EntityNumber last) : parent_(last + std::size_t{1}) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  EntityNumber root(EntityNumber entity) {
    while (parent_[entity] != entity) entity = parent_[entity] = parent_[parent_[entity]];
    return entity;
  }
  void merge(Pair pair) {
    const EntityNumber first = root(pair.first), second = root(pair.second);
    parent_[std::max(first, second)] = std::min(first, second);
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
};

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
  Merger merger(snapshot.last_entity());
  bool any = false;
  for (const auto& [belief, pair] : merges) {
    if (merger.keeps_apart(pair, different)) continue;
    merger.merge(pair);
    any = true;
  }
  return any ? merger.finish() : std::vector<EntityNumber>();
}

}  // namespace talentflow::graph
