// The laws of flows, asked in the query language of stores with random histories.
#include <algorithm>
#include <cmath>
#include <optional>
#include <random>

#include "query/engine.hpp"
#include "tests/unit/view/story.hpp"

namespace talentflow::query {
namespace {

using graph::Story;

/// A history as one can tell it: claims with the day each was recorded on.
struct History {
  std::vector<RecordContent> things;
  std::vector<ClaimRecord> claims;

  /// Everything, or what was recorded until a day.
  void tell(Story& story, const std::string& until = "9999-12-31") const {
    auto records = things;
    for (const ClaimRecord& claim : claims)
      if (claim.recorded <= until) records.emplace_back(claim);
    story.load(records);
  }
};

constexpr const char* kFirms[] = {"org/east", "org/far-east", "org/west", "org/north"};
constexpr const char* kCountries[] = {"CN", "CN", "US", "GB"};

History random_history(std::mt19937& random) {
  History history;
  for (std::size_t i = 0; i < std::size(kFirms); ++i)
    history.things.emplace_back(graph::entity(kFirms[i], "Company", kFirms[i],
                                              {{"country", talentflow::Value(std::string(kCountries[i]))}}));
  for (int i = 0; i < 6; ++i)
    history.things.emplace_back(
        graph::entity("person/" + std::to_string(i), "Person", "P" + std::to_string(i)));
  for (const char* publisher : {"1", "2", "3"})
    history.things.emplace_back(graph::source(std::string("s/") + publisher, publisher, "A"));
  for (int i = 0; i < 30; ++i) {
    const auto year = 2005 + random() % 12;
    const auto person = "person/" + std::to_string(random() % 6);
    const auto source = "s/" + std::to_string(1 + random() % 3);
    std::string start = std::to_string(year), end;
    if (random() % 2 == 0) start += random() % 2 == 0 ? "-03" : "-09-15";
    static constexpr const char* kRelations[] = {"WORKS_AT", "WORKS_AT", "JOINED", "LEFT"};
    const std::string relation = kRelations[random() % 4];
    if (relation == "WORKS_AT" && random() % 3 != 0) end = std::to_string(year + 1 + random() % 4);
    ClaimRecord claim = graph::claim("c" + std::to_string(i), person, relation,
                                     kFirms[random() % std::size(kFirms)], source, start, end);
    if (random() % 12 == 0) claim = graph::denial(std::move(claim));
    claim = graph::recorded(std::move(claim), std::to_string(2017 + random() % 4) + "-06-01");
    if (i > 20 && random() % 3 == 0) {  // nobody takes back what was not said yet
      const ClaimRecord& target = history.claims[random() % 20];
      claim =
          graph::withdrawal("w" + std::to_string(i), target.id, std::max(claim.recorded, target.recorded));
    }
    history.claims.push_back(std::move(claim));
  }
  return history;
}

struct Asked {
  std::vector<std::string> columns;
  std::vector<Row> rows;

  std::int64_t sum(const std::string& column) const {
    const auto at = std::find(columns.begin(), columns.end(), column) - columns.begin();
    std::int64_t total = 0;
    for (const Row& row : rows) total += *row[static_cast<std::size_t>(at)].integer();
    return total;
  }
  double sum_real(const std::string& column) const {
    const auto at = std::find(columns.begin(), columns.end(), column) - columns.begin();
    double total = 0;
    for (const Row& row : rows) total += *row[static_cast<std::size_t>(at)].floating();
    return total;
  }
};

Asked ask(const Story& story, const std::string& text) {
  graph::Budget budget(graph::Limits{}, nullptr);
  Execution execution;
  execution.views = [&](const graph::Reading& reading) -> Result<std::shared_ptr<const graph::View>> {
    return story.view(reading);
  };
  execution.vocabulary = &Vocabulary::standard();
  execution.budget = &budget;
  auto cursor = execute(text, execution);
  REQUIRE_MESSAGE(cursor.ok(), (cursor.ok() ? "" : cursor.error().text()));
  Asked asked;
  asked.columns = (*cursor)->columns();
  for (Row row;;) {
    const auto more = (*cursor)->next(row);
    REQUIRE(more.ok());
    if (!*more) return asked;
    asked.rows.push_back(row);
  }
}

bool equal(const Value& a, const Value& b) {
  if (a.string() != nullptr && b.string() != nullptr) return *a.string() == *b.string();
  if (a.integer() != nullptr && b.integer() != nullptr) return *a.integer() == *b.integer();
  if (a.floating() != nullptr && b.floating() != nullptr) return *a.floating() == *b.floating();
  return a.is_null() && b.is_null();
}

bool equal(const Asked& a, const Asked& b) {
  return a.columns == b.columns &&
         std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                    [](const Row& x, const Row& y) {
                      return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                                        [](const Value& v, const Value& w) { return equal(v, w); });
                    });
}

