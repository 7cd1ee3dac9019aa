// Where organisations would lie, and whom they would belong to, without one claim: withdrawing it is tried,
// never done.
#pragma once

#include <memory>
#include <vector>

#include "graph/career/careers.hpp"
#include "graph/view.hpp"
#include "schema/result.hpp"

namespace talentflow::graph {

/// Holds the claims of the View's reading that place organisations (PART_OF, ACQUIRED, RENAMED_TO,
/// LOCATED_IN, HEADQUARTERED_IN). What descriptions say of them (country, hq_country, parent) stays as it is.
/// The View must outlive it. One thread at a time.
class OrganisationTrial {
 public:
  /// Errors: internal for a View that make_view() did not make.
  static Result<OrganisationTrial> make(const View& view);
  ~OrganisationTrial();
  OrganisationTrial(OrganisationTrial&&) noexcept;
  OrganisationTrial& operator=(OrganisationTrial&&) noexcept;

  /// Ascending.
  std::vector<ClaimNumber> claims() const;
  /// The organisations as the reading would have them without the claim of that index. Errors: those of the
  /// store. Work: the claims above are fused anew, and all descriptions of organisations passed over.
  Result<Organisations> without(std::size_t index) const;

 private:
  struct Parts;
  explicit OrganisationTrial(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace talentflow::graph
