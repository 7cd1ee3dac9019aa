// Temporal values as text: ISO 8601 read in all its forms, written in one.
#pragma once

#include <string>
#include <string_view>

#include "query/temporal/parts.hpp"
#include "query/temporal/zones.hpp"
#include "schema/result.hpp"

namespace talentflow::query::temporal {

/// An instant of that kind. `otherwise` is the zone of a text that names none; a named one gives a time its
/// offset at the second `now`. Error: ArgumentError InvalidArgumentValue with the text and the forms it may
/// have. Precondition: not a duration.
Result<Parts> parse_instant(Kind kind, std::string_view text, const Zone& otherwise, std::int64_t now);

/// "P1Y2M3W4DT5H6M7.8S" with signs and fractions, or "P2012-02-02T14:37:21.545".
Result<DurationValue> parse_duration(std::string_view text);

std::string instant_text(const Parts& parts);
std::string duration_text(const DurationValue& duration);
/// "Z", "+01:00", "+00:53:28"
std::string offset_text(std::int32_t offset);

}  // namespace talentflow::query::temporal
