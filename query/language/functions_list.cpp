#include <algorithm>

#include "query/language/arithmetic.hpp"
#include "query/language/function_list.hpp"
#include "query/language/text.hpp"

namespace talentflow::query::functions {
namespace {

const ValueList* list_argument(const Arguments& a) {
  const ValueList* list = a[0].list();
  if (list == nullptr) a.type_error("needs a list, not " + type_name(a[0]));
  return list;
}

Value keys_of(const Properties& properties) {
  ValueList names;
  for (const auto& [key, value] : properties)
    if (!value.is_null()) names.emplace_back(key);
  return names;
}

}  // namespace

Value size(const Arguments& a) {
  if (const auto* text = a[0].string()) return static_cast<std::int64_t>(code_points(*text));
  if (const auto* list = a[0].list()) return static_cast<std::int64_t>(list->size());
  return a.type_error("needs a list or a string, not " + type_name(a[0]));
}

Value is_empty(const Arguments& a) {
  if (const auto* text = a[0].string()) return text->empty();
  if (const auto* list = a[0].list()) return list->empty();
  if (const auto* map = a[0].map()) return map->empty();
  return a.type_error("needs a list, a map or a string, not " + type_name(a[0]));
}

Value head(const Arguments& a) {
  const ValueList* list = list_argument(a);
  return list == nullptr || list->empty() ? Value() : list->front();
}

Value last(const Arguments& a) {
  const ValueList* list = list_argument(a);
  return list == nullptr || list->empty() ? Value() : list->back();
}

Value tail(const Arguments& a) {
  const ValueList* list = list_argument(a);
  if (list == nullptr) return {};
  return list->empty() ? ValueList{} : ValueList(list->begin() + 1, list->end());
}

Value range(const Arguments& a) {
  for (const Value& value : a.values)
    if (value.integer() == nullptr)
      return a.argument_error("InvalidArgumentType", "needs whole numbers, not " + type_name(value));
  const std::int64_t first = *a[0].integer();
  const std::int64_t last = *a[1].integer();
  const std::int64_t step = a.size() > 2 ? *a[2].integer() : 1;
  if (step == 0) return a.argument_error("NumberOutOfRange", "needs a step other than 0");
  ValueList out;
  if (step > 0 ? first > last : first < last) return out;
  const auto distance = step > 0 ? static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first)
                                 : static_cast<std::uint64_t>(first) - static_cast<std::uint64_t>(last);
  const auto stride = step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
  const std::uint64_t steps = distance / stride;
  if (steps >= (1ULL << 48) || !a.runtime.fits((steps + 1) * sizeof(Value))) {
    if (!a.runtime.failed()) a.argument_error("NumberOutOfRange", "would make a list that no memory holds");
    return {};
  }
  out.reserve(steps + 1);
  for (std::uint64_t i = 0; i <= steps; ++i) {
    if (!a.runtime.tick()) return {};
    const std::uint64_t offset = i * stride;
    const auto base = static_cast<std::uint64_t>(first);
    out.emplace_back(static_cast<std::int64_t>(step > 0 ? base + offset : base - offset));
  }
  return out;
}

Value reverse(const Arguments& a) {
  if (const auto* text = a[0].string()) return reversed(*text);
  const ValueList* list = list_argument(a);
  return list == nullptr ? Value() : Value(ValueList(list->rbegin(), list->rend()));
}

Value keys(const Arguments& a) {
  if (const auto* node = a[0].node()) return keys_of(a.runtime.read().node_properties(node->number));
  if (const auto* edge = a[0].edge()) return keys_of(a.runtime.read().edge_properties(edge->number));
  const ValueMap* map = a[0].map();
  if (map == nullptr) return a.type_error("needs a node, a relationship or a map, not " + type_name(a[0]));
  ValueList names;
  for (const auto& [key, value] : *map) names.emplace_back(key);
  return names;
}

}  // namespace talentflow::query::functions
