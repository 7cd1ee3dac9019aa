#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

namespace {

std::string item(const std::string& number) {
  return R"({"snaktype":"value","datavalue":{"type":"wikibase-entityid","value":{"entity-type":"item","numeric-id":)" +
         number + R"(}}})";
}
std::string time(const std::string& digits, int precision, const std::string& calendar = "Q1985727") {
  return R"({"snaktype":"value","datavalue":{"type":"time","value":{"time":")" + digits +
         R"(","precision":)" + std::to_string(precision) +
         R"(,"calendarmodel":"http://www.wikidata.org/entity/)" + calendar + R"("}}})";
}
std::string statement(const std::string& id, const std::string& main, const std::string& qualifiers,
                      const std::string& rank = "normal", const std::string& references = "") {
  return R"({"id":")" + id + R"(","rank":")" + rank + R"(","mainsnak":)" + main + R"(,"qualifiers":{)" +
         qualifiers + R"(},"references":[)" + references + "]}";
}
std::string entity_json(const std::string& claims) {
  return R"({"type":"item","id":"Q900","lastrevid":77,"modified":"2024-05-06T07:08:09Z","labels":{"en":{"language":"en","value":"Example Person"},"zh":{"language":"zh","value":"示例"}},"aliases":{"en":[{"value":"E. Person"}]},"claims":{)" +
         claims + "}}";
}
Reading read_entity(const std::string& claims) {
  return read_text("wikidata", "dump.json",
                   "[\n" + entity_json(claims) + ",\n" + entity_json("").replace(21, 4, "Q901") + "\n]\n");
}

}  // namespace

TEST_CASE("a post with its period: precision is read, never the digits") {
  const auto reading = read_entity(
      R"("P31":[)" + statement("a", item("5"), "") + R"(],"P108":[)" +
      statement("Q900$1", item("95"),
                R"("P580":[)" + time("+1971-00-00T00:00:00Z", 9) + R"(],"P582":[)" +
                    time("+1974-01-01T00:00:00Z", 9) + "]") +
      "," +
      statement("Q900$2", item("96"),
                R"("P580":[)" + time("+2019-03-00T00:00:00Z", 10) + R"(],"P582":[{"snaktype":"somevalue"}])",
                "preferred") +
      "," +
      statement("Q900$3", item("97"),
                R"("P580":[)" + time("+1980-00-00T00:00:00Z", 8) + R"(],"P582":[{"snaktype":"novalue"}])") +
      "," + statement("Q900$4", item("98"), "", "deprecated") + "," +
      statement("Q900$5", R"({"snaktype":"somevalue"})", "") + "]");
  CHECK(first_fault(reading) == "");
  CHECK(reading.rejects.empty());
  REQUIRE(count_claims(reading, "WORKS_AT") == 3);  // the deprecated one and "some employer" say nothing
  const auto* first = claim(reading, "WORKS_AT", "wikidata:Q95");
  CHECK(first->start == "1971");
  CHECK(first->end == "1974");
  CHECK(first->locator == "P108 Q900$1");
  const auto* second = claim(reading, "WORKS_AT", "wikidata:Q96");
  CHECK(second->start == "2019-03");
  CHECK(second->end == "[..2024-05-06]");  // ended, unknown when
  CHECK(property(second->properties, "rank") == "preferred");
  const auto* third = claim(reading, "WORKS_AT", "wikidata:Q97");
  CHECK(third->start == "[1980..1989]");
  CHECK(third->end == "..");
  CHECK(entity(reading, "wikidata:Q900")->kind == "Person");
  CHECK(entity(reading, "wikidata:Q900")->aliases.size() == 2);
  CHECK(entity(reading, "wikidata:Q95") != nullptr);  // every id that a claim names is declared
}

