#include "query/cli/session.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include <pwd.h>
#include <unistd.h>

#include "query/cli/failure.hpp"
#include "query/cli/waiting_line.hpp"

namespace talentflow::cli {
namespace {

void log_to_stderr(void*, talentflow_log_level level, const char* message) {
  if (level >= TALENTFLOW_LOG_ERROR)
    print_error(message);
  else if (level == TALENTFLOW_LOG_WARNING)
    print_warning(message);
}

std::string progress_text(const talentflow_progress& progress) {
  std::ostringstream text;
  text << progress.records << " records, " << (progress.bytes >> 20U) << " MiB";
  if (progress.bytes_total > 0) text << " (" << progress.bytes * 100 / progress.bytes_total << " %)";
  text << "  " << progress.input;
  return text.str();
}

}  // namespace

Database open_database(const std::string& path, const OpenOptions& options) {
  OpenOptions with_log = options;
  with_log.log = log_to_stderr;
  try {
    return Database(path, with_log);
  } catch (const Error& error) {
    if (error.code() == TALENTFLOW_USAGE) throw UsageError(error.what());
    throw StoreError(error);
  }
}

Database open_to_read(const DatabaseArguments& arguments) {
  OpenOptions options;
  options.recover = arguments.recover;
  if (arguments.path == ":memory:") {
    auto database = open_database(arguments.path, options);
    if (!arguments.load.empty()) load_quietly(database, arguments.load);
    return database;
  }
  if (!arguments.load.empty())
    throw UsageError("--load fills :memory:; for a store that stays use: talentflow ingest " +
                     arguments.path + " FILE");
  options.access = TALENTFLOW_READ;
  options.must_exist = true;
  return open_database(arguments.path, options);
}

Database open_to_write(const DatabaseArguments& arguments) {
  OpenOptions options;
  options.must_exist = true;
  options.recover = arguments.recover;
  return open_database(arguments.path, options);
}

namespace {

/// What was passed over or rejected. The report holds the first lines and counts the rest.
void warn_of(const Answer& report) {
  std::uint64_t told = 0;
  for (const auto& table : report.tables())
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      if (table.name() == "notes") {
        print_warning(table.at(row, 0).string());
        continue;
      }
      ++told;
      print_warning(std::string(table.at(row, 0).string()) + ":" + std::string(table.at(row, 1).text()) +
                    ": " + std::string(table.at(row, 2).string()));
    }
  const auto rejected = static_cast<std::uint64_t>(report["rejected"].integer());
  if (rejected > told) print_warning(std::to_string(rejected - told) + " more rejected");
}

}  // namespace

void load_quietly(Database& database, const std::vector<std::string>& paths) {
  warn_of(ingest_with_progress(database, paths, {}));
}

Answer ingest_with_progress(Database& database, const std::vector<std::string>& paths,
                            IngestOptions options) {
  ProgressLine line;
  options.progress = [&](const talentflow_progress& progress) {
    line.show(progress_text(progress));
    return true;
  };
  auto report = database.ingest(paths, options);
  line.clear();
  report.next();
  return report;
}

std::uint64_t run_statement(Database& database, const std::string& text, const StatementOptions& options,
                            const Write& write) {
  WaitingLine waiting;
  auto answer = database.query(text, options.parameters, options.limits);
  if (!answer.warnings().empty()) waiting.stop();
  for (const auto& warning : answer.warnings()) print_warning(warning);
  return answer.print(options.print, [&](std::string_view bytes) {
    waiting.stop();
    return write(bytes);
  });
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, 2) == "//") {
      at = std::min(text.find('\n', at), text.size());
    } else if (text.substr(at, 2) == "/*") {
      const auto end = text.find("*/", at + 2);
      if (end == std::string_view::npos) return false;
      at = end + 2;
    } else if (std::isspace(static_cast<unsigned char>(text[at])) != 0 || text[at] == ';') {
      ++at;
    } else {
      return false;
    }
  }
  return true;
}

std::vector<std::string> split_statements(const std::string& text) {
  std::vector<std::string> statements;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t length = talentflow_statement_length(text.c_str() + begin);
    const std::size_t end = length == 0 ? text.size() : begin + length;
    if (!is_blank(std::string_view(text).substr(begin, end - begin))) {
      std::string statement = text.substr(0, end);
      for (std::size_t i = 0; i < begin; ++i)
        if (statement[i] != '\n') statement[i] = ' ';
      statements.push_back(std::move(statement));
    }
    begin = end;
  }
  return statements;
}

std::string login_name() {
  constexpr std::size_t kLongest = 4096;
  passwd entry{};
  passwd* found = nullptr;
  std::array<char, kLongest> buffer{};
  if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) return {};
  return found->pw_name;
}

std::string read_file(const std::string& path) {
  if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad())
    throw Error(TALENTFLOW_NOT_FOUND, path, std::string("cannot be read: ") + std::strerror(errno), "");
  return text;
}

}  // namespace talentflow::cli
