#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

namespace {
const std::string kHeader =
    "person,organization,title,start_date,start_date_precision,end_date,end_date_precision,urls,employment_"
    "type\n";
Reading read_rows(const std::string& rows) {
  return read_text("careers-table", "positions.csv", kHeader + rows);
}
}  // namespace

TEST_CASE("a position claims no more of a date than its precision allows") {
  const auto reading = read_rows(
      "Example Person,Example Lab,Scientist,2024-04-29,month,2025-07-01,Year,https://lab.example.org/team,\n"
      "Example Second,Example Lab,Engineer,2024-04-29,day,,,https://lab.example.org/team,\n"
      "Example Third,Example Lab,Engineer,2016-05-01,multi-year,present,,https://lab.example.org/team,\n"
      "Example Fourth,Example Lab,Engineer,2019-7-01,,,,https://lab.example.org/team,\n");
  CHECK(first_fault(reading) == "");
  const auto claims = all<ClaimRecord>(reading);
  REQUIRE(claims.size() == 4);
  CHECK(claims[0]->start == "2024-04");
  CHECK(claims[0]->end == "2025");
  CHECK(claims[1]->start == "2024-04-29");
  CHECK(claims[1]->end == "");  // empty is unknown, not open
  CHECK(claims[2]->start == "[..2016]");
  CHECK(claims[2]->end == "..");
  CHECK(claims[3]->start == "2019-07-01");
  CHECK(claims[0]->role == "Scientist");
  CHECK(claims[0]->subject == Reference::to_name("Example Person", "Person"));
  CHECK(claims[0]->source.id == "https://lab.example.org/team");
  CHECK(all<SourceRecord>(reading).size() == 1);
}

TEST_CASE("the page of an archive is its own publisher's, dated by its snapshot") {
  const auto reading = read_rows(
      "Example Person,Example "
      "Lab,Scientist,2020,,2024,,hhttps://web.archive.org/web/20200102030405/https://www.lab.example.org/"
      "team "
      "https://web.archive.org/web/20240429224505/https://lab.example.org/team,\n");
  const auto* said =
      source(reading, "https://web.archive.org/web/20240429224505/https://lab.example.org/team");
  REQUIRE(said != nullptr);
  CHECK(property(said->properties, "publisher") == "lab.example.org");
  CHECK(property(said->properties, "published") == "2024-04-29");
  CHECK(find_property(claim(reading, "WORKS_AT")->properties, "further_urls") != nullptr);
}

TEST_CASE("a seat on a board is no job") {
  const auto reading = read_rows(
      "Example Person,Example Lab,Chair,2020,,,,https://a.example.org,Board member\n"
      "Example Second,Example Lab,Helper,2020,,,,https://a.example.org,advisor\n"
      "Example Third,Example Lab,Scientist,2020,,,,https://a.example.org,Full-time\n");
  CHECK(count_claims(reading, "BOARD_MEMBER_OF") == 1);
  CHECK(count_claims(reading, "ADVISES") == 1);
  CHECK(count_claims(reading, "WORKS_AT") == 1);
}

TEST_CASE("rows that cannot be taken are rejected with their reason, the rest is read") {
  const auto reading = read_rows(
      ",Example Lab,Scientist,2020,,,,https://a.example.org,\n"
      "Example Person,,Scientist,2020,,,,https://a.example.org,\n"
      "Example Person,Example Lab,Scientist,soon,,,,https://a.example.org,\n"
      "Example Person,Example Lab,Scientist,2020,,,,,\n");
  REQUIRE(reading.rejects.size() == 3);
  CHECK(reading.rejects[0].reason == "the row names no person");
  CHECK(reading.rejects[1].reason == "the row names no organisation");
  CHECK(reading.rejects[2].reason == "start \"soon\" is no date; write 2024-05, for example");
  CHECK(reading.rejects[2].line == 4);
  CHECK(claim(reading, "WORKS_AT")->source.id == "table:positions.csv");
}

TEST_CASE("headers in other words") {
  const auto reading = read_text("careers-table", "staff.csv",
                                 "Employer,Employee Name,Job Title,From,Until,Link,ORCID,Team size\n"
                                 "Example Lab,Example Person,Scientist,Feb 2018,~2020,https://a.example.org,"
                                 "https://orcid.org/0000-0002-1825-0097,7\n");
  const auto* found = claim(reading, "WORKS_AT", "Example Lab");
  REQUIRE(found != nullptr);
  CHECK(found->subject.id == "orcid:0000-0002-1825-0097");
  CHECK(found->start == "2018-02");
  CHECK(found->end == "2020~");
  CHECK(property(found->properties, "team_size") == "7");
}

TEST_CASE("the real table of positions goes in whole") {
  const auto path = sample("aiwatch/positions.csv");
  if (path.empty()) return;
  const auto reading = read_sample(path, "careers-table");
  CHECK(reading.error == "");
  CHECK(first_fault(reading) == "");
  CHECK(all<ClaimRecord>(reading).size() + reading.rejects.size() == 15526);
  for (const auto& reject : reading.rejects) CHECK(reject.reason == "the row names no organisation");
  CHECK(reading.rejects.size() < 30);
}
