// The elements of an XML input that adapters ask for, one subtree after another, without holding the input.
//
// expat is known to xml_items.cpp alone. Entities beyond XML's own five are refused (an entity can unfold to
// gigabytes, or name a file of this machine), and so is everything a document type declaration could fetch.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

struct XmlNode {
  std::string name;  ///< local: without prefix and namespace; with XmlItemOptions::prefixes, "media:title"
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;  ///< the element's own character data, in one piece, white space at both ends trimmed
  std::string
      markup;  ///< of an element in XmlItemOptions::folded that has elements inside: all of it as HTML
  std::vector<XmlNode> children;
  std::uint64_t line = 0;

  std::string_view attribute(std::string_view wanted) const;
  /// The first child of that name; an empty node when there is none, so that chains need no check.
  const XmlNode& operator[](std::string_view wanted) const;
  bool has(std::string_view wanted) const;
  std::vector<const XmlNode*> all(std::string_view wanted) const;
};

/// Memory that one subtree may take where nobody says otherwise.
inline constexpr std::size_t kXmlItemBytes = 16 << 20;

struct XmlItemOptions {
  std::vector<std::string> items;          ///< local names of the elements to give out
  std::vector<std::string> skipped;        ///< local names of subtrees inside items that nobody reads
  std::size_t item_bytes = kXmlItemBytes;  ///< memory that one subtree may take
  std::size_t depth = 256;
  /// Names of elements inside items that may hold markup: it goes into `markup`, not into children.
  std::vector<std::string> folded = {};
  /// Namespaces whose elements are named with a prefix: {"http://search.yahoo.com/mrss/", "media"}.
  std::vector<std::pair<std::string, std::string>> prefixes = {};
  std::string charset = {};  ///< what the bytes are whatever the declaration says; empty: believe it
};

class XmlItems {
 public:
  XmlItems(ByteSource& source, XmlItemOptions options);
  ~XmlItems();
  XmlItems(const XmlItems&) = delete;
  XmlItems& operator=(const XmlItems&) = delete;

  struct Item {
    XmlNode node;
    std::string problem;  ///< not empty: it cannot be taken, and why; `node` has its name and line
    std::string
        base;  ///< xml:base, of the item and of what is around it; relative addresses are relative to it
    std::string language;  ///< xml:lang, likewise
  };
  /// False at the end of the input. White space before the XML declaration is allowed. Errors: invalid_input
  /// with line and column where the XML breaks off, and those of the byte source; items before stay valid.
  Result<bool> next(Item& item);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace talentflow::ingest
