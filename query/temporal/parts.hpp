// One shape for all five instants, so that selecting, truncating and comparing are written once.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "query/temporal/calendar.hpp"
#include "query/temporal/temporal.hpp"
#include "query/value.hpp"
#include "schema/result.hpp"

namespace talentflow::query::temporal {

using Kind = TemporalKind;
/// Null: no name, the offset is all there is.
using ZoneName = std::shared_ptr<const std::string>;

constexpr bool has_date(Kind kind) {
  return kind == Kind::date || kind == Kind::local_date_time || kind == Kind::date_time;
}
constexpr bool has_time(Kind kind) { return kind != Kind::date && kind != Kind::duration; }
constexpr bool has_zone(Kind kind) { return kind == Kind::time || kind == Kind::date_time; }

/// The function that makes the kind: "date", "localtime", ..
std::string_view kind_name(Kind kind);

/// An instant; what its kind lacks is zero.
struct Parts {
  Kind kind = Kind::date;
  std::int64_t days = 0;
  std::int64_t nanoseconds = 0;  ///< since midnight
  std::int32_t offset = 0;       ///< seconds east of UTC
  ZoneName zone;
};

/// nullopt for durations and values that are not temporal.
std::optional<Parts> parts_of(const Value& value);
/// The value of parts.kind. Precondition: not a duration.
Value value_of(const Parts& parts);

/// Nanoseconds since 1970-01-01T00:00Z, taking offset 0 where there is none.
Wide instant_of(const Parts& parts);

/// The type's name as errors say it: "an integer", "a date", "a map".
std::string type_text(const Value& value);

Error argument_error(std::string message);  ///< "ArgumentError: InvalidArgumentValue: " + message
Error range_error(std::string message);     ///< "ArgumentError: NumberOutOfRange: " + message
Error type_error(std::string message);      ///< "TypeError: InvalidArgumentType: " + message

/// The name of `names` that differs least from `word` (at most two edits), or empty.
std::string_view nearest(std::string_view word, const std::string_view* names, std::size_t count);
/// ", did you mean 'x'?" or empty.
std::string suggestion(std::string_view word, const std::string_view* names, std::size_t count);

/// The keys of two names are the same but for ASCII case.
bool same_name(std::string_view a, std::string_view b);

}  // namespace talentflow::query::temporal
