// What exists nowhere in the graph is a warning with the nearest name, never a silent nothing.
#include <doctest/doctest.h>

#include "query/language/core.hpp"
#include "tests/unit/language/json.hpp"

namespace talentflow::query::test {
namespace {

std::string warnings_of(const std::string& query) {
  static const auto view =
      read_graph(R"({"id": "a", "labels": ["Person"], "properties": {"name": "Ann", "country": "CN"}}
{"id": "b", "labels": ["Org"], "properties": {"Team": 1}}
{"id": "c", "labels": ["Team"], "properties": {}}
{"id": "e", "type": "WORKS_AT", "from": "a", "to": "b", "properties": {"since": 2010}}
)");
  Execution execution;
  execution.views = [&](const graph::Reading&) { return Result<std::shared_ptr<const graph::View>>(view); };
  graph::Budget budget(graph::Limits{}, nullptr);
  execution.budget = &budget;
  auto cursor = execute_core(query, execution);
  if (!cursor.ok()) return cursor.error().text();
  std::string all;
  for (const std::string& warning : (*cursor)->warnings()) all += warning + "\n";
  return all;
}

}  // namespace

TEST_CASE("labels, types and properties that exist nowhere") {
  CHECK(warnings_of("MATCH (p:Persn) RETURN p") ==
        "line 1, column 10: no label `Persn` exists in the graph\n"
        "MATCH (p:Persn) RETURN p\n"
        "         ^ did you mean `Person`?\n");
  CHECK(warnings_of("MATCH ()-[:WORK_AT]->() RETURN 1") ==
        "line 1, column 12: no relationship type `WORK_AT` exists in the graph\n"
        "MATCH ()-[:WORK_AT]->() RETURN 1\n"
        "           ^ did you mean `WORKS_AT`?\n");
  CHECK(warnings_of("MATCH (p) RETURN p.contry") ==
        "line 1, column 20: no property `contry` exists in the graph\n"
        "MATCH (p) RETURN p.contry\n"
        "                   ^ did you mean `country`?\n");
  CHECK(warnings_of("MATCH (p) WHERE p:Orgg RETURN p {.cuntry}").find("`Org`") != std::string::npos);
}

TEST_CASE("also inside a pattern's map") {
  CHECK(warnings_of("MATCH (p:Person {naem : 'Ann'})-[{sinc: 2010}]->() RETURN p") ==
        "line 1, column 18: no property `naem` exists in the graph\n"
        "MATCH (p:Person {naem : 'Ann'})-[{sinc: 2010}]->() RETURN p\n"
        "                 ^ did you mean `name`?\n"
        "line 1, column 35: no property `sinc` exists in the graph\n"
        "MATCH (p:Person {naem : 'Ann'})-[{sinc: 2010}]->() RETURN p\n"
        "                                  ^ did you mean `since`?\n");
}

TEST_CASE("a label's name is no property, unless it is one too") {
  CHECK(warnings_of("MATCH (p) RETURN p.Person").find("no property `Person`") != std::string::npos);
  CHECK(warnings_of("MATCH (p) RETURN p.Team") == "");
}

TEST_CASE("nothing is said of names that exist, of derived ones, and of maps") {
  CHECK(warnings_of(
            "MATCH (p:Person {name: 'Ann'})-[e:WORKS_AT]->(o) RETURN p.country, e.since, e.start, o.id") ==
        "");
  CHECK(warnings_of("WITH {a: 1} AS m RETURN m.b") == "");
}

}  // namespace talentflow::query::test
