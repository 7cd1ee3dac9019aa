#include "ingest/graph_jsonl/graph_jsonl.hpp"

#include <cmath>

#include "doctest/doctest.h"
#include "tests/unit/ingest/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

namespace {

Reading read(const std::string& text) { return read_with(open_graph_jsonl, "g.jsonl", text); }

std::string reason(const std::string& line) {
  const auto reading = read(line + "\n");
  return reading.rejects.size() == 1 ? reading.rejects[0].reason : "not rejected";
}

}  // namespace

TEST_CASE("nodes and edges, ids as strings or numbers, every type of value") {
  const auto reading = read(
      "{\"id\":1,\"labels\":[\"A\",\"B\"],\"properties\":{\"n\":null,\"b\":true,\"i\":-3,\"f\":1.0,\"s\":"
      "\"x\\u00e9\","
      "\"l\":[1,[2,{\"k\":3}]],\"m\":{\"a\":{\"b\":[]}},\"nan\":{\"float\":\"NaN\"},\"inf\":{\"float\":\"-"
      "Infinity\"}}}\n"
      "{\"id\":\"e1\",\"type\":\"KNOWS\",\"from\":1,\"to\":\"2\",\"properties\":{\"start\":7}}\n"
      "{\"id\":9007199254740993,\"labels\":[]}\n");
  CHECK(reading.rejects.empty());
  REQUIRE(reading.records.size() == 3);
  const auto& node = std::get<EntityRecord>(reading.records[0].content);
  CHECK(node.entity.id == "1");
  CHECK(node.kind.empty());  // labels in their order say it all
  CHECK(node.labels == std::vector<std::string>{"A", "B"});
  CHECK(find_property(node.properties, "n")->is_null());
  CHECK(*find_property(node.properties, "b") == Value(true));
  CHECK(*find_property(node.properties, "i") == Value(-3));
  CHECK(*find_property(node.properties, "f") == Value(1.0));
  CHECK(*find_property(node.properties, "s") == Value("x\xC3\xA9"));
  CHECK(*find_property(node.properties, "l") == Value(List{1, List{2, Map{{"k", 3}}}}));
  CHECK(*find_property(node.properties, "m") == Value(Map{{"a", Map{{"b", List{}}}}}));
  CHECK(std::isnan(*find_property(node.properties, "nan")->get_if<double>()));
  CHECK(std::isinf(*find_property(node.properties, "inf")->get_if<double>()));
  const auto& edge = std::get<ClaimRecord>(reading.records[1].content);
  CHECK(edge.edge_id == "e1");
  CHECK(edge.relation == "KNOWS");
  CHECK(edge.subject.id == "1");
  CHECK(edge.object.id == "2");
  CHECK(edge.start.empty());
  CHECK(edge.properties == Properties{{"start", Value(7)}});
  CHECK(std::get<EntityRecord>(reading.records[2].content).entity.id == "9007199254740993");
}

TEST_CASE("lines that cannot be taken are rejected, the others land") {
  const auto reading = read("{\"id\":1,\"labels\":[]}\nnot json\n\n{\"id\":2,\"labels\":[]}\n");
  CHECK(reading.records.size() == 2);
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].line == 2);
  CHECK(reading.rejects[0].reason == "the line is not one whole JSON object");
  CHECK(reason("{\"labels\":[]}") == "the node has no \"id\" that is a string or a whole number");
  CHECK(reason("{\"id\":1.5,\"labels\":[]}") == "the node has no \"id\" that is a string or a whole number");
  CHECK(reason("{\"id\":1,\"labels\":[3]}") == "\"labels\" is not a list of strings");
  CHECK(reason("{\"id\":1,\"type\":\"R\",\"from\":1}") ==
        "the edge needs \"from\" and \"to\", the ids of its nodes");
  CHECK(reason("{\"id\":1,\"from\":1,\"to\":2}") == "the edge has no \"type\"");
  CHECK(reason("{\"id\":1,\"properties\":[]}") == "\"properties\" is not an object");
  CHECK(reason("{\"id\":1,\"id\":2}") == "not JSON: the key \"id\" stands twice");
  CHECK(reason("{\"id\":1} x") == "the line is not one whole JSON object");
  CHECK(reason("{\"id\":18446744073709551615}").find("beyond 64 bits") != std::string::npos);
  CHECK(reason("{\"id\":\"a\xFF\"}").starts_with("not JSON: "));
  CHECK(reason("{\"id\":1,\"properties\":{\"a\":") == "the line is not one whole JSON object");
}

TEST_CASE("deep nesting is rejected, not followed") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  CHECK(reason("{\"id\":1,\"properties\":{\"a\":" + deep + "}}") != "not rejected");
  const std::string shallow = std::string(100, '[') + std::string(100, ']');
  CHECK(read("{\"id\":1,\"properties\":{\"a\":" + shallow + "}}\n").records.size() == 1);
}

TEST_CASE("recognised by its first line") {
  CHECK(sniff_graph_jsonl("x", "{\"id\":1,\"labels\":[\"A\"]}\n") == 90);
  CHECK(sniff_graph_jsonl("x", "{\"id\":1,\"type\":\"R\",\"from\":1,\"to\":2}\n") == 90);
  CHECK(sniff_graph_jsonl("x", "{\"id\":1}\n") == 0);
  CHECK(sniff_graph_jsonl("x", "id,kind\n") == 0);
}
