// Claims about one person -> stints. Per organisation (studies apart from posts) the claims are parted into
// episodes, and each episode becomes one stint: a belief that the post was held, and two independent bounds
// with their rivals.
#include "graph/career/fuse.hpp"

#include <algorithm>
#include <tuple>

#include "graph/belief/belief.hpp"
#include "graph/career/bounds.hpp"
#include "graph/career/episodes.hpp"

namespace talentflow::graph {
namespace {

/// Rumours alone never put a post into the most likely world, however many there are.
constexpr double kRumourCeiling = 0.49;
constexpr double kCertain = 1.0 - 1e-9;

bool certainly_before(DayRange a, DayRange b) { return a.high <= b.low && a != b; }
bool asserts(const CareerClaim& claim) { return !claim.evidence.denies; }

/// One episode while its stint is being built.
class EpisodeFuser {
 public:
  EpisodeFuser(std::span<const CareerClaim> all, const Episode& episode) {
    for (const std::uint32_t index : episode.claims) claims_.push_back(&all[index]);
    std::sort(claims_.begin(), claims_.end(),
              [](const auto* a, const auto* b) { return a->evidence.claim < b->evidence.claim; });
  }

  /// Nothing when no claim asserts the post.
  std::optional<Stint> fuse() {
    if (std::none_of(claims_.begin(), claims_.end(), [](const auto* claim) { return asserts(*claim); }))
      return std::nullopt;
    believe();
    describe();
    bound_start();
    bound_end();
    return std::move(stint_);
  }

 private:
  /// A denial of having left denies the end only; every other denial denies the post.
  void believe() {
    std::vector<Evidence> evidence;
    bool rumours_only = true;
    for (const CareerClaim* claim : claims_) {
      stint_.claims.push_back(claim->evidence.claim);
      if (denies_the_end(*claim)) continue;
      evidence.push_back(claim->evidence);
      rumours_only = rumours_only && (!asserts(*claim) || claim->evidence.status == Status::rumoured);
    }
    const Belief belief = combine(evidence);
    post_belief_ = belief.belief;
    stint_.belief = rumours_only ? std::min(belief.belief, kRumourCeiling) : belief.belief;
    stint_.plausibility = belief.plausibility;
    stint_.origins = belief.origins;
    stint_.contested = belief.denial > 0.0;
  }

  void describe() {
    std::vector<EntityNumber> sources;
    float best_role = -1.0F, best_place = -1.0F;
    for (const CareerClaim* claim : claims_) {
      if (!asserts(*claim)) continue;
      const float strength = claim->evidence.strength;
      sources.push_back(claim->evidence.source);
      stint_.organisation = claim->organisation;
      stint_.study = claim->meaning == CareerMeaning::studies;
      stint_.founded = stint_.founded || claim->meaning == CareerMeaning::founds;
      stint_.roles = static_cast<RoleClasses>(stint_.roles | claim->roles);
      stint_.status = std::max(stint_.status, claim->evidence.status);
      if (claim->role_text != 0 && strength > best_role) {
        best_role = strength;
        stint_.role_text = claim->role_text;
      }
      if (claim->place[0] != 0 && strength > best_place) {
        best_place = strength;
        stint_.place = claim->place;
      }
      if (claim->end.open()) {
        stint_.end_open = true;
        stint_.held = std::max(stint_.held, claim->seen);
      }
    }
    if (stint_.founded)
      stint_.roles = static_cast<RoleClasses>(stint_.roles | static_cast<RoleClasses>(RoleClass::founder));
    std::sort(sources.begin(), sources.end());
    stint_.sources =
        static_cast<std::uint32_t>(std::unique(sources.begin(), sources.end()) - sources.begin());
  }

  /// Does `later` go on where `earlier` stopped (a promotion, a second contract), so that neither the start
  /// of the one nor the end of the other bounds the whole? One document does not contradict itself either.
  static bool continues(const CareerClaim& earlier, const CareerClaim& later) {
    const auto first = claimed_start(earlier), second = claimed_start(later);
    if (!first || !second || !certainly_before(*first, *second)) return false;
    if (earlier.evidence.source == later.evidence.source) return true;
    const auto end = claimed_end(earlier);
    return end && earlier.start.known() && earlier.end.known() && later.start.known() &&
           end->low <= second->high && second->low <= end->high;
  }

  bool continues_another(const CareerClaim& claim) const {
    return std::any_of(claims_.begin(), claims_.end(),
                       [&](const auto* other) { return asserts(*other) && continues(*other, claim); });
  }

  /// Is the end of `claim` only a step on the way: another period of the same person goes on from it, or the
  /// same document names a later end?
  bool is_continued(const CareerClaim& claim, DayRange end) const {
    return std::any_of(claims_.begin(), claims_.end(), [&](const auto* other) {
      if (!asserts(*other)) return false;
      const auto other_end = claimed_end(*other);
      if (other_end && other->evidence.source == claim.evidence.source)
        return certainly_before(end, *other_end);
      return other->meaning != CareerMeaning::ends && continues(claim, *other) &&
             (!other_end || certainly_before(end, *other_end));
    });
  }

