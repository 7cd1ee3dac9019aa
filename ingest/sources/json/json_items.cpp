#include "ingest/sources/json/json_items.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

#include "ingest/sources/common/reading.hpp"

namespace talentflow::ingest {
namespace {

constexpr std::size_t kFirstBuffer = 256 << 10;
constexpr std::size_t kShown = 200;

enum class Found { nothing_yet, end, unclosed };

/// Where an object ends, found byte by byte and resumable when more bytes come.
///
/// An object that is never closed must not swallow the lines behind it. Two things show it for certain: a
/// line that ends inside a string (JSON has no such strings), and an object at the beginning of a line where
/// none can stand.
struct Extent {
  std::size_t at =
      0;  ///< bytes seen; behind the object at its end, before the next line where it is unclosed
  std::size_t deepest = 0;
  std::uint64_t lines = 0;
  std::string open;  ///< the brackets that are open
  bool in_string = false;
  bool escaped = false;

  /// Begins inside of an object, whose brace was passed.
  void enter() {
    open = "{";
    deepest = depth = 1;
  }

  Found scan(const char* text, std::size_t size) {
    while (at < size) {
      const char c = text[at++];
      if (in_string) {
        if (escaped)
          escaped = false;
        else if (c == '\\')
          escaped = true;
        else if (c == '"')
          in_string = false;
        if (c != '\n') continue;
        ++lines;
        return Found::unclosed;
      }
      if (c == '"')
        in_string = true;
      else if (c == '\n')
        ++lines;
      else if (c == '{' || c == '[') {
        if (c == '{' && out_of_place(text)) {
          --at;
          return Found::unclosed;
        }
        if (open.size() < kDeepestKept) open.push_back(c);
        deepest = std::max(deepest, ++depth);
      } else if (c == '}' || c == ']') {
        if (depth <= open.size() && !open.empty()) open.pop_back();
        if (--depth == 0) return Found::end;
      }
    }
    return Found::nothing_yet;
  }

 private:
  static constexpr std::size_t kDeepestKept = 4096;

  /// A brace at the beginning of a line, inside an object whose next word can be no object.
  bool out_of_place(const char* text) const {
    if (at < 2 || text[at - 2] != '\n' || depth == 0 || depth > open.size()) return false;
    std::size_t before = at - 1;
    while (before > 0 && (text[before - 1] == '\n' || text[before - 1] == '\r' || text[before - 1] == ' ' ||
                          text[before - 1] == '\t'))
      --before;
    const char last = before > 0 ? text[before - 1] : '\0';
    return open.back() == '{' ? last != ':' : last != ',' && last != '[';
  }

  std::size_t depth = 0;
};

/// Behind the bracket that opens what `key` of the object's own keys has; nullopt when it is not among them,
/// as far as the text goes, or has no list or object.
std::optional<std::size_t> find_wrapped(std::string_view text, std::string_view key) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return std::nullopt;
    if (c != '"') continue;
    const std::size_t begin = at + 1;
    for (at = begin; at < text.size() && text[at] != '"'; ++at)
      if (text[at] == '\\') ++at;
    if (at >= text.size()) return std::nullopt;
    if (depth != 1 || text.substr(begin, at - begin) != key) continue;
    const auto colon = text.find_first_not_of(" \t\r\n", at + 1);
    if (colon == std::string_view::npos || text[colon] != ':') continue;
    const auto bracket = text.find_first_not_of(" \t\r\n", colon + 1);
    if (bracket == std::string_view::npos || (text[bracket] != '[' && text[bracket] != '{'))
      return std::nullopt;
    return bracket + 1;
  }
  return std::nullopt;
}

}  // namespace

JsonItems::JsonItems(ByteSource& source, JsonItemLimits limits, std::string wrapper)
    : source_(source), limits_(limits), input_(kFirstBuffer), wrapper_(std::move(wrapper)) {}

Result<bool> JsonItems::next(Item& item) {
  item.problem.clear();
  item.text = {};
  auto found = find_start(item);
  if (!found || !*found || !item.problem.empty()) return found;
  return take_object(item);
}

/// Passes over what may stand between objects. True at an object, or at stray text, which becomes the item's
/// problem.
Result<bool> JsonItems::find_start(Item& item) {
  for (;;) {
    if (input_.begin == input_.end || (!started_ && input_.end - input_.begin < 3 && !input_.ended)) {
      auto more = input_.refill(source_);
      if (!more) return more.error();
      if (!*more && input_.begin == input_.end) return false;
      continue;
    }
    if (!started_) {
      started_ = true;
      if (std::string_view(input_.bytes.data() + input_.begin, input_.end - input_.begin)
              .starts_with("\xEF\xBB\xBF"))
        input_.begin += 3;
      continue;
    }
    const char c = input_.bytes[input_.begin];
    if (within_ != '\0' && c == within_) {
      TALENTFLOW_TRY(leave_wrapper());
      continue;
    }
    if (within_ == '}' && c == '"') {
      TALENTFLOW_TRY(pass_key());
      continue;
    }
    if (c == '{') {
      const auto unwrapped = unwrap();
      if (!unwrapped) return unwrapped.error();
      if (*unwrapped) continue;
      return true;
    }
    if (c == '\n')
      ++line_;
    else if (c != ' ' && c != '\t' && c != '\r' && c != ',' && c != '[' && c != ']')
      return pass_stray_text(item);
    ++input_.begin;
  }
}

