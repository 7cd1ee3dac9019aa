#include "query/language/type.hpp"

#include <algorithm>
#include <array>

namespace talentflow::query {

Type common_type(Type a, Type b) {
  if (a == b || b.is_null()) return a;
  if (a.is_null()) return b;
  if (a.is_numeric() && b.is_numeric()) return {TypeKind::number, 0};
  if (a.is_list() && b.is_list()) return Type::list_of(common_type(a.element(), b.element()));
  return {};
}

std::string to_string(Type type) {
  static constexpr std::array<const char*, 17> kNames = {
      "Any",          "Null", "Boolean", "Integer",   "Float", "Number",        "String",   "Map",     "Node",
      "Relationship", "Path", "Date",    "LocalTime", "Time",  "LocalDateTime", "DateTime", "Duration"};
  std::string out = kNames[static_cast<std::size_t>(type.kind)];
  for (int i = 0; i < type.lists; ++i) out = "List<" + out + ">";
  return out;
}

std::string with_article(Type type) {
  if (type.is_null()) return "null";
  const std::string name = to_string(type);
  return (std::string("AEIOU").find(name.front()) == std::string::npos ? "a " : "an ") + name;
}

}  // namespace talentflow::query
