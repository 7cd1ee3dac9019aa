#include "query/facade/c_answer.hpp"

#include <cstring>
#include <string>

#include <doctest/doctest.h>

#include "query/facade/c_error.hpp"

using namespace talentflow::query;

namespace {

SideTable mixed() {
  return {"t",
          {"n", "x", "s", "l", "m"},
          {{1, 2.5, "a", ValueList{1, "b"}, ValueMap{{"k", 7}}}, {2, 3, "b", ValueList{}, ValueMap{}}}};
}

}  // namespace

TEST_CASE("values of a row through the C interface") {
  talentflow_answer* answer = table_answer(mixed(), {{"beside", {"y"}, {{"inner"}}}});
  CHECK(talentflow_answer_column_count(answer) == 5);
  CHECK(std::string(talentflow_answer_column(answer, 4)) == "m");
  CHECK(talentflow_answer_column(answer, 5) == nullptr);
  CHECK(talentflow_answer_value(answer, 0) == nullptr);
  int has_row = 0;
  REQUIRE(talentflow_answer_next(answer, &has_row, nullptr) == TALENTFLOW_OK);
  CHECK(has_row == 1);
  CHECK(talentflow_value_type(talentflow_answer_value(answer, 0)) == TALENTFLOW_INTEGER);
  CHECK(talentflow_value_integer(talentflow_answer_value(answer, 0)) == 1);
  CHECK(talentflow_value_integer(talentflow_answer_value(answer, 1)) == 2);
  CHECK(talentflow_value_float(talentflow_answer_value(answer, 1)) == 2.5);
  std::size_t length = 0;
  CHECK(std::string(talentflow_value_string(talentflow_answer_value(answer, 2), &length)) == "a");
  CHECK(length == 1);
  const auto* list = talentflow_answer_value(answer, 3);
  CHECK(talentflow_value_size(list) == 2);
  CHECK(std::string(talentflow_value_string(talentflow_value_item(list, 1), nullptr)) == "b");
  CHECK(talentflow_value_item(list, 2) == nullptr);
  CHECK(talentflow_value_key(list, 0) == nullptr);
  CHECK(std::string(talentflow_value_json(list, nullptr)) == "[1,\"b\"]");
  const auto* map = talentflow_answer_value(answer, 4);
  CHECK(std::string(talentflow_value_key(map, 0)) == "k");
  CHECK(talentflow_value_integer(talentflow_value_get(map, "k")) == 7);
  CHECK(talentflow_value_get(map, "absent") == nullptr);
  CHECK(talentflow_value_type(nullptr) == TALENTFLOW_NULL);
  CHECK(std::string(talentflow_value_json(nullptr, nullptr)) == "null");

  CHECK(talentflow_answer_table_count(answer) == 1);
  CHECK(std::string(talentflow_answer_table_name(answer, 0)) == "beside");
  CHECK(std::string(talentflow_value_string(talentflow_answer_table_value(answer, 0, 0, 0), nullptr)) ==
        "inner");
  CHECK(talentflow_answer_table_value(answer, 0, 1, 0) == nullptr);

  REQUIRE(talentflow_answer_next(answer, &has_row, nullptr) == TALENTFLOW_OK);
  REQUIRE(talentflow_answer_next(answer, &has_row, nullptr) == TALENTFLOW_OK);
  CHECK(has_row == 0);
  CHECK(std::string(talentflow_answer_meta(answer)) == "{}");
  talentflow_answer_free(answer);
}

