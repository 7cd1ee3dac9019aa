// HTML as events: elements opened and closed (also where the page forgot to), text between them.
//
// libxml2 is known to html_events.cpp alone. Nothing is fetched, no document type is read, entities are
// HTML's own. No tree is built: memory is that of the open elements, of which there may be kDeepest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "schema/result.hpp"

namespace talentflow::ingest::html {

/// The attributes of an element that is being opened. Valid during HtmlHandler::open().
class HtmlAttributes {
 public:
  explicit HtmlAttributes(const unsigned char** pairs) : pairs_(pairs) {}
  /// The value by lower-case name; empty when it is absent or has none.
  std::string_view operator[](std::string_view name) const;
  bool has(std::string_view name) const;

 private:
  const unsigned char** pairs_;
};

class HtmlHandler {
 public:
  virtual ~HtmlHandler() = default;
  /// Names are lower case. Every opened element is closed, in the order of nesting.
  virtual void open(std::string_view name, const HtmlAttributes& attributes) = 0;
  virtual void close() = 0;
  /// Text with its entities resolved, in pieces of any size.
  virtual void text(std::string_view piece) = 0;
  /// The content of script and style.
  virtual void raw(std::string_view piece) = 0;
  virtual void comment(std::string_view content) = 0;
  /// 1-based line of the event, set before each call.
  std::uint64_t line = 0;
};

/// Levels of open elements. Pages that people read have some dozens.
inline constexpr std::size_t kDeepest = 256;
/// Attributes of one element that are read. Finding one given twice takes the square of their number.
inline constexpr std::size_t kMostAttributes = 256;

/// Reads a whole page (valid UTF-8, at most 2 GB). Errors: invalid_input when elements nest deeper than
/// kDeepest, with `name`:line; what came before was delivered, and what was open is closed. Anything else
/// that is wrong with the HTML is read as browsers read it.
Result<void> read_html(std::string_view utf8, std::string_view name, HtmlHandler& handler);

}  // namespace talentflow::ingest::html
