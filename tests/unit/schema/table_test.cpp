#include <doctest/doctest.h>

#include "schema/table.hpp"

using namespace talentflow;

TEST_CASE("quotes, line ends and a byte order mark") {
  const auto table = parse_table("\xEF\xBB\xBF" "a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n\r\n2,\r\n", "t.csv");
  REQUIRE(table.ok());
  CHECK(table->header == std::vector<std::string>{"a", "b"});
  REQUIRE(table->rows.size() == 2);
  CHECK(table->cell(table->rows[0], "b") == "x, \"y\"\nz");
  CHECK(table->rows[1].line == 5);
  CHECK(table->cell(table->rows[1], "missing").empty());
}

TEST_CASE("an unclosed quote names its line") {
  const auto table = parse_table("a\n\"x\n", "t.csv");
  REQUIRE(!table.ok());
  CHECK(table.error().text() == "t.csv:2: a quoted cell is not closed");
}

TEST_CASE("lists drop empty parts") {
  CHECK(split_list("a;;b;", ';') == std::vector<std::string>{"a", "b"});
  CHECK(split_list("", ';').empty());
}
