#include "query/temporal/parts.hpp"

#include <algorithm>
#include <vector>

namespace talentflow::query::temporal {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; }

/// Levenshtein's distance, case ignored.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = corner + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
      corner = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::date:
      return "date";
    case Kind::local_time:
      return "localtime";
    case Kind::time:
      return "time";
    case Kind::local_date_time:
      return "localdatetime";
    case Kind::date_time:
      return "datetime";
    case Kind::duration:
      return "duration";
  }
  return "";
}

std::optional<Parts> parts_of(const Value& value) {
  if (const auto* date = value.date()) return Parts{Kind::date, date->days, 0, 0, nullptr};
  if (const auto* time = value.local_time()) return Parts{Kind::local_time, 0, time->nanoseconds, 0, nullptr};
  if (const auto* time = value.time()) return Parts{Kind::time, 0, time->nanoseconds, time->offset, nullptr};
  if (const auto* both = value.local_date_time())
    return Parts{Kind::local_date_time, both->days, both->nanoseconds, 0, nullptr};
  if (const auto* all = value.date_time())
    return Parts{Kind::date_time, all->days, all->nanoseconds, all->offset, all->zone};
  return std::nullopt;
}

Value value_of(const Parts& parts) {
  switch (parts.kind) {
    case Kind::date:
      return DateValue{parts.days};
    case Kind::local_time:
      return LocalTimeValue{parts.nanoseconds};
    case Kind::time:
      return TimeValue{parts.nanoseconds, parts.offset};
    case Kind::local_date_time:
      return LocalDateTimeValue{parts.days, parts.nanoseconds};
    case Kind::date_time:
      return DateTimeValue{parts.days, parts.nanoseconds, parts.offset, parts.zone};
    case Kind::duration:
      break;
  }
  return {};
}

Wide instant_of(const Parts& parts) {
  return static_cast<Wide>(parts.days) * kNanosecondsPerDay + parts.nanoseconds -
         static_cast<Wide>(parts.offset) * kNanosecondsPerSecond;
}

std::string type_text(const Value& value) {
  // The order is that of Value::Data.
  static constexpr std::string_view kNames[] = {
      "null",   "a boolean",       "an integer",     "a float",   "a string", "a list",
      "a map",  "a node",          "a relationship", "a path",    "a date",   "a localtime",
      "a time", "a localdatetime", "a datetime",     "a duration"};
  static_assert(std::size(kNames) == std::variant_size_v<Value::Data>);
  return std::string(kNames[value.data().index()]);
}

Error argument_error(std::string message) {
  return make_error(ErrorCode::query, "", "ArgumentError: InvalidArgumentValue: " + std::move(message));
}
Error range_error(std::string message) {
  return make_error(ErrorCode::query, "", "ArgumentError: NumberOutOfRange: " + std::move(message));
}
Error type_error(std::string message) {
  return make_error(ErrorCode::query, "", "TypeError: InvalidArgumentType: " + std::move(message));
}

std::string_view nearest(std::string_view word, const std::string_view* names, std::size_t count) {
  std::string_view best;
  std::size_t least = 3;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t edits = distance(word, names[i]);
    if (edits < least) {
      least = edits;
      best = names[i];
    }
  }
  return best;
}

std::string suggestion(std::string_view word, const std::string_view* names, std::size_t count) {
  const std::string_view near = nearest(word, names, count);
  return near.empty() ? "" : "; did you mean '" + std::string(near) + "'?";
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace talentflow::query::temporal
