// Short ways to call the temporal functions in tests, with one fixed clock.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "query/temporal/temporal.hpp"

namespace temporal_tests {

using talentflow::query::TemporalContext;
using Value = talentflow::query::Value;
using Entries = std::initializer_list<std::pair<std::string, Value>>;

/// 2023-11-14T22:13:20.123456789Z; the transaction began an hour before, the live clock is an hour ahead.
inline TemporalContext fixed_context() {
  TemporalContext context;
  context.statement = {1'700'000'000, 123'456'789};
  context.transaction = {1'699'996'400, 0};
  context.realtime = [] { return talentflow::query::ClockReading{1'700'003'600, 5}; };
  return context;
}

/// A map value, keys sorted as values must be.
inline Value map(Entries entries) {
  talentflow::query::ValueMap out(entries);
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return Value(std::move(out));
}

/// The value as text: temporal text, a number, a string as it is, "null", or the error's message.
inline std::string show(const talentflow::Result<Value>& result) {
  if (!result.ok()) return result.error().message;
  const Value& value = *result;
  if (value.is_null()) return "null";
  if (const auto* integer = value.integer()) return std::to_string(*integer);
  if (const auto* text = value.string()) return *text;
  return talentflow::query::temporal_text(value);
}

/// The value of a call that must succeed; null if it does not.
inline Value call(std::string_view name, const std::vector<Value>& arguments,
                  const TemporalContext& context = fixed_context()) {
  auto result = talentflow::query::call_temporal(name, arguments, context);
  return result.ok() ? result.take() : Value();
}
inline Value call(std::string_view name, Entries entries) {
  return call(name, std::vector<Value>{map(entries)});
}
inline Value parse(std::string_view name, std::string_view text) {
  return call(name, std::vector<Value>{Value(std::string(text))});
}

/// Result or error of a call, as text.
inline std::string said(std::string_view name, const std::vector<Value>& arguments,
                        const TemporalContext& context = fixed_context()) {
  return show(talentflow::query::call_temporal(name, arguments, context));
}
inline std::string made(std::string_view name, Entries entries) {
  return said(name, std::vector<Value>{map(entries)});
}
inline std::string read(std::string_view name, std::string_view text) {
  return said(name, std::vector<Value>{Value(std::string(text))});
}

}  // namespace temporal_tests
