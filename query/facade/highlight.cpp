// Keywords are no tokens of the language, every word may be a name: what a word most likely is, is told by
// its neighbours. A guess that is wrong costs a colour.
#include "query/facade/highlight.hpp"

#include <string>
#include <vector>

#include "query/facade/words.hpp"
#include "query/language/aggregates.hpp"
#include "query/language/functions.hpp"
#include "query/language/lexer.hpp"

namespace talentflow::query {
namespace {

class Highlighter {
 public:
  explicit Highlighter(std::string_view text) : text_(text), tokens_(tokenize(text)) {}

  SideTable run() {
    std::size_t end = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      add_comments(end, token.place.begin);
      end = token.place.end;
      if (token.kind != TokenKind::end) add(token.place.begin, token.place.end, kind_of(i));
      follow_brackets(token);
    }
    add_comments(end, text_.size());
    return std::move(table_);
  }

 private:
  void add(std::size_t begin, std::size_t end, std::string_view kind) {
    if (begin < end)
      table_.rows.push_back(
          {static_cast<std::int64_t>(begin), static_cast<std::int64_t>(end - begin), std::string(kind)});
  }

  /// Whatever stands between two tokens and is not blank.
  void add_comments(std::size_t begin, std::size_t end) {
    const std::size_t first = text_.substr(0, end).find('/', begin);
    if (first != std::string_view::npos) add(first, end, "comment");
  }

  bool is_symbol(std::size_t i, std::string_view symbols) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::symbol &&
           symbols.find(tokens_[i].text) != std::string_view::npos;
  }

  void follow_brackets(const Token& token) {
    if (token.kind != TokenKind::symbol || token.text.size() != 1) return;
    const char c = token.text[0];
    if (c == '(' || c == '[' || c == '{') open_ += c;
    if ((c == ')' || c == ']' || c == '}') && !open_.empty()) open_.pop_back();
  }

  std::string_view kind_of(std::size_t i) const {
    switch (tokens_[i].kind) {
      case TokenKind::string:
        return "string";
      case TokenKind::integer:
      case TokenKind::floating:
        return "number";
      case TokenKind::parameter:
        return "parameter";
      case TokenKind::symbol:
        return "symbol";
      case TokenKind::bad:
        // A string that is being typed is not closed yet.
        return text_[tokens_[i].place.begin] == '\'' || text_[tokens_[i].place.begin] == '"' ? "string"
                                                                                             : "bad";
      default:
        return word(i);
    }
  }

  std::string_view word(std::size_t i) const {
    const bool map = !open_.empty() && open_.back() == '{';
    if (i > 0 && is_symbol(i - 1, ".")) return is_symbol(i + 1, "(") ? "function" : "key";
    if (map && is_symbol(i + 1, ":")) return "key";
    if (i > 0 && !map && is_symbol(i - 1, ":|&!")) return "label";
    if (tokens_[i].kind == TokenKind::quoted_identifier) return "name";
    const std::string& text = tokens_[i].text;
    const bool calls = is_symbol(i + 1, "(") || (is_symbol(i + 1, ".") && is_symbol(i + 3, "("));
    if (calls && (find_function(text) != nullptr || find_aggregator(text) != nullptr)) return "function";
    return is_keyword(text) ? "keyword" : "name";
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::string open_;  ///< brackets
  SideTable table_{"tokens", {"begin", "length", "kind"}, {}};
};

}  // namespace

SideTable token_table(std::string_view text) { return Highlighter(text).run(); }

}  // namespace talentflow::query
