// Indices on numbers worked out by hand, and on random ones against the definition written out.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include <doctest/doctest.h>

#include "graph/indices/binomial.hpp"
#include "graph/indices/rates.hpp"
#include "graph/indices/retention.hpp"
#include "graph/indices/returns.hpp"
#include "graph/indices/spread.hpp"
#include "tests/unit/view/story.hpp"

namespace talentflow::graph {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

Budget plenty() { return Budget(Limits{}, nullptr); }

TEST_CASE("rates of 30 arrivals and 10 departures") {
  CHECK(*net_migration_rate(30, 10, 400) == doctest::Approx(0.05));
  CHECK(*effectiveness(30, 10) == doctest::Approx(0.5));
  CHECK(*effectiveness(10, 30) == doctest::Approx(-0.5));
  CHECK(*pair_asymmetry(10, 30) == doctest::Approx(0.5));
  CHECK(*circulation(30, 10) == doctest::Approx(0.5));  // 10 of 30 are made up for: 20 of 40 moves
}

TEST_CASE("what nobody did has no rate") {
  CHECK_FALSE(net_migration_rate(1, 0, 0).has_value());
  CHECK_FALSE(effectiveness(0, 0).has_value());
  CHECK_FALSE(pair_asymmetry(0, 0).has_value());
  CHECK_FALSE(circulation(0, 0).has_value());
  CHECK_FALSE(flow_ratio(0, 0, 0.95).has_value());
  CHECK_FALSE(risk_ratio(0, 5, 0, 5, 0.95).has_value());
  CHECK_FALSE(risk_ratio(1, 5, 1, 0, 0.95).has_value());
  CHECK_FALSE(gini({}).has_value());
}

TEST_CASE("eight against one is 8, between 1.07 and 355") {
  const auto ratio = flow_ratio(8, 1, 0.95);
  CHECK(ratio->value == 8.0);
  CHECK(ratio->low == doctest::Approx(1.0726).epsilon(1e-4));
  // the upper bound has a closed form: p = 0.975^(1/9)
  const double p = std::pow(0.975, 1.0 / 9.0);
  CHECK(ratio->high == doctest::Approx(p / (1.0 - p)).epsilon(1e-9));
  CHECK(std::lround(ratio->high) == 355);
}

TEST_CASE("without departures the ratio has no upper bound; seen from the other side it is the reciprocal") {
  const auto none = flow_ratio(3, 0, 0.95);
  CHECK(none->value == kInfinite);
  CHECK(none->high == kInfinite);
  CHECK(none->low == doctest::Approx(std::cbrt(0.025) / (1.0 - std::cbrt(0.025))).epsilon(1e-9));
  for (std::uint64_t a = 1; a < 12; ++a)
    for (std::uint64_t b = 1; b < 12; ++b) {
      const auto here = flow_ratio(a, b, 0.9), there = flow_ratio(b, a, 0.9);
      CHECK(here->low == doctest::Approx(1.0 / there->high).epsilon(1e-9));
      CHECK(here->high == doctest::Approx(1.0 / there->low).epsilon(1e-9));
    }
}

/// Probability of at least `hits` in `trials`, summed term by term.
double at_least(std::uint64_t hits, std::uint64_t trials, double p) {
  double sum = 0.0;
  for (std::uint64_t k = hits; k <= trials; ++k) {
    double ways = 1.0;
    for (std::uint64_t i = 0; i < k; ++i)
      ways *= static_cast<double>(trials - i) / static_cast<double>(i + 1);
    sum += ways * std::pow(p, static_cast<double>(k)) * std::pow(1.0 - p, static_cast<double>(trials - k));
  }
  return sum;
}

TEST_CASE("Clopper-Pearson's bounds leave half of what is outside beyond each, by the binomial sums") {
  for (std::uint64_t trials = 1; trials <= 15; ++trials)
    for (std::uint64_t hits = 0; hits <= trials; ++hits) {
      const Bounds bounds = clopper_pearson(hits, trials, 0.9);
      if (hits > 0) CHECK(at_least(hits, trials, bounds.low) == doctest::Approx(0.05).epsilon(1e-9));
      if (hits < trials)
        CHECK(1.0 - at_least(hits + 1, trials, bounds.high) == doctest::Approx(0.05).epsilon(1e-9));
    }
}

TEST_CASE("risk per head: 10 of 100 against 5 of 100") {
  const auto risk = risk_ratio(10, 100, 5, 100, 0.95);
  CHECK(risk->value == doctest::Approx(2.0));
  const double error = std::sqrt(0.1 - 0.01 + 0.2 - 0.01);
  CHECK(risk->low == doctest::Approx(2.0 * std::exp(-1.959963985 * error)));
  CHECK(risk->high == doctest::Approx(2.0 * std::exp(1.959963985 * error)));
  CHECK(risk_ratio(3, 10, 0, 10, 0.95)->high == kInfinite);
}

TEST_CASE("spread of 1, 2, 3, 4") {
  const std::vector<double> counts = {4, 1, 3, 2};
  CHECK(*gini(counts) == doctest::Approx(0.25));
  CHECK(*coefficient_of_variation(counts) == doctest::Approx(std::sqrt(1.25) / 2.5));
  CHECK(*effective_number(counts) == doctest::Approx(100.0 / 30.0));
  const std::vector<double> one = {0, 0, 0, 9}, even = {5, 5, 5};
  CHECK(*gini(one) == doctest::Approx(0.75));
  CHECK(*effective_number(one) == doctest::Approx(1.0));
  CHECK(*gini(even) == doctest::Approx(0.0));
  CHECK(*effective_number(even) == doctest::Approx(3.0));
}

TEST_CASE("Gini's coefficient is the mean difference of all pairs over twice the mean") {
  std::mt19937 random(5);
  for (int round = 0; round < 50; ++round) {
    std::vector<double> counts(2 + random() % 30);
    for (double& count : counts) count = static_cast<double>(random() % 40);
    counts[0] += 1;
    double differences = 0.0;
    for (const double a : counts)
      for (const double b : counts) differences += std::abs(a - b);
    const auto size = static_cast<double>(counts.size());
    const double mean = std::accumulate(counts.begin(), counts.end(), 0.0) / size;
    CHECK(*gini(counts) == doctest::Approx(differences / (size * size) / (2.0 * mean)));
  }
}

TEST_CASE("retention of five: two left, three were lost sight of") {
  // at 10 days one of 5 leaves; at 15 one is lost sight of; at 20 one of the 3 left leaves
  const auto steps = retention({{10, true}, {15, false}, {20, true}, {20, false}, {40, false}}, 0.95);
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].days == 0);
  CHECK(steps[0].at_risk == 5);
  CHECK(steps[1].at_risk == 5);
  CHECK(steps[1].retained == doctest::Approx(0.8));
  CHECK(steps[1].naive == doctest::Approx(0.8));
  CHECK(steps[2].days == 20);
  CHECK(steps[2].at_risk == 3);
  CHECK(steps[2].censored == 1);
  CHECK(steps[2].retained == doctest::Approx(0.8 * 2.0 / 3.0));
  CHECK(steps[2].naive == doctest::Approx(0.6));
  const double error = std::sqrt(1.0 / 20.0 + 1.0 / 6.0) / std::abs(std::log(0.8 * 2.0 / 3.0));
  CHECK(steps[2].low == doctest::Approx(std::pow(0.8 * 2.0 / 3.0, std::exp(1.959963985 * error))));
  CHECK(retention({}, 0.95).empty());
}

