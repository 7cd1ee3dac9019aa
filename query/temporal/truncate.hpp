// date.truncate(unit, value, fields) and its like.
#pragma once

#include <string_view>

#include "query/temporal/parts.hpp"
#include "query/temporal/temporal.hpp"

namespace talentflow::query::temporal {

/// The value of `kind` at the start of the unit ("millennium" .. "microsecond") that `value` lies in, smaller
/// fields and the zone set from `fields` (a map, or null for none). The local clock stays when the zone is
/// replaced.
Result<Value> truncate(Kind kind, std::string_view unit, const Value& value, const ValueMap* fields,
                       const TemporalContext& context);

}  // namespace talentflow::query::temporal
