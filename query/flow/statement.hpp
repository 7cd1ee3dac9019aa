// The statements around the read core: a reading in front of any query, FLOW, WHY, BLIND SPOTS.
//
// parse (parse*.cpp) -> bind (bind*.cpp) -> run (run_*.cpp) -> table (columns, footer, evidence).
#pragma once

#include <string_view>

#include "query/engine.hpp"
#include "query/language/token_stream.hpp"

namespace talentflow::query {

/// Does the text begin as one of these statements? Everything else is the read core's.
bool is_flow_statement(const TokenStream& tokens);

/// Runs one of them. Errors: as execute() gives them; kind SyntaxError for the form, SemanticError for names,
/// periods and groups. The View is held by the cursor; `text` and the budget must outlive it.
Result<std::unique_ptr<Cursor>> execute_flow(std::string_view text, const Execution& execution);

/// A core query's rows with the reading in the footer: every answer says what it was read from.
Result<std::unique_ptr<Cursor>> with_reading(Result<std::unique_ptr<Cursor>> cursor);

}  // namespace talentflow::query
