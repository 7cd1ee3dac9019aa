// The table of aggregate functions. Adding one: a line in aggregates.cpp, its class there, its test.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "query/language/functions.hpp"

namespace talentflow::query {

/// One group's state of one aggregate call.
class Aggregation {
 public:
  virtual ~Aggregation() = default;
  /// `value` is the first argument; null never comes, save for count(*). Gives the bytes that it keeps from
  /// now on.
  virtual std::size_t add(const Value& value, Runtime& runtime, Place place) = 0;
  virtual Value result(Runtime& runtime, Place place) = 0;
};

struct Aggregator {
  std::string_view name;
  std::size_t arguments;  ///< besides the form count(*)
  TypeSet accepted;       ///< of the first argument
  ResultType result;
  /// `second` is the second argument (the percentile), else null. Without it rows are merely counted.
  std::unique_ptr<Aggregation> (*make)(const Value& second);
  std::string_view signature;
};

/// By name without case; nullptr when there is none.
const Aggregator* find_aggregator(std::string_view name);
std::span<const Aggregator> all_aggregators();

}  // namespace talentflow::query
