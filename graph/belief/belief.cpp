#include "graph/belief/belief.hpp"

#include <algorithm>
#include <vector>

namespace talentflow::graph {
namespace {

/// Below this a product of doubts is taken as it: 0/0 must not arise when hundreds of sources stand on both
/// sides.
constexpr double kLeastDoubt = 1e-290;

/// The doubt that independent groups leave: prod(1 - r), r of a group being its strongest claim's.
struct Doubt {
  double product = 1.0;
  std::uint32_t groups = 0;
};

/// Groups in the order of their publishers, so that rounding does not depend on the order of the evidence.
Doubt doubt_of(std::span<const Evidence> evidence, bool denies) {
  std::vector<std::pair<std::uint32_t, double>> groups;
  for (const Evidence& item : evidence)
    if (item.denies == denies) groups.emplace_back(item.root_publisher, item.strength);
  std::sort(groups.begin(), groups.end());
  Doubt doubt;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i + 1 < groups.size() && groups[i + 1].first == groups[i].first)
      continue;  // the last one is the strongest
    doubt.product *= 1.0 - std::clamp(groups[i].second, 0.0, kMaxStrength);
    ++doubt.groups;
  }
  doubt.product = std::max(doubt.product, kLeastDoubt);
  return doubt;
}

}  // namespace

Belief combine(std::span<const Evidence> evidence) {
  const Doubt against = doubt_of(evidence, false);
  const Doubt in_favour = doubt_of(evidence, true);
  Belief result;
  result.support = 1.0 - against.product;
  result.denial = 1.0 - in_favour.product;
  result.origins = against.groups;
  // Dempster's rule, written with the doubts: 1 - SD = s + d - sd keeps its digits where S and D are near 1.
  const double agreement = against.product + in_favour.product - against.product * in_favour.product;
  result.belief = result.support * in_favour.product / agreement;
  result.plausibility = 1.0 - result.denial * against.product / agreement;
  return result;
}

double strength(const Grades& grades, const Vocabulary& vocabulary) {
  double value = vocabulary.unjudged_strength();
  const auto of_root = vocabulary.reliability_strength(grades.root_reliability);
  const auto reliability = of_root ? of_root : vocabulary.reliability_strength(grades.own_reliability);
  const auto credibility = vocabulary.credibility_strength(grades.credibility);
  if (grades.confidence >= 0.0F)
    value = static_cast<double>(grades.confidence);
  else if (reliability && credibility)
    value = std::min(*reliability, *credibility);
  else if (reliability || credibility)
    value = reliability ? *reliability : *credibility;
  if (grades.status == Status::rumoured) value = std::min(value, vocabulary.rumour_cap());
  return std::clamp(value, 0.0, kMaxStrength);
}

}  // namespace talentflow::graph
