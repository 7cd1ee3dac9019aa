#include <map>

#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

namespace {

// 0000-0002-1825-0097 is ORCID's own made-up person.
std::string v3(const std::string& affiliations) {
  return R"({"orcid-identifier":{"path":"0000-0002-1825-0097"},"history":{"last-modified-date":{"value":1690000000000}},
 "person":{"name":{"given-names":{"value":"Example"},"family-name":null,"credit-name":null},
  "other-names":{"other-name":[{"content":"E. Person"}]},
  "external-identifiers":{"external-identifier":[{"external-id-type":"Scopus Author ID","external-id-value":"7"}]}},
 "activities-summary":{"employments":{"affiliation-group":[{"summaries":[)" +
         affiliations + "]}]}}}";
}

std::string employment(const std::string& put_code, const std::string& created, const std::string& modified,
                       const std::string& end, const std::string& source) {
  return R"({"employment-summary":{"created-date":{"value":)" + created +
         R"(},"last-modified-date":{"value":)" + modified + R"(},"source":)" + source + R"(,"put-code":)" +
         put_code +
         R"(,"department-name":null,"role-title":"Postdoc","start-date":{"year":{"value":"2021"},"month":{"value":"02"},"day":null},)" +
         R"("end-date":)" + end +
         R"(,"organization":{"name":"Example University","address":{"city":"Bonn","region":null,"country":"DE"},)" +
         R"("disambiguated-organization":{"disambiguated-organization-identifier":"https://ror.org/041nas322","disambiguation-source":"ROR"}},"visibility":"public"}})";
}

const std::string kSelf =
    R"({"source-orcid":{"path":"0000-0002-1825-0097"},"source-client-id":null,"source-name":{"value":"Example"}})";
const std::string kMember =
    R"({"source-orcid":null,"source-client-id":{"path":"APP-1"},"source-name":{"value":"Example University"}})";

}  // namespace

TEST_CASE("an affiliation is a claim by who said it, open as of its last change") {
  const auto reading = read_text("orcid-json", "record.json",
                                 v3(employment("7", "1610000000000", "1615139960603", "null", kSelf)));
  CHECK(reading.rejects.empty());
  CHECK(first_fault(reading) == "");
  const auto* found = claim(reading, "WORKS_AT");
  REQUIRE(found != nullptr);
  CHECK(found->id == "orcid:0000-0002-1825-0097/employment/7@1615139960603");
  CHECK(found->subject.id == "orcid:0000-0002-1825-0097");
  CHECK(found->object.id == "ror:041nas322");
  CHECK(found->start == "2021-02");
  CHECK(found->end == "..");
  CHECK(found->role == "Postdoc");
  CHECK(found->locator == "employment/7");
  CHECK(found->place == "");  // the register's address is the organisation's, not the person's
  const auto* said = source(reading, found->source.id);
  REQUIRE(said != nullptr);
  CHECK(property(said->properties, "source_class") == "self");
  CHECK(property(said->properties, "publisher") == "Example");
  CHECK(property(said->properties, "published") == "2021-03-07");
  CHECK(property(said->properties, "licence") == "CC0-1.0");
  CHECK(property(entity(reading, "ror:041nas322")->properties, "country") == "DE");
  CHECK(entity(reading, "orcid:0000-0002-1825-0097")->name == "Example");  // no family name
  CHECK(property(entity(reading, "orcid:0000-0002-1825-0097")->properties, "scopus-author-id") == "7");
}

TEST_CASE("a later version of a record closes the open post") {
  const auto older = read_text("orcid-json", "older.json",
                               v3(employment("7", "1615139960603", "1615139960603", "null", kSelf)));
  const auto newer = read_text(
      "orcid-json", "newer.json",
      v3(employment("7", "1615139960603", "1690000000000",
                    R"({"year":{"value":"2023"},"month":{"value":"07"},"day":{"value":"31"}})", kSelf)));
  CHECK(claim(newer, "WORKS_AT")->end == "2023-07-31");
  const ClaimRecord* withdrawal = nullptr;
  for (const auto* each : all<ClaimRecord>(newer))
    if (each->stance == "withdraws") withdrawal = each;
  REQUIRE(withdrawal != nullptr);
  CHECK(withdrawal->target == claim(older, "WORKS_AT")->id);
  CHECK(claim(newer, "WORKS_AT")->id != claim(older, "WORKS_AT")->id);
  for (const auto* each : all<ClaimRecord>(older)) CHECK(each->stance != "withdraws");
}

TEST_CASE("a member organisation's word is another source than the person's") {
  const auto reading =
      read_text("orcid-json", "record.json", v3(employment("7", "1", "1615139960603", "null", kMember)));
  const auto* said = source(reading, claim(reading, "WORKS_AT")->source.id);
  CHECK(property(said->properties, "source_class") == "academic");
  CHECK(property(said->properties, "publisher") == "Example University");
}

TEST_CASE("v2 lists affiliations flat and shouts its visibility") {
  const auto reading = read_text(
      "orcid-json", "record.json",
      R"({"orcid-identifier":{"path":"0000-0002-1825-0097"},"person":{"name":{"given-names":{"value":"Example"},"family-name":{"value":"Person"}}},
 "activities-summary":{"employments":{"employment-summary":[{"put-code":8,"last-modified-date":{"value":1577656998352},"start-date":null,"end-date":null,
 "organization":{"name":"Example Company","address":{"city":"Bonn","country":"DE"},"disambiguated-organization":null},"visibility":"PUBLIC"}]}}})");
  const auto* found = claim(reading, "WORKS_AT", "Example Company");
  REQUIRE(found != nullptr);
  CHECK(found->object.id == "");
  CHECK(found->place == "DE");  // typed in by the person, for this post
  CHECK(found->start == "");
  CHECK(found->end == "");  // no dates at all is no statement that it goes on
  CHECK(find_property(found->properties, "visibility") == nullptr);
}

TEST_CASE("an impossible date rejects the affiliation, not the record") {
  const auto reading = read_text(
      "orcid-json", "record.json",
      v3(employment("7", "1", "2", R"({"year":{"value":"2023"},"month":{"value":"13"},"day":null})", kSelf) +
         "," + employment("8", "1", "2", "null", kSelf)));
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].reason == "employment 7 of 0000-0002-1825-0097: its end is no date");
  CHECK(count_claims(reading, "WORKS_AT") == 1);
}

TEST_CASE("JSON and XML of one record give the same claims") {
  const auto json_path = sample("orcid/test-conversionlib-record-3.0.json");
  const auto xml_path = sample("orcid/test-conversionlib-record-3.0.xml");
  if (json_path.empty() || xml_path.empty()) return;
  const auto json = read_sample(json_path, "orcid-json");
  const auto xml = read_sample(xml_path, "orcid-xml");
  CHECK(json.error == "");
  CHECK(xml.error == "");
  CHECK(first_fault(json) == "");
  std::map<std::string, const ClaimRecord*> by_id;
  for (const auto* each : all<ClaimRecord>(json)) by_id[each->id] = each;
  CHECK(by_id.size() == all<ClaimRecord>(json).size());
  CHECK(all<ClaimRecord>(xml).size() == by_id.size());
  for (const auto* each : all<ClaimRecord>(xml)) {
    REQUIRE_MESSAGE(by_id.contains(each->id), each->id);
    const auto& same = *by_id[each->id];
    CHECK(each->object == same.object);
    CHECK(each->start == same.start);
    CHECK(each->end == same.end);
    CHECK(each->role == same.role);
    CHECK(each->source == same.source);
    CHECK(each->properties == same.properties);
  }
  const auto* found = claim(json, "WORKS_AT", "grid:grid.455335.1");
  REQUIRE(found != nullptr);
  CHECK(property(source(json, found->source.id)->properties, "publisher") ==
        "ORCID");  // said, not entered by
  CHECK(property(source(json, found->source.id)->properties, "entered_by") == "ORCID Member Portal");
}

TEST_CASE("the real v2 record, and the record without countries") {
  if (const auto path = sample("orcid/pyorcidator_sample_v2_0000-0003-4423-4370.json"); !path.empty()) {
    const auto reading = read_sample(path, "orcid-json");
    const auto* post = claim(reading, "WORKS_AT", "ringgold:1811");
    REQUIRE(post != nullptr);
    CHECK(post->start == "2021-02-15");
    CHECK(post->end == "..");
    CHECK(post->id == "orcid:0000-0003-4423-4370/employment/14207397@1615139960603");
    CHECK(count_claims(reading, "WORKS_AT") == 4);
    CHECK(claim(reading, "WORKS_AT", "Enveda Biosciences")->place == "DE");
  }
  if (const auto path = sample("orcid/record-no-city-country-for-professional-activities-3.0.xml");
      !path.empty()) {
    const auto reading = read_sample(path, "orcid-xml");
    CHECK(reading.error == "");
    CHECK(first_fault(reading) == "");
    CHECK(count_claims(reading, "WORKS_AT") >= 1);
    CHECK(count_claims(reading, "VISITS") >= 1);
  }
}

TEST_CASE("entities that a document declares, and files it points to, are refused") {
  const std::string body =
      "<record:record xmlns:record=\"http://www.orcid.org/ns/record\" path=\"/x\">&a;</record:record>";
  const auto bomb = read_text("orcid-xml", "bomb.xml",
                              "<!DOCTYPE r [<!ENTITY b \"bbbbbbbb\"><!ENTITY a \"&b;&b;&b;&b;\">]>\n" + body);
  CHECK(bomb.records.empty());
  CHECK(bomb.error.find("bomb.xml:1:") == 0);
  CHECK(bomb.error.find("the document declares entities, which are refused") != std::string::npos);
  const auto file =
      read_text("orcid-xml", "file.xml", "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n" + body);
  CHECK(file.error.find("the document declares entities, which are refused") != std::string::npos);
  CHECK(file.records.empty());
}

TEST_CASE("a truncated record ends the input with its place") {
  const auto reading = read_text(
      "orcid-xml", "cut.xml",
      "\n<?xml version=\"1.0\"?>\n<record:record xmlns:record=\"http://www.orcid.org/ns/record\">\n");
  CHECK(reading.error == "cut.xml:4:1: not well-formed XML: no element found");
}
