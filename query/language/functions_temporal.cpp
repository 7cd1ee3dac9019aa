#include "query/language/function_list.hpp"
#include "query/temporal/temporal.hpp"

namespace talentflow::query::functions {

Value temporal(const Arguments& a) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  const std::int64_t now = a.runtime.now();
  std::int64_t seconds = now / kSecond;
  if (now % kSecond < 0) --seconds;
  TemporalContext context;
  context.statement = {seconds, static_cast<std::int32_t>(now - seconds * kSecond)};
  context.transaction = context.statement;
  return a.runtime.take(call_temporal(a.name, a.values, context), a.place);
}

}  // namespace talentflow::query::functions
