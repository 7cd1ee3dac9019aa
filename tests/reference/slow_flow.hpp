// The slow, obvious version of careers and flows, for tests only. It shares no code with graph/: whatever is
// clever there is compared with this on random careers. Days are numbers, intervals half-open, groups are
// names.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace talentflow::reference {

inline constexpr long kForever = 1'000'000'000;
using Range = std::pair<long, long>;

struct Stint {
  int person = 0;
  std::string group;
  std::optional<Range> start, end;  ///< unknown; unknown or not known to have ended
  long held = -kForever;            ///< last day shown as held
  double p = 1.0;
  std::string alternative;  ///< stints of one person with the same non-empty text exclude each other
  bool contested = false;
  bool dated() const { return start || end; }
};

/// A stint whose `held` is what its start says when nothing else is known.
Stint stint(int person, std::string group, std::optional<Range> start, std::optional<Range> end,
            std::optional<long> held = {}, double p = 1.0, std::string alternative = {},
            bool contested = false);

struct Options {
  long gap = 365, overlap = 90, min_stay = 180, carry = 5 * 365;
  std::string concurrent = "WHEN ORIGIN ENDS", dates = "SPREAD";
};

struct Spell {
  std::string group;
  Range start;
  std::optional<Range> end;
  long held;
};

struct Move {
  long lo, hi;  ///< lo == -kForever: undatable
  std::optional<std::string> origin, destination;
  bool operator==(const Move&) const = default;
};

std::pair<std::vector<Spell>, bool> spells(const std::vector<Stint>& stints, const Options& options);
std::vector<Move> moves(const std::vector<Stint>& stints, const Options& options = {});
std::vector<std::pair<double, std::vector<Stint>>> worlds(const std::vector<Stint>& stints);
std::vector<Stint> likely(const std::vector<Stint>& stints);

/// Nothing stands for the bucket of moves that no date can be given to.
using Bucket = std::optional<Range>;
double share(const Move& move, const Bucket& bucket, const std::string& dates);

struct Row {
  long count_in = 0, count_out = 0;
  double in = 0, out = 0, net = 0;
  long lo = 0, hi = 0, bound_lo = 0, bound_hi = 0;
  double mean = 0;  ///< of the distribution that lo and hi come from
};

/// `first` and `second` are disjoint; in = second to first.
std::vector<Row> flow(const std::vector<Stint>& stints, const std::set<std::string>& first,
                      const std::set<std::string>& second, const std::vector<Bucket>& buckets,
                      const Options& options = {}, double level = 0.9, bool exclude_contested = false);

}  // namespace talentflow::reference
