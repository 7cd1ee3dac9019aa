// The vocabulary of schema.org as JSON-LD writes it: types and properties with or without prefix, texts as
// values or objects, ids of registers among the addresses.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/sources/json/json_view.hpp"

namespace talentflow::ingest::schema_org {

/// A property by its name, also where the document writes it with the vocabulary's prefix or address.
JsonView field(const JsonView& object, std::string_view key);
/// The first text of a value: itself, its "@value", its name.
std::string first_text(const JsonView& value);

bool is_type(const JsonView& object, std::initializer_list<std::string_view> types);
bool is_person(const JsonView& object);
bool is_role(const JsonView& object);
bool is_school(const JsonView& object);
/// By its type, or by what only an organisation has: the vocabulary has some two hundred kinds, down to
/// shops.
bool is_organisation(const JsonView& object);

/// "orcid:..", "ror:..", "wikidata:..", the surest first.
std::vector<std::string> known_ids(const JsonView& object);

}  // namespace talentflow::ingest::schema_org
