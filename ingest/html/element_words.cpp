#include "ingest/html/element_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "schema/table.hpp"

namespace talentflow::ingest::html {
namespace {

template <std::size_t Size>
bool among(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 46> kBlocks = {
    "address", "article", "aside",  "blockquote", "body",    "caption", "center",   "dd",
    "details", "dialog",  "dir",    "div",        "dl",      "dt",      "fieldset", "figcaption",
    "figure",  "footer",  "form",   "h1",         "h2",      "h3",      "h4",       "h5",
    "h6",      "head",    "header", "hr",         "html",    "li",      "main",     "menu",
    "nav",     "ol",      "p",      "pre",        "section", "summary", "table",    "tbody",
    "td",      "tfoot",   "th",     "thead",      "title",   "tr"};

constexpr std::array<std::string_view, 24> kNoText = {
    "script", "style",  "noscript", "template", "svg",    "math",   "iframe", "object",
    "embed",  "canvas", "audio",    "video",    "button", "select", "option", "input",
    "label",  "legend", "textarea", "map",      "nav",    "header", "footer", "aside"};

/// Words of the names of what surrounds a story.
constexpr std::array<std::string_view, 63> kFrameWords = {"ad",
                                                          "ads",
                                                          "advert",
                                                          "advertisement",
                                                          "adverts",
                                                          "banner",
                                                          "breadcrumb",
                                                          "breadcrumbs",
                                                          "byline",
                                                          "caption",
                                                          "comment",
                                                          "comments",
                                                          "consent",
                                                          "cookie",
                                                          "cookies",
                                                          "copyright",
                                                          "credit",
                                                          "disclaimer",
                                                          "disqus",
                                                          "footer",
                                                          "footnote",
                                                          "footnotes",
                                                          "gallery",
                                                          "gdpr",
                                                          "header",
                                                          "login",
                                                          "masthead",
                                                          "menu",
                                                          "meta",
                                                          "modal",
                                                          "nav",
                                                          "navbar",
                                                          "navigation",
                                                          "newsletter",
                                                          "outbrain",
                                                          "pager",
                                                          "pagination",
                                                          "paywall",
                                                          "popular",
                                                          "popup",
                                                          "promo",
                                                          "promotion",
                                                          "readnext",
                                                          "recirc",
                                                          "recirculation",
                                                          "recommendations",
                                                          "recommended",
                                                          "related",
                                                          "rail",
                                                          "share",
                                                          "sharing",
                                                          "sidebar",
                                                          "signup",
                                                          "social",
                                                          "sponsor",
                                                          "sponsored",
                                                          "subscribe",
                                                          "subscription",
                                                          "taboola",
                                                          "tags",
                                                          "toolbar",
                                                          "trending",
                                                          "widget"};

constexpr std::array<std::string_view, 6> kFrameRoles = {"navigation", "banner",        "contentinfo",
                                                         "search",     "complementary", "dialog"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Calls `visit` with each word of "c-related__list SideBar": related, list, ..; stops when it says true.
template <class Visit>
bool any_word(std::string_view names, Visit visit) {
  const std::string text = ascii_lower(names);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > at && visit(std::string_view(text).substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

bool names_frame(std::string_view names) {
  // "has-sidebar", "no-ads", "with-menu" speak of the whole page, not of the sidebar.
  bool of_something_else = false;
  return any_word(names, [&](std::string_view word) {
    if (word == "has" || word == "no" || word == "with" || word == "without" || word == "layout") {
      of_something_else = true;
      return false;
    }
    const bool frame = among(kFrameWords, word) && !of_something_else;
    of_something_else = false;
    return frame;
  });
}

bool names_body(std::string_view name) {
  constexpr std::array<std::string_view, 6> kWhose = {"article", "post", "entry", "story", "news", "page"};
  constexpr std::array<std::string_view, 4> kWhat = {"body", "content", "text", "copy"};
  bool whose = false, what = false;
  any_word(name, [&](std::string_view word) {
    whose = whose || among(kWhose, word);
    what = what || among(kWhat, word) || word == "articlebody" || word == "postcontent";
    if (word == "articlebody" || word == "postcontent" || word == "artibody") whose = what = true;
    return false;
  });
  return whose && what && !names_frame(name);
}

}  // namespace

bool is_block(std::string_view element) { return among(kBlocks, element); }

bool is_frame(std::string_view element, const HtmlAttributes& attributes) {
  if (among(kNoText, element) || attributes.has("hidden")) return true;
  if (ascii_lower(attributes["aria-hidden"]) == "true") return true;
  if (const auto role = ascii_lower(attributes["role"]); among(kFrameRoles, role)) return true;
  const std::string style = ascii_lower(attributes["style"]);
  return style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos;
}

bool looks_like_frame(std::string_view element, const HtmlAttributes& attributes) {
  if (element == "html" || element == "body" || element == "main" || element == "article") return false;
  if (element == "form" || element == "figcaption" || element == "menu" || element == "dialog") return true;
  return names_frame(attributes["class"]) || names_frame(attributes["id"]);
}

bool is_main(std::string_view element, const HtmlAttributes& attributes) {
  return element == "main" || element == "article" || ascii_lower(attributes["role"]) == "main";
}

bool is_article_body(const HtmlAttributes& attributes) {
  if (ascii_lower(attributes["itemprop"]) == "articlebody") return true;
  const std::string_view names = attributes["class"];
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end = std::min(names.find(' ', at), names.size());
    if (names_body(names.substr(at, end - at))) return true;
    at = end + 1;
  }
  return names_body(attributes["id"]);
}

}  // namespace talentflow::ingest::html
