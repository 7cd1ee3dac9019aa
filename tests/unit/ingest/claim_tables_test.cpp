#include "ingest/claim_tables/claim_tables.hpp"

#include "doctest/doctest.h"
#include "ingest/record_check.hpp"
#include "tests/unit/ingest/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

namespace {

Reading read(const std::string& name, const std::string& text) {
  return read_with(open_claim_tables, name, text);
}

/// The fault of the only claim of a table.
std::string fault(const std::string& header, const std::string& row) {
  const auto reading = read("claims.csv", header + "\n" + row + "\n");
  REQUIRE(reading.records.size() == 1);
  return find_fault(reading.records[0]).value_or("");
}

}  // namespace

TEST_CASE("entities: columns in any order, unknown ones are properties, empty values are none") {
  const auto reading = read(
      "entities.csv", "kind,Name,id,aliases,country,favourite\nCompany,Example,org/x,\"One; Two\",CN,blue\n");
  REQUIRE(reading.records.size() == 1);
  const auto& entity = std::get<EntityRecord>(reading.records[0].content);
  CHECK(entity.entity.id == "org/x");
  CHECK(entity.kind == "Company");
  CHECK(entity.aliases == std::vector<std::string>{"One", "Two"});
  CHECK(entity.properties == Properties{{"country", Value("CN")}, {"favourite", Value("blue")}});
  CHECK(reading.records[0].line == 2);
}

TEST_CASE("sources and claims: every column finds its field") {
  const auto sources =
      read("sources.csv", "id,url,publisher,published,origin,reliability\ns/1,http://x,P,2026-01,s/0,B\n");
  const auto& source = std::get<SourceRecord>(sources.records.at(0).content);
  CHECK(source.id == "s/1");
  CHECK(source.properties.size() == 5);

  const auto claims = read("claims.csv",
                           "id,subject,relation,object,role,start,end,place,stance,target,status,credibility,"
                           "confidence,source,locator,note,"
                           "amount_low,amount_high,currency,recorded,mood\n"
                           "c1,person/a,works_at,org/b,engineer,2024,..,CN,asserts,,reported,2,0.7,s/1,para "
                           "2,n,1,2,USD,2026-01-01,gay\n");
  const auto& claim = std::get<ClaimRecord>(claims.records.at(0).content);
  CHECK(claim.id == "c1");
  CHECK(claim.subject.id == "person/a");
  CHECK(claim.relation == "works_at");
  CHECK(claim.object.id == "org/b");
  CHECK(claim.role == "engineer");
  CHECK(claim.start == "2024");
  CHECK(claim.end == "..");
  CHECK(claim.place == "CN");
  CHECK(claim.stance == "asserts");
  CHECK(claim.status == "reported");
  CHECK(claim.credibility == "2");
  CHECK(claim.confidence == "0.7");
  CHECK(claim.source.id == "s/1");
  CHECK(claim.locator == "para 2");
  CHECK(claim.note == "n");
  CHECK(claim.amount_low == "1");
  CHECK(claim.amount_high == "2");
  CHECK(claim.currency == "USD");
  CHECK(claim.recorded == "2026-01-01");
  CHECK(claim.properties == Properties{{"mood", Value("gay")}});
}

TEST_CASE("a record is fresh for every row") {
  const auto reading = read("claims.csv", "subject,relation,object,note\na,r,b,first\nc,r,,\n");
  REQUIRE(reading.records.size() == 2);
  const auto& second = std::get<ClaimRecord>(reading.records[1].content);
  CHECK(second.note.empty());
  CHECK(second.object.empty());
}

TEST_CASE("typed columns; an unknown type is said once and its values stay text") {
  const auto reading =
      read("entities.csv", "id,kind,age:int,since:date,odd:uint7\na,Person,7,2026-03,x\nb,Person,old,,\n");
  REQUIRE(reading.records.size() == 1);
  const auto& entity = std::get<EntityRecord>(reading.records[0].content);
  CHECK(*find_property(entity.properties, "age") == Value(7));
  CHECK(*find_property(entity.properties, "since") == Value(Date::in_month(2026, 3)));
  CHECK(*find_property(entity.properties, "odd") == Value("x"));
  REQUIRE(reading.rejects.size() == 2);
  CHECK(reading.rejects[0].line == 1);
  CHECK(reading.rejects[0].reason ==
        "column \"odd\" has the unknown type \"uint7\"; its values are kept as text (types: string, int, "
        "float, "
        "boolean, date)");
  CHECK(reading.rejects[1].reason ==
        "column \"age\" holds \"old\", which is not of the type its header gives");
}

