// The text fields of a claim by the names that tables and JSON lines give them. (subject, object and source
// are References, and each reader's own.)
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "schema/record.hpp"

namespace talentflow::ingest {

struct ClaimField {
  std::string_view name;
  std::string ClaimRecord::*field;
};

inline constexpr std::array kClaimFields = std::to_array<ClaimField>({
    {"id", &ClaimRecord::id},
    {"relation", &ClaimRecord::relation},
    {"role", &ClaimRecord::role},
    {"start", &ClaimRecord::start},
    {"end", &ClaimRecord::end},
    {"place", &ClaimRecord::place},
    {"stance", &ClaimRecord::stance},
    {"target", &ClaimRecord::target},
    {"status", &ClaimRecord::status},
    {"credibility", &ClaimRecord::credibility},
    {"confidence", &ClaimRecord::confidence},
    {"locator", &ClaimRecord::locator},
    {"note", &ClaimRecord::note},
    {"amount_low", &ClaimRecord::amount_low},
    {"amount_high", &ClaimRecord::amount_high},
    {"currency", &ClaimRecord::currency},
    {"recorded", &ClaimRecord::recorded},
});

}  // namespace talentflow::ingest