TEST_CASE("Kaplan-Meier never shows more than the naive share; with nobody censored they agree") {
  std::mt19937 random(9);
  for (int round = 0; round < 100; ++round) {
    std::vector<Stay> stays(1 + random() % 20);
    bool censored = false;
    for (Stay& stay : stays) {
      stay = {static_cast<std::int64_t>(random() % 30), round % 2 == 0 || random() % 2 == 0};
      censored = censored || !stay.left;
    }
    for (const RetentionStep& step : retention(stays, 0.95)) {
      CHECK(step.retained <= step.naive + 1e-12);
      if (!censored) CHECK(step.retained == doctest::Approx(step.naive));
      CHECK(step.low <= step.retained);
      CHECK(step.high >= step.retained);
    }
  }
}

/// Ann left Blue and came back to it; Bob left Blue for Red and came back to Green, its sister; Cho stayed.
std::shared_ptr<const View> comings_and_goings() {
  Story story;
  story.load({entity("org/blue", "Company", "Blue"), entity("org/green", "Company", "Green"),
              entity("org/red", "Company", "Red"), entity("person/ann", "Person", "Ann"),
              entity("person/bob", "Person", "Bob"), entity("person/cho", "Person", "Cho"),
              source("s/1", "Wire", "A"),
              claim("a1", "person/ann", "WORKS_AT", "org/blue", "s/1", "2010-01-01", "2012-01-01"),
              claim("a2", "person/ann", "WORKS_AT", "org/red", "s/1", "2012-01-01", "2014-01-01"),
              claim("a3", "person/ann", "WORKS_AT", "org/blue", "s/1", "2014-01-01", "2016-01-01"),
              claim("b1", "person/bob", "WORKS_AT", "org/blue", "s/1", "2011-01-01", "2012-01-01"),
              claim("b2", "person/bob", "WORKS_AT", "org/red", "s/1", "2012-01-01", "2013-01-01"),
              claim("b3", "person/bob", "WORKS_AT", "org/green", "s/1", "2013-01-01", ".."),
              claim("c1", "person/cho", "WORKS_AT", "org/blue", "s/1", "2011-06-01", "..")});
  return story.view();
}

std::vector<EntityNumber> numbers(const View& view, const std::vector<std::string>& ids) {
  std::vector<EntityNumber> found;
  for (const std::string& id : ids) found.push_back(view.entity_of(*view.find_node(id)));
  std::sort(found.begin(), found.end());
  return found;
}

