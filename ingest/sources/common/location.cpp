#include <algorithm>
#include <array>

#include "ingest/sources/common/reading.hpp"

namespace talentflow::ingest {
namespace {

/// States and provinces whose abbreviations are codes of countries, too (CA, DE, IN, GA, ..).
bool abbreviates_a_state(std::string_view code) {
  static constexpr std::array<std::string_view, 64> kStates = {
      "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
      "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
      "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA",
      "WV", "WI", "WY", "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"};
  return std::find(kStates.begin(), kStates.end(), code) != kStates.end();
}

}  // namespace

std::string country_of_location(std::string_view text) {
  const auto cut = text.find_last_of(",\n");
  const auto last = trimmed(cut == std::string_view::npos ? text : text.substr(cut + 1));
  if (last.size() == 2 && abbreviates_a_state(last)) return {};
  if (lower(last) == "georgia") return {};
  return country_code(last);
}

}  // namespace talentflow::ingest
