// The value of a bound expression in the current frame.
#pragma once

#include "query/language/ast.hpp"
#include "query/language/runtime.hpp"

namespace talentflow::query {

/// null, with runtime.failed(), after an error.
Value evaluate(const ast::Expression& expression, Runtime& runtime);

/// A condition: true only for true (null is not); TypeError for values that are no booleans.
bool holds(const ast::Expression& condition, Runtime& runtime);

/// Does a node (or an edge, by its type) carry the labels?
bool has_labels(const graph::View& view, graph::NodeNumber node, const ast::LabelExpression& labels);
bool has_type(graph::NameCode type, const ast::LabelExpression& types);

/// Property of a node, edge, map or temporal value; `code` is the key's in the View.
Value property_of(const Value& object, const std::string& key, graph::NameCode code, Place place,
                  Runtime& runtime);

}  // namespace talentflow::query
