// What an organisation's name may be shortened to: MIT, HKUST, UIUC, IIT Hyderabad, CHAI.
//
// An acronym says little: many names have one and the same. So its keys stand under a mark of their own,
// where the resolver alone finds them, and graph/identity asks for more than the name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talentflow::graph {

inline constexpr char kAcronymMark = '^';

/// Acronyms of a name that is written in full, as keys, sorted, without repeats: first letters without "of",
/// "and" and their like ("hkust"), parts of hyphenated words counted too ("uiuc"), words in capitals taken
/// whole
/// ("chai"), and only the first words shortened ("iithyderabad", "ucberkeley"). Of three letters at least.
/// Empty for names of one word and names in other than Latin letters. Thread-safe.
std::vector<std::string> acronyms_of(std::string_view name);

/// Is the name written as acronyms are: MIT, NeurIPS, IIT Hyderabad? Thread-safe.
bool written_as_acronym(std::string_view name);

/// One of the two is an acronym of the other.
bool is_acronym_of(std::string_view name, std::string_view full);

}  // namespace talentflow::graph
