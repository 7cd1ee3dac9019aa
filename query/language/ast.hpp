// The syntax tree of the read core. The parser builds it; the binder fills in what is marked "bound" (slots,
// types, functions, plans of sub-queries) in place; planner and evaluator only read it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "graph/view.hpp"
#include "query/language/diagnostic.hpp"
#include "query/language/type.hpp"
#include "query/value.hpp"

namespace talentflow::query {

struct Function;    // query/language/functions.hpp
struct Aggregator;  // query/language/aggregates.hpp
class Operator;     // query/language/operator.hpp

namespace ast {

struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;
struct Query;

inline constexpr int kNoSlot = -1;  ///< bound slots count from 0 in the query's frame

/// Labels of a node or types of an edge: `A`, `A&B` (also A:B), `A|B`, `!A`, `%` (any).
struct LabelExpression {
  enum class Op : std::uint8_t { name, all_of, any_of, none_of, any };
  Op op = Op::name;
  Place place;
  std::string name;
  std::vector<LabelExpression> parts;
  graph::NameCode code = graph::kNoName;  ///< bound: kNoName when the View has no such name
};

struct NodePattern {
  Place place;
  std::string variable;  ///< empty for an anonymous node
  std::optional<LabelExpression> labels;
  ExpressionPtr properties;  ///< a MapLiteral or null
  ExpressionPtr where;
  int slot = kNoSlot;
  bool declares = false;  ///< bound: this is where the variable gets its value
};

enum class Direction : std::uint8_t { right, left, both };

struct EdgePattern {
  Place place;
  std::string variable;
  std::optional<LabelExpression> types;
  Direction direction = Direction::both;
  bool variable_length = false;
  std::int64_t minimum = 1;
  std::optional<std::int64_t> maximum;
  ExpressionPtr properties;
  ExpressionPtr where;
  int slot = kNoSlot;
  bool declares = false;
};

struct PathPattern {
  enum class Kind : std::uint8_t { plain, shortest, all_shortest };
  Place place;
  std::string variable;  ///< of the path; empty when it has no name
  Kind kind = Kind::plain;
  std::vector<NodePattern> nodes;  ///< one more than edges
  std::vector<EdgePattern> edges;
  int slot = kNoSlot;
};

struct Pattern {
  std::vector<PathPattern> paths;
};

// ---- expressions ----

struct Literal {
  Value value;
};
struct Parameter {
  std::string name;
  Value value;
};  ///< value: bound
struct Variable {
  std::string name;
  int slot = kNoSlot;
};
struct Property {
  ExpressionPtr object;
  std::string key;
  graph::NameCode code = graph::kNoName;
};
struct Index {
  ExpressionPtr object, index;
};
struct Slice {
  ExpressionPtr object, from, to;
};  ///< from and to may be null

enum class UnaryOperator : std::uint8_t { negate, plus, logical_not, is_null, is_not_null };
struct Unary {
  UnaryOperator op;
  ExpressionPtr operand;
};

enum class BinaryOperator : std::uint8_t {
  add,
  subtract,
  multiply,
  divide,
  modulo,
  power,
  logical_and,
  logical_or,
  logical_xor,
  in,
  starts_with,
  ends_with,
  contains,
  matches,
  concatenate,
};
struct Binary {
  BinaryOperator op;
  ExpressionPtr left, right;
};

enum class Comparison : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };
/// a < b <= c: holds when every neighbouring pair does.
struct ComparisonChain {
  std::vector<ExpressionPtr> operands;
  std::vector<Comparison> operators;
};

struct LabelTest {
  ExpressionPtr operand;
  LabelExpression labels;
};
struct ListLiteral {
  std::vector<ExpressionPtr> items;
};
struct MapLiteral {
  std::vector<std::pair<std::string, ExpressionPtr>> entries;
};
struct MapProjection {
  struct Item {
    bool all = false;     ///< .*
    std::string key;      ///< .key, key: value, or a variable's name
    ExpressionPtr value;  ///< null for .key and .*
    graph::NameCode code = graph::kNoName;
  };
  ExpressionPtr object;
  std::vector<Item> items;
};
struct Case {
  ExpressionPtr subject;  ///< null for the searched form
  std::vector<std::pair<ExpressionPtr, ExpressionPtr>> branches;
  ExpressionPtr otherwise;
};
struct Call {
  std::string name;  ///< as written, with its namespace: "duration.between"
  std::vector<ExpressionPtr> arguments;
  bool distinct = false;
  bool star = false;                       ///< count(*)
  const Function* function = nullptr;      ///< bound
  const Aggregator* aggregator = nullptr;  ///< bound
};
struct ListComprehension {
  std::string variable;
  ExpressionPtr list, where, result;  ///< where and result may be null
  int slot = kNoSlot;
};
struct Reduce {
  std::string accumulator, variable;
  ExpressionPtr initial, list, step;
  int accumulator_slot = kNoSlot, slot = kNoSlot;
};
enum class QuantifierKind : std::uint8_t { all, any, none, single };
struct Quantifier {
  QuantifierKind kind;
  std::string variable;
  ExpressionPtr list, where;
  int slot = kNoSlot;
};
/// Patterns and queries inside expressions. The planner adds the operator that runs them.
struct PatternComprehension {
  PathPattern path;
  ExpressionPtr where, result;
  std::shared_ptr<Operator> plan;
};
struct PatternPredicate {
  PathPattern path;
  std::shared_ptr<Operator> plan;
};
enum class SubqueryKind : std::uint8_t { exists, count, collect };
struct Subquery {
  SubqueryKind kind;
  std::unique_ptr<Query> query;
  int result_slot = kNoSlot;  ///< of the column, for COLLECT
  std::shared_ptr<Operator> plan;
};

struct Expression {
  using Node =
      std::variant<Literal, Parameter, Variable, Property, Index, Slice, Unary, Binary, ComparisonChain,
                   LabelTest, ListLiteral, MapLiteral, MapProjection, Case, Call, ListComprehension, Reduce,
                   Quantifier, PatternComprehension, PatternPredicate, Subquery>;
  Place place;
  Node node;
  Type type;  ///< bound

