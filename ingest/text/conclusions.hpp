// What a whole text says together and no sentence alone: who is appointed from elsewhere has joined, who
// joins another organisation leaves the job that the text gives him.
#pragma once

#include <vector>

#include "ingest/text/document.hpp"
#include "ingest/text/extractor.hpp"

namespace talentflow::ingest::text {

/// Adds and changes claims; those added have the property `inferred`. The day of the document dates the text;
/// where it is unknown, nothing is taken for news.
void conclude(std::vector<TextClaim>& claims, const Document& document);

}  // namespace talentflow::ingest::text
