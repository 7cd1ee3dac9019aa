#include "query/facade/c_answer.hpp"

#include "query/facade/c_error.hpp"
#include "query/format/format_table.hpp"
#include "query/format/json_text.hpp"

namespace tq = talentflow::query;
using talentflow::Result;

void talentflow_answer_free(talentflow_answer* answer) { delete answer; }

size_t talentflow_answer_column_count(const talentflow_answer* answer) {
  return answer->rows->columns().size();
}

const char* talentflow_answer_column(const talentflow_answer* answer, size_t column) {
  const auto& columns = answer->rows->columns();
  return column < columns.size() ? columns[column].c_str() : nullptr;
}

int talentflow_answer_next(talentflow_answer* answer, int* has_row, talentflow_error* error) {
  return tq::guard(error, [&]() -> Result<void> {
    answer->values.clear();
    answer->row_arena.clear();
    auto more = answer->rows->next(answer->row);
    if (!more.ok()) return more.error();
    *has_row = *more ? 1 : 0;
    if (!*more) return {};
    answer->row_arena.view = answer->rows->view();
    for (const auto& value : answer->row) answer->values.push_back(answer->row_arena.add(value));
    return {};
  });
}

const talentflow_value* talentflow_answer_value(talentflow_answer* answer, size_t column) {
  return column < answer->values.size() ? answer->values[column] : nullptr;
}

const char* talentflow_answer_meta(talentflow_answer* answer) {
  try {
    answer->meta = tq::meta_json(answer->rows->meta(), answer->rows->view());
    return answer->meta.c_str();
  } catch (...) {
    return "{}";
  }
}

size_t talentflow_answer_warning_count(const talentflow_answer* answer) {
  return answer->rows->warnings().size();
}

const char* talentflow_answer_warning(const talentflow_answer* answer, size_t index) {
  const auto& warnings = answer->rows->warnings();
  return index < warnings.size() ? warnings[index].c_str() : nullptr;
}

size_t talentflow_answer_table_count(const talentflow_answer* answer) {
  return answer->rows->side_tables().size();
}

const char* talentflow_answer_table_name(const talentflow_answer* answer, size_t table) {
  const auto& tables = answer->rows->side_tables();
  return table < tables.size() ? tables[table].name.c_str() : nullptr;
}

size_t talentflow_answer_table_column_count(const talentflow_answer* answer, size_t table) {
  const auto& tables = answer->rows->side_tables();
  return table < tables.size() ? tables[table].columns.size() : 0;
}

const char* talentflow_answer_table_column(const talentflow_answer* answer, size_t table, size_t column) {
  if (column >= talentflow_answer_table_column_count(answer, table)) return nullptr;
  return answer->rows->side_tables()[table].columns[column].c_str();
}

size_t talentflow_answer_table_row_count(const talentflow_answer* answer, size_t table) {
  const auto& tables = answer->rows->side_tables();
  return table < tables.size() ? tables[table].rows.size() : 0;
}

const talentflow_value* talentflow_answer_table_value(talentflow_answer* answer, size_t table, size_t row,
                                                      size_t column) {
  if (row >= talentflow_answer_table_row_count(answer, table)) return nullptr;
  if (column >= talentflow_answer_table_column_count(answer, table)) return nullptr;
  try {
    const auto& source = answer->rows->side_tables()[table];
    answer->table_arena.view = answer->rows->view();
    if (answer->tables.size() <= table) answer->tables.resize(table + 1);
    auto& rows = answer->tables[table];
    if (rows.size() < source.rows.size()) rows.resize(source.rows.size());
    if (rows[row].empty())
      for (const auto& value : source.rows[row]) rows[row].push_back(answer->table_arena.add(value));
    return rows[row][column];
  } catch (...) {
    return nullptr;
  }
}

int talentflow_answer_print(talentflow_answer* answer, const talentflow_print_options* given,
                            talentflow_write_callback write, void* user, uint64_t* rows,
                            talentflow_error* error) {
  return tq::guard(error, [&]() -> Result<void> {
    const auto options = tq::read_options(given, TALENTFLOW_PRINT_OPTIONS_INIT);
    const char* name = options.format == nullptr ? "table" : options.format;
    const auto* format = tq::find_format(name);
    if (format == nullptr)
      return talentflow::make_error(
          talentflow::ErrorCode::usage, "",
          "there is no format '" + std::string(name) + "'; formats: " + tq::format_names());
    tq::PrintOptions print;
    print.max_rows = options.max_rows;
    print.width = options.width;
    print.null_text = options.null_text == nullptr ? "" : options.null_text;
    print.header = options.no_header == 0;
    const tq::ByteWriter writer = [&](std::string_view bytes) -> Result<void> {
      if (bytes.empty() || write(user, bytes.data(), bytes.size()) == 0) return {};
      return talentflow::make_error(talentflow::ErrorCode::interrupted, "",
                                    "the output was stopped by its reader");
    };
    auto count = format->print(*answer->rows, print, writer);
    if (!count.ok()) return count.error();
    if (rows != nullptr) *rows = *count;
    return {};
  });
}

int talentflow_formats(talentflow_answer** answer, talentflow_error* error) {
  *answer = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    tq::SideTable table{"formats", {"name", "summary"}, {}};
    for (const auto& entry : tq::format_table())
      table.rows.push_back({std::string(entry.name), std::string(entry.summary)});
    *answer = tq::table_answer(std::move(table));
    return {};
  });
}
