// The shipped table of names in both scripts: every row says where it was seen, and works.
#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "graph/names/normalise.hpp"
#include "graph/names/transliterate.hpp"
#include "schema/table.hpp"
#include "schema/tables.hpp"

using namespace talentflow;
using namespace talentflow::graph;

TEST_CASE("each row has a name, Chinese names of it and the address of a page, and its names find each other") {
  const auto table = parse_table(tables::organisation_names(), "organisation_names.csv");
  REQUIRE(table.ok());
  CHECK(table->rows.size() > 40);
  std::set<std::string> seen;
  for (const TableRow& row : table->rows) {
    const std::string name(table->cell(row, "name")), page(table->cell(row, "page"));
    CHECK_FALSE(name.empty());
    CHECK_MESSAGE(page.starts_with("http"), name);
    const auto chinese = split_list(table->cell(row, "chinese"), ';');
    CHECK_MESSAGE(!chinese.empty(), name);
    for (const std::string& written : chinese) {
      CHECK_MESSAGE(has_han(written), written);
      CHECK_MESSAGE(seen.insert(written).second, written);
      const auto keys = name_keys(written, false);
      CHECK_MESSAGE(std::binary_search(keys.begin(), keys.end(), whole_key(name)), written);
    }
  }
}

TEST_CASE("Traditional characters and legal forms are no other name") {
  for (const char* written : {"字节跳动", "字節跳動", "字节跳动有限公司"}) {
    const auto keys = name_keys(written, false);
    CHECK_MESSAGE(std::binary_search(keys.begin(), keys.end(), "bytedance"), written);
  }
}
