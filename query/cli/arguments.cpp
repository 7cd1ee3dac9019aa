#include "query/cli/arguments.hpp"

#include <array>
#include <cctype>
#include <charconv>

#include <CLI/CLI.hpp>

#include "query/cli/failure.hpp"

namespace talentflow::cli {

CLI::Option* declare_repeated(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                              const std::string& summary) {
  // Without these two a repeatable option would swallow the arguments that follow its value.
  return app.add_option(name, values, summary)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void DatabaseArguments::declare(CLI::App& app, bool with_load) {
  app.add_option("DB", path, "the store: a directory, or :memory:")->required()->type_name("");
  app.add_flag("--recover", recover, "accept the loss of the tail of a damaged log");
  if (with_load)
    declare_repeated(app, "--load", load, "fill :memory: with this file or folder first; repeatable")
        ->type_name("FILE");
}

void LimitArguments::declare(CLI::App& app) {
  app.add_option("--timeout", timeout, "time budget: 500ms, 30s, 5m (default 5m)")->type_name("TIME");
  app.add_option("--memory", memory, "memory budget of the query: 512M, 2G (default 2G)")->type_name("SIZE");
  app.add_option("--rows", rows, "rows that any one operator may produce (default 100000000)")
      ->type_name("N");
}

QueryOptions LimitArguments::options() const {
  QueryOptions options;
  if (!timeout.empty()) options.timeout_ms = parse_duration(timeout);
  if (!memory.empty()) options.memory_bytes = parse_size(memory);
  options.rows = rows;
  return options;
}

void ParameterArguments::declare(CLI::App& app) {
  declare_repeated(app, "--param", given, "a parameter: name=json, as in --param 'who=\"Ada\"'; repeatable")
      ->type_name("NAME=JSON");
}

std::string ParameterArguments::json() const { return parameters_json(given); }

void declare_format(CLI::App& app, std::string& format) {
  app.add_option("--format", format, names_of(talentflow_formats))->type_name("NAME");
}

std::string names_of(int (*call)(talentflow_answer**, talentflow_error*)) {
  auto answer = list(call);
  std::string names;
  while (answer.next()) names += (names.empty() ? "" : ", ") + std::string(answer[0].string());
  return names;
}

namespace {

struct Unit {
  std::string_view name;
  std::uint64_t factor;
};

/// A whole number with a unit; the first unit is the one of a bare number.
template <std::size_t N>
std::uint64_t parse_with_unit(const std::string& text, const std::array<Unit, N>& units,
                              const std::string& expected) {
  std::uint64_t number = 0;
  const auto [rest, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
  if (problem == std::errc() && number > 0)
    for (const auto& known : units)
      if ((unit == known.name || (unit.empty() && &known == units.data())) &&
          number <= UINT64_MAX / 4 / known.factor)
        return number * known.factor;
  throw UsageError("'" + text + "' is no " + expected);
}

}  // namespace

std::int64_t parse_duration(const std::string& text) {
  static constexpr std::array<Unit, 4> kUnits{{{"s", 1000}, {"ms", 1}, {"m", 60'000}, {"h", 3'600'000}}};
  return static_cast<std::int64_t>(parse_with_unit(text, kUnits, "duration; write 500ms, 30s, 5m or 1h"));
}

std::uint64_t parse_size(const std::string& text) {
  static constexpr std::array<Unit, 4> kUnits{
      {{"B", 1}, {"K", 1ULL << 10U}, {"M", 1ULL << 20U}, {"G", 1ULL << 30U}}};
  const std::string expected = "size; write 600B, 64K, 512M or 2G";
  // A bare number would be bytes to one reader and megabytes to the next.
  if (text.find_first_not_of("0123456789") == std::string::npos)
    throw UsageError("'" + text + "' is no " + expected);
  return parse_with_unit(text, kUnits, expected);
}

namespace {

void check_value(const std::string& name, const std::string& json) {
  try {
    check_parameter(json);
  } catch (const Error& error) {
    const bool word = !json.empty() && std::isalpha(static_cast<unsigned char>(json[0])) != 0;
    throw UsageError("the parameter " + name + ": " + error.message() + "\n" + json +
                     (word ? "\nA text needs its quotes: --param '" + name + "=\"" + json + "\"'" : ""));
  }
}

}  // namespace

std::string parameters_json(const std::vector<std::string>& given) {
  std::string json;
  for (const auto& one : given) {
    const auto equals = one.find('=');
    if (equals == std::string::npos || equals == 0)
      throw UsageError("'" + one +
                       "' is no parameter; write name=json, as in --param 'who=\"Ada\"' or --param n=3");
    const std::string name = one.substr(0, equals);
    check_value(name, one.substr(equals + 1));
    json += json.empty() ? "{\"" : ",\"";
    for (const char c : name) {
      if (c == '"' || c == '\\') json += '\\';
      json += c;
    }
    json += "\":" + one.substr(equals + 1);
  }
  return json.empty() ? json : json + "}";
}

}  // namespace talentflow::cli
