#include "query/format/instant_text.hpp"

#include <array>
#include <cstdio>

#include "schema/day.hpp"

namespace talentflow::query {

std::string instant_text(Instant instant) {
  if (instant == kAlways) return {};
  constexpr std::int64_t kSecond = 1'000'000;
  constexpr std::int64_t kDay = 86'400 * kSecond;
  const std::int64_t days = (instant - (instant < 0 ? kDay - 1 : 0)) / kDay;
  const auto seconds = static_cast<int>((instant - days * kDay) / kSecond);
  std::array<char, 48> time{};
  std::snprintf(time.data(), time.size(), "T%02d:%02d:%02dZ", seconds / 3600, seconds / 60 % 60,
                seconds % 60);
  return day_text(static_cast<Day>(days)) + time.data();
}

}  // namespace talentflow::query
