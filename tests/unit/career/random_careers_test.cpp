// Clever against slow on tens of thousands of random careers.
#include "tests/reference/random_careers.hpp"

#include <algorithm>
#include <map>

#include <doctest/doctest.h>

#include "tests/unit/career/posts.hpp"

namespace talentflow::graph {
namespace {

std::string text(const reference::Move& move) {
  return std::to_string(move.lo) + ".." + std::to_string(move.hi) + " " + move.origin.value_or("-") + ">" +
         move.destination.value_or("-") + "; ";
}
std::string text(const Move& move) {
  const auto side = [](GroupCode code) {
    return code == kNoGroup ? std::optional<std::string>() : std::optional(group_name(code));
  };
  return text(reference::Move{move.low, move.high, side(move.origin), side(move.destination)});
}

void compare(const std::vector<reference::Stint>& stints, const reference::Options& options,
             CareerWalk& walk) {
  const auto posts = posts_of(stints);
  walk.run(posts);
  std::string clever, slow;
  for (const Move& move : walk.moves()) clever += text(move);
  for (const auto& move : reference::moves(stints, options)) slow += text(move);
  REQUIRE(clever == slow);
  REQUIRE(walk.unordered() == reference::spells(stints, options).second);
}

std::map<int, std::vector<reference::Stint>> by_person(const std::vector<reference::Stint>& stints) {
  std::map<int, std::vector<reference::Stint>> persons;
  for (const auto& stint : stints) persons[stint.person].push_back(stint);
  return persons;
}

}  // namespace

TEST_CASE("40,000 random careers: the same moves as the slow reference, under every rule") {
  std::mt19937 random(20260321);
  const std::vector<reference::Options> rules = {{},
                                                 {.gap = 0, .overlap = 0, .min_stay = 0, .carry = 0},
                                                 {.gap = 30, .overlap = 400, .min_stay = 300, .carry = 200},
                                                 {.concurrent = "ON ARRIVAL"},
                                                 {.concurrent = "EXCLUDE"}};
  for (const auto& options : rules) {
    CareerWalk walk(rules_of(options));
    const auto careers = reference::random_careers(random, {.persons = 8000, .most_posts = 7});
    for (const auto& [person, stints] : by_person(careers)) compare(stints, options, walk);
  }
}

TEST_CASE("the order in which posts are given does not matter") {
  std::mt19937 random(11);
  CareerWalk walk{Rules{}}, other{Rules{}};
  for (const auto& [person, stints] :
       by_person(reference::random_careers(random, {.persons = 2000, .most_posts = 6}))) {
    const auto posts = posts_of(stints);
    auto shuffled = posts;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    walk.run(posts);
    other.run(shuffled);
    std::string a, b;
    for (const Move& move : walk.moves()) a += text(move);
    for (const Move& move : other.moves()) b += text(move);
    CHECK(a == b);
  }
}

TEST_CASE("change of stock = arrivals - departures + entries - exits") {
  std::mt19937 random(5);
  CareerWalk walk{Rules{}};
  const GroupCode a = group_code("C");
  for (const auto& [person, stints] :
       by_person(reference::random_careers(random, {.persons = 4000, .certain = true, .exact = true}))) {
    const auto posts = posts_of(stints);
    walk.run(posts);
    const Day from = std::uniform_int_distribution<Day>(0, 1500)(random);
    const Day to = std::uniform_int_distribution<Day>(1500, 4000)(random);
    const auto inside = [&](Day at) {
      int holds = 0;
      for (const Move& move : walk.moves())
        if (move.high <= at) holds = move.destination == a ? 1 : 0;
      return holds;
    };
    int flow = 0;
    for (const Move& move : walk.moves())
      if (from < move.high && move.high <= to)
        flow += (move.destination == a ? 1 : 0) - (move.origin == a ? 1 : 0);
    CHECK(inside(to) - inside(from) == flow);
  }
}

}  // namespace talentflow::graph
