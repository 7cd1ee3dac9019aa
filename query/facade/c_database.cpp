#include "query/facade/c_database.hpp"

#include "query/facade/json_reader.hpp"
#include "query/facade/reports.hpp"

namespace talentflow::query {

graph::Limits limits_of(const talentflow_query_options* given) {
  const auto options = read_options(given, TALENTFLOW_QUERY_OPTIONS_INIT);
  graph::Limits limits;
  if (options.timeout_ms > 0) limits.time = std::chrono::milliseconds(options.timeout_ms);
  if (options.memory_bytes > 0) limits.memory_bytes = options.memory_bytes;
  if (options.rows > 0) limits.rows = options.rows;
  return limits;
}

namespace {

DatabaseOptions database_options(const char* path, const talentflow_open_options& given) {
  DatabaseOptions options;
  options.path = path;
  options.access = given.access == TALENTFLOW_READ ? graph::Access::read : graph::Access::write;
  options.create = given.must_exist == 0;
  options.recover = given.recover != 0;
  if (given.memory_bytes > 0) options.memory_bytes = given.memory_bytes;
  if (given.memory_bytes > 0)
    options.derived_bytes = given.memory_bytes / 2;  // beside what the load has not given back
  if (given.log != nullptr)
    options.log = [log = given.log, user = given.log_user](LogLevel level, const std::string& message) {
      log(user, static_cast<talentflow_log_level>(level), message.c_str());
    };
  return options;
}

}  // namespace
}  // namespace talentflow::query

namespace tq = talentflow::query;
using talentflow::ErrorCode;
using talentflow::make_error;
using talentflow::Result;

int talentflow_open(const char* path, const talentflow_open_options* options, talentflow_database** database,
                    talentflow_error* error) {
  *database = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    if (path == nullptr || *path == '\0')
      return make_error(ErrorCode::usage, "", "a database is a directory or \":memory:\"; no name was given");
    auto opened = tq::Database::open(
        tq::database_options(path, tq::read_options(options, TALENTFLOW_OPEN_OPTIONS_INIT)));
    if (!opened.ok()) return opened.error();
    *database = new talentflow_database{opened.take()};
    return {};
  });
}

void talentflow_close(talentflow_database* database) { delete database; }

void talentflow_interrupt(talentflow_database* database) { database->database->interrupt().raise(); }

int talentflow_query(talentflow_database* database, const char* text, const char* parameters,
                     const talentflow_query_options* options, talentflow_answer** answer,
                     talentflow_error* error) {
  *answer = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    auto values = tq::read_json_object(tq::text_or_empty(parameters));
    if (!values.ok()) return values.error();
    auto statement =
        database->database->query(tq::text_or_empty(text), values.take(), tq::limits_of(options));
    if (!statement.ok()) return statement.error();
    *answer = new talentflow_answer(statement.take());
    return {};
  });
}

int talentflow_check_parameter(const char* json, talentflow_error* error) {
  return tq::guard(error, [&]() -> Result<void> {
    const auto value = tq::read_json(tq::text_or_empty(json));
    return value.ok() ? Result<void>() : Result<void>(value.error());
  });
}
