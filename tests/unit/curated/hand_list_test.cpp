// The shipped claim tables' README lists, by hand, who moved between China and overseas. This test counts the
// same with the program and compares both ways: every difference stands in moves.csv with its reason, and no
// other exists.
#include <chrono>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "graph/flow/flow.hpp"
#include "graph/snapshot/make_view.hpp"
#include "ingest/pipeline/pipeline.hpp"
#include "tests/unit/curated/empty_store.hpp"

namespace talentflow::graph {
namespace {

const std::string kRoot = TALENTFLOW_SOURCE_DIR;

struct Line {
  std::string rule, direction, year, person, name, from, to, reason;
  bool hand = false, program = false;
};

/// RFC 4180, one record a line.
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

std::vector<Line> read_list() {
  std::ifstream file(kRoot + "/tests/unit/curated/moves.csv");
  std::vector<Line> lines;
  std::string text;
  std::getline(file, text);
  while (std::getline(file, text)) {
    const auto c = cells(text);
    REQUIRE(c.size() == 10);
    lines.push_back({c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[9], c[7] == "yes", c[8] == "yes"});
  }
  return lines;
}

std::string text_of(const std::string& direction, const std::string& year, const std::string& person,
                    const std::string& from, const std::string& to) {
  return direction + " " + year + " " + person + ": " + from + " -> " + to;
}

Term countries(const char* code) {
  Term term;
  term.kind = Term::Kind::countries;
  term.countries = {{code[0], code[1]}};
  return term;
}

struct Fixture {
  std::shared_ptr<const View> view;

  Fixture() {
    const std::shared_ptr<Store> store = empty_store();
    const auto report = ingest::ingest(*store, {kRoot + "/datasets/curated"}, {}, nullptr);
    REQUIRE_MESSAGE(report.ok(), (report.ok() ? "" : report.error().text()));
    REQUIRE(report->rejected == 0);
    auto snapshot = Snapshot::build(store, Vocabulary::standard());
    REQUIRE(snapshot.ok());
    auto made = make_view(snapshot.take(), {});
    REQUIRE(made.ok());
    view = made.take();
  }

  /// China against everywhere else but Hong Kong, which the hand list keeps apart.
  static Question question(Location location) {
    Question asked;
    asked.first = {{countries("CN")}};
    Term overseas, hong_kong = countries("HK");
    overseas.kind = Term::Kind::overseas;
    hong_kong.except = true;
    asked.second = {{overseas, hong_kong}};
    asked.during = DayRange{to_day({2023, 1, 1}), to_day({2026, 7, 1})};
    asked.unit = TimeUnit::year;
    asked.location = location;
    return asked;
  }

  std::set<std::string> moves(const Question& asked) const {
    Budget budget(Limits{}, nullptr);
    const auto answer = flow(*view, asked, budget);
    REQUIRE_MESSAGE(answer.ok(), (answer.ok() ? "" : answer.error().message));
    std::set<std::string> found;
    const auto id = [&](EntityNumber entity) { return view->node_id(view->node_of(entity)); };
    for (const CountedMove& move : answer->moves) {
      const auto& period = answer->cells[move.cell].period;
      const auto& rows = view->careers().rows;
      found.insert(text_of(move.inflow ? "in" : "out",
                           period ? std::to_string(to_civil(period->low).year) : "?", id(move.person),
                           id(rows[move.origin_row].organisation),
                           id(rows[move.destination_row].organisation)));
    }
    return found;
  }
};

std::set<std::string> listed(const std::string& rule) {
  std::set<std::string> out;
  for (const Line& line : read_list())
    if (line.rule == rule && line.program)
      CHECK(out.insert(text_of(line.direction, line.year, line.person, line.from, line.to)).second);
  return out;
}

void compare(const std::set<std::string>& found, const std::set<std::string>& expected) {
  for (const std::string& move : found)
    CHECK_MESSAGE(expected.contains(move), "found, but not listed: " << move);
  for (const std::string& move : expected)
    CHECK_MESSAGE(found.contains(move), "listed, but not found: " << move);
}

/// Rows "| 2023 | Daxin Jiang | .." of the README's tables (a) and (b).
std::map<std::string, std::string> hand_table(const std::string& heading) {
  std::ifstream file(kRoot + "/datasets/curated/README.md");
  std::map<std::string, std::string> years;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("###")) inside = line.starts_with(heading);
    if (!inside || !line.starts_with("| ") || line.starts_with("| year") || line.starts_with("| ---"))
      continue;
    std::istringstream cut(line);
    std::string nothing, year, person;
    std::getline(cut, nothing, '|');
    std::getline(cut, year, '|');
    std::getline(cut, person, '|');
    const std::string name = person.substr(1, person.size() - 2);
    years[name] = year.substr(1, year.size() - 2);
  }
  return years;
}

}  // namespace

TEST_CASE_FIXTURE(Fixture,
                  "owner rule: every move of the hand list is found or explained, and every other one is") {
  compare(moves(question(Location::headquarters)), listed("owner"));
}

TEST_CASE_FIXTURE(Fixture,
                  "place rule: every move of the hand list is found or explained, and every other one is") {
  compare(moves(question(Location::site)), listed("place"));
}

TEST_CASE("the list holds the README's tables, no more and no less, and every difference has a reason") {
  for (const auto& [heading, direction] : {std::pair("### (a)", "in"), std::pair("### (b)", "out")}) {
    auto table = hand_table(heading);
    CHECK(table.size() == (std::string(direction) == "in" ? 18U : 12U));
    for (const Line& line : read_list()) {
      if (line.rule != "owner" || line.direction != direction || !line.hand) continue;
      CHECK_MESSAGE(table[line.name] == line.year, line.name);
      table.erase(line.name);
    }
    CHECK(table.empty());
  }
  for (const Line& line : read_list()) {
    CHECK_MESSAGE((line.hand || line.program), line.person);
    CHECK_MESSAGE((line.hand == line.program) == line.reason.empty(), line.person);
  }
}

TEST_CASE_FIXTURE(
    Fixture,
    "reasons that can be tried: a longer CARRY finds Guojun Qi, weaker facts are in the expectation") {
  Question patient = question(Location::site);
  patient.rules.carry = 3650;
  CHECK(moves(patient).contains("in 2025 person/guojun-qi: org/huawei-us -> org/westlake-university"));
  for (const char* id : {"person/lu-jiang", "person/jun-liu-statistician"}) {
    Question one = question(Location::headquarters);
    one.unit = TimeUnit::total;
    one.population.persons = std::vector<EntityNumber>{view->entity_of(*view->find_node(id))};
    Budget budget(Limits{}, nullptr);
    const auto answer = flow(*view, one, budget);
    REQUIRE(answer.ok());
    CHECK(answer->cells.front().inflow == 0);
    CHECK(answer->cells.front().expected_in > 0.05);
  }
}

}  // namespace talentflow::graph
