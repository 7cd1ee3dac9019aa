// What a page says of itself: title, address, day, publisher, language, author. Said by JSON-LD, by <meta>,
// or by the page's elements; the surest first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/html_page.hpp"
#include "ingest/sources/json/json_view.hpp"

namespace talentflow::ingest::html {

struct PageFacts {
  std::string title;
  std::string url;  ///< absolute, without fragment and marks of campaigns; empty when the page gives none
  std::string published;  ///< EDTF; empty when unknown
  std::string publisher;  ///< empty when the page names none
  std::string language;
  std::string author;
  /// "self" of a person's own page, "company" of an organisation's, both by JSON-LD; empty otherwise.
  std::string source_class;
};

/// `linked_data`: the page's JSON-LD, parsed.
PageFacts facts_of(const HtmlPage& page, const std::vector<JsonView>& linked_data);

/// Without "#part" and "utm_source=..": the same page by the same name, whoever links to it.
std::string plain_address(std::string_view url);

/// The part of a title in which a site names itself: of "Story - Daily Planet" and the host
/// "dailyplanet.example" the words "Daily Planet"; empty when no part belongs to the host.
std::string site_in_title(std::string_view title, std::string_view host);

/// "Story - Daily Planet" without the site's name at its end.
std::string without_site(std::string_view title, std::string_view site);

}  // namespace talentflow::ingest::html
