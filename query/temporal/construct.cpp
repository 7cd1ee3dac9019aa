// Instants from maps, strings and other instants.
//
// The order matters where a value with a zone is taken over and another zone is asked for: the entries are
// set first, on the clock of the value's own zone, and the result then moves as an instant. A value without a
// zone keeps its local clock and gets the zone.
#include "query/temporal/construct.hpp"

#include "query/temporal/calendar.hpp"
#include "query/temporal/text.hpp"

namespace talentflow::query::temporal {
namespace {

Error out_of_years() { return range_error("the date lies outside the years -999999999 to 999999999"); }

Result<Parts> utc_parts(std::int64_t seconds, std::int64_t nanoseconds) {
  const std::int64_t days = floor_divide(seconds, kSecondsPerDay);
  if (days < kFirstDay || days > kLastDay) return out_of_years();
  return Parts{Kind::date_time, days,
               floor_remainder(seconds, kSecondsPerDay) * kNanosecondsPerSecond + nanoseconds, 0, nullptr};
}

Result<Parts> moved(const Parts& parts, const Zone& zone) {
  auto result = move_to_zone(parts, zone);
  if (!result) return out_of_years();
  return std::move(*result);
}

/// datetime({epochSeconds: .., nanosecond: ..}), datetime({epochMillis: ..})
Result<Parts> build_epoch(const Fields& fields) {
  if (fields.epoch_seconds && fields.epoch_millis)
    return argument_error("give epochSeconds or epochMillis, not both");
  Fields rest = fields;
  rest.second = 0;  // the epoch stands for all that is larger than the fraction
  rest.hour = rest.minute = 0;
  if (fields.any_date() || fields.hour || fields.minute || fields.second || fields.date || fields.time ||
      fields.date_time)
    return argument_error("epochSeconds and epochMillis stand with nanosecond and timezone only");
  const auto fraction = build_time(rest, std::nullopt);
  if (!fraction.ok()) return fraction.error();
  if (fields.epoch_seconds) return utc_parts(*fields.epoch_seconds, *fraction);
  const std::int64_t millis = floor_remainder(*fields.epoch_millis, 1000) * 1'000'000;
  if (*fraction >= 1'000'000) return argument_error("beside epochMillis, 'nanosecond' is from 0 to 999999");
  return utc_parts(floor_divide(*fields.epoch_millis, 1000), millis + *fraction);
}

/// What the entries start from: a base of each sort that is there.
struct Bases {
  std::optional<Parts> date;
  std::optional<Parts> time;
};

Bases bases_of(const Fields& fields, const std::optional<Parts>& base) {
  Bases out;
  const std::optional<Parts>& whole = fields.date_time ? fields.date_time : base;
  if (whole && has_date(whole->kind)) out.date = whole;
  if (whole && has_time(whole->kind)) out.time = whole;
  if (fields.date) out.date = fields.date;
  if (fields.time) out.time = fields.time;
  return out;
}

bool names_day(const Fields& fields) {
  return fields.day || fields.day_of_week || fields.day_of_quarter || fields.ordinal_day;
}

/// The offset for a time: of a named zone at the instant of the base if it has one, else now.
Result<Parts> time_in_zone(Parts parts, const std::optional<Parts>& base, const Fields& fields,
                           const TemporalContext& context) {
  const bool zoned = base && has_zone(base->kind);
  if (zoned) parts.offset = base->offset;
  if (zoned && !fields.timezone) return parts;
  auto zone = fields.timezone ? Result<Zone>(*fields.timezone) : default_zone(context);
  if (!zone.ok()) return zone.error();
  const std::int64_t second =
      base && base->kind == Kind::date_time
          ? base->days * kSecondsPerDay + base->nanoseconds / kNanosecondsPerSecond - base->offset
          : context.statement.seconds;
  const std::int32_t offset = offset_at(*zone, second);
  if (zoned)
    parts.nanoseconds = floor_remainder(parts.nanoseconds + (offset - parts.offset) * kNanosecondsPerSecond,
                                        kNanosecondsPerDay);
  parts.offset = offset;
  return parts;
}

Result<Parts> date_time_in_zone(Parts parts, const std::optional<Parts>& base, const Fields& fields,
                                const TemporalContext& context) {
  if (base && has_zone(base->kind)) {
    put_in_zone(parts, zone_of(*base), base->offset);
    return fields.timezone ? moved(parts, *fields.timezone) : parts;
  }
  auto zone = fields.timezone ? Result<Zone>(*fields.timezone) : default_zone(context);
  if (!zone.ok()) return zone.error();
  put_in_zone(parts, *zone, std::nullopt);
  return parts;
}

Result<Value> from_map(Kind kind, const ValueMap& map, const TemporalContext& context) {
  auto fields = read_fields(kind, map);
  if (!fields.ok()) return fields.error();
  if (!fields->has_value()) return Value();
  const Fields& given = **fields;
  if (!given.any) {
    if (!given.timezone)
      return argument_error(std::string(kind_name(kind)) + "() takes a map with at least one field, as in " +
                            (has_date(kind) ? "{year: 1984}" : "{hour: 12}"));
    const auto parts = now(kind, context.statement, *given.timezone);
    return parts.ok() ? Result<Value>(value_of(*parts)) : parts.error();
  }
  if (given.timezone && !has_zone(kind))
    return argument_error("a " + std::string(kind_name(kind)) +
                          " has no time zone: leave 'timezone' out, or make a " +
                          (has_date(kind) ? "datetime" : "time"));
  const auto parts = build(kind, given, std::nullopt, context);
  return parts.ok() ? Result<Value>(value_of(*parts)) : parts.error();
}

Result<Value> from_text(Kind kind, const std::string& text, const TemporalContext& context) {
  const auto zone = default_zone(context);
  if (!zone.ok()) return zone.error();
  const auto parts = parse_instant(kind, text, *zone, context.statement.seconds);
  return parts.ok() ? Result<Value>(value_of(*parts)) : parts.error();
}

Result<Value> from_instant(Kind kind, const Parts& from, const TemporalContext& context) {
  const bool enough = has_date(kind) ? has_date(from.kind) : has_time(from.kind);
  if (!enough)
    return type_error("a " + std::string(kind_name(from.kind)) + " has no " +
                      (has_date(kind) ? "date" : "time") + " to make a " + std::string(kind_name(kind)) +
                      " from");
  const auto parts = build(kind, Fields{}, from, context);
  return parts.ok() ? Result<Value>(value_of(*parts)) : parts.error();
}

}  // namespace

Result<Zone> default_zone(const TemporalContext& context) { return find_zone(context.zone); }

Result<Parts> now(Kind kind, const ClockReading& reading, const Zone& zone) {
  auto utc = utc_parts(reading.seconds, reading.nanoseconds);
  if (!utc.ok()) return utc;
  auto local = moved(*utc, zone);
  if (!local.ok()) return local;
  Parts parts = local.take();
  parts.kind = kind;
  if (!has_date(kind)) parts.days = 0;
  if (!has_time(kind)) parts.nanoseconds = 0;
  if (!has_zone(kind)) parts.offset = 0;
  if (kind != Kind::date_time) parts.zone = nullptr;
  return parts;
}

Result<Parts> build(Kind kind, const Fields& fields, const std::optional<Parts>& base,
                    const TemporalContext& context) {
  if (fields.epoch_seconds || fields.epoch_millis) {
    auto parts = build_epoch(fields);
    if (!parts.ok() || !fields.timezone) return parts;
    return moved(*parts, *fields.timezone);
  }
  const Bases bases = bases_of(fields, base);
  Parts parts;
  parts.kind = kind;
  if (has_date(kind)) {
    const auto days = build_day(kind, fields, bases.date ? std::optional(bases.date->days) : std::nullopt);
    if (!days.ok()) return days.error();
    parts.days = *days;
  }
  if (has_time(kind)) {
    if (has_date(kind) && !bases.date && fields.any_time() && !names_day(fields))
      return argument_error(
          "a time of day needs a whole date: give day, dayOfWeek, dayOfQuarter or ordinalDay too");
    if (!has_date(kind) && !bases.time && !fields.hour)
      return argument_error(std::string(kind_name(kind)) +
                            " needs at least an hour, as in {hour: 12}, or a time to start from");
    const auto nanoseconds =
        build_time(fields, bases.time ? std::optional(bases.time->nanoseconds) : std::nullopt);
    if (!nanoseconds.ok()) return nanoseconds.error();
    parts.nanoseconds = *nanoseconds;
  }
  if (kind == Kind::time) return time_in_zone(std::move(parts), bases.time, fields, context);
  if (kind == Kind::date_time) return date_time_in_zone(std::move(parts), bases.time, fields, context);
  return parts;
}

Result<Value> construct(Kind kind, const Value& argument, const TemporalContext& context) {
  if (const auto* map = argument.map()) return from_map(kind, *map, context);
  if (const auto* text = argument.string()) return from_text(kind, *text, context);
  if (const auto parts = parts_of(argument)) return from_instant(kind, *parts, context);
  return type_error(std::string(kind_name(kind)) + "() takes a map, a string or a temporal value, not " +
                    type_text(argument));
}

Result<Value> from_epoch(const Value& seconds, const Value& nanoseconds) {
  if (seconds.integer() == nullptr)
    return type_error("datetime.fromepoch() takes integers, not " + type_text(seconds));
  if (nanoseconds.integer() == nullptr)
    return type_error("datetime.fromepoch() takes integers, not " + type_text(nanoseconds));
  const std::int64_t carried = floor_divide(*nanoseconds.integer(), kNanosecondsPerSecond);
  std::int64_t sum = 0;
  if (__builtin_add_overflow(*seconds.integer(), carried, &sum)) return out_of_years();
  const auto parts = utc_parts(sum, floor_remainder(*nanoseconds.integer(), kNanosecondsPerSecond));
  return parts.ok() ? Result<Value>(value_of(*parts)) : parts.error();
}

Result<Value> from_epoch_milliseconds(const Value& milliseconds) {
  if (milliseconds.integer() == nullptr)
    return type_error("datetime.fromepochmillis() takes an integer, not " + type_text(milliseconds));
  const auto parts = utc_parts(floor_divide(*milliseconds.integer(), 1000),
                               floor_remainder(*milliseconds.integer(), 1000) * 1'000'000);
  return parts.ok() ? Result<Value>(value_of(*parts)) : parts.error();
}

}  // namespace talentflow::query::temporal
