#include "ingest/html/utf8_page.hpp"

#include <algorithm>

#include <simdjson.h>

#include "ingest/bytes/charset.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::html {
namespace {

constexpr std::size_t kHead = 4096;

std::string_view behind_blanks(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n\f");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

/// Where a charset is named, as "charset=..", and what follows; npos when none is.
std::string named_charset(std::string_view head, std::size_t& at) {
  const std::string lower = ascii_lower(head.substr(0, kHead));
  at = lower.find("charset");
  while (at != std::string::npos) {
    std::size_t begin = lower.find_first_not_of(" \t", at + 7);
    if (begin != std::string::npos && lower[begin] == '=') {
      begin = lower.find_first_not_of(" \t\"'", begin + 1);
      const auto end = lower.find_first_of(" \t\"'/>;", std::min(begin, lower.size()));
      if (begin != std::string::npos && end != std::string::npos && end > begin)
        return lower.substr(begin, end - begin);
    }
    at = lower.find("charset", at + 7);
  }
  return {};
}

Result<std::string> converted(std::string_view bytes, std::string_view charset, const std::string& where) {
  auto transcoder = Transcoder::from(charset);
  if (!transcoder) return make_error(ErrorCode::invalid_input, where, transcoder.error().message);
  std::string out;
  (*transcoder)->convert(bytes, true, out);
  return out;
}

}  // namespace

bool begins_as_html(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  head = behind_blanks(head);
  while (head.starts_with("<!--") || head.starts_with("<?xml")) {
    const bool comment = head.starts_with("<!--");
    const auto end = head.find(comment ? "-->" : "?>");
    if (end == std::string_view::npos) return false;
    head = behind_blanks(head.substr(end + (comment ? 3 : 2)));
  }
  const std::string begin = ascii_lower(head.substr(0, 40));
  if (begin.starts_with("<!doctype")) return begin.find("html") != std::string::npos;
  for (const std::string_view element :
       {"<html", "<head", "<body", "<meta", "<title", "<article", "<main", "<div", "<p>", "<h1", "<section"})
    if (begin.starts_with(element)) return true;
  return false;
}

Result<std::string> utf8_page(std::string bytes, const std::string& name) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
    return repaired_utf8(bytes);
  }
  if (bytes.starts_with("\xFF\xFE")) return converted(std::string_view(bytes).substr(2), "utf-16le", name);
  if (bytes.starts_with("\xFE\xFF")) return converted(std::string_view(bytes).substr(2), "utf-16be", name);
  std::size_t at = 0;
  const std::string charset = named_charset(bytes, at);
  // What is valid UTF-8 with characters beyond ASCII in it is UTF-8, whatever an old template says.
  if (charset.empty() || is_utf8(charset) || charset.starts_with("utf-16") ||
      simdjson::validate_utf8(bytes.data(), bytes.size()))
    return repaired_utf8(bytes);
  const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return converted(bytes, charset, name + ":" + std::to_string(line));
}

}  // namespace talentflow::ingest::html