TEST_CASE("a header that names no table says what is missing") {
  CHECK(read("x.csv", "foo,bar\n1,2\n").error ==
        "x.csv:1: the header names no claim table: it has \"foo\", \"bar\"; entities need id and kind, "
        "sources need id "
        "and publisher (or url, or source_class), claims need subject and relation");
  CHECK(read("x.csv", "id,kind,kind\n").error == "x.csv:1: the header names column \"kind\" twice");
  CHECK(read("x.csv", "\n").error == "x.csv:1: the file has no header row");
}

TEST_CASE("bad rows are rejected with line and reason, good ones land") {
  const auto reading =
      read("claims.csv", "subject,relation,object\na,r,b\na,r\n\"a,r,b\nc,r,\"d\" x\ne,r,f\xFF\ng,r,h\n");
  CHECK(reading.records.size() == 2);
  std::string reasons;
  for (const auto& reject : reading.rejects)
    reasons += std::to_string(reject.line) + " " + reject.reason + "\n";
  CHECK(reasons ==
        "3 the row has 2 fields, the header 3\n"
        "4 text after a closing quote; double a quote that belongs to the text\n"
        "5 text after a closing quote; double a quote that belongs to the text\n"
        "6 not valid UTF-8; save the file as UTF-8\n");
}

TEST_CASE("faults of a claim, to the letter") {
  CHECK(fault("subject,relation,object,start", "a,r,b,2026-13-40").starts_with("start \"2026-13-40\": "));
  CHECK(fault("subject,relation,object,start,end", "a,r,b,2026-03,2025") ==
        "end \"2025\" lies before start \"2026-03\"; swap or correct them");
  CHECK(fault("subject,relation,object,start,end", "a,r,b,2025,2025-01").empty());
  CHECK(fault("subject,relation,object,start,end", "a,r,b,2025-12-31,2025").empty());
  CHECK(fault("subject,relation,stance", "a,r,maybe") ==
        "stance \"maybe\" is not one of asserts, denies, withdraws");
  CHECK(fault("subject,relation,stance", ",,Withdraws") ==
        "a claim that withdraws needs a target: the id of the claim it withdraws");
  CHECK(fault("subject,relation,stance,target", ",,withdraws,c7").empty());
  CHECK(fault("subject,relation,status", "a,r,perhaps") ==
        "status \"perhaps\" is not one of rumoured, unconfirmed, reported, announced, confirmed, filed");
  CHECK(fault("subject,relation,status", "a,r,Reported").empty());
  CHECK(fault("subject,relation,credibility", "a,r,7") == "credibility \"7\" is not one of 1 to 6");
  CHECK(fault("subject,relation,confidence", "a,r,1.5") == "confidence \"1.5\" is not a number from 0 to 1");
  CHECK(fault("subject,relation,amount_low,amount_high", "a,r,9,3") ==
        "amount_low \"9\" is more than amount_high \"3\"");
  CHECK(fault("subject,relation,recorded", "a,r,yesterday") ==
        "recorded \"yesterday\" is no ISO date or date and time; write 2026-03-04 or 2026-03-04T12:00:00Z");
  CHECK(fault("subject,relation,object", ",r,b") == "the claim has no subject");
  CHECK(fault("subject,relation,object", "a,,b") == "the claim has no relation");
}

TEST_CASE("the curated tables are read whole, without a single reject") {
  std::size_t counts[3] = {};
  const std::string folder = std::string(TALENTFLOW_SOURCE_DIR) + "/datasets/curated/";
  int table = 0;
  for (const char* name : {"entities.csv", "sources.csv", "claims.csv"}) {
    const auto reading = read(name, read_file(folder + name));
    CHECK(reading.rejects.empty());
    for (const auto& record : reading.records)
      CHECK_MESSAGE(!find_fault(record), name, ":", record.line, " ", find_fault(record).value_or(""));
    counts[table] = reading.records.size();
    CHECK(order_claim_tables(name, read_file(folder + name)) == table++);
  }
  CHECK(counts[0] == 413);
  CHECK(counts[1] == 441);
  CHECK(counts[2] == 968);
}
