#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

TEST_CASE("GraphML as the export writes it comes back as the plain graph it was") {
  const auto reading = read_text("graphml", "graph.graphml", R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="n_label" for="node" attr.name="label" attr.type="string"/>
  <key id="n_name" for="node" attr.name="name" attr.type="string"/>
  <key id="n_kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="n_labels" for="node" attr.name="labels" attr.type="string"/>
  <key id="n_age" for="node" attr.name="age" attr.type="int"/>
  <key id="n_data_kind" for="node" attr.name="data_kind" attr.type="string"/>
  <key id="e_label" for="edge" attr.name="label" attr.type="string"/>
  <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
  <key id="e_data_weight" for="edge" attr.name="data_weight" attr.type="double"/>
  <graph id="talentflow" edgedefault="directed">
    <node id="a"><data key="n_label">Ann</data><data key="n_name">Ann</data><data key="n_kind">Person</data><data key="n_labels">Person;Lab</data><data key="n_age">41</data><data key="n_data_kind">x &amp; y</data></node>
    <node id="b"><data key="n_label">b</data><data key="n_name">b</data></node>
    <edge id="e1" source="a" target="b"><data key="e_label">KNOWS</data><data key="e_weight">0.5</data><data key="e_data_weight">0.5</data></edge>
  </graph>
</graphml>)");
  CHECK(reading.error == "");
  CHECK(reading.rejects.empty());
  const auto* ann = entity(reading, "a");
  REQUIRE(ann != nullptr);
  CHECK(ann->labels == std::vector<std::string>{"Person", "Lab"});
  CHECK(ann->properties == Properties{{"name", Value("Ann")}, {"age", Value(41)}, {"kind", Value("x & y")}});
  CHECK(entity(reading, "b")->properties.empty());  // the export calls a nameless node by its id
  const auto* edge = claim(reading, "KNOWS");
  CHECK(edge->edge_id == "e1");
  CHECK(edge->properties == Properties{{"weight", Value(0.5)}});
}

TEST_CASE("GraphML of other programs: defaults, booleans, edges without ids") {
  const auto reading = read_text(
      "graphml", "other.graphml",
      R"(<graphml><key id="d0" for="node" attr.name="seen" attr.type="boolean"><default>true</default></key>
<key id="d1" for="edge" attr.name="count" attr.type="long"/>
<graph edgedefault="undirected"><node id="1"/><node id="2"><data key="d0">false</data></node>
<edge source="1" target="2"><data key="d1">many</data></edge><edge source="1"/></graph></graphml>)");
  CHECK(entity(reading, "1")->properties == Properties{{"seen", Value(true)}});
  CHECK(entity(reading, "2")->properties == Properties{{"seen", Value(false)}});
  CHECK(claim(reading, "RELATED_TO")->edge_id == "edge/1");
  REQUIRE(reading.rejects.size() == 2);
  CHECK(reading.rejects[0].reason == "\"count\" of  is no long; kept as text: many");
  CHECK(reading.rejects[1].reason == "an edge needs source and target");
}

TEST_CASE("claims as JSON lines, with their source in the line") {
  const auto reading = read_text(
      "claims-jsonl", "claims.jsonl",
      R"({"subject":"Example Person","subject_kind":"Person","relation":"JOINED","object":{"id":"org/example","name":"Example Lab"},"start":"2026-03","confidence":0.8,"sentence":"Example Person joined.","source":{"url":"https://news.example.org/1","publisher":"Example News","published":"2026-03-04"},"model":"own","offsets":[0,22]})"
      "\n"
      R"({"record":"entity","id":"org/example","kind":"Lab","name":"Example Lab","aliases":["EL"],"country":"DE"})"
      "\n{\"subject\":\"Example Person\"}\nnot json\n{\"relation\":\"LEFT\"}\n");
  CHECK(first_fault(reading) == "");
  const auto* joined = claim(reading, "JOINED", "org/example");
  REQUIRE(joined != nullptr);
  CHECK(joined->subject == Reference::to_name("Example Person", "Person"));
  CHECK(joined->confidence == "0.8");
  CHECK(joined->locator == "Example Person joined.");
  CHECK(joined->source.id == "https://news.example.org/1");
  CHECK(property(joined->properties, "model") == "own");
  CHECK(property(source(reading, "https://news.example.org/1")->properties, "publisher") == "Example News");
  CHECK(property(entity(reading, "org/example")->properties, "country") == "DE");
  REQUIRE(reading.rejects.size() == 3);
  CHECK(reading.rejects[0].reason == "a claim needs \"relation\", such as JOINED");
  CHECK(reading.rejects[1].reason == "not a JSON object: not json");
  CHECK(reading.rejects[2].reason == "a claim needs \"subject\", a name or {\"id\": ..}");
  CHECK(reading.rejects[2].line == 5);
}
