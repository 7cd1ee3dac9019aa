// The stints of all persons under one reading, as columns to scan: what moves and flows are derived from.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "graph/career/stint.hpp"

namespace talentflow::graph {

/// One stint in fixed size. Bounds are the strongest rivals'; the other rivals are in Careers::choices.
struct StintRow {
  enum Flag : std::uint16_t {
    start_known = 1,
    end_known = 2,
    study = 4,
    founded = 8,
    contested = 16,
    end_open = 32,
    has_rivals = 64
  };
  EntityNumber organisation = 0;
  Day start_low = kMinDay, start_high = kMinDay;  ///< meaningful when start_known
  Day end_low = kMaxDay, end_high = kMaxDay;      ///< meaningful when end_known
  Day held = kMinDay;
  float belief = 0.0F;
  float plausibility = 0.0F;
  std::uint16_t flags = 0;
  std::uint16_t episode = 0;
  std::uint16_t origins = 0;
  std::uint16_t sources = 0;
  std::uint32_t first_claim = 0;  ///< into Careers::claims
  std::uint16_t claim_count = 0;
  std::array<char, 2> place{};
  RoleClasses roles = 0;
  std::uint8_t status = 0;
  std::uint32_t role_text = 0;
  std::uint32_t rivals = 0;  ///< has_rivals: into Careers::rivals

  bool has(Flag flag) const { return (flags & flag) != 0; }
};

/// All choices of a stint whose bounds are contested.
struct Rivals {
  std::vector<BoundChoice> starts, ends;
};

/// Immutable once built; any thread may read. Person i has rows [first[i], first[i + 1]).
struct Careers {
  std::vector<EntityNumber> persons;    ///< ascending
  std::vector<std::uint32_t> first{0};  ///< persons.size() + 1 entries
  std::vector<StintRow> rows;
  std::vector<Rivals> rivals;
  std::vector<ClaimNumber> claims;

  std::span<const StintRow> of(std::size_t person) const {
    return {rows.data() + first[person], rows.data() + first[person + 1]};
  }
  std::span<const ClaimNumber> claims_of(const StintRow& row) const {
    return {claims.data() + row.first_claim, row.claim_count};
  }
  /// Index of a person, or persons.size().
  std::size_t find(EntityNumber person) const;
  /// Appends the next person; numbers must ascend.
  void append(EntityNumber person, std::span<const Stint> stints);
};

/// What flows need to know of organisations, by EntityNumber (index 0 unused). Codes are two letters, zeros =
/// unknown.
struct Organisations {
  struct Membership {
    EntityNumber part = 0, whole = 0;
    DayRange valid{};         ///< possible days on which it holds, [low, high)
    bool owner_only = false;  ///< ACQUIRED: owner, and part from then on
    bool operator==(const Membership&) const = default;
  };
  std::vector<std::array<char, 2>> country;
  std::vector<std::array<char, 2>> hq_country;
  std::vector<Membership> memberships;  ///< sorted by (part, valid.low): PART_OF, ACQUIRED and `parent`
  bool operator==(const Organisations&) const = default;
};

}  // namespace talentflow::graph
