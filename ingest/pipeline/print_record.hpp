// Records as text, for --dry-run: one line for what is said, indented lines below for how and where.
#pragma once

#include <string>

#include "schema/record.hpp"

namespace talentflow::ingest {

/// Ends with a line end. Control characters of the data are escaped.
std::string print_record(const Record& record, std::string_view input);
/// A value as a dry run shows it: JSON, with dates and money ranges in words.
std::string print_value(const Value& value);

}  // namespace talentflow::ingest
