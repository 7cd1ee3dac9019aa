// Budgets end a query with an error that names the budget, never with fewer rows; an interrupt ends it at
// once.
#include <random>
#include <thread>

#include <doctest/doctest.h>

#include "query/language/core.hpp"
#include "tests/unit/language/json.hpp"

namespace talentflow::query::test {
namespace {

std::shared_ptr<PlainView> random_graph(std::uint32_t nodes, std::uint32_t edges) {
  auto view = std::make_shared<PlainView>();
  std::mt19937 engine(7);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  for (std::uint32_t i = 0; i < nodes; ++i)
    view->add_node("n" + std::to_string(i), {"N"}, {{"i", talentflow::Value(int(i))}});
  for (std::uint32_t i = 0; i < edges; ++i)
    view->add_edge("e" + std::to_string(i), "T", random() % nodes, random() % nodes, {});
  view->finish();
  return view;
}

/// "rows N" or the error's message.
std::string outcome(const std::shared_ptr<PlainView>& view, const std::string& query, graph::Limits limits,
                    const std::atomic<bool>* stop = nullptr) {
  graph::Budget budget(limits, stop);
  Execution execution;
  execution.views = [&](const graph::Reading&) { return Result<std::shared_ptr<const graph::View>>(view); };
  execution.budget = &budget;
  auto cursor = execute_core(query, execution);
  if (!cursor.ok()) return cursor.error().message;
  std::size_t rows = 0;
  for (Row row;; ++rows) {
    const auto found = (*cursor)->next(row);
    if (!found.ok()) return found.error().message;
    if (!*found) return "rows " + std::to_string(rows);
  }
}

constexpr auto kLong = std::chrono::milliseconds(60'000);

}  // namespace

TEST_CASE("a walk over everything ends at the time budget") {
  const auto view = random_graph(30, 90);
  const graph::Limits limits{std::chrono::milliseconds(50), 1ULL << 30, 1ULL << 60};
  CHECK(outcome(view, "MATCH (a)-[*]-(b) RETURN count(*)", limits) ==
        "time budget of 50 ms is used up; raise it with --timeout or .timeout");
}

TEST_CASE("the row budget counts what any operator produces") {
  const auto view = random_graph(30, 90);
  const graph::Limits limits{kLong, 1ULL << 30, 1000};
  CHECK(outcome(view, "MATCH (a)-[*]-(b) RETURN count(*)", limits) ==
        "row budget of 1000 rows is used up; raise it with --rows or .rows");
  CHECK(outcome(view, "UNWIND range(1, 1000) AS x RETURN x", limits) == "rows 1000");
  CHECK(outcome(view, "UNWIND range(1, 1001) AS x RETURN x", limits) ==
        "row budget of 1000 rows is used up; raise it with --rows or .rows");
}

TEST_CASE("what operators keep counts against the memory budget") {
  const auto view = random_graph(30, 90);
  const graph::Limits limits{kLong, 1ULL << 20, 1ULL << 60};
  const std::string full = "memory budget of 1 MiB is used up; raise it with --memory or .memory";
  CHECK(outcome(view, "UNWIND range(1, 20000) AS x WITH x ORDER BY x RETURN x", limits) == full);
  CHECK(outcome(view, "UNWIND range(1, 20000) AS x RETURN DISTINCT x", limits) == full);
  CHECK(outcome(view, "UNWIND range(1, 20000) AS x RETURN x, count(*)", limits) == full);
  CHECK(outcome(view, "UNWIND range(1, 20000) AS x UNWIND [1, 2, 3] AS y RETURN collect(x)", limits) == full);
  CHECK(outcome(view, "RETURN range(1, 1000000)", limits) == full);
  CHECK(outcome(view, "RETURN reduce(s = 'a', x IN range(1, 40) | s + s)", limits) == full);
  // A top-k keeps k rows only, and what is done gives its memory back.
  CHECK(outcome(view, "UNWIND range(1, 20000) AS x WITH x ORDER BY x DESC LIMIT 5 RETURN x", limits) ==
        "rows 5");
  CHECK(outcome(view, "UNWIND range(1, 20000) AS x RETURN count(x)", limits) == "rows 1");
}

TEST_CASE("lists that grow inside an expression count too") {
  const auto view = random_graph(30, 90);
  const graph::Limits limits{kLong, 1ULL << 20, 1ULL << 60};
  const std::string full = "memory budget of 1 MiB is used up; raise it with --memory or .memory";
  CHECK(outcome(view, "RETURN size([x IN range(1, 30000) | toString(x)])", limits) == full);
  CHECK(outcome(view, "RETURN size([(a)-[*]-(b) | a])", limits) == full);
  CHECK(outcome(view, "RETURN size(COLLECT { MATCH (a)-[*]-(b) RETURN a })", limits) == full);
  CHECK(outcome(view, "WITH reduce(s = 'a', i IN range(1, 15) | s + s) AS s RETURN size(split(s, ''))",
                limits) == full);
  CHECK(outcome(view, "RETURN size([x IN range(1, 30000) WHERE x % 100 = 0 | x])", limits) == "rows 1");
}

TEST_CASE("a sub-query gives its memory back after each row") {
  const auto view = random_graph(3, 3);
  const graph::Limits limits{kLong, 1ULL << 20, 1ULL << 60};
  CHECK(
      outcome(
          view,
          "UNWIND range(1, 1000) AS x WITH x WHERE EXISTS { UNWIND range(1, 100) AS y WITH collect(y) AS ys "
          "WHERE size(ys) = 100 RETURN ys } RETURN x",
          limits) == "rows 1000");
  CHECK(outcome(view, "UNWIND range(1, 3000) AS x WITH x WHERE EXISTS { (a)-[*]->(b) } RETURN x", limits) ==
        "rows 3000");
}

TEST_CASE("long trails meet every edge once") {
  auto ring = std::make_shared<PlainView>();
  constexpr std::uint32_t kSize = 80;
  for (std::uint32_t i = 0; i < kSize; ++i) ring->add_node("n" + std::to_string(i), {}, {});
  for (std::uint32_t i = 0; i < kSize; ++i)
    ring->add_edge("e" + std::to_string(i), "T", i, (i + 1) % kSize, {});
  ring->finish();
  CHECK(rows_of(ring, "MATCH p = (a)-[r*]->(b) RETURN count(*), max(size(r)), max(length(p))") ==
        "[6400, 80, 80]\n");
  CHECK(rows_of(ring, "MATCH (a)-[*70..]-(b) RETURN count(*)") == "[1760]\n");
}

TEST_CASE("an interrupt from another thread ends a long walk") {
  const auto view = random_graph(30, 90);
  std::atomic<bool> stop{false};
  std::thread interrupter([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    stop = true;
  });
  CHECK(outcome(view, "MATCH (a)-[*]-(b) RETURN count(*)", {kLong, 1ULL << 30, 1ULL << 60}, &stop) ==
        "interrupted");
  interrupter.join();
}

TEST_CASE("one item can be much work: a long text counts for what it is") {
  // So few rows that only the text's length makes the query look at the flag.
  const auto view = random_graph(1, 0);
  const std::string text = "'" + std::string(1 << 20, 'a') + "'";
  const std::atomic<bool> stop{true};
  const graph::Limits limits{kLong, 1ULL << 30, 1ULL << 60};
  CHECK(outcome(view, "RETURN 'a' =~ '(a|b)*'", limits, &stop) == "rows 1");
  for (const char* work : {" =~ '(a|b)*'", " CONTAINS 'b'", " + 'b'"})
    CHECK(outcome(view, "RETURN " + text + work, limits, &stop) == "interrupted");
  CHECK(outcome(view, "RETURN toUpper(" + text + ")", limits, &stop) == "interrupted");
  CHECK(outcome(view, "RETURN 0 IN range(1, 1000000)", limits, &stop) == "interrupted");
}

TEST_CASE("nesting and chains beyond measure are errors, not crashes") {
  const auto view = random_graph(1, 0);
  const auto repeated = [](const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
  };
  const auto starts = [&](const std::string& query, const std::string& beginning) {
    const std::string text = rows_of(view, query);
    CHECK_MESSAGE(text.find(beginning) != std::string::npos, text.substr(0, 200));
  };
  starts("RETURN " + repeated("(", 20000) + "1", "nested too deeply");
  starts("RETURN " + repeated("[", 20000), "nested too deeply");
  starts("RETURN " + repeated("NOT ", 20000) + "true", "nested too deeply");
  starts("RETURN " + repeated("- ", 20000) + "1", "nested too deeply");
  starts("RETURN 1" + repeated(" + 1", 20000), "too many operators");
  starts("RETURN x" + repeated(".a", 20000), "too many operators");
  starts("RETURN true" + repeated(" AND true", 20000) + " AS x", "[true]");
  starts("RETURN reduce(x = [], i IN range(1, 100000) | [x]) AS x", "nests lists or maps too deeply");
}

}  // namespace talentflow::query::test
