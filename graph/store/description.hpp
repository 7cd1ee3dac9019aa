// What a description claim says about its subject: names, publication, external ids.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/claim.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

/// The text of a property, or nullptr when there is none, or it is no text, or empty.
const std::string* text_property(const Claim& claim, std::string_view key);

/// Its name and aliases, in this order.
std::vector<std::string> description_names(const Claim& claim);

/// Name keys of its name and aliases, sorted, without repeats (names/normalise.hpp). A description without a
/// kind may be of anything, and is found both as a person and as an organisation.
std::vector<std::string> description_keys(const Claim& claim, const Vocabulary& vocabulary);

/// A name key without its mark (of a bracket, of an acronym): forms of one name have it in common.
std::string_view without_mark(std::string_view key);

/// Ids of persons of whom only a name is known begin so.
inline constexpr std::string_view kPersonName = "name/";
/// Is it an id that was made from a name, of a person or of something without a kind?
bool is_name_alone(std::string_view id);

/// The last possible day of its `published`, or kAlways when it has none.
Instant published_of(const Claim& claim);

/// "https://orcid.org/0000-0002-1825-0097" under `orcid` -> "orcid:0000-0002-1825-0097".
std::string external_id(std::string_view property, std::string_view value);

/// "Junyang Lin", Person -> "name/junyang-lin": the id of an entity that only a name is known of.
std::string id_for_name(std::string_view name, std::string_view kind, const Vocabulary& vocabulary);

}  // namespace talentflow::graph
