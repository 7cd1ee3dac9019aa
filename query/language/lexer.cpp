#include "query/language/lexer.hpp"

#include <array>
#include <cerrno>
#include <cmath>
#include <cstdlib>

#include "query/engine.hpp"

namespace talentflow::query {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
/// Every code point beyond ASCII may stand in a name, save the blanks that skip_blanks() knows.
bool is_name_start(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

unsigned hex_value(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  return static_cast<unsigned>((c | 0x20) - 'a' + 10);
}

void append_utf8(std::string& out, unsigned code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0U | (code >> 6));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0U | (code >> 12));
    out += static_cast<char>(0x80U | ((code >> 6) & 0x3FU));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (code >> 18));
    out += static_cast<char>(0x80U | ((code >> 12) & 0x3FU));
    out += static_cast<char>(0x80U | ((code >> 6) & 0x3FU));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  }
}

struct CodePoint {
  unsigned value = 0;
  std::size_t length = 1;
};

/// The code point at the place; a byte that begins none counts as itself.
CodePoint code_point(std::string_view s, std::size_t i) {
  const auto byte = [&](std::size_t at) { return at < s.size() ? static_cast<unsigned char>(s[at]) : 0U; };
  const unsigned lead = byte(i);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (length == 1) return {lead, 1};
  unsigned value = lead & (0x7FU >> length);
  for (std::size_t k = 1; k < length; ++k) {
    if ((byte(i + k) & 0xC0U) != 0x80U) return {lead, 1};
    value = (value << 6) | (byte(i + k) & 0x3FU);
  }
  return {value, length};
}

/// What looks like an operator or a bracket and is none: typographic dashes and quotes, arrows, mathematical
/// signs, the full-width forms of ASCII's signs. None of them belongs in a name.
bool is_stray_symbol(unsigned code) {
  const auto within = [code](unsigned first, unsigned last) { return code >= first && code <= last; };
  return within(0x2010, 0x2027) || within(0x2030, 0x203E) || within(0x2190, 0x22FF) ||
         within(0x3001, 0x3003) || within(0x3008, 0x3011) || within(0xFF01, 0xFF0F) ||
         within(0xFF1A, 0xFF20) || within(0xFF3B, 0xFF40) || within(0xFF5B, 0xFF65) || code == 0xD7 ||
         code == 0xF7 || code == 0xAB || code == 0xBB;
}

/// Length of the blank at the place: ASCII blanks, no-break space, the U+2000 block's spaces, U+3000, a BOM.
std::size_t blank_length(std::string_view s, std::size_t i) {
  const char c = s[i];
  if (c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F)) return 1;
  const auto starts = [&](std::string_view text) { return s.substr(i).starts_with(text); };
  if (starts("\xC2\xA0")) return 2;
  for (const std::string_view blank : {"\xE1\x9A\x80", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\xA8",
                                       "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F"})
    if (starts(blank)) return 3;
  if (starts("\xE2\x80") && i + 2 < s.size()) {
    const auto last = static_cast<unsigned char>(s[i + 2]);
    if (last >= 0x80 && last <= 0x8A) return 3;
  }
  return 0;
}

class Lexer {
 public:
  explicit Lexer(std::string_view source) : source_(source) {}

  std::vector<Token> run() {
    while (skip_blanks()) {
      token_ = Token{};
      token_.place.begin = at();
      read();
      token_.place.end = at();
      tokens_.push_back(std::move(token_));
    }
    token_ = Token{};
    token_.place = {at(), at()};
    if (open_comment_) bad("UnexpectedSyntax", "a comment is opened with /* and never closed");
    if (open_comment_) tokens_.push_back(token_);
    token_.kind = TokenKind::end;
    tokens_.push_back(token_);
    return std::move(tokens_);
  }

  bool closed() {
    for (const Token& token : run())
      if (token.kind == TokenKind::bad && token.message.find("never closed") != std::string::npos)
        return false;
    return true;
  }

 private:
  std::uint32_t at() const { return static_cast<std::uint32_t>(position_); }
  char peek(std::size_t ahead = 0) const {
    return position_ + ahead < source_.size() ? source_[position_ + ahead] : '\0';
  }
  bool done() const { return position_ >= source_.size(); }

