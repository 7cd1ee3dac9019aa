// Which of the candidates a name means: a clear winner, or a question for a person.
//
// Precision comes first: a wrong merge hides two people behind one and is hard to see, a missed one stands in
// the review list. So the winner must have what its name needs beside it, and a clear lead over the next.
#pragma once

#include <string>
#include <vector>

#include "graph/identity/profile.hpp"
#include "graph/identity/score.hpp"

namespace talentflow::graph {

struct Ranked {
  const Profile* candidate = nullptr;
  Judgement judgement;
  double confidence = 0.0;  ///< 0..1: of a link at least 0.6, of a mere candidate below 0.5
};

struct Verdict {
  const Profile* winner = nullptr;  ///< link to it, for the reason and with the confidence of ranked[0]
  std::vector<Ranked> ranked;       ///< the best first; without a winner a review, unless it is empty
  std::string reason;               ///< why it is the winner, or why none is
};

/// How the name came: a mention by name in a document, or an entity that its source gives an id of its own.
/// Two that both have ids are never one for their names alone.
enum class Asked { mention, identified };

/// `subject` and the candidates are persons, or (`persons` false) anything else. The verdict points into
/// `candidates`.
Verdict choose(const Profile& subject, const std::vector<const Profile*>& candidates, bool persons,
               Asked asked);

}  // namespace talentflow::graph
