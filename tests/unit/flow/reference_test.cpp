// flow() against the slow reference on random careers, and the laws that every flow obeys.
#include <random>

#include <doctest/doctest.h>

#include "tests/reference/random_careers.hpp"
#include "tests/unit/career/posts.hpp"
#include "tests/unit/flow/reference_careers.hpp"

namespace talentflow::graph {
namespace {

Question question(const reference::Options& options = {}, TimeUnit unit = TimeUnit::year) {
  Question asked;
  asked.first = countries({"CN"});
  asked.second = countries({"US", "GB", "JP"});
  asked.unit = unit;
  asked.rules = rules_of(options);
  return asked;
}

Answer ask(const View& view, const Question& asked) {
  Budget budget = no_limits();
  auto answer = flow(view, asked, budget);
  REQUIRE_MESSAGE(answer.ok(), (answer.ok() ? "" : answer.error().message));
  return answer.take();
}

reference::Bucket bucket_of(const Cell& cell) {
  if (!cell.period) return std::nullopt;
  return reference::Range{cell.period->low, cell.period->high};
}

/// Ties of equal dates are broken by name there and by number here; so that both break them alike, sides are
/// told by their first organisation.
void compare(const std::vector<reference::Stint>& stints, const Question& asked,
             const reference::Options& options, const std::set<std::string>& first,
             const std::set<std::string>& second) {
  const auto view = view_of(stints);
  const Answer answer = ask(view, asked);
  std::vector<reference::Bucket> buckets;
  for (const Cell& cell : answer.cells) buckets.push_back(bucket_of(cell));
  const auto rows = reference::flow(stints, first, second, buckets, options, asked.interval);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Cell& cell = answer.cells[i];
    CHECK(cell.inflow == rows[i].count_in);
    CHECK(cell.outflow == rows[i].count_out);
    CHECK(cell.expected_in == doctest::Approx(rows[i].in).epsilon(1e-9));
    CHECK(cell.expected_out == doctest::Approx(rows[i].out).epsilon(1e-9));
    CHECK(cell.expected == doctest::Approx(rows[i].mean).epsilon(1e-9));
    CHECK(cell.low == rows[i].lo);
    CHECK(cell.high == rows[i].hi);
    CHECK(cell.bound_low == rows[i].bound_lo);
    CHECK(cell.bound_high == rows[i].bound_hi);
  }
}

}  // namespace

TEST_CASE("random careers: counts, expectations, intervals and bounds are the reference's") {
  std::mt19937 random(7);
  for (int round = 0; round < 120; ++round) {
    const auto stints = reference::random_careers(random, {.persons = 25});
    for (const char* dates : {"SPREAD", "MIDPOINT"}) {
      const reference::Options options{.dates = dates};
      compare(stints, question(options), options, {"C"}, {"U", "E", "X"});
      compare(stints, question(options, TimeUnit::total), options, {"C"}, {"U", "E", "X"});
    }
  }
}

TEST_CASE("random careers under other rules, with a third place") {
  std::mt19937 random(8);
  const std::vector<reference::Options> rules = {{.gap = 0, .overlap = 0, .min_stay = 0, .carry = 100},
                                                 {.concurrent = "ON ARRIVAL"},
                                                 {.concurrent = "EXCLUDE", .dates = "MIDPOINT"}};
  for (int round = 0; round < 60; ++round)
    for (const auto& options : rules) {
      const auto stints = reference::random_careers(random, {.persons = 20, .most_posts = 5});
      Question asked = question(options, TimeUnit::quarter);
      asked.first = countries({"US"});
      asked.second = countries({"JP"});
      compare(stints, asked, options, {"U"}, {"X"});
    }
}

TEST_CASE("law: net(A, B) = -net(B, A)") {
  std::mt19937 random(9);
  for (int round = 0; round < 60; ++round) {
    const auto view = view_of(reference::random_careers(random, {.persons = 40}));
    Question asked = question();
    const Answer there = ask(view, asked);
    std::swap(asked.first, asked.second);
    const Answer back = ask(view, asked);
    REQUIRE(there.cells.size() == back.cells.size());
    for (std::size_t i = 0; i < there.cells.size(); ++i) {
      CHECK(there.cells[i].inflow == back.cells[i].outflow);
      CHECK(there.cells[i].outflow == back.cells[i].inflow);
      CHECK(there.cells[i].expected == doctest::Approx(-back.cells[i].expected));
      CHECK(there.cells[i].bound_low == -back.cells[i].bound_high);
    }
  }
}

