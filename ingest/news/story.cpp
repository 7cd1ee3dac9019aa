#include "ingest/news/story.hpp"

#include <algorithm>

#include "ingest/sources/common/reading.hpp"
#include "ingest/text/evidence.hpp"
#include "ingest/text/page_day.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest {
namespace {

/// Title and lines as one text, and for each of its lines where it stands in the input.
struct Prose {
  std::string text;
  std::vector<std::uint64_t> lines;
};

Prose prose_of(const Story& story) {
  Prose out;
  const auto add = [&](const std::string& text, std::uint64_t line) {
    if (text.empty()) return;
    out.text += text;
    out.text += '\n';
    out.lines.push_back(line);
  };
  add(story.title, story.lines.empty() ? 1 : story.lines.front().line);
  for (const auto& line : story.lines)
    if (line.text != story.title) add(line.text, line.line);
  return out;
}

Date day_of(const Story& story, const std::string& prose) {
  if (const auto stated = parse_date(story.published); !story.published.empty() && stated) return *stated;
  return text::latest_day(prose);
}

}  // namespace

void add_story_claims(const text::Document& document, text::PageRecords& records) {
  for (const auto& claim : text::extract_claims(document))
    if (claim.rule != "owner-of-unit") records.add_claim(claim);
}

std::string story_source_id(const Story& story) {
  if (!story.key.empty()) return text::page_id(story.key);
  return text::page_id(prose_of(story).text);
}

Properties story_properties(const Story& story, const Date& published) {
  Properties out;
  if (const auto addresses = text::addresses_of(story.url); !addresses.empty())
    out = text::source_of(addresses.front()).properties;
  else
    out.emplace_back("source_class", Value("outlet"));
  if (!story.publisher.empty()) {
    const auto stated = std::find_if(out.begin(), out.end(),
                                     [](const auto& property) { return property.first == "publisher"; });
    if (stated == out.end())
      out.emplace_back("publisher", Value(story.publisher));
    else
      stated->second = Value(story.publisher);
  }
  for (auto& [key, value] : out)
    if (key == "source_class" && !story.source_class.empty()) value = Value(story.source_class);
  add_property(out, "title", story.title);
  if (published.known()) add_property(out, "published", text::date_text(published));
  add_property(out, "language", story.language);
  add_property(out, "author", story.author);
  out.insert(out.end(), story.further.begin(), story.further.end());
  return out;
}

std::vector<Record> story_records(const Story& story, const Lexicon& lexicon) {
  const Prose prose = prose_of(story);
  const std::string text = text::without_boilerplate(prose.text);
  text::Page page;
  page.published = day_of(story, text);
  page.id = story_source_id(story);
  page.properties = story_properties(story, page.published);
  const text::Document document(text, page.published, lexicon);
  text::PageRecords records(document, std::move(page));
  add_story_claims(document, records);
  std::vector<Record> out = records.take();
  for (auto& record : out) {
    const bool placed = record.line >= 1 && record.line <= prose.lines.size();
    record.line = placed ? prose.lines[record.line - 1] : 1;
    if (const auto* claim = std::get_if<ClaimRecord>(&record.content)) record.raw = claim->locator;
  }
  return out;
}

}  // namespace talentflow::ingest
