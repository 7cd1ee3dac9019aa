#include "query/language/text.hpp"

#include <algorithm>
#include <array>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace talentflow::query {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

constexpr std::array<std::string_view, 3> kWideBlanks = {"\xE3\x80\x80", "\xC2\xA0", "\xE2\x80\x83"};

bool is_blank(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

}  // namespace

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::size_t offset_of(std::string_view text, std::size_t n) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_continuation(text[i])) continue;
    if (n-- == 0) return i;
  }
  return text.size();
}

std::string reversed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && is_continuation(text[begin])) --begin;
    out.append(text.substr(begin, end - begin));
    end = begin;
  }
  return out;
}

std::string upper_case(std::string_view text) {
  std::string out(text);
  if (is_ascii(text)) {
    for (char& c : out)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
  }
  out.clear();
  icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
      .toUpper(icu::Locale::getRoot())
      .toUTF8String(out);
  return out;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  if (is_ascii(text)) {
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
  }
  out.clear();
  icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
      .toLower(icu::Locale::getRoot())
      .toUTF8String(out);
  return out;
}

std::string_view trim_left(std::string_view text) {
  for (bool more = true; more && !text.empty();) {
    more = is_blank(text.front());
    if (more) text.remove_prefix(1);
    for (const std::string_view blank : kWideBlanks) {
      if (!text.starts_with(blank)) continue;
      text.remove_prefix(blank.size());
      more = true;
    }
  }
  return text;
}

std::string_view trim_right(std::string_view text) {
  for (bool more = true; more && !text.empty();) {
    more = is_blank(text.back());
    if (more) text.remove_suffix(1);
    for (const std::string_view blank : kWideBlanks) {
      if (!text.ends_with(blank)) continue;
      text.remove_suffix(blank.size());
      more = true;
    }
  }
  return text;
}

}  // namespace talentflow::query
