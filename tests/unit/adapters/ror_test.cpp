#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

TEST_CASE("a v2 record: names, place, external ids, relationships in both directions") {
  const auto reading = read_text(
      "ror", "ror.json",
      R"json([{"id":"https://ror.org/0example1","types":["funder","education"],"status":"active","established":1868,
 "names":[{"value":"EU","types":["acronym"],"lang":"en"},{"value":"Example University","types":["ror_display","label"],"lang":"en"},{"value":"示例大学","types":["label"],"lang":"zh"}],
 "locations":[{"geonames_id":1,"geonames_details":{"country_code":"US","name":"Oakland"}}],
 "external_ids":[{"type":"grid","all":["grid.1.2"],"preferred":"grid.1.2"},{"type":"wikidata","all":["Q1"],"preferred":null}],
 "relationships":[{"type":"parent","id":"https://ror.org/0parent00","label":"Example System"},{"type":"child","id":"https://ror.org/0child000","label":"Example Lab"},
  {"type":"predecessor","id":"https://ror.org/0before00","label":"Old Example"},{"type":"successor","id":"https://ror.org/0after000","label":"New Example"},
  {"type":"cousin","id":"https://ror.org/0cousin00","label":"Other"}],
 "links":[{"type":"website","value":"https://example.org"}],"domains":["example.org"],"admin":{"last_modified":{"date":"2024-05-01"}}}])json");
  CHECK(first_fault(reading) == "");
  const auto* found = entity(reading, "ror:0example1");
  REQUIRE(found != nullptr);
  CHECK(found->kind == "University");  // "funder" stands first in the list and says nothing
  CHECK(found->name == "Example University");
  CHECK(found->aliases == std::vector<std::string>{"EU", "示例大学"});
  CHECK(property(found->properties, "country") == "US");
  CHECK(property(found->properties, "grid") == "grid.1.2");
  CHECK(property(found->properties, "wikidata") == "Q1");
  CHECK(property(source(reading, found->source.id)->properties, "published") == "2024-05-01");
  CHECK(claim(reading, "PART_OF", "ror:0parent00")->subject.id == "ror:0example1");
  CHECK(claim(reading, "PART_OF", "ror:0example1")->subject.id == "ror:0child000");
  CHECK(claim(reading, "RENAMED_TO", "ror:0example1")->subject.id == "ror:0before00");
  CHECK(claim(reading, "RENAMED_TO", "ror:0after000")->locator == "relationships[3]");
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].reason == "relationships[4] of ror:0example1: the type \"cousin\" is not known");
}

TEST_CASE("a v1 record") {
  const auto reading = read_text(
      "ror", "ror.json",
      R"json({"id":"https://ror.org/0example1","name":"Example Company (Singapore)","types":["Company"],"email_address":null,
 "aliases":["Example"],"acronyms":["EC"],"labels":[{"label":"Exemple","iso639":"fr"}],"country":{"country_name":"Singapore","country_code":"SG"},
 "addresses":[{"city":"Singapore"}],"external_ids":{"GRID":{"preferred":"grid.1.2","all":"grid.1.2"},"FundRef":{"preferred":null,"all":["501"]}},"relationships":[]})json");
  const auto* found = entity(reading, "ror:0example1");
  REQUIRE(found != nullptr);
  CHECK(found->kind == "Company");
  CHECK(found->aliases == std::vector<std::string>{"Example", "EC", "Exemple"});
  CHECK(property(found->properties, "country") == "SG");
  CHECK(property(found->properties, "grid") == "grid.1.2");
  CHECK(property(found->properties, "fundref") == "501");
}

TEST_CASE("places in several countries are no country") {
  const auto reading = read_text(
      "ror", "ror.json",
      R"json([{"id":"https://ror.org/0example1","types":["facility"],"names":[{"value":"Example","types":["ror_display"]}],
 "locations":[{"geonames_details":{"country_code":"US"}},{"geonames_details":{"country_code":"CH"}}],"external_ids":[]}])json");
  CHECK(find_property(entity(reading, "ror:0example1")->properties, "country") == nullptr);
  CHECK(find_property(entity(reading, "ror:0example1")->properties, "countries") != nullptr);
}

TEST_CASE("the real register") {
  const auto path = sample("ror/ror_v2.json.gz");
  if (path.empty()) return;
  const auto reading = read_sample(path, "ror");
  CHECK(reading.error == "");
  CHECK(reading.rejects.empty());
  CHECK(first_fault(reading) == "");
  std::size_t organisations = 0;
  for (const auto* each : all<EntityRecord>(reading))
    organisations += !property(each->properties, "ror").empty();
  CHECK(organisations == 35990);
  CHECK(property(entity(reading, "ror:05wa54d95")->properties, "country") == "CN");
  CHECK(property(entity(reading, "ror:00971b260")->properties, "country") == "GB");
  if (const auto one = sample("ror/example_record_v2_1.json"); !one.empty())
    CHECK(entity(read_sample(one, "ror"), "ror:00pjdza24")->name == "University of California System");
}
