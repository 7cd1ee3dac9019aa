#include "query/flow/statement.hpp"

#include "query/flow/bind.hpp"
#include "query/flow/parse.hpp"
#include "query/flow/run.hpp"
#include "query/flow/side_text.hpp"

namespace talentflow::query {
namespace {

using flow_syntax::Kind;
using flow_syntax::Statement;

bool is_flow(Kind kind) {
  return kind == Kind::flow || kind == Kind::why_flow || kind == Kind::blind_spots_flow;
}

Result<std::unique_ptr<Cursor>> run_on(const FlowContext& context,
                                       const std::shared_ptr<const graph::View>& view,
                                       const graph::Reading& reading, Statement& statement) {
  switch (statement.kind) {
    case Kind::flow:
      return run_flow(context, view, reading, *statement.flow);
    case Kind::why_flow:
      return run_why_flow(context, view, reading, *statement.flow);
    case Kind::why_match:
      return run_why_match(context, view, reading, statement);
    case Kind::blind_spots_flow:
      return run_blind_spots(context, view, reading, *statement.flow);
    case Kind::blind_spots_match:
      return run_blind_spots(context, view, reading, statement);
    case Kind::core:
      return with_reading(
          run_core(std::move(*statement.query), context.core(view), std::nullopt, statement.mode));
  }
  return make_error(ErrorCode::internal, "", "a statement of no kind");
}

}  // namespace

Result<std::unique_ptr<Cursor>> with_reading(Result<std::unique_ptr<Cursor>> cursor) {
  if (!cursor) return cursor.error();
  const graph::View& view = (*cursor)->view();
  Table table;
  table.meta.emplace_back("reading", Value(reading_text(view, view.reading())));
  return footed_cursor(cursor.take(), std::move(table));
}

bool is_flow_statement(const TokenStream& tokens) {
  static constexpr std::string_view kFirst[] = {"FLOW", "WHY", "FOR"};
  if (tokens.at_any_word(kFirst)) return true;
  if (tokens.at_words({"BLIND", "SPOTS"}) || tokens.at_words({"ACCORDING", "TO"}) ||
      tokens.at_words({"MIN", "CONFIDENCE"}) || tokens.at_word("CONTESTED"))
    return true;
  if (tokens.at("(")) return true;  // (p:Person WHERE ..) FLOW ..; no core query begins so
  if (tokens.at_word("FLOW", 1)) return true;
  return tokens.at_any_word({"NET", "GROSS"});
}

Result<std::unique_ptr<Cursor>> execute_flow(std::string_view text, const Execution& execution) {
  TokenStream tokens(text);
  Statement statement = FlowParser(tokens, *execution.vocabulary).statement();
  if (tokens.failed()) return tokens.error();
  const FlowContext context{text, &execution};
  if (is_flow(statement.kind)) {
    TALENTFLOW_TRY(refuse_valid_time(context, statement.reading));
    TALENTFLOW_TRY(refuse_valid_time(context, statement.flow->reading));
  }
  auto view = execution.views({});
  if (!view) return view.error();
  auto reading = bind_reading(context, {}, std::move(statement.reading), *view);
  if (!reading) return reading.error();
  if (statement.flow) {
    reading = bind_reading(context, *reading, std::move(statement.flow->reading), *view);
    if (!reading) return reading.error();
  }
  if (!reading->is_default()) {
    view = execution.views(*reading);
    if (!view) return view.error();
  }
  return run_on(context, *view, *reading, statement);
}

}  // namespace talentflow::query
