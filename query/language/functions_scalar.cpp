#include <charconv>
#include <cmath>

#include "query/language/arithmetic.hpp"
#include "query/language/comparison.hpp"
#include "query/language/function_list.hpp"
#include "query/language/text.hpp"
#include "query/language/token_stream.hpp"
#include "query/temporal/temporal.hpp"

namespace talentflow::query::functions {
namespace {

std::string_view trimmed(std::string_view text) { return trim_right(trim_left(text)); }

std::optional<double> parse_float(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0.0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (status != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::optional<std::int64_t> truncated(double value) {
  if (!(value > -9.2233720368547758e18 && value < 9.2233720368547758e18)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  text = trimmed(text);
  std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
  std::int64_t value = 0;
  const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (status == std::errc() && end == digits.data() + digits.size() && !digits.empty()) return value;
  const auto number = parse_float(text);
  return number ? truncated(*number) : std::nullopt;
}

/// Outer nullopt: the type cannot be converted; null: the text means nothing.
std::optional<Value> boolean_of(const Value& value) {
  if (value.boolean() != nullptr) return value;
  const std::string* text = value.string();
  if (text == nullptr) return std::nullopt;
  if (same_word(trimmed(*text), "true")) return Value(true);
  if (same_word(trimmed(*text), "false")) return Value(false);
  return Value();
}

std::optional<Value> integer_of(const Value& value) {
  if (value.integer() != nullptr) return value;
  std::optional<std::int64_t> number;
  if (value.floating() != nullptr)
    number = truncated(*value.floating());
  else if (value.string() != nullptr)
    number = parse_integer(*value.string());
  else
    return std::nullopt;
  return number ? Value(*number) : Value();
}

std::optional<Value> float_of(const Value& value) {
  if (value.floating() != nullptr) return value;
  if (value.integer() != nullptr) return Value(static_cast<double>(*value.integer()));
  if (value.string() == nullptr) return std::nullopt;
  const auto number = parse_float(*value.string());
  return number ? Value(*number) : Value();
}

std::optional<Value> string_of(const Value& value) {
  auto text = text_of(value);
  return text ? std::optional<Value>(std::move(*text)) : std::nullopt;
}

Value or_error(const Arguments& a, std::optional<Value> value) {
  return value ? *value : a.type_error("cannot convert " + type_name(a[0]));
}

}  // namespace

Value coalesce(const Arguments& a) {
  for (const Value& value : a.values)
    if (!value.is_null()) return value;
  return {};
}

Value null_if(const Arguments& a) {
  const Ternary same = equals(a[0], a[1]);
  return same && *same ? Value() : a[0];
}

Value exists(const Arguments& a) { return !a[0].is_null(); }

Value to_boolean(const Arguments& a) { return or_error(a, boolean_of(a[0])); }
Value to_boolean_or_null(const Arguments& a) { return boolean_of(a[0]).value_or(Value()); }
Value to_integer(const Arguments& a) { return or_error(a, integer_of(a[0])); }
Value to_integer_or_null(const Arguments& a) { return integer_of(a[0]).value_or(Value()); }
Value to_float(const Arguments& a) { return or_error(a, float_of(a[0])); }
Value to_float_or_null(const Arguments& a) { return float_of(a[0]).value_or(Value()); }
Value to_string(const Arguments& a) { return or_error(a, string_of(a[0])); }
Value to_string_or_null(const Arguments& a) { return string_of(a[0]).value_or(Value()); }

Value value_type(const Arguments& a) { return upper_case(type_name(a[0])); }

Value timestamp(const Arguments& a) { return a.runtime.now() / 1'000'000; }

}  // namespace talentflow::query::functions
