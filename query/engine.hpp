// The engine: a query text against a View, rows out one by one.
//
// The pipeline is one file (or folder) a stage, see query/README.md: lexer, parser, AST, binder, plan,
// execution.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/budget.hpp"
#include "graph/view.hpp"
#include "query/value.hpp"
#include "schema/result.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::query {

using Row = std::vector<Value>;

/// What an answer's footer calls the default reading.
inline constexpr std::string_view kEverythingKnown = "everything known, now";

/// A table beside the rows: SHOW MOVES, SHOW EVIDENCE.
struct SideTable {
  std::string name;  ///< "moves", "evidence"
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

/// Rows of one answer, pulled one by one. Valid while the View and the Budget it was made from live.
class Cursor {
 public:
  virtual ~Cursor() = default;
  virtual const std::vector<std::string>& columns() const = 0;
  /// Fills `row` and returns true; false at the end. After an Error no further call is allowed.
  virtual Result<bool> next(Row& row) = 0;
  /// What the answer was counted by (FLOW's footer), key order kept; complete once next() has returned false.
  virtual const std::vector<std::pair<std::string, Value>>& meta() const = 0;
  virtual const std::vector<SideTable>& side_tables() const = 0;
  /// Slips that are no errors: an unknown label, with place and suggestion. Complete after execute() returns.
  virtual const std::vector<std::string>& warnings() const = 0;
  /// The View whose nodes and edges the rows refer to (a reading in the query makes another one).
  virtual const graph::View& view() const = 0;
};

/// Gives the View of a reading; the default reading's is cached by the database.
using ViewProvider = std::function<Result<std::shared_ptr<const graph::View>>(const graph::Reading&)>;

/// Nanoseconds since 1970-01-01T00:00Z. An empty one means the system's clock.
using Clock = std::function<std::int64_t()>;

/// Runs work that knows of no budget, and returns when it is done or the statement's budget ends: then with
/// the budget's error, while the work goes on for whom it may still serve. The work owns what it uses.
using Beside = std::function<Result<void>(std::function<void()> work)>;

struct Execution {
  ViewProvider views;
  Beside beside;  ///< may be empty: then such work runs to its end
  const Vocabulary* vocabulary = nullptr;
  ValueMap parameters;
  graph::Budget* budget = nullptr;
  Clock clock;                    ///< what date(), datetime() and their like read, once a statement
  std::uint64_t random_seed = 0;  ///< of rand(): the same query on the same data gives the same bytes
};

/// Runs one statement. Errors have ErrorCode::query with `where` = "line L, column C", a message that begins
/// with the openCypher kind and detail ("SyntaxError: UndefinedVariable: .."), and an excerpt with a caret.
Result<std::unique_ptr<Cursor>> execute(std::string_view text, Execution execution);

/// True when the text is a whole statement (for the REPL: quotes, brackets and comments closed). `;` ends
/// one.
bool is_complete(std::string_view text);

}  // namespace talentflow::query
