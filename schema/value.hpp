// Typed values that claims can hold: what is stored, exchanged and printed.
//
// The query language has a richer value of its own (query/value.hpp: nodes, edges, paths, times); this one is
// what a source can say.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "schema/edtf.hpp"

namespace talentflow {

/// An amount of money as a range in whole units of its currency: "several hundred million" is 200M to 900M.
struct MoneyRange {
  std::int64_t low = 0;   ///< inclusive
  std::int64_t high = 0;  ///< inclusive; equal to low for an exact amount
  std::string currency;   ///< ISO 4217, upper case
  bool operator==(const MoneyRange&) const = default;
};

class Value;
using List = std::vector<Value>;
/// Keys in the order given; unique.
using Map = std::vector<std::pair<std::string, Value>>;

/// Null, boolean, 64-bit integer, 64-bit float, UTF-8 string, list, map, EDTF date or money range.
class Value {
 public:
  /// The order is frozen: it is the discriminant's order in records.capnp.
  using Data =
      std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Map, Date, MoneyRange>;

  Value() = default;
  Value(bool value) : data_(value) {}
  Value(std::int64_t value) : data_(value) {}
  Value(int value) : data_(static_cast<std::int64_t>(value)) {}
  Value(double value) : data_(value) {}
  Value(std::string value) : data_(std::move(value)) {}
  Value(const char* value) : data_(std::string(value)) {}
  Value(List value) : data_(std::move(value)) {}
  Value(Map value) : data_(std::move(value)) {}
  Value(Date value) : data_(value) {}
  Value(MoneyRange value) : data_(std::move(value)) {}

  bool is_null() const { return data_.index() == 0; }
  template <class T>
  const T* get_if() const {
    return std::get_if<T>(&data_);
  }
  const Data& data() const { return data_; }
  bool operator==(const Value&) const = default;

 private:
  Data data_;
};

using Property = std::pair<std::string, Value>;
using Properties = Map;

/// The property of that name, or nullptr. Linear: records have few properties.
inline const Value* find_property(const Properties& properties, std::string_view key) {
  for (const auto& [name, value] : properties)
    if (name == key) return &value;
  return nullptr;
}

}  // namespace talentflow
