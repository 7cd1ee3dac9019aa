// value.year, value.offsetMinutes, duration.minutesOfHour: a table line a component.
#include <array>
#include <vector>

#include "query/temporal/calendar.hpp"
#include "query/temporal/parts.hpp"
#include "query/temporal/temporal.hpp"
#include "query/temporal/text.hpp"

namespace talentflow::query {
namespace temporal {
namespace {

enum Needs : unsigned { kDate = 1, kTime = 2, kZone = 4 };

struct InstantComponent {
  std::string_view name;
  unsigned needs;
  Value (*get)(const Parts& parts);
};

std::int64_t fraction(const Parts& parts) { return parts.nanoseconds % kNanosecondsPerSecond; }
std::int64_t second_of_day(const Parts& parts) { return parts.nanoseconds / kNanosecondsPerSecond; }
std::int64_t epoch_second(const Parts& parts) {
  return parts.days * kSecondsPerDay + second_of_day(parts) - parts.offset;
}
/// Null past 292 million years from 1970, where milliseconds are no 64-bit number.
Value epoch_milliseconds(const Parts& parts) {
  const Wide milliseconds = static_cast<Wide>(epoch_second(parts)) * 1000 + fraction(parts) / 1'000'000;
  const auto narrow = static_cast<std::int64_t>(milliseconds);
  return narrow == milliseconds ? Value(narrow) : Value();
}

constexpr std::array kInstantComponents{
    InstantComponent{"year", kDate, [](const Parts& p) { return Value(calendar_date(p.days).year); }},
    InstantComponent{"quarter", kDate, [](const Parts& p) { return Value(quarter_date(p.days).quarter); }},
    InstantComponent{"month", kDate, [](const Parts& p) { return Value(calendar_date(p.days).month); }},
    InstantComponent{"week", kDate, [](const Parts& p) { return Value(week_date(p.days).week); }},
    InstantComponent{"weekYear", kDate, [](const Parts& p) { return Value(week_date(p.days).year); }},
    InstantComponent{"day", kDate, [](const Parts& p) { return Value(calendar_date(p.days).day); }},
    InstantComponent{"dayOfQuarter", kDate, [](const Parts& p) { return Value(quarter_date(p.days).day); }},
    InstantComponent{"ordinalDay", kDate, [](const Parts& p) { return Value(ordinal_date(p.days).day); }},
    InstantComponent{"weekDay", kDate, [](const Parts& p) { return Value(week_date(p.days).day); }},
    InstantComponent{"dayOfWeek", kDate, [](const Parts& p) { return Value(week_date(p.days).day); }},
    InstantComponent{"hour", kTime, [](const Parts& p) { return Value(second_of_day(p) / 3600); }},
    InstantComponent{"minute", kTime, [](const Parts& p) { return Value(second_of_day(p) / 60 % 60); }},
    InstantComponent{"second", kTime, [](const Parts& p) { return Value(second_of_day(p) % 60); }},
    InstantComponent{"millisecond", kTime, [](const Parts& p) { return Value(fraction(p) / 1'000'000); }},
    InstantComponent{"microsecond", kTime, [](const Parts& p) { return Value(fraction(p) / 1000); }},
    InstantComponent{"nanosecond", kTime, [](const Parts& p) { return Value(fraction(p)); }},
    InstantComponent{"timezone", kZone,
                     [](const Parts& p) { return Value(p.zone ? *p.zone : offset_text(p.offset)); }},
    InstantComponent{"offset", kZone, [](const Parts& p) { return Value(offset_text(p.offset)); }},
    InstantComponent{"offsetMinutes", kZone, [](const Parts& p) { return Value(p.offset / 60); }},
    InstantComponent{"offsetSeconds", kZone, [](const Parts& p) { return Value(p.offset); }},
    InstantComponent{"epochSeconds", kDate | kZone, [](const Parts& p) { return Value(epoch_second(p)); }},
    InstantComponent{"epochMillis", kDate | kZone, epoch_milliseconds},
};

struct DurationComponent {
  std::string_view name;
  Wide (*get)(const DurationValue& duration);
};

/// The seconds' number of units of 1/scale second.
Wide scaled(const DurationValue& duration, std::int64_t scale) {
  return static_cast<Wide>(duration.seconds) * scale + duration.nanoseconds / (kNanosecondsPerSecond / scale);
}

constexpr std::array kDurationComponents{
    DurationComponent{"years", [](const DurationValue& d) -> Wide { return d.months / 12; }},
    DurationComponent{"quarters", [](const DurationValue& d) -> Wide { return d.months / 3; }},
    DurationComponent{"months", [](const DurationValue& d) -> Wide { return d.months; }},
    DurationComponent{"weeks", [](const DurationValue& d) -> Wide { return d.days / 7; }},
    DurationComponent{"days", [](const DurationValue& d) -> Wide { return d.days; }},
    DurationComponent{"hours", [](const DurationValue& d) -> Wide { return d.seconds / 3600; }},
    DurationComponent{"minutes", [](const DurationValue& d) -> Wide { return d.seconds / 60; }},
    DurationComponent{"seconds", [](const DurationValue& d) -> Wide { return d.seconds; }},
    DurationComponent{"milliseconds", [](const DurationValue& d) { return scaled(d, 1000); }},
    DurationComponent{"microseconds", [](const DurationValue& d) { return scaled(d, 1'000'000); }},
    DurationComponent{"nanoseconds", [](const DurationValue& d) { return scaled(d, kNanosecondsPerSecond); }},
    DurationComponent{"quartersOfYear", [](const DurationValue& d) -> Wide { return d.months / 3 % 4; }},
    DurationComponent{"monthsOfQuarter", [](const DurationValue& d) -> Wide { return d.months % 3; }},
    DurationComponent{"monthsOfYear", [](const DurationValue& d) -> Wide { return d.months % 12; }},
    DurationComponent{"daysOfWeek", [](const DurationValue& d) -> Wide { return d.days % 7; }},
    DurationComponent{"minutesOfHour", [](const DurationValue& d) -> Wide { return d.seconds / 60 % 60; }},
    DurationComponent{"secondsOfMinute", [](const DurationValue& d) -> Wide { return d.seconds % 60; }},
    DurationComponent{"millisecondsOfSecond",
                      [](const DurationValue& d) -> Wide { return d.nanoseconds / 1'000'000; }},
    DurationComponent{"microsecondsOfSecond",
                      [](const DurationValue& d) -> Wide { return d.nanoseconds / 1000; }},
    DurationComponent{"nanosecondsOfSecond", [](const DurationValue& d) -> Wide { return d.nanoseconds; }},
};

bool there(unsigned needs, Kind kind) {
  return ((needs & kDate) == 0 || has_date(kind)) && ((needs & kTime) == 0 || has_time(kind)) &&
         ((needs & kZone) == 0 || has_zone(kind));
}

Error no_component(Kind kind, std::string_view name, const std::vector<std::string_view>& names) {
  return argument_error("a " + std::string(kind_name(kind)) + " has no component '" + std::string(name) +
                        "'" + suggestion(name, names.data(), names.size()));
}

Result<Value> instant_component(const Parts& parts, std::string_view name) {
  std::vector<std::string_view> names;
  for (const InstantComponent& component : kInstantComponents) {
    if (!there(component.needs, parts.kind)) continue;
    if (component.name == name) return component.get(parts);
    names.push_back(component.name);
  }
  return no_component(parts.kind, name, names);
}

Result<Value> duration_component(const DurationValue& duration, std::string_view name) {
  std::vector<std::string_view> names;
  for (const DurationComponent& component : kDurationComponents) {
    if (component.name == name) {
      const Wide wide = component.get(duration);
      const auto number = static_cast<std::int64_t>(wide);
      if (number != wide)
        return range_error("'" + std::string(name) + "' of so long a duration is no 64-bit number");
      return Value(number);
    }
    names.push_back(component.name);
  }
  return no_component(Kind::duration, name, names);
}

}  // namespace
}  // namespace temporal

Result<Value> temporal_component(const Value& value, std::string_view name) {
  if (const auto* duration = value.duration()) return temporal::duration_component(*duration, name);
  if (const auto parts = temporal::parts_of(value)) return temporal::instant_component(*parts, name);
  return temporal::type_error("there is no component '" + std::string(name) + "' of " +
                              temporal::type_text(value));
}

}  // namespace talentflow::query
