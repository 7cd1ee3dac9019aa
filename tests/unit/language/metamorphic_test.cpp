// Laws that hold on any graph, tried on random ones: partitions of a predicate, reversed patterns, split
// WITH, no-op filters, a pattern against its EXISTS form; and a slow, obvious matcher as a second opinion.
#include <algorithm>
#include <functional>
#include <optional>
#include <random>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/unit/language/json.hpp"

namespace talentflow::query::test {
namespace {

/// 32 bits a call, the same on every platform.
class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t operator()() { return static_cast<std::uint32_t>(engine_()); }

 private:
  std::mt19937 engine_;
};

std::shared_ptr<PlainView> random_graph(Random& random) {
  auto view = std::make_shared<PlainView>();
  const std::uint32_t nodes = 1 + random() % 7;
  const std::uint32_t edges = random() % 11;
  for (std::uint32_t i = 0; i < nodes; ++i) {
    std::vector<std::string> labels;
    for (const char* label : {"A", "B"})
      if (random() % 2 == 0) labels.emplace_back(label);
    Properties properties;
    if (random() % 4 != 0) properties.emplace_back("x", talentflow::Value(int(random() % 3)));
    if (random() % 2 == 0)
      properties.emplace_back("name",
                              talentflow::Value(std::string(1, static_cast<char>('p' + random() % 3))));
    view->add_node("n" + std::to_string(i), labels, std::move(properties));
  }
  for (std::uint32_t i = 0; i < edges; ++i)
    view->add_edge(
        "e" + std::to_string(i), random() % 2 == 0 ? "S" : "T", random() % nodes, random() % nodes,
        random() % 2 == 0 ? Properties{} : Properties{{"w", talentflow::Value(int(random() % 3))}});
  view->finish();
  return view;
}

std::vector<std::string> sorted_rows(const std::shared_ptr<PlainView>& view, const std::string& query) {
  std::istringstream lines(rows_of(view, query));
  std::vector<std::string> rows;
  for (std::string line; std::getline(lines, line);) rows.push_back(line);
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::string pick(Random& random, std::initializer_list<const char*> choices) {
  return choices.begin()[random() % choices.size()];
}

std::string predicate(Random& random, int depth = 2) {
  if (depth > 0 && random() % 3 != 0) {
    const std::string left = predicate(random, depth - 1);
    return random() % 4 == 0 ? "NOT (" + left + ")"
                             : "(" + left + ") " + pick(random, {"AND", "OR", "XOR"}) + " (" +
                                   predicate(random, depth - 1) + ")";
  }
  return pick(random,
              {"a.x = 1", "a.x < b.x", "b.name = 'p'", "a:A", "b:A|B", "a.name IN ['p', null]", "a.x IS NULL",
               "b.x + a.x > 1", "a.name STARTS WITH b.name", "(a)-[:T]->()", "a = b", "a.x <> b.x", "null",
               "any(v IN [a.x, b.x] WHERE v > 1)", "size([(a)-->(c) | c.x]) > 1"});
}

std::string edge(Random& random) {
  return pick(random, {"-->", "<--", "--", "-[:S]->", "<-[:T]-", "-[:S|T]-", "-[{w: 1}]->", "-[:T*1..2]->",
                       "-[*0..1]-", "<-[*2]-"});
}

std::string mirrored(const std::string& edge_text) {
  std::string out;
  const bool left = edge_text.front() == '<';
  const bool right = edge_text.back() == '>';
  const std::string inner =
      edge_text.substr(left ? 1 : 0, edge_text.size() - (left ? 1 : 0) - (right ? 1 : 0));
  return (right ? "<" : "") + inner + (left ? ">" : "");
}

constexpr int kRounds = 300;

}  // namespace

TEST_CASE("a predicate's true, false and unknown rows are all rows") {
  Random random(1);
  for (int round = 0; round < kRounds; ++round) {
    const auto view = random_graph(random);
    const std::string match = "MATCH (a)" + edge(random) + "(b) ";
    const std::string p = predicate(random);
    INFO(match, " WHERE ", p);
    auto parts = sorted_rows(view, match + "WHERE " + p + " RETURN elementId(a), elementId(b)");
    for (const std::string& other : {"NOT (" + p + ")", "(" + p + ") IS NULL"}) {
      // A bare pattern cannot be asked whether it is null, and never is.
      const bool pattern = p.find("(a)-[:T]->()") != std::string::npos && other.ends_with("IS NULL");
      const std::string asked =
          pattern ? "CASE WHEN " + p + " THEN false WHEN NOT (" + p + ") THEN false ELSE true END" : other;
      if (pattern) continue;
      const auto more = sorted_rows(view, match + "WHERE " + asked + " RETURN elementId(a), elementId(b)");
      parts.insert(parts.end(), more.begin(), more.end());
    }
    std::sort(parts.begin(), parts.end());
    if (p.find("(a)-[:T]->()") == std::string::npos)
      CHECK(parts == sorted_rows(view, match + "RETURN elementId(a), elementId(b)"));
  }
}

TEST_CASE("a pattern read from its other end meets the same") {
  Random random(2);
  for (int round = 0; round < kRounds; ++round) {
    const auto view = random_graph(random);
    const std::string first = edge(random);
    const std::string second = edge(random);
    const std::string p = predicate(random, 1);
    const std::string tail = " WHERE " + p + " RETURN elementId(a), elementId(b), elementId(c)";
    const std::string forth = "MATCH (a)" + first + "(b)" + second + "(c)";
    const std::string back = "MATCH (c)" + mirrored(second) + "(b)" + mirrored(first) + "(a)";
    INFO(forth, " | ", back, tail);
    CHECK(sorted_rows(view, forth + tail) == sorted_rows(view, back + tail));
  }
}

TEST_CASE("no-op filters, split WITH and a path's name change nothing") {
  Random random(3);
  for (int round = 0; round < kRounds; ++round) {
    const auto view = random_graph(random);
    const std::string pattern = "(a)" + edge(random) + "(b)";
    const std::string p = predicate(random, 1);
    const std::string columns = " RETURN elementId(a), elementId(b)";
    INFO(pattern, " WHERE ", p);
    const auto plain = sorted_rows(view, "MATCH " + pattern + " WHERE " + p + columns);
    CHECK(plain == sorted_rows(view, "MATCH " + pattern + " WHERE (" + p + ") AND true" + columns));
    CHECK(plain == sorted_rows(view, "MATCH " + pattern + " WITH a, b WHERE " + p + columns));
    CHECK(plain == sorted_rows(view, "MATCH " + pattern + " WITH * WHERE " + p + " WITH *" + columns));
    CHECK(plain ==
          sorted_rows(view, "MATCH q = " + pattern + " WHERE " + p + " AND length(q) >= 0" + columns));
    CHECK(plain == sorted_rows(view, "MATCH (a) MATCH " + pattern + " WHERE " + p + columns));
    CHECK(plain == sorted_rows(view, "MATCH (b), (a) MATCH " + pattern + " WHERE " + p + columns));
    CHECK(plain == sorted_rows(view, "MATCH " + pattern + " WHERE " + p +
                                         " WITH a, b ORDER BY a.x, b.name SKIP 0" + columns));
  }
}

TEST_CASE("a pattern, its EXISTS, its COUNT and its comprehension agree") {
  Random random(4);
  for (int round = 0; round < kRounds; ++round) {
    const auto view = random_graph(random);
    const std::string e = edge(random);
    INFO(e);
    const auto exists = sorted_rows(view, "MATCH (a) WHERE EXISTS { (a)" + e + "(b) } RETURN elementId(a)");
    CHECK(exists == sorted_rows(view, "MATCH (a) WHERE (a)" + e + "() RETURN elementId(a)"));
    CHECK(exists == sorted_rows(view, "MATCH (a)" + e + "(b) RETURN DISTINCT elementId(a)"));
    CHECK(exists == sorted_rows(view, "MATCH (a) WHERE COUNT { (a)" + e + "(b) } > 0 RETURN elementId(a)"));
    CHECK(sorted_rows(view, "MATCH (a) RETURN elementId(a), COUNT { (a)" + e + "(b) }") ==
          sorted_rows(view, "MATCH (a) RETURN elementId(a), size([(a)" + e + "(b) | 1])"));
    CHECK(sorted_rows(view, "MATCH (a)" + e + "(b) RETURN count(*)") ==
          sorted_rows(view, "MATCH (a) RETURN sum(COUNT { (a)" + e + "(b) })"));
  }
}

namespace {

/// One step of the slow matcher's pattern.
struct SlowStep {
  std::string type;  ///< empty: any
  int direction;     ///< 1 right, -1 left, 0 both
};

/// Every assignment of nodes and edges, tried one by one.
void slow_walk(const PlainView& view, const std::vector<SlowStep>& steps,
               std::vector<graph::NodeNumber>& nodes, std::vector<graph::EdgeNumber>& edges,
               std::vector<std::string>& rows) {
  const std::size_t done = edges.size();
  if (done == steps.size()) {
    std::string row;
    for (const auto node : nodes) row += (row.empty() ? "[\"" : ", \"") + view.node_id(node) + "\"";
    rows.push_back(row + "]");
    return;
  }
  for (graph::EdgeNumber number = 0; number < view.edge_count(); ++number) {
    if (std::find(edges.begin(), edges.end(), number) != edges.end()) continue;
    const graph::EdgeEnds ends = view.edge(number);
    if (!steps[done].type.empty() && view.name(ends.type) != steps[done].type) continue;
    const auto go = [&](graph::NodeNumber next) {
      nodes.push_back(next);
      edges.push_back(number);
      slow_walk(view, steps, nodes, edges, rows);
      nodes.pop_back();
      edges.pop_back();
    };
    const bool forth = steps[done].direction >= 0 && ends.from == nodes.back();
    const bool back = steps[done].direction <= 0 && ends.to == nodes.back();
    if (forth) go(ends.to);
    if (back && !(forth && ends.from == ends.to)) go(ends.from);
  }
}

}  // namespace

TEST_CASE("the planner's answer is the slow matcher's") {
  Random random(5);
  for (int round = 0; round < kRounds; ++round) {
    const auto view = random_graph(random);
    std::vector<SlowStep> steps;
    std::string pattern = "(v0)";
    std::string columns = "elementId(v0)";
    for (std::uint32_t i = 0; i < 1 + random() % 3; ++i) {
      const SlowStep step{pick(random, {"", "S", "T"}), static_cast<int>(random() % 3) - 1};
      const std::string inner = step.type.empty() ? "-" : "-[:" + step.type + "]-";
      pattern += (step.direction < 0 ? "<" : "") + (inner == "-" ? std::string("--") : inner) +
                 (step.direction > 0 ? ">" : "") + "(v" + std::to_string(i + 1) + ")";
      columns += ", elementId(v" + std::to_string(i + 1) + ")";
      steps.push_back(step);
    }
    INFO(pattern);
    std::vector<std::string> expected;
    for (graph::NodeNumber start = 0; start < view->node_count(); ++start) {
      std::vector<graph::NodeNumber> nodes{start};
      std::vector<graph::EdgeNumber> edges;
      slow_walk(*view, steps, nodes, edges, expected);
    }
    std::sort(expected.begin(), expected.end());
    CHECK(sorted_rows(view, "MATCH " + pattern + " RETURN " + columns) == expected);
  }
}

TEST_CASE("shortest paths are the shortest of all paths") {
  Random random(6);
  for (int round = 0; round < kRounds; ++round) {
    const auto view = random_graph(random);
    const std::string e = pick(random, {"-[*]->", "-[*..5]-", "<-[:S*]-", "-[:T*..3]-"});
    INFO(e);
    const std::string ends = "MATCH (a), (b) WHERE a <> b ";
    CHECK(sorted_rows(view, ends + "MATCH p = shortestPath((a)" + e +
                                "(b)) RETURN elementId(a), elementId(b), length(p)") ==
          sorted_rows(view,
                      ends + "MATCH p = (a)" + e + "(b) RETURN elementId(a), elementId(b), min(length(p))"));
    CHECK(sorted_rows(view, ends + "MATCH p = allShortestPaths((a)" + e +
                                "(b)) RETURN [r IN relationships(p) | elementId(r)]") ==
          sorted_rows(view, ends + "MATCH p = (a)" + e +
                                "(b) WITH a, b, min(length(p)) AS least MATCH p = (a)" + e +
                                "(b) WHERE length(p) = least RETURN [r IN relationships(p) | elementId(r)]"));
  }
}

TEST_CASE("a condition on a shortest path is part of the search") {
  Random random(7);
  for (int round = 0; round < kRounds; ++round) {
    const auto view = random_graph(random);
    const std::string e = pick(random, {"-[rs*..5]->", "-[rs*..4]-", "<-[rs:S*]-"});
    const std::string p =
        pick(random, {"length(p) > 1", "all(r IN relationships(p) WHERE r.w > 0)",
                      "any(n IN nodes(p) WHERE n:B)", "size(rs) % 2 = 0", "none(r IN rs WHERE r:T)"});
    INFO(e, " WHERE ", p);
    const std::string ends = "MATCH (a), (b) WHERE a <> b ";
    CHECK(sorted_rows(view, ends + "MATCH p = shortestPath((a)" + e + "(b)) WHERE " + p +
                                " RETURN elementId(a), elementId(b), length(p)") ==
          sorted_rows(view, ends + "MATCH p = (a)" + e + "(b) WHERE " + p +
                                " RETURN elementId(a), elementId(b), min(length(p))"));
    CHECK(sorted_rows(view, ends + "MATCH p = allShortestPaths((a)" + e + "(b)) WHERE " + p +
                                " RETURN [r IN relationships(p) | elementId(r)]") ==
          sorted_rows(view, ends + "MATCH p = (a)" + e + "(b) WHERE " + p +
                                " WITH a, b, min(length(p)) AS least MATCH p = (a)" + e +
                                "(b) WHERE length(p) = least AND " + p +
                                " RETURN [r IN relationships(p) | elementId(r)]"));
  }
}

namespace {

/// An expression as text, and its value worked out beside the language: booleans and numbers that may be
/// null.
template <class T>
struct Slow {
  std::string text;
  std::optional<T> value;
};

constexpr const char* kSlowVariables[] = {"p", "q", "r", "s"};
constexpr std::optional<std::int64_t> kSlowValues[] = {3, -2, 0, std::nullopt};

Slow<bool> slow_boolean(Random& random, int depth);

Slow<std::int64_t> slow_number(Random& random, int depth) {
  if (depth == 0 || random() % 4 == 0) {
    const std::size_t i = random() % 5;
    if (i == 4) return {"7", 7};
    return {kSlowVariables[i], kSlowValues[i]};
  }
  const auto a = slow_number(random, depth - 1);
  const auto b = slow_number(random, depth - 1);
  const auto joined = [&](const char* op, auto work) {
    const bool known = a.value && b.value;
    return Slow<std::int64_t>{"(" + a.text + " " + op + " " + b.text + ")",
                              known ? std::optional<std::int64_t>(work(*a.value, *b.value)) : std::nullopt};
  };
  switch (random() % 7) {
    case 0:
      return joined("+", [](auto x, auto y) { return x + y; });
    case 1:
      return joined("-", [](auto x, auto y) { return x - y; });
    case 2:
      return joined("*", [](auto x, auto y) { return x * y; });
    case 3:
      return {"coalesce(" + a.text + ", " + b.text + ")", a.value ? a.value : b.value};
    case 4:
      return {"-(" + a.text + ")", a.value ? std::optional(-*a.value) : std::nullopt};
    case 5: {
      const auto test = slow_boolean(random, depth - 1);
      return {"CASE WHEN " + test.text + " THEN " + a.text + " ELSE " + b.text + " END",
              test.value.value_or(false) ? a.value : b.value};
    }
    default: {
      const auto last = slow_number(random, depth - 1);
      const std::int64_t sum = a.value.value_or(0) + b.value.value_or(0) + last.value.value_or(0);
      return {"reduce(t = 0, x IN [" + a.text + ", " + b.text + ", " + last.text + "] | t + coalesce(x, 0))",
              sum};
    }
  }
}

std::optional<bool> both(std::optional<bool> a, std::optional<bool> b) {
  if ((a && !*a) || (b && !*b)) return false;
  return a && b ? std::optional(true) : std::nullopt;
}

std::optional<bool> negated(std::optional<bool> a) { return a ? std::optional(!*a) : a; }

Slow<bool> slow_boolean(Random& random, int depth) {
  if (depth > 0 && random() % 2 == 0) {
    const auto a = slow_boolean(random, depth - 1);
    const auto b = slow_boolean(random, depth - 1);
    switch (random() % 5) {
      case 0:
        return {"(" + a.text + " AND " + b.text + ")", both(a.value, b.value)};
      case 1:
        return {"(" + a.text + " OR " + b.text + ")", negated(both(negated(a.value), negated(b.value)))};
      case 2:
        return {"(" + a.text + " XOR " + b.text + ")",
                a.value && b.value ? std::optional(*a.value != *b.value) : std::nullopt};
      case 3:
        return {"(NOT " + a.text + ")", negated(a.value)};
      default:
        return {"((" + a.text + ") IS NULL)", !a.value.has_value()};
    }
  }
  const auto a = slow_number(random, std::max(0, depth - 1));
  const auto b = slow_number(random, std::max(0, depth - 1));
  const bool known = a.value && b.value;
  switch (random() % 5) {
    case 0:
      return {"(" + a.text + " < " + b.text + ")", known ? std::optional(*a.value < *b.value) : std::nullopt};
    case 1:
      return {"(" + a.text + " >= " + b.text + ")",
              known ? std::optional(*a.value >= *b.value) : std::nullopt};
    case 2:
      return {"(" + a.text + " <> " + b.text + ")",
              known ? std::optional(*a.value != *b.value) : std::nullopt};
    case 3:
      return {"(" + a.text + " IS NOT NULL)", a.value.has_value()};
    default: {
      const auto c = slow_number(random, 0);
      std::optional<bool> member = false;
      for (const auto& item : {b.value, c.value}) {
        const auto same = a.value && item ? std::optional(*a.value == *item) : std::nullopt;
        member = negated(both(negated(member), negated(same)));
      }
      return {"(" + a.text + " IN [" + b.text + ", " + c.text + "])", member};
    }
  }
}

}  // namespace

TEST_CASE("expressions are worth what a slow evaluator says") {
  Random random(8);
  const auto view = random_graph(random);
  for (int round = 0; round < 3 * kRounds; ++round) {
    const auto number = slow_number(random, 4);
    const auto truth = slow_boolean(random, 4);
    const std::string query =
        "WITH 3 AS p, -2 AS q, 0 AS r, null AS s RETURN " + number.text + ", " + truth.text;
    INFO(query);
    const std::string expected = "[" + (number.value ? std::to_string(*number.value) : "null") + ", " +
                                 (truth.value ? (*truth.value ? "true" : "false") : "null") + "]\n";
    CHECK(rows_of(view, query) == expected);
  }
}

TEST_CASE("DISTINCT is grouping, and groups of parts add up to groups of all") {
  Random random(9);
  for (int round = 0; round < kRounds; ++round) {
    const auto view = random_graph(random);
    const std::string match = "MATCH (a)" + edge(random) + "(b) ";
    const std::string key = pick(random, {"a.x", "b.name", "a.x + b.x", "elementId(a)", "[a.x, b.name]",
                                          "a:A", "elementId(a) + elementId(b)"});
    const std::string p = predicate(random, 1);
    INFO(match, key, " | ", p);
    CHECK(sorted_rows(view, match + "RETURN DISTINCT " + key + " AS k") ==
          sorted_rows(view, match + "WITH " + key + " AS k, count(*) AS n RETURN k"));
    // By the node, by its id, and by its id as a mere text.
    CHECK(sorted_rows(view, match + "WITH a, count(b.x) AS n, collect(DISTINCT b.name) AS names RETURN "
                                    "elementId(a), n, size(names)") ==
          sorted_rows(view,
                      match + "RETURN elementId(a) AS i, count(b.x) AS n, size(collect(DISTINCT b.name))"));
    CHECK(sorted_rows(view, match + "RETURN elementId(a), a.x, sum(b.x)") ==
          sorted_rows(view, match + "RETURN elementId(a) + '', a.x, sum(b.x)"));
    if (p.find("(a)-[:T]->()") != std::string::npos) continue;
    CHECK(sorted_rows(view, match + "RETURN " + key + " AS k, count(*) AS n") ==
          sorted_rows(view, match + "WITH " + key + " AS k, CASE WHEN " + p +
                                " THEN 1 ELSE 2 END AS part WITH k, part, count(*) AS n RETURN k, sum(n)"));
  }
}

TEST_CASE("ORDER BY .. LIMIT is the beginning of ORDER BY, and parts of a UNION ALL are all") {
  Random random(10);
  for (int round = 0; round < kRounds; ++round) {
    const auto view = random_graph(random);
    const std::string match = "MATCH (a)" + edge(random) + "(b) ";
    const std::string order = " RETURN elementId(a), elementId(b) ORDER BY " +
                              pick(random, {"a.x", "b.name DESC", "a.x DESC, b.x", "[a.name, b.x]"});
    INFO(match, order);
    const auto lines = [&](const std::string& query) {
      std::istringstream text(rows_of(view, query));
      std::vector<std::string> rows;
      for (std::string line; std::getline(text, line);) rows.push_back(line);
      return rows;
    };
    auto all = lines(match + order);
    const std::size_t skip = random() % 3;
    const std::size_t limit = random() % 5;
    const auto some =
        lines(match + order + " SKIP " + std::to_string(skip) + " LIMIT " + std::to_string(limit));
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(skip, all.size())));
    all.resize(std::min(limit, all.size()));
    CHECK(some == all);

    const std::string columns = " RETURN elementId(a) AS i, elementId(b) AS j";
    CHECK(sorted_rows(view, match + columns) ==
          sorted_rows(view, match + "WHERE a.x = 1" + columns + " UNION ALL " + match +
                                "WHERE coalesce(a.x <> 1, true)" + columns));
  }
}

TEST_CASE("OPTIONAL MATCH is MATCH, and a null where there is none") {
  Random random(11);
  for (int round = 0; round < kRounds; ++round) {
    const auto view = random_graph(random);
    const std::string e = edge(random);
    const std::string where = " WHERE " + pick(random, {"b.x = 1", "b:B", "a.x < b.x", "true"});
    INFO(e, where);
    const std::string inner = "(a)" + e + "(b)" + where;
    CHECK(sorted_rows(view,
                      "MATCH (a) OPTIONAL MATCH " + inner + " RETURN elementId(a) AS i, elementId(b) AS j") ==
          sorted_rows(view, "MATCH " + inner +
                                " RETURN elementId(a) AS i, elementId(b) AS j UNION ALL MATCH (a) "
                                "WHERE NOT EXISTS { MATCH " +
                                inner + " } RETURN elementId(a) AS i, null AS j"));
  }
}

}  // namespace talentflow::query::test