  template <class T>
  T* get() {
    return std::get_if<T>(&node);
  }
  template <class T>
  const T* get() const {
    return std::get_if<T>(&node);
  }
};

template <class T>
ExpressionPtr make(Place place, T node) {
  return std::make_unique<Expression>(Expression{place, std::move(node), {}});
}

// ---- clauses ----

struct Match {
  Place place;
  bool optional = false;
  Pattern pattern;
  ExpressionPtr where;
};

struct Unwind {
  Place place;
  ExpressionPtr list;
  std::string variable;
  Place variable_place;
  int slot = kNoSlot;
};

struct ProjectionItem {
  ExpressionPtr expression;
  std::string name;    ///< the alias, else the text as written
  bool named = false;  ///< by AS, or by being a variable
  Place place;
  int slot = kNoSlot;
  bool grouped = false;  ///< bound: a key of the grouping
};

struct SortItem {
  ExpressionPtr expression;
  bool descending = false;
};

/// WITH or RETURN.
struct Projection {
  Place place;
  bool is_return = false;
  bool distinct = false;
  bool star = false;
  std::vector<ProjectionItem> items;
  std::vector<SortItem> order_by;
  ExpressionPtr skip, limit;
  ExpressionPtr where;  ///< WITH only
  /// Bound: aggregate calls taken out of the items, each with the slot that receives its value.
  struct Aggregate {
    ExpressionPtr call;
    int slot = kNoSlot;
  };
  std::vector<Aggregate> aggregates;
  bool aggregating = false;
  std::vector<int> live;  ///< bound: slots that later steps read, for operators that hold rows back
};

using Clause = std::variant<Match, Unwind, Projection>;

struct SingleQuery {
  std::vector<Clause> clauses;
};

struct Query {
  std::vector<SingleQuery> parts;  ///< joined by UNION
  std::vector<bool> union_all;     ///< one less than parts
  // bound
  std::vector<std::string> columns;
  std::vector<int> column_slots;
  std::vector<std::vector<int>> part_slots;  ///< of each part's columns
};

enum class Mode : std::uint8_t { run, explain, profile };

struct Statement {
  Mode mode = Mode::run;
  Query query;
};

}  // namespace ast
}  // namespace talentflow::query
