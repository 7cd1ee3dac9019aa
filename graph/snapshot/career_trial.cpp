#include "graph/snapshot/career_trial.hpp"

#include <algorithm>

#include "graph/career/fuse.hpp"
#include "graph/snapshot/graph_view.hpp"
#include "graph/snapshot/person_claims.hpp"

namespace talentflow::graph {

struct CareerTrial::Parts {
  const Reading& reading;
  PersonClaims claims;
};

CareerTrial::CareerTrial(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
CareerTrial::~CareerTrial() = default;
CareerTrial::CareerTrial(CareerTrial&&) noexcept = default;
CareerTrial& CareerTrial::operator=(CareerTrial&&) noexcept = default;

Result<CareerTrial> CareerTrial::make(const View& view, const std::vector<std::uint8_t>& persons) {
  const auto* made = dynamic_cast<const GraphView*>(&view);
  if (made == nullptr)
    return make_error(ErrorCode::internal, "", "claims can be tried without on a view of a store alone");
  const ViewParts& parts = made->parts();
  return CareerTrial(std::make_unique<Parts>(
      Parts{view.reading(),
            PersonClaims(*parts.snapshot, parts.selection, parts.sources, parts.representative, persons)}));
}

std::size_t CareerTrial::person_count() const { return parts_->claims.person_count(); }
EntityNumber CareerTrial::person(std::size_t index) const { return parts_->claims.person(index); }

std::vector<ClaimNumber> CareerTrial::claims(std::size_t index) const {
  std::vector<CareerClaim> own;
  parts_->claims.read(index, own);
  std::vector<ClaimNumber> numbers;
  for (const CareerClaim& claim : own) numbers.push_back(claim.evidence.claim);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

Careers CareerTrial::without(std::size_t index, ClaimNumber claim) const {
  std::vector<CareerClaim> own;
  parts_->claims.read(index, own);
  std::erase_if(own, [&](const CareerClaim& one) { return one.evidence.claim == claim; });
  std::vector<Stint> stints = fuse(person(index), own);
  if (parts_->reading.contested == Contested::exclude)
    std::erase_if(stints, [](const Stint& stint) { return stint.contested; });
  Careers careers;
  careers.append(person(index), stints);
  return careers;
}

}  // namespace talentflow::graph
