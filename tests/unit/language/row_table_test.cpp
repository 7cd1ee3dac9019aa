#include "query/language/row_table.hpp"

#include <limits>
#include <random>

#include <doctest/doctest.h>

#include "query/language/checked_sort.hpp"
#include "query/language/comparison.hpp"
#include "tests/unit/language/json.hpp"

namespace talentflow::query::test {

TEST_CASE("a row table numbers rows in order of arrival, equivalent ones once") {
  RowTable table(2);
  const auto add = [&](Value a, Value b) {
    Value row[] = {std::move(a), std::move(b)};
    return table.add(row);
  };
  CHECK(add(1, "x").number == 0);
  CHECK(add(Value(), "x").number == 1);
  CHECK_FALSE(add(1.0, "x").fresh);  // 1 and 1.0 are one group
  CHECK(add(1.0, "x").number == 0);
  CHECK(add(Value(), "x").number == 1);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(add(nan, 0).fresh);
  CHECK_FALSE(add(-nan, 0).fresh);
  CHECK(add(NodeReference{1}, EdgeReference{1}).fresh);
  CHECK(add(EdgeReference{1}, NodeReference{1}).fresh);
  CHECK(table.size() == 5);
  CHECK(*table.row(0)[1].string() == "x");
  table.clear();
  CHECK(table.size() == 0);
  CHECK(add(Value(), "x").number == 0);
}

TEST_CASE("a row table agrees with a search through all rows") {
  std::mt19937 random(11);
  RowTable table(3);
  std::vector<std::vector<Value>> known;
  for (int round = 0; round < 5000; ++round) {
    std::vector<Value> row;
    for (int i = 0; i < 3; ++i) {
      const auto number = static_cast<std::int64_t>(random() % 9);
      const Value choices[] = {Value(number), Value(static_cast<double>(number)),
                               Value(std::to_string(number)), Value(), Value(ValueList{number, Value()})};
      row.push_back(choices[random() % 5]);
    }
    std::size_t expected = 0;
    while (expected < known.size() &&
           !std::equal(row.begin(), row.end(), known[expected].begin(), equivalent))
      ++expected;
    const bool fresh = expected == known.size();
    if (fresh) known.push_back(row);
    const auto added = table.add(row);
    REQUIRE(added.number == expected);
    REQUIRE(added.fresh == fresh);
  }
  CHECK(table.size() == known.size());
}

TEST_CASE("a row table without columns has one row") {
  RowTable table(0);
  CHECK(table.add({}).fresh);
  CHECK_FALSE(table.add({}).fresh);
  CHECK(table.row(0).empty());
}

namespace {

/// A runtime over an empty graph.
struct Running {
  explicit Running(const std::atomic<bool>* stop) : budget(graph::Limits{}, stop) {}
  std::shared_ptr<PlainView> view = read_graph("");
  graph::Budget budget;
  Runtime runtime{"", *view, budget, [] { return std::int64_t{0}; }, 0};
};

}  // namespace

TEST_CASE("a checked sort sorts, whatever the size") {
  Running running(nullptr);
  std::mt19937 random(12);
  for (const std::size_t size : {0, 1, 2, 8191, 8192, 8193, 16384, 50000}) {
    std::vector<std::uint32_t> items(size);
    for (auto& item : items) item = static_cast<std::uint32_t>(random()) % 1000;
    auto expected = items;
    std::sort(expected.begin(), expected.end());
    CHECK(checked_sort(items, std::less<>(), running.runtime));
    CHECK(items == expected);
  }
}

TEST_CASE("a checked sort ends soon after an interrupt") {
  std::mt19937 random(13);
  for (const std::size_t interrupt_at : {1, 500'000, 3'000'000}) {
    std::atomic<bool> stop{false};
    Running running(&stop);
    std::vector<std::uint32_t> items(400'000);
    for (auto& item : items) item = static_cast<std::uint32_t>(random());
    std::size_t compared = 0;
    const auto less = [&](std::uint32_t a, std::uint32_t b) {
      if (++compared == interrupt_at) stop = true;
      return a < b;
    };
    CHECK_FALSE(checked_sort(items, less, running.runtime));
    CHECK(running.runtime.error().message == "interrupted");
    CHECK(compared - interrupt_at < 300'000);  // the rest of one run at most
  }
}

}  // namespace talentflow::query::test
