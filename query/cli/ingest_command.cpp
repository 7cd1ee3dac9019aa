#include <filesystem>

#include <CLI/CLI.hpp>
#include <malloc.h>

#include "query/cli/arguments.hpp"
#include "query/cli/command.hpp"
#include "query/cli/failure.hpp"
#include "query/cli/session.hpp"
#include "query/cli/signals.hpp"
#include "query/cli/terminal.hpp"

namespace talentflow::cli {
namespace {

constexpr const char* kExamples = R"(examples:
  talentflow ingest store datasets/curated
  talentflow ingest store page.txt --dry-run
  talentflow ingest store positions.csv --rejects rejected.csv
  talentflow ingest store staff.csv --map columns.txt
  talentflow adapters

A map has lines such as "person = Full name": a field of the careers table, and the column that holds it.
All files of one command are one load: it lands whole or not at all, and reading a file again adds nothing. What
cannot be taken is listed with its line and reason; the rest lands. Status 1 when nothing could be taken.)";

struct IngestArguments {
  DatabaseArguments database;
  std::vector<std::string> paths;
  std::string memory, max_item, max_unpacked;
  IngestOptions options;
};

/// A dry run changes nothing, so it needs no store, but knows the names in one.
Database open_for(const IngestArguments& arguments) {
  OpenOptions options;
  options.recover = arguments.database.recover;
  if (!arguments.memory.empty()) options.memory_bytes = parse_size(arguments.memory);
  if (!arguments.options.dry_run) return open_database(arguments.database.path, options);
  if (!std::filesystem::exists(arguments.database.path)) return open_database(":memory:", options);
  options.access = TALENTFLOW_READ;
  return open_database(arguments.database.path, options);
}

int run_ingest(const IngestArguments& arguments) {
  if (arguments.database.path == ":memory:" && !arguments.options.dry_run)
    throw UsageError(
        "a database in memory ends with the command; name a directory, or use query --load or repl --load");
  auto database = open_for(arguments);
  StopOnInterrupt signals(false);
  signals.watch(database.get());
  IngestOptions options = arguments.options;
  if (!arguments.max_item.empty()) options.max_item = parse_size(arguments.max_item);
  if (!arguments.max_unpacked.empty()) options.max_unpacked = parse_size(arguments.max_unpacked);
  if (options.dry_run)
    options.print = [](std::string_view bytes) {
      write_stdout(bytes);
      return true;
    };
  const auto report = ingest_with_progress(database, arguments.paths, options);
  std::string summary(report["summary"].string());
  if (!summary.empty() && summary.back() != '\n') summary += '\n';
  if (options.dry_run)
    std::fputs(summary.c_str(), stderr);
  else
    write_stdout(summary);
  for (const auto& table : report.tables())
    for (std::size_t row = 0; table.name() == "notes" && row < table.row_count(); ++row)
      print_warning(table.at(row, 0).string());
  const bool nothing =
      report["added"].integer() + report["known"].integer() + report["records"].integer() == 0;
  return nothing && report["rejected"].integer() > 0 ? kWrongInput : kDone;
}

/// A long load frees as it goes: large pieces go back to the system instead of to a heap for each thread, or
/// the process grows well past --memory. glibc, mallopt(3).
void give_memory_back() {
#ifdef __GLIBC__
  constexpr int kHeaps = 2;
  constexpr int kFreeBytes = 8 << 20;  // giving back each little piece costs more than the load itself
  constexpr int kOwnPages = 4 << 20;
  mallopt(M_ARENA_MAX, kHeaps);
  mallopt(M_TRIM_THRESHOLD, kFreeBytes);
  mallopt(M_MMAP_THRESHOLD, kOwnPages);
#endif
}

}  // namespace

Run add_ingest(CLI::App& app) {
  auto arguments = std::make_shared<IngestArguments>();
  arguments->database.declare(app, false);
  app.add_option("FILE", arguments->paths, "files and folders")->required()->type_name("");
  app.add_option("--as", arguments->options.adapter,
                 "the input format; default: by content (see talentflow adapters)")
      ->type_name("NAME");
  app.add_flag("--dry-run", arguments->options.dry_run, "print the claims, store nothing");
  app.add_option("--rejects", arguments->options.rejects, "write what could not be taken to this file")
      ->type_name("FILE");
  app.add_option("--map", arguments->options.map, "which columns of a careers table mean what")
      ->type_name("FILE");
  app.add_option(
         "--max-item", arguments->max_item,
         "the largest JSON object, XML element, page or record taken: 64M (default: 4 to 16 MiB, by format)")
      ->type_name("SIZE");
  app.add_option("--max-ratio", arguments->options.max_ratio,
                 "bytes that a packed input may give for each of its own (default 200)")
      ->type_name("N");
  app.add_option("--max-unpacked", arguments->max_unpacked, "bytes that a packed input may give (default 1T)")
      ->type_name("SIZE");
  app.add_option("--memory", arguments->memory, "memory for caches and buffers: 512M, 2G (default 512M)")
      ->type_name("SIZE");
  app.footer(kExamples);
  return [arguments] {
    give_memory_back();
    return run_ingest(*arguments);
  };
}

}  // namespace talentflow::cli
