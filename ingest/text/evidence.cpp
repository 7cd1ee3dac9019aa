#include "ingest/text/evidence.hpp"

#include <algorithm>
#include <array>

#include "ingest/text/page_records.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// How the page names where it found an address.
constexpr std::array<std::string_view, 7> kTags = {"web",    "edgar",  "news", "filing",
                                                   "search", "social", "api"};

std::string_view tag_of(std::string_view url) {
  for (const auto tag : kTags)
    if (url.size() > tag.size() && url.ends_with(tag)) return tag;
  return {};
}

Address take_apart(std::string url, std::string tag) {
  Address out;
  out.tag = std::move(tag);
  const auto scheme = url.find("://");
  const auto host_begin = scheme == std::string::npos ? 0 : scheme + 3;
  const auto path_begin = std::min(url.find_first_of("/?#", host_begin), url.size());
  out.host = ascii_lower(url.substr(host_begin, path_begin - host_begin));
  if (out.host.starts_with("www.")) out.host.erase(0, 4);
  const auto query_begin = std::min(url.find('?', path_begin), url.size());
  out.path = url.substr(path_begin, query_begin - path_begin);
  std::string_view query = std::string_view(url).substr(query_begin);
  while (!query.empty()) {
    query.remove_prefix(1);
    const auto part = query.substr(0, query.find('&'));
    const auto equals = part.find('=');
    if (equals != std::string_view::npos)
      out.query.emplace_back(part.substr(0, equals), part.substr(equals + 1));
    query.remove_prefix(part.size());
  }
  out.url = std::move(url);
  return out;
}

/// "20260615" -> "2026-06-15".
std::optional<std::string> day_of(std::string_view digits) {
  if (digits.size() != 8 ||
      !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  std::string out = std::string(digits.substr(0, 4)) + "-" + std::string(digits.substr(4, 2)) + "-" +
                    std::string(digits.substr(6));
  if (!parse_date(out)) return std::nullopt;
  return out;
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : ascii_lower(text))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  return out;
}

}  // namespace

std::string_view Address::parameter(std::string_view name) const {
  for (const auto& [key, value] : query)
    if (key == name) return value;
  return {};
}

std::vector<Address> addresses_of(std::string_view text) {
  struct Found {
    std::string url;
    std::string tag;
    std::size_t line;
  };
  std::vector<Found> found;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    ++number;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    const auto at = line.find("http");
    if (at == std::string_view::npos || at > 4)
      continue;  // "- http..", "* http..": an address alone on its line
    const auto rest = line.substr(at);
    if (!rest.starts_with("http://") && !rest.starts_with("https://")) continue;
    const auto blank = rest.find(' ');
    found.push_back({std::string(rest.substr(0, blank)),
                     blank == std::string_view::npos ? "" : std::string(rest.substr(blank + 1)), number});
  }
  const bool tagged = !found.empty() && std::all_of(found.begin(), found.end(), [](const Found& item) {
    return item.tag.empty() && !tag_of(item.url).empty();
  });
  std::vector<Address> out;
  for (auto& item : found) {
    if (tagged) {
      item.tag = std::string(tag_of(item.url));
      item.url.resize(item.url.size() - item.tag.size());
    }
    out.push_back(take_apart(std::move(item.url), std::move(item.tag)));
    out.back().line = item.line;
  }
  return out;
}

std::string_view source_class_of(const Address& address) {
  const bool government = address.host.ends_with(".gov") || address.host.find(".gov.") != std::string::npos;
  const bool exchange = address.host.find("exchange") != std::string::npos ||
                        !address.parameter("stock_id").empty() || !address.parameter("cik").empty() ||
                        !address.parameter("CIK").empty();
  if (government || exchange || address.tag == "edgar" || address.tag == "filing") return "filing";
  const std::string path = ascii_lower(address.path);
  const bool investors = address.host.starts_with("ir.") || address.host.starts_with("investor") ||
                         path.find("/ir/") != std::string::npos || path.ends_with("/ir") ||
                         path.find("investor") != std::string::npos;
  if (investors) return "company";
  return address.tag == "social" ? "social" : "outlet";
}

std::optional<std::pair<std::string, std::string>> search_days(const Address& address) {
  const auto from = day_of(address.parameter("from_date"));
  const auto to = day_of(address.parameter("to_date"));
  if (!from || !to) return std::nullopt;
  return std::pair{*from, *to};
}

bool host_of_publisher(std::string_view host, std::string_view publisher) {
  const std::string_view without_suffix = host.substr(0, host.rfind('.'));
  const auto dot = without_suffix.rfind('.');
  const std::string label =
      squeezed(dot == std::string_view::npos ? without_suffix : without_suffix.substr(dot + 1));
  if (label.size() < 4) return squeezed(publisher) == label && !label.empty();
  // the whole name, or its leading words: "12ab" is "12Ab Europe"
  for (auto end = publisher.size(); end != std::string_view::npos && end > 0;
       end = publisher.rfind(' ', end - 1)) {
    const std::string name = squeezed(publisher.substr(0, end));
    if (name == label || "the" + name == label || name == "the" + label) return true;
  }
  return false;
}

SourceRecord source_of(const Address& address) {
  SourceRecord out;
  out.id = "s/" + address.host + "/" + page_id(address.url).substr(5, 8);
  out.properties.emplace_back("url", Value(address.url));
  out.properties.emplace_back("publisher", Value(address.host));
  out.properties.emplace_back("source_class", Value(std::string(source_class_of(address))));
  if (const auto days = search_days(address)) out.properties.emplace_back("published", Value(days->second));
  return out;
}

}  // namespace talentflow::ingest::text
