// Plans by their work: PROFILE's rows and store accesses per operator, to the number.
#include <doctest/doctest.h>

#include "tests/unit/language/json.hpp"

namespace talentflow::query::test {
namespace {

/// 1000 people, 10 labs; person i works at lab i mod 10; one person knows one other.
std::shared_ptr<PlainView> firm() {
  auto view = std::make_shared<PlainView>();
  std::vector<graph::NodeNumber> labs;
  for (int i = 0; i < 10; ++i)
    labs.push_back(
        view->add_node("lab" + std::to_string(i), {"Lab"}, {{"name", "Lab " + std::to_string(i)}}));
  std::vector<graph::NodeNumber> people;
  for (int i = 0; i < 1000; ++i) {
    people.push_back(
        view->add_node("p" + std::to_string(i), {"Person"}, {{"name", "P " + std::to_string(i)}}));
    view->add_edge("w" + std::to_string(i), "WORKS", people.back(), labs[static_cast<std::size_t>(i % 10)],
                   {});
  }
  view->add_edge("k", "KNOWS", people[1], people[2], {});
  view->finish();
  return view;
}

}  // namespace

TEST_CASE("a name is a seek") {
  CHECK(rows_of(firm(), "PROFILE MATCH (p:Person {name: 'P 7'})-[:WORKS]->(l) RETURN l.name") ==
        R"~(["Projection", "l.name", 1, 1]
["Expand", "(p)-[:WORKS]->(l)", 1, 2]
["Filter", "p.name = 'P 7'", 1, 1]
["Filter", "p:Person", 1, 1]
["NodeByNameSeek", "(p:Person)", 1, 2]
["Start", "", 1, 0]
)~");
}

TEST_CASE("an id is a seek, also from a parameter and from a list") {
  const auto view = firm();
  CHECK(rows_of(view, "PROFILE MATCH (p) WHERE p.id = $id RETURN elementId(p)", {{"id", Value("p3")}})
            .find("NodeByIdSeek") != std::string::npos);
  CHECK(rows_of(view, "MATCH (p) WHERE elementId(p) IN ['p3', 'p5', 'nobody'] RETURN p.name") ==
        "[\"P 3\"]\n[\"P 5\"]\n");
  CHECK(rows_of(view, "MATCH (p) WHERE elementId(p) = 5 RETURN p.name") == "");
}

TEST_CASE("the walk starts at the rare end") {
  CHECK(rows_of(firm(), "PROFILE MATCH (p:Person)-[:WORKS]->(l:Lab) RETURN count(*)") ==
        R"~(["Projection", "count(*)", 1, 0]
["Aggregation", "count(*)", 1, 0]
["Filter", "p:Person", 1000, 1000]
["Expand", "(p)-[:WORKS]->(l)", 1000, 1010]
["NodeByLabelScan", "(l:Lab)", 10, 10]
["Start", "", 1, 0]
)~");
}

TEST_CASE("a rare type is a scan of its edges") {
  CHECK(rows_of(firm(), "PROFILE MATCH (a)-[:KNOWS]->(b) RETURN a.name") ==
        R"~(["Projection", "a.name", 1, 1]
["EdgeByTypeScan", "(a)-[:KNOWS]->(b)", 1, 1]
["Start", "", 1, 0]
)~");
}

TEST_CASE("LIMIT stops early") {
  CHECK(rows_of(firm(), "PROFILE MATCH (p:Person) RETURN p.name LIMIT 3") ==
        R"~(["Limit", "3", 3, 0]
["Projection", "p.name", 3, 3]
["NodeByLabelScan", "(p:Person)", 3, 3]
["Start", "", 1, 0]
)~");
}

TEST_CASE("ORDER BY with LIMIT keeps what it needs") {
  CHECK(rows_of(firm(), "PROFILE MATCH (l:Lab) RETURN l.name ORDER BY l.name DESC SKIP 1 LIMIT 2") ==
        R"~(["Limit", "2", 2, 0]
["Skip", "1", 2, 0]
["Top", "l.name DESC", 3, 0]
["Projection", "l.name", 10, 10]
["NodeByLabelScan", "(l:Lab)", 10, 10]
["Start", "", 1, 0]
)~");
}

TEST_CASE("groups that nodes tell apart are worked out once a group") {
  // 1000 rows, 10 groups: a name and an id each, not a thousand times.
  CHECK(rows_of(firm(), "PROFILE MATCH (p)-[:WORKS]->(l) RETURN elementId(l), l.name, count(*) LIMIT 1")
            .find("[\"Aggregation\", \"count(*)\", 1, 2]\n") != std::string::npos);
  // Labs may share a name: only the value can tell.
  CHECK(rows_of(firm(), "PROFILE MATCH (p)-[:WORKS]->(l) RETURN l.name, count(*)")
            .find("[\"Aggregation\", \"count(*)\", 10, 1000]\n") != std::string::npos);
}

TEST_CASE("groups by nodes are groups by values") {
  const auto view = read_graph(R"({"id": "a", "labels": [], "properties": {"name": "x", "id": 1}}
{"id": "b", "labels": [], "properties": {"name": "x", "id": 1}}
{"id": "c", "labels": [], "properties": {"id": 2}}
{"id": "e", "type": "T", "from": "a", "to": "c", "properties": {}}
{"id": "f", "type": "T", "from": "b", "to": "c", "properties": {}}
)");
  // `id` is data here, and two nodes share it.
  CHECK(rows_of(view, "MATCH (n)-->(m) RETURN n.id, m.id, count(*)") == "[1, 2, 2]\n");
  CHECK(rows_of(view, "MATCH (n)-->(m) RETURN n, m.id, count(*) AS c").size() > 0);
  CHECK(rows_of(view, "MATCH (n)-->(m) RETURN elementId(n) AS i, m.id + 1 AS j, count(*) AS c ORDER BY i") ==
        "[\"a\", 3, 1]\n[\"b\", 3, 1]\n");
  CHECK(rows_of(view,
                "MATCH (n) OPTIONAL MATCH (n)-->(m) RETURN elementId(m) AS m, count(*) AS c ORDER BY c") ==
        "[null, 1]\n[\"c\", 2]\n");
  CHECK(rows_of(view,
                "MATCH (n)-->(m) WITH n AS k, m AS n, count(*) AS c RETURN elementId(k), elementId(n), c") ==
        "[\"a\", \"c\", 1]\n[\"b\", \"c\", 1]\n");
}

TEST_CASE("sorts of many runs are sorts") {
  const auto view = firm();
  for (const int rows : {8191, 8192, 8193, 16384, 40000}) {
    const std::string count = std::to_string(rows);
    CHECK(rows_of(view,
                  "UNWIND range(1, " + count +
                      ") AS x WITH x, (x * 7919) % 20011 AS y ORDER BY y DESC, x WITH collect([-y, x]) AS "
                      "ys RETURN size(ys), all(i IN range(1, size(ys) - 1) WHERE ys[i - 1] < ys[i])") ==
          "[" + count + ", true]\n");
  }
}

TEST_CASE("EXISTS stops at the first hit, and conditions stand where they can") {
  CHECK(rows_of(firm(),
                "PROFILE MATCH (l:Lab), (p:Person {name: 'P 3'}) WHERE l.name = 'Lab 3' AND EXISTS { "
                "(p)-->(l) } RETURN p.name, l.name")
            .find("[\"Filter\", \"l.name = 'Lab 3'\", 1, 1]\n") != std::string::npos);
  CHECK(rows_of(firm(), "PROFILE MATCH (l:Lab {name: 'Lab 0'}) WHERE EXISTS { (l)<--(p) } RETURN l.name")
            .find("[\"  sub: Expand\", \"(l)<--(p)\", 1, 2]") != std::string::npos);
}

TEST_CASE("EXPLAIN shows the plan without running it") {
  CHECK(rows_of(firm(), "EXPLAIN MATCH (p:Person) OPTIONAL MATCH (p)-[:KNOWS]->(q) RETURN DISTINCT q.name") ==
        R"~(["Distinct", "q.name"]
["Projection", "q.name"]
["Optional", ""]
["  NodeByLabelScan", "(p:Person)"]
["  Start", ""]
["  Expand", "(p)-[:KNOWS]->(q)"]
["  Start", ""]
)~");
}

}  // namespace talentflow::query::test
