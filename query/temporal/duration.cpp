#include "query/temporal/duration.hpp"

#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace talentflow::query::temporal {
namespace {

constexpr std::int64_t kOne = 1'000'000'000'000'000'000;  // 10^18
constexpr Wide kLimit = static_cast<Wide>(kOne) * kOne;   // no whole amount that passes it fits a part
constexpr std::int64_t kSecondsPerMonth = 2'629'746;      // 30.436875 days

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

bool fits(Wide number) {
  return number >= std::numeric_limits<std::int64_t>::min() &&
         number <= std::numeric_limits<std::int64_t>::max();
}

Wide size_of(Wide number) { return number < 0 ? -number : number; }

}  // namespace

SignedTime signed_time(const DurationValue& duration) {
  if (duration.seconds >= 0 || duration.nanoseconds == 0) return {duration.seconds, duration.nanoseconds};
  return {duration.seconds + 1, duration.nanoseconds - kNanosecondsPerSecond};
}

std::optional<Decimal> decimal_of(double number) {
  if (!std::isfinite(number) || std::fabs(number) > 1e18) return std::nullopt;
  char buffer[64];
  const auto written = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific);
  const std::string_view text(buffer, static_cast<std::size_t>(written.ptr - buffer));
  const std::size_t mark = text.find('e');
  int exponent = 0;
  std::from_chars(text.data() + mark + (text[mark + 1] == '+' ? 2 : 1), text.data() + text.size(), exponent);
  Decimal out;
  bool negative = false;
  bool after_point = false;
  for (const char letter : text.substr(0, mark)) {
    if (letter == '-') {
      negative = true;
    } else if (letter == '.') {
      after_point = true;
    } else {
      out.digits = out.digits * 10 + (letter - '0');
      if (after_point) --exponent;
    }
  }
  for (; exponent > 0; --exponent) out.digits *= 10;
  for (; exponent < -18; ++exponent) out.digits /= 10;
  out.scale = -exponent;
  if (negative) out.digits = -out.digits;
  return out;
}

bool Amounts::add(Part part, Wide whole, Wide fraction) {
  Amount& amount = part == Part::months    ? months_
                   : part == Part::days    ? days_
                   : part == Part::seconds ? seconds_
                                           : nanoseconds_;
  whole += fraction / kOne;
  amount.whole += whole;
  amount.fraction += fraction % kOne;
  if (size_of(amount.fraction) >= kOne) {
    amount.whole += amount.fraction / kOne;
    amount.fraction %= kOne;
  }
  // Both of one sign, so that cutting off goes toward zero.
  if (amount.whole > 0 && amount.fraction < 0) {
    --amount.whole;
    amount.fraction += kOne;
  } else if (amount.whole < 0 && amount.fraction > 0) {
    ++amount.whole;
    amount.fraction -= kOne;
  }
  return size_of(amount.whole) < kLimit;
}

bool Amounts::add(Part part, const Decimal& amount, std::int64_t factor) {
  const Wide unit = power_of_ten(amount.scale);
  const Wide whole = amount.digits / unit;
  const Wide fraction = amount.digits % unit * power_of_ten(18 - amount.scale);
  if (!fits(whole)) return false;
  return add(part, whole * factor, fraction * factor);
}

bool Amounts::add_product(Part part, std::int64_t amount, const Decimal& factor) {
  return add(part, factor, amount);
}

bool Amounts::add_quotient(Part part, std::int64_t amount, const Decimal& divisor) {
  if (divisor.digits == 0) return amount == 0;
  const Wide dividend = static_cast<Wide>(amount) * power_of_ten(divisor.scale);
  const Wide whole = dividend / divisor.digits;
  Wide remainder = dividend % divisor.digits;
  Wide fraction = 0;
  for (int i = 0; i < 18; ++i) {
    remainder *= 10;
    fraction = fraction * 10 + remainder / divisor.digits;
    remainder %= divisor.digits;
  }
  return add(part, whole, fraction);
}

std::optional<DurationValue> Amounts::duration() const {
  Wide days = days_.whole;
  Wide nanoseconds = nanoseconds_.whole;
  // A month's fraction is at most a month: in units of 10^-18 s it is 2.6 * 10^24, and so are all the steps
  // below.
  const Wide month_seconds = months_.fraction * kSecondsPerMonth;
  const Wide day_unit = static_cast<Wide>(kOne) * kSecondsPerDay;
  days += month_seconds / day_unit;
  Wide small = month_seconds % day_unit + days_.fraction * kSecondsPerDay;
  // A fraction of a month and one of a day may make another day.
  days += small / day_unit;
  small %= day_unit;
  if (days != 0 && small != 0 && (days > 0) != (small > 0)) {
    days += small > 0 ? 1 : -1;
    small += small > 0 ? -day_unit : day_unit;
  }
  const Wide seconds = seconds_.whole + small / kOne;
  const Wide parts = small % kOne + seconds_.fraction;  // of a second
  const Wide cut = parts * kNanosecondsPerSecond + nanoseconds_.fraction;
  nanoseconds += cut / kOne;
  return make_duration(months_.whole, days, seconds, nanoseconds);
}

std::optional<DurationValue> make_duration(Wide months, Wide days, Wide seconds, Wide nanoseconds) {
  if (!fits(months) || !fits(days) || !fits(seconds + nanoseconds / kNanosecondsPerSecond))
    return std::nullopt;
  seconds += nanoseconds / kNanosecondsPerSecond;
  nanoseconds %= kNanosecondsPerSecond;
  if (nanoseconds < 0) {
    nanoseconds += kNanosecondsPerSecond;
    --seconds;
  }
  if (!fits(seconds)) return std::nullopt;
  return DurationValue{static_cast<std::int64_t>(months), static_cast<std::int64_t>(days),
                       static_cast<std::int64_t>(seconds), static_cast<std::int64_t>(nanoseconds)};
}

}  // namespace talentflow::query::temporal