constexpr int kHistories = 25;

TEST_CASE("law: the net seen from the other side is the opposite") {
  std::mt19937 random(21);
  for (int round = 0; round < kHistories; ++round) {
    Story story;
    random_history(random).tell(story);
    const auto here = ask(story, "FLOW BETWEEN COUNTRY 'China' AND COUNTRY 'US' BY YEAR");
    const auto there = ask(story, "FLOW BETWEEN COUNTRY 'US' AND COUNTRY 'China' BY YEAR");
    CHECK(here.sum("net") == -there.sum("net"));
    CHECK(here.sum("inflow") == there.sum("outflow"));
    CHECK(here.sum("lo") == -there.sum("hi"));
    CHECK(here.sum_real("expected") == doctest::Approx(-there.sum_real("expected")).epsilon(1e-5));
  }
}

TEST_CASE("law: buckets, and every other way to split them, add up to the total") {
  std::mt19937 random(22);
  for (int round = 0; round < kHistories; ++round) {
    Story story;
    random_history(random).tell(story);
    const std::string flow = "FLOW BETWEEN COUNTRY 'China' AND OVERSEAS ";
    const auto total = ask(story, flow + "BY TOTAL");
    for (const char* by : {"YEAR", "MONTH", "WEEK", "QUARTER, ORIGIN ORG", "DESTINATION COUNTRY", "ROLE"}) {
      const auto split = ask(story, flow + "BY " + by);
      CHECK(split.sum("inflow") == total.sum("inflow"));
      CHECK(split.sum("outflow") == total.sum("outflow"));
      CHECK(split.sum_real("expected") == doctest::Approx(total.sum_real("expected")).epsilon(1e-4));
    }
  }
}

TEST_CASE("law: the counted moves are those that SHOW MOVES and a core query over YIELD see") {
  std::mt19937 random(23);
  for (int round = 0; round < kHistories; ++round) {
    Story story;
    random_history(random).tell(story);
    const std::string flow = "FLOW BETWEEN COUNTRY 'China' AND OVERSEAS BY YEAR ";
    const auto whole = ask(story, flow);
    const auto summed = ask(story, flow + "YIELD inflow, outflow RETURN sum(inflow) AS i, sum(outflow) AS o");
    CHECK(summed.sum("i") == whole.sum("inflow"));
    CHECK(summed.sum("o") == whole.sum("outflow"));
  }
}

TEST_CASE("law: stock at the end = arrivals - departures, with those from and to nowhere") {
  std::mt19937 random(24);
  for (int round = 0; round < kHistories; ++round) {
    Story story;
    random_history(random).tell(story);
    const auto rows = ask(story,
                          "FLOW BETWEEN COUNTRY 'China' AND OVERSEAS BY YEAR YIELD bucket, inflow, outflow, "
                          "entries, exits, stock");
    std::optional<std::int64_t> before;
    for (const Row& row : rows.rows) {
      if (row[0].is_null()) continue;  // has no time
      const auto number = [&](std::size_t i) { return *row[i].integer(); };
      if (before) CHECK(number(5) - *before == number(1) - number(2) + number(3) - number(4));
      before = number(5);
    }
  }
}

TEST_CASE("law: the reading as of a day is a store that was told no more than was recorded until then") {
  std::mt19937 random(25);
  for (int round = 0; round < kHistories; ++round) {
    const History history = random_history(random);
    Story whole;
    history.tell(whole);
    for (const char* day : {"2017-06-01", "2018-12-31", "2019-06-01"}) {
      Story then;
      history.tell(then, day);
      for (const char* query : {"FLOW BETWEEN COUNTRY 'China' AND OVERSEAS BY YEAR",
                                "FLOW OUT OF COUNTRY 'China' BY TOTAL, DESTINATION ORG",
                                "MATCH (p:Person)-[e:WORKS_AT|MOVED]->(o) RETURN p.name, type(e), o.name, "
                                "e.confidence, origins(e) ORDER BY p.name, type(e), o.name, e.confidence"})
        CHECK(
            equal(ask(whole, "FOR RECORDED_TIME AS OF datetime('" + std::string(day) + "T12:00Z') " + query),
                  ask(then, query)));
    }
  }
}

