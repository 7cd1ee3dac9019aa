// A page is read whole, since what it is stands anywhere in it: bytes to UTF-8, HTML to blocks, blocks to the
// story; what it says of itself becomes its source. JSON-LD about persons and organisations is read as such.
#include "ingest/news/html_news.hpp"

#include <algorithm>

#include <simdjson.h>

#include "ingest/bytes/byte_source.hpp"
#include "ingest/bytes/charset.hpp"
#include "ingest/html/html_page.hpp"
#include "ingest/html/page_facts.hpp"
#include "ingest/html/story_blocks.hpp"
#include "ingest/html/utf8_page.hpp"
#include "ingest/news/story.hpp"
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/common/sink.hpp"
#include "ingest/sources/json/json_view.hpp"
#include "ingest/sources/resume/schema_org.hpp"
#include "ingest/text/page_adapter.hpp"

namespace talentflow::ingest {
namespace {

/// JSON-LD scripts that are looked at.
constexpr std::size_t kMostScripts = 64;

/// A script's JSON without the comment marks that pages wrap it in.
std::string_view json_part(std::string_view script) {
  const auto begin = script.find_first_of("{[");
  const auto end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  return script.substr(begin, end - begin + 1);
}

class HtmlNews final : public ItemAdapter {
 public:
  explicit HtmlNews(AdapterInput input) : ItemAdapter(std::move(input)) {}

 protected:
  Result<bool> read_item() override {
    if (read_) return false;
    read_ = true;
    auto bytes = read_all(input().bytes, input().options.item_limit(text::kLargestPage));
    if (!bytes) return bytes.error();
    auto utf8 = html::utf8_page(bytes.take(), input().bytes.name());
    if (!utf8) return utf8.error();
    html::ParsedPage parsed = html::parse_page(*utf8);
    if (!parsed.problem.empty()) {
      sink().begin_item(parsed.problem_line, "");
      sink().reject(parsed.problem + "; the page was read up to there");
    }
    if (cut_off(*utf8) && !parsed.page.blocks.empty()) {
      sink().begin_item(parsed.page.blocks.back().line, parsed.page.blocks.back().text);
      sink().reject("the page ends inside this block; it was not read");
      parsed.page.blocks.pop_back();
    }
    read_page(parsed.page);
    return true;
  }

 private:
  /// A page that opens <html> or <body>, closes neither, and ends in the middle of its text.
  static bool cut_off(std::string_view page) {
    const auto end = page.find_last_not_of(" \t\r\n");
    if (end == std::string_view::npos || page[end] == '>') return false;
    const std::string text = lower(page);
    const bool opened = text.find("<html") != std::string::npos || text.find("<body") != std::string::npos;
    return opened && text.find("</html") == std::string::npos && text.find("</body") == std::string::npos;
  }

  void read_page(const html::HtmlPage& page) {
    const std::vector<JsonView> linked_data = parse_linked_data(page);
    const auto facts = html::facts_of(page, linked_data);
    Story story;
    story.key = story.url = facts.url;
    story.title = facts.title;
    story.published = facts.published;
    story.publisher = facts.publisher;
    story.language = facts.language;
    story.author = facts.author;
    story.source_class = facts.source_class;
    for (const auto* block : html::story_blocks(page)) add_block(*block, story);
    if (story.lines.empty() && linked_data.empty()) {
      sink().begin_item(1, "");
      return sink().reject("the page holds no text");
    }
    const std::string id = story_source_id(story);
    for (auto& record : story_records(story, input().lexicon)) sink().pass(std::move(record));
    for (std::size_t i = 0; i < linked_data.size(); ++i) {
      sink().begin_item(script_lines_[i], "");
      read_embedded_schema_org(linked_data[i], id, sink());
    }
  }

  void add_block(const html::Block& block, Story& story) {
    if (block.text.find(kReplacement) != std::string::npos) {
      sink().begin_item(block.line, block.text);
      return sink().reject("bytes that are no characters stand in this block; it was not read");
    }
    story.lines.push_back({block.text, block.line});
  }

  std::vector<JsonView> parse_linked_data(const html::HtmlPage& page) {
    std::vector<JsonView> out;
    for (const auto& script : page.linked_data) {
      if (parsers_.size() == kMostScripts) break;
      const auto json = json_part(script.text);
      if (trimmed(script.text).empty()) continue;
      parsers_.push_back(std::make_unique<JsonParser>());
      auto root = parsers_.back()->parse(json);
      if (root) {
        out.push_back(*root);
        script_lines_.push_back(script.line);
      } else {
        sink().begin_item(script.line, std::string_view(script.text).substr(0, 200));
        sink().reject("the page's JSON-LD: " + root.error().message);
      }
    }
    return out;
  }

  bool read_ = false;
  std::vector<std::unique_ptr<JsonParser>> parsers_;  ///< the views into them live as long
  std::vector<std::uint64_t> script_lines_;
};

}  // namespace

int sniff_html_news(std::string_view, std::string_view head) { return html::begins_as_html(head) ? 70 : 0; }

int order_html_news(std::string_view, std::string_view) { return 3; }

Result<std::unique_ptr<Adapter>> open_html_news(AdapterInput input) {
  return std::unique_ptr<Adapter>(std::make_unique<HtmlNews>(std::move(input)));
}

}  // namespace talentflow::ingest