TEST_CASE("returns and boomerangs of a group of two firms") {
  const auto view = comings_and_goings();
  Budget budget = plenty();
  const auto spells = spells_at(*view, numbers(*view, {"org/blue", "org/green"}), budget);
  REQUIRE(spells.ok());
  CHECK(spells->size() == 5);
  const Returns counts = returns(*view, *spells);
  CHECK(counts.left == 2);
  CHECK(counts.returned == 2);
  CHECK(counts.boomerangs == 1);
}

TEST_CASE("a cohort is of first arrivals, in the period asked for") {
  const auto view = comings_and_goings();
  Budget budget = plenty();
  const auto spells = spells_at(*view, numbers(*view, {"org/blue"}), budget);
  REQUIRE(spells.ok());
  CHECK(cohort(*spells, std::nullopt).size() == 3);
  const auto of_2011 = cohort(*spells, DayRange{to_day({2011, 1, 1}), to_day({2012, 1, 1})});
  REQUIRE(of_2011.size() == 2);
  CHECK(of_2011[0].left);
  CHECK(of_2011[0].days == 365);
  CHECK_FALSE(of_2011[1].left);
  CHECK(cohort(*spells, DayRange{to_day({2014, 1, 1}), to_day({2015, 1, 1})}).empty());
}

/// Dan and a name on a page, "Dan": who is meant is an open question.
std::shared_ptr<const View> with_a_question(bool decided) {
  Story story;
  SourceRecord resolver = source("resolver", "resolver", "A");
  resolver.properties.emplace_back("source_class", "resolver");
  story.load({entity("org/blue", "Company", "Blue"), entity("org/red", "Company", "Red"),
              entity("person/dan", "Person", "Dan"), entity("name/dan", "Person", "Dan"),
              source("s/1", "Wire", "A"), resolver,
              claim("d1", "person/dan", "WORKS_AT", "org/blue", "s/1", "2010-01-01", "2012-01-01"),
              claim("d2", "person/dan", "WORKS_AT", "org/red", "s/1", "2012-01-01", "2014-01-01"),
              claim("n1", "name/dan", "WORKS_AT", "org/blue", "s/1", "2010-01-01", "2013-01-01"),
              claim("n2", "name/dan", "WORKS_AT", "org/red", "s/1", "2013-01-01", "2014-01-01"),
              claim("q1", "name/dan", "POSSIBLY_SAME_AS", "person/dan", "resolver", "", "")});
  if (decided) story.load({claim("e1", "name/dan", "DIFFERENT_FROM", "person/dan", "s/1", "", "")});
  return story.view();
}

TEST_CASE("who has an id of a register is counted, also while somebody asks who that is")  {
  Story story;
  SourceRecord resolver = source("resolver", "resolver", "A");
  resolver.properties.emplace_back("source_class", "resolver");
  story.load({entity("org/blue", "Company", "Blue"), entity("org/red", "Company", "Red"),
              entity("orcid:1", "Person", "Dan"), entity("openalex:A1", "Person", "Dan"), source("s/1", "Wire", "A"),
              resolver, claim("d1", "openalex:A1", "WORKS_AT", "org/blue", "s/1", "2010-01-01", "2012-01-01"),
              claim("d2", "openalex:A1", "WORKS_AT", "org/red", "s/1", "2012-01-01", "2014-01-01"),
              claim("q1", "openalex:A1", "POSSIBLY_SAME_AS", "orcid:1", "resolver", "", "")});
  const auto view = story.view();
  CHECK(view->under_review().size() == 1);
  CHECK(view->uncounted().empty());
  Budget budget = plenty();
  CHECK(spells_at(*view, numbers(*view, {"org/blue"}), budget)->size() == 1);
}

TEST_CASE("who is under review has posts, and counts in no cohort, no return and no MOVED edge, as in flows") {
  for (const bool decided : {false, true}) {
    const auto view = with_a_question(decided);
    CHECK(view->under_review().size() == (decided ? 0 : 1));
    CHECK(view->uncounted().size() == (decided ? 0 : 1));
    Budget budget = plenty();
    const auto spells = spells_at(*view, numbers(*view, {"org/blue"}), budget);
    REQUIRE(spells.ok());
    CHECK(spells->size() == (decided ? 2 : 1));
    CHECK(returns(*view, *spells).left == (decided ? 2 : 1));
    std::size_t moves = 0, posts = 0;
    for (EdgeNumber edge = 0; edge < view->edge_count(); ++edge) {
      moves += view->name(view->edge(edge).type) == "MOVED" ? 1 : 0;
      posts += view->name(view->edge(edge).type) == "WORKS_AT" ? 1 : 0;
    }
    CHECK(moves == (decided ? 2 : 1));
    CHECK(posts == 4);
  }
}

}  // namespace
}  // namespace talentflow::graph
