#include "graph/snapshot/person_claims.hpp"

#include <algorithm>
#include <thread>

#include "graph/career/fuse.hpp"
#include "graph/snapshot/statements.hpp"

namespace talentflow::graph {
namespace {

/// Below this a second thread costs more than it saves.
constexpr std::size_t kClaimsPerThread = 50'000;

/// Persons [begin, end) as Careers of their own.
Careers fuse_range(const PersonClaims& all, const Reading& reading, std::size_t begin, std::size_t end) {
  Careers careers;
  careers.persons.reserve(end - begin);
  careers.first.reserve(end - begin + 1);
  const std::size_t claims =
      (end == all.person_count() ? all.claim_count() : all.first_claim(end)) - all.first_claim(begin);
  careers.rows.reserve(claims);
  careers.claims.reserve(claims);
  std::vector<CareerClaim> of_person;
  for (std::size_t person = begin; person < end; ++person) {
    all.read(person, of_person);
    std::vector<Stint> stints = fuse(all.person(person), of_person);
    if (reading.contested == Contested::exclude)
      std::erase_if(stints, [](const Stint& stint) { return stint.contested; });
    careers.append(all.person(person), stints);
  }
  return careers;
}

/// Puts the persons of `more`, all of higher numbers, behind those of `careers`.
void concatenate(Careers& careers, Careers&& more) {
  const auto rows = static_cast<std::uint32_t>(careers.rows.size());
  const auto claims = static_cast<std::uint32_t>(careers.claims.size());
  const auto rivals = static_cast<std::uint32_t>(careers.rivals.size());
  for (StintRow& row : more.rows) {
    row.first_claim += claims;
    if (row.has(StintRow::has_rivals)) row.rivals += rivals;
  }
  careers.persons.insert(careers.persons.end(), more.persons.begin(), more.persons.end());
  for (std::size_t i = 1; i < more.first.size(); ++i) careers.first.push_back(more.first[i] + rows);
  careers.rows.insert(careers.rows.end(), more.rows.begin(), more.rows.end());
  careers.claims.insert(careers.claims.end(), more.claims.begin(), more.claims.end());
  careers.rivals.insert(careers.rivals.end(), std::make_move_iterator(more.rivals.begin()),
                        std::make_move_iterator(more.rivals.end()));
}

}  // namespace

PersonClaims::PersonClaims(const Snapshot& snapshot, const Selection& selection, const SourceTable& sources,
                           const std::vector<EntityNumber>& representative,
                           const std::vector<std::uint8_t>& only)
    : snapshot_(snapshot), sources_(sources), representative_(representative) {
  std::vector<ClaimIndex> found;
  for (const ClaimIndex claim : selection.statements) {
    const ClaimRow& row = snapshot.row(claim);
    if (row.edge_id == 0 && row.object != 0 && snapshot.term(row.relation).career != CareerMeaning::none &&
        (only.empty() || only[merged(row.subject)] != 0))
      found.push_back(claim);
  }
  if (found.empty()) return;
  std::vector<std::uint32_t> next(snapshot.last_entity() + std::size_t{2}, 0);
  for (const ClaimIndex claim : found) ++next[merged(snapshot.row(claim).subject) + 1];
  for (EntityNumber entity = 1; entity < next.size(); ++entity) {
    const std::uint32_t count = next[entity];
    next[entity] += next[entity - 1];
    if (count == 0) continue;
    persons_.push_back(entity - 1);
    first_.push_back(next[entity]);
  }
  claims_.resize(found.size());
  for (const ClaimIndex claim : found) claims_[next[merged(snapshot.row(claim).subject)]++] = claim;
}

void PersonClaims::read(std::size_t index, std::vector<CareerClaim>& claims) const {
  claims.clear();
  for (std::uint32_t i = first_[index]; i < first_[index + 1]; ++i) {
    const ClaimRow& row = snapshot_.row(claims_[i]);
    CareerClaim& claim = claims.emplace_back();
    claim.evidence = evidence_of(row, sources_);
    claim.organisation = merged(row.object);
    claim.meaning = snapshot_.term(row.relation).career;
    claim.start = row.start_date();
    claim.end = row.end_date();
    claim.seen = sources_.seen(row);
    claim.roles = snapshot_.role_classes(row.role);
    claim.place = row.place;
    claim.former = row.has(ClaimRow::former);
    claim.role_text = row.role;
  }
  std::stable_sort(claims.begin(), claims.end(), [](const CareerClaim& a, const CareerClaim& b) {
    return a.organisation < b.organisation;
  });
}

Careers make_careers(const PersonClaims& claims, const Reading& reading, unsigned threads) {
  const std::size_t persons = claims.person_count();
  const std::size_t useful =
      std::clamp<std::size_t>(claims.claim_count() / kClaimsPerThread, 1, std::max(threads, 1U));
  if (useful == 1) return fuse_range(claims, reading, 0, persons);
  std::vector<Careers> parts(useful);
  std::vector<std::thread> workers;
  for (std::size_t part = 0; part < useful; ++part)
    workers.emplace_back([&, part] {
      parts[part] = fuse_range(claims, reading, persons * part / useful, persons * (part + 1) / useful);
    });
  for (std::thread& worker : workers) worker.join();
  Careers careers = std::move(parts[0]);
  for (std::size_t part = 1; part < useful; ++part) {
    concatenate(careers, std::move(parts[part]));
    parts[part] = Careers();
  }
  return careers;
}

}  // namespace talentflow::graph
