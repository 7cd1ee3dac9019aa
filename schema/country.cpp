#include "schema/country.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "schema/table.hpp"
#include "schema/tables.hpp"

namespace talentflow {
namespace {

/// The table with its look-ups, built once on first use: constant data, not state.
struct CountryIndex {
  std::vector<Country> all;
  std::unordered_map<std::string, std::size_t> by_name;
  std::map<std::string, std::vector<std::string>> regions;  ///< lower-case name -> codes
  std::vector<std::string> region_names;

  CountryIndex() {
    const auto table = parse_table(tables::countries(), "countries.csv");
    if (!table) return;  // the compiled-in table is checked by a test
    for (const TableRow& row : table->rows) add(*table, row);
    std::sort(region_names.begin(), region_names.end());
  }

  void add(const Table& table, const TableRow& row) {
    Country country{std::string(table.cell(row, "alpha2")), std::string(table.cell(row, "alpha3")),
                    std::string(table.cell(row, "name")), split_list(table.cell(row, "aliases"), ';'),
                    split_list(table.cell(row, "regions"), ';')};
    const std::size_t index = all.size();
    for (const std::string& key : {country.alpha2, country.alpha3, country.name})
      by_name.emplace(ascii_lower(key), index);
    for (const std::string& alias : country.aliases) by_name.emplace(ascii_lower(alias), index);
    for (const std::string& region : country.regions) {
      auto& members = regions[ascii_lower(region)];
      if (members.empty()) region_names.push_back(region);
      members.push_back(country.alpha2);
    }
    all.push_back(std::move(country));
  }
};

const CountryIndex& index() {
  static const CountryIndex built;
  return built;
}

}  // namespace

const std::vector<Country>& countries() { return index().all; }

const Country* find_country(std::string_view text) {
  const auto found = index().by_name.find(ascii_lower(text));
  return found == index().by_name.end() ? nullptr : &index().all[found->second];
}

std::vector<std::string> region_members(std::string_view name) {
  const auto found = index().regions.find(ascii_lower(name));
  return found == index().regions.end() ? std::vector<std::string>{} : found->second;
}

std::vector<std::string> region_names() { return index().region_names; }

}  // namespace talentflow
