// The entries of a map that constructs or overrides an instant: {year: 1984, week: 10, timezone:
// 'Europe/Stockholm'}.
#pragma once

#include <cstdint>
#include <optional>

#include "query/temporal/parts.hpp"
#include "query/temporal/zones.hpp"
#include "query/value.hpp"
#include "schema/result.hpp"

namespace talentflow::query::temporal {

struct Fields {
  using Number = std::optional<std::int64_t>;
  Number year, month, day;
  Number week, day_of_week;
  Number quarter, day_of_quarter;
  Number ordinal_day;
  Number hour, minute, second, millisecond, microsecond, nanosecond;
  Number epoch_seconds, epoch_millis;
  std::optional<Zone> timezone;
  std::optional<Parts> date, time, date_time;  ///< values to take the rest from
  bool any = false;                            ///< an entry other than timezone

  bool any_date() const {
    return year || month || day || week || day_of_week || quarter || day_of_quarter || ordinal_day;
  }
  bool any_fraction() const { return millisecond || microsecond || nanosecond; }
  bool any_time() const { return hour || minute || second || any_fraction(); }
};

/// The entries that `kind` may have. nullopt when one is null. Errors: ArgumentError for an entry the kind
/// has not (with the nearest one) or an unknown zone, TypeError for an entry of a wrong type.
Result<std::optional<Fields>> read_fields(Kind kind, const ValueMap& map);

/// The day of the date entries, what is absent taken from `base`, or, without a base, the smallest. Without a
/// base a smaller field needs the larger ones. Error: ArgumentError for a gap, a mixture of two systems, no
/// such date.
Result<std::int64_t> build_day(Kind kind, const Fields& fields, std::optional<std::int64_t> base);

/// Nanoseconds since midnight, likewise.
Result<std::int64_t> build_time(const Fields& fields, std::optional<std::int64_t> base);

}  // namespace talentflow::query::temporal
