#include "graph/career/bounds.hpp"

#include <algorithm>
#include <tuple>

#include "graph/belief/belief.hpp"

namespace talentflow::graph {
namespace {

struct Candidate {
  DayRange range{};
  Date stated;
  float strongest = 0.0F;
  std::vector<Evidence> evidence;
};

std::int64_t width(DayRange range) { return static_cast<std::int64_t>(range.high) - range.low; }

/// Can the two be the same day? Ranges are [low, high), an exact day is low == high.
bool compatible(DayRange a, DayRange b) {
  const Day low = std::max(a.low, b.low), high = std::min(a.high, b.high);
  if (low < high) return true;
  if (low > high) return false;
  // touching: an exact day at the excluded end of a range is outside it, at its first day inside
  return a.exact() ? (b.exact() || a.low < b.high) : b.exact() && b.low < a.high;
}

void narrow(Candidate& candidate, const BoundClaim& claim) {
  candidate.range = {std::max(candidate.range.low, claim.range.low),
                     std::min(candidate.range.high, claim.range.high)};
  if (claim.evidence.strength > candidate.strongest && claim.range == candidate.range) {
    candidate.strongest = claim.evidence.strength;
    candidate.stated = claim.stated;
  }
  candidate.evidence.push_back(claim.evidence);
}

}  // namespace

double support_of(std::span<const Evidence> evidence) { return combine(evidence).support; }

std::vector<BoundChoice> rival_bounds(std::span<const BoundClaim> claims) {
  std::vector<const BoundClaim*> finest_first;
  for (const BoundClaim& claim : claims) finest_first.push_back(&claim);
  std::sort(finest_first.begin(), finest_first.end(), [](const BoundClaim* a, const BoundClaim* b) {
    const auto key = [](const BoundClaim* c) {
      return std::tuple(width(c->range), c->range.low, c->evidence.claim);
    };
    return key(a) < key(b);
  });
  std::vector<Candidate> candidates;
  for (const BoundClaim* claim : finest_first) {
    bool found = false;
    for (Candidate& candidate : candidates)
      if (compatible(candidate.range, claim->range)) {
        narrow(candidate, *claim);
        found = true;
      }
    if (!found)
      candidates.push_back({claim->range, claim->stated, claim->evidence.strength, {claim->evidence}});
  }
  std::vector<BoundChoice> choices;
  for (const Candidate& candidate : candidates)
    choices.push_back({true, candidate.range, candidate.stated, support_of(candidate.evidence)});
  std::stable_sort(choices.begin(), choices.end(), [](const BoundChoice& a, const BoundChoice& b) {
    return a.share != b.share ? a.share > b.share : a.range.low < b.range.low;
  });
  return choices;
}

void share_out(std::vector<BoundChoice>& choices, double total) {
  double sum = 0.0;
  for (const BoundChoice& choice : choices) sum += choice.share;
  for (BoundChoice& choice : choices) choice.share = sum > 0.0 ? total * choice.share / sum : 0.0;
}

}  // namespace talentflow::graph
