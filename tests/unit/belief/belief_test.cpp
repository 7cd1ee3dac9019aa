#include "graph/belief/belief.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace talentflow::graph {
namespace {

Evidence says(std::uint32_t publisher, float strength, bool denies = false) {
  Evidence evidence;
  evidence.root_publisher = publisher;
  evidence.strength = strength;
  evidence.denies = denies;
  return evidence;
}

/// DESIGN's formulas as they are written, over a map of groups.
Belief slow_combine(const std::vector<Evidence>& evidence) {
  double support = 1.0, denial = 1.0;
  for (int side = 0; side < 2; ++side)
    for (std::uint32_t publisher = 0; publisher < 100; ++publisher) {
      double strongest = -1.0;
      for (const Evidence& item : evidence)
        if (item.denies == (side == 1) && item.root_publisher == publisher)
          strongest = std::max(strongest, static_cast<double>(item.strength));
      if (strongest >= 0) (side == 0 ? support : denial) *= 1.0 - std::min(strongest, kMaxStrength);
    }
  Belief belief;
  belief.support = 1.0 - support;
  belief.denial = 1.0 - denial;
  const double norm = 1.0 - belief.support * belief.denial;
  belief.belief = belief.support * (1.0 - belief.denial) / norm;
  belief.plausibility = 1.0 - belief.denial * (1.0 - belief.support) / norm;
  return belief;
}

TEST_CASE("nothing said: nothing believed, everything possible") {
  const Belief belief = combine({});
  CHECK(belief.belief == doctest::Approx(0.0));
  CHECK(belief.plausibility == doctest::Approx(1.0));
  CHECK(belief.origins == 0);
}

TEST_CASE("copies of one publisher count once, with the strongest") {
  const std::vector<Evidence> evidence{says(7, 0.4F), says(7, 0.6F), says(7, 0.5F)};
  CHECK(combine(evidence).belief == doctest::Approx(0.6));
  CHECK(combine(evidence).origins == 1);
}

TEST_CASE("independent publishers add up") {
  const std::vector<Evidence> evidence{says(1, 0.6F), says(2, 0.5F)};
  CHECK(combine(evidence).belief == doctest::Approx(0.8));
  CHECK(combine(evidence).origins == 2);
}

TEST_CASE("a denial as strong as the assertion leaves a third") {
  const std::vector<Evidence> evidence{says(1, 0.5F), says(2, 0.5F, true)};
  const Belief belief = combine(evidence);
  CHECK(belief.belief == doctest::Approx(1.0 / 3.0));
  CHECK(belief.plausibility == doctest::Approx(2.0 / 3.0));
  CHECK(belief.origins == 1);
}

TEST_CASE("a crowd on both sides is still a number") {
  std::vector<Evidence> evidence;
  for (std::uint32_t i = 0; i < 1000; ++i) evidence.push_back(says(i, 1.0F, i % 2 == 0));
  const Belief belief = combine(evidence);
  CHECK(belief.belief >= 0.0);
  CHECK(belief.belief <= belief.plausibility);
  CHECK(belief.plausibility <= 1.0);
}

TEST_CASE("random evidence: the formulas, in any order, to the bit") {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    std::vector<Evidence> evidence;
    const std::size_t count = random() % 8;
    for (std::size_t i = 0; i < count; ++i)
      evidence.push_back(says(static_cast<std::uint32_t>(random() % 5),
                              static_cast<float>(random() % 100) / 100.0F, random() % 4 == 0));
    const Belief fast = combine(evidence), slow = slow_combine(evidence);
    CHECK(fast.belief == doctest::Approx(slow.belief));
    CHECK(fast.plausibility == doctest::Approx(slow.plausibility));
    CHECK(fast.belief <= fast.plausibility + 1e-12);
    std::shuffle(evidence.begin(), evidence.end(), random);
    CHECK(combine(evidence).belief == fast.belief);
  }
}

TEST_CASE("strength of a claim: the smaller grade, the explicit confidence, the rumour cap") {
  const Vocabulary& words = Vocabulary::standard();
  CHECK(strength({'B', 0, 1, -1.0F, Status::none}, words) == doctest::Approx(0.8));
  CHECK(strength({'B', 'A', 3, -1.0F, Status::none}, words) == doctest::Approx(0.5));
  CHECK(strength({0, 'D', 1, -1.0F, Status::none}, words) == doctest::Approx(0.4));  // the root is not graded
  CHECK(strength({'A', 'E', 0, -1.0F, Status::none}, words) ==
        doctest::Approx(0.95));  // a copy of a good root
  CHECK(strength({0, 0, 2, -1.0F, Status::none}, words) == doctest::Approx(0.7));
  CHECK(strength({'F', 0, 6, -1.0F, Status::none}, words) ==
        doctest::Approx(0.5));  // cannot judge is not zero
  CHECK(strength({'E', 0, 5, 0.9F, Status::none}, words) == doctest::Approx(0.9));
  CHECK(strength({'A', 0, 1, 1.0F, Status::rumoured}, words) == doctest::Approx(0.3));
  CHECK(strength({0, 0, 0, 1.0F, Status::filed}, words) == doctest::Approx(0.999));
}

}  // namespace
}  // namespace talentflow::graph
