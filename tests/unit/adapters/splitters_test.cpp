#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/common/sink.hpp"
#include "ingest/sources/json/json_items.hpp"
#include "ingest/sources/json/json_view.hpp"
#include "ingest/sources/xml/xml_items.hpp"
#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;

namespace {

/// Bytes in portions of a given size, as a slow pipe gives them.
class Drip final : public ByteSource {
 public:
  Drip(std::string text, std::size_t portion) : text_(std::move(text)), portion_(portion) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override {
    const std::size_t count = std::min({portion_, size, text_.size() - at_});
    std::copy_n(text_.data() + at_, count, buffer);
    at_ += count;
    return count;
  }
  const std::string& name() const override { return name_; }
  std::uint64_t consumed() const override { return at_; }
  std::uint64_t size() const override { return text_.size(); }

 private:
  std::string text_, name_ = "drip";
  std::size_t portion_, at_ = 0;
};

std::vector<std::string> items_of(const std::string& text, std::size_t portion, JsonItemLimits limits = {}) {
  Drip source(text, portion);
  JsonItems items(source, limits);
  JsonItems::Item item;
  std::vector<std::string> out;
  while (*items.next(item))
    out.push_back(std::to_string(item.line) + " " +
                  (item.problem.empty() ? std::string(item.text) : "! " + item.problem));
  return out;
}

/// An endless string value: only its end is looked for.
class LongString final : public ByteSource {
 public:
  explicit LongString(std::uint64_t length) : length_(length) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override {
    static const std::string head = "{\"a\":\"", tail = "\"}\n{\"b\":1}\n";
    std::size_t count = 0;
    for (; count < size; ++count, ++at_) {
      if (at_ < head.size())
        buffer[count] = head[at_];
      else if (at_ < head.size() + length_)
        buffer[count] = 'x';
      else if (at_ - head.size() - length_ < tail.size())
        buffer[count] = tail[at_ - head.size() - length_];
      else
        break;
    }
    return count;
  }
  const std::string& name() const override { return name_; }
  std::uint64_t consumed() const override { return at_; }
  std::uint64_t size() const override { return 0; }

 private:
  std::string name_ = "long";
  std::uint64_t length_, at_ = 0;
};

}  // namespace

TEST_CASE("JSON objects one after another, however they are laid out and however the bytes come") {
  const std::vector<std::string> expected{"1 {\"a\":[1,{\"b\":\"}\\\"{\"}]}", "2 {}", "3 {\n\"c\":2}"};
  for (std::size_t portion : {1, 2, 3, 7, 1000}) {
    CHECK(items_of("\xEF\xBB\xBF[{\"a\":[1,{\"b\":\"}\\\"{\"}]},\n{}\n,{\n\"c\":2}]\n", portion) == expected);
    CHECK(items_of("{\"a\":[1,{\"b\":\"}\\\"{\"}]}\n{}\n{\n\"c\":2}", portion) == expected);
  }
  CHECK(items_of("", 5).empty());
  CHECK(items_of("[]", 5).empty());
}

TEST_CASE("what is no object is reported once, what is cut off too, and the rest is read") {
  CHECK(items_of("oops 1 2\n{}\n", 3) == std::vector<std::string>{"1 ! not a JSON object: oops 1 2", "2 {}"});
  CHECK(items_of("{}\n{\"a\":\n", 3) ==
        std::vector<std::string>{"1 {}", "2 ! the input ends inside the object that begins on line 2"});
  CHECK(items_of("{\"a\":[[[]]]}\n{}", 3, {1 << 20, 3}) ==
        std::vector<std::string>{"1 ! nested deeper than 3 levels", "2 {}"});
}

TEST_CASE("an object that is never closed does not swallow the lines behind it") {
  const std::string unclosed = " ! not JSON: the object is not closed before the next line begins";
  for (std::size_t portion : {1, 4, 1000}) {
    CHECK(items_of("{\"a\":1\n{\"b\":2}\n", portion) ==
          std::vector<std::string>{"1" + unclosed, "2 {\"b\":2}"});
    CHECK(items_of("{\"a\":\"x\n{\"b\":2}\n", portion) ==
          std::vector<std::string>{"1" + unclosed, "2 {\"b\":2}"});
    CHECK(items_of("{\"a\":[1\n{\"b\":2}\n", portion) ==
          std::vector<std::string>{"1" + unclosed, "2 {\"b\":2}"});
    CHECK(items_of("{\"a\":[\n{\"b\":2},\n{}\n],\"c\":\n{}}", portion) ==
          std::vector<std::string>{"1 {\"a\":[\n{\"b\":2},\n{}\n],\"c\":\n{}}"});
  }
}

