// Which statement is it? Everything but the read core begins with a word of its own.
#include "query/engine.hpp"

#include "query/flow/statement.hpp"
#include "query/language/core.hpp"

namespace talentflow::query {

Result<std::unique_ptr<Cursor>> execute(std::string_view text, Execution execution) {
  TokenStream tokens(text);
  const Place first = tokens.peek().place;
  const bool explained = tokens.at_any_word({"EXPLAIN", "PROFILE"});
  if (explained) tokens.take();
  if (!is_flow_statement(tokens)) return with_reading(execute_core(text, execution));
  if (!explained) return execute_flow(text, execution);
  tokens.fail(first, "UnexpectedSyntax",
              "EXPLAIN and PROFILE show plans of the read core; FLOW, WHY and BLIND SPOTS have none, and a "
              "reading stands in front: FOR .. EXPLAIN MATCH ..");
  return tokens.error();
}

}  // namespace talentflow::query
