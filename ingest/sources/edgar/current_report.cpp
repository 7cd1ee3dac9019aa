// Items begin at a line "Item 5.02 ..", alone or before their title, and end at the next such line or at the
// signatures. The number may stand apart from the word ("Item" in one cell, "5.02" in the next).
#include "ingest/sources/edgar/current_report.hpp"

#include <algorithm>

#include "ingest/html/html_page.hpp"
#include "ingest/html/utf8_page.hpp"
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/edgar/edgar.hpp"

namespace talentflow::ingest::edgar {
namespace {

bool is_html(std::string_view document) {
  const std::string begin = lower(document.substr(0, 4096));
  return begin.find("<html") != std::string::npos || begin.find("<body") != std::string::npos ||
         begin.find("<div") != std::string::npos || begin.find("<p ") != std::string::npos ||
         begin.find("<p>") != std::string::npos;
}

/// Paragraphs of text whose lines were broken to fit a printer; lines of tags ("<PAGE>") are none.
std::vector<Line> plain_lines(std::string_view document) {
  std::vector<Line> out;
  bool open = false;
  std::uint64_t number = 0;
  for (auto line : split(document, '\n')) {
    ++number;
    line = trimmed(line);
    if (line.empty() || line.front() == '<') {
      open = false;
      continue;
    }
    if (!open || lower(line.substr(0, 5)) == "item ") out.push_back({"", number});
    std::string& text = out.back().text;
    if (!text.empty()) text += ' ';
    text += line;
    open = true;
  }
  return out;
}

/// The number of the item that a line begins ("5.02"), or "".
std::string_view item_number(std::string_view line) {
  if (lower(line.substr(0, 4)) != "item") return {};
  auto rest = trimmed(line.substr(4));
  if (rest.size() < 4 || rest[1] != '.' || rest[0] < '1' || rest[0] > '9') return {};
  const bool ends = rest.size() == 4 || rest[4] < '0' || rest[4] > '9';
  return rest[2] >= '0' && rest[2] <= '9' && rest[3] >= '0' && rest[3] <= '9' && ends ? rest.substr(0, 4)
                                                                                      : std::string_view();
}

bool is_signature(std::string_view line) {
  std::string word = lower(line);
  std::erase(word, ' ');
  return word.starts_with("signature") && word.size() < 14;
}

/// "Item" alone in its cell belongs to the number in the next.
std::vector<Line> with_joined_cells(std::vector<Line> lines) {
  std::vector<Line> out;
  bool open = false;
  for (auto& line : lines) {
    if (open) {
      out.back().text += " " + line.text;
      open = false;
      continue;
    }
    open = lower(line.text) == "item";
    out.push_back(std::move(line));
  }
  return out;
}

/// The text of all its parts; where a list of contents names the item too, that part is one line.
void cut_item(const std::vector<Line>& lines, CurrentReport& out) {
  bool inside = false;
  for (const auto& line : lines) {
    const auto number = item_number(line.text);
    if (!number.empty()) inside = number == "5.02";
    if (is_signature(line.text)) inside = false;
    if (!inside) continue;
    if (out.item_502.empty()) out.line = line.number;
    out.item_502 += line.text;
    out.item_502 += '\n';
  }
}

/// The value of a cover page's fact in inline XBRL, its tags left out.
std::string cover_fact(std::string_view document, std::string_view name) {
  const std::string mark = "\"dei:" + std::string(name) + "\"";
  const auto at = document.find(mark);
  const auto open = at == std::string_view::npos ? at : document.find('>', at);
  if (open == std::string_view::npos) return {};
  const auto close = std::min(document.find("</ix:", open), document.size());
  return html::text_of(document.substr(open + 1, std::min<std::size_t>(close - open - 1, 1000)));
}

std::string exact_name(const std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size() && i < 120; ++i) {
    const std::string text = lower(lines[i].text);
    const auto at = text.find("(exact name");
    if (at == std::string::npos) continue;
    if (const auto before = trimmed(std::string_view(lines[i].text).substr(0, at)); !before.empty())
      return std::string(before);
    if (i > 0) return lines[i - 1].text;
  }
  return {};
}

/// The first date on the line that names the report's date, or on one of the two beside it.
std::string report_day(const std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size() && i < 120; ++i) {
    const std::string text = lower(lines[i].text);
    const auto mark = text.find("earliest event reported");
    if (mark == std::string::npos) continue;
    const auto colon = lines[i].text.find_first_of(":)", mark);
    std::vector<std::string_view> places;
    if (colon != std::string::npos) places.push_back(std::string_view(lines[i].text).substr(colon));
    if (i + 1 < lines.size()) places.push_back(lines[i + 1].text);
    if (i > 0) places.push_back(lines[i - 1].text);
    for (auto place : places) {
      place = trimmed(place);
      while (!place.empty() && (place.front() == ':' || place.front() == ')' || place.front() == ' '))
        place.remove_prefix(1);
      // "July 21, 2010 (July 19, 2010)": the event's day stands in brackets
      if (const auto open = place.find('('); open != std::string_view::npos && open > 8) {
        const auto inner = loose_date(place.substr(open + 1, place.find(')', open) - open - 1));
        if (inner && inner->size() == 10) return *inner;
        place = trimmed(place.substr(0, open));
      }
      if (const auto day = loose_date(place); day && day->size() == 10) return *day;
    }
  }
  return {};
}

std::string form_of(const std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size() && i < 60; ++i) {
    const std::string text = lower(lines[i].text);
    if (text.find("form 8-k/a") != std::string::npos ||
        text.find("form 8\xE2\x80\x91k/a") != std::string::npos)
      return "8-K/A";
  }
  return "8-K";
}

}  // namespace

std::vector<Line> report_lines(std::string_view document) {
  if (!is_html(document)) return plain_lines(document);
  std::vector<Line> out;
  for (auto& block : html::parse_page(document).page.blocks)
    out.push_back({std::move(block.text), block.line});
  return out;
}

CurrentReport read_current_report(std::string_view document) {
  const auto lines = with_joined_cells(report_lines(document));
  CurrentReport out;
  out.cik = cik_of(cover_fact(document, "EntityCentralIndexKey"));
  out.company = cover_fact(document, "EntityRegistrantName");
  if (out.company.empty()) out.company = exact_name(lines);
  if (const auto day = loose_date(cover_fact(document, "DocumentPeriodEndDate")); day && day->size() == 10)
    out.period = *day;
  if (out.period.empty()) out.period = report_day(lines);
  out.form = form_of(lines);
  cut_item(lines, out);
  return out;
}

}  // namespace talentflow::ingest::edgar
