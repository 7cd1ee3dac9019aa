#include "ingest/bytes/line_reader.hpp"

#include <algorithm>
#include <cstring>

namespace talentflow::ingest {
namespace {
constexpr std::size_t kFirstBuffer = 256 << 10;
}

LineReader::LineReader(ByteSource& source, std::size_t longest)
    : source_(source), longest_(longest), buffer_(kFirstBuffer) {}

Result<bool> LineReader::refill() {
  if (ended_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
  auto got = source_.read(buffer_.data() + end_, buffer_.size() - end_);
  if (!got) return got.error();
  if (*got == 0) ended_ = true;
  end_ += *got;
  return *got > 0;
}

Result<void> LineReader::skip_rest_of_line() {
  for (;;) {
    const char* const from = buffer_.data() + begin_;
    const auto* const found = static_cast<const char*>(std::memchr(from, '\n', end_ - begin_));
    if (found != nullptr) {
      begin_ = static_cast<std::size_t>(found - buffer_.data()) + 1;
      return {};
    }
    begin_ = end_;
    auto more = refill();
    if (!more) return more.error();
    if (!*more) return {};
  }
}

Result<bool> LineReader::next(Line& line) {
  std::size_t searched = 0;
  for (;;) {
    const char* const from = buffer_.data() + begin_;
    const std::size_t held = end_ - begin_;
    const auto* const found = static_cast<const char*>(std::memchr(from + searched, '\n', held - searched));
    const bool whole = found != nullptr || (ended_ && held > 0);
    if (whole || held > longest_) {
      std::size_t length = found != nullptr ? static_cast<std::size_t>(found - from) : held;
      line.number = ++number_;
      line.cut = length > longest_;
      if (line.cut) length = longest_;
      line.text = std::string_view(from, length);
      if (number_ == 1 && line.text.starts_with("\xEF\xBB\xBF")) line.text.remove_prefix(3);
      if (!line.cut && line.text.ends_with('\r')) line.text.remove_suffix(1);
      begin_ += found != nullptr ? static_cast<std::size_t>(found - from) + 1 : held;
      if (found == nullptr && line.cut && !ended_) {
        cut_text_.assign(line.text);  // skipping reuses the buffer
        line.text = cut_text_;
        TALENTFLOW_TRY(skip_rest_of_line());
      }
      return true;
    }
    if (ended_) return false;
    searched = held;
    auto more = refill();
    if (!more) return more.error();
  }
}

}  // namespace talentflow::ingest