/// At an object: goes into what it wraps, if it does. An object that is held whole is its reader's.
Result<bool> JsonItems::unwrap() {
  if (wrapper_.empty() || within_ != '\0') return false;
  while (input_.end - input_.begin < kFirstBuffer && !input_.ended) {
    auto more = input_.refill(source_);
    if (!more) return more.error();
    if (!*more) break;
  }
  const std::string_view text(input_.bytes.data() + input_.begin, input_.end - input_.begin);
  const auto inside = find_wrapped(text, wrapper_);
  if (!inside) return false;
  line_ += static_cast<std::uint64_t>(
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*inside), '\n'));
  within_ = text[*inside - 1] == '[' ? ']' : '}';
  input_.begin += *inside;
  return true;
}

/// Behind the last wrapped object: passes over what else the object around them has.
Result<bool> JsonItems::leave_wrapper() {
  ++input_.begin;
  within_ = '\0';
  Extent rest;
  rest.enter();
  for (;;) {
    const Found found = rest.scan(input_.bytes.data() + input_.begin, input_.end - input_.begin);
    input_.begin += rest.at;
    rest.at = 0;
    if (found != Found::nothing_yet) break;
    auto more = input_.refill(source_);
    if (!more) return more.error();
    if (!*more) break;
  }
  line_ += rest.lines;
  return true;
}

/// The key of an object in an object of them, and its colon.
Result<bool> JsonItems::pass_key() {
  bool escaped = false, inside = false;
  for (;;) {
    while (input_.begin < input_.end) {
      const char c = input_.bytes[input_.begin++];
      if (c == '\n') ++line_;
      if (!inside && c == ':') return true;
      if (c == '"' && !escaped) inside = !inside;
      escaped = inside && c == '\\' && !escaped;
    }
    auto more = input_.refill(source_);
    if (!more) return more.error();
    if (!*more) return false;
  }
}

/// Text that belongs to no object: reported once, passed over to the end of its line.
Result<bool> JsonItems::pass_stray_text(Item& item) {
  item.line = line_;
  std::string shown;
  for (;;) {
    const char* const from = input_.bytes.data() + input_.begin;
    const auto* const newline = static_cast<const char*>(std::memchr(from, '\n', input_.end - input_.begin));
    const std::size_t length =
        newline != nullptr ? static_cast<std::size_t>(newline - from) : input_.end - input_.begin;
    shown.append(from, std::min(length, kShown - std::min(kShown, shown.size())));
    input_.begin += length;
    if (newline != nullptr) break;
    auto more = input_.refill(source_);
    if (!more) return more.error();
    if (!*more) break;
  }
  item.problem = "not a JSON object: " + shown;
  return true;
}

std::string JsonItems::too_long() const {
  return "an object longer than " + size_text(limits_.item_bytes) + ", the largest item that is taken";
}

Result<bool> JsonItems::take_object(Item& item) {
  item.line = line_;
  Extent extent;
  Found found = Found::nothing_yet;
  while ((found = extent.scan(input_.bytes.data() + input_.begin, input_.end - input_.begin)) ==
         Found::nothing_yet) {
    if (extent.at > limits_.item_bytes && item.problem.empty()) item.problem = too_long();
    if (!item.problem.empty()) {  // keep only its beginning while looking for its end
      input_.end = input_.begin + std::min<std::size_t>(input_.end - input_.begin, kShown);
      extent.at = input_.end - input_.begin;
    }
    auto more = input_.refill(source_);
    if (!more) return more.error();
    if (*more) continue;
    item.problem = "the input ends inside the object that begins on line " + std::to_string(item.line);
    item.text = {input_.bytes.data() + input_.begin,
                 std::min<std::size_t>(input_.end - input_.begin, kShown)};
    input_.begin = input_.end;
    return true;
  }
  if (extent.at > limits_.item_bytes && item.problem.empty()) item.problem = too_long();
  item.text = {input_.bytes.data() + input_.begin, extent.at};
  input_.begin += extent.at;
  line_ += extent.lines;
  if (found == Found::unclosed)
    item.problem = "not JSON: the object is not closed before the next line begins";
  else if (item.problem.empty() && extent.deepest > limits_.depth)
    item.problem = "nested deeper than " + std::to_string(limits_.depth) + " levels";
  if (!item.problem.empty()) item.text = item.text.substr(0, kShown);
  return true;
}

}  // namespace talentflow::ingest
