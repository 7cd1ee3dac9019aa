// A reading, step by step. The order matters: what a source is (and whom it copies) is itself described by
// claims, so descriptions come first; strengths need the sources; merges need strengths; everything else
// needs the merges.
#include "graph/snapshot/make_view.hpp"

#include "graph/snapshot/graph_view.hpp"
#include "graph/snapshot/identity.hpp"
#include "graph/snapshot/organisations.hpp"
#include "graph/snapshot/person_claims.hpp"
#include "graph/snapshot/statements.hpp"

namespace talentflow::graph {

Result<std::shared_ptr<const View>> make_view(std::shared_ptr<const Snapshot> snapshot,
                                              const Reading& reading, unsigned threads) {
  auto selection = select_known(*snapshot, reading);
  if (!selection.ok()) return selection.error();

  Descriptions descriptions(*snapshot, selection->descriptions, {});
  auto sources = SourceTable::build(*snapshot, *selection, descriptions);
  if (!sources.ok()) return sources.error();
  filter_statements(*snapshot, reading, *sources, *selection);

  std::vector<EntityNumber> representative = merged_entities(*snapshot, *selection, *sources);
  if (!representative.empty())
    descriptions = Descriptions(*snapshot, selection->descriptions, representative);

  Careers careers =
      make_careers(PersonClaims(*snapshot, *selection, *sources, representative), reading, threads);
  FactTable facts = make_facts(*snapshot, *selection, *sources, representative, careers);
  if (reading.contested == Contested::exclude)
    std::erase_if(facts.facts, [](const FactRow& fact) { return fact.contested; });
  auto organisations = make_organisations(*snapshot, *selection, descriptions, facts, representative);
  if (!organisations.ok()) return organisations.error();

  TextTable names(snapshot->names());
  const DerivedNames derived(names);
  NodeTable nodes(*snapshot, *selection, descriptions, representative, names);
  return std::shared_ptr<const View>(std::make_shared<const GraphView>(
      ViewParts{std::move(snapshot), reading, std::move(names), derived, selection.take(), sources.take(),
                std::move(representative), std::move(descriptions), std::move(careers), std::move(facts),
                organisations.take(), std::move(nodes)}));
}

}  // namespace talentflow::graph
