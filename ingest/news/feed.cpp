// Items come one after another, so a feed of any length is read in little memory. What stands in the channel
// before the items (its title, its language) holds for all of them.
#include "ingest/news/feed.hpp"

#include <algorithm>

#include "ingest/bytes/byte_source.hpp"
#include "ingest/bytes/charset.hpp"
#include "ingest/html/html_page.hpp"
#include "ingest/html/page_facts.hpp"
#include "ingest/news/story.hpp"
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/common/sink.hpp"
#include "ingest/sources/xml/xml_items.hpp"

namespace talentflow::ingest {
namespace {

XmlItemOptions feed_options(std::string charset) {
  XmlItemOptions out;
  out.items = {"item", "entry", "title", "language", "image", "textInput", "author", "link"};
  out.folded = {"description", "title", "summary", "content", "content:encoded"};
  out.prefixes = {{"http://purl.org/rss/1.0/modules/content/", "content"},
                  {"http://search.yahoo.com/mrss/", "media"},
                  {"http://search.yahoo.com/mrss", "media"},
                  {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
                  {"http://purl.org/dc/elements/1.1/", "dc"},
                  {"http://purl.org/dc/terms/", "dcterms"}};
  out.charset = std::move(charset);
  return out;
}

/// The character set that an XML declaration names; empty when there is none.
std::string declared_charset(std::string_view head) {
  const auto begin = head.find("<?xml");
  if (begin == std::string_view::npos || begin > 64) return {};
  const auto declaration = head.substr(begin, head.find("?>", begin) - begin);
  const auto at = declaration.find("encoding");
  const auto open = at == std::string_view::npos ? at : declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return {};
  const auto close = declaration.find(declaration[open], open + 1);
  return close == std::string_view::npos ? std::string()
                                         : std::string(declaration.substr(open + 1, close - open - 1));
}

/// "Mon, 02 Mar 2026 10:00:00 GMT" -> "2026-03-02"; also of ISO times. Empty when it is no time.
std::string feed_day(std::string_view text) {
  text = trimmed(text);
  if (auto day = day_of_time(text); !day.empty()) return day;
  if (const auto comma = text.find(','); comma != std::string_view::npos)
    text = trimmed(text.substr(comma + 1));
  std::string date;
  int words = 0;
  for (const auto word : split(text, ' ')) {
    if (word.empty() || words == 3) continue;
    const bool short_year = ++words == 3 && word.size() == 2;
    date += (date.empty() ? "" : " ") + std::string(short_year ? "20" : "") + std::string(word);
  }
  const auto day = words == 3 ? loose_date(date) : std::optional<std::string>();
  return day && *day != ".." ? *day : std::string();
}

/// Lines of a text construct: HTML, XHTML, or (in Atom, unless it says otherwise) plain text.
std::string lines_of(const XmlNode& node, bool plain) {
  if (!node.markup.empty()) return html::text_of(node.markup);
  if (plain) return node.text;
  return html::text_of(node.text);
}

bool plain_by_type(const XmlNode& node, bool atom) {
  const auto type = node.attribute("type");
  return atom && (type.empty() || type == "text" || type == "text/plain");
}

std::string in_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// The first of these elements that says something.
std::string_view first_text(const XmlNode& item, std::initializer_list<std::string_view> names) {
  for (const auto name : names)
    for (const auto* node : item.all(name))
      if (!node->text.empty()) return node->text;
  return {};
}

/// The page of an item or a channel, absolute where `base` is.
std::string link_of(const std::vector<const XmlNode*>& links, std::string_view base) {
  std::string other;
  for (const auto* link : links) {
    const auto href = link->attribute("href"), rel = link->attribute("rel");
    if (href.empty() && !link->text.empty()) return resolved_address(link->text, base);
    const auto own = resolved_address(link->attribute("base"), base);
    auto address = resolved_address(href, own.empty() ? base : own);
    if (rel.empty() || rel == "alternate") return address;
    if (other.empty() && rel == "related") other = std::move(address);
  }
  return other;
}

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

class Feed final : public ItemAdapter {
 public:
  Feed(AdapterInput input, std::unique_ptr<PeekSource> peek, std::unique_ptr<ByteSource> converted,
       XmlItemOptions options)
      : ItemAdapter(std::move(input)),
        peek_(std::move(peek)),
        converted_(std::move(converted)),
        items_(converted_ != nullptr ? *converted_ : *peek_, std::move(options)) {}

 protected:
  Result<bool> read_item() override {
    XmlItems::Item item;
    auto more = items_.next(item);
    if (!more || !*more) return more;
    sink().begin_item(item.node.line, "");
    if (!item.problem.empty()) {
      sink().reject(std::move(item.problem));
      return true;
    }
    const XmlNode& node = item.node;
    if (node.name == "item" || node.name == "entry")
      read_story(item);
    else if (node.name == "link")
      read_channel_link(item);
    else if (node.name == "author" && author_.empty())
      author_ = name_of_author(node);
    else if (node.name == "title" && title_.empty())
      title_ = in_one_line(lines_of(node, false));
    else if (node.name == "language" && language_.empty())
      language_ = node.text;
    return true;
  }

 private:
  /// What relative addresses are relative to, and who publishes what has no address: the channel's page, or
  /// the feed.
  void read_channel_link(const XmlItems::Item& item) {
    const auto rel = item.node.attribute("rel");
    auto address = item.node.text.empty() ? resolved_address(item.node.attribute("href"), item.base)
                                          : resolved_address(item.node.text, item.base);
    if (rel == "self")
      self_ = std::move(address);
    else if ((rel.empty() || rel == "alternate") && !address.empty())
      site_ = std::move(address);
  }

  void read_story(const XmlItems::Item& found) {
    const XmlNode& item = found.node;
    const bool atom = item.name == "entry";
    const std::string& around = site_.empty() ? self_ : site_;
    const std::string& base = found.base.empty() ? around : found.base;
    Story story;
    story.title = in_one_line(lines_of(item["title"], plain_by_type(item["title"], atom)));
    const std::string id(first_text(item, {"guid", "id"}));
    story.url = html::plain_address(link_of(item.all("link"), base));
    for (const std::string_view other : {std::string_view(id), item.attribute("about")})
      if (story.url.empty() && is_address(other)) story.url = html::plain_address(other);
    story.key = is_address(id) ? html::plain_address(id) : id;
    if (story.key.empty()) story.key = story.url;
    story.published = feed_day(first_text(
        item, {"pubDate", "published", "dc:date", "dcterms:issued", "date", "updated", "dcterms:modified"}));
    story.language = found.language.empty() ? language_ : found.language;
    story.publisher = publisher_of(item, host_of(story.url.empty() ? base : story.url));
    if (story.publisher.empty() && story.url.empty()) story.publisher = host_of(base);
    story.title = html::without_site(story.title, story.publisher);
    story.author = author_of(item);
    add_property(story.further, "feed", title_);
    add_lines(item, atom, story);
    if (story.title.empty() && story.lines.empty()) return sink().reject("the item has no title and no text");
    for (auto& record : story_records(story, input().lexicon)) sink().pass(std::move(record));
  }

  /// Whom a collector of feeds took the item from, else whom the feed's title names, if the address is
  /// theirs.
  std::string publisher_of(const XmlNode& item, std::string_view host) const {
    if (!item["source"].text.empty()) return item["source"].text;
    if (!item["source"]["title"].text.empty()) return item["source"]["title"].text;
    if (const auto stated = first_text(item, {"dc:publisher"}); !stated.empty()) return std::string(stated);
    return html::site_in_title(title_, host);
  }

  /// "ed@example.org (Ed Itor)" -> "Ed Itor"; an address of mail alone is no name.
  static std::string name_of_author(const XmlNode& author) {
    const std::string& text = author["name"].text.empty() ? author.text : author["name"].text;
    if (text.find('@') == std::string::npos) return text;
    const auto open = text.find('('), close = text.rfind(')');
    return open == std::string::npos || close < open
               ? std::string()
               : std::string(trimmed(text.substr(open + 1, close - open - 1)));
  }

  /// Its own, else (in Atom) the whole feed's.
  std::string author_of(const XmlNode& item) const {
    for (const std::string_view key : {"author", "dc:creator"})
      for (const auto* author : item.all(key))
        if (auto name = name_of_author(*author); !name.empty()) return name;
    return author_;
  }

  /// The longer of what the item gives: its content, or its description. One that only repeats the title adds
  /// nothing.
  void add_lines(const XmlNode& item, bool atom, Story& story) {
    std::string longest;
    for (const std::string_view name : {"content:encoded", "content", "description", "summary"}) {
      std::string text = lines_of(item[name], plain_by_type(item[name], atom));
      if (text.size() > longest.size()) longest = std::move(text);
    }
    for (const auto line : split(longest, '\n')) {
      if (trimmed(line).empty() || trimmed(line) == story.title) continue;
      if (line.find(kReplacement) != std::string_view::npos)
        sink().reject("bytes that are no characters stand in this paragraph; it was not read");
      else
        story.lines.push_back({std::string(trimmed(line)), item.line});
    }
  }

  std::unique_ptr<PeekSource> peek_;
  std::unique_ptr<ByteSource> converted_;  ///< reads from `peek_`; null when the parser knows the set itself
  XmlItems items_;
  std::string title_, language_, author_;
  std::string site_, self_;  ///< the channel's page, and the feed's own address
};

/// A source that another owns.
class Borrowed final : public ByteSource {
 public:
  explicit Borrowed(ByteSource& inner) : inner_(inner) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override { return inner_.read(buffer, size); }
  const std::string& name() const override { return inner_.name(); }
  std::uint64_t consumed() const override { return inner_.consumed(); }
  std::uint64_t size() const override { return inner_.size(); }

 private:
  ByteSource& inner_;
};

bool parser_knows(std::string_view charset) {
  const std::string name = lower(charset);
  return charset.empty() || is_utf8(name) || name.starts_with("utf-16");
}

}  // namespace

int sniff_feed(std::string_view, std::string_view head) {
  // The root is the first element behind the declaration, comments and what else may stand before it.
  for (auto at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    const auto tag = head.substr(at + 1, 2000);
    if (tag.starts_with("!--")) {
      at = head.find("-->", at);
      if (at == std::string_view::npos) return 0;
      continue;
    }
    if (tag.starts_with("?") || tag.starts_with("!")) continue;
    const auto name = tag.substr(0, tag.find_first_of(" \t\r\n>/"));
    const auto root = tag.substr(0, tag.find('>'));
    if (name == "rss") return 92;
    const bool atom = root.find("www.w3.org/2005/Atom") != std::string_view::npos ||
                      root.find("purl.org/atom/") != std::string_view::npos;
    if (name == "feed" || name.ends_with(":feed")) return atom ? 92 : 0;
    if (name == "rdf:RDF") return root.find("purl.org/rss/") != std::string_view::npos ? 92 : 0;
    return 0;
  }
  return 0;
}

int order_feed(std::string_view, std::string_view) { return 3; }

Result<std::unique_ptr<Adapter>> open_feed(AdapterInput input) {
  auto peek = std::make_unique<PeekSource>(std::make_unique<Borrowed>(input.bytes));
  const auto head = peek->head(1024);
  if (!head) return head.error();
  const std::string charset = declared_charset(*head);
  std::unique_ptr<ByteSource> converted;
  if (!parser_knows(charset)) {
    auto transcoder = Transcoder::from(charset);
    if (!transcoder)
      return make_error(ErrorCode::invalid_input, input.bytes.name() + ":1", transcoder.error().message);
    converted = transcoded(*peek, transcoder.take());
  }
  auto options = feed_options(converted == nullptr ? "" : "UTF-8");
  options.item_bytes = input.options.item_limit(options.item_bytes);
  return std::unique_ptr<Adapter>(
      std::make_unique<Feed>(std::move(input), std::move(peek), std::move(converted), std::move(options)));
}

}  // namespace talentflow::ingest
