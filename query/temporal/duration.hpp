// Durations: four parts that do not mix (a month has no fixed length, a day not either), made from amounts
// with fractions.
//
// A fraction of a larger part goes down to the next: of months to days by the average month of 30.436875 days
// (365.2425 / 12), of days to seconds by 86,400. Seconds never go up to days. Amounts are decimal fractions,
// exact to 10^-18, so that 0.1 hours are six minutes to the nanosecond; a binary fraction is taken as its
// shortest decimal.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "query/temporal/calendar.hpp"
#include "query/temporal/types.hpp"
#include "schema/result.hpp"

namespace talentflow::query::temporal {

/// Seconds and nanoseconds of one sign.
struct SignedTime {
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
};
SignedTime signed_time(const DurationValue& duration);

/// digits * 10^-scale, scale 0..18.
struct Decimal {
  Wide digits = 0;
  int scale = 0;
};

/// The shortest decimal that reads back as the number; nullopt for infinities, NaN and numbers past 10^18.
/// What is smaller than 10^-18 is cut off.
std::optional<Decimal> decimal_of(double number);

/// An amount of each part, before fractions go down: a whole number and a fraction of one sign. Fractions are
/// counted in a unit of 10^-18, or for quotients of the divisor, so that nothing is cut off before the
/// nanosecond.
class Amounts {
 public:
  enum class Part { months, days, seconds, nanoseconds };

  /// For sums and products.
  Amounts();
  /// For quotients by that number, which is not zero.
  explicit Amounts(const Decimal& divisor);

  /// Adds amount * factor. False on overflow. Precondition: not made for quotients.
  bool add_product(Part part, const Decimal& amount, std::int64_t factor);
  /// Adds amount / divisor. False on overflow. Precondition: made for quotients.
  bool add_quotient(Part part, std::int64_t amount);
  /// nullopt on overflow.
  std::optional<DurationValue> duration() const;

 private:
  struct Amount {
    Wide whole = 0;
    Wide fraction = 0;  ///< in 1 / one_
  };
  bool add(Part part, Wide whole, Wide fraction);

  Decimal divisor_;
  Wide one_;
  Amount months_, days_, seconds_, nanoseconds_;
};

/// A duration from parts of any sign; nullopt on overflow.
std::optional<DurationValue> make_duration(Wide months, Wide days, Wide seconds, Wide nanoseconds);

}  // namespace talentflow::query::temporal
