#include "ingest/html/html_events.hpp"

#include <memory>
#include <string>

#include <libxml/HTMLparser.h>

namespace talentflow::ingest::html {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view view(const xmlChar* text, int size) {
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

/// What the parser's callbacks share.
struct Run {
  HtmlHandler& handler;
  htmlParserCtxtPtr parser = nullptr;
  std::size_t depth = 0;
  std::uint64_t too_deep_on = 0;  ///< line at which the nesting went too deep, or 0

  static Run& of(void* self) { return *static_cast<Run*>(self); }
  /// The handler, told where the parser is.
  HtmlHandler& at_line() {
    if (parser->input != nullptr && parser->input->line > 0)
      handler.line = static_cast<std::uint64_t>(parser->input->line);
    return handler;
  }

  void open(const xmlChar* name, const xmlChar** attributes) {
    if (too_deep_on > 0) return;
    if (depth == kDeepest) {
      at_line();
      too_deep_on = handler.line;
      return xmlStopParser(parser);
    }
    ++depth;
    at_line().open(view(name), HtmlAttributes(attributes));
  }
  void close() {
    if (depth == 0) return;
    --depth;
    at_line().close();
  }
};

htmlSAXHandler callbacks() {
  htmlSAXHandler out{};
  out.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
    Run::of(self).open(name, attributes);
  };
  out.endElement = [](void* self, const xmlChar*) { Run::of(self).close(); };
  out.characters = [](void* self, const xmlChar* text, int size) {
    Run::of(self).at_line().text(view(text, size));
  };
  out.ignorableWhitespace = out.characters;
  out.cdataBlock = [](void* self, const xmlChar* text, int size) {
    Run::of(self).at_line().raw(view(text, size));
  };
  out.comment = [](void* self, const xmlChar* text) { Run::of(self).at_line().comment(view(text)); };
  return out;
}

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Where a tag ends that begins at `at`, and where its attribute number kMostAttributes + 1 begins (npos: it
/// has no more than that).
struct Tag {
  std::size_t end;
  std::size_t surplus = std::string_view::npos;
};
Tag tag_at(std::string_view text, std::size_t at) {
  std::size_t attributes = 0;
  char quote = 0, before = 0;
  bool in_word = true;
  Tag out{text.size()};
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
      in_word = quote != 0;
    } else if (c == '>') {
      out.end = i;
      break;
    } else if (is_white(c)) {
      in_word = false;
    } else {
      if (!in_word && c != '=' && ++attributes > kMostAttributes && out.surplus == std::string_view::npos)
        out.surplus = i;
      in_word = true;
      if ((c == '"' || c == '\'') && before == '=') quote = c;
      before = c;
    }
  }
  return out;
}

/// The page without the attributes that no element has room for, as blanks. Lines stay; `own` holds the text
/// where it had to change.
std::string_view without_surplus(std::string_view text, std::string& own) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (at + 1 >= text.size() || !is_letter(text[at + 1])) continue;
    const Tag tag = tag_at(text, at);
    if (tag.end == text.size() && tag.surplus == std::string_view::npos) break;  // the rest is one open tag
    if (tag.surplus != std::string_view::npos) {
      if (own.empty()) own = text;
      for (std::size_t i = tag.surplus; i < tag.end; ++i)
        if (own[i] != '\n') own[i] = ' ';
      at = tag.end - 1;
    }
    const bool script = text.substr(at, 7) == "<script" || text.substr(at, 7) == "<SCRIPT";
    if (!script) continue;
    const auto close = text.find("</", tag.end);
    if (close == std::string_view::npos) break;
    at = close;
  }
  return own.empty() ? text : std::string_view(own);
}

struct Free {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

std::string_view HtmlAttributes::operator[](std::string_view name) const {
  for (const auto* at = pairs_; at != nullptr && at[0] != nullptr; at += 2)
    if (view(at[0]) == name) return view(at[1]);
  return {};
}

bool HtmlAttributes::has(std::string_view name) const {
  for (const auto* at = pairs_; at != nullptr && at[0] != nullptr; at += 2)
    if (view(at[0]) == name) return true;
  return false;
}

Result<void> read_html(std::string_view utf8, std::string_view name, HtmlHandler& handler) {
  const std::unique_ptr<htmlParserCtxt, Free> parser(htmlNewParserCtxt());
  if (parser == nullptr) return make_error(ErrorCode::budget, std::string(name), "out of memory");
  Run run{handler, parser.get()};
  *parser->sax = callbacks();
  parser->userData = &run;
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC;
  std::string shortened;
  utf8 = without_surplus(utf8, shortened);
  htmlCtxtReadMemory(parser.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", kOptions);
  while (run.depth > 0) run.close();
  if (run.too_deep_on == 0) return {};
  return make_error(ErrorCode::invalid_input, std::string(name) + ":" + std::to_string(run.too_deep_on),
                    "the elements nest deeper than " + std::to_string(kDeepest) + " levels");
}

}  // namespace talentflow::ingest::html
