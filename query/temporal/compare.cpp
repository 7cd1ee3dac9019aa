// Equality, `<` and the order of ORDER BY: one order within each type, so that they agree.
#include <functional>

#include "query/temporal/calendar.hpp"
#include "query/temporal/duration.hpp"
#include "query/temporal/parts.hpp"
#include "query/temporal/temporal.hpp"
#include "query/temporal/text.hpp"

namespace talentflow::query {
namespace temporal {
namespace {

constexpr std::int64_t kSecondsPerMonth = 2'629'746;

std::strong_ordering compare_wide(Wide a, Wide b) {
  return a < b   ? std::strong_ordering::less
         : a > b ? std::strong_ordering::greater
                 : std::strong_ordering::equal;
}

std::strong_ordering instant_order(const Parts& a, const Parts& b) {
  if (const auto order = compare_wide(instant_of(a), instant_of(b)); order != 0) return order;
  if (const auto order = a.offset <=> b.offset; order != 0) return order;
  const std::string_view x = a.zone ? std::string_view(*a.zone) : std::string_view();
  const std::string_view y = b.zone ? std::string_view(*b.zone) : std::string_view();
  return x <=> y;
}

/// Seconds of average months and of days of 24 hours: below 2^63 * 2.7 * 10^6, far from the limit.
Wide average_seconds(const DurationValue& duration) {
  return static_cast<Wide>(duration.months) * kSecondsPerMonth +
         static_cast<Wide>(duration.days) * kSecondsPerDay + duration.seconds;
}

std::strong_ordering duration_order(const DurationValue& a, const DurationValue& b) {
  if (const auto order = compare_wide(average_seconds(a), average_seconds(b)); order != 0) return order;
  if (const auto order = a.nanoseconds <=> b.nanoseconds; order != 0) return order;
  if (const auto order = a.months <=> b.months; order != 0) return order;
  return a.days <=> b.days;
}

/// Place in the order of types.
int rank(const Value& value) {
  if (value.date_time() != nullptr) return 0;
  if (value.local_date_time() != nullptr) return 1;
  if (value.date() != nullptr) return 2;
  if (value.time() != nullptr) return 3;
  if (value.local_time() != nullptr) return 4;
  return 5;
}

std::size_t mix(std::size_t seed, std::int64_t number) {
  return seed ^ (std::hash<std::int64_t>()(number) + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2));
}

}  // namespace
}  // namespace temporal

bool is_temporal(const Value& value) {
  return value.duration() != nullptr || temporal::parts_of(value).has_value();
}

std::optional<std::partial_ordering> temporal_compare(const Value& a, const Value& b) {
  const auto x = temporal::parts_of(a);
  const auto y = temporal::parts_of(b);
  if (!x || !y || x->kind != y->kind) return std::nullopt;
  return temporal::instant_order(*x, *y);
}

bool temporal_equal(const Value& a, const Value& b) {
  if (a.duration() != nullptr && b.duration() != nullptr) return *a.duration() == *b.duration();
  const auto order = temporal_compare(a, b);
  return order && *order == 0;
}

std::strong_ordering temporal_order(const Value& a, const Value& b) {
  if (const auto order = temporal::rank(a) <=> temporal::rank(b); order != 0) return order;
  if (a.duration() != nullptr && b.duration() != nullptr)
    return temporal::duration_order(*a.duration(), *b.duration());
  const auto x = temporal::parts_of(a);
  const auto y = temporal::parts_of(b);
  return x && y ? temporal::instant_order(*x, *y) : std::strong_ordering::equal;
}

std::size_t temporal_hash(const Value& value) {
  using temporal::mix;
  std::size_t seed = value.data().index();
  if (const auto* duration = value.duration()) {
    for (const std::int64_t part :
         {duration->months, duration->days, duration->seconds, duration->nanoseconds})
      seed = mix(seed, part);
    return seed;
  }
  if (const auto parts = temporal::parts_of(value)) {
    seed = mix(mix(mix(seed, parts->days), parts->nanoseconds), parts->offset);
    if (parts->zone) seed = mix(seed, static_cast<std::int64_t>(std::hash<std::string>()(*parts->zone)));
  }
  return seed;
}

std::string temporal_text(const Value& value) {
  if (const auto* duration = value.duration()) return temporal::duration_text(*duration);
  if (const auto parts = temporal::parts_of(value)) return temporal::instant_text(*parts);
  return {};
}

}  // namespace talentflow::query
