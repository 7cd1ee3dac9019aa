#include "query/language/lexer.hpp"

#include <doctest/doctest.h>

#include "query/engine.hpp"
#include "query/language/token_stream.hpp"

namespace talentflow::query {
namespace {

std::string kinds(std::string_view text) {
  static const char* const kLetters[] = {"$", "i", "q", "n", "f", "s", "p", "y", "BAD"};
  std::string out;
  for (const Token& token : tokenize(text)) out += kLetters[static_cast<int>(token.kind)];
  return out;
}

}  // namespace

TEST_CASE("tokens of every kind") {
  CHECK(kinds("name `quoted` 12 1.5 'text' $p <=") == "iqnfspy$");
  CHECK(kinds("a//b\n/* c */d") == "ii$");
  CHECK(kinds("1..2 .5 1.e") == "nynfnyi$");
  CHECK(kinds("日本 é") == "ii$");
  CHECK(kinds("a\xC2\xA0"
              "b\xE3\x80\x80"
              "c") == "iii$");
  CHECK(tokenize("'a\\n\\u4e2d'")[0].text == "a\n中");
  CHECK(tokenize("'\\uD83D\\uDE00'")[0].text == "😀");
  CHECK(tokenize("`a``b`")[0].text == "a`b");
  CHECK(tokenize("0xFf")[0].magnitude == 255);
}

TEST_CASE("what cannot be read says why, with openCypher's detail") {
  const auto detail = [](std::string_view text) { return tokenize(text)[0].detail; };
  CHECK(detail("'open") == "UnexpectedSyntax");
  CHECK(detail("'\\uH'") == "InvalidUnicodeLiteral");
  CHECK(detail("'\\uD800'") == "InvalidUnicodeLiteral");
  CHECK(detail("0x") == "InvalidNumberLiteral");
  CHECK(detail("12ab") == "InvalidNumberLiteral");
  CHECK(detail("18446744073709551616") == "IntegerOverflow");
  CHECK(detail("1e999") == "FloatingPointOverflow");
  CHECK(detail("#") == "UnexpectedSyntax");
  CHECK(detail("—") == "InvalidUnicodeCharacter");
  CHECK(detail("（n）") == "InvalidUnicodeCharacter");
  CHECK(kinds("a—b") == "iBADi$");
}

TEST_CASE("a statement is complete at its semicolon, outside quotes and comments") {
  CHECK(is_complete("RETURN 1;"));
  CHECK(is_complete("RETURN 1; // done"));
  CHECK_FALSE(is_complete("RETURN 1"));
  CHECK_FALSE(is_complete("RETURN ';"));
  CHECK_FALSE(is_complete("RETURN 1 /* ;"));
  CHECK_FALSE(is_complete("RETURN `a;"));
  CHECK_FALSE(is_complete(""));
  CHECK_FALSE(is_complete("// only a comment ;"));
}

TEST_CASE("a token stream keeps its first error and stops there") {
  TokenStream tokens("a b c");
  CHECK(tokens.accept_word("A"));
  CHECK_FALSE(tokens.expect("("));
  CHECK(tokens.failed());
  CHECK(tokens.at_end());
  tokens.fail({0, 1}, "Other", "later");
  CHECK(tokens.error().text() ==
        "line 1, column 3: SyntaxError: UnexpectedSyntax: expected `(`, found `b`\na b c\n  ^");
}

}  // namespace talentflow::query
