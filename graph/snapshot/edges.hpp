// The edges of a reading as one numbering, and who is next to whom.
//
// Numbers run through four blocks: plain edges, facts, stints (WORKS_AT), moves (MOVED). What an edge is
// follows from its number, so an edge costs its two ends and its type, and nothing else.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "graph/career/careers.hpp"
#include "graph/career/organisation_moves.hpp"
#include "graph/snapshot/facts.hpp"
#include "graph/snapshot/nodes.hpp"

namespace talentflow::graph {

enum class EdgeKind : std::uint8_t { plain, fact, stint, move };

/// A MOVED edge; rows are of Careers::rows.
struct MoveRow {
  EntityNumber person = 0;
  std::uint32_t origin_row = 0, destination_row = 0;
  DayRange date{};
  bool assumed = false, dual = false;
};

struct EdgeInput {
  const Snapshot& snapshot;
  const Selection& selection;
  const FactTable& facts;
  const Careers& careers;
  const Organisations& organisations;
  const NodeTable& nodes;
  const std::optional<DayRange>& valid;
  std::span<const EntityNumber> uncounted{};  ///< ascending; their posts are shown, and make no moves
};

/// Immutable once built.
class EdgeTable {
 public:
  /// `works_at` and `moved` are the names of the derived types.
  EdgeTable(const EdgeInput& input, NameCode works_at, NameCode moved);

  std::size_t count() const { return ends_.size(); }
  const EdgeEnds& ends(EdgeNumber edge) const { return ends_[edge]; }
  EdgeKind kind(EdgeNumber edge) const;
  ClaimIndex plain(EdgeNumber edge) const { return plain_[edge]; }
  std::uint32_t fact(EdgeNumber edge) const { return facts_[edge - plain_.size()]; }
  std::uint32_t stint(EdgeNumber edge) const { return stints_[edge - plain_.size() - facts_.size()]; }
  const MoveRow& move(EdgeNumber edge) const { return moves_[edge - first_move()]; }
  EdgeNumber of_stint(std::size_t row) const;

  std::span<const EdgeNumber> outgoing(NodeNumber node) const { return of(out_, node); }
  std::span<const EdgeNumber> incoming(NodeNumber node) const { return of(in_, node); }
  std::span<const EdgeNumber> outgoing(NodeNumber node, NameCode type) const {
    return of_type(of(out_, node), type);
  }
  std::span<const EdgeNumber> incoming(NodeNumber node, NameCode type) const {
    return of_type(of(in_, node), type);
  }
  std::span<const EdgeNumber> with_type(NameCode type) const;
  const std::vector<NameCode>& types_in_use() const { return types_; }

 private:
  struct Adjacency {
    std::vector<std::uint32_t> first;
    std::vector<EdgeNumber> edges;
  };

  void add_plain(const EdgeInput& input, const std::vector<NameCode>& types);
  void add_facts(const EdgeInput& input, const std::vector<NameCode>& types);
  void add_stints(const EdgeInput& input, NameCode type);
  void add_moves(const EdgeInput& input, NameCode type);
  void index(std::size_t nodes);
  static Adjacency adjacency(const std::vector<EdgeNumber>& by_type, const std::vector<EdgeEnds>& ends,
                             NodeNumber EdgeEnds::*side, std::size_t nodes);
  std::span<const EdgeNumber> of(const Adjacency& side, NodeNumber node) const {
    return {side.edges.data() + side.first[node], side.edges.data() + side.first[node + 1]};
  }
  std::span<const EdgeNumber> of_type(std::span<const EdgeNumber> edges, NameCode type) const;
  std::size_t first_move() const { return plain_.size() + facts_.size() + stints_.size(); }

  std::vector<EdgeEnds> ends_;
  std::vector<ClaimIndex> plain_;
  std::vector<std::uint32_t> facts_;   ///< into FactTable::facts
  std::vector<std::uint32_t> stints_;  ///< into Careers::rows, ascending
  std::vector<MoveRow> moves_;
  Adjacency out_, in_;
  std::vector<EdgeNumber> by_type_;  ///< by type, then number
  std::vector<NameCode> types_;      ///< that some edge has, ascending
};

}  // namespace talentflow::graph
