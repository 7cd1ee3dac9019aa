#include "graph/career/ownership.hpp"

#include <algorithm>

#include "graph/career/moves.hpp"

namespace talentflow::graph {
namespace {

/// Circles and chains longer than any real one end here.
constexpr int kMaxDepth = 32;

bool holds(const Organisations::Membership& membership, Day day) {
  return membership.valid.low <= day && (day < membership.valid.high || membership.valid.high == kMaxDay);
}

}  // namespace

Ownership::Ownership(const Organisations& organisations) : organisations_(organisations) {
  EntityNumber last = static_cast<EntityNumber>(organisations.country.size());
  for (const auto& membership : organisations.memberships) last = std::max(last, membership.part + 1);
  first_.assign(static_cast<std::size_t>(last) + 2, 0);
  for (const auto& membership : organisations.memberships) ++first_[membership.part + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

std::span<const Organisations::Membership> Ownership::memberships_of(EntityNumber organisation) const {
  if (static_cast<std::size_t>(organisation) + 1 >= first_.size()) return {};
  const auto* data = organisations_.memberships.data();
  return {data + first_[organisation], data + first_[organisation + 1]};
}

EntityNumber Ownership::root(EntityNumber organisation, Day day) const {
  EntityNumber at = organisation;
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    EntityNumber whole = 0;
    for (const auto& membership : memberships_of(at))
      if (holds(membership, day)) whole = membership.whole;
    if (whole == 0 || whole == organisation) return at;
    at = whole;
  }
  return at;
}

bool Ownership::within(EntityNumber organisation, EntityNumber whole, Day day) const {
  std::vector<EntityNumber> reached{organisation};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    if (reached[i] == whole) return true;
    for (const auto& membership : memberships_of(reached[i]))
      if (holds(membership, day) &&
          std::find(reached.begin(), reached.end(), membership.whole) == reached.end())
        reached.push_back(membership.whole);
  }
  return false;
}

std::vector<EntityNumber> Ownership::ever_within(EntityNumber whole) const {
  std::vector<EntityNumber> found{whole};
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const auto& membership : organisations_.memberships)
      if (membership.whole == found[i] &&
          std::find(found.begin(), found.end(), membership.part) == found.end())
        found.push_back(membership.part);
  std::sort(found.begin(), found.end());
  return found;
}

Day ownership_day(const StintRow& row) {
  if (row.has(StintRow::start_known) && row.start_low > kMinDay)
    return middle_day(row.start_low, row.start_high);
  if (row.held > kMinDay) return row.held;
  if (row.has(StintRow::end_known))
    return row.end_low > kMinDay ? middle_day(row.end_low, row.end_high) : row.end_high;
  return kMaxDay - 1;
}

}  // namespace talentflow::graph
