// + - * / % ^ on numbers, strings, lists and temporal values.
#pragma once

#include "query/language/ast.hpp"
#include "query/language/runtime.hpp"

namespace talentflow::query {

/// `op` is one of add, subtract, multiply, divide, modulo, power, concatenate. null in, null out.
Value arithmetic(ast::BinaryOperator op, const Value& left, const Value& right, Place place,
                 Runtime& runtime);
Value negate(const Value& value, Place place, Runtime& runtime);

/// A float as openCypher prints it: 1.0, 0.1, 1.0E21, NaN, Infinity.
std::string float_string(double value);
/// What toString() gives, and what + puts into a string; nullopt for values without a text (lists, maps,
/// nodes, ..).
std::optional<std::string> text_of(const Value& value);
/// "Integer", "List", "Node", .. for messages.
std::string type_name(const Value& value);

}  // namespace talentflow::query
