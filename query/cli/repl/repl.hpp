// The REPL: statements ended by `;`, dot commands on a line of their own.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "query/cli/repl/line_reader.hpp"
#include "query/cli/repl/pager.hpp"
#include "query/cli/repl/settings.hpp"
#include "query/cli/session.hpp"
#include "query/cli/signals.hpp"

namespace talentflow::cli {

struct ReplOptions {
  DatabaseArguments database;
  std::string mode;
  std::string author;  ///< of decisions about who is who
  bool fail = false;   ///< stop at the first error
  bool interactive = false;
};

class Repl {
 public:
  /// Opens the database. Throws StoreError, UsageError, Error.
  explicit Repl(ReplOptions options);
  ~Repl();

  /// Until the end of input or .quit. Returns false when a statement failed.
  bool run(LineReader& reader);
  /// Statements and dot commands of a text, as .read does. Returns false when one failed.
  bool run_text(const std::string& text);

  // For dot commands.
  Settings& settings() { return settings_; }
  Database& database() { return *database_; }
  const std::string& path() const { return options_.database.path; }
  const std::string& author() const { return options_.author; }
  bool interactive() const { return options_.interactive; }
  void quit() { quitting_ = true; }
  /// Changes to another store; on failure the old one stays.
  void open(const std::string& path);
  /// Runs what writes: a store in a directory is opened for writing only for that long, so that other
  /// programs can read and write it while the REPL waits.
  void write_with(const std::function<void(Database&)>& work);
  void statement(const std::string& text);
  /// Prints an answer as the settings say.
  void print(Answer answer);
  void print_text(const std::string& text);
  /// For the line editor; lives as long as this.
  EditorHelp editor_help();

 private:
  bool take_line(const std::string& line);
  bool guarded(const std::function<void()>& work);
  void greet();
  PrintOptions print_options() const;
  void write(std::string_view bytes);
  /// Runs what prints an answer, through the pager where that is wanted.
  void show(const std::function<void()>& work);
  Completion complete(const std::string& before_cursor);
  bool is_ready(const std::string& text) const;
  void open_database_for_reading();

  ReplOptions options_;
  Settings settings_;
  std::optional<Database> database_;
  StopOnInterrupt signals_{true};
  std::optional<Pager> pager_;  ///< while an answer is printed
  std::string pending_;         ///< lines of a statement that is not whole yet
  bool quitting_ = false;
  bool failed_ = false;
  int depth_ = 0;  ///< of .read within .read
};

}  // namespace talentflow::cli
