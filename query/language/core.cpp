// The pipeline of the read core: text -> tokens -> tree -> bound tree -> plan -> rows.
#include "query/language/core.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "query/language/binder.hpp"
#include "query/language/evaluate.hpp"
#include "query/language/explain.hpp"
#include "query/language/operators.hpp"
#include "query/language/planner.hpp"
#include "query/language/walk.hpp"

namespace talentflow::query {
namespace {

/// The clock given, else the system's.
Clock clock_of(const Clock& clock) {
  if (clock) return clock;
  return [] {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::int64_t{std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()};
  };
}

bool meets_edges(const ast::Query& query) {
  bool found = false;
  for (const auto& part : query.parts)
    for (const auto& clause : part.clauses)
      if (const auto* match = std::get_if<ast::Match>(&clause))
        for (const auto& path : match->pattern.paths) found = found || !path.edges.empty();
  for_each_expression(query, [&](const ast::Expression& expression) {
    found = found || expression.get<ast::PatternComprehension>() != nullptr ||
            expression.get<ast::PatternPredicate>() != nullptr || expression.get<ast::Subquery>() != nullptr;
  });
  return found;
}

/// A core query ready to run: it owns its text, tree, plan and state.
class Prepared {
 public:
  Prepared(ast::Query query, const CoreContext& context)
      : source_(context.source),
        query_(std::move(query)),
        view_(context.view),
        own_budget_(graph::Limits{}, nullptr),
        budget_(context.budget != nullptr ? *context.budget : own_budget_),
        runtime_(source_, *view_, budget_, clock_of(context.clock), context.random_seed) {}
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;

  Result<void> prepare(const CoreContext& context, std::optional<GivenRows> given) {
    // A View makes its edges when they are first asked for, which takes seconds in a graph of millions.
    if (context.beside && !view_->edges_ready() && meets_edges(query_))
      TALENTFLOW_TRY(context.beside([view = view_] { static_cast<void>(view->edge_count()); }));
    Binder binder(source_, *view_, context.vocabulary, context.parameters);
    Scope scope;
    OperatorPtr input = make_start();
    if (given) {
      std::vector<int> slots;
      for (const std::string& column : given->columns) {
        slots.push_back(binder.new_slot());
        scope[column] = {slots.back(), {}};
      }
      input = make_given(std::move(given->rows), std::move(slots));
    }
    binder.bind(query_, scope);
    if (binder.failed()) return binder.error();
    warnings_ = std::move(binder.warnings());
    Planner planner(source_, *view_);
    plan_ = planner.plan(query_, std::move(input));
    conditions_ = planner.take_conditions();
    runtime_.frame.resize(static_cast<std::size_t>(binder.slots()));
    return {};
  }

  Result<bool> next() {
    if (!opened_) plan_->open(runtime_);
    opened_ = true;
    const bool found = plan_->next(runtime_);
    if (runtime_.failed()) return runtime_.error();
    if (!found) plan_->close(runtime_);
    return found;
  }

  const ast::Query& query() const { return query_; }
  const Value& slot(int number) const { return runtime_.frame[static_cast<std::size_t>(number)]; }
  const Operator& plan() const { return *plan_; }
  const std::vector<std::string>& warnings() const { return warnings_; }
  const graph::View& view() const { return *view_; }

 private:
  std::string source_;
  ast::Query query_;
  std::shared_ptr<const graph::View> view_;
  graph::Budget own_budget_;
  graph::Budget& budget_;
  Runtime runtime_;
  std::vector<ast::ExpressionPtr> conditions_;
  OperatorPtr plan_;
  std::vector<std::string> warnings_;
  bool opened_ = false;
};

class CoreCursor final : public Cursor {
 public:
  explicit CoreCursor(std::unique_ptr<Prepared> prepared) : prepared_(std::move(prepared)) {}
  const std::vector<std::string>& columns() const override { return prepared_->query().columns; }
  Result<bool> next(Row& row) override {
    if (done_) return false;
    const auto found = prepared_->next();
    if (!found.ok()) return found.error();
    done_ = !*found;
    if (done_) return false;
    row.clear();
    for (const int slot : prepared_->query().column_slots) row.push_back(prepared_->slot(slot));
    return true;
  }
  const std::vector<std::pair<std::string, Value>>& meta() const override { return meta_; }
  const std::vector<SideTable>& side_tables() const override { return side_tables_; }
  const std::vector<std::string>& warnings() const override { return prepared_->warnings(); }
  const graph::View& view() const override { return prepared_->view(); }

 private:
  std::unique_ptr<Prepared> prepared_;
  std::vector<std::pair<std::string, Value>> meta_;
  std::vector<SideTable> side_tables_;
  bool done_ = false;
};

/// The rows of EXPLAIN and PROFILE.
class PlanCursor final : public Cursor {
 public:
  PlanCursor(std::unique_ptr<Prepared> prepared, bool counts)
      : prepared_(std::move(prepared)),
        columns_(plan_columns(counts)),
        rows_(plan_rows(prepared_->plan(), counts)) {}
  const std::vector<std::string>& columns() const override { return columns_; }
  Result<bool> next(Row& row) override {
    if (next_ >= rows_.size()) return false;
    row = rows_[next_++];
    return true;
  }
  const std::vector<std::pair<std::string, Value>>& meta() const override { return meta_; }
  const std::vector<SideTable>& side_tables() const override { return side_tables_; }
  const std::vector<std::string>& warnings() const override { return prepared_->warnings(); }
  const graph::View& view() const override { return prepared_->view(); }

