#include <CLI/CLI.hpp>

#include "query/cli/arguments.hpp"
#include "query/cli/command.hpp"
#include "query/cli/failure.hpp"
#include "query/cli/session.hpp"
#include "query/cli/signals.hpp"

namespace talentflow::cli {
namespace {

constexpr const char* kExamples = R"(examples:
  talentflow query store 'net researcher flow between China and overseas labs'
  talentflow query store "FLOW BETWEEN COUNTRY 'China' AND OVERSEAS BY YEAR" --format csv
  talentflow query store -f questions.txt --format json
  talentflow query :memory: --load graph.jsonl 'MATCH (a)-[e]->(b) RETURN a, e, b LIMIT 3'
  talentflow query store 'MATCH (p:Person {name: $who}) RETURN p' --param 'who="Junyang Lin"'

Several statements are separated by `;`. The first that fails ends the command with status 1.
Rows go to standard output, everything else to standard error.)";

struct QueryArguments {
  DatabaseArguments database;
  LimitArguments limits;
  ParameterArguments parameters;
  std::string text, format = "table";
  std::vector<std::string> commands, files;

  std::vector<std::string> texts() const {
    std::vector<std::string> all = commands;
    if (!text.empty()) all.insert(all.begin(), text);
    for (const auto& file : files) all.push_back(read_file(file));
    if (all.empty()) throw UsageError("no query: give its text, -c TEXT, or -f FILE (- for standard input)");
    return all;
  }
};

int run_query(const QueryArguments& arguments) {
  const auto texts = arguments.texts();
  StatementOptions options;
  options.parameters = arguments.parameters.json();
  options.limits = arguments.limits.options();
  options.print.format = arguments.format;
  options.print.width = terminal_width(stdout);
  auto database = open_to_read(arguments.database);
  StopOnInterrupt signals(false);
  signals.watch(database.get());
  for (const auto& text : texts) {
    auto statements = split_statements(text);
    // An empty text is an error of the query, not an empty answer.
    if (statements.empty()) statements.push_back(text);
    for (const auto& statement : statements)
      run_statement(database, statement, options, [](std::string_view bytes) {
        write_stdout(bytes);
        return true;
      });
  }
  return kDone;
}

}  // namespace

Run add_query(CLI::App& app) {
  auto arguments = std::make_shared<QueryArguments>();
  arguments->database.declare(app, true);
  app.add_option("TEXT", arguments->text, "the statement")->type_name("");
  declare_repeated(app, "-c,--command", arguments->commands, "a statement; repeatable")->type_name("TEXT");
  declare_repeated(app, "-f,--file", arguments->files, "a file of statements; - is standard input")
      ->type_name("FILE");
  declare_format(app, arguments->format);
  arguments->parameters.declare(app);
  arguments->limits.declare(app);
  app.footer(kExamples);
  return [arguments] { return run_query(*arguments); };
}

}  // namespace talentflow::cli
