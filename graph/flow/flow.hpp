// Flows: moves between two groups, counted over time. The top rung of the ladder.
//
// Two answers stand side by side. `inflow, outflow, net` are whole counts in the most likely world, each move
// in the bucket of its middle day, and the moves behind them can be listed. `expected, lo, hi` weigh every
// fact by its belief over all possible worlds of each person. graph/README.md has the rules, tests/reference/
// a slow version.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/budget.hpp"
#include "graph/flow/question.hpp"
#include "graph/view.hpp"
#include "schema/result.hpp"

namespace talentflow::graph {

/// A value of one dimension: an organisation, a country or a role; nothing when the move has none.
struct DimensionValue {
  Dimension dimension = Dimension::role;
  EntityNumber organisation = 0;
  CountryCode country{};
  RoleClass role = RoleClass::none;
  bool operator==(const DimensionValue&) const = default;
};

/// One row of the answer.
struct Cell {
  std::optional<DayRange> period;  ///< nothing: the moves that no date can be given to
  std::vector<DimensionValue> dimensions;

  // whole moves of the most likely world
  std::int64_t inflow = 0, outflow = 0;  ///< directed: outflow alone
  std::int64_t single_origin = 0;        ///< that rest on one publisher at the root for either post
  std::int64_t contested = 0;            ///< with a contested post at either end
  std::int64_t undated = 0;              ///< without a lower bound on the date
  std::int64_t dual = 0;                 ///< after posts that ran side by side
  std::int64_t assumed = 0;              ///< from a post carried forward
  std::int64_t unordered = 0;  ///< persons with posts in both groups and no order among some (null bucket)
  // with Question::extras; entries, exits and stock are the subject's
  std::int64_t entries = 0, exits = 0;  ///< from, or to, nowhere known or any third place
  std::int64_t unlocated = 0;  ///< steps between either group and an organisation without a known place
  std::int64_t stock = 0;      ///< persons in the group at the end of the period

  // over all possible worlds; nothing when Question::uncertainty is false
  double expected_in = 0.0, expected_out = 0.0;
  double expected = 0.0;           ///< of the net (directed: of the count; gross: of the sum)
  std::int64_t low = 0, high = 0;  ///< central interval of the net (directed: the count; gross: the sum)
  std::int64_t bound_low = 0, bound_high = 0;

  std::int64_t net() const { return inflow - outflow; }
  std::int64_t gross() const { return inflow + outflow; }
};

/// One move behind a count.
struct CountedMove {
  EntityNumber person = 0;
  bool inflow = false;           ///< to the first group
  DayRange date{};               ///< low == kMinDay: undatable
  std::uint32_t origin_row = 0;  ///< of View::careers().rows: the post left
  std::uint32_t destination_row = 0;
  std::uint32_t cell = 0;  ///< into Answer::cells
  double belief = 0.0;     ///< both posts hold
  bool assumed = false, dual = false, single_origin = false, contested = false;
};

/// Something around the counted moves that could have been one, were more known. With Question::extras and
/// keep_moves.
struct NearMiss {
  enum class Kind : std::uint8_t {
    unordered,       ///< posts in both groups, and no order among some
    unlocated,       ///< a step between either group and an organisation without a known place
    no_destination,  ///< left the subject group, and nobody says where to
  };
  Kind kind = Kind::unordered;
  EntityNumber person = 0;
  std::uint32_t row = 0;  ///< of View::careers().rows: the post left, or joined
};

/// What the answer rests on, and what it could not use.
struct FlowCoverage {
  std::uint64_t persons = 0;            ///< of the population, with any post read
  std::uint64_t stints = 0;             ///< read
  std::uint64_t first = 0, second = 0;  ///< stints in either group
  std::uint64_t unlocated = 0;          ///< stints without a known place
  std::uint64_t unordered = 0;          ///< persons with posts in both groups, some of which have no order
  std::uint64_t undated = 0;            ///< stints without any date
  std::uint64_t coarse = 0;             ///< counted moves whose date is wider than a bucket
  std::uint64_t reviewed_persons = 0;   ///< names under review that would have moves here; left out
  std::uint64_t reviewed_moves = 0;     ///< the moves left out with them
  std::uint64_t rows_visited = 0;       ///< stint rows looked at: the work done
  std::uint64_t sampled_persons =
      0;  ///< with more possible worlds than are enumerated: a fixed-seed sample instead
  double sampling_error = 0.0;         ///< standard error of the total expectation from sampling
  bool interval_approximated = false;  ///< lo..hi of some row by the normal approximation
};

struct Answer {
  std::vector<Cell> cells;                ///< by period, then dimensions; the null period last
  std::vector<CountedMove> moves;         ///< by cell, date, person
  std::vector<NearMiss> near_misses;      ///< by person
  std::vector<CountedMove> under_review;  ///< left out, by person; their cells mean nothing
  FlowCoverage coverage;
};

/// Worlds of one person enumerated exactly; beyond it as many are drawn with a fixed seed.
inline constexpr std::uint64_t kExactWorlds = 4096;
/// Persons with an uncertain contribution to a row up to which its distribution is convolved exactly.
inline constexpr std::uint64_t kExactPersons = 20'000;

/// Errors: query (sides that overlap, naming the overlap; OVERSEAS with no country opposite), budget,
/// interrupted. Thread-safe. Work: one pass over the rows of View::careers(), each move touched once.
Result<Answer> flow(const View& view, const Question& question, Budget& budget);

}  // namespace talentflow::graph