  void bad(std::string detail, std::string message) {
    token_.kind = TokenKind::bad;
    token_.detail = std::move(detail);
    token_.message = std::move(message);
  }

  /// False at the end of the text.
  bool skip_blanks() {
    while (!done()) {
      if (const std::size_t length = blank_length(source_, position_); length > 0) {
        position_ += length;
      } else if (peek() == '/' && peek(1) == '/') {
        while (!done() && peek() != '\n') ++position_;
      } else if (peek() == '/' && peek(1) == '*') {
        const std::size_t close = source_.find("*/", position_ + 2);
        open_comment_ = close == std::string_view::npos;
        position_ = open_comment_ ? source_.size() : close + 2;
      } else {
        return true;
      }
    }
    return false;
  }

  void read() {
    const char c = peek();
    if (c == '\'' || c == '"') return read_string(c);
    if (c == '`') return read_quoted_identifier(TokenKind::quoted_identifier);
    if (c == '$') return read_parameter();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return read_number();
    if (const CodePoint found = code_point(source_, position_); is_stray_symbol(found.value))
      return read_stray(found);
    if (is_name_start(c)) return read_name(TokenKind::identifier);
    read_symbol();
  }

  void read_stray(CodePoint found) {
    const std::string text(source_.substr(position_, found.length));
    position_ += found.length;
    bad("InvalidUnicodeCharacter",
        "the character `" + text + "` has no meaning here; signs are those of ASCII");
  }

  void read_name(TokenKind kind) {
    const std::size_t start = position_;
    while (!done() && is_name_part(peek()) && blank_length(source_, position_) == 0) {
      const CodePoint found = code_point(source_, position_);
      if (is_stray_symbol(found.value)) break;
      position_ += found.length;
    }
    token_.kind = kind;
    token_.text = source_.substr(start, position_ - start);
  }

  /// `a``b` is the name a`b.
  void read_quoted_identifier(TokenKind kind) {
    ++position_;
    token_.kind = kind;
    while (!done()) {
      if (peek() == '`' && peek(1) == '`') {
        token_.text += '`';
        position_ += 2;
      } else if (peek() == '`') {
        ++position_;
        return;
      } else {
        token_.text += source_[position_++];
      }
    }
    bad("UnexpectedSyntax", "a name in back-quotes is opened and never closed");
  }

  void read_parameter() {
    ++position_;
    if (peek() == '`') return read_quoted_identifier(TokenKind::parameter);
    if (!is_name_part(peek())) return bad("UnexpectedSyntax", "$ must be followed by a parameter's name");
    read_name(TokenKind::parameter);
  }

  void read_string(char quote) {
    ++position_;
    token_.kind = TokenKind::string;
    while (!done()) {
      const char c = source_[position_++];
      if (c == quote) return;
      if (c == '\\') {
        read_escape();
      } else {
        token_.text += c;
      }
    }
    bad("UnexpectedSyntax", "a string is opened and never closed");
  }

  void read_escape() {
    if (done()) return;
    const char c = source_[position_++];
    switch (c) {
      case 'b':
        token_.text += '\b';
        break;
      case 'f':
        token_.text += '\f';
        break;
      case 'n':
        token_.text += '\n';
        break;
      case 'r':
        token_.text += '\r';
        break;
      case 't':
        token_.text += '\t';
        break;
      case '\\':
      case '\'':
      case '"':
      case '`':
        token_.text += c;
        break;
      case 'u':
        read_unicode(4);
        break;
      case 'U':
        read_unicode(8);
        break;
      default:
        bad("InvalidUnicodeCharacter", std::string("\\") + c + " is no escape; write \\\\ for a backslash");
    }
  }

