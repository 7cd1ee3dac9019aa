// What tells names apart and descriptions whom they mean: names in pinyin, homes and trades of organisations,
// datelines and ages, which are nobody's names.
#include <set>

#include "doctest/doctest.h"
#include "ingest/text/homes.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"
#include "schema/tables.hpp"
#include "tests/unit/ingest/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest::text;

TEST_CASE("names in pinyin: a common surname beside one or two syllables, in either order") {
  for (const char* const person :
       {"Zhang Jianzhong", "Jianzhong Zhang", "Yao Shunyu", "Wu Yong-hui", "Luo Fuli"})
    CHECK_MESSAGE(is_pinyin_name(person), person);
  for (const char* const other :
       {"Zhang", "Acme Labs", "Moore Threads", "Hua Capital", "Zhang Jian Zhong", "Li Auto", "Sea Group"})
    CHECK_MESSAGE(!is_pinyin_name(other), other);
}

TEST_CASE("homes: a place or a trade that is an organisation's own, and one that is not") {
  CHECK(description_fits("Mistral", "french company") == Fit::yes);
  CHECK(description_fits("Mistral", "paris-based start-up") == Fit::yes);
  CHECK(description_fits("ASML", "paris start-up") == Fit::no);
  CHECK(description_fits("Google", "search group") == Fit::yes);
  CHECK(description_fits("Mistral", "phone maker") == Fit::no);
  CHECK(description_fits("Mistral", "new company") == Fit::unknown);
  CHECK(description_fits("Norvane", "french company") == Fit::unknown);
  CHECK(describes_home("oslo start-up"));
  CHECK(!describes_home("new company"));
  CHECK(maker_of_product("chatgpt maker") == "OpenAI");
  CHECK(maker_of_product("robot maker").empty());
  CHECK(is_giant("apple"));
  CHECK(!is_giant("Mistral"));
}

TEST_CASE("the table of homes: every row has a name and says something of it, no name twice") {
  const auto table = parse_table(tables::known_homes(), "known_homes.csv");
  REQUIRE(table);
  std::set<std::string> names;
  for (const TableRow& row : table->rows) {
    REQUIRE(!table->cell(row, "names").empty());
    CHECK_MESSAGE(!(table->cell(row, "places").empty() && table->cell(row, "trades").empty()), row.line);
    const auto size = table->cell(row, "size");
    CHECK_MESSAGE((size.empty() || size == "giant"), row.line);
    for (const std::string& name : split_list(table->cell(row, "names"), '|'))
      CHECK_MESSAGE(names.insert(ascii_lower(name)).second, name);
  }
}
