#include "query/temporal/truncate.hpp"

#include <algorithm>
#include <array>

#include "query/temporal/calendar.hpp"
#include "query/temporal/construct.hpp"
#include "query/temporal/fields.hpp"

namespace talentflow::query::temporal {
namespace {

using Days = std::optional<std::int64_t>;

Days year_start(std::int64_t year) { return day_of(CalendarDate{year, 1, 1}); }
Days years_start(std::int64_t day, std::int64_t count) {
  return year_start(floor_divide(calendar_date(day).year, count) * count);
}

/// A unit of days gives the first day; a unit of time the length to cut to.
struct Unit {
  std::string_view name;
  Days (*first_day)(std::int64_t day);
  std::int64_t nanoseconds;
};
constexpr std::array kUnits{
    Unit{"millennium", [](std::int64_t day) { return years_start(day, 1000); }, 0},
    Unit{"century", [](std::int64_t day) { return years_start(day, 100); }, 0},
    Unit{"decade", [](std::int64_t day) { return years_start(day, 10); }, 0},
    Unit{"year", [](std::int64_t day) { return years_start(day, 1); }, 0},
    Unit{"weekYear",
         [](std::int64_t day) {
           return day_of(WeekDate{week_date(day).year, 1, 1});
         },
         0},
    Unit{"quarter", [](std::int64_t day) { return Days(day - quarter_date(day).day + 1); }, 0},
    Unit{"month", [](std::int64_t day) { return Days(day - calendar_date(day).day + 1); }, 0},
    Unit{"week",
         [](std::int64_t day) {
           const std::int64_t monday = day - week_date(day).day + 1;
           return monday < kFirstDay ? Days() : Days(monday);
         },
         0},
    Unit{"day", [](std::int64_t day) { return Days(day); }, 0},
    Unit{"hour", nullptr, 3600 * kNanosecondsPerSecond},
    Unit{"minute", nullptr, 60 * kNanosecondsPerSecond},
    Unit{"second", nullptr, kNanosecondsPerSecond},
    Unit{"millisecond", nullptr, 1'000'000},
    Unit{"microsecond", nullptr, 1000},
};

const Unit* find_unit(std::string_view name) {
  const auto found = std::find_if(kUnits.begin(), kUnits.end(),
                                  [&](const Unit& unit) { return same_name(unit.name, name); });
  return found == kUnits.end() ? nullptr : &*found;
}

Error unknown_unit(std::string_view name) {
  std::array<std::string_view, kUnits.size()> names;
  for (std::size_t i = 0; i < kUnits.size(); ++i) names[i] = kUnits[i].name;
  return argument_error("'" + std::string(name) + "' is no unit to truncate to" +
                        suggestion(name, names.data(), names.size()));
}

/// What the value must have, and what the result can hold.
Result<void> check(Kind kind, const Unit& unit, const Value& value, const std::optional<Parts>& parts) {
  const std::string name = std::string(kind_name(kind)) + ".truncate";
  if (!parts) return type_error(name + "() takes a date or a time, not " + type_text(value));
  const std::string to = "() cannot truncate " + type_text(value) + " to the " + std::string(unit.name);
  const bool by_date = unit.first_day != nullptr;
  if (has_date(kind) && !has_date(parts->kind)) return argument_error(name + to + ": it has no date");
  if (!has_date(kind) && !has_time(parts->kind)) return argument_error(name + to + ": it has no time");
  if (!by_date && !has_time(kind)) return argument_error(name + to + ": a date has no time");
  if (!by_date && !has_time(parts->kind)) return argument_error(name + to + ": it has no time");
  if (by_date && unit.name != "day" && !has_date(kind))
    return argument_error(name + to + ": the largest unit of a time is the day");
  return {};
}

/// The fraction that stays is part of what smaller fields add to: millisecond 645 and {nanosecond: 2} make
/// .645000002.
void keep_fraction(const Unit& unit, const Parts& parts, Fields& fields) {
  const std::int64_t fraction = parts.nanoseconds % kNanosecondsPerSecond;
  if (unit.nanoseconds == 1'000'000 && !fields.millisecond && (fields.microsecond || fields.nanosecond))
    fields.millisecond = fraction / 1'000'000;
  if (unit.nanoseconds == 1000 && !fields.millisecond && !fields.microsecond && fields.nanosecond)
    fields.microsecond = fraction / 1000;
}

}  // namespace

Result<Value> truncate(Kind kind, std::string_view unit_name, const Value& value, const ValueMap* map,
                       const TemporalContext& context) {
  const Unit* unit = find_unit(unit_name);
  if (unit == nullptr) return unknown_unit(unit_name);
  auto parts = parts_of(value);
  TALENTFLOW_TRY(check(kind, *unit, value, parts));
  Fields fields;
  if (map != nullptr) {
    auto read = read_fields(kind, *map);
    if (!read.ok()) return read.error();
    if (!read->has_value()) return Value();
    fields = **read;
  }
  if (fields.timezone && !has_zone(kind))
    return argument_error("a " + std::string(kind_name(kind)) + " has no time zone: leave 'timezone' out");
  if (unit->first_day != nullptr) {
    const Days first = unit->first_day(parts->days);
    if (!first)
      return range_error("the start of that " + std::string(unit->name) + " is before the year -999999999");
    parts->days = *first;
    parts->nanoseconds = 0;
  } else {
    parts->nanoseconds -= parts->nanoseconds % unit->nanoseconds;
    keep_fraction(*unit, *parts, fields);
  }
  // With a zone of its own the result keeps the local clock; a date has no zone to keep.
  if (fields.timezone && has_zone(parts->kind))
    parts->kind = has_date(parts->kind) ? Kind::local_date_time : Kind::local_time;
  if (parts->kind == Kind::date) parts->kind = Kind::local_date_time;
  auto built = build(kind, fields, parts, context);
  return built.ok() ? Result<Value>(value_of(*built)) : built.error();
}

}  // namespace talentflow::query::temporal
