#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

TEST_CASE("an author's years are evidence of being there, not an interval") {
  const auto reading = read_text(
      "openalex", "part_000",
      R"({"id":"https://openalex.org/A1","orcid":"https://orcid.org/0000-0002-1825-0097","display_name":"Example Person","display_name_alternatives":["E. Person"],"updated_date":"2025-06-01T00:00:00","affiliations":[{"institution":{"id":"https://openalex.org/I1","ror":"https://ror.org/0example1","display_name":"Example University","country_code":"CN","type":"funder"},"years":[2019,2015,2016]}]})"
      "\n"
      R"({"id":"https://openalex.org/A2","orcid":null,"display_name":"Example Second","affiliations":[{"institution":{"id":"https://openalex.org/I1","display_name":"Example University"},"years":[2020]},{"institution":null,"years":[2020]}]})"
      "\n");
  CHECK(first_fault(reading) == "");
  const auto claims = all<ClaimRecord>(reading);
  REQUIRE(claims.size() == 4);
  CHECK(claims[0]->start == "2015~");
  CHECK(claims[1]->start == "[..2016]");
  CHECK(claims[2]->start == "[..2019]");
  for (const auto* each : claims) CHECK(each->end == "");
  CHECK(claims[2]->locator == "affiliations[0].years: 2019");
  CHECK(property(entity(reading, "openalex:A1")->properties, "orcid") == "0000-0002-1825-0097");
  CHECK(entity(reading, "openalex:I1")->kind == "Org");  // "funder" is no kind
  CHECK(property(entity(reading, "openalex:I1")->properties, "ror") == "0example1");
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].line == 2);
  CHECK(reading.rejects[0].reason == "affiliations[1] of openalex:A2 has no institution");
}

TEST_CASE("a page of works: who was where when the work came out") {
  const auto reading = read_text(
      "openalex", "page.json",
      R"({"meta":{"count":1},"results":[{"id":"https://openalex.org/W1","doi":"https://doi.org/10.1/x","display_name":"Example work","publication_date":"2020-05-04","publication_year":2020,"is_retracted":true,
"authorships":[{"author_position":"first","author":{"id":"https://openalex.org/A1","display_name":"Example Person","orcid":null},"institutions":[{"id":"https://openalex.org/I1","display_name":"Example University","country_code":"CN","type":"education"},{"id":"https://openalex.org/I2","display_name":"Example Company","country_code":"US","type":"company"}],"raw_affiliation_strings":["Example University, China"]},
{"author_position":"last","author":{"id":"https://openalex.org/A2","display_name":"Example Second","orcid":null},"institutions":[],"raw_affiliation_strings":[]}]}]})");
  CHECK(first_fault(reading) == "");
  CHECK(count_claims(reading, "AUTHORED") == 2);  // also the one without an institution
  CHECK(count_claims(reading, "WORKS_AT") == 2);
  const auto* found = claim(reading, "WORKS_AT", "openalex:I2");
  CHECK(found->start == "[..2020-05-04]");
  CHECK(found->end == "..");
  CHECK(found->locator == "authorships[0].institutions[1]");
  CHECK(found->place == "");
  CHECK(property(source(reading, "s/openalex:W1")->properties, "published") == "2020-05-04");
  CHECK(find_property(entity(reading, "openalex:W1")->properties, "retracted") != nullptr);
}

TEST_CASE("merged ids are one") {
  const auto reading = read_text("openalex-merged", "2025-01-02.csv",
                                 "merge_date,id,merge_into_id\n2025-01-02,A1,A2\n2025-01-02,,A3\n");
  CHECK(first_fault(reading) == "");
  CHECK(claim(reading, "SAME_AS", "openalex:A2")->subject.id == "openalex:A1");
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].reason == "a merged id needs id and merge_into_id");
}

TEST_CASE("real objects and pages") {
  for (const std::string name : {"A-api-response.json", "A5023888391.json", "I27837315.json",
                                 "W-api-response.json", "W2741809807.json"}) {
    const auto path = sample("openalex/" + name);
    if (path.empty()) return;
    const auto reading = read_sample(path, "openalex");
    CHECK(reading.error == "");
    CHECK(reading.rejects.empty());
    CHECK(first_fault(reading) == "");
    CHECK(!reading.records.empty());
  }
  const auto michigan = read_sample(sample("openalex/I27837315.json"), "openalex");
  CHECK(property(entity(michigan, "openalex:I27837315")->properties, "country") == "US");
  CHECK(claim(read_sample(sample("openalex/A-api-response.json"), "openalex"), "WORKS_AT")->start ==
        "[..2023]");
}
