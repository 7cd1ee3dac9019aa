#include <cstdlib>
#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>

#include "query/cli/arguments.hpp"
#include "query/cli/command.hpp"
#include "query/cli/repl/repl.hpp"

namespace talentflow::cli {
namespace {

constexpr const char* kExamples = R"(examples:
  talentflow repl store
  talentflow repl :memory: --load datasets/curated
  echo 'MATCH (n) RETURN count(n);' | talentflow repl store --fail

On a terminal: history, completion, Ctrl-C stops the query. From a pipe: no prompt; every statement is run and the
status is 1 when one failed; --fail stops at the first error.)";

/// TALENTFLOW_HISTORY, else the place for such files in the user's home; empty when there is none.
std::string history_file() {
  const auto variable = [](const char* name) {
    const char* text = std::getenv(name);
    return std::string(text == nullptr ? "" : text);
  };
  if (std::getenv("TALENTFLOW_HISTORY") != nullptr) return variable("TALENTFLOW_HISTORY");
  std::string folder = variable("XDG_STATE_HOME");
  if (folder.empty() && !variable("HOME").empty()) folder = variable("HOME") + "/.local/state";
  if (folder.empty()) return {};
  std::error_code problem;
  std::filesystem::create_directories(folder + "/talentflow", problem);
  return problem ? std::string() : folder + "/talentflow/history";
}

struct ReplArguments {
  ReplOptions options;
  bool no_history = false;
};

int run_repl(const ReplArguments& arguments) {
  ReplOptions options = arguments.options;
  options.interactive = is_terminal(stdin) && is_terminal(stdout);
  Repl repl(options);
  const auto reader =
      options.interactive
          ? make_terminal_reader(arguments.no_history ? std::string() : history_file(), repl.editor_help())
          : make_stream_reader(std::cin);
  const bool fine = repl.run(*reader);
  return fine || options.interactive ? kDone : kWrongInput;
}

}  // namespace

Run add_repl(CLI::App& app) {
  auto arguments = std::make_shared<ReplArguments>();
  auto& database = arguments->options.database;
  database.path = ":memory:";
  app.add_option("DB", database.path, "the store: a directory, or :memory: (the default)")->type_name("");
  app.add_flag("--recover", database.recover, "accept the loss of the tail of a damaged log");
  declare_repeated(app, "--load", database.load, "fill :memory: with this file or folder first; repeatable")
      ->type_name("FILE");
  app.add_option("--mode,--format", arguments->options.mode, names_of(talentflow_formats))->type_name("NAME");
  arguments->options.author = login_name();
  app.add_option("--author", arguments->options.author,
                 "who decides in .same and .different; default: the login name")
      ->type_name("NAME");
  app.add_flag("--fail", arguments->options.fail, "stop at the first error, with status 1");
  app.add_flag("--no-history", arguments->no_history, "keep no history of this session");
  app.footer(kExamples);
  return [arguments] { return run_repl(*arguments); };
}

}  // namespace talentflow::cli
