// Of which kind an entity can be that a document calls by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/claim.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

/// What is known of an entity that shares a name with a mention.
struct Candidate {
  EntityNumber entity = 0;
  std::string id;
  std::string kind;                 ///< canonical; empty when no claim gives one
  std::vector<std::string> labels;  ///< further labels
};

/// Can something of this kind and these labels be meant where the document demands `wanted`? One page's
/// company is another page's lab: sub-kinds of Org stand for each other. An empty kind fits everything.
/// Thread-safe.
bool kinds_fit(std::string_view wanted, std::string_view kind, const std::vector<std::string>& labels,
               const Vocabulary& vocabulary);

/// True when a name of this kind is, or may be, a person's.
bool may_be_person(std::string_view kind, const Vocabulary& vocabulary);

}  // namespace talentflow::graph
