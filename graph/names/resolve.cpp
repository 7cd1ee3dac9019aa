#include "graph/names/resolve.hpp"

#include <algorithm>

#include "graph/names/normalise.hpp"

namespace talentflow::graph {
namespace {

/// The kind itself, its parent (Org for Lab), or either of the candidate's labels.
bool fits(const Candidate& candidate, std::string_view kind, const Vocabulary& vocabulary) {
  if (kind.empty() || candidate.kind.empty()) return true;
  const std::string wanted = vocabulary.canonical_kind(kind);
  const KindMeaning* wanted_meaning = vocabulary.kind(wanted);
  const auto matches = [&](const std::string& label) {
    if (vocabulary.canonical_kind(label) == wanted) return true;
    const KindMeaning* meaning = vocabulary.kind(label);
    // One page's company is another page's lab: sub-kinds of Org stand for each other.
    return meaning != nullptr && wanted_meaning != nullptr && meaning->organisation &&
           wanted_meaning->organisation;
  };
  return matches(candidate.kind) || std::any_of(candidate.labels.begin(), candidate.labels.end(), matches);
}

std::string ids_of(const std::vector<const Candidate*>& candidates) {
  constexpr std::size_t kShown = 5;
  std::string out;
  for (std::size_t i = 0; i < candidates.size() && i < kShown; ++i) {
    if (i != 0) out.append(", ");
    out.append(candidates[i]->id);
  }
  if (candidates.size() > kShown) out += ", and " + std::to_string(candidates.size() - kShown) + " more";
  return out;
}

}  // namespace

bool may_be_person(std::string_view kind, const Vocabulary& vocabulary) {
  if (kind.empty()) return true;
  const KindMeaning* meaning = vocabulary.kind(kind);
  return meaning == nullptr ? false : meaning->name == "Person";
}

Decision decide(std::string_view name, std::string_view kind, const std::vector<Candidate>& candidates,
                const Vocabulary& vocabulary) {
  std::vector<const Candidate*> fitting;
  for (const Candidate& candidate : candidates)
    if (fits(candidate, kind, vocabulary)) fitting.push_back(&candidate);
  Decision decision;
  if (fitting.empty()) return decision;
  for (const Candidate* candidate : fitting) decision.candidates.push_back(candidate->entity);
  const bool person = may_be_person(kind, vocabulary);
  if (fitting.size() > 1) {
    decision.reason = "the name fits several: " + ids_of(fitting);
  } else if (weak_name(name, person)) {
    decision.reason = "the name is too short to tell whether " + fitting[0]->id + " is meant";
  } else {
    decision.linked = fitting[0]->entity;
    decision.candidates.clear();
  }
  return decision;
}

}  // namespace talentflow::graph
