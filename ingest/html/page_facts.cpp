#include "ingest/html/page_facts.hpp"

#include <algorithm>
#include <array>

#include "ingest/sources/common/reading.hpp"
#include "ingest/text/evidence.hpp"

namespace talentflow::ingest::html {
namespace {

constexpr int kDeepest = 32;

bool is_article(const JsonView& object) {
  constexpr std::array<std::string_view, 8> kTypes = {
      "Article",         "NewsArticle",        "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle",
      "LiveBlogPosting", "SocialMediaPosting", "TechArticle"};
  for (const auto& type : object["@type"].one_or_many())
    if (std::find(kTypes.begin(), kTypes.end(), last_segment(type.text())) != kTypes.end()) return true;
  return false;
}

/// The first object that `wanted` takes, wherever it nests.
template <class Wanted>
JsonView find_object(const JsonView& value, Wanted wanted, int depth = 0) {
  if (depth > kDeepest) return {};
  if (value.is_array())
    for (const auto& each : value.items())
      if (auto found = find_object(each, wanted, depth + 1); found.exists()) return found;
  if (!value.is_object()) return {};
  if (wanted(value)) return value;
  for (const auto& [key, child] : value.fields())
    if (auto found = find_object(child, wanted, depth + 1); found.exists()) return found;
  return {};
}

template <class Wanted>
JsonView find_object(const std::vector<JsonView>& roots, Wanted wanted) {
  for (const auto& root : roots)
    if (auto found = find_object(root, wanted); found.exists()) return found;
  return {};
}

/// A name given as text, as an object, or as a reference to an object elsewhere on the page.
std::string name_of(const JsonView& value, const std::vector<JsonView>& roots) {
  for (const auto& each : value.one_or_many()) {
    if (each.is_string()) return std::string(trimmed(each.text()));
    if (const auto name = each["name"].one_or_many(); !name.empty() && name[0].is_string())
      return std::string(trimmed(name[0].text()));
    const auto id = each["@id"].text();
    if (id.empty()) continue;
    const auto target = find_object(roots, [id](const JsonView& object) {
      return object["@id"].text() == id && object["name"].is_string();
    });
    if (target.exists()) return std::string(trimmed(target["name"].text()));
  }
  return {};
}

std::string id_of(const JsonView& value) {
  for (const auto& each : value.one_or_many()) {
    if (each.is_string()) return std::string(each.text());
    if (!each["@id"].text().empty()) return std::string(each["@id"].text());
  }
  return {};
}

bool absolute(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

std::string day_of(std::string_view text) {
  if (auto day = day_of_time(text); !day.empty()) return day;
  const auto date = loose_date(text);
  return date && !date->empty() && date->find_first_of("[.~") == std::string::npos ? *date : std::string();
}

/// "/2026/03/02/" in an address: the day by which many sites file their stories.
std::string day_in_address(std::string_view url) {
  const auto parts = split(url, '/');
  for (std::size_t i = 3; i + 3 < parts.size(); ++i)
    if (parts[i].size() == 4 && parts[i + 1].size() == 2 && parts[i + 2].size() == 2)
      if (const auto day = edtf_of(parts[i], parts[i + 1], parts[i + 2]); day && !day->empty()) return *day;
  return {};
}

std::string published_day(const HtmlPage& page, const JsonView& article, std::string_view url) {
  for (const std::string_view key : {"datePublished", "dateCreated", "dateModified"})
    if (auto day = day_of(article[key].text()); !day.empty()) return day;
  for (const auto name : {"article:published_time",
                          "og:article:published_time",
                          "article:published",
                          "datepublished",
                          "parsely-pub-date",
                          "sailthru.date",
                          "citation_publication_date",
                          "citation_date",
                          "citation_online_date",
                          "dc.date.issued",
                          "dcterms.issued",
                          "dc.date",
                          "dcterms.date",
                          "dcterms.created",
                          "publishdate",
                          "publish-date",
                          "publish_date",
                          "publication_date",
                          "pubdate",
                          "date",
                          "weibo:article:create_at",
                          "article.published",
                          "datecreated"})
    if (auto day = day_of(page.said({name})); !day.empty()) return day;
  for (const auto& time : page.times)
    if (auto day = day_of(time); !day.empty()) return day;
  if (auto day = day_in_address(url); !day.empty()) return day;
  return day_of(page.said({"article:modified_time", "og:updated_time", "last-modified"}));
}

std::string address_of(const HtmlPage& page, const JsonView& article) {
  const std::string base = page.base.empty() ? page.saved_from : page.base;
  for (const std::string& candidate :
       {page.canonical, std::string(page.said({"og:url"})), id_of(article["mainEntityOfPage"]),
        std::string(article["url"].text()), page.saved_from,
        std::string(page.said({"twitter:url", "dc.identifier"}))})
    if (auto url = resolved_address(candidate, base); !url.empty() && !host_of(url).empty())
      return plain_address(url);
  return {};
}

std::string publisher_of(const HtmlPage& page, const JsonView& article,
                         const std::vector<JsonView>& linked_data, std::string_view host) {
  for (const std::string_view key : {"publisher", "sourceOrganization"})
    if (auto name = name_of(article[key], linked_data); !name.empty()) return name;
  if (const auto name =
          page.said({"og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher",
                     "article:publisher_name", "application-name", "apple-mobile-web-app-title"});
      !name.empty() && !absolute(name))
    return std::string(name);
  const auto site = find_object(linked_data, [](const JsonView& object) {
    return object["@type"].text() == "WebSite" && object["name"].is_string();
  });
  if (site.exists()) return std::string(trimmed(site["name"].text()));
  return site_in_title(page.title, host);
}

bool is_type(const JsonView& object, std::string_view type) {
  for (const auto& each : object["@type"].one_or_many())
    if (last_segment(each.text()) == type) return true;
  return false;
}

/// Whose page it is, where nobody reports on it: a person's that names no other publisher, an organisation's
/// that lists its people and has the page's host.
std::string class_of_page(const std::vector<JsonView>& linked_data, std::string_view publisher,
                          std::string_view host) {
  const auto organisation = find_object(linked_data, [](const JsonView& object) {
    return !object["employee"].is_null() || !object["employees"].is_null() || !object["founder"].is_null() ||
           !object["founders"].is_null() || !object["member"].is_null();
  });
  if (organisation.exists())
    return text::host_of_publisher(host, name_of(organisation["name"], {})) ? "company" : "";
  const auto person =
      find_object(linked_data, [](const JsonView& object) { return is_type(object, "Person"); });
  const bool own = person.exists() && (publisher.empty() || publisher == name_of(person["name"], {}));
  return own ? "self" : "";
}

/// Calls `visit` with each part of "A - B | C", and where it begins.
template <class Visit>
void each_part(std::string_view title, Visit visit) {
  constexpr std::array<std::string_view, 8> kCuts = {" - ",        " | ",  " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                                     " \xC2\xBB ", " :: ", " \xC2\xB7 ",     "_"};
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= title.size();) {
    std::size_t cut = at == title.size() ? 1 : 0;
    for (const auto mark : kCuts)
      if (title.substr(at).starts_with(mark)) cut = mark.size();
    if (cut == 0) {
      ++at;
      continue;
    }
    visit(trimmed(title.substr(begin, at - begin)));
    at += cut;
    begin = at;
  }
}

}  // namespace

std::string plain_address(std::string_view url) {
  url = trimmed(url);
  url = url.substr(0, url.find('#'));
  const auto query = url.find('?');
  if (query == std::string_view::npos) return std::string(url);
  std::string out(url.substr(0, query));
  char mark = '?';
  for (const auto part : split(url.substr(query + 1), '&')) {
    const bool campaign =
        part.starts_with("utm_") || part.starts_with("fbclid=") || part.starts_with("gclid=");
    if (part.empty() || campaign) continue;
    out += mark;
    out += part;
    mark = '&';
  }
  return out;
}

std::string site_in_title(std::string_view title, std::string_view host) {
  std::string out;
  if (host.empty()) return out;
  each_part(title, [&](std::string_view part) {
    if (part.size() <= 2 || part.size() >= 60 || !text::host_of_publisher(host, part)) return;
    // "Blue AI news" of blue-ai.example is "Blue AI": the fewest leading words that the host stands for.
    for (auto end = part.find(' '); end != std::string_view::npos; end = part.find(' ', end + 1))
      if (text::host_of_publisher(host, part.substr(0, end))) {
        out = part.substr(0, end);
        return;
      }
    out = part;
  });
  return out;
}

std::string without_site(std::string_view title, std::string_view site) {
  std::string_view last;
  std::size_t parts = 0;
  each_part(title, [&](std::string_view part) {
    last = part;
    ++parts;
  });
  if (parts < 2 || site.empty() || lower(last) != lower(site)) return std::string(trimmed(title));
  const auto end = static_cast<std::size_t>(last.data() - title.data());
  auto rest = trimmed(title.substr(0, end));
  for (const std::string_view mark :
       {"-", "|", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xBB", "::", "\xC2\xB7", "_"})
    if (rest.ends_with(mark)) return std::string(trimmed(rest.substr(0, rest.size() - mark.size())));
  return std::string(rest);
}

PageFacts facts_of(const HtmlPage& page, const std::vector<JsonView>& linked_data) {
  const JsonView article = find_object(linked_data, is_article);
  PageFacts out;
  out.url = address_of(page, article);
  const std::string host = host_of(out.url);
  out.publisher = publisher_of(page, article, linked_data, host);
  out.published = published_day(page, article, out.url);
  if (!article.exists()) out.source_class = class_of_page(linked_data, out.publisher, host);
  for (const std::string& title :
       {std::string(article["headline"].text()), std::string(page.said({"og:title", "twitter:title"})),
        page.heading, page.title})
    if (out.title.empty()) out.title = without_site(title, out.publisher);
  out.language = page.language;
  out.author = name_of(article["author"], linked_data);
  if (out.author.empty())
    out.author = page.said({"author", "article:author", "citation_author", "dc.creator"});
  if (absolute(out.author)) out.author.clear();
  return out;
}

}  // namespace talentflow::ingest::html
