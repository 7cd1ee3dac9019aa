#include <algorithm>

#include "query/value.hpp"

namespace talentflow::query {
namespace {

struct Convert {
  Value operator()(std::monostate) const { return {}; }
  Value operator()(bool value) const { return value; }
  Value operator()(std::int64_t value) const { return value; }
  Value operator()(double value) const { return value; }
  Value operator()(const std::string& value) const { return value; }
  Value operator()(const talentflow::List& list) const {
    ValueList out;
    for (const auto& item : list) out.push_back(from_stored(item));
    return out;
  }
  Value operator()(const talentflow::Map& map) const {
    ValueMap out;
    for (const auto& [key, value] : map) out.emplace_back(key, from_stored(value));
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return out;
  }
  Value operator()(const Date& date) const {
    if (date.known() && date.precision == DatePrecision::day && date.qualifier == 0)
      return DateValue{date.range.low};
    return date.known() || date.open() ? Value(to_string(date)) : Value();
  }
  Value operator()(const MoneyRange& money) const {
    return ValueMap{
        {"currency", Value(money.currency)}, {"high", Value(money.high)}, {"low", Value(money.low)}};
  }
};

}  // namespace

Value from_stored(const talentflow::Value& stored) { return std::visit(Convert{}, stored.data()); }

}  // namespace talentflow::query
