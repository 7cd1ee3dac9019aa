// What some persons' careers would be without one claim: withdrawing it is tried, never done.
#pragma once

#include <memory>
#include <vector>

#include "graph/budget.hpp"
#include "graph/career/careers.hpp"
#include "graph/view.hpp"
#include "schema/result.hpp"

namespace talentflow::graph {

/// Holds the claims about the posts of the persons it was made for. The View must outlive it. One thread at a
/// time.
class CareerTrial {
 public:
  /// `persons`: by entity, those to be tried are not 0. Errors: internal for a View that make_view() did not
  /// make.
  static Result<CareerTrial> make(const View& view, const std::vector<std::uint8_t>& persons);
  ~CareerTrial();
  CareerTrial(CareerTrial&&) noexcept;
  CareerTrial& operator=(CareerTrial&&) noexcept;

  /// Those of the persons asked for who have any claim, ascending.
  std::size_t person_count() const;
  EntityNumber person(std::size_t index) const;
  /// The person's claims under the View's reading, ascending.
  std::vector<ClaimNumber> claims(std::size_t index) const;
  /// The one person's careers as the reading would have them without the claim (0: with all of them). Work:
  /// the person's claims are fused anew.
  Careers without(std::size_t index, ClaimNumber claim) const;

 private:
  struct Parts;
  explicit CareerTrial(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace talentflow::graph
