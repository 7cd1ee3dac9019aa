// A reading, step by step. The order matters: what a source is (and whom it copies) is itself described by
// claims, so descriptions come first; strengths need the sources; merges need strengths; everything else
// needs the merges.
#include "graph/snapshot/make_view.hpp"

#include "graph/snapshot/default_careers.hpp"
#include "graph/snapshot/graph_view.hpp"
#include "graph/snapshot/identity.hpp"
#include "graph/snapshot/organisations.hpp"
#include "graph/snapshot/person_claims.hpp"
#include "graph/snapshot/statements.hpp"

namespace talentflow::graph {
namespace {

Result<std::shared_ptr<const Careers>> careers_of(const Snapshot& snapshot, const Reading& reading,
                                                  const Selection& selection, const SourceTable& sources,
                                                  const std::vector<EntityNumber>& representative,
                                                  unsigned threads) {
  // Valid time says which edges are shown; careers are whole in every valid time.
  Reading of_claims = reading;
  of_claims.valid.reset();
  if (of_claims.is_default()) {
    auto known = default_careers(snapshot, selection, sources, representative, threads);
    if (!known.ok()) return known.error();
    return std::move(known->careers);
  }
  return std::shared_ptr<const Careers>(std::make_shared<const Careers>(
      make_careers(PersonClaims(snapshot, selection, sources, representative), reading, threads)));
}

}  // namespace

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
    descriptions = Descriptions(*snapshot, selection->descriptions, representative,
                                linked_entities(*snapshot, *selection, *sources));

  std::vector<EntityNumber> reviewed = entities_under_review(*snapshot, *selection, *sources, representative);
  std::vector<EntityNumber> uncounted = names_alone(*snapshot, reviewed);

  auto careers = careers_of(*snapshot, reading, *selection, *sources, representative, threads);
  if (!careers.ok()) return careers.error();
  FactTable facts = make_facts(*snapshot, *selection, *sources, representative, **careers);
  if (reading.contested == Contested::exclude)
    std::erase_if(facts.facts, [](const FactRow& fact) { return fact.contested; });
  auto organisations = make_organisations(*snapshot, *selection, descriptions, facts, representative);
  if (!organisations.ok()) return organisations.error();

  TextTable names(snapshot->names());
  const DerivedNames derived(names);
  NodeTable nodes(*snapshot, *selection, descriptions, representative, names);
  return std::shared_ptr<const View>(std::make_shared<const GraphView>(
      ViewParts{std::move(snapshot), reading, std::move(names), derived, selection.take(), sources.take(),
                std::move(representative), std::move(reviewed), std::move(uncounted), std::move(descriptions),
                careers.take(), std::move(facts), organisations.take(), std::move(nodes)}));
}

}  // namespace talentflow::graph
