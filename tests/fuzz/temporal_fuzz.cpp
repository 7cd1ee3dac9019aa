// Temporal text: what parses must print, read back as the same value, and survive arithmetic.
//
// The first byte chooses the type, the rest is the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "query/temporal/temporal.hpp"

namespace {

namespace query = talentflow::query;

constexpr const char* kTypes[] = {"date", "localtime", "time", "localdatetime", "datetime", "duration"};

void demand(bool law) {
  if (!law) std::abort();
}

query::Value parse(const char* type, const std::string& text) {
  const std::vector<query::Value> arguments{query::Value(text)};
  auto result = query::call_temporal(type, arguments, query::TemporalContext{});
  if (result.ok()) return result.take();
  demand(result.error().message.starts_with("ArgumentError: "));
  return {};
}

/// Sums that stay in range must come back.
void check_sum(const query::Value& value, const query::Value& step) {
  const auto sum = query::temporal_add(value, step);
  if (!sum.ok()) return;
  const auto back = query::temporal_subtract(*sum, step);
  demand(!back.ok() || query::temporal_equal(*back, value));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 200) return 0;
  const char* type = kTypes[data[0] % std::size(kTypes)];
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const query::Value value = parse(type, text);
  if (value.is_null()) return 0;
  const std::string printed = query::temporal_text(value);
  const query::Value back = parse(type, printed);
  demand(query::temporal_equal(back, value));
  demand(query::temporal_text(back) == printed);
  demand(query::temporal_hash(back) == query::temporal_hash(value));
  demand(query::temporal_order(back, value) == 0);
  check_sum(value, parse("duration", "PT36H0.000000001S"));
  if (value.duration() != nullptr)
    check_sum(parse("localdatetime", "2024-02-29T12:00"), parse("duration", "P1D"));
  (void)query::temporal_multiply(value, query::Value(1.5));
  (void)query::temporal_divide(value, query::Value(-3));
  return 0;
}