  void bound_start() {
    std::vector<BoundClaim> values;
    for (const CareerClaim* claim : claims_) {
      const auto start = claimed_start(*claim);
      if (!asserts(*claim) || !start) continue;
      if (continues_another(*claim))
        stint_.held = std::max(stint_.held, start->low);
      else
        values.push_back({*start, stated(claim->start, *start), claim->evidence});
    }
    stint_.starts = rival_bounds(values);
    share_out(stint_.starts, 1.0);
    if (stint_.starts.empty()) stint_.starts.push_back({});
    stint_.contested = stint_.contested || stint_.starts.size() > 1;
  }

  void bound_end() {
    std::vector<BoundClaim> values;
    std::vector<Evidence> leaving;  // LEFT claims and their denials
    bool stated_by_post = false, denied = false;
    for (const CareerClaim* claim : claims_) {
      if (claim->meaning == CareerMeaning::ends) leaving.push_back(claim->evidence);
      if (denies_the_end(*claim)) {
        denied = true;
        stint_.held = std::max(stint_.held, claim->seen);
      }
      const auto end = claimed_end(*claim);
      if (!asserts(*claim) || !end) continue;
      if (is_continued(*claim, *end)) {
        stint_.held = std::max(stint_.held, end->low);
        continue;
      }
      stated_by_post = stated_by_post || claim->meaning != CareerMeaning::ends;
      values.push_back({*end, stated(claim->meaning == CareerMeaning::ends ? claim->start : claim->end, *end),
                        claim->evidence});
    }
    stint_.ends = rival_bounds(values);
    const bool rivals = stint_.ends.size() > 1;
    const double contradicted = held_after_end();
    double ended = stint_.ends.empty() ? 0.0 : 1.0;
    if (!stint_.ends.empty() && (!stated_by_post || denied)) ended = ended_given_held(values, leaving);
    ended = std::min(ended, 1.0 - contradicted);
    share_out(stint_.ends, ended);
    if (ended < kCertain) stint_.ends.push_back({false, {}, {}, 1.0 - ended});
    std::stable_sort(stint_.ends.begin(), stint_.ends.end(),
                     [](const BoundChoice& a, const BoundChoice& b) { return a.share > b.share; });
    stint_.contested = stint_.contested || denied || rivals || contradicted > 0.0;
  }

  /// P(ended | held): an end is believed as much as the claims of it and their denials, at most as much as
  /// the post.
  double ended_given_held(std::span<const BoundClaim> values, std::span<const Evidence> leaving) const {
    std::vector<Evidence> evidence;
    for (const BoundClaim& value : values) evidence.push_back(value.evidence);
    for (const Evidence& claim : leaving)
      if (claim.denies) evidence.push_back(claim);
    return post_belief_ > 0.0 ? std::min(1.0, combine(evidence).belief / post_belief_) : 0.0;
  }

  /// Share of "not ended" when pages show the post as held later than the strongest end: the stale page and
  /// the news are rivals.
  double held_after_end() const {
    if (stint_.ends.empty()) return 0.0;
    const DayRange end = stint_.ends.front().range;
    std::vector<Evidence> later;
    for (const CareerClaim* claim : claims_)
      if (asserts(*claim) && claim->end.open() && claim->seen > end.high) later.push_back(claim->evidence);
    if (later.empty()) return 0.0;
    const double held = support_of(later);
    double sum = held;
    for (const BoundChoice& choice : stint_.ends) sum += choice.share;
    return held / sum;
  }

  static Date stated(const Date& date, DayRange range) { return date.known() ? date : Date::between(range); }

  std::vector<const CareerClaim*> claims_;
  Stint stint_;
  double post_belief_ = 0.0;
};

bool is_study(const CareerClaim& claim) { return claim.meaning == CareerMeaning::studies; }

}  // namespace

std::vector<Stint> fuse(EntityNumber person, std::span<const CareerClaim> claims) {
  std::vector<CareerClaim> sorted;
  for (const CareerClaim& claim : claims)
    if (claim.meaning != CareerMeaning::none) sorted.push_back(claim);
  const auto key = [](const CareerClaim& claim) {
    return std::tuple(claim.organisation, is_study(claim), claim.evidence.claim);
  };
  std::sort(sorted.begin(), sorted.end(),
            [&](const CareerClaim& a, const CareerClaim& b) { return key(a) < key(b); });
  std::vector<Stint> stints;
  for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
    while (end < sorted.size() && sorted[end].organisation == sorted[begin].organisation &&
           is_study(sorted[end]) == is_study(sorted[begin]))
      ++end;
    const std::span<const CareerClaim> part(sorted.data() + begin, end - begin);
    for (const Episode& episode : find_episodes(part)) {
      auto stint = EpisodeFuser(part, episode).fuse();
      if (!stint) continue;
      stint->person = person;
      const bool same = !stints.empty() && stints.back().organisation == stint->organisation;
      stint->episode = same ? static_cast<std::uint16_t>(stints.back().episode + 1) : std::uint16_t{0};
      stints.push_back(std::move(*stint));
    }
  }
  return stints;
}

}  // namespace talentflow::graph
