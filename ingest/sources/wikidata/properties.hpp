// Which of Wikidata's properties say something for this graph, and what.
#pragma once

#include <span>
#include <string_view>

namespace talentflow::ingest::wikidata {

struct StatementProperty {
  std::string_view property;  ///< "P108"
  std::string_view relation;  ///< "WORKS_AT"
  std::string_view role;      ///< the role that the property itself states, or ""
  std::string_view kind;      ///< kind of the item that the statement names
  bool reversed = false;      ///< the item named is the subject: "founded by" stands on the organisation
};
std::span<const StatementProperty> statement_properties();

struct IdentifierProperty {
  std::string_view property;
  std::string_view name;  ///< of the property of ours
};
std::span<const IdentifierProperty> identifier_properties();

/// The kind of an entity by the class it is an instance of ("Q5" -> "Person"), or "" when the class is not
/// listed.
std::string_view kind_of_class(std::string_view item);

/// What a position's item is called ("Q121594" -> "professor"), or "" when it is not listed.
std::string_view role_of_item(std::string_view item);

}  // namespace talentflow::ingest::wikidata
