// The functions by name. A new one is a line of kFunctions and the code it names.
#include <algorithm>
#include <array>

#include "query/temporal/between.hpp"
#include "query/temporal/construct.hpp"
#include "query/temporal/temporal.hpp"
#include "query/temporal/truncate.hpp"

namespace talentflow::query {
namespace temporal {
namespace {

using Arguments = std::span<const Value>;

Result<Zone> zone_argument(Arguments arguments, const TemporalContext& context) {
  if (arguments.empty()) return default_zone(context);
  if (const auto* name = arguments[0].string()) return find_zone(*name);
  if (const auto* map = arguments[0].map())
    if (map->size() == 1 && map->front().first == "timezone" && map->front().second.string() != nullptr)
      return find_zone(*map->front().second.string());
  return type_error(
      "a clock's argument is a time zone, as in 'Europe/Stockholm' or {timezone: '+01:00'}, not " +
      type_text(arguments[0]));
}

Result<Value> read_clock(Kind kind, const ClockReading& reading, Arguments arguments,
                         const TemporalContext& context) {
  const auto zone = zone_argument(arguments, context);
  if (!zone.ok()) return zone.error();
  const auto parts = now(kind, reading, *zone);
  return parts.ok() ? Result<Value>(value_of(*parts)) : parts.error();
}

template <Kind kind>
Result<Value> make(Arguments arguments, const TemporalContext& context) {
  if (arguments.empty()) return read_clock(kind, context.statement, arguments, context);
  return construct(kind, arguments[0], context);
}
template <Kind kind>
Result<Value> statement(Arguments arguments, const TemporalContext& context) {
  return read_clock(kind, context.statement, arguments, context);
}
template <Kind kind>
Result<Value> transaction(Arguments arguments, const TemporalContext& context) {
  return read_clock(kind, context.transaction, arguments, context);
}
template <Kind kind>
Result<Value> realtime(Arguments arguments, const TemporalContext& context) {
  return read_clock(kind, context.realtime ? context.realtime() : context.statement, arguments, context);
}

template <Kind kind>
Result<Value> truncated(Arguments arguments, const TemporalContext& context) {
  const std::string* unit = arguments[0].string();
  if (unit == nullptr)
    return type_error("the unit to truncate to is a string, not " + type_text(arguments[0]));
  if (arguments.size() > 2 && arguments[2].map() == nullptr)
    return type_error("the fields to set after truncating are a map, not " + type_text(arguments[2]));
  Value value;
  if (arguments.size() > 1) {
    value = arguments[1];
  } else {
    auto current = read_clock(kind, context.statement, {}, context);
    if (!current.ok()) return current;
    value = current.take();
  }
  return truncate(kind, *unit, value, arguments.size() > 2 ? arguments[2].map() : nullptr, context);
}

template <BetweenUnit unit>
Result<Value> apart(Arguments arguments, const TemporalContext&) {
  return between(unit, arguments[0], arguments[1]);
}

struct Line {
  TemporalFunction function;
  Result<Value> (*call)(Arguments, const TemporalContext&);
};

template <Kind kind>
constexpr std::array<Line, 5> instant_lines(std::string_view make_name, std::string_view statement_name,
                                            std::string_view transaction_name, std::string_view realtime_name,
                                            std::string_view truncate_name) {
  return {{{{make_name, 0, 1, kind}, make<kind>},
           {{statement_name, 0, 1, kind}, statement<kind>},
           {{transaction_name, 0, 1, kind}, transaction<kind>},
           {{realtime_name, 0, 1, kind}, realtime<kind>},
           {{truncate_name, 1, 3, kind}, truncated<kind>}}};
}

constexpr std::array<std::array<Line, 5>, 5> kInstants{
    instant_lines<Kind::date>("date", "date.statement", "date.transaction", "date.realtime", "date.truncate"),
    instant_lines<Kind::local_time>("localtime", "localtime.statement", "localtime.transaction",
                                    "localtime.realtime", "localtime.truncate"),
    instant_lines<Kind::time>("time", "time.statement", "time.transaction", "time.realtime", "time.truncate"),
    instant_lines<Kind::local_date_time>("localdatetime", "localdatetime.statement",
                                         "localdatetime.transaction", "localdatetime.realtime",
                                         "localdatetime.truncate"),
    instant_lines<Kind::date_time>("datetime", "datetime.statement", "datetime.transaction",
                                   "datetime.realtime", "datetime.truncate"),
};

constexpr std::array<Line, 7> kOthers{{
    {{"datetime.fromepoch", 2, 2, Kind::date_time},
     [](Arguments arguments, const TemporalContext&) { return from_epoch(arguments[0], arguments[1]); }},
    {{"datetime.fromepochmillis", 1, 1, Kind::date_time},
     [](Arguments arguments, const TemporalContext&) { return from_epoch_milliseconds(arguments[0]); }},
    {{"duration", 1, 1, Kind::duration},
     [](Arguments arguments, const TemporalContext&) { return construct_duration(arguments[0]); }},
    {{"duration.between", 2, 2, Kind::duration}, apart<BetweenUnit::all>},
    {{"duration.inMonths", 2, 2, Kind::duration}, apart<BetweenUnit::months>},
    {{"duration.inDays", 2, 2, Kind::duration}, apart<BetweenUnit::days>},
    {{"duration.inSeconds", 2, 2, Kind::duration}, apart<BetweenUnit::seconds>},
}};

constexpr std::size_t kCount = kInstants.size() * 5 + kOthers.size();

constexpr std::array<Line, kCount> all_lines() {
  std::array<Line, kCount> lines{};
  std::size_t at = 0;
  for (const auto& group : kInstants)
    for (const Line& line : group) lines[at++] = line;
  for (const Line& line : kOthers) lines[at++] = line;
  return lines;
}
constexpr std::array<Line, kCount> kLines = all_lines();

constexpr std::array<TemporalFunction, kCount> all_functions() {
  std::array<TemporalFunction, kCount> functions{};
  for (std::size_t i = 0; i < kCount; ++i) functions[i] = kLines[i].function;
  return functions;
}
constexpr std::array<TemporalFunction, kCount> kFunctions = all_functions();

Error wrong_count(const TemporalFunction& function, std::size_t count) {
  std::string wanted = std::to_string(function.least_arguments);
  if (function.most_arguments != function.least_arguments)
    wanted += " to " + std::to_string(function.most_arguments);
  return make_error(ErrorCode::query, "",
                    "SyntaxError: InvalidNumberOfArguments: " + std::string(function.name) + "() takes " +
                        wanted + (wanted == "1" ? " argument, not " : " arguments, not ") +
                        std::to_string(count));
}

Error unknown_function(std::string_view name) {
  std::array<std::string_view, kCount> names;
  for (std::size_t i = 0; i < kCount; ++i) names[i] = kFunctions[i].name;
  return make_error(ErrorCode::query, "",
                    "SyntaxError: UnknownFunction: there is no function '" + std::string(name) + "'" +
                        suggestion(name, names.data(), names.size()));
}

}  // namespace
}  // namespace temporal

std::span<const TemporalFunction> temporal_functions() { return temporal::kFunctions; }

const TemporalFunction* find_temporal_function(std::string_view name) {
  for (const TemporalFunction& function : temporal::kFunctions)
    if (temporal::same_name(function.name, name)) return &function;
  return nullptr;
}

Result<Value> call_temporal(std::string_view name, std::span<const Value> arguments,
                            const TemporalContext& context) {
  const TemporalFunction* function = find_temporal_function(name);
  if (function == nullptr) return temporal::unknown_function(name);
  if (arguments.size() < function->least_arguments || arguments.size() > function->most_arguments)
    return temporal::wrong_count(*function, arguments.size());
  if (std::any_of(arguments.begin(), arguments.end(), [](const Value& value) { return value.is_null(); }))
    return Value();
  return temporal::kLines[static_cast<std::size_t>(function - temporal::kFunctions.data())].call(arguments,
                                                                                                 context);
}

}  // namespace talentflow::query
