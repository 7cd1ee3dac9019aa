#include "query/facade/json_reader.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <simdjson.h>

namespace talentflow::query {
namespace {

Value convert(const simdjson::dom::element& element);

/// What JSON cannot say: {"float":"NaN"} and the infinities.
std::optional<double> special_float(const simdjson::dom::object& object) {
  std::string_view name;
  if (object.size() != 1 || object["float"].get_string().get(name) != simdjson::SUCCESS) return std::nullopt;
  if (name == "NaN" || name == "nan") return std::numeric_limits<double>::quiet_NaN();
  if (name == "Infinity" || name == "inf") return std::numeric_limits<double>::infinity();
  if (name == "-Infinity" || name == "-inf") return -std::numeric_limits<double>::infinity();
  return std::nullopt;
}

ValueMap convert_object(const simdjson::dom::object& object) {
  ValueMap map;
  for (const auto& field : object) map.emplace_back(std::string(field.key), convert(field.value));
  // The last of equal keys wins, as in most readers.
  std::stable_sort(map.begin(), map.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  ValueMap unique;
  for (auto& entry : map) {
    if (!unique.empty() && unique.back().first == entry.first)
      unique.back().second = std::move(entry.second);
    else
      unique.push_back(std::move(entry));
  }
  return unique;
}

Value convert(const simdjson::dom::element& element) {
  using Type = simdjson::dom::element_type;
  switch (element.type()) {
    case Type::ARRAY: {
      ValueList list;
      for (const auto& item : simdjson::dom::array(element)) list.push_back(convert(item));
      return list;
    }
    case Type::OBJECT: {
      const simdjson::dom::object object(element);
      if (const auto number = special_float(object)) return *number;
      return convert_object(object);
    }
    case Type::INT64:
      return static_cast<std::int64_t>(std::int64_t(element));
    case Type::UINT64:
      return static_cast<double>(std::uint64_t(element));
    case Type::DOUBLE:
      return double(element);
    case Type::STRING:
      return std::string(std::string_view(element));
    case Type::BOOL:
      return bool(element);
    case Type::NULL_VALUE:
      return {};
  }
  return {};
}

bool holds_huge_integer(const simdjson::dom::element& element) {
  if (element.is_uint64() && !element.is_int64()) return true;
  if (element.is_array())
    for (const auto& item : simdjson::dom::array(element))
      if (holds_huge_integer(item)) return true;
  if (element.is_object())
    for (const auto& field : simdjson::dom::object(element))
      if (holds_huge_integer(field.value)) return true;
  return false;
}

}  // namespace

Result<Value> read_json(std::string_view text) {
  try {
    simdjson::dom::parser parser;
    simdjson::dom::element element;
    const auto problem = parser.parse(text.data(), text.size()).get(element);
    if (problem != simdjson::SUCCESS)
      return make_error(ErrorCode::usage, "",
                        std::string("no valid JSON: ") + simdjson::error_message(problem));
    if (holds_huge_integer(element))
      return make_error(ErrorCode::usage, "",
                        "an integer is beyond 64 bits; write it as a float or a string");
    return convert(element);
  } catch (const simdjson::simdjson_error& problem) {
    return make_error(ErrorCode::usage, "", std::string("no valid JSON: ") + problem.what());
  }
}

Result<ValueMap> read_json_object(std::string_view text) {
  if (text.empty()) return ValueMap{};
  auto value = read_json(text);
  if (!value.ok()) return value.error();
  if (value->map() == nullptr)
    return make_error(ErrorCode::usage, "", "parameters are a JSON object, as in {\"name\": \"Ada\"}");
  return *value->map();
}

}  // namespace talentflow::query
