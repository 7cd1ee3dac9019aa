// A value of the query language at run time: small (24 bytes or less beside the discriminant), cheap to copy,
// immutable. What is stored is schema/value.hpp; from_stored() converts.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "graph/view.hpp"
#include "query/temporal/types.hpp"
#include "schema/value.hpp"

namespace talentflow::query {

class Value;
using ValueList = std::vector<Value>;
/// Keys sorted (byte order), unique.
using ValueMap = std::vector<std::pair<std::string, Value>>;

struct NodeReference {
  graph::NodeNumber number;
  bool operator==(const NodeReference&) const = default;
};
struct EdgeReference {
  graph::EdgeNumber number;
  bool operator==(const EdgeReference&) const = default;
};
/// nodes.size() == edges.size() + 1; an edge may be walked against its direction.
struct Path {
  std::vector<graph::NodeNumber> nodes;
  std::vector<graph::EdgeNumber> edges;
  bool operator==(const Path&) const = default;
};

class Value {
 public:
  using String = std::shared_ptr<const std::string>;
  using Data =
      std::variant<std::monostate, bool, std::int64_t, double, String, std::shared_ptr<const ValueList>,
                   std::shared_ptr<const ValueMap>, NodeReference, EdgeReference, std::shared_ptr<const Path>,
                   DateValue, LocalTimeValue, TimeValue, LocalDateTimeValue,
                   std::shared_ptr<const DateTimeValue>, std::shared_ptr<const DurationValue>>;

  Value() = default;
  Value(bool value) : data_(value) {}
  Value(std::int64_t value) : data_(value) {}
  Value(int value) : data_(static_cast<std::int64_t>(value)) {}
  Value(double value) : data_(value) {}
  Value(std::string value) : data_(std::make_shared<const std::string>(std::move(value))) {}
  Value(const char* value) : Value(std::string(value)) {}
  Value(ValueList value) : data_(std::make_shared<const ValueList>(std::move(value))) {}
  Value(ValueMap value) : data_(std::make_shared<const ValueMap>(std::move(value))) {}
  Value(NodeReference value) : data_(value) {}
  Value(EdgeReference value) : data_(value) {}
  Value(Path value) : data_(std::make_shared<const Path>(std::move(value))) {}
  Value(DateValue value) : data_(value) {}
  Value(LocalTimeValue value) : data_(value) {}
  Value(TimeValue value) : data_(value) {}
  Value(LocalDateTimeValue value) : data_(value) {}
  Value(DateTimeValue value) : data_(std::make_shared<const DateTimeValue>(std::move(value))) {}
  Value(DurationValue value) : data_(std::make_shared<const DurationValue>(value)) {}

  const Data& data() const { return data_; }
  bool is_null() const { return data_.index() == 0; }
  const bool* boolean() const { return std::get_if<bool>(&data_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data_); }
  const double* floating() const { return std::get_if<double>(&data_); }
  bool is_number() const { return integer() != nullptr || floating() != nullptr; }
  const std::string* string() const { return pointee<std::string>(); }
  const ValueList* list() const { return pointee<ValueList>(); }
  const ValueMap* map() const { return pointee<ValueMap>(); }
  const NodeReference* node() const { return std::get_if<NodeReference>(&data_); }
  const EdgeReference* edge() const { return std::get_if<EdgeReference>(&data_); }
  const Path* path() const { return pointee<Path>(); }
  const DateValue* date() const { return std::get_if<DateValue>(&data_); }
  const LocalTimeValue* local_time() const { return std::get_if<LocalTimeValue>(&data_); }
  const TimeValue* time() const { return std::get_if<TimeValue>(&data_); }
  const LocalDateTimeValue* local_date_time() const { return std::get_if<LocalDateTimeValue>(&data_); }
  const DateTimeValue* date_time() const { return pointee<DateTimeValue>(); }
  const DurationValue* duration() const { return pointee<DurationValue>(); }

 private:
  template <class T>
  const T* pointee() const {
    const auto* pointer = std::get_if<std::shared_ptr<const T>>(&data_);
    return pointer == nullptr ? nullptr : pointer->get();
  }
  Data data_;
};

/// A stored value as the language sees it: an EDTF date to the day is a date, a coarser one its text; money
/// is a map {low, high, currency}.
Value from_stored(const talentflow::Value& stored);

}  // namespace talentflow::query
