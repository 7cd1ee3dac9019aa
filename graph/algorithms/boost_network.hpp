// The adapter by which Boost.Graph algorithms run on a Network: models of VertexListGraph, EdgeListGraph (of
// its counts), IncidenceGraph and BidirectionalGraph. The only header of ours that names Boost.Graph; include
// it from the .cpp files of this folder alone.
#pragma once

#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include "graph/algorithms/network.hpp"

namespace talentflow::graph {

/// A link with the vertex it starts from: what Boost calls an edge.
struct NetworkEdge {
  Vertex from = kNoVertex;
  Vertex to = kNoVertex;
  EdgeNumber edge = kNoEdge;
  bool operator==(const NetworkEdge&) const = default;
};

struct FromVertex {
  Vertex vertex = kNoVertex;
  NetworkEdge operator()(const Link& link) const { return {vertex, link.vertex, link.edge}; }
};
struct ToVertex {
  Vertex vertex = kNoVertex;
  NetworkEdge operator()(const Link& link) const { return {link.vertex, vertex, link.edge}; }
};

/// All links, by the vertex they start from.
class NetworkEdgeIterator : public boost::iterator_facade<NetworkEdgeIterator, NetworkEdge,
                                                          boost::forward_traversal_tag, NetworkEdge> {
 public:
  NetworkEdgeIterator() = default;
  NetworkEdgeIterator(const Network& network, Vertex vertex) : network_(&network), vertex_(vertex) {
    skip_empty();
  }

 private:
  friend class boost::iterator_core_access;
  NetworkEdge dereference() const { return FromVertex{vertex_}(network_->outgoing(vertex_)[position_]); }
  bool equal(const NetworkEdgeIterator& other) const {
    return vertex_ == other.vertex_ && position_ == other.position_;
  }
  void increment() {
    if (++position_ < network_->outgoing(vertex_).size()) return;
    ++vertex_;
    position_ = 0;
    skip_empty();
  }
  void skip_empty() {
    while (vertex_ < network_->size() && network_->outgoing(vertex_).empty()) ++vertex_;
  }
  const Network* network_ = nullptr;
  Vertex vertex_ = 0;
  std::size_t position_ = 0;
};

}  // namespace talentflow::graph

namespace boost {

template <>
struct graph_traits<talentflow::graph::Network> {
  struct traversal_category : bidirectional_graph_tag, vertex_list_graph_tag, edge_list_graph_tag {};
  using vertex_descriptor = talentflow::graph::Vertex;
  using edge_descriptor = talentflow::graph::NetworkEdge;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = counting_iterator<talentflow::graph::Vertex>;
  using out_edge_iterator = transform_iterator<talentflow::graph::FromVertex, const talentflow::graph::Link*>;
  using in_edge_iterator = transform_iterator<talentflow::graph::ToVertex, const talentflow::graph::Link*>;
  using edge_iterator = talentflow::graph::NetworkEdgeIterator;
  static vertex_descriptor null_vertex() { return talentflow::graph::kNoVertex; }
};

template <>
struct graph_traits<const talentflow::graph::Network> : graph_traits<talentflow::graph::Network> {};

template <>
struct property_map<talentflow::graph::Network, vertex_index_t> {
  using type = typed_identity_property_map<talentflow::graph::Vertex>;
  using const_type = type;
};

}  // namespace boost

namespace talentflow::graph {

using NetworkTraits = boost::graph_traits<Network>;

inline std::pair<NetworkTraits::vertex_iterator, NetworkTraits::vertex_iterator> vertices(
    const Network& network) {
  return {NetworkTraits::vertex_iterator(0),
          NetworkTraits::vertex_iterator(static_cast<Vertex>(network.size()))};
}
inline std::size_t num_vertices(const Network& network) { return network.size(); }
inline std::size_t num_edges(const Network& network) { return network.link_count(); }
inline std::pair<NetworkEdgeIterator, NetworkEdgeIterator> edges(const Network& network) {
  return {{network, 0}, {network, static_cast<Vertex>(network.size())}};
}
inline Vertex source(const NetworkEdge& edge, const Network&) { return edge.from; }
inline Vertex target(const NetworkEdge& edge, const Network&) { return edge.to; }

inline std::pair<NetworkTraits::out_edge_iterator, NetworkTraits::out_edge_iterator> out_edges(
    Vertex vertex, const Network& network) {
  const auto links = network.outgoing(vertex);
  return {{links.data(), FromVertex{vertex}}, {links.data() + links.size(), FromVertex{vertex}}};
}
inline std::pair<NetworkTraits::in_edge_iterator, NetworkTraits::in_edge_iterator> in_edges(
    Vertex vertex, const Network& network) {
  const auto links = network.incoming(vertex);
  return {{links.data(), ToVertex{vertex}}, {links.data() + links.size(), ToVertex{vertex}}};
}
inline std::size_t out_degree(Vertex vertex, const Network& network) {
  return network.outgoing(vertex).size();
}
inline std::size_t in_degree(Vertex vertex, const Network& network) {
  return network.incoming(vertex).size();
}
inline std::size_t degree(Vertex vertex, const Network& network) {
  return out_degree(vertex, network) + in_degree(vertex, network);
}
inline boost::typed_identity_property_map<Vertex> get(boost::vertex_index_t, const Network&) { return {}; }
inline Vertex get(boost::vertex_index_t, const Network&, Vertex vertex) { return vertex; }

}  // namespace talentflow::graph