TEST_CASE("founded by stands on the organisation: the founder is the subject") {
  const auto reading =
      read_entity(R"("P112":[)" + statement("a", item("7"), "") + R"(],"P571":[)" +
                  statement("b", time("+2015-12-11T00:00:00Z", 11), "") + R"(],"P169":[)" +
                  statement("c", item("8"), "") + R"(],"P355":[)" + statement("d", item("9"), "") +
                  R"(],"P17":[)" + statement("e", item("148"), "") + "]");
  const auto* founded = claim(reading, "FOUNDED");
  CHECK(founded->subject.id == "wikidata:Q7");
  CHECK(founded->object.id == "wikidata:Q900");
  CHECK(founded->start == "2015-12-11");
  CHECK(claim(reading, "LEADS")->subject.id == "wikidata:Q8");
  CHECK(claim(reading, "LEADS")->role == "chief executive officer");
  CHECK(claim(reading, "PART_OF")->subject.id == "wikidata:Q9");
  CHECK(claim(reading, "LOCATED_IN")->object.id == "place/cn");
  CHECK(property(entity(reading, "wikidata:Q900")->properties, "country") == "CN");
}

TEST_CASE("a position at an organisation is a post there") {
  const auto reading = read_entity(R"("P39":[)" + statement("a", item("1"), R"("P642":[)" + item("2") + "]") +
                                   "," + statement("b", item("3"), "") + "]");
  CHECK(claim(reading, "WORKS_AT")->object.id == "wikidata:Q2");
  CHECK(property(claim(reading, "WORKS_AT")->properties, "position") == "wikidata:Q1");
  CHECK(claim(reading, "HOLDS_POSITION")->object.id == "wikidata:Q3");
}

TEST_CASE("Julian days become Gregorian ones, and years beyond the calendar are left out") {
  const auto reading = read_entity(
      R"("P108":[)" +
      statement("a", item("1"), R"("P580":[)" + time("+1700-03-11T00:00:00Z", 11, "Q1985786") + "]") + "," +
      statement("b", item("2"), R"("P580":[)" + time("-0500-00-00T00:00:00Z", 9) + "]") + "," +
      statement("c", item("3"), R"("P580":[)" + time("+12000-00-00T00:00:00Z", 9) + "]") + "]");
  CHECK(claim(reading, "WORKS_AT", "wikidata:Q1")->start == "1700-03-22");
  CHECK(claim(reading, "WORKS_AT", "wikidata:Q2")->start == "");
  CHECK(claim(reading, "WORKS_AT", "wikidata:Q3")->start == "");
}

TEST_CASE("a reference's page is the origin of the statement") {
  const auto reading = read_entity(
      R"("P108":[)" +
      statement(
          "a", item("1"), "", "normal",
          R"({"hash":"h","snaks":{"P854":[{"snaktype":"value","datavalue":{"type":"string","value":"https://www.paper.example.org/x"}}],"P577":[)" +
              time("+2020-01-02T00:00:00Z", 11) + "]}}") +
      "]");
  const auto* said = source(reading, claim(reading, "WORKS_AT")->source.id);
  REQUIRE(said != nullptr);
  CHECK(property(said->properties, "publisher") == "Wikidata");
  CHECK(property(said->properties, "origin") == "https://www.paper.example.org/x");
  const auto* page = source(reading, "https://www.paper.example.org/x");
  CHECK(property(page->properties, "publisher") == "paper.example.org");
  CHECK(property(page->properties, "published") == "2020-01-02");
}

TEST_CASE("real entities: dump lines of 2015, the interface's answers") {
  if (const auto path = sample("wikidata/wd_Q42.json"); !path.empty()) {
    const auto reading = read_sample(path, "wikidata");
    CHECK(first_fault(reading) == "");
    CHECK(claim(reading, "STUDIED_AT", "wikidata:Q691283")->start == "1971");
    CHECK(claim(reading, "STUDIED_AT", "wikidata:Q691283")->end == "1974");
    CHECK(claim(reading, "CITIZEN_OF")->object.id == "place/gb");
  }
  if (const auto path = sample("wikidata/wbgetentities-Douglas-Adams.json"); !path.empty())
    CHECK(claim(read_sample(path, "wikidata"), "STUDIED_AT", "wikidata:Q35794") !=
          nullptr);  // numeric ids alone
  if (const auto path = sample("wikidata/sample-dump-20150815.json.gz"); !path.empty()) {
    const auto reading = read_sample(path, "wikidata");
    CHECK(reading.error == "");
    CHECK(reading.rejects.empty());
    CHECK(first_fault(reading) == "");
  }
}
