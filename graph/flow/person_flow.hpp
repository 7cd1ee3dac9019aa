// One person's part in a flow: the whole moves of the most likely world, and the weighed ones of all possible
// worlds.
#pragma once

#include <vector>

#include "graph/career/moves.hpp"
#include "graph/flow/cells.hpp"
#include "graph/flow/possible_worlds.hpp"
#include "graph/flow/sides.hpp"

namespace talentflow::graph {

/// Reads one person after the other and adds to cells and answer, reusing its memory. One thread at a time.
class PersonFlow {
 public:
  /// All must outlive this.
  PersonFlow(const View& view, const Question& question, Sides& sides, Cells& cells, Answer& answer)
      : PersonFlow(view, view.careers(), question, sides, cells, answer) {}
  /// Of other careers than the view's. Moves that are kept name rows of these.
  PersonFlow(const View& view, const Careers& careers, const Question& question, Sides& sides, Cells& cells,
             Answer& answer);

  /// `person`: index into the careers. Returns the number of possible worlds looked at.
  std::uint64_t read(std::size_t person);

 private:
  /// A counted step of one world.
  struct Step {
    const Move* move;
    bool inflow;
    int weight;  ///< what it adds to the number that lo..hi are of: +1 or -1
    std::uint32_t origin_row, destination_row;
  };
  struct Touch {
    std::uint32_t cell;
    bool inflow;
    int weight;
    double part;
  };
  /// What the person adds to one cell over all worlds.
  struct PersonCell {
    std::uint32_t cell = 0;
    std::vector<double> net;  ///< probabilities of -n .. n
    double touched = 0.0;     ///< probability of the worlds that touch the cell
    double expected_in = 0.0, expected_out = 0.0, expected = 0.0;
    std::uint64_t settled_worlds = 0;  ///< of those that touch the cell
    std::int64_t low = 0, high = 0;
  };

  bool gather(std::size_t person);
  void drop_broader_posts();
  std::uint32_t tie_of(std::size_t row) const;
  bool both_sides(std::span<const Post> posts) const;

  void count_likely();
  void count(const Step& step);
  void count_around(const Move& move);
  void note(NearMiss::Kind kind, std::uint32_t row);

  std::uint64_t weigh_worlds();
  void weigh(const PossibleWorlds::World& world);
  void add_distribution(const PossibleWorlds::World& world, std::size_t first_touch);
  void settle(std::uint64_t settled_worlds);
  PersonCell& person_cell(std::uint32_t cell);

  /// The counted steps of the world last walked, into steps_.
  void find_steps();
  /// +1 inflow, -1 outflow, 0 not asked for.
  int direction(const Move& move) const;
  bool wanted(const Move& move, std::uint32_t origin_row, std::uint32_t destination_row) const;
  bool role_holds(std::uint32_t spell) const;
  RoleClasses roles(std::uint32_t spell) const;
  CellKey key(BucketNumber bucket, const Step& step) const;
  double confidence(std::uint32_t origin_row, std::uint32_t destination_row) const;
  GroupCode subject() const { return question_.subject_is_second ? kSecondSide : kFirstSide; }
  const StintRow& row(std::uint32_t index) const { return rows_[index]; }

  const View& view_;
  const Question& question_;
  const Careers& careers_;
  Sides& sides_;
  Cells& cells_;
  Answer& answer_;
  CareerWalk walk_;
  PossibleWorlds worlds_;
  bool exclude_contested_;
  bool excluded_founding_;

  EntityNumber person_ = 0;
  std::uint32_t first_row_ = 0;
  std::span<const StintRow> rows_;
  std::vector<GroupCode> groups_;  ///< per row; kNoGroup: not read
  std::vector<Post> posts_;
  std::vector<Step> steps_;
  std::vector<Touch> touches_;
  std::vector<Buckets::Share> shares_;
  std::vector<double> distribution_;
  std::vector<PersonCell> personal_;
  std::size_t personal_used_ = 0;
  std::uint64_t settled_worlds_ = 0;
  double sum_ = 0.0, sum_squares_ = 0.0;  ///< of the worlds' nets, for the sampling error
};

}  // namespace talentflow::graph
