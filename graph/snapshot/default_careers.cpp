#include "graph/snapshot/default_careers.hpp"

#include <algorithm>

namespace talentflow::graph {
namespace {

Result<CareersState> state_of(const Snapshot& snapshot, bool merged) {
  const auto loads = snapshot.store().loads();
  if (!loads.ok()) return loads.error();
  CareersState state;
  state.claims = snapshot.claim_count();
  state.last_entity = snapshot.last_entity();
  state.merged = merged;
  for (const LoadInfo& load : *loads)
    if (load.withdrawn) state.withdrawn.push_back(load.number);
  std::sort(state.withdrawn.begin(), state.withdrawn.end());
  return state;
}

/// Which persons may differ from an earlier state; nullopt when everybody may.
class Change {
 public:
  Change(const Snapshot& snapshot, const SourceTable& sources, const CareersState& before,
         const std::vector<EntityNumber>& representative)
      : snapshot_(snapshot), sources_(sources), before_(before), representative_(representative) {}

  std::optional<std::vector<std::uint8_t>> persons() const {
    std::vector<std::uint8_t> cited(snapshot_.last_entity() + std::size_t{1}, 0);
    for (const EntityNumber source : sources_.all()) {
      cited[source] = 1;
      if (source <= before_.last_entity && sources_.of(source).origin > before_.last_entity)
        return std::nullopt;
    }
    std::vector<std::uint8_t> touched(cited.size(), 0);
    for (auto claim = static_cast<ClaimIndex>(before_.claims); claim < snapshot_.claim_count(); ++claim) {
      const ClaimRow& row = snapshot_.row(claim);
      if (row.has(ClaimRow::describes)) {
        if (cited[row.subject] != 0 && row.subject <= before_.last_entity) return std::nullopt;
        continue;
      }
      if (row.stance == Stance::withdraws || merges(row)) return std::nullopt;
      touched[representative_.empty() ? row.subject : representative_[row.subject]] = 1;
    }
    return touched;
  }

 private:
  bool merges(const ClaimRow& row) const {
    const std::string& relation = snapshot_.names()[snapshot_.term(row.relation).name];
    return relation == "SAME_AS" || relation == "DIFFERENT_FROM";
  }

  const Snapshot& snapshot_;
  const SourceTable& sources_;
  const CareersState& before_;
  const std::vector<EntityNumber>& representative_;
};

/// Copies one person's rows behind those of `to`.
void copy_person(const Careers& from, std::size_t person, Careers& to) {
  to.persons.push_back(from.persons[person]);
  for (const StintRow& row : from.of(person)) {
    StintRow& copy = to.rows.emplace_back(row);
    copy.first_claim = static_cast<std::uint32_t>(to.claims.size());
    const auto claims = from.claims_of(row);
    to.claims.insert(to.claims.end(), claims.begin(), claims.end());
    if (!row.has(StintRow::has_rivals)) continue;
    copy.rivals = static_cast<std::uint32_t>(to.rivals.size());
    to.rivals.push_back(from.rivals[row.rivals]);
  }
  to.first.push_back(static_cast<std::uint32_t>(to.rows.size()));
}

/// The old careers with the persons of `fresh` (and those touched who have none left) exchanged.
Careers exchange(const Careers& old, const Careers& fresh, const std::vector<std::uint8_t>& touched) {
  Careers all;
  all.persons.reserve(old.persons.size() + fresh.persons.size());
  all.first.reserve(old.first.size() + fresh.persons.size());
  all.rows.reserve(old.rows.size() + fresh.rows.size());
  all.claims.reserve(old.claims.size() + fresh.claims.size());
  std::size_t next = 0;
  for (std::size_t person = 0; person < old.persons.size(); ++person) {
    while (next < fresh.persons.size() && fresh.persons[next] < old.persons[person])
      copy_person(fresh, next++, all);
    if (touched[old.persons[person]] == 0)
      copy_person(old, person, all);
    else if (next < fresh.persons.size() && fresh.persons[next] == old.persons[person])
      copy_person(fresh, next++, all);
  }
  while (next < fresh.persons.size()) copy_person(fresh, next++, all);
  return all;
}

}  // namespace

Result<DefaultCareers> default_careers(const Snapshot& snapshot, const Selection& selection,
                                       const SourceTable& sources,
                                       const std::vector<EntityNumber>& representative, unsigned threads) {
  auto state = state_of(snapshot, !representative.empty());
  if (!state.ok()) return state.error();
  const KnownCareers known = snapshot.known_careers();
  if (known.careers != nullptr && known.state == *state) return DefaultCareers{known.careers, 0};
  std::optional<std::vector<std::uint8_t>> touched;
  if (known.careers != nullptr && known.state.withdrawn == state->withdrawn &&
      known.state.merged == state->merged && known.state.claims <= state->claims)
    touched = Change(snapshot, sources, known.state, representative).persons();
  DefaultCareers result;
  const Reading reading;
  if (touched) {
    const PersonClaims claims(snapshot, selection, sources, representative, *touched);
    result.persons_fused = claims.person_count();
    const Careers fresh = make_careers(claims, reading, threads);
    result.careers = std::make_shared<const Careers>(exchange(*known.careers, fresh, *touched));
  } else {
    const PersonClaims claims(snapshot, selection, sources, representative);
    result.persons_fused = claims.person_count();
    result.careers = std::make_shared<const Careers>(make_careers(claims, reading, threads));
  }
  snapshot.remember({state.take(), result.careers});
  return result;
}

}  // namespace talentflow::graph
