// Numbers as text that reads back exactly. (Dates and times: query/temporal/temporal.hpp.)
#pragma once

#include <string>

namespace talentflow::query {

/// The shortest text that reads back as the same float; it always shows that it is one: "1.0", "1e+20",
/// "NaN", "Infinity".
std::string number_text(double number);

}  // namespace talentflow::query
