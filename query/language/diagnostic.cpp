#include "query/language/diagnostic.hpp"

#include <algorithm>
#include <numeric>

#include "schema/table.hpp"

namespace talentflow::query {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// True for the code points that terminals draw two columns wide; good enough to keep a caret in place.
bool is_wide(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead >= 0xF0) return true;
  if (lead < 0xE1 || at + 1 >= text.size()) return false;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const bool hangul_jamo = lead == 0xE1 && second >= 0x84 && second <= 0x85;
  const bool cjk = (lead == 0xE2 && second >= 0xBA) || (lead >= 0xE3 && lead <= 0xED);
  const bool fullwidth = lead == 0xEF && second >= 0xBC && second <= 0xBD;
  return hangul_jamo || cjk || fullwidth;
}

struct Spot {
  std::size_t line = 1;
  std::size_t column = 1;
  std::string text;        ///< the whole line
  std::size_t offset = 0;  ///< of the place in it, in bytes
  std::string padding;     ///< blanks that put the caret under the place
};

Spot locate(std::string_view source, std::size_t offset) {
  offset = std::min(offset, source.size());
  Spot spot;
  std::size_t start = 0;
  for (std::size_t i = 0; i < offset; ++i) {
    if (source[i] != '\n') continue;
    ++spot.line;
    start = i + 1;
  }
  spot.text = source.substr(start, source.find('\n', start) - start);
  if (!spot.text.empty() && spot.text.back() == '\r') spot.text.pop_back();
  spot.offset = std::min(offset - start, spot.text.size());
  for (std::size_t i = start; i < offset; ++i) {
    if (is_continuation(source[i])) continue;
    ++spot.column;
    spot.padding += source[i] == '\t' ? "\t" : (is_wide(source, i) ? "  " : " ");
  }
  return spot;
}

/// A long line is cut to what stands around the place.
void cut(Spot& spot) {
  constexpr std::size_t kWidest = 160;
  constexpr std::size_t kBefore = 60;
  if (spot.text.size() <= kWidest) return;
  const std::size_t caret = spot.offset;
  std::size_t begin = caret > kBefore + 10 ? caret - kBefore : 0;
  while (begin > 0 && is_continuation(spot.text[begin])) --begin;
  std::size_t end = std::min(spot.text.size(), begin + kWidest - 10);
  while (end < spot.text.size() && is_continuation(spot.text[end])) ++end;
  spot.padding.clear();
  if (begin > 0) spot.padding = "    ";
  for (std::size_t i = begin; i < caret; ++i)
    if (!is_continuation(spot.text[i])) spot.padding += is_wide(spot.text, i) ? "  " : " ";
  spot.text = (begin > 0 ? "... " : "") + spot.text.substr(begin, end - begin) +
              (end < spot.text.size() ? " ..." : "");
}

std::string excerpt(Spot spot, const std::string& hint) {
  cut(spot);
  std::string out = spot.text;
  for (char& byte : out)
    if (static_cast<unsigned char>(byte) < 0x20 && byte != '\t') byte = ' ';
  out += "\n" + spot.padding + "^";
  if (!hint.empty()) out += " " + hint;
  return out;
}

std::string where(const Spot& spot) {
  return "line " + std::to_string(spot.line) + ", column " + std::to_string(spot.column);
}

/// Damerau's distance with adjacent transpositions: the slips people make when typing.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  return above[b.size()];
}

}  // namespace

Error query_error(std::string_view source, Place place, const Problem& problem) {
  const Spot spot = locate(source, place.begin);
  std::string message = problem.kind;
  if (!problem.detail.empty()) message += ": " + problem.detail;
  return Error{ErrorCode::query, where(spot), message + ": " + problem.message, excerpt(spot, problem.hint)};
}

std::string query_warning(std::string_view source, Place place, const std::string& message,
                          const std::string& hint) {
  const Spot spot = locate(source, place.begin);
  return where(spot) + ": " + message + "\n" + excerpt(spot, hint);
}

std::string did_you_mean(std::string_view text, std::span<const std::string> candidates) {
  if (text.empty() || text.size() > 200) return "";
  const std::string wanted = ascii_lower(text);
  const std::size_t limit = std::max<std::size_t>(1, (text.size() + 2) / 3);
  std::size_t best = limit + 1;
  const std::string* nearest = nullptr;
  for (const std::string& candidate : candidates) {
    if (candidate == text || candidate.empty()) continue;
    if (candidate.size() > text.size() + limit || text.size() > candidate.size() + limit) continue;
    const std::size_t distance = edit_distance(wanted, ascii_lower(candidate));
    // Of two equally near the longer: a letter is left out more often than added.
    const bool nearer =
        distance < best || (distance == best && nearest != nullptr && candidate.size() > nearest->size());
    if (nearer && distance < std::max(text.size(), candidate.size())) {
      best = distance;
      nearest = &candidate;
    }
  }
  return nearest == nullptr ? "" : "did you mean `" + *nearest + "`?";
}

}  // namespace talentflow::query
