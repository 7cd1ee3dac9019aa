// The graph as arrays, for algorithms outside: compressed adjacency of the default reading.
#include <vector>

#include "query/facade/c_database.hpp"

namespace tq = talentflow::query;
using talentflow::Result;

struct talentflow_snapshot {
  std::shared_ptr<const talentflow::graph::View> view;
  std::vector<std::uint64_t> offsets;
  std::vector<std::uint32_t> targets, types;
  std::vector<double> beliefs;
  std::vector<std::string> type_names, node_ids;
};

namespace talentflow::query {
namespace {

void fill(talentflow_snapshot& snapshot, const graph::View& view) {
  std::vector<std::uint32_t> code_of;  // by NameCode
  for (const auto type : view.types_in_use()) {
    if (code_of.size() <= type) code_of.resize(type + 1);
    code_of[type] = static_cast<std::uint32_t>(snapshot.type_names.size());
    snapshot.type_names.push_back(view.name(type));
  }
  snapshot.offsets.reserve(view.node_count() + 1);
  snapshot.offsets.push_back(0);
  snapshot.targets.reserve(view.edge_count());
  for (graph::NodeNumber node = 0; node < view.node_count(); ++node) {
    for (const auto edge : view.outgoing(node)) {
      const auto ends = view.edge(edge);
      snapshot.targets.push_back(ends.to);
      snapshot.types.push_back(code_of[ends.type]);
      snapshot.beliefs.push_back(view.evidence(edge).belief);
    }
    snapshot.offsets.push_back(snapshot.targets.size());
    snapshot.node_ids.push_back(view.node_id(node));
  }
}

}  // namespace
}  // namespace talentflow::query

int talentflow_snapshot_take(talentflow_database* database, talentflow_snapshot** snapshot,
                             talentflow_error* error) {
  *snapshot = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    auto view = database->database->view({});
    if (!view.ok()) return view.error();
    auto taken = std::make_unique<talentflow_snapshot>();
    taken->view = *view;
    tq::fill(*taken, **view);
    *snapshot = taken.release();
    return {};
  });
}

void talentflow_snapshot_free(talentflow_snapshot* snapshot) { delete snapshot; }
size_t talentflow_snapshot_node_count(const talentflow_snapshot* snapshot) {
  return snapshot->offsets.size() - 1;
}
size_t talentflow_snapshot_edge_count(const talentflow_snapshot* snapshot) {
  return snapshot->targets.size();
}
const uint64_t* talentflow_snapshot_offsets(const talentflow_snapshot* snapshot) {
  return snapshot->offsets.data();
}
const uint32_t* talentflow_snapshot_targets(const talentflow_snapshot* snapshot) {
  return snapshot->targets.data();
}
const uint32_t* talentflow_snapshot_types(const talentflow_snapshot* snapshot) {
  return snapshot->types.data();
}
const double* talentflow_snapshot_beliefs(const talentflow_snapshot* snapshot) {
  return snapshot->beliefs.data();
}
size_t talentflow_snapshot_type_count(const talentflow_snapshot* snapshot) {
  return snapshot->type_names.size();
}

const char* talentflow_snapshot_type(const talentflow_snapshot* snapshot, uint32_t type) {
  return type < snapshot->type_names.size() ? snapshot->type_names[type].c_str() : nullptr;
}

const char* talentflow_snapshot_node_id(const talentflow_snapshot* snapshot, uint32_t node) {
  return node < snapshot->node_ids.size() ? snapshot->node_ids[node].c_str() : nullptr;
}
