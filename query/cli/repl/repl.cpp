#include "query/cli/repl/repl.hpp"

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "query/cli/failure.hpp"
#include "query/cli/repl/completion.hpp"
#include "query/cli/repl/dot_commands.hpp"
#include "query/cli/repl/highlight.hpp"

namespace talentflow::cli {
namespace {

constexpr int kDeepestRead = 16;

std::string duration_text(std::chrono::steady_clock::duration duration) {
  const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(duration).count();
  std::array<char, 32> text{};
  if (microseconds < 1'000'000)
    std::snprintf(text.data(), text.size(), "%.1f ms", static_cast<double>(microseconds) / 1e3);
  else
    std::snprintf(text.data(), text.size(), "%.2f s", static_cast<double>(microseconds) / 1e6);
  return text.data();
}

}  // namespace

Repl::Repl(ReplOptions options) : options_(std::move(options)) {
  settings_.mode = !options_.mode.empty() ? options_.mode : options_.interactive ? "box" : "table";
  if (options_.interactive) {
    settings_.max_rows = 40;
    settings_.pager = default_pager();
  }
  open_database_for_reading();
}

Repl::~Repl() = default;

void Repl::open_database_for_reading() {
  const auto& path = options_.database.path;
  // A new store is made at once, so that it can be read.
  if (path != ":memory:" && !std::filesystem::exists(path)) open_database(path, {});
  database_.emplace(open_to_read(options_.database));
}

void Repl::open(const std::string& path) {
  const DatabaseArguments old = options_.database;
  options_.database = {path, {}, old.recover};
  try {
    auto kept = std::move(*database_);
    database_.reset();
    signals_.watch(nullptr);
    try {
      open_database_for_reading();
    } catch (...) {
      database_.emplace(std::move(kept));
      signals_.watch(database_->get());
      throw;
    }
    signals_.watch(database_->get());
  } catch (...) {
    options_.database = old;
    throw;
  }
}

void Repl::write_with(const std::function<void(Database&)>& work) {
  if (path() == ":memory:") {
    work(*database_);
    return;
  }
  OpenOptions options;
  options.recover = options_.database.recover;
  auto writer = open_database(path(), options);
  signals_.watch(writer.get());
  try {
    work(writer);
  } catch (...) {
    signals_.watch(database_->get());
    throw;
  }
  signals_.watch(database_->get());
}

void Repl::greet() {
  std::string text =
      "talentflow " + std::string(talentflow_version()) + " - who works where in AI, and who says so\n";
  auto info = database_->info();
  info.next();
  text += path() + ": " + std::string(info["nodes"].text()) + " nodes, " + std::string(info["edges"].text()) +
          " edges from " + std::string(info["claims"].text()) + " claims\n";
  if (info["claims"].integer() == 0)
    text += "It is empty: .load FILE reads claim tables, pages or a plain graph into it.\n";
  text +=
      "\nEnd a statement with ;   .help lists commands, .schema what there is to ask about, .quit leaves.\n"
      "Try:  net researcher flow between China and overseas labs;\n\n";
  write_stdout(text);
}

bool Repl::run(LineReader& reader) {
  signals_.watch(database_->get());
  if (options_.interactive) greet();
  while (!quitting_) {
    auto input = reader.read(pending_.empty() ? "talentflow> " : "       ... ");
    if (input.kind == LineKind::end) break;
    if (input.kind == LineKind::interrupted) {
      pending_.clear();
      continue;
    }
    const std::string before = pending_;
    const bool fine = take_line(input.text);
    if (pending_.empty() && options_.interactive && !(before.empty() && is_blank(input.text)))
      reader.remember(before + input.text);
    if (!fine && options_.fail) break;
  }
  // A last statement need not end with `;` when input ends.
  if (!quitting_ && !is_blank(pending_) && !(failed_ && options_.fail)) {
    const std::string last = std::move(pending_);
    pending_.clear();
    if (options_.interactive)
      print_error("the last statement was not ended by ; and is not run");
    else
      guarded([&] { statement(last); });
  }
  signals_.watch(nullptr);
  return !failed_;
}

/// Adds a line to the pending statement and runs every statement that became whole.
bool Repl::take_line(const std::string& line) {
  if (is_blank(pending_) && !line.empty() && line[0] == '.') {
    pending_.clear();
    return guarded([&] { run_dot_command(*this, line); });
  }
  pending_ += line + "\n";
  bool fine = true;
  for (;;) {
    const std::size_t length = talentflow_statement_length(pending_.c_str());
    if (length == 0) break;
    const std::string text = pending_.substr(0, length);
    pending_.erase(0, length);
    if (!is_blank(text)) fine = guarded([&] { statement(text); }) && fine;
    if (quitting_ || (!fine && options_.fail)) break;
  }
  if (is_blank(pending_)) pending_.clear();
  return fine;
}

bool Repl::run_text(const std::string& text) {
  if (++depth_ > kDeepestRead) {
    --depth_;
    throw UsageError(".read is nested more than " + std::to_string(kDeepestRead) + " deep");
  }
  std::string outer = std::move(pending_);
  pending_.clear();
  bool fine = true;
  std::istringstream lines(text);
  for (std::string line; fine && !quitting_ && std::getline(lines, line);) fine = take_line(line);
  if (fine && !quitting_ && !is_blank(pending_)) {
    const std::string last = std::move(pending_);
    pending_.clear();
    fine = guarded([&] { statement(last); });
  }
  pending_ = std::move(outer);
  --depth_;
  return fine;
}

/// Runs and reports: the REPL goes on whatever went wrong, except for standard output that is gone.
bool Repl::guarded(const std::function<void()>& work) {
  try {
    work();
    return true;
  } catch (const OutputError&) {
    throw;
  } catch (const std::exception& error) {
    print_error(error.what());
  }
  failed_ = true;
  return false;
}

PrintOptions Repl::print_options() const {
  PrintOptions options;
  options.format = settings_.mode;
  options.max_rows = settings_.max_rows;
  // A pager shows what is wider than the screen whole.
  if (settings_.output.empty() && !pager_) options.width = terminal_width(stdout);
  return options;
}

void Repl::show(const std::function<void()>& work) {
  const bool paged = options_.interactive && settings_.output.empty() && !settings_.pager.empty();
  if (paged) pager_.emplace(settings_.pager, terminal_width(stdout), terminal_height(stdout));
  try {
    work();
  } catch (...) {
    pager_.reset();
    throw;
  }
  pager_.reset();
}

void Repl::write(std::string_view bytes) {
  if (pager_) {
    pager_->write(bytes);
    return;
  }
  if (settings_.output.empty()) {
    write_stdout(bytes);
    return;
  }
  std::ofstream file(settings_.output, std::ios::binary | std::ios::app);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.flush();
  if (!file)
    throw UsageError(settings_.output + " cannot be written; .output alone goes back to the terminal");
}

void Repl::print_text(const std::string& text) { write(text); }

void Repl::print(Answer answer) {
  show([&] {
    answer.print(print_options(), [this](std::string_view bytes) {
      write(bytes);
      return true;
    });
  });
}

void Repl::statement(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  StatementOptions options;
  std::vector<std::string> parameters;
  for (const auto& [name, json] : settings_.parameters) parameters.push_back(name + "=" + json);
  options.parameters = parameters_json(parameters);
  options.limits = settings_.limits;
  show([&] {
    options.print = print_options();
    run_statement(*database_, text, options, [this](std::string_view bytes) {
      write(bytes);
      return true;
    });
  });
  if (settings_.timer)
    write_stdout("time: " + duration_text(std::chrono::steady_clock::now() - start) + "\n");
}

Completion Repl::complete(const std::string& before_cursor) {
  try {
    return complete_line(*database_, pending_, before_cursor);
  } catch (const std::exception&) {
    return {};
  }
}

bool Repl::is_ready(const std::string& text) const {
  if (is_blank(pending_) && (is_blank(text) || text[0] == '.')) return true;
  return talentflow_is_complete((pending_ + text).c_str()) != 0;
}

EditorHelp Repl::editor_help() {
  EditorHelp help;
  help.complete = [this](const std::string& before) { return complete(before); };
  help.ready = [this](const std::string& text) { return is_ready(text); };
  if (colour_allowed(stdout))
    help.colour = [this](const std::string& text) {
      return is_blank(pending_) && text[0] == '.' ? text : in_colour(pending_, text);
    };
  return help;
}

}  // namespace talentflow::cli
