// The possible worlds of one person.
//
// Each stint is held or not; when held, it has one of its rival starts and one of its rival ends,
// independently. Stints are independent of each other. So a stint is a block of mutually exclusive posts,
// whose probabilities add up to its belief, and a world picks one post (or none) from each block.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "graph/career/careers.hpp"
#include "graph/career/moves.hpp"

namespace talentflow::graph {

/// One post that a block may contribute.
struct Alternative {
  double probability = 0.0;
  Post post;
};

struct Block {
  std::uint32_t first = 0, last = 0;  ///< into PossibleWorlds' alternatives
  double none = 0.0;                  ///< probability that the post was not held
  bool contested = false;
  std::uint32_t settled = kNoPost;  ///< the alternative that holds whenever only contested facts are open
};

/// Belief of a row as the flow weighs it: to six decimals, so that a stored 0.9 counts as 0.9.
double belief_of(const StintRow& row);

/// Blocks and worlds of one person after the other, reusing its memory. One thread at a time.
class PossibleWorlds {
 public:
  void clear();
  /// Adds a row in the group given; `post.row` becomes `index`. Rows with belief 0 are left out.
  void add(const StintRow& row, const Careers& careers, GroupCode group, std::uint32_t tie,
           std::uint32_t index);

  /// Number of worlds, at most `ceiling` + 1.
  std::uint64_t count(std::uint64_t ceiling) const;

  /// A world, as `each` of visit() sees it. The posts are valid until it returns.
  struct World {
    double probability;
    std::span<const Post> posts;
    bool settled;  ///< holds every fact that is not contested and more likely than not
  };
  using Each = std::function<void(const World&)>;
  /// Every world with its probability.
  void visit(const Each& each);
  /// `samples` worlds drawn with this seed, each with probability 1 / samples.
  void sample(std::uint64_t samples, std::uint64_t seed, const Each& each);

  bool empty() const { return blocks_.empty(); }

 private:
  void descend(std::size_t block, double probability, bool settled, const Each& each);

  std::vector<Block> blocks_;
  std::vector<Alternative> alternatives_;
  std::vector<Post> chosen_;
};

}  // namespace talentflow::graph
