// Arguments that several commands share: the database, budgets, parameters, formats.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "talentflow/talentflow.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace talentflow::cli {

/// DB and, for ":memory:", what it is filled with.
struct DatabaseArguments {
  std::string path;
  std::vector<std::string> load;
  bool recover = false;

  void declare(CLI::App& app, bool with_load);
};

/// How long, how much memory, how many rows.
struct LimitArguments {
  std::string timeout, memory;
  std::uint64_t rows = 0;

  void declare(CLI::App& app);
  /// Throws UsageError for what is no duration or size.
  QueryOptions options() const;
};

/// --param name=json, repeatable.
struct ParameterArguments {
  std::vector<std::string> given;

  void declare(CLI::App& app);
  /// The JSON object. Throws UsageError for an argument without a name.
  std::string json() const;
};

/// --format of an answer. Throws UsageError later, when the name is unknown.
void declare_format(CLI::App& app, std::string& format);
/// An option that may be repeated and takes one value each time.
CLI::Option* declare_repeated(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                              const std::string& summary);

/// "500ms", "30s", "2m", "1h"; a bare number is seconds. Milliseconds. Throws UsageError.
std::int64_t parse_duration(const std::string& text);
/// "64K", "512M", "2G"; a bare number is MiB. Bytes. Throws UsageError.
std::uint64_t parse_size(const std::string& text);
/// The object {"name": json, ..} of name=json texts.
std::string parameters_json(const std::vector<std::string>& given);

/// "table, box, ..": what --format takes.
std::string names_of(int (*list)(talentflow_answer**, talentflow_error*));

}  // namespace talentflow::cli
