// The dot commands of the REPL, in one table. To add one: its function and a line in dot_commands.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talentflow::cli {

class Repl;

struct DotCommand {
  std::string_view name;       ///< ".mode"
  std::string_view arguments;  ///< for .help
  std::string_view summary;
  /// Throws UsageError, Error, StoreError.
  void (*run)(Repl& repl, const std::vector<std::string>& arguments, const std::string& rest);
};

const std::vector<DotCommand>& dot_commands();
/// Runs a line that begins with a dot; unique beginnings of names will do. Throws UsageError for an unknown
/// one.
void run_dot_command(Repl& repl, const std::string& line);

}  // namespace talentflow::cli
