#include "query/temporal/zones.hpp"

#include <algorithm>
#include <memory>

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include "query/temporal/calendar.hpp"
#include "query/temporal/reader.hpp"

namespace talentflow::query::temporal {
namespace {

constexpr std::int64_t kSecondsPer400Years = 146'097 * kSecondsPerDay;
// ICU is asked only for years about -9999 to 9999: rules repeat every 400 years after that, and before the
// first transition nothing changes.
constexpr std::int64_t kAsked = 250'000'000'000;

std::int64_t asked_second(std::int64_t second) {
  if (second > kAsked) return second - ((second - kAsked) / kSecondsPer400Years + 1) * kSecondsPer400Years;
  return std::max(second, -kAsked);
}

std::unique_ptr<icu::BasicTimeZone> open_zone(const std::string& name) {
  const icu::UnicodeString id = icu::UnicodeString::fromUTF8(name);
  UErrorCode status = U_ZERO_ERROR;
  UBool system = 0;
  icu::UnicodeString canonical;
  icu::TimeZone::getCanonicalID(id, canonical, system, status);
  if (U_FAILURE(status) || system == 0) return nullptr;
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  auto* basic = dynamic_cast<icu::BasicTimeZone*>(zone.get());
  if (basic == nullptr) return nullptr;
  zone.release();
  return std::unique_ptr<icu::BasicTimeZone>(basic);
}

double milliseconds(std::int64_t second) { return static_cast<double>(asked_second(second)) * 1000.0; }

std::int32_t offset_of(const icu::BasicTimeZone& zone, std::int64_t epoch_second) {
  std::int32_t raw = 0;
  std::int32_t daylight = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone.getOffset(milliseconds(epoch_second), 0, raw, daylight, status);
  return U_FAILURE(status) ? 0 : (raw + daylight) / 1000;
}

/// The offset before (former) or after (latter) the transition a local time falls into; the same one
/// elsewhere.
std::int32_t local_offset(const icu::BasicTimeZone& zone, std::int64_t local_second, bool latter) {
  const auto option = latter ? UCAL_TZ_LOCAL_LATTER : UCAL_TZ_LOCAL_FORMER;
  std::int32_t raw = 0;
  std::int32_t daylight = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone.getOffsetFromLocal(milliseconds(local_second), option, option, raw, daylight, status);
  return U_FAILURE(status) ? 0 : (raw + daylight) / 1000;
}

std::int64_t local_second(const Parts& parts) {
  return parts.days * kSecondsPerDay + parts.nanoseconds / kNanosecondsPerSecond;
}

bool fits(const icu::BasicTimeZone& zone, std::int64_t local, std::int32_t offset) {
  return offset_of(zone, local - offset) == offset;
}

/// Moves the local clock by some seconds.
void shift(Parts& parts, std::int64_t seconds) {
  const std::int64_t fraction = parts.nanoseconds % kNanosecondsPerSecond;
  const std::int64_t local = local_second(parts) + seconds;
  parts.days = floor_divide(local, kSecondsPerDay);
  parts.nanoseconds = floor_remainder(local, kSecondsPerDay) * kNanosecondsPerSecond + fraction;
}

}  // namespace

Result<Zone> find_zone(std::string_view text) {
  Reader reader(text);
  if (const auto offset = reader.offset(); offset && reader.at_end()) return Zone{nullptr, *offset};
  std::string name(text);
  std::replace(name.begin(), name.end(), ' ', '_');
  if (open_zone(name) == nullptr)
    return argument_error(
        "'" + std::string(text) +
        "' is no time zone: write an offset up to 18 hours ('+01:00'), 'Z', or a name of the IANA "
        "database ('Europe/Stockholm')");
  return Zone{std::make_shared<const std::string>(std::move(name)), 0};
}

Zone zone_of(const Parts& parts) { return {parts.zone, parts.offset}; }

std::int32_t offset_at(const Zone& zone, std::int64_t epoch_second) {
  if (!zone.name) return zone.offset;
  const auto rules = open_zone(*zone.name);
  return rules ? offset_of(*rules, epoch_second) : 0;
}

void put_in_zone(Parts& parts, const Zone& zone, std::optional<std::int32_t> preferred) {
  parts.zone = zone.name;
  parts.offset = zone.offset;
  if (!zone.name) return;
  const auto rules = open_zone(*zone.name);
  if (!rules) return;
  const std::int64_t local = local_second(parts);
  if (preferred && fits(*rules, local, *preferred)) {
    parts.offset = *preferred;
    return;
  }
  const std::int32_t former = local_offset(*rules, local, false);
  parts.offset = offset_of(*rules, local - former);
  if (parts.offset != former) shift(parts, parts.offset - former);
}

bool offset_fits(const Parts& parts, const Zone& zone, std::int32_t offset) {
  if (!zone.name) return zone.offset == offset;
  const auto rules = open_zone(*zone.name);
  return rules && fits(*rules, local_second(parts), offset);
}

std::optional<Parts> move_to_zone(const Parts& parts, const Zone& zone) {
  Parts moved = parts;
  moved.zone = zone.name;
  moved.offset = offset_at(zone, local_second(parts) - parts.offset);
  shift(moved, moved.offset - parts.offset);
  if (moved.days < kFirstDay || moved.days > kLastDay) return std::nullopt;
  return moved;
}

}  // namespace talentflow::query::temporal
