#include <array>

#include "query/temporal/construct.hpp"
#include "query/temporal/duration.hpp"
#include "query/temporal/reader.hpp"
#include "query/temporal/text.hpp"

namespace talentflow::query::temporal {
namespace {

using Part = Amounts::Part;

struct Unit {
  char letter;
  Part part;
  std::int64_t factor;
};
constexpr std::array<Unit, 4> kDateUnits{
    {{'Y', Part::months, 12}, {'M', Part::months, 1}, {'W', Part::days, 7}, {'D', Part::days, 1}}};
constexpr std::array<Unit, 3> kTimeUnits{
    {{'H', Part::seconds, 3600}, {'M', Part::seconds, 60}, {'S', Part::seconds, 1}}};

struct DurationField {
  std::string_view name;
  Part part;
  std::int64_t factor;
};
constexpr std::array<DurationField, 11> kFields{{{"years", Part::months, 12},
                                                 {"quarters", Part::months, 3},
                                                 {"months", Part::months, 1},
                                                 {"weeks", Part::days, 7},
                                                 {"days", Part::days, 1},
                                                 {"hours", Part::seconds, 3600},
                                                 {"minutes", Part::seconds, 60},
                                                 {"seconds", Part::seconds, 1},
                                                 {"milliseconds", Part::nanoseconds, 1'000'000},
                                                 {"microseconds", Part::nanoseconds, 1000},
                                                 {"nanoseconds", Part::nanoseconds, 1}}};

Error overflow() {
  return range_error("the duration is too large: its months, days and seconds are 64-bit numbers");
}

enum class Read { none, some, wrong, overflow };

/// "-12.5": sign, digits, fraction cut at 18 digits. `overflow` past 10^19, which no part can hold.
Read decimal(Reader& reader, Decimal& out) {
  const bool negative = reader.take('-');
  if (!negative) (void)reader.take('+');
  if (reader.digits_ahead() == 0) return Read::wrong;
  constexpr Wide kLimit = static_cast<Wide>(1'000'000'000'000'000'000) * 10;
  while (reader.digits_ahead() > 0) {
    out.digits = out.digits * 10 + *reader.digits(1);
    if (out.digits > kLimit) return Read::overflow;
  }
  if (reader.take('.') || reader.take(',')) {
    if (reader.digits_ahead() == 0) return Read::wrong;
    while (reader.digits_ahead() > 0) {
      const auto digit = reader.digits(1);
      if (out.scale == 18) continue;
      out.digits = out.digits * 10 + *digit;
      ++out.scale;
    }
  }
  if (negative) out.digits = -out.digits;
  return Read::some;
}

/// Amounts with their letters, in the order of `units`, each at most once.
template <std::size_t count>
Read units(Reader& reader, const std::array<Unit, count>& table, int sign, Amounts& amounts) {
  Read result = Read::none;
  std::size_t next = 0;
  while (!reader.at_end() && reader.peek() != 'T') {
    Decimal amount;
    if (const Read read = decimal(reader, amount); read != Read::some) return read;
    while (next < count && table[next].letter != reader.peek()) ++next;
    if (next == count) return Read::wrong;
    (void)reader.take(table[next].letter);
    if (!amounts.add_product(table[next].part, amount, table[next].factor * sign)) return Read::overflow;
    ++next;
    result = Read::some;
  }
  return result;
}

/// "2012-02-02T14:37:21.545" or "20120202T143721" behind the P: each field within the bounds of a date and a
/// time.
std::optional<DurationValue> date_form(std::string_view text, int sign) {
  Reader reader(text);
  const auto year = reader.digits(4);
  if (!year) return std::nullopt;
  const bool separated = reader.take('-');
  const auto month = reader.digits(2);
  if (!month || *month > 12 || (separated && !reader.take('-'))) return std::nullopt;
  const auto day = reader.digits(2);
  if (!day || *day > 31) return std::nullopt;
  std::int64_t nanoseconds = 0;
  if (!reader.at_end()) {
    if (!reader.take('T')) return std::nullopt;
    const auto time = parse_instant(Kind::local_time, reader.rest(), Zone{}, 0);
    if (!time.ok() || reader.peek() == 'T') return std::nullopt;
    nanoseconds = time->nanoseconds;
  }
  return make_duration(static_cast<Wide>(*year * 12 + *month) * sign, static_cast<Wide>(*day) * sign, 0,
                       static_cast<Wide>(nanoseconds) * sign);
}

Result<void> add_field(std::string_view key, const Value& value, Amounts& amounts) {
  for (const DurationField& field : kFields) {
    if (field.name != key) continue;
    Decimal amount;
    if (const auto* integer = value.integer()) {
      amount.digits = *integer;
    } else if (const auto* number = value.floating()) {
      const auto exact = decimal_of(*number);
      if (!exact) return overflow();
      amount = *exact;
    } else {
      return type_error("the field '" + std::string(key) + "' takes a number, not " + type_text(value));
    }
    if (!amounts.add_product(field.part, amount, field.factor)) return overflow();
    return {};
  }
  std::array<std::string_view, kFields.size()> names;
  for (std::size_t i = 0; i < kFields.size(); ++i) names[i] = kFields[i].name;
  return argument_error("duration has no field '" + std::string(key) + "'" +
                        suggestion(key, names.data(), names.size()));
}

Result<Value> from_map(const ValueMap& map) {
  if (map.empty())
    return argument_error("duration() takes a map with at least one field, as in {days: 14, hours: 16}");
  Amounts amounts;
  bool null = false;
  for (const auto& [key, value] : map) {
    if (value.is_null()) {
      null = true;
      continue;
    }
    TALENTFLOW_TRY(add_field(key, value, amounts));
  }
  if (null) return Value();
  const auto duration = amounts.duration();
  if (!duration) return overflow();
  return Value(*duration);
}

}  // namespace

Result<DurationValue> parse_duration(std::string_view text) {
  const Error wrong =
      argument_error("'" + std::string(text) +
                     "' is no duration: write it as P1Y2M3W4DT5H6M7.8S or P2012-02-02T14:37:21.545");
  Reader reader(text);
  const int sign = reader.take('-') ? -1 : 1;
  if (sign > 0) (void)reader.take('+');
  if (!reader.take('P')) return wrong;
  if (const auto dated = date_form(reader.rest(), sign)) return *dated;
  Amounts amounts;
  const Read date = units(reader, kDateUnits, sign, amounts);
  if (date == Read::wrong) return wrong;
  Read time = Read::none;
  if (reader.take('T')) {
    time = units(reader, kTimeUnits, sign, amounts);
    if (time == Read::none || time == Read::wrong || !reader.at_end())
      return time == Read::overflow ? overflow() : wrong;
  }
  if (date == Read::overflow || time == Read::overflow) return overflow();
  if (date == Read::none && time == Read::none) return wrong;
  const auto duration = amounts.duration();
  if (!duration) return overflow();
  return *duration;
}

Result<Value> construct_duration(const Value& argument) {
  if (argument.duration() != nullptr) return argument;
  if (const auto* map = argument.map()) return from_map(*map);
  if (const auto* text = argument.string()) {
    const auto duration = parse_duration(*text);
    return duration.ok() ? Result<Value>(Value(*duration)) : duration.error();
  }
  return type_error("duration() takes a map, a string or a duration, not " + type_text(argument));
}

}  // namespace talentflow::query::temporal
