#include "graph/career/careers.hpp"

#include <algorithm>

namespace talentflow::graph {
namespace {

std::uint16_t narrow(std::size_t number) {
  return static_cast<std::uint16_t>(std::min<std::size_t>(number, 0xFFFF));
}

std::uint16_t flags_of(const Stint& stint) {
  unsigned flags = 0;
  if (stint.starts.front().known) flags |= StintRow::start_known;
  if (stint.ends.front().known) flags |= StintRow::end_known;
  if (stint.study) flags |= StintRow::study;
  if (stint.founded) flags |= StintRow::founded;
  if (stint.contested) flags |= StintRow::contested;
  if (stint.end_open) flags |= StintRow::end_open;
  if (stint.starts.size() > 1 || stint.ends.size() > 1) flags |= StintRow::has_rivals;
  return static_cast<std::uint16_t>(flags);
}

StintRow row_of(const Stint& stint) {
  StintRow row;
  row.organisation = stint.organisation;
  row.flags = flags_of(stint);
  if (row.has(StintRow::start_known)) {
    row.start_low = stint.starts.front().range.low;
    row.start_high = stint.starts.front().range.high;
  }
  if (row.has(StintRow::end_known)) {
    row.end_low = stint.ends.front().range.low;
    row.end_high = stint.ends.front().range.high;
  }
  row.held = stint.held;
  row.belief = static_cast<float>(stint.belief);
  row.plausibility = static_cast<float>(stint.plausibility);
  row.episode = stint.episode;
  row.origins = narrow(stint.origins);
  row.sources = narrow(stint.sources);
  row.claim_count = narrow(stint.claims.size());
  row.place = stint.place;
  row.roles = stint.roles;
  row.status = static_cast<std::uint8_t>(stint.status);
  row.role_text = stint.role_text;
  return row;
}

}  // namespace

std::size_t Careers::find(EntityNumber person) const {
  const auto at = std::lower_bound(persons.begin(), persons.end(), person);
  return at != persons.end() && *at == person ? static_cast<std::size_t>(at - persons.begin())
                                              : persons.size();
}

void Careers::append(EntityNumber person, std::span<const Stint> stints) {
  persons.push_back(person);
  for (const Stint& stint : stints) {
    StintRow row = row_of(stint);
    row.first_claim = static_cast<std::uint32_t>(claims.size());
    claims.insert(claims.end(), stint.claims.begin(), stint.claims.begin() + row.claim_count);
    if (row.has(StintRow::has_rivals)) {
      row.rivals = static_cast<std::uint32_t>(rivals.size());
      rivals.push_back({stint.starts, stint.ends});
    }
    rows.push_back(row);
  }
  first.push_back(static_cast<std::uint32_t>(rows.size()));
}

}  // namespace talentflow::graph
