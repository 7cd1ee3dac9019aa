#include "ingest/html/html_page.hpp"

#include <algorithm>

#include "ingest/html/element_words.hpp"
#include "ingest/html/html_events.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::html {
namespace {

/// What a page may say of itself, so that a page of nothing but <meta> stays small.
constexpr std::size_t kMostMeta = 1000;
constexpr std::size_t kMostTimes = 100;
constexpr std::size_t kLinkedDataBytes = 4 << 20;
constexpr std::size_t kShortText = 4 << 10;

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

/// Characters that show nothing, or a blank that is none of ASCII's: their length, and whether they are a
/// blank.
struct Invisible {
  std::size_t length = 0;
  bool blank = false;
};
Invisible invisible_at(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return {2, true};   // no-break space
  if (text.starts_with("\xC2\xAD")) return {2, false};  // soft hyphen
  if (text.starts_with("\xE2\x80\x8B") || text.starts_with("\xEF\xBB\xBF")) return {3, false};  // zero width
  if (text.starts_with("\xE2\x80\x8C") || text.starts_with("\xE2\x80\x8D")) return {3, false};
  if (text.starts_with("\xE2\x80") && text.size() > 2 && static_cast<unsigned char>(text[2]) <= 0x8A)
    return {3, true};                                      // blanks of print: thin, hair, en, em
  if (text.starts_with("\xE2\x80\xAF")) return {3, true};  // narrow no-break space
  return {};
}

/// Whether a text ends, or begins, with a character of Chinese or Japanese script, which is written without
/// blanks: a line end of the page's source between two of them is none of the text.
bool han_at(std::string_view text) {
  if (text.size() < 3) return false;
  const auto lead = static_cast<unsigned char>(text[0]);
  return (lead >= 0xE3 && lead <= 0xE9) || text.starts_with("\xEF\xBC") || text.starts_with("\xEF\xBD");
}

void append_limited(std::string& out, std::string_view piece) {
  if (out.size() < kShortText) out += piece.substr(0, kShortText - out.size());
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_white(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

/// What holds for an open element, inherited by what is inside.
struct Element {
  std::uint32_t article = 0;
  bool frame = false, suspect = false, main = false, body = false, link = false, preformatted = false;
  bool heading = false, block = false;
  enum class Kept : std::uint8_t {
    nothing,
    title,
    first_heading,
    linked_data,
    other_script
  } kept = Kept::nothing;
};

class Collector final : public HtmlHandler {
 public:
  explicit Collector(HtmlPage& page) : page_(page) {}

  void open(std::string_view name, const HtmlAttributes& attributes) override {
    if (name == "br") line_break();
    note(name, attributes);
    Element inside = stack_.empty() ? Element() : stack_.back();
    inside.block = is_block(name);
    if (inside.block) end_block();
    inside.kept = kept_of(name, attributes, inside.kept);
    inside.frame = inside.frame || is_frame(name, attributes) || name == "sup";
    inside.link = inside.link || name == "a";
    inside.preformatted = inside.preformatted || name == "pre";
    inside.heading =
        inside.heading || (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6');
    if (name == "article" && inside.article == 0) inside.article = ++articles_;
    const bool main = is_main(name, attributes), body = is_article_body(attributes);
    if (main || body) inside.suspect = false;
    inside.main = inside.main || main || body;
    inside.body = inside.body || body;
    inside.suspect = inside.suspect || looks_like_frame(name, attributes);
    stack_.push_back(inside);
  }

  void close() override {
    const Element closing = stack_.back();
    if (closing.block) end_block();
    stack_.pop_back();
    const Element::Kept around = stack_.empty() ? Element::Kept::nothing : stack_.back().kept;
    if (closing.kept == Element::Kept::first_heading && around != closing.kept) heading_done_ = true;
    if (closing.kept == Element::Kept::title && around != closing.kept) title_done_ = true;
  }

  void text(std::string_view piece) override {
    if (stack_.empty()) return;
    const Element& here = stack_.back();
    if (here.kept == Element::Kept::title) return append_limited(page_.title, piece);
    if (here.kept == Element::Kept::first_heading) append_limited(page_.heading, piece);
    if (here.kept == Element::Kept::linked_data) return raw(piece);
    if (!here.frame && here.kept != Element::Kept::other_script) add(piece, here);
  }

  void raw(std::string_view piece) override {
    if (stack_.empty() || stack_.back().kept != Element::Kept::linked_data) return;
    if (linked_bytes_ + piece.size() > kLinkedDataBytes) return;
    linked_bytes_ += piece.size();
    page_.linked_data.back().text += piece;
  }

  void comment(std::string_view content) override {
    constexpr std::string_view kMark = "saved from url=(";
    const auto at = content.find(kMark);
    const auto begin = at == std::string_view::npos ? at : content.find(')', at + kMark.size());
    if (begin == std::string_view::npos || !page_.saved_from.empty()) return;
    append_limited(page_.saved_from, squeezed(content.substr(begin + 1)));
  }

  void finish() {
    end_block();
    page_.title = squeezed(page_.title);
    page_.heading = squeezed(page_.heading);
  }

 private:
  Element::Kept kept_of(std::string_view name, const HtmlAttributes& attributes, Element::Kept around) {
    const bool in_frame = !stack_.empty() && stack_.back().frame;
    if (name == "title" && !title_done_ && !in_frame) return Element::Kept::title;
    if (name == "h1" && !heading_done_) return Element::Kept::first_heading;
    if (name != "script") return around;
    if (ascii_lower(attributes["type"]).find("ld+json") == std::string::npos)
      return Element::Kept::other_script;
    page_.linked_data.push_back({{}, line});
    return Element::Kept::linked_data;
  }

  /// What the element says of the page.
  void note(std::string_view name, const HtmlAttributes& attributes) {
    if (name == "html" && page_.language.empty()) append_limited(page_.language, attributes["lang"]);
    if (name == "base" && page_.base.empty()) append_limited(page_.base, attributes["href"]);
    if (name == "link" && page_.canonical.empty() && ascii_lower(attributes["rel"]) == "canonical")
      append_limited(page_.canonical, attributes["href"]);
    if (const auto time = attributes["datetime"]; name == "time" && !time.empty()) note_time(time);
    if (page_.meta.size() >= kMostMeta || !attributes.has("content")) return;
    for (const std::string_view key : {"property", "name", "itemprop"})
      if (const auto called = attributes[key]; !called.empty())
        page_.meta.emplace_back(ascii_lower(called.substr(0, kShortText)),
                                squeezed(attributes["content"].substr(0, kShortText)));
  }

  void note_time(std::string_view time) {
    if (page_.times.size() >= kMostTimes) return;
    const bool of_article = !stack_.empty() && stack_.back().main;
    const auto place =
        of_article ? page_.times.begin() + static_cast<std::ptrdiff_t>(article_times_++) : page_.times.end();
    page_.times.emplace(place, time.substr(0, 64));
  }

  /// Adds text to the open block with white space as single blanks.
  void add(std::string_view piece, const Element& here) {
    for (std::size_t i = 0; i < piece.size();) {
      const auto unseen = invisible_at(piece.substr(i));
      if (is_white(piece[i]) || unseen.blank) {
        if (here.preformatted && piece[i] == '\n' && ++line_ends_ > 1) end_block();
        blank_is_line_end_ = (blank_is_line_end_ || !blank_) && piece[i] == '\n';
        blank_ = true;
        i += std::max<std::size_t>(unseen.length, 1);
      } else if (unseen.length > 0) {
        i += unseen.length;
      } else {
        i += add_word(piece.substr(i), here);
      }
    }
  }

  /// Up to the next blank. Returns its length.
  std::size_t add_word(std::string_view rest, const Element& here) {
    std::size_t end = 1;
    while (end < rest.size() && !is_white(rest[end]) && invisible_at(rest.substr(end)).length == 0) ++end;
    const auto word = rest.substr(0, end);
    if (block_.text.empty()) {
      block_.line = line;
      block_.article = here.article;
      block_.main = here.main;
      block_.body = here.body;
      block_.suspect = here.suspect;
      block_.heading = here.heading;
    } else if (blank_) {
      const bool unwritten = blank_is_line_end_ && han_at(word) && ends_in_han();
      if (!unwritten) block_.text += ' ';
    }
    blank_ = blank_is_line_end_ = false;
    line_ends_ = 0;
    breaks_ = 0;
    block_.text += word;
    if (here.link) block_.link_bytes += word.size();
    return end;
  }

  bool ends_in_han() const {
    return block_.text.size() >= 3 && han_at(std::string_view(block_.text).substr(block_.text.size() - 3));
  }

  /// <br> ends a block where it stands twice or behind a sentence; else it is a blank.
  void line_break() {
    blank_ = true;
    blank_is_line_end_ = false;
    const std::string& text = block_.text;
    const bool sentence = text.ends_with('.') || text.ends_with('!') || text.ends_with('?') ||
                          text.ends_with(':') || text.ends_with("\xE3\x80\x82") ||
                          text.ends_with("\xE2\x80\x9D");
    if (++breaks_ > 1 || sentence) end_block();
  }

  void end_block() {
    if (!block_.text.empty()) page_.blocks.push_back(std::move(block_));
    block_ = {};
    blank_ = blank_is_line_end_ = false;
    line_ends_ = breaks_ = 0;
  }

  HtmlPage& page_;
  std::vector<Element> stack_;
  Block block_;
  std::uint32_t articles_ = 0;
  std::size_t linked_bytes_ = 0;
  std::size_t article_times_ = 0;
  int line_ends_ = 0;  ///< of preformatted text since its last word
  int breaks_ = 0;     ///< <br> since the last word
  bool blank_ = false, blank_is_line_end_ = false;
  bool title_done_ = false, heading_done_ = false;
};

}  // namespace

std::string_view HtmlPage::said(std::initializer_list<std::string_view> names) const {
  for (const auto name : names)
    for (const auto& [key, content] : meta)
      if (key == name && !content.empty()) return content;
  return {};
}

namespace {

/// Text of which a parser of HTML makes nothing else: titles, summaries of a sentence.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= ' ' && c <= '~' && c != '<' && c != '&') || c == '\n' || c == '\t';
  });
}

HtmlPage plain_page(std::string_view text) {
  HtmlPage page;
  Collector collector(page);
  collector.open("p", HtmlAttributes(nullptr));
  collector.text(text);
  collector.close();
  collector.finish();
  return page;
}

}  // namespace

ParsedPage parse_page(std::string_view utf8) {
  ParsedPage out;
  Collector collector(out.page);
  std::string without_zeros;
  if (utf8.find('\0') != std::string_view::npos) {  // to the parser, a zero is the end of the page
    without_zeros = utf8;
    std::replace(without_zeros.begin(), without_zeros.end(), '\0', ' ');
    utf8 = without_zeros;
  }
  if (auto read = read_html(utf8, "", collector); !read) {
    out.problem = read.error().message;
    out.problem_line = collector.line;
  }
  collector.finish();
  return out;
}

std::string text_of(std::string_view fragment) {
  if (fragment.empty()) return {};
  std::string out;
  for (const auto& block : (is_plain(fragment) ? plain_page(fragment) : parse_page(fragment).page).blocks) {
    if (!out.empty()) out += '\n';
    out += block.text;
  }
  return out;
}

}  // namespace talentflow::ingest::html
