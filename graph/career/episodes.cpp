// Claims come as whole periods ("2018 to 2020"), single events ("joined in May 2018", "left on Monday"), and
// statements without a date. They are swept in order of time. A new episode begins only at a start that lies
// certainly after every end heard of so far: "left in July 2024" and "joined in March 2025" are two periods,
// while "joined in 2019" and "joined in 2022" with no end between are one period with rival starts.
#include "graph/career/episodes.hpp"

#include <algorithm>

#include "graph/career/moves.hpp"

namespace talentflow::graph {
namespace {

struct Mark {
  std::uint32_t claim;
  std::int64_t at;  ///< where in time it is swept
  std::optional<DayRange> start, end;
};

std::int64_t centre(DayRange range) {
  if (range.low <= kMinDay) return range.high;
  return range.high >= kMaxDay ? range.low : middle_day(range.low, range.high);
}

/// Certainly after: not even the first day of `start` can be the last day of what ended.
bool certainly_after(DayRange start, Day ended) { return start.low > ended; }

struct Sweep {
  std::vector<Episode> episodes;
  bool any_end = false;
  Day last_end = kMinDay;  ///< the latest day that any end heard of in this episode can be

  void begin() {
    episodes.emplace_back();
    any_end = false;
    last_end = kMinDay;
  }
  void take(const Mark& mark, bool hypothetical) {
    const bool apart = mark.start && any_end && certainly_after(*mark.start, last_end);
    if (episodes.empty() || (apart && !hypothetical)) begin();
    episodes.back().claims.push_back(mark.claim);
    if (mark.end && !hypothetical) {
      last_end = any_end ? std::max(last_end, mark.end->high) : mark.end->high;
      any_end = true;
    }
  }
};

}  // namespace

std::optional<DayRange> claimed_start(const CareerClaim& claim) {
  if (claim.meaning == CareerMeaning::ends) return std::nullopt;
  if (claim.start.known()) return claim.start.range;
  const bool event = claim.meaning == CareerMeaning::begins || claim.meaning == CareerMeaning::founds;
  if (event && claim.seen > kMinDay)
    return DayRange{kMinDay, claim.seen};  // it had happened when the page was published
  return std::nullopt;
}

std::optional<DayRange> claimed_end(const CareerClaim& claim) {
  if (claim.meaning == CareerMeaning::ends) {
    if (claim.start.known()) return claim.start.range;
    if (claim.end.known()) return claim.end.range;
    return claim.seen > kMinDay ? std::optional(DayRange{kMinDay, claim.seen}) : std::nullopt;
  }
  if (claim.end.known()) return claim.end.range;
  if (claim.former && claim.seen > kMinDay) {
    const Day low = claim.start.known() ? std::min(claim.start.range.low, claim.seen) : kMinDay;
    return DayRange{low, claim.seen};
  }
  return std::nullopt;
}

bool denies_the_end(const CareerClaim& claim) {
  return claim.evidence.denies && claim.meaning == CareerMeaning::ends;
}

std::vector<Episode> find_episodes(std::span<const CareerClaim> claims) {
  std::vector<Mark> marks;
  std::vector<std::uint32_t> undated;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    Mark mark{i, 0, claimed_start(claims[i]), claimed_end(claims[i])};
    if (mark.start)
      mark.at = centre(*mark.start);
    else if (mark.end)
      mark.at = centre(*mark.end);
    else if (claims[i].end.open() && claims[i].seen > kMinDay)
      mark.at = claims[i].seen;
    else {
      undated.push_back(i);
      continue;
    }
    marks.push_back(mark);
  }
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    if (a.at != b.at) return a.at < b.at;
    return a.start.has_value() < b.start.has_value();  // on one day, ends before starts
  });
  Sweep sweep;
  // a denial says nothing of when something was, and so never parts what it denies
  for (const Mark& mark : marks) sweep.take(mark, claims[mark.claim].evidence.denies);
  if (sweep.episodes.empty() && !undated.empty()) sweep.begin();
  for (const std::uint32_t claim : undated) sweep.episodes.back().claims.push_back(claim);
  return std::move(sweep.episodes);
}

}  // namespace talentflow::graph
