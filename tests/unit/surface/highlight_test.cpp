#include "query/facade/highlight.hpp"

#include <doctest/doctest.h>

namespace talentflow::query {
namespace {

/// "text:kind text:kind .."
std::string kinds(const std::string& text) {
  std::string out;
  for (const Row& row : token_table(text).rows) {
    const auto begin = static_cast<std::size_t>(*row[0].integer());
    out += (out.empty() ? "" : " ") + text.substr(begin, static_cast<std::size_t>(*row[1].integer())) + ":" +
           *row[2].string();
  }
  return out;
}

}  // namespace

TEST_CASE("words are told by their neighbours") {
  CHECK(kinds("MATCH (p:Person) RETURN count(p.name)") ==
        "MATCH:keyword (:symbol p:name ::symbol Person:label ):symbol RETURN:keyword count:function (:symbol "
        "p:name .:symbol name:key ):symbol");
  CHECK(kinds("[e:LEFT|JOINED]") == "[:symbol e:name ::symbol LEFT:label |:symbol JOINED:label ]:symbol");
  CHECK(kinds("{match: date.truncate('day', $d)}") ==
        "{:symbol match:key ::symbol date:function .:symbol truncate:function (:symbol 'day':string ,:symbol "
        "$d:parameter ):symbol }:symbol");
  CHECK(kinds("net researcher flow") == "net:keyword researcher:name flow:keyword");
}

TEST_CASE("texts that are not whole yet, comments and slips") {
  CHECK(kinds("RETURN 'half") == "RETURN:keyword 'half:string");
  CHECK(kinds("RETURN 1.5 // why\n+ 2") == "RETURN:keyword 1.5:number // why\n:comment +:symbol 2:number");
  CHECK(kinds("/* open") == "/* open:comment");
  CHECK(kinds("1 # 2") == "1:number #:bad 2:number");
  CHECK(kinds("  ").empty());
}

}  // namespace talentflow::query
