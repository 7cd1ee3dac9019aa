#include "graph/snapshot/organisation_trial.hpp"

#include "graph/snapshot/facts.hpp"
#include "graph/snapshot/graph_view.hpp"
#include "graph/snapshot/organisations.hpp"

namespace talentflow::graph {

struct OrganisationTrial::Parts {
  const ViewParts& view;
  std::vector<ClaimIndex> placing;  ///< the claims to be tried
  Selection selection;              ///< the reading's, its statements those of one trial
};

OrganisationTrial::OrganisationTrial(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
OrganisationTrial::~OrganisationTrial() = default;
OrganisationTrial::OrganisationTrial(OrganisationTrial&&) noexcept = default;
OrganisationTrial& OrganisationTrial::operator=(OrganisationTrial&&) noexcept = default;

Result<OrganisationTrial> OrganisationTrial::make(const View& view) {
  const auto* made = dynamic_cast<const GraphView*>(&view);
  if (made == nullptr)
    return make_error(ErrorCode::internal, "", "claims can be tried without on a view of a store alone");
  const ViewParts& parts = made->parts();
  auto own = std::make_unique<Parts>(Parts{parts, {}, {}});
  for (const ClaimIndex claim : parts.selection.statements)
    if (parts.snapshot->term(parts.snapshot->row(claim).relation).org != OrgMeaning::none)
      own->placing.push_back(claim);
  own->selection.fate = parts.selection.fate;
  own->selection.descriptions = parts.selection.descriptions;
  return OrganisationTrial(std::move(own));
}

std::vector<ClaimNumber> OrganisationTrial::claims() const {
  std::vector<ClaimNumber> numbers;
  for (const ClaimIndex claim : parts_->placing) numbers.push_back(parts_->view.snapshot->row(claim).number);
  return numbers;
}

Result<Organisations> OrganisationTrial::without(std::size_t index) const {
  const ViewParts& view = parts_->view;
  std::vector<ClaimIndex>& statements = parts_->selection.statements;
  statements = parts_->placing;
  statements.erase(statements.begin() + static_cast<std::ptrdiff_t>(index));
  FactTable facts =
      make_facts(*view.snapshot, parts_->selection, view.sources, view.representative, *view.careers);
  if (view.reading.contested == Contested::exclude)
    std::erase_if(facts.facts, [](const FactRow& fact) { return fact.contested; });
  return make_organisations(*view.snapshot, parts_->selection, view.descriptions, facts, view.representative);
}

}  // namespace talentflow::graph
