// The hand-checked cases of what a move is. Each is checked on the slow reference and on graph/career alike.
#include "graph/career/moves.hpp"

#include <doctest/doctest.h>

#include "tests/reference/slow_flow.hpp"
#include "tests/unit/career/posts.hpp"

namespace talentflow::graph {
namespace {

using reference::kForever;
using reference::Options;
using reference::Range;

using Steps = std::vector<std::tuple<long, long, std::string, std::string>>;

reference::Stint post(const char* group, std::optional<Range> start, std::optional<Range> end = {},
                      std::optional<long> held = {}) {
  return reference::stint(0, group, start, end, held);
}
std::optional<Range> day(long at) { return Range{at, at}; }
std::optional<Range> days(long low, long high) { return Range{low, high}; }
constexpr std::nullopt_t unknown = std::nullopt;

Steps slow_steps(const std::vector<reference::Stint>& stints, const Options& options) {
  Steps steps;
  for (const auto& move : reference::moves(stints, options))
    if (move.origin && move.destination)
      steps.emplace_back(move.lo, move.hi, *move.origin, *move.destination);
  return steps;
}

Steps clever_steps(const std::vector<reference::Stint>& stints, const Options& options) {
  const auto posts = posts_of(stints);
  CareerWalk walk(rules_of(options));
  walk.run(posts);
  Steps steps;
  for (const Move& move : walk.moves())
    if (!move.entry() && !move.exit())
      steps.emplace_back(move.low, move.high, group_name(move.origin), group_name(move.destination));
  return steps;
}

void check(const std::vector<reference::Stint>& stints, const Steps& expected, const Options& options = {}) {
  CHECK(slow_steps(stints, options) == expected);
  CHECK(clever_steps(stints, options) == expected);
}

bool unordered(const std::vector<reference::Stint>& stints) {
  const auto posts = posts_of(stints);
  CareerWalk walk{Rules{}};
  walk.run(posts);
  CHECK(walk.unordered() == reference::spells(stints, Options{}).second);
  return walk.unordered();
}

}  // namespace

TEST_CASE("exact dates: holes, overlaps, visits, returns") {
  check({post("C", day(0), day(1000)), post("U", day(1000))}, {{1000, 1000, "C", "U"}});
  // a hole of 300 days is bridged, one of 500 is an exit and an entry
  check({post("C", day(0), day(1000)), post("U", day(1300))}, {{1300, 1300, "C", "U"}});
  check({post("C", day(0), day(1000)), post("U", day(1500))}, {});
  // an overlap of 50 days is a handover, one of 500 a dual post that counts when the origin ends
  check({post("C", day(0), day(1000)), post("U", day(950))}, {{950, 950, "C", "U"}});
  check({post("C", day(0), day(1000)), post("U", day(500))}, {{1000, 1000, "C", "U"}});
  // travellers and visits
  check({post("C", day(0), day(2000)), post("U", day(500), day(900))}, {});
  check({post("C", day(0), day(1000)), post("U", day(1000), day(1100)), post("C", day(1100))}, {});
  check({post("C", day(0), day(500)), post("C", day(520), day(1000)), post("U", day(1000))},
        {{1000, 1000, "C", "U"}});
  // a returnee makes two moves
  check({post("C", day(0), day(400)), post("U", day(400), day(750)), post("C", day(750))},
        {{400, 400, "C", "U"}, {750, 750, "U", "C"}});
  check({post("C", day(0)), post("U", day(400), day(1700)), post("C", day(1700))},
        {{400, 400, "C", "U"}, {1700, 1700, "U", "C"}});
  // two short posts are one spell; a traveller between does not part two posts
  check({post("C", day(0), day(100)), post("C", day(120), day(250)), post("U", day(250))},
        {{250, 250, "C", "U"}});
  check({post("C", day(0), day(1000)), post("U", day(200), day(500)), post("C", day(1100)),
         post("E", day(2000))},
        {{2000, 2000, "C", "E"}});
}

TEST_CASE("ends that nobody stated are carried forward") {
  check({post("C", day(0)), post("U", day(1000))}, {{1000, 1000, "C", "U"}});
  check({post("C", day(0)), post("U", day(3000))}, {});
  check({post("C", day(0), unknown, 2000), post("U", day(3000))}, {{3000, 3000, "C", "U"}});
  check({post("C", day(0), day(1000)), post("U", day(1060))}, {{1060, 1060, "C", "U"}});
  check({post("C", day(0), unknown, 1400), post("U", day(1000))}, {});
}

TEST_CASE("coarse dates touch where they can") {
  check({post("U", day(0), days(1000, 1365)), post("C", days(1031, 1059))}, {{1031, 1059, "U", "C"}});
  check({post("U", day(0), days(1000, 1365)), post("C", days(1000, 1365))}, {{1000, 1365, "U", "C"}});
  check({post("U", day(0), days(1031, 1059)), post("C", days(1000, 1365))}, {{1031, 1059, "U", "C"}});
  check({post("U", unknown, days(1000, 1365)), post("C", days(1031, 1059))}, {{1031, 1059, "U", "C"}});
}

TEST_CASE("no dates at all: before the first dated post, and no order among themselves") {
  check({post("U", unknown), post("C", day(1000))}, {{1000, 1000, "U", "C"}});
  check({post("U", unknown), post("U", day(0), day(900)), post("C", day(1000))}, {{1000, 1000, "U", "C"}});
  check({post("U", unknown), post("C", unknown)}, {});
  CHECK(unordered({post("U", unknown), post("C", unknown)}));
  check({post("U", unknown), post("C", unknown), post("E", day(5))}, {});
  check({post("U", unknown), post("C", unknown, days(50, 60))}, {{-kForever, 50, "U", "C"}});
  check({post("C", days(1000, 1365)), post("U", days(1000, 1365))}, {});
  CHECK(unordered({post("C", days(1000, 1365)), post("U", days(1000, 1365))}));
  check({post("C", days(1000, 1365), day(1400)), post("U", days(1000, 1365))}, {{1000, 1365, "C", "U"}});
}

TEST_CASE("dropping a weak stint in the middle makes a move") {
  const auto first = post("C", day(0), day(1000)), weak = post("E", day(1000), day(1300)),
             last = post("U", day(1300));
  check({first, weak, last}, {{1000, 1000, "C", "E"}, {1300, 1300, "E", "U"}});
  check({first, last}, {{1300, 1300, "C", "U"}});
}

TEST_CASE("the three rules for posts that run side by side") {
  const std::vector<reference::Stint> dual{post("C", day(0), day(1000)), post("U", day(500))};
  check(dual, {{1000, 1000, "C", "U"}}, {.concurrent = "WHEN ORIGIN ENDS"});
  check(dual, {{500, 500, "C", "U"}}, {.concurrent = "ON ARRIVAL"});
  check(dual, {}, {.concurrent = "EXCLUDE"});
}

TEST_CASE("a move says whether it rests on a carried post or on a dual one") {
  const auto flags = [](const std::vector<reference::Stint>& stints, Rules rules = {}) {
    const auto posts = posts_of(stints);
    CareerWalk walk(rules);
    walk.run(posts);
    for (const Move& move : walk.moves())
      if (!move.entry() && !move.exit()) return std::pair(move.assumed, move.dual);
    return std::pair(false, false);
  };
  CHECK(flags({post("C", day(0)), post("U", day(1000))}) == std::pair(true, false));
  CHECK(flags({post("C", day(0), day(1000)), post("U", day(1000))}) == std::pair(false, false));
  CHECK(flags({post("C", day(0), day(1000)), post("U", day(500))}) == std::pair(false, true));
}

TEST_CASE("a move knows the posts at both its ends") {
  const auto posts = posts_of({post("C", day(0), day(1000)), post("C", day(200), day(400)),
                               post("U", day(1000), day(1200)), post("U", day(1200))});
  CareerWalk walk{Rules{}};
  walk.run(posts);
  REQUIRE(walk.moves().size() == 2);
  CHECK(walk.origin_post(walk.moves()[1]) == 0);  // the one that lasted longest, not the one that began last
  CHECK(walk.destination_post(walk.moves()[1]) == 2);
  CHECK(walk.origin_post(walk.moves()[0]) == kNoPost);
}

}  // namespace talentflow::graph
