#include "graph/names/kinds.hpp"

#include <algorithm>

namespace talentflow::graph {

bool kinds_fit(std::string_view wanted, std::string_view kind, const std::vector<std::string>& labels,
               const Vocabulary& vocabulary) {
  if (wanted.empty() || kind.empty()) return true;
  const std::string canonical = vocabulary.canonical_kind(wanted);
  const KindMeaning* wanted_meaning = vocabulary.kind(canonical);
  const auto matches = [&](std::string_view label) {
    if (vocabulary.canonical_kind(label) == canonical) return true;
    const KindMeaning* meaning = vocabulary.kind(label);
    return meaning != nullptr && wanted_meaning != nullptr && meaning->organisation &&
           wanted_meaning->organisation;
  };
  return matches(kind) || std::any_of(labels.begin(), labels.end(), matches);
}

bool may_be_person(std::string_view kind, const Vocabulary& vocabulary) {
  if (kind.empty()) return true;
  const KindMeaning* meaning = vocabulary.kind(kind);
  return meaning == nullptr ? false : meaning->name == "Person";
}

}  // namespace talentflow::graph
