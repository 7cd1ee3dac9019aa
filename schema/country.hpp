// Countries and regions: names in several forms, ISO 3166 codes, and named groups of countries.
// HK, MO and TW are codes of their own. The table is datasets/countries.csv, compiled in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talentflow {

struct Country {
  std::string alpha2;                ///< "CN"
  std::string alpha3;                ///< "CHN"
  std::string name;                  ///< "China"
  std::vector<std::string> aliases;  ///< "PRC", "mainland China", "中国"
  std::vector<std::string> regions;  ///< "Asia", "East Asia", ...
};

/// All countries, by alpha2. Lifetime: the program's; safe from any thread.
const std::vector<Country>& countries();

/// By alpha-2, alpha-3, name or alias, without regard to case; nullptr when unknown.
const Country* find_country(std::string_view text);

/// Alpha-2 codes of the countries of a region ("Europe", "Gulf", "ASEAN"), without regard to case; empty when
/// there is no such region.
std::vector<std::string> region_members(std::string_view name);
std::vector<std::string> region_names();

}  // namespace talentflow
