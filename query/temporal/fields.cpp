#include "query/temporal/fields.hpp"

#include <array>
#include <vector>

#include "query/temporal/calendar.hpp"

namespace talentflow::query::temporal {
namespace {

enum Group : unsigned { kDate = 1, kTime = 2, kEpoch = 4 };

struct NumberField {
  std::string_view name;
  Fields::Number Fields::*member;
  unsigned group;
};
constexpr std::array kNumbers{
    NumberField{"year", &Fields::year, kDate},
    NumberField{"month", &Fields::month, kDate},
    NumberField{"day", &Fields::day, kDate},
    NumberField{"week", &Fields::week, kDate},
    NumberField{"dayOfWeek", &Fields::day_of_week, kDate},
    NumberField{"quarter", &Fields::quarter, kDate},
    NumberField{"dayOfQuarter", &Fields::day_of_quarter, kDate},
    NumberField{"ordinalDay", &Fields::ordinal_day, kDate},
    NumberField{"hour", &Fields::hour, kTime},
    NumberField{"minute", &Fields::minute, kTime},
    NumberField{"second", &Fields::second, kTime},
    NumberField{"millisecond", &Fields::millisecond, kTime},
    NumberField{"microsecond", &Fields::microsecond, kTime},
    NumberField{"nanosecond", &Fields::nanosecond, kTime},
    NumberField{"epochSeconds", &Fields::epoch_seconds, kEpoch},
    NumberField{"epochMillis", &Fields::epoch_millis, kEpoch},
};

struct BaseField {
  std::string_view name;
  std::optional<Parts> Fields::*member;
  unsigned groups;
};
constexpr std::array kBases{
    BaseField{"date", &Fields::date, kDate},
    BaseField{"time", &Fields::time, kTime},
    BaseField{"datetime", &Fields::date_time, kDate | kTime},
};

unsigned groups_of(Kind kind) {
  unsigned groups = 0;
  if (has_date(kind)) groups |= kDate;
  if (has_time(kind)) groups |= kTime;
  if (kind == Kind::date_time) groups |= kEpoch;
  return groups;
}

bool subset(unsigned part, unsigned whole) { return (part & ~whole) == 0; }

Error unknown_field(Kind kind, std::string_view key) {
  const unsigned groups = groups_of(kind);
  std::vector<std::string_view> names;
  for (const auto& field : kNumbers)
    if (subset(field.group, groups)) names.push_back(field.name);
  for (const auto& field : kBases)
    if (subset(field.groups, groups)) names.push_back(field.name);
  names.push_back("timezone");
  return argument_error(std::string(kind_name(kind)) + " has no field '" + std::string(key) + "'" +
                        suggestion(key, names.data(), names.size()));
}

Error wrong_type(std::string_view key, const char* wanted, const Value& value) {
  return type_error("the field '" + std::string(key) + "' takes " + wanted + ", not " + type_text(value));
}

Result<void> read_base(const BaseField& field, const Value& value, Fields& fields) {
  const auto parts = parts_of(value);
  const bool date_there = parts && has_date(parts->kind);
  const bool time_there = parts && has_time(parts->kind);
  // A date may stand for a datetime at midnight; nothing stands for a date that is not there.
  const bool enough = field.groups == kTime ? time_there : date_there;
  if (!enough) {
    const char* wanted = field.groups == kTime ? "a value with a time" : "a value with a date";
    return wrong_type(field.name, wanted, value);
  }
  fields.*field.member = parts;
  return {};
}

Result<void> read_field(Kind kind, std::string_view key, const Value& value, Fields& fields) {
  const unsigned groups = groups_of(kind);
  if (key == "timezone") {
    const std::string* name = value.string();
    if (name == nullptr) return wrong_type(key, "a string", value);
    auto zone = find_zone(*name);
    if (!zone.ok()) return zone.error();
    fields.timezone = zone.take();
    return {};
  }
  fields.any = true;
  for (const auto& field : kNumbers) {
    if (field.name != key || !subset(field.group, groups)) continue;
    if (value.integer() == nullptr) return wrong_type(key, "an integer", value);
    fields.*field.member = *value.integer();
    return {};
  }
  for (const auto& field : kBases)
    if (field.name == key && subset(field.groups, groups)) return read_base(field, value, fields);
  return unknown_field(kind, key);
}

/// The only system of dates that the fields use; an error when there are two.
enum class System { none, calendar, week, quarter, ordinal };

Result<System> system_of(const Fields& fields) {
  const std::array<std::pair<bool, System>, 4> used{{
      {fields.month || (fields.day && !fields.week && !fields.quarter && !fields.ordinal_day),
       System::calendar},
      {fields.week || fields.day_of_week, System::week},
      {fields.quarter || fields.day_of_quarter, System::quarter},
      {fields.ordinal_day.has_value(), System::ordinal},
  }};
  System found = System::none;
  for (const auto& [is_used, system] : used) {
    if (!is_used) continue;
    if (found != System::none)
      return argument_error(
          "a date is given by month and day, or by week and dayOfWeek, or by quarter and dayOfQuarter, or by "
          "ordinalDay: use one of them");
    found = system;
  }
  if (fields.day && found != System::calendar && found != System::none)
    return argument_error("'day' goes with 'month': use dayOfWeek, dayOfQuarter or ordinalDay here");
  return found;
}

Error missing(const char* larger, const char* smaller) {
  return argument_error(std::string("'") + smaller + "' needs '" + larger + "' too");
}

Error no_such_date(const char* system) {
  return argument_error(std::string("there is no such date: look at ") + system);
}

/// Two fields below the year: what is given, else the base's, else 1; without a base no gap.
Result<std::pair<std::int64_t, std::int64_t>> two_fields(const Fields::Number& large,
                                                         const Fields::Number& small, bool base,
                                                         std::int64_t base_large, std::int64_t base_small,
                                                         const char* large_name, const char* small_name) {
  if (!base && small && !large) return missing(large_name, small_name);
  return std::pair{large.value_or(base ? base_large : 1), small.value_or(base ? base_small : 1)};
}

Result<std::int64_t> checked(std::optional<std::int64_t> day, const char* system) {
  if (!day) return no_such_date(system);
  return *day;
}

Result<std::int64_t> calendar_day(const Fields& fields, const std::optional<std::int64_t>& base) {
  const CalendarDate from = base ? calendar_date(*base) : CalendarDate{};
  const auto both =
      two_fields(fields.month, fields.day, base.has_value(), from.month, from.day, "month", "day");
  if (!both.ok()) return both.error();
  return checked(day_of(CalendarDate{fields.year.value_or(from.year), both->first, both->second}),
                 "year (-999999999 to 999999999), month (1 to 12) and day (1 to the month's length)");
}

Result<std::int64_t> week_day(const Fields& fields, const std::optional<std::int64_t>& base) {
  const WeekDate from = base ? week_date(*base) : WeekDate{};
  const auto both =
      two_fields(fields.week, fields.day_of_week, base.has_value(), from.week, from.day, "week", "dayOfWeek");
  if (!both.ok()) return both.error();
  return checked(day_of(WeekDate{fields.year.value_or(from.year), both->first, both->second}),
                 "year, week (1 to 52, in some years 53) and dayOfWeek (1 to 7)");
}

Result<std::int64_t> quarter_day(const Fields& fields, const std::optional<std::int64_t>& base) {
  const QuarterDate from = base ? quarter_date(*base) : QuarterDate{};
  const auto both = two_fields(fields.quarter, fields.day_of_quarter, base.has_value(), from.quarter,
                               from.day, "quarter", "dayOfQuarter");
  if (!both.ok()) return both.error();
  return checked(day_of(QuarterDate{fields.year.value_or(from.year), both->first, both->second}),
                 "year, quarter (1 to 4) and dayOfQuarter (1 to 90, 91 or 92)");
}

Result<std::int64_t> ordinal_day(const Fields& fields, const std::optional<std::int64_t>& base) {
  const OrdinalDate from = base ? ordinal_date(*base) : OrdinalDate{};
  return checked(day_of(OrdinalDate{fields.year.value_or(from.year), *fields.ordinal_day}),
                 "year and ordinalDay (1 to 365, in leap years 366)");
}

Result<std::int64_t> fraction_part(const char* name, const Fields::Number& value, std::int64_t below) {
  const std::int64_t number = value.value_or(0);
  if (number < 0 || number >= below)
    return argument_error(std::string("'") + name + "' is from 0 to " + std::to_string(below - 1) + ", not " +
                          std::to_string(number));
  return number;
}

/// Each takes what the larger ones leave: nanosecond alone is the whole fraction, beside microsecond its last
/// three digits.
Result<std::int64_t> fraction(const Fields& fields) {
  const auto milli = fraction_part("millisecond", fields.millisecond, 1000);
  if (!milli.ok()) return milli;
  const auto micro = fraction_part("microsecond", fields.microsecond, fields.millisecond ? 1000 : 1'000'000);
  if (!micro.ok()) return micro;
  const std::int64_t nanos = fields.microsecond   ? 1000
                             : fields.millisecond ? 1'000'000
                                                  : kNanosecondsPerSecond;
  const auto nano = fraction_part("nanosecond", fields.nanosecond, nanos);
  if (!nano.ok()) return nano;
  return *milli * 1'000'000 + *micro * 1000 + *nano;
}

}  // namespace

Result<std::optional<Fields>> read_fields(Kind kind, const ValueMap& map) {
  Fields fields;
  bool null = false;
  for (const auto& [key, value] : map) {
    if (value.is_null()) {
      null = true;
      continue;
    }
    TALENTFLOW_TRY(read_field(kind, key, value, fields));
  }
  if (null) return std::optional<Fields>();
  return std::optional<Fields>(std::move(fields));
}

Result<std::int64_t> build_day(Kind kind, const Fields& fields, std::optional<std::int64_t> base) {
  const auto system = system_of(fields);
  if (!system.ok()) return system.error();
  if (!base && !fields.year)
    return argument_error(std::string(kind_name(kind)) +
                          " needs at least a year, as in {year: 1984}, or a date to start from");
  if (base && !fields.year && *system == System::none) return *base;
  switch (*system) {
    case System::none:
    case System::calendar:
      return calendar_day(fields, base);
    case System::week:
      return week_day(fields, base);
    case System::quarter:
      return quarter_day(fields, base);
    case System::ordinal:
      return ordinal_day(fields, base);
  }
  return *base;
}

Result<std::int64_t> build_time(const Fields& fields, std::optional<std::int64_t> base) {
  if (!base && fields.minute && !fields.hour) return missing("hour", "minute");
  if (!base && fields.second && !fields.minute) return missing("minute", "second");
  if (!base && fields.any_fraction() && !fields.second)
    return missing("second", fields.millisecond   ? "millisecond"
                             : fields.microsecond ? "microsecond"
                                                  : "nanosecond");
  const std::int64_t from = base.value_or(0);
  const std::int64_t seconds = from / kNanosecondsPerSecond;
  const std::int64_t hour = fields.hour.value_or(seconds / 3600);
  const std::int64_t minute = fields.minute.value_or(seconds / 60 % 60);
  const std::int64_t second = fields.second.value_or(seconds % 60);
  if (hour < 0 || hour > 23) return argument_error("'hour' is from 0 to 23, not " + std::to_string(hour));
  if (minute < 0 || minute > 59)
    return argument_error("'minute' is from 0 to 59, not " + std::to_string(minute));
  if (second < 0 || second > 59)
    return argument_error("'second' is from 0 to 59, not " + std::to_string(second));
  std::int64_t part = from % kNanosecondsPerSecond;
  if (fields.any_fraction()) {
    const auto given = fraction(fields);
    if (!given.ok()) return given;
    part = *given;
  }
  return ((hour * 60 + minute) * 60 + second) * kNanosecondsPerSecond + part;
}

}  // namespace talentflow::query::temporal