 private:
  std::unique_ptr<Prepared> prepared_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
  std::size_t next_ = 0;
  std::vector<std::pair<std::string, Value>> meta_;
  std::vector<SideTable> side_tables_;
};

ast::Query query_of(ast::Match match) {
  ast::Query query;
  query.parts.emplace_back();
  query.parts.back().clauses.emplace_back(std::move(match));
  return query;
}

}  // namespace

ast::Mode parse_mode(TokenStream& tokens) {
  if (tokens.accept_word("EXPLAIN")) return ast::Mode::explain;
  if (tokens.accept_word("PROFILE")) return ast::Mode::profile;
  return ast::Mode::run;
}

Result<std::unique_ptr<Cursor>> run_core(ast::Query query, const CoreContext& context,
                                         std::optional<GivenRows> given, ast::Mode mode) {
  auto prepared = std::make_unique<Prepared>(std::move(query), context);
  TALENTFLOW_TRY(prepared->prepare(context, std::move(given)));
  if (mode == ast::Mode::run)
    return std::unique_ptr<Cursor>(std::make_unique<CoreCursor>(std::move(prepared)));
  const bool profile = mode == ast::Mode::profile;
  for (bool more = profile; more;) {
    const auto found = prepared->next();
    if (!found.ok()) return found.error();
    more = *found;
  }
  return std::unique_ptr<Cursor>(std::make_unique<PlanCursor>(std::move(prepared), profile));
}

Result<std::vector<graph::NodeNumber>> match_nodes(ast::NodePattern pattern, const CoreContext& context) {
  ast::Match match;
  match.place = pattern.place;
  match.pattern.paths.emplace_back();
  match.pattern.paths.back().place = pattern.place;
  match.pattern.paths.back().nodes.push_back(std::move(pattern));
  Prepared prepared(query_of(std::move(match)), context);
  TALENTFLOW_TRY(prepared.prepare(context, std::nullopt));
  const auto& bound = std::get<ast::Match>(prepared.query().parts[0].clauses[0]);
  const int slot = bound.pattern.paths[0].nodes[0].slot;
  std::vector<graph::NodeNumber> out;
  for (;;) {
    const auto found = prepared.next();
    if (!found.ok()) return found.error();
    if (!*found) break;
    out.push_back(prepared.slot(slot).node()->number);
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<std::vector<graph::EdgeNumber>> match_edges(ast::Query matches, const CoreContext& context) {
  Prepared prepared(std::move(matches), context);
  TALENTFLOW_TRY(prepared.prepare(context, std::nullopt));
  std::vector<int> slots;
  for (const auto& clause : prepared.query().parts[0].clauses)
    for (const auto& path : std::get<ast::Match>(clause).pattern.paths)
      for (const auto& edge : path.edges) slots.push_back(edge.slot);
  std::vector<graph::EdgeNumber> out;
  const auto add = [&](const Value& value) {
    if (value.edge() != nullptr) out.push_back(value.edge()->number);
  };
  for (;;) {
    const auto found = prepared.next();
    if (!found.ok()) return found.error();
    if (!*found) break;
    for (const int slot : slots) {
      add(prepared.slot(slot));
      if (const auto* list = prepared.slot(slot).list()) std::for_each(list->begin(), list->end(), add);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Result<Value> evaluate_constant(ast::ExpressionPtr expression, const CoreContext& context) {
  Binder binder(context.source, *context.view, context.vocabulary, context.parameters);
  binder.bind_constant(expression);
  if (binder.failed()) return binder.error();
  Planner planner(context.source, *context.view);
  planner.prepare(expression);
  graph::Budget own(graph::Limits{}, nullptr);
  Runtime runtime(context.source, *context.view, context.budget != nullptr ? *context.budget : own,
                  clock_of(context.clock), context.random_seed);
  runtime.frame.resize(static_cast<std::size_t>(binder.slots()));
  Value value = evaluate(*expression, runtime);
  if (runtime.failed()) return runtime.error();
  return value;
}

Result<std::unique_ptr<Cursor>> execute_core(std::string_view text, const Execution& execution) {
  TokenStream tokens(text);
  const ast::Mode mode = parse_mode(tokens);
  ast::Query query = parse_query(tokens);
  expect_end(tokens, "a clause or the end of the query");
  if (tokens.failed()) return tokens.error();
  auto view = execution.views(graph::Reading{});
  if (!view.ok()) return view.error();
  return run_core(std::move(query), core_context(text, execution, view.take()), std::nullopt, mode);
}

CoreContext core_context(std::string_view text, const Execution& execution,
                         std::shared_ptr<const graph::View> view) {
  return {text,
          std::move(view),
          execution.vocabulary,
          &execution.parameters,
          execution.budget,
          execution.clock,
          execution.random_seed,
          execution.beside};
}

}  // namespace talentflow::query
