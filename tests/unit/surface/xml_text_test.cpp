#include "query/export/xml_text.hpp"

#include <doctest/doctest.h>

using namespace talentflow::query;

namespace {
std::string xml(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}
}  // namespace

TEST_CASE("markup is escaped, line breaks survive attribute values") {
  CHECK(xml("a<b>&\"c\"\n\t") == "a&lt;b&gt;&amp;&quot;c&quot;&#10;&#9;");
  CHECK(xml("]]>") == "]]&gt;");
}

TEST_CASE("characters that XML cannot hold are replaced") {
  CHECK(xml("a\x01z") == "a\uFFFDz");
  CHECK(xml("\xff") == "\uFFFD");
  CHECK(xml("\uFFFE") == "\uFFFD");
  CHECK(xml("林") == "林");
  CHECK(xml_can_hold("林 <&>"));
  CHECK_FALSE(xml_can_hold("a\x01"));
  CHECK_FALSE(xml_can_hold("\xff"));
  CHECK(xml_can_hold("\uFFFD"));
}
