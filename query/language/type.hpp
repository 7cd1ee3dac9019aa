// Static types of expressions: what the binder knows before a row is read.
#pragma once

#include <cstdint>
#include <string>

namespace talentflow::query {

enum class TypeKind : std::uint8_t {
  any,  ///< not known before the query runs
  null,
  boolean,
  integer,
  floating,
  number,  ///< integer or float
  string,
  map,
  node,
  edge,
  path,
  date,
  local_time,
  time,
  local_date_time,
  date_time,
  duration,
};

/// A kind, wrapped in `lists` levels of list: [[1]] is {integer, 2}. An empty list is {any, 1}.
struct Type {
  TypeKind kind = TypeKind::any;
  std::uint8_t lists = 0;

  bool operator==(const Type&) const = default;
  bool is_list() const { return lists > 0; }
  bool is(TypeKind other) const { return lists == 0 && kind == other; }
  bool is_any() const { return is(TypeKind::any); }
  bool is_null() const { return is(TypeKind::null); }
  bool is_numeric() const { return is(TypeKind::integer) || is(TypeKind::floating) || is(TypeKind::number); }
  bool is_temporal() const { return lists == 0 && kind >= TypeKind::date; }

  static Type list_of(Type element) {
    if (element.lists == 255) return {TypeKind::any, 1};
    return {element.is_null() ? TypeKind::any : element.kind, static_cast<std::uint8_t>(element.lists + 1)};
  }
  Type element() const { return lists == 0 ? Type{} : Type{kind, static_cast<std::uint8_t>(lists - 1)}; }
};

/// The narrowest type that holds both.
Type common_type(Type a, Type b);

/// "Integer", "List<Node>", ...
std::string to_string(Type type);
/// "an Integer", "a String".
std::string with_article(Type type);

}  // namespace talentflow::query
