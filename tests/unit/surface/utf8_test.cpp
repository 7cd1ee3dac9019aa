#include "schema/utf8.hpp"

#include <doctest/doctest.h>

using namespace talentflow;

TEST_CASE("width counts what a terminal shows") {
  CHECK(text_width("abc") == 3);
  CHECK(text_width("林俊旸") == 6);
  CHECK(text_width("e\u0301") == 1);
  CHECK(text_width("ｱ") == 1);
  CHECK(text_width("Ａ") == 2);
  CHECK(text_width("🙂") == 2);
  CHECK(text_width("é") == 1);
}

TEST_CASE("cutting never splits a wide character") {
  CHECK(cut_to_width("林俊旸", 6) == "林俊旸");
  CHECK(cut_to_width("林俊旸", 5) == "林俊…");
  CHECK(cut_to_width("林俊旸", 4) == "林…");
}

TEST_CASE("control characters and direction overrides are shown, not obeyed") {
  CHECK(escape_controls("a\tb\x1b[0m") == "a\\tb\\x1b[0m");
  CHECK(escape_controls("x\u202Ey") == "x\\u{202e}y");
}

TEST_CASE("bytes that are no UTF-8 become U+FFFD one by one") {
  for (const char* broken : {"\xff", "\xc3", "\xe6\x9e", "\xc0\x80", "\xed\xa0\x80"}) {
    std::string out;
    const std::string_view text(broken);
    for (std::size_t at = 0; at < text.size();) append_utf8(out, next_code_point(text, at));
    CHECK(out.starts_with("\xEF\xBF\xBD"));
  }
}
