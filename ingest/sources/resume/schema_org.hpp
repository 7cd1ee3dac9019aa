// schema.org JSON-LD inside a page of another format.
#pragma once

#include <string>

#include "ingest/sources/common/sink.hpp"
#include "ingest/sources/json/json_view.hpp"

namespace talentflow::ingest {

/// Persons and Organizations of one JSON-LD script with their relations, said by the source `page`, whose
/// record came before. Whom the page only credits (author, publisher) without a relation is left out; a
/// script about something else adds nothing.
void read_embedded_schema_org(const JsonView& root, const std::string& page, Sink& sink);

}  // namespace talentflow::ingest
