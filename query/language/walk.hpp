// Walking over bound expressions.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "query/language/ast.hpp"

namespace talentflow::query {

/// Calls visit for each direct sub-expression (patterns' properties and conditions included, sub-queries
/// not).
void for_each_child(ast::Expression& expression, const std::function<void(ast::ExpressionPtr&)>& visit);
void for_each_child(const ast::Expression& expression,
                    const std::function<void(const ast::Expression&)>& visit);

/// Every slot that the expression reads or writes, sub-queries included.
std::vector<int> slots_of(const ast::Expression& expression);
/// Slots of a path's nodes and edges.
void pattern_slots(const ast::PathPattern& path, std::vector<int>& out);

/// Calls visit for every expression below and including this one that stands inside sub-queries too.
void for_each_expression(const ast::Expression& expression,
                         const std::function<void(const ast::Expression&)>& visit);
void for_each_expression(const ast::Query& query, const std::function<void(const ast::Expression&)>& visit);

/// A text that two bound expressions share exactly when they mean the same: variables by slot, functions by
/// name.
std::string canonical(const ast::Expression& expression, std::string_view source);

}  // namespace talentflow::query
