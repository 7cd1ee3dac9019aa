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

Amounts::Amounts() : one_(kOne) {}
Amounts::Amounts(const Decimal& divisor) : divisor_(divisor), one_(size_of(divisor.digits)) {}

bool Amounts::add(Part part, Wide whole, Wide fraction) {
  Amount& amount = part == Part::months    ? months_
                   : part == Part::days    ? days_
                   : part == Part::seconds ? seconds_
                                           : nanoseconds_;
  fraction += amount.fraction;
  amount.whole += whole + fraction / one_;
  amount.fraction = fraction % one_;
  // Both of one sign, so that cutting off goes toward zero.
  if (amount.whole > 0 && amount.fraction < 0) {
    --amount.whole;
    amount.fraction += one_;
  } else if (amount.whole < 0 && amount.fraction > 0) {
    ++amount.whole;
    amount.fraction -= one_;
  }
  return size_of(amount.whole) < kLimit;
}

bool Amounts::add_product(Part part, const Decimal& amount, std::int64_t factor) {
  const Wide unit = power_of_ten(amount.scale);
  const Wide whole = amount.digits / unit;
  const Wide fraction = amount.digits % unit * power_of_ten(18 - amount.scale);
  if (!fits(whole)) return false;
  return add(part, whole * factor, fraction * factor);
}

bool Amounts::add_quotient(Part part, std::int64_t amount) {
  const Wide dividend =
      static_cast<Wide>(amount) * power_of_ten(divisor_.scale) * (divisor_.digits < 0 ? -1 : 1);
  return add(part, dividend / one_, dividend % one_);
}

std::optional<DurationValue> Amounts::duration() const {
  // The largest product below is a month's fraction times its seconds, less than 2.7 * 10^25.
  const Wide month_seconds = months_.fraction * kSecondsPerMonth;
  const Wide day = one_ * kSecondsPerDay;
  Wide days = days_.whole + month_seconds / day;
  Wide rest = month_seconds % day + days_.fraction * kSecondsPerDay;
  days += rest / day;
  rest %= day;
  if (days != 0 && rest != 0 && (days > 0) != (rest > 0)) {
    days += rest > 0 ? 1 : -1;
    rest += rest > 0 ? -day : day;
  }
  const Wide second_parts = rest % one_ + seconds_.fraction;
  const Wide nanosecond_parts = second_parts * kNanosecondsPerSecond + nanoseconds_.fraction;
  return make_duration(months_.whole, days, seconds_.whole + rest / one_,
                       nanoseconds_.whole + nanosecond_parts / one_);
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