/// One post after the other, every day known, every post told by so many publishers who are sure of it.
std::vector<RecordContent> exact_history(std::mt19937& random, int publishers) {
  std::vector<RecordContent> told;
  for (std::size_t i = 0; i < std::size(kFirms); ++i)
    told.emplace_back(graph::entity(kFirms[i], "Company", kFirms[i],
                                    {{"country", talentflow::Value(std::string(kCountries[i]))}}));
  for (int i = 0; i < publishers; ++i)
    told.emplace_back(graph::source("s/" + std::to_string(i), "P" + std::to_string(i), "A"));
  int number = 0;
  for (int i = 0; i < 8; ++i) {
    const std::string person = "person/" + std::to_string(i);
    told.emplace_back(graph::entity(person, "Person", person));
    Day day = to_day({2000 + static_cast<int>(random() % 5), 1, 1}) + static_cast<Day>(random() % 365);
    for (int post = 0; post < 5; ++post) {
      const char* firm = kFirms[random() % std::size(kFirms)];
      const Day end = day + 200 + static_cast<Day>(random() % 900);
      for (int page = 0; page < publishers; ++page) {
        ClaimRecord claim =
            graph::claim("c" + std::to_string(number++), person, "WORKS_AT", firm,
                         "s/" + std::to_string(page), to_string(Date::on(day)), to_string(Date::on(end)));
        claim.confidence = "1";
        told.emplace_back(std::move(claim));
      }
      day = end;
    }
  }
  return told;
}

TEST_CASE("law: the parts of the other side add up to it") {
  std::mt19937 random(26);
  for (int round = 0; round < kHistories; ++round) {
    Story story;
    story.load(exact_history(random, 1));
    const std::string rules = " COUNTING MIN STAY 0 DAYS, GAP <= 0 DAYS";
    const auto net = [&](const std::string& other) {
      return ask(story, "FLOW BETWEEN COUNTRY 'China' AND " + other + " BY TOTAL" + rules);
    };
    const auto whole = net("COUNTRIES ['US', 'GB']"), west = net("COUNTRY 'US'"), north = net("COUNTRY 'GB'");
    for (const char* column : {"inflow", "outflow", "net"})
      CHECK(whole.sum(column) == west.sum(column) + north.sum(column));
    CHECK(whole.sum_real("expected") ==
          doctest::Approx(west.sum_real("expected") + north.sum_real("expected")).epsilon(1e-4));
  }
}

TEST_CASE("law: where everybody is sure and every day is known, net = expected = lo = hi") {
  std::mt19937 random(27);
  for (int round = 0; round < kHistories; ++round) {
    Story story;
    story.load(exact_history(random, 3));
    const auto rows = ask(story,
                          "FLOW BETWEEN COUNTRY 'China' AND OVERSEAS BY YEAR YIELD net, expected, lo, hi, "
                          "bound_lo, bound_hi");
    REQUIRE_FALSE(rows.rows.empty());
    for (const Row& row : rows.rows) {
      const std::int64_t net = *row[0].integer();
      CHECK(*row[1].floating() == doctest::Approx(static_cast<double>(net)).epsilon(1e-6));
      for (std::size_t i = 2; i < row.size(); ++i) CHECK(*row[i].integer() == net);
    }
  }
}

/// A distribution's mean is that of its quantiles; the interval of probability p has those of (1-p)/2 and
/// (1+p)/2.
TEST_CASE("law: the mean of the interval's distribution is expected") {
  std::mt19937 random(28);
  constexpr int kLevels = 100;
  for (int round = 0; round < 6; ++round) {
    Story story;
    random_history(random).tell(story);
    const std::string flow = "FLOW BETWEEN COUNTRY 'China' AND OVERSEAS BY TOTAL ";
    const auto total = ask(story, flow + "YIELD expected, bucket");
    std::vector<double> mean(total.rows.size(), 0.0);
    for (int i = 0; i < kLevels; ++i) {
      const auto at = ask(story, flow + "INTERVAL " + std::to_string((i + 0.5) / kLevels) + " YIELD lo, hi");
      REQUIRE(at.rows.size() == mean.size());
      for (std::size_t row = 0; row < mean.size(); ++row)
        mean[row] +=
            static_cast<double>(*at.rows[row][0].integer() + *at.rows[row][1].integer()) / 2.0 / kLevels;
    }
    for (std::size_t row = 0; row < mean.size(); ++row)
      CHECK(std::abs(mean[row] - *total.rows[row][0].floating()) < 0.05);
  }
}

}  // namespace
}  // namespace talentflow::query
