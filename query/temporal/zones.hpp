// Time zones: offsets from UTC, and the named zones of ICU's data.
//
// ICU's data, not the system's: the two differ for dates before 1970 (the system's zones may be built with
// more or less history), and what is printed must not depend on the machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "query/temporal/parts.hpp"
#include "schema/result.hpp"

namespace talentflow::query::temporal {

inline constexpr std::int32_t kLargestOffset = 18 * 3600;

/// A fixed offset (name null), or a named zone (offset unused).
struct Zone {
  ZoneName name;
  std::int32_t offset = 0;
};

/// "Z", "+01:00", "+0100", "-08", "+02:05:59" or a name of the IANA database; a space in a name stands for
/// "_". Error: ArgumentError InvalidArgumentValue.
Result<Zone> find_zone(std::string_view text);

/// The zone of a value that has one.
Zone zone_of(const Parts& parts);

/// Seconds east of UTC at an instant. An unknown name (none is, after find_zone) counts as UTC.
std::int32_t offset_at(const Zone& zone, std::int64_t epoch_second);

/// Sets offset and zone for the local date and time of `parts`. A local time that the zone skips moves on by
/// the length of the gap; of the two readings of a repeated one the offset `preferred` is taken if it is one
/// of them, else the earlier reading.
void put_in_zone(Parts& parts, const Zone& zone, std::optional<std::int32_t> preferred);

/// True when the zone knows that offset at the local date and time of `parts`.
bool offset_fits(const Parts& parts, const Zone& zone, std::int32_t offset);

/// The same instant on another zone's clock; nullopt when that leaves the range of years.
std::optional<Parts> move_to_zone(const Parts& parts, const Zone& zone);

}  // namespace talentflow::query::temporal
