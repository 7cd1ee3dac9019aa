#include "ingest/sources/json/json_items.hpp"

#include <algorithm>
#include <cstring>

namespace talentflow::ingest {
namespace {

constexpr std::size_t kFirstBuffer = 256 << 10;
constexpr std::size_t kShown = 200;

/// Where an object ends, found byte by byte and resumable when more bytes come.
struct Extent {
  std::size_t at = 0;  ///< bytes seen
  std::size_t depth = 0;
  std::size_t deepest = 0;
  std::uint64_t lines = 0;
  bool in_string = false;
  bool escaped = false;

  /// True when the object is closed; `at` is then behind its last brace.
  bool scan(const char* text, std::size_t size) {
    while (at < size) {
      const char c = text[at++];
      if (in_string) {
        if (escaped)
          escaped = false;
        else if (c == '\\')
          escaped = true;
        else if (c == '"')
          in_string = false;
        else if (c == '\n')
          ++lines;
        continue;
      }
      switch (c) {
        case '"':
          in_string = true;
          break;
        case '\n':
          ++lines;
          break;
        case '{':
        case '[':
          deepest = std::max(deepest, ++depth);
          break;
        case '}':
        case ']':
          if (--depth == 0) return true;
          break;
        default:
          break;
      }
    }
    return false;
  }
};

std::string mebibytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

}  // namespace

JsonItems::JsonItems(ByteSource& source, JsonItemLimits limits)
    : source_(source), limits_(limits), buffer_(kFirstBuffer) {}

/// Moves what is held to the front and reads more behind it.
Result<bool> JsonItems::refill() {
  if (ended_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
  auto got = source_.read(buffer_.data() + end_, buffer_.size() - end_);
  if (!got) return got.error();
  ended_ = *got == 0;
  end_ += *got;
  return *got > 0;
}

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
    if (begin_ == end_ || (!started_ && end_ - begin_ < 3 && !ended_)) {
      auto more = refill();
      if (!more) return more.error();
      if (!*more && begin_ == end_) return false;
      continue;
    }
    if (!started_) {
      started_ = true;
      if (std::string_view(buffer_.data() + begin_, end_ - begin_).starts_with("\xEF\xBB\xBF")) begin_ += 3;
      continue;
    }
    const char c = buffer_[begin_];
    if (c == '{') return true;
    if (c == '\n')
      ++line_;
    else if (c != ' ' && c != '\t' && c != '\r' && c != ',' && c != '[' && c != ']')
      return pass_stray_text(item);
    ++begin_;
  }
}

/// Text that belongs to no object: reported once, passed over to the end of its line.
Result<bool> JsonItems::pass_stray_text(Item& item) {
  item.line = line_;
  std::string shown;
  for (;;) {
    const char* const from = buffer_.data() + begin_;
    const auto* const newline = static_cast<const char*>(std::memchr(from, '\n', end_ - begin_));
    const std::size_t length = newline != nullptr ? static_cast<std::size_t>(newline - from) : end_ - begin_;
    shown.append(from, std::min(length, kShown - std::min(kShown, shown.size())));
    begin_ += length;
    if (newline != nullptr) break;
    auto more = refill();
    if (!more) return more.error();
    if (!*more) break;
  }
  item.problem = "not a JSON object: " + shown;
  return true;
}

Result<bool> JsonItems::take_object(Item& item) {
  item.line = line_;
  Extent extent;
  while (!extent.scan(buffer_.data() + begin_, end_ - begin_)) {
    if (extent.at > limits_.item_bytes && item.problem.empty())
      item.problem = "an object longer than " + mebibytes(limits_.item_bytes);
    if (!item.problem.empty()) {  // keep only its beginning while looking for its end
      end_ = begin_ + std::min<std::size_t>(end_ - begin_, kShown);
      extent.at = end_ - begin_;
    }
    auto more = refill();
    if (!more) return more.error();
    if (*more) continue;
    item.problem = "the input ends inside the object that begins on line " + std::to_string(item.line);
    item.text = {buffer_.data() + begin_, std::min<std::size_t>(end_ - begin_, kShown)};
    begin_ = end_;
    return true;
  }
  item.text = {buffer_.data() + begin_, extent.at};
  begin_ += extent.at;
  line_ += extent.lines;
  if (item.problem.empty() && extent.deepest > limits_.depth)
    item.problem = "nested deeper than " + std::to_string(limits_.depth) + " levels";
  if (!item.problem.empty()) item.text = item.text.substr(0, kShown);
  return true;
}

}  // namespace talentflow::ingest
