#include "query/temporal/between.hpp"

#include "query/temporal/calendar.hpp"
#include "query/temporal/duration.hpp"
#include "query/temporal/zones.hpp"

namespace talentflow::query::temporal {
namespace {

Error too_far() { return range_error("the two values are too far apart"); }

std::string_view unit_name(BetweenUnit unit) {
  switch (unit) {
    case BetweenUnit::all:
      return "between";
    case BetweenUnit::months:
      return "inMonths";
    case BetweenUnit::days:
      return "inDays";
    case BetweenUnit::seconds:
      return "inSeconds";
  }
  return "";
}

/// Both with date, time and zone, where at least one has them.
void complete(Parts& a, Parts& b) {
  if (!has_date(a.kind)) a.days = has_date(b.kind) ? b.days : 0;
  if (!has_date(b.kind)) b.days = has_date(a.kind) ? a.days : 0;
  if (has_zone(a.kind) && !has_zone(b.kind)) put_in_zone(b, zone_of(a), std::nullopt);
  if (has_zone(b.kind) && !has_zone(a.kind)) put_in_zone(a, zone_of(b), std::nullopt);
}

/// The day of `to` as far as whole days from `from` go: one less when the time of day has not been reached.
std::int64_t whole_days(const Parts& from, const Parts& to) {
  if (to.days > from.days && to.nanoseconds < from.nanoseconds) return to.days - 1;
  if (to.days < from.days && to.nanoseconds > from.nanoseconds) return to.days + 1;
  return to.days;
}

/// `from` moved to another day on its own clock.
Parts on_day(const Parts& from, std::int64_t day) {
  Parts moved = from;
  moved.days = day;
  if (moved.zone) put_in_zone(moved, zone_of(from), from.offset);
  return moved;
}

}  // namespace

Result<Value> between(BetweenUnit unit, const Value& first, const Value& second) {
  auto a = parts_of(first);
  auto b = parts_of(second);
  if (!a || !b)
    return type_error("duration." + std::string(unit_name(unit)) + "() takes two dates or times, not " +
                      type_text(a ? second : first));
  const bool dates = has_date(a->kind) && has_date(b->kind);
  Parts from = *a;
  Parts to = *b;
  complete(from, to);
  // Months and days are counted on the clock of the first.
  auto seen = from.zone || from.offset != to.offset ? move_to_zone(to, zone_of(from)) : to;
  if (!seen) return too_far();
  std::int64_t months = 0;
  std::int64_t days = 0;
  if (dates && unit != BetweenUnit::days && unit != BetweenUnit::seconds) {
    months = months_between(from.days, whole_days(from, *seen));
    const auto day = add_months(from.days, months);
    if (!day) return too_far();
    from = on_day(from, *day);
  }
  if (unit == BetweenUnit::months) return Value(DurationValue{months, 0, 0, 0});
  if (dates && unit != BetweenUnit::seconds) {
    days = whole_days(from, *seen) - from.days;
    from = on_day(from, from.days + days);
  }
  if (unit == BetweenUnit::days) return Value(DurationValue{0, days, 0, 0});
  const auto result = make_duration(months, days, 0, instant_of(to) - instant_of(from));
  if (!result) return too_far();
  return Value(*result);
}

}  // namespace talentflow::query::temporal
