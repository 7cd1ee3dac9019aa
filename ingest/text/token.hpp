// Text into sentences and sentences into tokens, with the offsets of both in the document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace talentflow::ingest::text {

struct Token {
  enum class Kind { word, number, punctuation, url };
  std::string_view text;   ///< into the document
  std::string lower;       ///< ASCII lower case, typographic quotes made plain
  std::size_t offset = 0;  ///< of the first byte, in the document
  Kind kind = Kind::word;
  bool capital = false;  ///< begins with an upper-case letter (accented ones included)

  bool lowered = false;  ///< its capital is only the headline's

  bool is(std::string_view word) const { return lower == word; }
  std::size_t end() const { return offset + text.size(); }
};

struct Sentence {
  std::string_view text;
  std::size_t offset = 0;
  std::size_t line = 0;  ///< 1-based line of the document
  std::vector<Token> tokens;
  bool truncated = false;  ///< ends in "...": the page cut it off
};

/// Sentences of a document. A line end always ends a sentence; within a line ". ", "! ", "? " and their
/// Chinese forms do, but not after an abbreviation, an initial or inside an address. The views point into
/// `document`.
std::vector<Sentence> split_sentences(std::string_view document);

/// "Acme's" gives two tokens, "-22%" three ("-22", "%" and nothing else), "$2B" two ("$", "2B").
std::vector<Token> tokenize(std::string_view text, std::size_t offset);

}  // namespace talentflow::ingest::text
