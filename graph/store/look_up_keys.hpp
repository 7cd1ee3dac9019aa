// Under which keys a name looks for others that may be meant by it.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "schema/claim.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

/// Keys of the names and of their other forms: initials and short forms for given names, without middle
/// names, without the bracket. `kind` may be empty: then it may be anything.
std::set<std::string> look_up_keys(const std::vector<std::string>& names, const std::string& kind,
                                   const Vocabulary& vocabulary);
/// Of names of organisations: keys of those whose acronym the name is, and of those that are called by an
/// acronym of it.
std::set<std::string> acronym_keys(const std::vector<std::string>& names, const std::string& kind,
                                   const Vocabulary& vocabulary);
/// {surname, initial} of "J. Lin" and "Lin J."; empty for a name that is written in full.
std::pair<std::string, char> abbreviation_of(const std::string& name);

}  // namespace talentflow::graph
