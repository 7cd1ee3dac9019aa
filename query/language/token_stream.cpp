#include "query/language/token_stream.hpp"

#include <algorithm>

#include "query/language/lexer.hpp"

namespace talentflow::query {
namespace {

constexpr int kDeepest = 500;

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string describe(const Token& token) {
  switch (token.kind) {
    case TokenKind::end:
      return "the end of the query";
    case TokenKind::string:
      return "a string";
    case TokenKind::integer:
    case TokenKind::floating:
      return "a number";
    case TokenKind::parameter:
      return "the parameter $" + token.text;
    default:
      return "`" + token.text + "`";
  }
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return upper(x) == upper(y); });
}

TokenStream::TokenStream(std::string_view source) : source_(source), tokens_(tokenize(source)) {}

const Token& TokenStream::peek(std::size_t ahead) const {
  return tokens_[std::min(position_ + ahead, tokens_.size() - 1)];
}

const Token& TokenStream::take() {
  const Token& token = peek();
  if (position_ + 1 < tokens_.size()) ++position_;
  return token;
}

bool TokenStream::at(std::string_view symbol, std::size_t ahead) const {
  const Token& token = peek(ahead);
  return token.kind == TokenKind::symbol && token.text == symbol;
}

bool TokenStream::at_word(std::string_view word, std::size_t ahead) const {
  const Token& token = peek(ahead);
  return token.kind == TokenKind::identifier && same_word(token.text, word);
}

bool TokenStream::at_words(std::initializer_list<std::string_view> words) const {
  std::size_t ahead = 0;
  return std::all_of(words.begin(), words.end(),
                     [&](std::string_view word) { return at_word(word, ahead++); });
}

bool TokenStream::at_any_word(std::span<const std::string_view> words, std::size_t ahead) const {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return at_word(word, ahead); });
}

bool TokenStream::accept(std::string_view symbol) {
  if (!at(symbol)) return false;
  take();
  return true;
}

bool TokenStream::accept_word(std::string_view word) {
  if (!at_word(word)) return false;
  take();
  return true;
}

bool TokenStream::accept_words(std::initializer_list<std::string_view> words) {
  if (!at_words(words)) return false;
  for (std::size_t i = 0; i < words.size(); ++i) take();
  return true;
}

bool TokenStream::expect(std::string_view symbol) {
  if (accept(symbol)) return true;
  fail_expected("`" + std::string(symbol) + "`");
  return false;
}

bool TokenStream::expect_word(std::string_view word) {
  if (accept_word(word)) return true;
  fail_expected(word, {std::string(word)});
  return false;
}

std::string TokenStream::expect_name(std::string_view what) {
  const TokenKind kind = peek().kind;
  if (kind == TokenKind::identifier || kind == TokenKind::quoted_identifier) return take().text;
  fail_expected(what);
  return "";
}

void TokenStream::fail(Place place, std::string detail, std::string message, std::string hint) {
  if (!error_)
    error_ =
        query_error(source_, place, {"SyntaxError", std::move(detail), std::move(message), std::move(hint)});
  position_ = tokens_.size() - 1;
}

void TokenStream::fail_expected(std::string_view expected, const std::vector<std::string>& words) {
  const Token& token = peek();
  if (token.kind == TokenKind::bad) return fail(token.place, token.detail, token.message);
  const std::string hint = token.kind == TokenKind::identifier ? did_you_mean(token.text, words) : "";
  fail(token.place, "UnexpectedSyntax", "expected " + std::string(expected) + ", found " + describe(token),
       hint);
}

bool TokenStream::enter() {
  if (++depth_ <= kDeepest) return true;
  fail(peek().place, "UnexpectedSyntax",
       "the query is nested too deeply; the limit is " + std::to_string(kDeepest) + " levels");
  return false;
}

}  // namespace talentflow::query
