#include <filesystem>

#include <CLI/CLI.hpp>

#include "query/cli/arguments.hpp"
#include "query/cli/command.hpp"
#include "query/cli/failure.hpp"
#include "query/cli/session.hpp"
#include "query/cli/signals.hpp"

namespace talentflow::cli {
namespace {

constexpr const char* kExamples = R"(examples:
  talentflow export store --format graphml -o graph.graphml
  talentflow export store -o moves.gexf --query 'MATCH (a)-[m:MOVED]->(b) RETURN m'
  talentflow export store --format csv -o folder --claims
  talentflow export store --format jsonl -o - | head

The file appears whole or not at all. Every edge carries its belief, publishers, dates of report, licence and citation;
--claims adds the claims themselves and their sources.)";

struct ExportArguments {
  DatabaseArguments database;
  LimitArguments limits;
  ParameterArguments parameters;
  std::string format, file, query;
  bool claims = false;
};

/// The format whose suffix the file has.
std::string format_of(const std::string& file) {
  const std::string suffix = std::filesystem::path(file).extension().string();
  auto formats = list(talentflow_exports);
  while (formats.next())
    if (!suffix.empty() && formats["suffix"].string() == suffix) return std::string(formats["name"].string());
  throw UsageError("'" + file + "' does not say which format; add --format " + names_of(talentflow_exports));
}

int run_export(const ExportArguments& arguments) {
  const std::string format = arguments.format.empty() ? format_of(arguments.file) : arguments.format;
  ExportOptions options;
  options.query = arguments.query;
  options.parameters = arguments.parameters.json();
  options.claims = arguments.claims;
  options.limits = arguments.limits.options();
  auto database = open_to_read(arguments.database);
  StopOnInterrupt signals(false);
  signals.watch(database.get());
  const auto to_stdout = [](std::string_view bytes) {
    write_stdout(bytes);
    return true;
  };
  auto report = arguments.file == "-" ? database.export_to(format, to_stdout, options)
                                      : database.export_file(format, arguments.file, options);
  report.next();
  std::string done;
  for (const std::string what : {"node", "edge", "claim"}) {
    const auto count = report[what + "s"].integer();
    if (count > 0)
      done += (done.empty() ? "" : ", ") + std::to_string(count) + " " + what + (count == 1 ? "" : "s");
  }
  std::fprintf(stderr, "wrote %s to %s\n", done.empty() ? "an empty graph" : done.c_str(),
               arguments.file == "-" ? "standard output" : arguments.file.c_str());
  return kDone;
}

}  // namespace

Run add_export(CLI::App& app) {
  auto arguments = std::make_shared<ExportArguments>();
  arguments->database.declare(app, true);
  app.add_option("--format", arguments->format,
                 names_of(talentflow_exports) + "; default: by the file's suffix")
      ->type_name("NAME");
  app.add_option("-o,--output", arguments->file, "the file (a folder for csv); - is standard output")
      ->required();
  app.add_option("--query", arguments->query, "only the nodes and edges in this query's rows")
      ->type_name("TEXT");
  app.add_flag("--claims", arguments->claims, "with the claims behind each edge, and their sources");
  arguments->parameters.declare(app);
  arguments->limits.declare(app);
  app.footer(kExamples);
  return [arguments] { return run_export(*arguments); };
}

}  // namespace talentflow::cli
