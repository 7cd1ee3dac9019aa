#include "graph/indices/retention.hpp"

#include <algorithm>
#include <cmath>

#include "graph/indices/binomial.hpp"

namespace talentflow::graph {
namespace {

bool bounded(DayRange range) { return range.low > kMinDay && range.high < kMaxDay; }

std::optional<Stay> stay_of(const SpellAt& spell) {
  if (!bounded(spell.start)) return std::nullopt;
  const std::int64_t start = middle_day(spell.start.low, spell.start.high);
  const bool left = spell.ended && bounded(spell.end);
  const std::int64_t until = left ? middle_day(spell.end.low, spell.end.high) : spell.seen;
  return Stay{std::max<std::int64_t>(until - start, 0), left};
}

/// Greenwood's interval on the log(-log) scale, which stays within 0..1.
void add_interval(RetentionStep& step, double variance, double width) {
  step.low = step.high = step.retained;
  if (step.retained <= 0.0 || step.retained >= 1.0) return;
  const double error = std::sqrt(variance) / std::abs(std::log(step.retained));
  step.low = std::pow(step.retained, std::exp(width * error));
  step.high = std::pow(step.retained, std::exp(-width * error));
}

}  // namespace

std::vector<Stay> cohort(std::span<const SpellAt> spells, const std::optional<DayRange>& during) {
  std::vector<Stay> stays;
  EntityNumber last = 0;
  for (const SpellAt& spell : spells) {
    if (spell.person == last) continue;  // a later spell is a return, not an arrival
    last = spell.person;
    const auto stay = stay_of(spell);
    if (!stay) continue;
    const Day day = middle_day(spell.start.low, spell.start.high);
    if (!during || (day >= during->low && day < during->high)) stays.push_back(*stay);
  }
  return stays;
}

std::vector<RetentionStep> retention(std::vector<Stay> stays, double level) {
  if (stays.empty()) return {};
  std::sort(stays.begin(), stays.end(), [](const Stay& a, const Stay& b) {
    return a.days != b.days ? a.days < b.days : a.left > b.left;
  });
  const double width = normal_width(level);
  const auto all = static_cast<double>(stays.size());
  std::vector<RetentionStep> steps = {{}};
  steps[0].at_risk = stays.size();
  double variance = 0.0;
  std::uint64_t gone = 0, censored = 0;
  for (std::size_t i = 0; i < stays.size();) {
    const std::int64_t days = stays[i].days;
    const std::uint64_t at_risk = stays.size() - i;
    std::uint64_t left = 0;
    for (; i < stays.size() && stays[i].days == days && stays[i].left; ++i) ++left;
    if (left > 0) {
      RetentionStep step;
      step.days = days;
      step.at_risk = at_risk;
      step.left = left;
      step.censored = censored;
      const auto risk = static_cast<double>(at_risk), departures = static_cast<double>(left);
      step.retained = steps.back().retained * (1.0 - departures / risk);
      if (at_risk > left) variance += departures / (risk * (risk - departures));
      add_interval(step, variance, width);
      gone += left;
      step.naive = 1.0 - static_cast<double>(gone) / all;
      steps.push_back(step);
      censored = 0;
    }
    for (; i < stays.size() && stays[i].days == days && !stays[i].left; ++i) ++censored;
  }
  return steps;
}

}  // namespace talentflow::graph
