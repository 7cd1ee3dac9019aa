// Adding durations to instants, and arithmetic of durations.
//
// Months first, then days, then seconds: months clip to the length of the month they reach, so the order is
// part of the meaning. On a datetime months and days move the local clock, seconds the universal one.
#include "query/temporal/calendar.hpp"
#include "query/temporal/duration.hpp"
#include "query/temporal/parts.hpp"
#include "query/temporal/temporal.hpp"
#include "query/temporal/zones.hpp"

namespace talentflow::query {
namespace temporal {
namespace {

using Part = Amounts::Part;

Error out_of_years() { return range_error("the result lies outside the years -999999999 to 999999999"); }
Error overflow() {
  return range_error("the duration is too large: its months, days and seconds are 64-bit numbers");
}

Error cannot(const char* verb, const Value& a, const char* preposition, const Value& b) {
  return type_error(std::string("cannot ") + verb + " " + type_text(a) + " " + preposition + " " +
                    type_text(b));
}

/// What is added: the sign is applied to the parts in wide numbers, so that the least 64-bit number has an
/// opposite.
struct Amount {
  Wide months, days, nanoseconds;
};

Amount amount_of(const DurationValue& duration, int sign) {
  const Wide nanoseconds = static_cast<Wide>(duration.seconds) * kNanosecondsPerSecond + duration.nanoseconds;
  return {static_cast<Wide>(duration.months) * sign, static_cast<Wide>(duration.days) * sign,
          nanoseconds * sign};
}

/// Moves date and time by nanoseconds; false out of range.
bool add_nanoseconds(Parts& parts, Wide nanoseconds) {
  const Wide sum = static_cast<Wide>(parts.days) * kNanosecondsPerDay + parts.nanoseconds + nanoseconds;
  Wide days = sum / kNanosecondsPerDay;
  Wide rest = sum % kNanosecondsPerDay;
  if (rest < 0) {
    rest += kNanosecondsPerDay;
    --days;
  }
  if (days < kFirstDay || days > kLastDay) return false;
  parts.days = static_cast<std::int64_t>(days);
  parts.nanoseconds = static_cast<std::int64_t>(rest);
  return true;
}

bool add_calendar(Parts& parts, const Amount& amount) {
  constexpr Wide kMost = static_cast<Wide>(1) << 62;  // further than any date; safe to narrow below it
  if (amount.months > kMost || amount.months < -kMost || amount.days > kMost || amount.days < -kMost)
    return false;
  const auto after_months = add_months(parts.days, static_cast<std::int64_t>(amount.months));
  if (!after_months) return false;
  const auto after_days = add_days(*after_months, static_cast<std::int64_t>(amount.days));
  if (!after_days) return false;
  const bool moved = parts.days != *after_days;
  parts.days = *after_days;
  if (parts.kind == Kind::date_time && moved) put_in_zone(parts, zone_of(parts), parts.offset);
  return true;
}

bool add_clock(Parts& parts, Wide nanoseconds) {
  if (parts.kind == Kind::date)
    return add_nanoseconds(parts, nanoseconds / kNanosecondsPerDay * kNanosecondsPerDay);
  if (!has_date(parts.kind)) {
    const Wide rest = (parts.nanoseconds + nanoseconds) % kNanosecondsPerDay;
    parts.nanoseconds = static_cast<std::int64_t>(rest < 0 ? rest + kNanosecondsPerDay : rest);
    return true;
  }
  if (!parts.zone) return add_nanoseconds(parts, nanoseconds);
  Parts utc = parts;
  utc.offset = 0;
  if (!add_nanoseconds(utc, nanoseconds - static_cast<Wide>(parts.offset) * kNanosecondsPerSecond))
    return false;
  auto local = move_to_zone(utc, zone_of(parts));
  if (!local) return false;
  parts = *local;
  return true;
}

Result<Value> add_to_instant(Parts parts, const DurationValue& duration, int sign) {
  const Amount amount = amount_of(duration, sign);
  if (has_date(parts.kind) && !add_calendar(parts, amount)) return out_of_years();
  if (amount.nanoseconds != 0 && !add_clock(parts, amount.nanoseconds)) return out_of_years();
  return value_of(parts);
}

Result<Value> add_durations(const DurationValue& a, const DurationValue& b, int sign) {
  const Amount x = amount_of(a, 1);
  const Amount y = amount_of(b, sign);
  const auto sum = make_duration(x.months + y.months, x.days + y.days, 0, x.nanoseconds + y.nanoseconds);
  if (!sum) return overflow();
  return Value(*sum);
}

std::optional<Decimal> factor_of(const Value& value) {
  if (const auto* integer = value.integer()) return Decimal{*integer, 0};
  if (const auto* number = value.floating()) return decimal_of(*number);
  return std::nullopt;
}

/// Each part times or divided by the number; fractions go down.
Result<Value> scale(const DurationValue& duration, const Value& number, bool divide) {
  const auto factor = factor_of(number);
  if (!factor || (divide && factor->digits == 0)) return overflow();
  const SignedTime time = signed_time(duration);
  Amounts amounts = divide ? Amounts(*factor) : Amounts();
  const std::pair<Part, std::int64_t> parts[] = {{Part::months, duration.months},
                                                 {Part::days, duration.days},
                                                 {Part::seconds, time.seconds},
                                                 {Part::nanoseconds, time.nanoseconds}};
  for (const auto& [part, amount] : parts) {
    const bool fits =
        divide ? amounts.add_quotient(part, amount) : amounts.add_product(part, *factor, amount);
    if (!fits) return overflow();
  }
  const auto result = amounts.duration();
  if (!result) return overflow();
  return Value(*result);
}

}  // namespace
}  // namespace temporal

using namespace temporal;

Result<Value> temporal_add(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return Value();
  const auto* left = a.duration();
  const auto* right = b.duration();
  if (left != nullptr && right != nullptr) return add_durations(*left, *right, 1);
  if (right != nullptr)
    if (const auto parts = parts_of(a)) return add_to_instant(*parts, *right, 1);
  if (left != nullptr)
    if (const auto parts = parts_of(b)) return add_to_instant(*parts, *left, 1);
  return cannot("add", a, "and", b);
}

Result<Value> temporal_subtract(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return Value();
  const auto* right = b.duration();
  const auto parts = parts_of(a);
  if (right != nullptr && a.duration() != nullptr) return add_durations(*a.duration(), *right, -1);
  if (right != nullptr && parts) return add_to_instant(*parts, *right, -1);
  Error error = cannot("subtract", b, "from", a);
  if (parts && parts_of(b)) error.message += "; duration.between() gives the time between two values";
  return error;
}

Result<Value> temporal_multiply(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return Value();
  if (a.duration() != nullptr && b.is_number()) return scale(*a.duration(), b, false);
  if (b.duration() != nullptr && a.is_number()) return scale(*b.duration(), a, false);
  return cannot("multiply", a, "by", b);
}

Result<Value> temporal_divide(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return Value();
  if (a.duration() == nullptr || !b.is_number()) return cannot("divide", a, "by", b);
  const bool zero = b.integer() != nullptr ? *b.integer() == 0 : *b.floating() == 0;
  if (zero)
    return make_error(ErrorCode::query, "",
                      "ArithmeticError: DivideByZero: a duration cannot be divided by zero");
  return scale(*a.duration(), b, true);
}

Result<Value> temporal_negate(const Value& a) {
  if (a.is_null()) return Value();
  if (a.duration() == nullptr) return type_error("cannot negate " + type_text(a));
  return add_durations(DurationValue{}, *a.duration(), -1);
}

}  // namespace talentflow::query
