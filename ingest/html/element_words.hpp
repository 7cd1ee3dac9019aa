// What elements are, by their names, their attributes and the words of their classes.
#pragma once

#include <string_view>

#include "ingest/html/html_events.hpp"

namespace talentflow::ingest::html {

/// Breaks the line: its text is a block of its own.
bool is_block(std::string_view element);
/// Its content is no text of the page, or it marks itself as the page's frame.
bool is_frame(std::string_view element, const HtmlAttributes& attributes);
/// Names itself like a frame: class or id with a word such as "related", "newsletter", "cookie"; forms.
bool looks_like_frame(std::string_view element, const HtmlAttributes& attributes);
/// <main>, <article>, role "main".
bool is_main(std::string_view element, const HtmlAttributes& attributes);
/// What a page calls the body of its article: itemprop articleBody, classes such as "post-content".
bool is_article_body(const HtmlAttributes& attributes);

}  // namespace talentflow::ingest::html
