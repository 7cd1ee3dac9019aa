// A cursor over tokens that every statement parser of this program shares (the core's and FLOW's).
//
// Errors: the first fail() is kept and the stream jumps to its end, so parsing functions need not look after
// each step; loops over the stream stop by themselves, and the caller asks failed() once at the end.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/language/token.hpp"
#include "schema/result.hpp"

namespace talentflow::query {

class TokenStream {
 public:
  /// The text must outlive the stream.
  explicit TokenStream(std::string_view source);

  std::string_view source() const { return source_; }
  const Token& peek(std::size_t ahead = 0) const;
  /// The current token; steps on.
  const Token& take();
  bool at_end() const { return peek().kind == TokenKind::end; }
  /// Byte offset where the token before the current one ended.
  std::uint32_t last_end() const { return position_ == 0 ? 0 : tokens_[position_ - 1].place.end; }

  /// Does a symbol / a word (any case, not in back-quotes) stand here?
  bool at(std::string_view symbol, std::size_t ahead = 0) const;
  bool at_word(std::string_view word, std::size_t ahead = 0) const;
  bool at_words(std::initializer_list<std::string_view> words) const;
  bool at_any_word(std::span<const std::string_view> words, std::size_t ahead = 0) const;
  bool at_any_word(std::initializer_list<std::string_view> words, std::size_t ahead = 0) const {
    return at_any_word(std::span(words.begin(), words.size()), ahead);
  }

  /// Steps over it when it stands here.
  bool accept(std::string_view symbol);
  bool accept_word(std::string_view word);
  bool accept_words(std::initializer_list<std::string_view> words);

  /// Steps over it, or fails with UnexpectedSyntax.
  bool expect(std::string_view symbol);
  bool expect_word(std::string_view word);
  /// An identifier or a name in back-quotes; `what` is for the message ("a variable").
  std::string expect_name(std::string_view what);

  /// Records the first error. `detail` is openCypher's; kind SyntaxError.
  void fail(Place place, std::string detail, std::string message, std::string hint = "");
  /// UnexpectedSyntax at the current token: "expected X, found Y" (a bad token says its own detail and
  /// message). `words`: keywords that could stand here, for "did you mean".
  void fail_expected(std::string_view expected, const std::vector<std::string>& words = {});
  bool failed() const { return error_.has_value(); }
  /// Precondition: failed().
  const Error& error() const { return *error_; }

  /// For look-ahead: go back to an earlier place. Not after a failure.
  std::size_t mark() const { return position_; }
  void reset(std::size_t mark) { position_ = mark; }

  /// Guards recursive descent: false, with an error, beyond the deepest nesting allowed.
  bool enter();
  void leave() { --depth_; }

 private:
  std::string_view source_;
  std::vector<Token> tokens_;
  std::size_t position_ = 0;
  int depth_ = 0;
  std::optional<Error> error_;
};

/// Letters compared without case (ASCII).
bool same_word(std::string_view a, std::string_view b);

}  // namespace talentflow::query
