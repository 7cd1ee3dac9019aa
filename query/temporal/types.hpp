// The six temporal types of openCypher, as plain data. Construction, arithmetic and printing are in this
// folder's other files; zone rules come from ICU.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>

namespace talentflow::query {

/// Days since 1970-01-01 (proleptic Gregorian), any year of -999,999,999..999,999,999.
struct DateValue {
  std::int64_t days = 0;
  auto operator<=>(const DateValue&) const = default;
};

/// Nanoseconds since midnight.
struct LocalTimeValue {
  std::int64_t nanoseconds = 0;
  auto operator<=>(const LocalTimeValue&) const = default;
};

struct TimeValue {
  std::int64_t nanoseconds = 0;  ///< local, since midnight
  std::int32_t offset = 0;       ///< seconds east of UTC
  bool operator==(const TimeValue&) const = default;
};

struct LocalDateTimeValue {
  std::int64_t days = 0;
  std::int64_t nanoseconds = 0;
  auto operator<=>(const LocalDateTimeValue&) const = default;
};

struct DateTimeValue {
  std::int64_t days = 0;                    ///< local
  std::int64_t nanoseconds = 0;             ///< local, since midnight
  std::int32_t offset = 0;                  ///< seconds east of UTC
  std::shared_ptr<const std::string> zone;  ///< "Europe/Stockholm", or null for a bare offset
};

struct DurationValue {
  std::int64_t months = 0;
  std::int64_t days = 0;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;  ///< 0..999,999,999, also for negative durations
  bool operator==(const DurationValue&) const = default;
};

}  // namespace talentflow::query
