// Which words may follow at the cursor.
#pragma once

#include <string>

#include "query/cli/repl/line_reader.hpp"
#include "talentflow/talentflow.hpp"

namespace talentflow::cli {

/// `pending` are the statement's earlier lines. By place: dot commands after a dot at the start, labels after
/// `(x:`, relations after `[x:`, property keys after `x.` or inside braces, names inside quotes, keywords
/// elsewhere, and where an expression can stand also functions and the statement's variables.
Completion complete_line(Database& database, const std::string& pending, const std::string& before_cursor);

}  // namespace talentflow::cli