TEST_CASE("an answer as an Arrow stream") {
  SideTable table{"t", {"b", "n", "f", "d", "s", "none"}, {}};
  table.rows.push_back({true, 1, 1, DateValue{19723}, "x", Value()});
  table.rows.push_back({Value(), 2, 2.5, Value(), ValueList{1}, Value()});
  talentflow_answer* answer = table_answer(std::move(table));
  ArrowArrayStream stream{};
  REQUIRE(talentflow_answer_arrow(answer, &stream, nullptr) == TALENTFLOW_OK);
  ArrowSchema schema{};
  REQUIRE(stream.get_schema(&stream, &schema) == 0);
  CHECK(std::string(schema.format) == "+s");
  REQUIRE(schema.n_children == 6);
  const char* expected[] = {"b", "l", "g", "tdD", "u", "u"};
  for (int i = 0; i < 6; ++i) CHECK(std::string(schema.children[i]->format) == expected[i]);
  CHECK(std::string(schema.children[1]->name) == "n");
  schema.release(&schema);
  CHECK((schema.release == nullptr));

  ArrowArray batch{};
  REQUIRE(stream.get_next(&stream, &batch) == 0);
  CHECK(batch.length == 2);
  const auto* booleans = batch.children[0];
  CHECK(booleans->null_count == 1);
  CHECK((static_cast<const unsigned char*>(booleans->buffers[0])[0] & 3U) == 1U);
  CHECK((static_cast<const unsigned char*>(booleans->buffers[1])[0] & 1U) == 1U);
  CHECK(static_cast<const std::int64_t*>(batch.children[1]->buffers[1])[1] == 2);
  CHECK(static_cast<const double*>(batch.children[2]->buffers[1])[0] == 1.0);
  CHECK(static_cast<const double*>(batch.children[2]->buffers[1])[1] == 2.5);
  CHECK(static_cast<const std::int32_t*>(batch.children[3]->buffers[1])[0] == 19723);
  const auto* texts = batch.children[4];
  const auto* offsets = static_cast<const std::int32_t*>(texts->buffers[1]);
  CHECK(offsets[0] == 0);
  CHECK(offsets[1] == 1);
  CHECK(std::string(static_cast<const char*>(texts->buffers[2]), static_cast<std::size_t>(offsets[2])) ==
        "x[1]");
  CHECK(batch.children[5]->null_count == 2);
  batch.release(&batch);
  REQUIRE(stream.get_next(&stream, &batch) == 0);
  CHECK((batch.release == nullptr));
  stream.release(&stream);
}

TEST_CASE("a later batch that does not fit its column is an error") {
  SideTable table{"t", {"n"}, {}};
  for (int i = 0; i < 65536; ++i) table.rows.push_back({i});
  table.rows.push_back({"text"});
  talentflow_answer* answer = table_answer(std::move(table));
  ArrowArrayStream stream{};
  REQUIRE(talentflow_answer_arrow(answer, &stream, nullptr) == TALENTFLOW_OK);
  ArrowArray batch{};
  REQUIRE(stream.get_next(&stream, &batch) == 0);
  batch.release(&batch);
  CHECK(stream.get_next(&stream, &batch) != 0);
  CHECK(std::string(stream.get_last_error(&stream)) ==
        "row 65537 of column 'n' does not fit the column's type");
  stream.release(&stream);
}

TEST_CASE("errors fill their struct, older option structs get defaults") {
  talentflow_answer* answer = table_answer(mixed());
  talentflow_error error = TALENTFLOW_ERROR_INIT;
  talentflow_print_options options = TALENTFLOW_PRINT_OPTIONS_INIT;
  options.format = "xls";
  const auto ignore = [](void*, const char*, std::size_t) { return 0; };
  CHECK(talentflow_answer_print(answer, &options, ignore, nullptr, nullptr, &error) == TALENTFLOW_USAGE);
  CHECK(error.code == TALENTFLOW_USAGE);
  CHECK(std::string(error.message) ==
        "there is no format 'xls'; formats: table, box, csv, tsv, json, jsonl, markdown, line");
  talentflow_error_clear(&error);
  CHECK(error.message == nullptr);
  options.size = sizeof(options.size);  // as if compiled before `format` was added
  CHECK(talentflow_answer_print(answer, &options, ignore, nullptr, nullptr, &error) == TALENTFLOW_OK);
  talentflow_answer_free(answer);
}
