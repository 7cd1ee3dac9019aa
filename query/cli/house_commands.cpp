// check, info, loads, backup, withdraw, forget, adapters: what keeps a store in order.
#include <CLI/CLI.hpp>

#include "query/cli/arguments.hpp"
#include "query/cli/command.hpp"
#include "query/cli/failure.hpp"
#include "query/cli/session.hpp"

namespace talentflow::cli {
namespace {

bool to_stdout(std::string_view bytes) {
  write_stdout(bytes);
  return true;
}

struct ListArguments {
  DatabaseArguments database;
  std::string format = "table";
};

PrintOptions print_as(const std::string& format) {
  PrintOptions options;
  options.format = format;
  options.width = terminal_width(stdout);
  return options;
}

/// A command that prints one list of the store.
Run add_list(CLI::App& app, Answer (Database::*list)(), const char* format) {
  auto arguments = std::make_shared<ListArguments>();
  arguments->format = format;
  arguments->database.declare(app, true);
  declare_format(app, arguments->format);
  return [arguments, list] {
    auto database = open_to_read(arguments->database);
    (database.*list)().print(print_as(arguments->format), to_stdout);
    return static_cast<int>(kDone);
  };
}

}  // namespace

Run add_info(CLI::App& app) { return add_list(app, &Database::info, "line"); }

Run add_loads(CLI::App& app) { return add_list(app, &Database::loads, "table"); }

Run add_check(CLI::App& app) {
  auto arguments = std::make_shared<ListArguments>();
  arguments->database.declare(app, true);
  declare_format(app, arguments->format);
  app.footer("Prints what is wrong, a row each, and ends with status 3; a sound store gives status 0.");
  return [arguments] {
    auto database = open_to_read(arguments->database);
    const auto rows = database.check().print(print_as(arguments->format), to_stdout);
    std::fprintf(stderr, rows == 0 ? "the store is sound\n" : "the store is damaged\n");
    return static_cast<int>(rows == 0 ? kDone : kBadStore);
  };
}

Run add_backup(CLI::App& app) {
  auto arguments = std::make_shared<DatabaseArguments>();
  auto directory = std::make_shared<std::string>();
  arguments->declare(app, false);
  app.add_option("DIRECTORY", *directory, "where the copy goes; must not exist")->required()->type_name("");
  return [arguments, directory] {
    auto database = open_to_read(*arguments);
    database.backup(*directory);
    std::fprintf(stderr, "copied to %s\n", directory->c_str());
    return static_cast<int>(kDone);
  };
}

Run add_withdraw(CLI::App& app) {
  auto arguments = std::make_shared<DatabaseArguments>();
  auto load = std::make_shared<std::uint32_t>(0);
  arguments->declare(app, false);
  app.add_option("LOAD", *load, "number of the load, as `talentflow loads` lists it")
      ->required()
      ->type_name("");
  app.footer(
      "The claims stay stored, and are read no more. What they said shows again in readings as of an earlier "
      "time.");
  return [arguments, load] {
    auto database = open_to_write(*arguments);
    const auto claims = database.withdraw(*load);
    write_stdout("withdrew " + std::to_string(claims) + " claims of load " + std::to_string(*load) + "\n");
    return static_cast<int>(kDone);
  };
}

Run add_forget(CLI::App& app) {
  auto arguments = std::make_shared<DatabaseArguments>();
  auto id = std::make_shared<std::string>();
  arguments->declare(app, false);
  app.add_option("ID", *id, "public id, as in person/junyang-lin")->required()->type_name("");
  app.footer(
      "The one exception to \"kept for ever\": every claim about the person is erased, and no reading shows "
      "it again.");
  return [arguments, id] {
    auto database = open_to_write(*arguments);
    const auto claims = database.forget(*id);
    write_stdout("erased " + std::to_string(claims) + " claims about " + *id + "\n");
    return static_cast<int>(kDone);
  };
}

Run add_adapters(CLI::App& app) {
  auto format = std::make_shared<std::string>("table");
  declare_format(app, *format);
  return [format] {
    list(talentflow_adapters).print(print_as(*format), to_stdout);
    return static_cast<int>(kDone);
  };
}

}  // namespace talentflow::cli