TEST_CASE("law: buckets of every size add up to the total") {
  std::mt19937 random(10);
  for (int round = 0; round < 40; ++round) {
    const auto view = view_of(reference::random_careers(random, {.persons = 40}));
    const auto sums = [&](TimeUnit unit) {
      std::array<double, 4> sum{};
      for (const Cell& cell : ask(view, question({}, unit)).cells) {
        sum[0] += static_cast<double>(cell.inflow);
        sum[1] += static_cast<double>(cell.outflow);
        sum[2] += cell.expected_in;
        sum[3] += cell.expected_out;
      }
      return sum;
    };
    const auto total = sums(TimeUnit::total);
    for (const TimeUnit unit : {TimeUnit::year, TimeUnit::quarter, TimeUnit::month, TimeUnit::week}) {
      const auto parts = sums(unit);
      for (std::size_t i = 0; i < 4; ++i) CHECK(parts[i] == doctest::Approx(total[i]));
    }
  }
}

TEST_CASE("law: dimensions partition what they split") {
  std::mt19937 random(12);
  for (int round = 0; round < 30; ++round) {
    const auto view = view_of(reference::random_careers(random, {.persons = 40}));
    Question asked = question({}, TimeUnit::total);
    std::int64_t whole = 0, split = 0;
    double expected = 0.0, parts = 0.0;
    for (const Cell& cell : ask(view, asked).cells) {
      whole += cell.gross();
      expected += cell.expected;
    }
    asked.dimensions = {Dimension::origin_country, Dimension::destination_organisation};
    for (const Cell& cell : ask(view, asked).cells) {
      split += cell.gross();
      parts += cell.expected;
    }
    CHECK(whole == split);
    CHECK(expected == doctest::Approx(parts));
  }
}

TEST_CASE("law: where every belief is 1 and every date exact, net = expected = lo = hi") {
  std::mt19937 random(13);
  for (int round = 0; round < 60; ++round) {
    const auto view =
        view_of(reference::random_careers(random, {.persons = 40, .certain = true, .exact = true}));
    for (const Cell& cell : ask(view, question()).cells) {
      CHECK(cell.expected == doctest::Approx(static_cast<double>(cell.net())));
      CHECK(cell.low == cell.net());
      CHECK(cell.high == cell.net());
    }
  }
}

TEST_CASE("law: change of stock = inflow - outflow + entries - exits") {
  std::mt19937 random(14);
  for (int round = 0; round < 60; ++round) {
    const auto view = view_of(reference::random_careers(random, {.persons = 40}));
    Question asked = question();
    asked.extras = true;
    const Answer answer = ask(view, asked);
    for (std::size_t i = 1; i < answer.cells.size(); ++i) {
      const Cell& cell = answer.cells[i];
      if (!cell.period) continue;
      CHECK(cell.stock - answer.cells[i - 1].stock == cell.net() + cell.entries - cell.exits);
    }
  }
}

TEST_CASE(
    "law: a partition of B adds up when spells do not overlap and MIN STAY and GAP are out of the way") {
  std::mt19937 random(15);
  std::vector<reference::Stint> stints;
  for (int person = 0; person < 300; ++person) {
    long at = std::uniform_int_distribution<long>(0, 500)(random);
    for (int i = std::uniform_int_distribution<int>(1, 4)(random); i > 0; --i) {
      const long length = std::uniform_int_distribution<long>(50, 500)(random);
      stints.push_back(reference::stint(person, std::string(1, "CUEX"[random() % 4]),
                                        reference::Range{at, at},
                                        reference::Range{at + length, at + length}));
      at += length;
    }
  }
  const auto view = view_of(stints);
  Question asked = question({.gap = 1'000'000, .min_stay = 0}, TimeUnit::total);
  const auto inflow = [&](Side second) {
    asked.second = std::move(second);
    return ask(view, asked).cells.front().inflow;
  };
  CHECK(inflow(countries({"US", "GB", "JP"})) ==
        inflow(countries({"US"})) + inflow(countries({"GB"})) + inflow(countries({"JP"})));
}

TEST_CASE("each stint row is visited once, whatever the buckets") {
  std::mt19937 random(16);
  const auto stints = reference::random_careers(random, {.persons = 200});
  const auto view = view_of(stints);
  for (const TimeUnit unit : {TimeUnit::total, TimeUnit::week}) {
    const Answer answer = ask(view, question({}, unit));
    CHECK(answer.coverage.rows_visited == stints.size());
  }
}

}  // namespace talentflow::graph
