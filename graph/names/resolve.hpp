// The decision on a mention that has a name and no id: link, new, or ask a person.
//
// External ids identify; names only suggest. One candidate of a fitting kind under a strong name is linked.
// Anything else makes a new entity, with a review item that lists the candidates and says why none was taken.
// Never a merge: SAME_AS is a claim that somebody makes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/claim.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

/// An entity that shares a name key with the mention.
struct Candidate {
  EntityNumber entity = 0;
  std::string id;
  std::string kind;                 ///< canonical; empty when no claim gives one
  std::vector<std::string> labels;  ///< further labels
};

struct Decision {
  EntityNumber linked = 0;               ///< 0: make a new entity
  std::vector<EntityNumber> candidates;  ///< for the review; empty: nothing to review
  std::string reason;                    ///< of the review
};

/// `kind`: a kind that the document demands, or empty. Candidates in ascending number, without repeats.
/// Thread-safe.
Decision decide(std::string_view name, std::string_view kind, const std::vector<Candidate>& candidates,
                const Vocabulary& vocabulary);

/// True when a name of this kind is, or may be, a person's.
bool may_be_person(std::string_view kind, const Vocabulary& vocabulary);

}  // namespace talentflow::graph
