// The commands of the program, in one table. To add one: its add function in a file of its own (or beside its
// kin), a line in command_table.cpp, a build line, a golden folder.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace talentflow::cli {

/// Exit status, as DESIGN has it. Only main() turns errors into these.
enum ExitStatus { kDone = 0, kWrongInput = 1, kWrongUsage = 2, kBadStore = 3 };

/// What a command does once its arguments are read. Returns the exit status; failures are thrown as
/// talentflow::Error, StoreError or UsageError.
using Run = std::function<int()>;

struct Command {
  std::string_view name;
  std::string_view summary;
  /// Declares the command's options on its sub-command and says what to run.
  Run (*add)(CLI::App& app);
};

const std::vector<Command>& command_table();

Run add_repl(CLI::App& app);
Run add_query(CLI::App& app);
Run add_ingest(CLI::App& app);
Run add_export(CLI::App& app);
Run add_check(CLI::App& app);
Run add_info(CLI::App& app);
Run add_loads(CLI::App& app);
Run add_backup(CLI::App& app);
Run add_withdraw(CLI::App& app);
Run add_forget(CLI::App& app);
Run add_review(CLI::App& app);
Run add_same(CLI::App& app);
Run add_different(CLI::App& app);
Run add_undo(CLI::App& app);
Run add_adapters(CLI::App& app);

}  // namespace talentflow::cli
