#include "ingest/pipeline/side_by_side.hpp"

#include "doctest/doctest.h"

using namespace talentflow;
using namespace talentflow::ingest;

using Lines = std::vector<std::string>;

TEST_CASE("lines break at blanks and behind wide characters, which take two columns") {
  CHECK(wrap_to_width("one two three", 8) == Lines{"one two", "three"});
  CHECK(wrap_to_width("林远舟离开百度", 8) == Lines{"林远舟离", "开百度"});
  CHECK(wrap_to_width("林远舟离开百度", 7) == Lines{"林远舟", "离开百", "度"});
  CHECK(wrap_to_width("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
  CHECK(wrap_to_width("", 4) == Lines{""});
}

TEST_CASE("sentences stand on the left, claims beside them") {
  SideBySide page;
  CHECK(page.empty());
  ClaimRecord claim;
  claim.subject = Reference::to_name("林远舟", "Person");
  claim.relation = "LEFT";
  claim.object = Reference::to_name("百度", "Company");
  claim.stance = "denies";
  claim.locator = "林远舟没有离开百度。";
  claim.properties.emplace_back("rule", Value("zh-left"));
  Record record;
  record.content = claim;
  record.line = 2;
  page.add(record);
  CHECK_FALSE(page.empty());
  CHECK(page.print("Title\n林远舟没有离开百度。") ==
        "   1  Title                                                    |\n"
        "   2  林远舟没有离开百度。                                     | 林远舟 not LEFT 百度 (zh-left)\n");
}

TEST_CASE("where the sentences are not those of the input, the sentences with claims are shown") {
  SideBySide page;
  ClaimRecord claim;
  claim.subject = Reference::to_name("Ann Example", "Person");
  claim.relation = "JOINED";
  claim.object = Reference::to_name("Acme", "Company");
  claim.locator = "Ann Example joined Acme.";
  Record record;
  record.content = claim;
  record.line = 7;
  page.add(record);
  CHECK(page.print("<p>Ann Example joined <b>Acme</b>.</p>\n<p>More.</p>") ==
        "   7  Ann Example joined Acme.                                 | Ann Example JOINED Acme\n");
}

TEST_CASE("claims without a sentence are passed over") {
  SideBySide page;
  ClaimRecord claim;
  claim.relation = "LEFT";
  Record record;
  record.content = claim;
  page.add(record);
  CHECK(page.empty());
}
