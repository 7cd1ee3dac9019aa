#include <cmath>
#include <limits>
#include <numbers>

#include "query/language/arithmetic.hpp"
#include "query/language/function_list.hpp"

namespace talentflow::query::functions {
namespace {

double number(const Arguments& a, std::size_t i = 0) {
  if (const auto* integer = a[i].integer()) return static_cast<double>(*integer);
  if (const auto* floating = a[i].floating()) return *floating;
  a.type_error("needs a number, not " + type_name(a[i]));
  return 0.0;
}

/// floor(x + 0.5) would round 0.49999999999999994 up; this does not.
double round_half_up(double value) {
  const double below = std::floor(value);
  return value - below < 0.5 ? below : below + 1.0;
}

}  // namespace

Value abs(const Arguments& a) {
  if (const auto* integer = a[0].integer()) {
    if (*integer == std::numeric_limits<std::int64_t>::min()) {
      a.runtime.fail(a.place, {"ArithmeticError", "IntegerOverflow", "the result does not fit into 64 bits"});
      return {};
    }
    return *integer < 0 ? -*integer : *integer;
  }
  return std::abs(number(a));
}

Value sign(const Arguments& a) {
  const double value = number(a);
  return static_cast<std::int64_t>(value > 0) - static_cast<std::int64_t>(value < 0);
}

Value ceil(const Arguments& a) { return std::ceil(number(a)); }
Value floor(const Arguments& a) { return std::floor(number(a)); }

Value round(const Arguments& a) {
  const double value = number(a);
  if (a.size() == 1) return round_half_up(value);
  const double factor = std::pow(10.0, number(a, 1));
  const double scaled = std::abs(value) * factor;
  if (!std::isfinite(scaled) || factor == 0.0) return value;
  return std::copysign(round_half_up(scaled) / factor, value);
}

/// 53 random bits: uniform over [0, 1).
Value rand(const Arguments& a) { return static_cast<double>(a.runtime.random()() >> 11U) * 0x1.0p-53; }

Value sqrt(const Arguments& a) { return std::sqrt(number(a)); }
Value exp(const Arguments& a) { return std::exp(number(a)); }
Value log(const Arguments& a) { return std::log(number(a)); }
Value log10(const Arguments& a) { return std::log10(number(a)); }
Value e(const Arguments&) { return std::numbers::e; }
Value pi(const Arguments&) { return std::numbers::pi; }
Value sin(const Arguments& a) { return std::sin(number(a)); }
Value cos(const Arguments& a) { return std::cos(number(a)); }
Value tan(const Arguments& a) { return std::tan(number(a)); }
Value cot(const Arguments& a) { return 1.0 / std::tan(number(a)); }
Value asin(const Arguments& a) { return std::asin(number(a)); }
Value acos(const Arguments& a) { return std::acos(number(a)); }
Value atan(const Arguments& a) { return std::atan(number(a)); }
Value atan2(const Arguments& a) { return std::atan2(number(a), number(a, 1)); }
Value degrees(const Arguments& a) { return number(a) * 180.0 / std::numbers::pi; }
Value radians(const Arguments& a) { return number(a) * std::numbers::pi / 180.0; }
Value haversin(const Arguments& a) { return (1.0 - std::cos(number(a))) / 2.0; }
Value is_nan(const Arguments& a) { return std::isnan(number(a)); }

}  // namespace talentflow::query::functions
