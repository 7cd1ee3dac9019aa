// Single values as text: numbers that read back exactly, dates and times in ISO form.
#pragma once

#include <string>

#include "query/value.hpp"

namespace talentflow::query {

/// The shortest text that reads back as the same float; it always shows that it is one: "1.0", "1e+20",
/// "NaN", "Infinity".
std::string float_text(double number);
/// Precondition: the value is a date, time or duration. ISO 8601, as the language's toString() prints it.
std::string temporal_text(const Value& value);

}  // namespace talentflow::query
