// Values of Wikidata's statements: items, times, texts. A value is wrapped in a "snak", which may also say
// that there is some value nobody knows, or that there is none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/sources/json/json_view.hpp"

namespace talentflow::ingest::wikidata {

enum class SnakType { value, some_value, no_value, absent };
SnakType snak_type(const JsonView& snak);

/// "Q95" of an item value, whichever way the file writes it; "" when the snak has none.
std::string item_id(const JsonView& snak);
/// The text of a string, address or identifier value; "" when the snak has none.
std::string string_value(const JsonView& snak);
/// A time value as EDTF by its stated precision: digits beyond it mean nothing. "" when the snak has none, or
/// one that is coarser than a millennium or outside the years 0 to 9999. Julian dates become Gregorian ones.
std::string time_value(const JsonView& snak);

/// The first qualifier of a property, or an absent view.
JsonView qualifier(const JsonView& statement, std::string_view property);

/// ISO 3166 alpha-2 of a country's item ("Q148" -> "CN"), or "".
std::string_view country_of_item(std::string_view item);

}  // namespace talentflow::ingest::wikidata
