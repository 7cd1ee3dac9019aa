// Which statement is it? Everything but the read core begins with a word of its own.
#include "query/engine.hpp"

#include "query/flow/statement.hpp"
#include "query/language/core.hpp"
#include "query/language/lexer.hpp"

namespace talentflow::query {

Result<std::unique_ptr<Cursor>> execute(std::string_view text, Execution execution) {
  if (is_flow_statement(TokenStream(text))) return execute_flow(text, execution);
  return execute_core(text, execution);
}

bool is_complete(std::string_view text) {
  if (!is_closed(text)) return false;
  const std::vector<Token> tokens = tokenize(text);
  if (tokens.size() < 2) return false;
  const Token& last = tokens[tokens.size() - 2];
  return last.kind == TokenKind::symbol && last.text == ";";
}

}  // namespace talentflow::query
