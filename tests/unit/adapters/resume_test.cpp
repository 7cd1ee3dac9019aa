#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

TEST_CASE("a JSON resume: the person says it, a post without an end goes on") {
  const auto reading = read_text("json-resume", "example.json",
                                 R"json({"basics":{"name":"Example Person","location":{"countryCode":"DE"}},
"work":[{"name":"Example Lab","position":"Scientist","startDate":"2020-02","location":"Berlin, Germany"},{"company":"Old Example","startDate":"2018","endDate":"2020-01-31"},{"name":"","startDate":"2018"}],
"education":[{"institution":"Example University","studyType":"PhD","area":"Physics","startDate":"2012","endDate":"2016"}],"meta":{"lastModified":"2024-05-06T00:00:00Z"}})json");
  CHECK(first_fault(reading) == "");
  const auto* now = claim(reading, "WORKS_AT", "Example Lab");
  REQUIRE(now != nullptr);
  CHECK(now->start == "2020-02");
  CHECK(now->end == "..");
  CHECK(now->place == "DE");
  CHECK(now->locator == "work[0]");
  CHECK(claim(reading, "WORKS_AT", "Old Example")->end == "2020-01-31");
  CHECK(claim(reading, "STUDIED_AT")->role == "PhD");
  CHECK(property(source(reading, now->source.id)->properties, "published") == "2024-05-06");
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].reason == "work[2] names no organisation");
}

TEST_CASE("schema.org: plain, dated by a Role, in a graph, as texts") {
  const auto reading =
      read_text("schema-org", "page.jsonld", R"json({"@context":"http://schema.org","@graph":[
{"@type":"Person","@id":"#p","name":"Example Person","jobTitle":"Scientist","sameAs":["https://orcid.org/0000-0002-1825-0097"],
 "worksFor":{"@id":"#o"},"affiliation":"Example Institute",
 "alumniOf":{"@type":"OrganizationRole","alumniOf":{"@type":"CollegeOrUniversity","name":"Example University"},"startDate":"2010","endDate":"2014-06"}},
{"@type":"Organization","@id":"#o","name":"Example Lab","foundingDate":"2015-12-11","founder":[{"@type":"Person","name":"Example Founder"}],
 "employee":{"@type":"EmployeeRole","employee":{"@type":"Person","name":"Example Second"},"roleName":"Engineer","startDate":"2020-03-01"},
 "parentOrganization":{"@type":"Corporation","name":"Example Holding"}}]})json");
  CHECK(first_fault(reading) == "");
  CHECK(reading.rejects.empty());
  const auto* post = claim(reading, "WORKS_AT", "Example Lab");
  REQUIRE(post != nullptr);
  CHECK(post->subject.id == "orcid:0000-0002-1825-0097");
  CHECK(post->role == "Scientist");
  CHECK(post->end == "..");
  CHECK(claim(reading, "AFFILIATED_WITH", "Example Institute") != nullptr);
  CHECK(claim(reading, "STUDIED_AT", "Example University")->start == "2010");
  CHECK(claim(reading, "STUDIED_AT", "Example University")->end == "2014-06");
  CHECK(claim(reading, "FOUNDED")->subject.name == "Example Founder");
  CHECK(claim(reading, "FOUNDED")->start == "2015-12-11");
  CHECK(claim(reading, "PART_OF")->object.name == "Example Holding");
  bool second = false;
  for (const auto* each : all<ClaimRecord>(reading))
    second = second || (each->subject.name == "Example Second" && each->role == "Engineer" &&
                        each->start == "2020-03-01");
  CHECK(second);
}

TEST_CASE("a Markdown table of departures, its organisation in the heading") {
  const auto reading = read_text(
      "personnel-table", "people.md",
      "# Notable departures from Example Lab\n\nSome words.\n\n"
      "| Person | Role | Departed | Went To | Reason |\n|---|---|:---:|---|---|\n"
      "| **Example Person** | Chief scientist | Feb 2018 | [Other Lab](https://other.example.org) | left |\n"
      "| Example Second | Engineer | ~2016 | \xE2\x80\x94 | \xE2\x80\x94 |\n"
      "| Example Third | Engineer | when it rained | | |\n\nmore words\n");
  CHECK(first_fault(reading) == "");
  const auto* left = claim(reading, "LEFT", "Example Lab");
  REQUIRE(left != nullptr);
  CHECK(left->subject.name == "Example Person");
  CHECK(left->start == "2018-02");
  CHECK(left->role == "Chief scientist");
  CHECK(left->locator == "row 7");
  CHECK(claim(reading, "JOINED", "Other Lab")->start == "[2018-02..]");
  CHECK(count_claims(reading, "JOINED") == 1);
  CHECK(count_claims(reading, "LEFT") == 2);
  CHECK(all<ClaimRecord>(reading).back()->start == "2016~");
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].line == 9);
}
