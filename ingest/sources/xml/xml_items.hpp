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
  std::string name;  ///< local: without prefix and namespace
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;  ///< the element's own character data, in one piece, white space at both ends trimmed
  std::vector<XmlNode> children;
  std::uint64_t line = 0;

  std::string_view attribute(std::string_view wanted) const;
  /// The first child of that name; an empty node when there is none, so that chains need no check.
  const XmlNode& operator[](std::string_view wanted) const;
  bool has(std::string_view wanted) const;
  std::vector<const XmlNode*> all(std::string_view wanted) const;
};

struct XmlItemOptions {
  std::vector<std::string> items;     ///< local names of the elements to give out
  std::vector<std::string> skipped;   ///< local names of subtrees inside items that nobody reads
  std::size_t item_bytes = 16 << 20;  ///< memory that one subtree may take
  std::size_t depth = 256;
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
  };
  /// False at the end of the input. White space before the XML declaration is allowed. Errors: invalid_input
  /// with line and column where the XML breaks off, and those of the byte source; items before stay valid.
  Result<bool> next(Item& item);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace talentflow::ingest