  bool read_hex(std::size_t digits, unsigned& code) {
    code = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (!is_hex(peek())) return false;
      code = code * 16 + hex_value(source_[position_++]);
    }
    return true;
  }

  void read_unicode(std::size_t digits) {
    unsigned code = 0;
    const auto refuse = [&] {
      bad("InvalidUnicodeLiteral", "\\" + std::string(digits == 4 ? "u" : "U") + " must be followed by " +
                                       std::to_string(digits) + " hexadecimal digits of a code point");
    };
    if (!read_hex(digits, code)) return refuse();
    if (code >= 0xD800 && code < 0xDC00 && peek() == '\\' && peek(1) == 'u') {
      position_ += 2;
      unsigned low = 0;
      if (!read_hex(4, low) || low < 0xDC00 || low > 0xDFFF) return refuse();
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return refuse();
    append_utf8(token_.text, code);
  }

  void read_number() {
    const std::size_t start = position_;
    if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X')) return read_based(start, 16);
    if (peek() == '0' && (peek(1) == 'o' || peek(1) == 'O')) return read_based(start, 8);
    bool floating = false;
    while (is_digit(peek())) ++position_;
    if (peek() == '.' && is_digit(peek(1))) {
      floating = true;
      ++position_;
      while (is_digit(peek())) ++position_;
    }
    if ((peek() | 0x20) == 'e' &&
        (is_digit(peek(1)) || ((peek(1) == '-' || peek(1) == '+') && is_digit(peek(2))))) {
      floating = true;
      position_ += 2;
      while (is_digit(peek())) ++position_;
    }
    if (is_name_part(peek())) return skip_bad_number(start);
    const std::string text(source_.substr(start, position_ - start));
    floating ? finish_float(text) : finish_integer(text, 10);
  }

  void read_based(std::size_t start, int base) {
    position_ += 2;
    const std::size_t digits = position_;
    while (base == 16 ? is_hex(peek()) : (peek() >= '0' && peek() <= '7')) ++position_;
    if (position_ == digits || is_name_part(peek())) return skip_bad_number(start);
    finish_integer(std::string(source_.substr(digits, position_ - digits)), base);
  }

  void skip_bad_number(std::size_t start) {
    while (is_name_part(peek())) ++position_;
    bad("InvalidNumberLiteral",
        "`" + std::string(source_.substr(start, position_ - start)) + "` is no number");
  }

  void finish_integer(const std::string& digits, int base) {
    errno = 0;
    token_.kind = TokenKind::integer;
    token_.text = digits;
    token_.magnitude = std::strtoull(digits.c_str(), nullptr, base);
    if (errno == ERANGE || token_.magnitude > (1ULL << 63))
      bad("IntegerOverflow", "the number does not fit into 64 bits");
  }

  void finish_float(const std::string& text) {
    token_.kind = TokenKind::floating;
    token_.text = text;
    token_.number = std::strtod(text.c_str(), nullptr);
    if (std::isinf(token_.number))
      bad("FloatingPointOverflow", "the number is beyond the range of 64-bit floats");
  }

  void read_symbol() {
    static constexpr std::array<std::string_view, 6> kPairs = {"..", "=~", "<>", "<=", ">=", "+="};
    token_.kind = TokenKind::symbol;
    for (const std::string_view pair : kPairs) {
      if (!source_.substr(position_).starts_with(pair)) continue;
      token_.text = pair;
      position_ += 2;
      return;
    }
    const char c = source_[position_++];
    token_.text = std::string(1, c);
    if (std::string_view("()[]{},;:.|&!%+-*/^=<>").find(c) == std::string_view::npos)
      bad("UnexpectedSyntax", "the character `" + token_.text + "` has no meaning here");
  }

  std::string_view source_;
  std::size_t position_ = 0;
  Token token_;
  std::vector<Token> tokens_;
  bool open_comment_ = false;
};

}  // namespace

std::vector<Token> tokenize(std::string_view source) { return Lexer(source).run(); }

bool is_closed(std::string_view source) { return Lexer(source).closed(); }

bool is_complete(std::string_view text) {
  if (!is_closed(text)) return false;
  const std::vector<Token> tokens = tokenize(text);
  if (tokens.size() < 2) return false;
  const Token& last = tokens[tokens.size() - 2];
  return last.kind == TokenKind::symbol && last.text == ";";
}

}  // namespace talentflow::query
