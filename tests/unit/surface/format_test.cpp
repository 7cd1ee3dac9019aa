#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "query/format/display_text.hpp"
#include "query/format/format_table.hpp"
#include "query/format/json_text.hpp"

using namespace talentflow::query;
using talentflow::ErrorCode;
using talentflow::Result;

namespace {

/// An answer with a footer, as FLOW gives it.
class FooterRows final : public RowStream {
 public:
  FooterRows(SideTable table, MetaEntries meta, std::vector<SideTable> beside = {})
      : rows_(std::move(table), std::move(beside)), meta_(std::move(meta)) {}
  const std::vector<std::string>& columns() const override { return rows_.columns(); }
  Result<bool> next(Row& row) override { return rows_.next(row); }
  const MetaEntries& meta() const override { return meta_; }
  const std::vector<SideTable>& side_tables() const override { return rows_.side_tables(); }
  const std::vector<std::string>& warnings() const override { return rows_.warnings(); }
  const talentflow::graph::View* view() const override { return nullptr; }

 private:
  TableRows rows_;
  MetaEntries meta_;
};

std::string print(const char* format, RowStream& rows, const PrintOptions& options = {}) {
  std::string out;
  const auto count = find_format(format)->print(rows, options, [&](std::string_view bytes) -> Result<void> {
    out += bytes;
    return {};
  });
  return count.ok() ? out : "error: " + count.error().text();
}

std::string print(const char* format, SideTable table, const PrintOptions& options = {}) {
  TableRows rows(std::move(table));
  return print(format, rows, options);
}

SideTable people() {
  return {"people",
          {"name", "net"},
          {{"Ada", std::int64_t{-3}}, {"林俊旸", std::int64_t{12}}, {Value(), Value()}}};
}

FooterRows flow() {
  return {{"flow", {"bucket", "net"}, {{"2024", std::int64_t{0}}, {"2025", std::int64_t{6}}}},
          {{"located by", "SITE"}, {"persons", std::int64_t{224}}},
          {{"moves", {"bucket", "person"}, {{"2025", "Yao Shunyu"}, {"2025", "Steven Hoi"}}}}};
}

std::string json(const Value& value) {
  std::string out;
  append_json(out, value, nullptr);
  return out;
}

}  // namespace

TEST_CASE("table aligns by what a terminal shows") {
  CHECK(print("table", people()) ==
        " name   | net\n"
        "--------+-----\n"
        " Ada    |  -3\n"
        " 林俊旸 |  12\n"
        "        |\n"
        "(3 rows)\n");
}

TEST_CASE("box") {
  CHECK(print("box", people(), {.null_text = "null"}) ==
        "┌────────┬──────┐\n"
        "│ name   │  net │\n"
        "├────────┼──────┤\n"
        "│ Ada    │   -3 │\n"
        "│ 林俊旸 │   12 │\n"
        "│ null   │ null │\n"
        "└────────┴──────┘\n"
        "(3 rows)\n");
}

TEST_CASE("a narrow terminal cuts the widest column") {
  SideTable wide{"wide", {"a", "b"}, {{"abcdefghijklmnopqrstuvwxyz", std::int64_t{1}}}};
  CHECK(print("table", wide, {.width = 16}) ==
        " a           | b\n"
        "-------------+---\n"
        " abcdefghij… | 1\n"
        "(1 row)\n");
}

TEST_CASE("rows that are not shown are counted") {
  CHECK(print("table", people(), {.max_rows = 1}) ==
        " name | net\n------+-----\n Ada  |  -3\n(1 of 3 rows shown)\n");
}

TEST_CASE("an answer without rows shows its columns") {
  CHECK(print("table", {"none", {"a"}, {}}) == " a\n---\n(0 rows)\n");
  CHECK(print("csv", {"none", {"a"}, {}}) == "a\n");
  CHECK(print("jsonl", {"none", {"a"}, {}}).empty());
  CHECK(print("json", {"none", {"a"}, {}}) == "{\"columns\":[\"a\"],\n\"rows\":[],\n\"meta\":{}}\n");
}

TEST_CASE("csv quotes what RFC 4180 says, and tells null from the empty text") {
  SideTable table{"t", {"a", "b"}, {{"x,y", "say \"hi\""}, {"two\nlines", ""}, {Value(), " led"}}};
  CHECK(print("csv", table) == "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\"\"\n,\" led\"\n");
  CHECK(print("csv", table, {.header = false}).starts_with("\"x,y\""));
}

TEST_CASE("tsv escapes tabs, line ends and backslashes") {
  CHECK(print("tsv", {"t", {"a", "b"}, {{"x\ty", "c:\\d\n"}}}) == "a\tb\nx\\ty\tc:\\\\d\\n\n");
}

TEST_CASE("no format lets a control character through") {
  const SideTable table{"t", {"a"}, {{"\x1b[31mred\x07\xc2\x9b"}}};
  for (const auto& format : format_table()) {
    INFO(format.name);
    const auto out = print(format.name.data(), table);
    CHECK(out.find('\x1b') == std::string::npos);
    CHECK(out.find('\x07') == std::string::npos);
    CHECK(out.find("\xc2\x9b") == std::string::npos);
  }
  CHECK(print("csv", table) == "a\n\\x1b[31mred\\x07\\x9b\n");
  CHECK(print("jsonl", table) == "{\"a\":\"\\u001b[31mred\\u0007\\u009b\"}\n");
}

