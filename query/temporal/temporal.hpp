// Temporal values of the language: the functions, the components and the arithmetic, for whoever evaluates
// expressions. Method and names are openCypher's (CIP2015-08-06 "Date and Time"); calendars are proleptic
// Gregorian, weeks are ISO 8601's.
//
// Every call is pure: the clock and the default time zone come in by TemporalContext, nothing is kept between
// calls, and all of it may be used from several threads at once. Results own their data.
//
// Errors have ErrorCode::query, an empty `where` (the caller knows the place) and a message that begins with
// the kind and its detail: "ArgumentError: InvalidArgumentValue: ..", "TypeError: InvalidArgumentType: ..".
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "query/value.hpp"
#include "schema/result.hpp"

namespace talentflow::query {

/// A point in time: seconds since 1970-01-01T00:00Z, and 0..999,999,999 nanoseconds.
struct ClockReading {
  std::int64_t seconds = 0;
  std::int32_t nanoseconds = 0;
};

/// The clocks and the zone of one statement. date() and date.statement() read `statement`, date.transaction()
/// reads `transaction`, date.realtime() calls `realtime` (null: it reads `statement`).
struct TemporalContext {
  ClockReading statement;
  ClockReading transaction;
  std::function<ClockReading()> realtime;
  std::string zone =
      "Z";  ///< of values made without one: an offset ("+01:00") or a name ("Europe/Stockholm")
};

/// What a function gives (null arguments give null).
enum class TemporalKind { date, local_time, time, local_date_time, date_time, duration };

/// One line of the function table: name as openCypher writes it, numbers of arguments, type of the result.
struct TemporalFunction {
  std::string_view name;
  std::size_t least_arguments;
  std::size_t most_arguments;
  TemporalKind result;
};

/// All functions of call_temporal: date, date.truncate, duration.between, datetime.fromepoch, ..
std::span<const TemporalFunction> temporal_functions();

/// The line of that name (any case), or nullptr.
const TemporalFunction* find_temporal_function(std::string_view name);

/// Calls the function of that name (any case). A null argument gives null, as does a null within a map
/// argument. Errors: SyntaxError UnknownFunction or InvalidNumberOfArguments, TypeError InvalidArgumentType
/// (argument or map entry of a wrong type), ArgumentError InvalidArgumentValue (text that is no such value, a
/// field out of range, a field without the larger one it belongs to, an unknown zone) or NumberOutOfRange
/// (year past +-999,999,999).
Result<Value> call_temporal(std::string_view name, std::span<const Value> arguments,
                            const TemporalContext& context);

/// True for the six temporal types.
bool is_temporal(const Value& value);

/// value.name for a temporal value: `.year`, `.offsetMinutes`, `.minutesOfHour`. Integers, or strings for
/// `.timezone` and `.offset`. Error: ArgumentError InvalidArgumentValue when the type has no such component,
/// with the nearest name; TypeError when the value is not temporal.
Result<Value> temporal_component(const Value& value, std::string_view name);

/// instant + duration, duration + instant, duration + duration; null if one is null. A date takes months,
/// days and whole days of seconds; a time takes seconds and wraps at midnight; a datetime takes months and
/// days on the local clock and seconds on the universal one. Errors: TypeError for other types, ArgumentError
/// NumberOutOfRange.
Result<Value> temporal_add(const Value& a, const Value& b);
/// instant - duration, duration - duration; as temporal_add.
Result<Value> temporal_subtract(const Value& a, const Value& b);
/// duration * number, number * duration; fractions carry down to days, seconds and nanoseconds, a month being
/// 30.436875 days. Errors as temporal_add.
Result<Value> temporal_multiply(const Value& a, const Value& b);
/// duration / number; as temporal_multiply. Division by zero is ArithmeticError DivideByZero.
Result<Value> temporal_divide(const Value& a, const Value& b);
/// -duration. Errors as temporal_add.
Result<Value> temporal_negate(const Value& a);

/// The order of `<`: nullopt (the language's null) for two types, two durations or a value that is not
/// temporal. Values with a zone compare by instant, then offset, then zone name.
std::optional<std::partial_ordering> temporal_compare(const Value& a, const Value& b);
/// `=`: false for two types; durations are equal when all four parts are.
bool temporal_equal(const Value& a, const Value& b);
/// The total order of ORDER BY, min and max within one type; durations by their length with a month
/// of 30.436875 days, then by parts. Different types: openCypher's order of types (datetime, localdatetime,
/// date, time, localtime, duration). Precondition: both temporal.
std::strong_ordering temporal_order(const Value& a, const Value& b);
/// Equal values have equal hashes. Precondition: temporal.
std::size_t temporal_hash(const Value& value);

/// ISO 8601 as openCypher prints it: "1984-10-11", "12:31:14.645+01:00",
/// "2015-07-21T21:40:32.142+02:00[Europe/Stockholm]", "P14DT16H12M". Fractions of a second of times have 3, 6
/// or 9 digits. Empty for a value that is not temporal.
std::string temporal_text(const Value& value);

}  // namespace talentflow::query
