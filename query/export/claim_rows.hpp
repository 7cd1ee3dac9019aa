// Claims as texts: the rows of claims.csv and of the Cap'n Proto export.
#pragma once

#include <functional>
#include <string>

#include "query/export/export_table.hpp"

namespace talentflow::query {

/// One claim with text ids; an empty field is "not stated".
struct ClaimText {
  bool describes = false;  ///< a description of the subject by its properties
  std::string id, subject, relation, object, role, start, end, place, stance, target, status, credibility,
      confidence, source, publisher, url, locator, note, amount_low, amount_high, currency, recorded;
  std::string properties;                  ///< JSON object, or empty
  const graph::ClaimView* view = nullptr;  ///< valid during the call
};

/// Every claim of the store; with a query, those behind the selected edges and the descriptions of the
/// selected nodes. In ascending number, each once.
Result<void> for_each_claim(const ExportInput& input,
                            const std::function<Result<void>(const ClaimText&)>& each);

}  // namespace talentflow::query
