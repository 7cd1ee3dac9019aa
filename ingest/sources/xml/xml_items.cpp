#include "ingest/sources/xml/xml_items.hpp"

#include <algorithm>
#include <cstring>
#include <deque>
#include <optional>

#include <expat.h>

#include "ingest/sources/common/reading.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest {
namespace {

constexpr std::size_t kChunk = 64 << 10;
constexpr char kSeparator = '|';
constexpr std::size_t kLongestToken = 4 << 20;

std::string_view local_name(const XML_Char* name) {
  const std::string_view text(name);
  const auto cut = text.rfind(kSeparator);
  return cut == std::string_view::npos ? text : text.substr(cut + 1);
}

void trim(std::string& text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  while (!text.empty() && is_space(text.back())) text.pop_back();
  const auto begin = std::find_if_not(text.begin(), text.end(), is_space);
  text.erase(text.begin(), begin);
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else
      out += c;
  }
}

bool listed(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string_view XmlNode::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes)
    if (key == wanted) return value;
  return {};
}

const XmlNode& XmlNode::operator[](std::string_view wanted) const {
  static const XmlNode absent;
  for (const auto& child : children)
    if (child.name == wanted) return child;
  return absent;
}

bool XmlNode::has(std::string_view wanted) const {
  return std::any_of(children.begin(), children.end(),
                     [&](const XmlNode& child) { return child.name == wanted; });
}

std::vector<const XmlNode*> XmlNode::all(std::string_view wanted) const {
  std::vector<const XmlNode*> out;
  for (const auto& child : children)
    if (child.name == wanted) out.push_back(&child);
  return out;
}

struct XmlItems::State {
  State(ByteSource& from, XmlItemOptions wanted) : source(from), options(std::move(wanted)), buffer(kChunk) {
    parser = XML_ParserCreateNS(options.charset.empty() ? nullptr : options.charset.c_str(), kSeparator);
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser,
        [](void* self, const XML_Char* name, const XML_Char** attributes) {
          static_cast<State*>(self)->open(name, attributes);
        },
        [](void* self, const XML_Char* name) { static_cast<State*>(self)->close(name); });
    XML_SetCharacterDataHandler(parser, [](void* self, const XML_Char* text, int size) {
      static_cast<State*>(self)->add_text({text, static_cast<std::size_t>(size)});
    });
    XML_SetEntityDeclHandler(parser, [](void* self, const XML_Char*, int, const XML_Char*, int,
                                        const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) {
      static_cast<State*>(self)->refuse("the document declares entities, which are refused");
    });
    XML_SetSkippedEntityHandler(parser, [](void* self, const XML_Char*, int) {
      static_cast<State*>(self)->refuse("the document uses an entity that XML itself does not define");
    });
    XML_SetExternalEntityRefHandler(
        parser, [](XML_Parser caller, const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) {
          static_cast<State*>(XML_GetUserData(caller))
              ->refuse("the document refers to another file, which is refused");
          return static_cast<int>(XML_STATUS_ERROR);
        });
  }
  ~State() { XML_ParserFree(parser); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void refuse(const char* reason) {
    if (refusal.empty()) refusal = reason;
    XML_StopParser(parser, XML_FALSE);
  }

  /// The local name, behind a prefix where its namespace has one.
  std::string named(const XML_Char* raw) const {
    const std::string_view full(raw), local = local_name(raw);
    for (const auto& [space, prefix] : options.prefixes)
      if (full.size() > local.size() && full.substr(0, full.size() - local.size() - 1) == space)
        return prefix + ":" + std::string(local);
    return std::string(local);
  }

  void open(const XML_Char* raw_name, const XML_Char** attributes) {
    const std::string name = named(raw_name);
    if (++level > options.depth) return refuse("the elements nest deeper than an item may");
    if (path.empty() && !overflown) inherit(attributes);
    if (overflown || skip_from > 0) return;
    if (path.empty()) {
      if (!listed(options.items, name)) return;
      root = XmlNode();
      item_level = level;
      held = 0;
      path.push_back(&root);
    } else if (fold_from > 0) {
      return fold("<" + std::string(local_name(raw_name)) + ">");
    } else if (listed(options.folded, path.back()->name)) {
      fold_from = level;
      append_escaped(path.back()->markup, path.back()->text);
      return fold("<" + std::string(local_name(raw_name)) + ">");
    } else if (listed(options.skipped, name)) {
      skip_from = level;
      return;
    } else {
      path.back()->children.emplace_back();
      path.push_back(&path.back()->children.back());
    }
    fill(*path.back(), name, attributes);
  }

  /// Keeps xml:base and xml:lang of the elements around the items.
  void inherit(const XML_Char** attributes) {
    constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace|";
    Inherited here = inherited.empty() ? Inherited() : inherited.back();
    for (; attributes[0] != nullptr; attributes += 2) {
      const std::string_view name(attributes[0]), value(attributes[1]);
      if (name.size() <= kXml.size() || !name.starts_with(kXml)) continue;
      if (name.substr(kXml.size()) == "lang") here.language = value;
      if (name.substr(kXml.size()) != "base") continue;
      auto resolved = resolved_address(value, here.base);
      if (!resolved.empty()) here.base = std::move(resolved);
    }
    inherited.resize(level - 1, here);
    inherited.push_back(std::move(here));
  }

  void fill(XmlNode& node, std::string_view name, const XML_Char** attributes) {
    node.name = name;
    node.line = XML_GetCurrentLineNumber(parser) + skipped_lines;
    for (; attributes[0] != nullptr; attributes += 2) {
      node.attributes.emplace_back(local_name(attributes[0]), attributes[1]);
      held += sizeof(node.attributes[0]) + node.attributes.back().second.size();
    }
    hold(sizeof(XmlNode) + name.size());
  }

  /// Adds to the markup of the innermost node.
  void fold(std::string_view piece) {
    path.back()->markup += piece;
    hold(piece.size());
  }

  /// Counts what the open item takes; one that takes too much is emptied and reported at its end.
  void hold(std::size_t bytes) {
    held += bytes;
    if (held <= options.item_bytes) return;
    overflown = true;
    path.clear();
    fold_from = 0;
    root.children.clear();
    root.text.clear();
    root.markup.clear();
  }

  void add_text(std::string_view text) {
    if (path.empty() || skip_from > 0) return;
    if (!listed(options.folded, path.back()->name) || path.back()->markup.empty()) {
      path.back()->text += text;
      return hold(text.size());
    }
    const std::size_t before = path.back()->markup.size();
    append_escaped(path.back()->markup, text);
    hold(path.back()->markup.size() - before);
  }

  void close(const XML_Char* raw_name) {
    const std::size_t closing = level--;
    if (overflown) {
      if (closing == item_level) give_overflown();
      return;
    }
    if (skip_from > 0) {
      if (closing == skip_from) skip_from = 0;
      return;
    }
    if (path.empty()) return inherited.resize(closing - 1);
    if (fold_from > 0) {
      if (closing == fold_from) fold_from = 0;
      return fold("</" + std::string(local_name(raw_name)) + ">");
    }
    trim(path.back()->text);
    path.pop_back();
    if (path.empty()) give({});
  }

  void give_overflown() {
    overflown = false;
    std::string problem = "the element <" + root.name + "> takes more than " + size_text(options.item_bytes) +
                          ", the largest item that is taken";
    give(std::move(problem));
  }

  void give(std::string problem) {
    const Inherited& around = inherited.back();
    done.push_back({std::move(root), std::move(problem), around.base, around.language});
    inherited.resize(item_level - 1);
  }

  Result<void> feed();
  Error broken() const;

  struct Inherited {
    std::string base, language;
  };

  ByteSource& source;
  XmlItemOptions options;
  std::vector<Inherited> inherited;  ///< one for each open element down to the item
  XML_Parser parser = nullptr;
  std::vector<char> buffer;
  std::deque<Item> done;
  XmlNode root;
  std::vector<XmlNode*> path;  ///< from the open item down to the innermost open element
  std::string refusal;
  std::size_t level = 0;
  std::size_t item_level = 0;
  std::size_t skip_from = 0;        ///< level of the subtree being passed over, or 0
  std::size_t fold_from = 0;        ///< level of the outermost element inside a folded one, or 0
  std::size_t held = 0;             ///< bytes that the open item takes
  bool overflown = false;           ///< the open item takes too much: only its end is looked for
  std::uint64_t skipped_lines = 0;  ///< of white space before the declaration
  std::uint64_t fed = 0;            ///< bytes that the parser was given
  bool begun = false;
  bool ended = false;
  std::optional<Error> failure;
};

