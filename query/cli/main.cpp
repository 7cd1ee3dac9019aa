// talentflow: from the command line to one command, and from its outcome to the exit status.
#include <algorithm>
#include <cstdio>
#include <map>
#include <numeric>
#include <utility>

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

/// What the user may have meant by a command or option that does not exist.
std::string nearest(const std::string& word, const std::vector<std::string>& known) {
  std::string best;
  std::size_t smallest = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const auto& one : known) {
    std::vector<std::size_t> row(one.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= word.size(); ++i) {
      std::size_t diagonal = std::exchange(row[0], i);
      for (std::size_t j = 1; j <= one.size(); ++j) {
        const std::size_t replaced = diagonal + (word[i - 1] == one[j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
      }
    }
    if (row.back() < smallest) {
      smallest = row.back();
      best = one;
    }
  }
  return best.empty() ? best : "; did you mean " + best + "?";
}

std::string unknown_command(const std::string& word) {
  std::vector<std::string> names;
  std::string all;
  for (const auto& command : command_table()) {
    names.emplace_back(command.name);
    all += (all.empty() ? "" : ", ") + std::string(command.name);
  }
  const std::string meant = nearest(word, names);
  return "there is no command '" + word + "'" + (meant.empty() ? "; commands: " + all : meant);
}

std::string unknown_argument(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* option : app.get_options())
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  for (const auto& argument : app.remaining())
    if (argument.size() > 1 && argument[0] == '-')
      return "there is no option " + argument + nearest(argument, names);
  const auto rest = app.remaining();
  return "'" + (rest.empty() ? std::string() : rest.front()) + "' is one argument too many";
}

/// CLI11 has a message for everything; those people meet first are ours.
std::string explain(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv) {
  const auto chosen = app.get_subcommands();
  const bool extra = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
  if (!chosen.empty() && extra) return unknown_argument(*chosen.front());
  if (chosen.empty() && argc > 1 && argv[1][0] != '-') return unknown_command(argv[1]);
  if (chosen.empty() && argc > 1 && extra) return unknown_argument(app);
  if (chosen.empty()) return "no command was given";
  return error.what();
}

int report_parse_error(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv) {
  if (error.get_exit_code() == 0) return app.exit(error);
  const auto chosen = app.get_subcommands();
  const std::string name = chosen.empty() ? "talentflow" : "talentflow " + chosen.front()->get_name();
  print_error(explain(app, error, argc, argv) + "\nsee: " + name + " --help");
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
    return report_parse_error(app, error, argc, argv);
  }
  return run(runs.at(app.get_subcommands().front()));
}

}  // namespace
}  // namespace talentflow::cli

int main(int argc, char** argv) { return talentflow::cli::main_of(argc, argv); }
