// review, same, different, undo: who is who, as a person decides it.
#include <CLI/CLI.hpp>

#include "query/cli/arguments.hpp"
#include "query/cli/command.hpp"
#include "query/cli/session.hpp"

namespace talentflow::cli {
namespace {

struct DecisionArguments {
  DatabaseArguments database;
  std::string one, other, author, note;
};

void declare_author(CLI::App& app, std::string& author) {
  author = login_name();
  app.add_option("--author", author, "who decides; default: the login name")->type_name("NAME");
}

Run add_decision(CLI::App& app, talentflow_decision decision) {
  auto arguments = std::make_shared<DecisionArguments>();
  arguments->database.declare(app, false);
  app.add_option("A", arguments->one, "public id, as in person/junyang-lin")->required()->type_name("");
  app.add_option("B", arguments->other, "another one")->required()->type_name("");
  declare_author(app, arguments->author);
  app.add_option("--note", arguments->note, "why; kept with the decision")->type_name("TEXT");
  app.footer("A decision is a claim with its author. `talentflow undo` takes it back.");
  return [arguments, decision] {
    auto database = open_to_write(arguments->database);
    const auto report =
        database.decide(arguments->one, arguments->other, decision, arguments->author, arguments->note);
    write_stdout(report["summary"].string());
    return static_cast<int>(kDone);
  };
}

}  // namespace

Run add_review(CLI::App& app) {
  auto arguments = std::make_shared<DatabaseArguments>();
  auto format = std::make_shared<std::string>("table");
  arguments->declare(app, true);
  declare_format(app, *format);
  app.footer(
      "A row for each entity that a name may mean, with what agrees. `talentflow same DB A B` and `different "
      "DB A B` "
      "decide.");
  return [arguments, format] {
    auto database = open_to_read(*arguments);
    PrintOptions options;
    options.format = *format;
    options.width = terminal_width(stdout);
    database.reviews().print(options, [](std::string_view bytes) {
      write_stdout(bytes);
      return true;
    });
    return static_cast<int>(kDone);
  };
}

Run add_same(CLI::App& app) { return add_decision(app, TALENTFLOW_SAME); }
Run add_different(CLI::App& app) { return add_decision(app, TALENTFLOW_DIFFERENT); }

Run add_undo(CLI::App& app) {
  auto arguments = std::make_shared<DecisionArguments>();
  arguments->database.declare(app, false);
  app.add_option("CLAIM", arguments->one, "id of a claim about who is who; default: the last decision")
      ->type_name("");
  declare_author(app, arguments->author);
  app.footer("Nothing is erased: the claim is withdrawn, and what it had withdrawn holds again.");
  return [arguments] {
    auto database = open_to_write(arguments->database);
    write_stdout(database.undo(arguments->one, arguments->author)["summary"].string());
    return static_cast<int>(kDone);
  };
}

}  // namespace talentflow::cli
