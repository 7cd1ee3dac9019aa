// The header lines make the source; the story goes through the rules of ingest/text. A line that begins with
// a date and two blanks ("2026-05-18  Blue bought by ..") is an item of its own, published on that day.
#include "ingest/news/news.hpp"

#include <algorithm>

#include "ingest/news/story.hpp"
#include "ingest/text/evidence.hpp"
#include "ingest/text/page_adapter.hpp"
#include "ingest/text/page_day.hpp"
#include "ingest/text/page_records.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest {
namespace {

using namespace text;

std::string_view line_at(std::string_view text, std::size_t begin) {
  auto line = text.substr(begin, text.find('\n', begin) - begin);
  while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  return line;
}

/// What stands above the story.
struct Header {
  std::string url;
  Date published;
  std::string title;
  std::size_t end = 0;  ///< offset of the story
};

Header header_of(std::string_view text) {
  Header out;
  std::size_t begin = 0;
  for (int lines = 0; lines < 6 && begin < text.size(); ++lines) {
    const auto line = line_at(text, begin);
    const std::string lower = ascii_lower(line);
    if (lower.starts_with("http://") || lower.starts_with("https://"))
      out.url = std::string(line);
    else if (lower.starts_with("published:")) {
      const auto value = line.substr(std::string_view("published:").size());
      if (auto date = parse_date(value.substr(std::min(value.find_first_not_of(' '), value.size()))))
        out.published = *date;
    } else if (lower.starts_with("title:")) {
      out.title = std::string(line.substr(6));
    } else if (!line.empty()) {
      break;
    }
    begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
    out.end = begin;
  }
  return out;
}

std::vector<Record> read_news(const std::string& text, const std::string&, const Lexicon& lexicon) {
  const Header header = header_of(text);
  std::string prose = without_boilerplate(text);
  std::fill_n(prose.begin(), header.end, ' ');
  for (std::size_t i = 0; i < header.end && i < text.size(); ++i)
    if (text[i] == '\n') prose[i] = '\n';  // lines keep their numbers
  Page page;
  page.id = page_id(text);
  page.published = header.published.known() ? header.published : latest_day(prose);
  if (!header.url.empty()) {
    const auto addresses = addresses_of(header.url);
    if (!addresses.empty()) page.properties = source_of(addresses.front()).properties;
    page.id = "page/" + page_id(header.url).substr(5);
  } else {
    page.properties.emplace_back("source_class", Value("outlet"));
  }
  if (!header.title.empty()) page.properties.emplace_back("title", Value(header.title));
  page.properties.emplace_back("published", Value(date_text(page.published)));
  const Document document(prose, page.published, lexicon);
  PageRecords records(document, std::move(page));
  add_story_claims(document, records);
  return records.take();
}

}  // namespace

int sniff_news(std::string_view, std::string_view head) {
  const auto first = line_at(head, 0);
  const bool address = first.starts_with("http://") || first.starts_with("https://");
  const bool published =
      head.substr(0, 2000).find("\npublished:") != std::string_view::npos || head.starts_with("published:");
  return address && published ? 85 : address || published ? 40 : 0;
}

int order_news(std::string_view, std::string_view) { return 3; }

Result<std::unique_ptr<Adapter>> open_news(AdapterInput input) {
  return open_page(std::move(input), read_news);
}

}  // namespace talentflow::ingest
