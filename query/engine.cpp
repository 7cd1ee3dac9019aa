// Which statement is it? Everything but the read core begins with a word of its own.
#include "query/engine.hpp"

#include "query/flow/statement.hpp"
#include "query/language/core.hpp"

namespace talentflow::query {

Result<std::unique_ptr<Cursor>> execute(std::string_view text, Execution execution) {
  if (is_flow_statement(TokenStream(text))) return execute_flow(text, execution);
  return execute_core(text, execution);
}

}  // namespace talentflow::query
