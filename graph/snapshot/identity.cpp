#include "graph/snapshot/identity.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "graph/belief/belief.hpp"
#include "graph/snapshot/statements.hpp"
#include "graph/store/description.hpp"

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
  Merger(EntityNumber last, const std::vector<ClaimIndex>& first_mention,
         const std::vector<std::uint8_t>& linked)
      : parent_(last + std::size_t{1}), first_mention_(first_mention), linked_(linked) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  EntityNumber root(EntityNumber entity) {
    while (parent_[entity] != entity) entity = parent_[entity] = parent_[parent_[entity]];
    return entity;
  }
  void merge(Pair pair) {
    const EntityNumber first = root(pair.first), second = root(pair.second);
    const auto rank = [&](EntityNumber entity) {
      return std::tuple(linked_.empty() ? 0 : linked_[entity], first_mention_[entity], entity);
    };
    const bool keep_first = rank(first) < rank(second);
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
  const std::vector<std::uint8_t>&
      linked_;  ///< names that were linked to somebody: they stand for nobody else
};

bool of_class(const SourceTable& sources, EntityNumber source, std::string_view word) {
  return source != 0 && sources.text(sources.of(source).source_class) == word;
}

/// A name, and whom it may mean.
using Questions = std::map<EntityNumber, std::vector<EntityNumber>>;

Questions questions_of(const Snapshot& snapshot, const Selection& selection) {
  Questions questions;
  const auto name = snapshot.names().find("POSSIBLY_SAME_AS");
  if (!name) return questions;
  for (const ClaimIndex claim : selection.statements) {
    const ClaimRow& row = snapshot.row(claim);
    if (row.edge_id == 0 && row.object != 0 && row.stance == Stance::asserts &&
        snapshot.term(row.relation).name == *name)
      questions[row.subject].push_back(row.object);
  }
  return questions;
}

/// Entities that a reviewer has called the same as another.
std::set<EntityNumber> decided_by_reviewers(const Snapshot& snapshot, const Selection& selection,
                                            const SourceTable& sources) {
  std::set<EntityNumber> decided;
  const auto name = snapshot.names().find("SAME_AS");
  if (!name) return decided;
  for (const ClaimIndex claim : selection.statements) {
    const ClaimRow& row = snapshot.row(claim);
    if (row.stance == Stance::asserts && snapshot.term(row.relation).name == *name &&
        of_class(sources, row.source, "reviewer")) {
      decided.insert(row.subject);
      decided.insert(row.object);
    }
  }
  return decided;
}

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
  const std::vector<std::uint8_t> linked = linked_entities(snapshot, selection, sources);
  Merger merger(snapshot.last_entity(), mentions, linked);
  bool any = false;
  for (const auto& [belief, pair] : merges) {
    if (merger.keeps_apart(pair, different)) continue;
    merger.merge(pair);
    any = true;
  }
  return any ? merger.finish() : std::vector<EntityNumber>();
}

std::vector<std::uint8_t> linked_entities(const Snapshot& snapshot, const Selection& selection,
                                          const SourceTable& sources) {
  std::vector<std::uint8_t> linked;
  const auto name = snapshot.names().find("SAME_AS");
  if (!name) return linked;
  for (const ClaimIndex claim : selection.statements) {
    const ClaimRow& row = snapshot.row(claim);
    if (row.stance != Stance::asserts || snapshot.term(row.relation).name != *name ||
        !is_common_identity(snapshot, sources, row))
      continue;
    if (linked.empty()) linked.resize(snapshot.last_entity() + std::size_t{1}, 0);
    linked[row.subject] = 1;
  }
  return linked;
}

std::vector<EntityNumber> names_alone(const Snapshot& snapshot, const std::vector<EntityNumber>& entities) {
  std::vector<EntityNumber> names;
  for (const EntityNumber entity : entities)
    if (is_name_alone(snapshot.entity_id(entity))) names.push_back(entity);
  return names;
}

bool is_identity_relation(const Snapshot& snapshot, TermNumber relation) {
  const std::string& name = snapshot.names()[snapshot.term(relation).name];
  return name == "SAME_AS" || name == "DIFFERENT_FROM" || name == "POSSIBLY_SAME_AS";
}

bool is_common_identity(const Snapshot& snapshot, const SourceTable& sources, const ClaimRow& row) {
  return is_identity_relation(snapshot, row.relation) &&
         (of_class(sources, row.source, "resolver") || of_class(sources, row.source, "reviewer"));
}

std::vector<EntityNumber> entities_under_review(const Snapshot& snapshot, const Selection& selection,
                                                const SourceTable& sources,
                                                const std::vector<EntityNumber>& representative) {
  const Questions questions = questions_of(snapshot, selection);
  if (questions.empty()) return {};
  const auto root = [&](EntityNumber entity) {
    return representative.empty() ? entity : representative[entity];
  };
  std::set<Pair> different;
  for (const auto& [pair, evidence] : pairs_of(snapshot, selection, sources, "DIFFERENT_FROM"))
    if (combine(evidence).origins > 0) different.insert(std::minmax(root(pair.first), root(pair.second)));
  const auto decided = decided_by_reviewers(snapshot, selection, sources);
  std::set<EntityNumber> open;
  for (const auto& [entity, candidates] : questions) {
    const EntityNumber subject = root(entity);
    const bool merged = std::any_of(candidates.begin(), candidates.end(),
                                    [&](EntityNumber candidate) { return root(candidate) == subject; });
    const bool apart = std::all_of(candidates.begin(), candidates.end(), [&](EntityNumber candidate) {
      return different.contains(std::minmax(subject, root(candidate)));
    });
    if (!merged && !apart && !decided.contains(entity)) open.insert(subject);
  }
  return {open.begin(), open.end()};
}

}  // namespace talentflow::graph
