#include "query/language/arithmetic.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "query/temporal/temporal.hpp"

namespace talentflow::query {
namespace {

using ast::BinaryOperator;

const char* symbol(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::add:
      return "+";
    case BinaryOperator::subtract:
      return "-";
    case BinaryOperator::multiply:
      return "*";
    case BinaryOperator::divide:
      return "/";
    case BinaryOperator::modulo:
      return "%";
    case BinaryOperator::power:
      return "^";
    default:
      return "||";
  }
}

double to_double(const Value& value) {
  return value.integer() != nullptr ? static_cast<double>(*value.integer()) : *value.floating();
}

Value overflow(Place place, Runtime& runtime) {
  runtime.fail(place, {"ArithmeticError", "IntegerOverflow", "the result does not fit into 64 bits"});
  return {};
}

Value integers(BinaryOperator op, std::int64_t a, std::int64_t b, Place place, Runtime& runtime) {
  std::int64_t out = 0;
  switch (op) {
    case BinaryOperator::add:
      return __builtin_add_overflow(a, b, &out) ? overflow(place, runtime) : Value(out);
    case BinaryOperator::subtract:
      return __builtin_sub_overflow(a, b, &out) ? overflow(place, runtime) : Value(out);
    case BinaryOperator::multiply:
      return __builtin_mul_overflow(a, b, &out) ? overflow(place, runtime) : Value(out);
    case BinaryOperator::power:
      return std::pow(static_cast<double>(a), static_cast<double>(b));
    default:
      break;
  }
  if (b == 0) {
    runtime.fail(place, {"ArithmeticError", "DivisionByZero", "an integer is divided by zero"});
    return {};
  }
  if (b == -1) {
    if (op == BinaryOperator::modulo) return std::int64_t{0};
    return a == std::numeric_limits<std::int64_t>::min() ? overflow(place, runtime) : Value(-a);
  }
  return op == BinaryOperator::divide ? a / b : a % b;
}

Value floats(BinaryOperator op, double a, double b) {
  switch (op) {
    case BinaryOperator::add:
      return a + b;
    case BinaryOperator::subtract:
      return a - b;
    case BinaryOperator::multiply:
      return a * b;
    case BinaryOperator::divide:
      return a / b;
    case BinaryOperator::modulo:
      return std::fmod(a, b);
    default:
      return std::pow(a, b);
  }
}

/// List + list, list + item, item + list.
Value join(const Value& left, const Value& right, Runtime& runtime) {
  const std::size_t a = left.list() != nullptr ? left.list()->size() : 1;
  const std::size_t b = right.list() != nullptr ? right.list()->size() : 1;
  if (!runtime.fits((a + b) * sizeof(Value))) return {};
  ValueList out;
  out.reserve(a + b);
  for (const Value* side : {&left, &right}) {
    if (side->list() != nullptr)
      out.insert(out.end(), side->list()->begin(), side->list()->end());
    else
      out.push_back(*side);
  }
  return out;
}

std::optional<Value> add(const Value& left, const Value& right, Runtime& runtime) {
  if (left.list() != nullptr || right.list() != nullptr) return join(left, right, runtime);
  if (left.string() != nullptr || right.string() != nullptr) {
    const auto a = text_of(left);
    const auto b = text_of(right);
    if (!a || !b) return std::nullopt;
    if (!runtime.fits(a->size() + b->size())) return Value();
    return Value(*a + *b);
  }
  return std::nullopt;
}

std::optional<Value> other_types(BinaryOperator op, const Value& left, const Value& right, Runtime& runtime) {
  if (op == BinaryOperator::add) return add(left, right, runtime);
  if (op != BinaryOperator::concatenate) return std::nullopt;
  if (left.list() != nullptr && right.list() != nullptr) return join(left, right, runtime);
  if (left.string() != nullptr && right.string() != nullptr) return add(left, right, runtime);
  return std::nullopt;
}

std::optional<Value> temporal(BinaryOperator op, const Value& left, const Value& right, Place place,
                              Runtime& runtime) {
  const auto taken = [&](const Result<Value>& result) { return runtime.take(result, place); };
  switch (op) {
    case BinaryOperator::add:
      return taken(temporal_add(left, right));
    case BinaryOperator::subtract:
      return taken(temporal_subtract(left, right));
    case BinaryOperator::multiply:
      return taken(temporal_multiply(left, right));
    case BinaryOperator::divide:
      return taken(temporal_divide(left, right));
    default:
      return std::nullopt;
  }
}

}  // namespace

Value arithmetic(BinaryOperator op, const Value& left, const Value& right, Place place, Runtime& runtime) {
  if (left.is_null() || right.is_null()) return {};
  if (left.integer() != nullptr && right.integer() != nullptr && op != BinaryOperator::concatenate)
    return integers(op, *left.integer(), *right.integer(), place, runtime);
  if (left.is_number() && right.is_number() && op != BinaryOperator::concatenate)
    return floats(op, to_double(left), to_double(right));
  if (auto value = other_types(op, left, right, runtime)) return *value;
  if (is_temporal(left) || is_temporal(right))
    if (auto value = temporal(op, left, right, place, runtime)) return *value;
  runtime.type_error(
      place, "InvalidArgumentType",
      std::string(symbol(op)) + " cannot join " + type_name(left) + " and " + type_name(right));
  return {};
}

Value negate(const Value& value, Place place, Runtime& runtime) {
  if (value.is_null()) return {};
  if (const auto* number = value.integer()) {
    if (*number == std::numeric_limits<std::int64_t>::min()) return overflow(place, runtime);
    return -*number;
  }
  if (const auto* number = value.floating()) return -*number;
  if (value.duration() != nullptr) return runtime.take(temporal_negate(value), place);
  runtime.type_error(place, "InvalidArgumentType", "- needs a number, not " + type_name(value));
  return {};
}

std::string float_string(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "Infinity" : "-Infinity";
  std::array<char, 64> buffer{};
  const double size = std::abs(value);
  const bool plain = value == 0.0 || (size >= 1e-3 && size < 1e15);
  const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format).ptr;
  std::string text(buffer.data(), end);
  if (plain) return text.find('.') == std::string::npos ? text + ".0" : text;
  const std::size_t e = text.find('e');
  std::string mantissa = text.substr(0, e);
  if (mantissa.find('.') == std::string::npos) mantissa += ".0";
  return mantissa + "E" + std::to_string(std::stoi(text.substr(e + 1)));
}

std::optional<std::string> text_of(const Value& value) {
  if (const auto* text = value.string()) return *text;
  if (const auto* number = value.integer()) return std::to_string(*number);
  if (const auto* number = value.floating()) return float_string(*number);
  if (const auto* truth = value.boolean()) return *truth ? "true" : "false";
  if (is_temporal(value)) return temporal_text(value);
  return std::nullopt;
}

std::string type_name(const Value& value) {
  static constexpr std::array<const char*, 16> kNames = {
      "null",         "Boolean", "Integer", "Float",     "String", "List",          "Map",      "Node",
      "Relationship", "Path",    "Date",    "LocalTime", "Time",   "LocalDateTime", "DateTime", "Duration"};
  return kNames[value.data().index()];
}

}  // namespace talentflow::query
