// From when to when a statement holds, by its qualifiers: exact, within bounds, or about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/sources/json/json_view.hpp"

namespace talentflow::ingest::wikidata {

struct Period {
  std::string start, end;  ///< EDTF
  std::string point;       ///< "point in time": it held then, which begins and ends nothing
};

/// One period, or several where the qualifiers come in pairs or name several points in time. `modified`: the
/// day of the entity's last change, by which an end that nobody knows lies; may be empty.
std::vector<Period> periods_of(const JsonView& statement, const std::string& modified);

/// Whether the statement's dates are said to be about right ("circa").
bool is_circa(const JsonView& statement);
/// Whether the statement is only presumed.
bool is_presumed(const JsonView& statement);
/// "2010" -> "2010~"; what is no single date stays as it is.
std::string about(std::string date);

}  // namespace talentflow::ingest::wikidata