Error XmlItems::State::broken() const {
  const auto where = source.name() + ":" + std::to_string(XML_GetCurrentLineNumber(parser) + skipped_lines) +
                     ":" + std::to_string(XML_GetCurrentColumnNumber(parser) + 1);
  if (!refusal.empty()) return make_error(ErrorCode::invalid_input, where, refusal);
  return make_error(ErrorCode::invalid_input, where,
                    std::string("not well-formed XML: ") + XML_ErrorString(XML_GetErrorCode(parser)));
}

/// A declaration that can be read byte by byte and says UTF-16: the file was, and has been converted.
bool names_utf16(std::string_view text) {
  if (!text.starts_with("<?xml")) return false;
  const std::string declaration = ascii_lower(text.substr(0, text.find("?>")));
  return declaration.find("utf-16") != std::string::npos;
}

/// One chunk through expat.
Result<void> XmlItems::State::feed() {
  std::size_t size = 0;
  constexpr std::size_t kDeclaration = 512;  // the first chunk is to hold it
  do {
    auto got = source.read(buffer.data() + size, buffer.size() - size);
    if (!got) return got.error();
    ended = *got == 0;
    size += *got;
  } while (!begun && !ended && size < kDeclaration);
  std::string_view text(buffer.data(), size);
  if (!begun) {  // what stands before the declaration may be white space in files, though not in XML
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto begin = text.find_first_not_of(" \t\r\n");
    const auto blank = text.substr(0, begin);
    skipped_lines += static_cast<std::uint64_t>(std::count(blank.begin(), blank.end(), '\n'));
    text.remove_prefix(blank.size());
    if (text.empty() && !ended) return {};
    if (names_utf16(text)) XML_SetEncoding(parser, "UTF-8");
    begun = true;
  }
  if (XML_Parse(parser, text.data(), static_cast<int>(text.size()), ended) == XML_STATUS_ERROR)
    return broken();
  fed += text.size();
  // What has no end yet, the parser holds: a tag, a comment, an instruction. Text it gives on in pieces.
  const auto taken = XML_GetCurrentByteIndex(parser);
  if (taken < 0 || fed - static_cast<std::uint64_t>(taken) <= kLongestToken) return {};
  refusal = "a tag or a comment is longer than " + size_text(kLongestToken);
  return broken();
}

XmlItems::XmlItems(ByteSource& source, XmlItemOptions options)
    : state_(std::make_unique<State>(source, std::move(options))) {}
XmlItems::~XmlItems() = default;

Result<bool> XmlItems::next(Item& item) {
  while (state_->done.empty()) {
    if (state_->failure) return *state_->failure;
    if (state_->ended) return false;
    if (auto fed = state_->feed(); !fed) state_->failure = fed.error();
  }
  item = std::move(state_->done.front());
  state_->done.pop_front();
  return true;
}

}  // namespace talentflow::ingest
