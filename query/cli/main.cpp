// talentflow: from the command line to one command, and from its outcome to the exit status.
#include <cstdio>
#include <map>

#include <CLI/CLI.hpp>

#include "query/cli/command.hpp"
#include "query/cli/failure.hpp"
#include "query/cli/terminal.hpp"

namespace talentflow::cli {
namespace {

constexpr const char* kExamples = R"(start here:
  talentflow ingest store datasets/curated
  talentflow query store 'net researcher flow between China and overseas labs'
  talentflow repl store

exit status: 0 done, 1 the query or the input was wrong, 2 wrong usage, 3 the store could not be opened or is damaged)";

int exit_status(talentflow_code code) {
  switch (code) {
    case TALENTFLOW_OK:
      return kDone;
    case TALENTFLOW_USAGE:
      return kWrongUsage;
    case TALENTFLOW_LOCKED:
    case TALENTFLOW_DAMAGED:
    case TALENTFLOW_FORMAT:
      return kBadStore;
    default:
      return kWrongInput;
  }
}

int run(const Run& command) {
  try {
    return command();
  } catch (const Error& error) {
    print_error(error.what());
    return exit_status(error.code());
  } catch (const UsageError& error) {
    print_error(error.what());
    return kWrongUsage;
  } catch (const StoreError& error) {
    print_error(error.what());
    return kBadStore;
  } catch (const std::exception& error) {
    print_error(error.what());
    return kWrongInput;
  }
}

int report_parse_error(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return app.exit(error);
  const auto chosen = app.get_subcommands();
  const std::string name = chosen.empty() ? "talentflow" : "talentflow " + chosen.front()->get_name();
  print_error(std::string(error.what()) + "\nsee: " + name + " --help");
  return kWrongUsage;
}

int main_of(int argc, char** argv) {
  CLI::App app{"An embedded, provenance-first knowledge graph of who works where in AI.", "talentflow"};
  app.set_version_flag("--version", std::string("talentflow ") + talentflow_version());
  app.require_subcommand(1);
  app.footer(kExamples);
  std::map<const CLI::App*, Run> runs;
  for (const auto& command : command_table()) {
    auto* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
    runs[sub] = command.add(*sub);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return report_parse_error(app, error);
  }
  return run(runs.at(app.get_subcommands().front()));
}

}  // namespace
}  // namespace talentflow::cli

int main(int argc, char** argv) { return talentflow::cli::main_of(argc, argv); }
