#include "ingest/sources/flows/observed_flows.hpp"

#include <map>

#include "ingest/csv/csv_reader.hpp"
#include "schema/country.hpp"
#include "schema/table.hpp"
#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

namespace {

std::int64_t count_of(const ClaimRecord& claim) {
  const Value* value = find_property(claim.properties, "count");
  return value != nullptr ? *value->get_if<std::int64_t>() : -1;
}

struct Sums {
  std::map<std::string, std::int64_t> into, out_of;  ///< by "place/year"
  std::int64_t there = 0, back = 0;                  ///< China to the United States and back, 1998 to 2020
};

Sums sums(const Reading& reading) {
  Sums out;
  for (const auto* each : all<ClaimRecord>(reading)) {
    const auto count = count_of(*each);
    out.out_of[each->subject.id + "/" + each->start] += count;
    out.into[each->object.id + "/" + each->start] += count;
    if (each->start < "1998" || each->start > "2020") continue;
    if (each->subject.id == "place/cn" && each->object.id == "place/us") out.there += count;
    if (each->subject.id == "place/us" && each->object.id == "place/cn") out.back += count;
  }
  return out;
}

/// Cells of the country table, and how many of them the flows add up to.
std::pair<int, int> agreeing_cells(const std::string& path, const Sums& sums) {
  auto bytes = open_file(path, {});
  CsvReader reader(**bytes);
  CsvReader::Row row;
  int cells = 0, agreeing = 0;
  bool header = true;
  while (*reader.next(row) == CsvReader::Outcome::record) {
    if (std::exchange(header, false)) continue;
    const Country* country = find_country(row.fields[1]);
    const auto year = row.fields[0].substr(0, 4);
    if (row.fields[1].empty() || year < "1998" || year > "2020") continue;
    const std::string code = country != nullptr ? country->alpha2 : std::string(row.fields[1]);
    const std::string key = "place/" + ascii_lower(code) + "/" + std::string(year);
    const auto at = [&](const auto& map) { return map.contains(key) ? map.at(key) : 0; };
    ++cells;
    agreeing += at(sums.into) == std::stoll(std::string(row.fields[4])) &&
                at(sums.out_of) == std::stoll(std::string(row.fields[5]));
  }
  return {cells, agreeing};
}

}  // namespace

TEST_CASE("a row of a flow table is one published count between two places") {
  const auto reading =
      read_text("observed-flows", "example_2024_flows.csv",
                "migrationfrom,migrationto,year,n_migrations,n_migrations_back,netmigrations\n"
                "CHN,USA,2003.0,30,16,14\nNA,US,2003,5,0,5\n");
  CHECK(first_fault(reading) == "");
  const auto* found = claim(reading, "OBSERVED_FLOW", "place/us");
  REQUIRE(found != nullptr);
  CHECK(found->subject.id == "place/cn");
  CHECK(found->start == "2003");
  CHECK(found->source.id == "example-2024");
  CHECK(found->id == "example-2024/cn/us/2003");
  CHECK(property(found->properties, "count") == "30");
  CHECK(property(entity(reading, "place/cn")->properties, "country") == "CN");
  CHECK(entity(reading, "place/na")->name == "Namibia");  // a country, not a blank
}

TEST_CASE("a blank country is no place: it is kept apart and reported") {
  const auto reading =
      read_text("observed-flows", "example.csv",
                "origin,destination,year,count\n,US,2003,5\nUS,,2003,7\nUS,nan,2003,7\nUS,CN,2003.5,7\n"
                "US,CN,2003,few\nUS,EUE,2003,1\n");
  REQUIRE(reading.rejects.size() == 4);
  CHECK(reading.rejects[0].reason == "no country of origin: kept apart, not counted as a place");
  CHECK(reading.rejects[0].raw == ",US,2003,5");
  CHECK(reading.rejects[1].reason == "no country of destination: kept apart, not counted as a place");
  CHECK(claim(reading, "OBSERVED_FLOW", "place/nan") != nullptr);
  CHECK(reading.rejects[2].reason == "year \"2003.5\" is no year; write 2003");
  CHECK(reading.rejects[3].reason == "count \"few\" is not a whole number of moves");
  CHECK(claim(reading, "OBSERVED_FLOW", "place/eue") !=
        nullptr);  // a code that no country has stays one of its own
}

TEST_CASE("names of data sets") {
  CHECK(data_set_name("/x/scopus_2024_V1_scholarlymigration_countryflows.csv.gz") == "scopus-2024");
  CHECK(data_set_name("flows.csv") == "flows");
}

TEST_CASE("the published numbers come out of the published tables") {
  struct Published {
    std::string file, name;
    std::int64_t there, back, into, out_of;
    int cells;
  };
  for (const auto& [file, name, there, back, into, out_of, cells] :
       {Published{"scopus_2024", "scopus-2024", 46333, 42541, 12885, 11201, 4740},
        Published{"openalex_2023", "openalex-2023", 96090, 124736, 15165, 12754, 4510}}) {
    const auto path = sample("migration/" + file + "_V1_scholarlymigration_countryflows.csv.gz");
    if (path.empty()) return;
    const auto reading = read_sample(path, "observed-flows");
    CHECK(first_fault(reading) == "");
    CHECK(claim(reading, "OBSERVED_FLOW")->source.id == name);
    const auto found = sums(reading);
    CHECK(found.there == there);
    CHECK(found.back == back);
    CHECK(found.into.at("place/cn/2020") == into);
    CHECK(found.out_of.at("place/cn/2020") == out_of);
    const auto [all_cells, agreeing] =
        agreeing_cells(sample("migration/" + file + "_V1_scholarlymigration_country.csv.gz"), found);
    CHECK(all_cells == cells);
    CHECK(agreeing == cells);
  }
}
