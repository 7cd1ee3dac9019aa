// The words of the language. Keywords are no tokens of their own: every word is an identifier, and the parser
// asks for the words it expects, so `start`, `end`, `flow` or `in` stay names wherever no keyword can stand.
#pragma once

#include <cstdint>
#include <string>

#include "query/language/diagnostic.hpp"

namespace talentflow::query {

enum class TokenKind : std::uint8_t {
  end,
  identifier,         ///< `text` as written
  quoted_identifier,  ///< `text` without the back-quotes
  integer,            ///< `magnitude`; the sign is an operator
  floating,           ///< `number`
  string,             ///< `text` decoded
  parameter,          ///< `text` is the name after $
  symbol,             ///< `text`: ( ) [ ] { } , ; : . .. | & ! % + += - * / ^ = =~ <> < <= > >=
  bad,                ///< `detail` and `message` say why
};

struct Token {
  TokenKind kind = TokenKind::end;
  Place place;
  std::string text;
  std::uint64_t magnitude = 0;
  double number = 0.0;
  std::string detail;   ///< openCypher's detail of a bad token
  std::string message;  ///< what to say about a bad token
};

}  // namespace talentflow::query
