// What an entity is and is called, and which of its statements count.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/sources/json/json_view.hpp"
#include "ingest/sources/wikidata/properties.hpp"
#include "schema/record.hpp"

namespace talentflow::ingest::wikidata {

/// Statements of a property that are not known to be wrong.
std::vector<JsonView> held_statements(const JsonView& entity, std::string_view property);

/// "Person", "Company", ..; "" when nothing tells.
std::string kind_of(const JsonView& entity);
/// Whether anything of it belongs into this graph.
bool says_something(const JsonView& entity);
/// Whether a property means the same of an entity of that kind: only an organisation is replaced by its next
/// name.
bool holds_for(const StatementProperty& meaning, std::string_view kind);

/// Names, ids and places, without a source.
EntityRecord description_of(const JsonView& entity, const std::string& kind);
/// The day of the founding where there is one, or "".
std::string inception_of(const JsonView& entity);

}  // namespace talentflow::ingest::wikidata
