// A page of HTML as its blocks of text (a paragraph, a heading, a list item, a cell) and what it says of
// itself.
//
// What is no text of the page is left out while reading: script, style, forms' fields, and what the page
// itself marks as its frame (nav, header, footer, aside, what is hidden). What only looks like a frame, by
// the words of its class, is kept and marked: story_blocks.hpp decides.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/result.hpp"

namespace talentflow::ingest::html {

struct Block {
  std::string text;            ///< one line: white space is single blanks
  std::uint64_t line = 0;      ///< of the page at which it begins
  std::size_t link_bytes = 0;  ///< of the text that stand in links
  std::uint32_t article = 0;   ///< number of the outermost <article> around it; 0: none
  bool main = false;           ///< within <main>, <article> or what the page calls its main part
  bool body = false;           ///< within what the page calls the article's body
  bool suspect = false;        ///< within what is named like a frame: "related", "newsletter", a form
  bool heading = false;        ///< h1 to h6
};

struct Script {
  std::string text;
  std::uint64_t line = 0;
};

struct HtmlPage {
  std::vector<Block> blocks;
  std::vector<std::pair<std::string, std::string>> meta;  ///< name or property in lower case, content
  std::string title;                                      ///< of <title>
  std::string heading;                                    ///< the first h1, also within a header
  std::string canonical;                                  ///< <link rel=canonical>
  std::string base;                                       ///< <base href>
  std::string saved_from;                                 ///< the address a browser wrote into a saved page
  std::string language;                                   ///< of <html lang>
  std::vector<std::string> times;                         ///< <time datetime>, those of the article first
  std::vector<Script> linked_data;                        ///< <script type="application/ld+json">

  /// The content of the first of these names that the page gives; empty when it gives none.
  std::string_view said(std::initializer_list<std::string_view> names) const;
};

/// Reads a page or a fragment of one. Result: as much of the page as there is; `problem` is set where it ends
/// early (read_html).
struct ParsedPage {
  HtmlPage page;
  std::string problem;
  std::uint64_t problem_line = 0;
};
ParsedPage parse_page(std::string_view utf8);

/// The text of a fragment, a block a line.
std::string text_of(std::string_view fragment);

}  // namespace talentflow::ingest::html
