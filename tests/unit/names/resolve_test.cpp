// What becomes of a mention by name.
#include <doctest/doctest.h>

#include "graph/names/resolve.hpp"

using namespace talentflow;
using namespace talentflow::graph;

namespace {

Decision decide_on(std::string_view name, std::string_view kind, const std::vector<Candidate>& candidates) {
  return decide(name, kind, candidates, Vocabulary::standard());
}
const Candidate kLin{7, "person/lin", "Person", {}};
const Candidate kOther{9, "person/lin-2", "Person", {}};
const Candidate kLab{3, "org/lin", "Company", {"Lab"}};

}  // namespace

TEST_CASE("one clear match links") {
  const Decision decision = decide_on("Junyang Lin", "person", {kLin});
  CHECK(decision.linked == 7);
  CHECK(decision.candidates.empty());
  CHECK(decide_on("Junyang Lin", "", {kLin}).linked == 7);
}

TEST_CASE("nothing to link makes a new entity, without a review") {
  const Decision decision = decide_on("Junyang Lin", "Person", {});
  CHECK(decision.linked == 0);
  CHECK(decision.candidates.empty());
  CHECK(decision.reason.empty());
}

TEST_CASE("several go to review") {
  const Decision decision = decide_on("Junyang Lin", "Person", {kLin, kOther});
  CHECK(decision.linked == 0);
  CHECK(decision.candidates == std::vector<EntityNumber>{7, 9});
  CHECK(decision.reason == "the name fits several: person/lin, person/lin-2");
}

TEST_CASE("a weak name goes to review") {
  const Decision decision = decide_on("J. Lin", "Person", {kLin});
  CHECK(decision.linked == 0);
  CHECK(decision.candidates == std::vector<EntityNumber>{7});
  CHECK(decision.reason == "the name is too short to tell whether person/lin is meant");
}

TEST_CASE("a kind that does not fit is no candidate; sub-kinds of organisations stand for each other") {
  CHECK(decide_on("Junyang Lin", "Person", {kLab}).linked == 0);
  CHECK(decide_on("Junyang Lin", "Person", {kLin, kLab}).linked == 7);
  CHECK(decide_on("Junyang Lin", "University", {kLab}).linked == 3);
  CHECK(decide_on("Junyang Lin", "Lab", {kLin, kLab}).linked == 3);
  CHECK(decide_on("Junyang Lin", "Person", {{5, "x", "", {}}}).linked == 5);
}
