// flow() against flow_ref.py, the published meaning of FLOW, run as it stands when it lies beside the
// project.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/unit/career/posts.hpp"
#include "tests/unit/flow/reference_careers.hpp"

namespace talentflow::graph {
namespace {

std::string run(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"),
                                                   [](FILE* file) { return pclose(file); });
  std::string out;
  std::array<char, 65536> buffer{};
  while (pipe != nullptr) {
    const std::size_t read = fread(buffer.data(), 1, buffer.size(), pipe.get());
    if (read == 0) break;
    out.append(buffer.data(), read);
  }
  return out;
}

std::optional<reference::Range> read_pair(std::istream& in) {
  std::string low, high;
  in >> low >> high;
  if (low == "-") return std::nullopt;
  return reference::Range{std::stol(low), std::stol(high)};
}

struct Expected {
  reference::Bucket bucket;
  std::int64_t inflow = 0, outflow = 0;
  double in = 0, out = 0;
  std::int64_t low = 0, high = 0, bound_low = 0, bound_high = 0;
};

struct Case {
  reference::Options options;
  std::vector<reference::Stint> stints;
  std::vector<Expected> rows;
};

void check(const Case& one) {
  const auto view = view_of(one.stints);
  for (const Expected& row :
       one.rows) {  // the reference's years are no calendar years: one period a question
    Question question;
    question.first = countries({"CN"});
    question.second = countries({"GB", "US", "JP"});
    question.rules = rules_of(one.options);
    if (row.bucket)
      question.during = DayRange{static_cast<Day>(row.bucket->first), static_cast<Day>(row.bucket->second)};
    Budget budget = no_limits();
    const auto answer = flow(view, question, budget);
    REQUIRE(answer.ok());
    Cell cell;
    for (const Cell& found : answer->cells)
      if (found.period.has_value() == row.bucket.has_value()) cell = found;
    CHECK(cell.inflow == row.inflow);
    CHECK(cell.outflow == row.outflow);
    CHECK(cell.expected_in == doctest::Approx(row.in).epsilon(1e-9));
    CHECK(cell.expected_out == doctest::Approx(row.out).epsilon(1e-9));
    CHECK(cell.low == row.low);
    CHECK(cell.high == row.high);
    CHECK(cell.bound_low == row.bound_low);
    CHECK(cell.bound_high == row.bound_high);
  }
}

}  // namespace

TEST_CASE("the published reference gives the same flows on random careers") {
  const std::filesystem::path root = TALENTFLOW_SOURCE_DIR;
  const auto published = root / ".." / "shared" / "flow_ref.py";
  if (!std::filesystem::exists(published)) {
    MESSAGE("skipped: ../shared/flow_ref.py is not there");
    return;
  }
  std::istringstream lines(run("python3 '" + (root / "tests/reference/dump_flow_cases.py").string() + "' '" +
                               published.string() + "' 250 3"));
  Case one;
  int cases = 0;
  for (std::string word; lines >> word;) {
    if (word == "case") {
      one = {};
      lines >> one.options.dates >> one.options.concurrent;
      std::replace(one.options.concurrent.begin(), one.options.concurrent.end(), '_', ' ');
    } else if (word == "stint") {
      int person = 0, contested = 0;
      std::string group;
      lines >> person >> group;
      const auto start = read_pair(lines), end = read_pair(lines);
      long held = 0;
      double belief = 0;
      lines >> held >> belief >> contested;
      one.stints.push_back(reference::stint(person, group, start, end, held, belief, {}, contested != 0));
    } else if (word == "row") {
      Expected row;
      row.bucket = read_pair(lines);
      lines >> row.inflow >> row.outflow >> row.in >> row.out >> row.low >> row.high >> row.bound_low >>
          row.bound_high;
      one.rows.push_back(row);
    } else if (word == "end") {
      check(one);
      ++cases;
    }
  }
  CHECK(cases == 250);
}

}  // namespace talentflow::graph
