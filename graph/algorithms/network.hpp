// The part of a graph that an algorithm runs on: the edges of one relation type and the nodes they touch, as
// arrays.
//
// An algorithm visits every edge many times. A View answers one edge at a time and numbers every entity of
// the store; a Network copies the ends of one type's edges once, numbers the touched nodes 0 .. n-1, and is
// what the Boost.Graph adapter (boost_network.hpp) and our own loops read.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/view.hpp"

namespace talentflow::graph {

/// Dense number of a node in one Network.
using Vertex = std::uint32_t;
inline constexpr Vertex kNoVertex = 0xFFFFFFFF;

/// One step to (or from) a neighbour.
struct Link {
  Vertex vertex = kNoVertex;
  EdgeNumber edge = kNoEdge;  ///< of several merged ones the smallest
  double weight = 1.0;        ///< how many edges it stands for
};

/// Immutable; owns its arrays and does not need the View. Any thread may read.
class Network {
 public:
  /// `merge_parallel` makes edges with the same two ends one link. Errors: none; a type no edge has gives an
  /// empty one.
  static Network of(const View& view, NameCode type, bool merge_parallel);
  /// From ends by hand; vertices 0 .. count-1 stand for the nodes of the same numbers.
  static Network of(std::size_t count, const std::vector<std::pair<Vertex, Vertex>>& ends,
                    bool merge_parallel);

  std::size_t size() const { return nodes_.size(); }
  std::size_t link_count() const { return out_.links.size(); }
  NodeNumber node(Vertex vertex) const { return nodes_[vertex]; }
  /// kNoVertex when no edge of the type touches the node.
  Vertex vertex(NodeNumber node) const;
  std::span<const Link> outgoing(Vertex vertex) const { return out_.of(vertex); }
  std::span<const Link> incoming(Vertex vertex) const { return in_.of(vertex); }

 private:
  struct Side {
    std::vector<std::uint32_t> first;
    std::vector<Link> links;
    std::span<const Link> of(Vertex vertex) const {
      return {links.data() + first[vertex], links.data() + first[vertex + 1]};
    }
  };
  struct End {
    Vertex from, to;
    EdgeNumber edge;
    double weight;
  };

  void index(std::vector<End> ends, bool merge_parallel);
  static Side side(const std::vector<End>& ends, std::size_t count, Vertex End::*at, Vertex End::*other);

  std::vector<NodeNumber> nodes_;  ///< ascending
  Side out_, in_;
};

}  // namespace talentflow::graph
