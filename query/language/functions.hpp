// The table of functions. Adding one: a line in function_table.cpp, its code in a functions_*.cpp, its test.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "query/language/runtime.hpp"
#include "query/language/type.hpp"

namespace talentflow::query {

/// Which static types an argument may have: one bit a TypeKind, one for lists. Types not known before the
/// query runs always pass; the code of the function then decides.
using TypeSet = std::uint32_t;
constexpr TypeSet type_bit(TypeKind kind) { return 1U << static_cast<unsigned>(kind); }
inline constexpr TypeSet kList = 1U << 31U;
inline constexpr TypeSet kAnything = ~0U;
inline constexpr TypeSet kNumber =
    type_bit(TypeKind::integer) | type_bit(TypeKind::floating) | type_bit(TypeKind::number);
inline constexpr TypeSet kText = type_bit(TypeKind::string);
inline constexpr TypeSet kMap = type_bit(TypeKind::map);
inline constexpr TypeSet kNode = type_bit(TypeKind::node);
inline constexpr TypeSet kEdge = type_bit(TypeKind::edge);
inline constexpr TypeSet kPath = type_bit(TypeKind::path);
/// Is the type, as far as it is known, in the set?
bool accepts(TypeSet set, Type type);

struct Arguments {
  std::span<const Value> values;
  Place place;
  std::string_view name;
  Runtime& runtime;

  const Value& operator[](std::size_t i) const { return values[i]; }
  std::size_t size() const { return values.size(); }
  Value type_error(const std::string& message) const {
    runtime.type_error(place, "InvalidArgumentValue", std::string(name) + "() " + message);
    return {};
  }
  Value argument_error(const std::string& detail, const std::string& message) const {
    runtime.argument_error(place, detail, std::string(name) + "() " + message);
    return {};
  }
};

enum class NullRule : std::uint8_t { propagates, handles };  ///< propagates: any null argument makes null
enum class ResultRule : std::uint8_t { fixed, first_argument, element_of_first, common };

struct ResultType {
  Type type = {};
  ResultRule rule = ResultRule::fixed;
};

struct Function {
  std::string_view name;            ///< as documented; matched without case
  int minimum;                      ///< number of arguments
  int maximum;                      ///< -1: any number
  std::array<TypeSet, 3> accepted;  ///< of the first three arguments; the last one stands for the rest
  ResultType result;
  NullRule null;
  Value (*call)(const Arguments&);
  std::string_view signature;  ///< for messages and completion: "left(text, length)"
  bool deterministic = true;
};

/// By name without case; nullptr when there is none.
const Function* find_function(std::string_view name);
std::span<const Function> all_functions();

/// properties() of a node, edge or map.
Value properties_of(const Value& object, Place place, Runtime& runtime);

}  // namespace talentflow::query
