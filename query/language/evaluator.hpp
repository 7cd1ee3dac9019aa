// Inside evaluate(): one overload of operator() a kind of node.
#pragma once

#include "query/language/comparison.hpp"
#include "query/language/evaluate.hpp"
#include "query/language/functions.hpp"
#include "query/language/operator.hpp"

namespace talentflow::query {

/// A condition's value: true, false, or nullopt for null; an error for anything else.
Ternary ternary(const Value& value, Place place, Runtime& runtime);

class Evaluator {
 public:
  Evaluator(Place place, Runtime& runtime) : place_(place), runtime_(runtime) {}
  Value operator()(const ast::Literal& node) const { return node.value; }
  Value operator()(const ast::Parameter& node) const { return node.value; }
  Value operator()(const ast::Variable& node) const { return runtime_.frame[slot(node.slot)]; }
  Value operator()(const ast::Property& node) const;
  Value operator()(const ast::Index& node) const;
  Value operator()(const ast::Slice& node) const;
  Value operator()(const ast::Unary& node) const;
  Value operator()(const ast::Binary& node) const;
  Value operator()(const ast::ComparisonChain& node) const;
  Value operator()(const ast::LabelTest& node) const;
  Value operator()(const ast::ListLiteral& node) const;
  Value operator()(const ast::MapLiteral& node) const;
  Value operator()(const ast::MapProjection& node) const;
  Value operator()(const ast::Case& node) const;
  Value operator()(const ast::Call& node) const;
  Value operator()(const ast::ListComprehension& node) const;
  Value operator()(const ast::Reduce& node) const;
  Value operator()(const ast::Quantifier& node) const;
  Value operator()(const ast::PatternComprehension& node) const;
  Value operator()(const ast::PatternPredicate& node) const;
  Value operator()(const ast::Subquery& node) const;

 private:
  static std::size_t slot(int number) { return static_cast<std::size_t>(number); }
  Value eval(const ast::ExpressionPtr& expression) const { return evaluate(*expression, runtime_); }
  Value apply(const Function& function, std::span<const Value> arguments) const;
  /// The last of two equal keys wins.
  static void put(ValueMap& map, const std::string& key, Value value);
  static Value sorted(ValueMap map);
  Value list_item(const ValueList& list, const Value& index) const;
  /// AND (decided by false) and OR (decided by true).
  Value connect(const ast::Binary& node, bool decisive) const;
  Value exclusive(const ast::Binary& node) const;
  Value membership(const ast::Binary& node) const;
  Value string_test(const ast::Binary& node) const;
  Value match_regex(const ast::Binary& node) const;
  /// Calls visit(item) with the item in its slot; false after an error. null counts as no list: the result is
  /// null.
  template <class Visit>
  bool each(const ast::ExpressionPtr& list_expression, int item_slot, const Visit& visit) const;
  /// reduce() alone can nest values without end, and what is nested too deeply cannot be walked any more.
  bool shallow(const Value& value) const;
  static bool nested_within(const Value& value, int levels);
  static Value verdict(ast::QuantifierKind kind, std::size_t yes, bool no, bool unknown);
  /// Runs a sub-plan on the current frame; visit() says whether to go on.
  template <class Visit>
  void run(Operator& plan, const Visit& visit) const;

  Place place_;
  Runtime& runtime_;
};

}  // namespace talentflow::query
