// Instants and durations from the arguments of their functions.
#pragma once

#include <optional>

#include "query/temporal/fields.hpp"
#include "query/temporal/parts.hpp"
#include "query/temporal/temporal.hpp"

namespace talentflow::query::temporal {

/// date(x), time(x), ..: a map, a string, or a temporal value to take from. Precondition: x is not null.
Result<Value> construct(Kind kind, const Value& argument, const TemporalContext& context);

/// From entries; `base` is a value that date, time or zone are taken from where `fields` names none
/// (truncation).
Result<Parts> build(Kind kind, const Fields& fields, const std::optional<Parts>& base,
                    const TemporalContext& context);

/// The clock's reading as that kind, in a zone.
Result<Parts> now(Kind kind, const ClockReading& reading, const Zone& zone);

/// The zone of the context.
Result<Zone> default_zone(const TemporalContext& context);

/// duration(x): a map, a string, or a duration.
Result<Value> construct_duration(const Value& argument);

/// datetime.fromepoch(seconds, nanoseconds), datetime.fromepochmillis(milliseconds)
Result<Value> from_epoch(const Value& seconds, const Value& nanoseconds);
Result<Value> from_epoch_milliseconds(const Value& milliseconds);

}  // namespace talentflow::query::temporal
