// duration.between, inMonths, inDays, inSeconds.
#pragma once

#include "query/temporal/parts.hpp"

namespace talentflow::query::temporal {

enum class BetweenUnit { all, months, days, seconds };

/// The duration from `from` to `to`; negative when `to` is earlier. What one value lacks it takes from the
/// other: a date from the other's date, a zone from the other's zone; a missing time is midnight. Two values
/// of which one has no date are as far apart as their times.
Result<Value> between(BetweenUnit unit, const Value& from, const Value& to);

}  // namespace talentflow::query::temporal
