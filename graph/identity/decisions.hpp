// What a person decides about who is who: claims with their author, which can be taken back.
//
// Each decision is one load of a few claims: SAME_AS or DIFFERENT_FROM by the source `reviewer/AUTHOR`, and
// withdrawals of what it contradicts. Nothing is erased: taking a decision back withdraws its claims.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/store.hpp"
#include "graph/view.hpp"

namespace talentflow::graph {

/// A candidate of a name under review.
struct OpenCandidate {
  NodeNumber node = kNoNode;
  double score = 0.0;  ///< 0..1, below 0.5
  std::string reason;  ///< what agrees, and what does not
};

/// A name of which nobody has decided whom it means.
struct OpenReview {
  ReviewItem item;
  NodeNumber node = kNoNode;
  std::vector<OpenCandidate> candidates;  ///< the best first; without those it was called different from
};

/// Every open question of the view, by its best candidate's score, then in the order asked.
Result<std::vector<OpenReview>> open_reviews(const Store& store, const View& view);

enum class Who { same, different };

struct Decided {
  std::string claim;                   ///< id of the claim written
  std::string relation;                ///< SAME_AS, DIFFERENT_FROM, or WITHDRAWN
  std::string subject, object;         ///< ids
  std::vector<std::string> withdrawn;  ///< ids of claims taken back
  /// Of SAME_AS: the two ids that stood for them until now and are one from here on, where these are others:
  /// whom somebody was linked to before is in it with him.
  std::vector<std::string> joined = {};
};

/// Says that two entities are one, or two. `note` may be empty. `view` is the default reading of the store,
/// which is open for writing. Errors: usage (no author, one id twice), not_found (an id that nothing has),
/// conflict (they are one, or are called different, already; or a document says the contrary, named by its
/// claim) and the store's.
Result<Decided> decide(Store& store, const View& view, std::string_view one, std::string_view other, Who who,
                       const std::string& author, const std::string& note);

/// Takes back a claim about who is who, the resolver's included; an empty id stands for the last decision
/// that stands. What that decision had withdrawn holds again. Errors: usage, not_found, conflict (another
/// sort of claim; withdrawn already) and the store's.
Result<Decided> undo(Store& store, std::string_view claim, const std::string& author);

}  // namespace talentflow::graph
