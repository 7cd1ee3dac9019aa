#include "query/export/xml_text.hpp"

#include "schema/utf8.hpp"

namespace talentflow::query {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Char of XML 1.0; the C1 controls, allowed but discouraged, break a reader and are left out too.
bool legal(char32_t code) {
  if (code == '\t' || code == '\n' || code == '\r') return true;
  if (is_control(code)) return false;
  return code != 0xFFFE && code != 0xFFFF;
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    const char32_t code = next_code_point(text, position);
    switch (code) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
        out += "&#9;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:
        append_utf8(out, legal(code) ? code : kReplacement);
    }
  }
}

bool xml_can_hold(std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t start = position;
    const char32_t code = next_code_point(text, position);
    if (!legal(code) || (code == kReplacement && position - start == 1)) return false;
  }
  return true;
}

}  // namespace talentflow::query