TEST_CASE("an object that is too long is passed over to its end without being held") {
  LongString source(300ULL << 20);
  JsonItems items(source);
  JsonItems::Item item;
  REQUIRE(*items.next(item));
  CHECK(item.problem == "an object longer than 8 MiB, the largest item that is taken");
  CHECK(item.text.size() == 200);
  REQUIRE(*items.next(item));
  CHECK(item.text == "{\"b\":1}");
  CHECK(item.line == 2);
  CHECK(!*items.next(item));
}

TEST_CASE("JSON values: absence is a value") {
  JsonParser parser;
  auto root = parser.parse(R"({"a":{"b":"text"},"n":12,"d":12.0,"s":"12","l":[1,2],"t":true,"z":null})");
  REQUIRE(root.ok());
  CHECK((*root)["a"]["b"].text() == "text");
  CHECK((*root)["a"]["x"]["y"].text() == "");
  CHECK(!(*root)["a"]["x"].exists());
  CHECK((*root)["z"].is_null());
  CHECK((*root)["n"].integer() == 12);
  CHECK((*root)["d"].integer() == 12);
  CHECK((*root)["s"].integer() == 12);
  CHECK((*root)["n"].scalar() == "12");
  CHECK((*root)["t"].boolean() == true);
  CHECK((*root)["l"].items().size() == 2);
  CHECK((*root)["n"].one_or_many().size() == 1);
  CHECK(!parser.parse("{\"a\":").ok());
  CHECK(!parser.parse("{\"a\":\"\xFF\"}").ok());
  const auto deep = parser.parse(std::string(1000, '[') + std::string(1000, ']'));
  REQUIRE(!deep.ok());
  CHECK(deep.error().message == "the JSON nests deeper than 256 levels");
}

TEST_CASE("XML subtrees: names without prefixes, text in one piece, what nobody reads left out") {
  for (std::size_t portion : {1, 5, 1000}) {
    Drip source(
        "\n\n<?xml version=\"1.0\"?>\n<l xmlns:p=\"urn:x\"><p:i k=\"1\"> a<c/>b <q>x</q></p:i>\n<i/></l>",
        portion);
    XmlItems items(source, {{"i"}, {"q"}});
    XmlItems::Item item;
    REQUIRE(*items.next(item));
    CHECK(item.node.name == "i");
    CHECK(item.node.text == "ab");
    CHECK(item.node.attribute("k") == "1");
    CHECK(item.node.line == 4);
    CHECK(item.node.children.size() == 1);
    REQUIRE(*items.next(item));
    CHECK(item.node.line == 5);
    CHECK(!*items.next(item));
  }
}

TEST_CASE("an XML element that is too long is passed over to its end, deep ones are refused") {
  std::string text = "<l><i><a>" + std::string(2 << 20, 'x') + "</a><a/></i><i>ok</i></l>";
  Drip source(text, 4096);
  XmlItemOptions options{{"i"}, {}};
  options.item_bytes = 1 << 20;
  XmlItems items(source, options);
  XmlItems::Item item;
  REQUIRE(*items.next(item));
  CHECK(item.problem == "the element <i> takes more than 1 MiB, the largest item that is taken");
  CHECK(item.node.children.empty());
  REQUIRE(*items.next(item));
  CHECK(item.problem == "");
  CHECK(item.node.text == "ok");

  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<i>";
  Drip deep_source(deep, 4096);
  XmlItems deep_items(deep_source, {{"i"}, {}});
  const auto refused = deep_items.next(item);
  REQUIRE(!refused.ok());
  CHECK(refused.error().message == "the elements nest deeper than an item may");
}

