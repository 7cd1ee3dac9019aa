#include "graph/flow/location.hpp"

namespace talentflow::graph {
namespace {

CountryCode at(const std::vector<CountryCode>& codes, EntityNumber organisation) {
  return organisation < codes.size() ? codes[organisation] : CountryCode{};
}

}  // namespace

CountryCode Locator::country(EntityNumber organisation, Day day) const {
  switch (location_) {
    case Location::site:
      return at(organisations_.country, organisation);
    case Location::headquarters:
      return at(organisations_.hq_country, organisation);
    case Location::owner:
      return at(organisations_.hq_country, ownership_.root(organisation, day));
  }
  return {};
}

CountryCode Locator::country(const StintRow& row) const {
  if (location_ == Location::site && known(row.place)) return row.place;
  return country(row.organisation, location_ == Location::owner ? ownership_day(row) : 0);
}

}  // namespace talentflow::graph
