#include "query/language/function_list.hpp"
#include "query/temporal/temporal.hpp"

namespace talentflow::query::functions {
namespace {

ClockReading reading(std::int64_t nanoseconds) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  std::int64_t seconds = nanoseconds / kSecond;
  if (nanoseconds % kSecond < 0) --seconds;
  return {seconds, static_cast<std::int32_t>(nanoseconds - seconds * kSecond)};
}

}  // namespace

/// Nothing is written, so a transaction is a statement.
Value temporal(const Arguments& a) {
  TemporalContext context;
  context.statement = reading(a.runtime.now());
  context.transaction = context.statement;
  context.realtime = [&runtime = a.runtime] { return reading(runtime.live_now()); };
  return a.runtime.take(call_temporal(a.name, a.values, context), a.place);
}

}  // namespace talentflow::query::functions