TEST_CASE("what came before is remembered, in a fixed amount of memory") {
  Seen seen;
  for (int i = 0; i < 1000; ++i) CHECK(seen.first("a" + std::to_string(i)));
  int again = 0;
  for (int i = 0; i < 1000; ++i) again += seen.first("a" + std::to_string(i));
  CHECK(again < 200);  // two that share a slot push each other out
  for (int i = 0; i < 300'000; ++i) seen.first(std::to_string(i));
  CHECK(!seen.first("299999"));
}

TEST_CASE("the country at the end of a place, where it is one for certain") {
  CHECK(country_of_location("Berlin, Germany") == "DE");
  CHECK(country_of_location("Germany") == "DE");
  CHECK(country_of_location("London, UK") == "GB");
  CHECK(country_of_location("Menlo Park, CA") == "");  // California, not Canada
  CHECK(country_of_location("Atlanta, Georgia") == "");
  CHECK(country_of_location("San Francisco, CA, USA") == "US");
  CHECK(country_of_location("Remote") == "");
}

TEST_CASE("relative addresses") {
  const std::string base = "https://x.example/a/b?q=1#f";
  CHECK(resolved_address("c", base) == "https://x.example/a/c");
  CHECK(resolved_address("../c?d=../e", base) == "https://x.example/c?d=../e");
  CHECK(resolved_address("../../../c", base) == "https://x.example/c");
  CHECK(resolved_address("/c/./d/", base) == "https://x.example/c/d/");
  CHECK(resolved_address("?r=2", base) == "https://x.example/a/b?r=2");
  CHECK(resolved_address("//y.example/z", base) == "https://y.example/z");
  CHECK(resolved_address("c", "https://x.example") == "https://x.example/c");
  CHECK(resolved_address("https://y.example/z", "") == "https://y.example/z");
  CHECK(resolved_address("c", "") == "");
  CHECK(resolved_address("mailto:a@x.example", base) == "");
}

TEST_CASE("dates as people write them") {
  CHECK(loose_date("Feb 2018") == "2018-02");
  CHECK(loose_date("12 March 2024") == "2024-03-12");
  CHECK(loose_date("March 4th, 2024") == "2024-03-04");
  CHECK(loose_date("~2016") == "2016~");
  CHECK(loose_date("2016.0") == "2016");
  CHECK(loose_date("2018/2") == "2018-02");
  CHECK(loose_date("2024-03-04T10:00:00Z") == "2024-03-04");
  CHECK(loose_date("Present") == "..");
  CHECK(loose_date("\xE8\x87\xB3\xE4\xBB\x8A") == "..");
  CHECK(loose_date("?") == "");
  CHECK(loose_date("2026-13") == std::nullopt);
  CHECK(loose_date("2023-02-29") == std::nullopt);
  CHECK(loose_date("03/2018") == "2018-03");
  CHECK(loose_date("05/31/2010") == "2010-05-31");
  CHECK(loose_date("31/05/2010") == "2010-05-31");
  CHECK(loose_date("03/04/2010") == "2010");  // March or April: nobody knows
  CHECK(loose_date("3.4.2010") == "2010-04-03");
  CHECK(loose_date("2014.06") == "2014-06");
  CHECK(loose_date("20240305") == "2024-03-05");
  CHECK(loose_date("2012年3月") == "2012-03");
  CHECK(loose_date("2012 年 3 月 5 日") == "2012-03-05");
  CHECK(loose_date("2024\xE2\x80\x91"
                   "05") == "2024-05");
  CHECK(loose_date("4-Mar-2024") == "2024-03-04");
  CHECK(loose_date("2024-03-04 10:00:00") == "2024-03-04");
  CHECK(loose_date("early 2023") == "2023");
  CHECK(loose_date("late March 2018") == "2018-03");
  CHECK(loose_date("Q3 2022") == "[2022-07..2022-09]");
  CHECK(loose_date("2021H1") == "[2021-01..2021-06]");
  CHECK(loose_date("around 2016") == "2016~");
  CHECK(loose_date("before 2019") == "[..2019]");
  CHECK(loose_date("TBD") == "");
  CHECK(loose_date("2018/19") == std::nullopt);
  CHECK(loose_date("2018-2020") == std::nullopt);
  CHECK(loose_date("Jan 19") == std::nullopt);
  CHECK(loose_date("when it rained") == std::nullopt);
  CHECK(milliseconds_of("2023-08-01T10:00:00.250Z") == 1690884000250);
  CHECK(milliseconds_of("2001-12-31T12:00:00") == 1009800000000);
  CHECK(milliseconds_of("1970-01-01T08:00:00+08:00") == 0);
  CHECK(host_of("https://web.archive.org/web/20240429224505/https://www.example.org:80/x") == "example.org");
}
