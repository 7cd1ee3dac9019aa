#include "query/cli/command.hpp"

namespace talentflow::cli {

const std::vector<Command>& command_table() {
  static const std::vector<Command> table{
      {"repl", "ask questions interactively", add_repl},
      {"query", "run statements and print their rows", add_query},
      {"ingest", "read files into a store, as one load", add_ingest},
      {"export", "write the graph, or a part of it, to a file", add_export},
      {"check", "verify every invariant of a store", add_check},
      {"info", "what a store holds", add_info},
      {"loads", "list what was ingested, and when", add_loads},
      {"backup", "copy a store while it is in use", add_backup},
      {"withdraw", "withdraw every claim of a load", add_withdraw},
      {"review", "list the names that need a decision", add_review},
      {"same", "decide that two ids are one", add_same},
      {"different", "decide that two ids are two", add_different},
      {"undo", "take back a decision about who is who", add_undo},
      {"forget", "erase a person for good", add_forget},
      {"adapters", "list the input formats", add_adapters},
  };
  return table;
}

}  // namespace talentflow::cli
