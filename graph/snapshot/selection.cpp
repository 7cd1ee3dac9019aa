#include "graph/snapshot/selection.hpp"

#include <unordered_map>

namespace talentflow::graph {
namespace {

/// Decides for each withdrawal whether it stands, following withdrawals of withdrawals.
class Withdrawals {
 public:
  Withdrawals(const Snapshot& snapshot, const std::vector<Fate>& fate) : snapshot_(snapshot), fate_(fate) {
    for (const ClaimIndex claim : snapshot.withdrawals()) {
      if (fate[claim] != Fate::read) continue;
      const ClaimIndex target = snapshot.find(snapshot.row(claim).object);
      if (target != kNoClaim) by_target_[target].push_back(claim);
    }
    const auto& replaced = snapshot.replaced();
    for (std::size_t i = 0; i + 1 < replaced.size(); i += 2) {
      const ClaimIndex claim = snapshot.find(replaced[i]), target = snapshot.find(replaced[i + 1]);
      if (claim != kNoClaim && target != kNoClaim && fate[claim] == Fate::read)
        by_target_[target].push_back(claim);
    }
  }

  template <class Visit>
  void each_withdrawn(Visit visit) {
    for (const auto& [target, claims] : by_target_)
      if (withdrawn(target)) visit(target);
  }

 private:
  enum State : std::uint8_t { unknown, deciding, stands, gone };

  bool withdrawn(ClaimIndex target) {
    const auto claims = by_target_.find(target);
    if (claims == by_target_.end()) return false;
    State& state = states_[target];
    if (state == deciding) return true;  // a circle: none of them stands
    if (state != unknown) return state == gone;
    state = deciding;
    bool found = false;
    for (const ClaimIndex claim : claims->second) found = found || !withdrawn(claim);
    states_[target] = found ? gone : stands;
    return found;
  }

  const Snapshot& snapshot_;
  const std::vector<Fate>& fate_;
  std::unordered_map<ClaimIndex, std::vector<ClaimIndex>> by_target_;
  std::unordered_map<ClaimIndex, State> states_;
};

Result<std::vector<std::uint8_t>> withdrawn_loads(const Snapshot& snapshot, const Reading& reading) {
  const auto loads = snapshot.store().loads();
  if (!loads.ok()) return loads.error();
  std::vector<std::uint8_t> gone;
  for (const LoadInfo& load : *loads) {
    if (!load.withdrawn || (reading.as_of && load.withdrawn_at > *reading.as_of)) continue;
    if (gone.size() <= load.number) gone.resize(load.number + 1, 0);
    gone[load.number] = 1;
  }
  return gone;
}

}  // namespace

Result<Selection> select_known(const Snapshot& snapshot, const Reading& reading) {
  const auto loads = withdrawn_loads(snapshot, reading);
  if (!loads.ok()) return loads.error();
  Selection selection;
  const auto count = static_cast<ClaimIndex>(snapshot.claim_count());
  selection.fate.assign(count, Fate::read);
  const Instant until = reading.as_of.value_or(std::numeric_limits<Instant>::max());
  for (ClaimIndex claim = 0; claim < count; ++claim) {
    const ClaimRow& row = snapshot.row(claim);
    if (row.recorded > until)
      selection.fate[claim] = Fate::later;
    else if (row.load < loads->size() && (*loads)[row.load] != 0)
      selection.fate[claim] = Fate::withdrawn;
  }
  if (!snapshot.withdrawals().empty()) {
    std::vector<ClaimIndex> gone;
    Withdrawals(snapshot, selection.fate).each_withdrawn([&](ClaimIndex claim) { gone.push_back(claim); });
    for (const ClaimIndex claim : gone)
      if (selection.fate[claim] == Fate::read) selection.fate[claim] = Fate::withdrawn;
    for (const ClaimIndex claim : snapshot.withdrawals())
      if (selection.fate[claim] == Fate::read) selection.fate[claim] = Fate::withdrawal;
  }
  selection.descriptions.reserve(snapshot.description_count());
  selection.statements.reserve(count - snapshot.description_count());
  for (ClaimIndex claim = 0; claim < count; ++claim)
    if (selection.fate[claim] == Fate::read)
      (snapshot.row(claim).has(ClaimRow::describes) ? selection.descriptions : selection.statements)
          .push_back(claim);
  return selection;
}

ReadingCoverage coverage_of(const Selection& selection) {
  ReadingCoverage coverage;
  for (const Fate fate : selection.fate) switch (fate) {
      case Fate::read:
        ++coverage.read;
        break;
      case Fate::later:
        ++coverage.later;
        break;
      case Fate::withdrawn:
        ++coverage.withdrawn;
        break;
      case Fate::other_source:
        ++coverage.other_source;
        break;
      case Fate::weak:
        ++coverage.weak;
        break;
      case Fate::withdrawal:
        ++coverage.withdrawals;
        break;
    }
  return coverage;
}

}  // namespace talentflow::graph