TEST_CASE("markdown escapes pipes and marks columns of numbers") {
  CHECK(print("markdown", {"t", {"a", "n"}, {{"x|y", std::int64_t{10}}}}) ==
        "| a    |  n |\n| ---- | -: |\n| x\\|y | 10 |\n");
}

TEST_CASE("line shows one value a line") {
  CHECK(print("line", people()) == "name = Ada\n net = -3\n\nname = 林俊旸\n net = 12\n\nname = \n net = \n");
}

TEST_CASE("the footer stands below tables, side tables between") {
  auto rows = flow();
  CHECK(print("table", rows) ==
        " bucket | net\n--------+-----\n 2024   |   0\n 2025   |   6\n(2 rows)\n"
        "\nmoves\n bucket | person\n--------+------------\n 2025   | Yao Shunyu\n 2025   | Steven Hoi\n(2 "
        "rows)\n"
        "\nlocated by: SITE\npersons: 224\n");
  auto again = flow();
  CHECK(print("markdown", again) ==
        "| bucket | net |\n| ------ | --: |\n| 2024   |   0 |\n| 2025   |   6 |\n"
        "\n**moves**\n\n| bucket | person     |\n| ------ | ---------- |\n| 2025   | Yao Shunyu |\n| 2025   "
        "| Steven Hoi |\n"
        "\n- located by: SITE\n- persons: 224\n");
}

TEST_CASE("side tables are nested in json, each row with its own") {
  auto rows = flow();
  CHECK(print("jsonl", rows) ==
        "{\"bucket\":\"2024\",\"net\":0,\"moves\":[]}\n"
        "{\"bucket\":\"2025\",\"net\":6,\"moves\":[{\"bucket\":\"2025\",\"person\":\"Yao Shunyu\"},"
        "{\"bucket\":\"2025\",\"person\":\"Steven Hoi\"}]}\n");
  auto again = flow();
  CHECK(print("json", again) ==
        "{\"columns\":[\"bucket\",\"net\"],\n\"rows\":[\n{\"bucket\":\"2024\",\"net\":0,\"moves\":[]},\n"
        "{\"bucket\":\"2025\",\"net\":6,\"moves\":[{\"bucket\":\"2025\",\"person\":\"Yao Shunyu\"},"
        "{\"bucket\":\"2025\",\"person\":\"Steven Hoi\"}]}\n],\n\"meta\":{\"located "
        "by\":\"SITE\",\"persons\":224}}\n");
}

TEST_CASE("nested rows never take the place of a column") {
  FooterRows rows({"flow", {"bucket", "moves"}, {{Value(), std::int64_t{1}}}}, {},
                  {{"moves", {"bucket", "person"}, {{Value(), "Ada"}, {"2025", "Bo"}}}});
  CHECK(print("jsonl", rows) ==
        "{\"bucket\":null,\"moves\":1,\"moves_shown\":[{\"bucket\":null,\"person\":\"Ada\"}]}\n");
}

TEST_CASE("side tables are an error in csv and tsv, before anything is printed") {
  const std::string error =
      "error: csv and tsv hold one table; print SHOW MOVES and SHOW EVIDENCE with --format json, jsonl, "
      "table, box or "
      "markdown";
  auto rows = flow();
  CHECK(print("csv", rows) == error);
  auto again = flow();
  CHECK(print("tsv", again) == error);
}

TEST_CASE("json keeps numbers exact and floats floats") {
  CHECK(json(std::int64_t{9007199254740993}) == "9007199254740993");
  CHECK(json(1.0) == "1.0");
  CHECK(json(-0.0) == "-0.0");
  CHECK(json(0.1) == "0.1");
  CHECK(json(1e300) == "1e+300");
  CHECK(json(std::numeric_limits<double>::quiet_NaN()) == "{\"float\":\"NaN\"}");
  CHECK(json(-std::numeric_limits<double>::infinity()) == "{\"float\":\"-Infinity\"}");
  CHECK(json(Value()) == "null");
  CHECK(json(ValueList{true, Value(), "x"}) == "[true,null,\"x\"]");
  CHECK(json(ValueMap{{"a", 1}, {"b", ValueList{}}}) == "{\"a\":1,\"b\":[]}");
  CHECK(json(DateValue{19723}) == "\"2024-01-01\"");
  CHECK(json("\xff broken") == "\"\xEF\xBF\xBD broken\"");
}

TEST_CASE("nested values in tables use the language's notation, in csv JSON") {
  const Value value = ValueMap{{"a b", ValueList{"x", Value(), 2}}};
  CHECK(display_text(value, nullptr) == "{`a b`: [\"x\", null, 2]}");
  CHECK(data_text(value, nullptr) == "{\"a b\":[\"x\",null,2]}");
  CHECK(display_text(DateValue{0}, nullptr) == "1970-01-01");
}
