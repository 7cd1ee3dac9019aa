// Lists of words written as one text, and looked up.
#pragma once

#include <set>
#include <string_view>

namespace talentflow::ingest::text {

using Words = std::set<std::string_view>;

/// "a b c" -> {a, b, c}. The text must live as long as the program.
inline Words words(std::string_view text) {
  Words out;
  while (!text.empty()) {
    const auto end = text.find(' ');
    if (end != 0) out.insert(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

inline bool in(const Words& set, std::string_view word) { return set.contains(word); }

}  // namespace talentflow::ingest::text
