#include "ingest/bytes/line_reader.hpp"

#include <algorithm>
#include <cstring>

namespace talentflow::ingest {
namespace {
constexpr std::size_t kFirstBuffer = 256 << 10;
}

LineReader::LineReader(ByteSource& source, std::size_t longest)
    : source_(source), longest_(longest), input_(kFirstBuffer) {}

Result<void> LineReader::skip_rest_of_line() {
  for (;;) {
    const char* const from = input_.bytes.data() + input_.begin;
    const auto* const found = static_cast<const char*>(std::memchr(from, '\n', input_.end - input_.begin));
    if (found != nullptr) {
      input_.begin = static_cast<std::size_t>(found - input_.bytes.data()) + 1;
      return {};
    }
    input_.begin = input_.end;
    auto more = input_.refill(source_);
    if (!more) return more.error();
    if (!*more) return {};
  }
}

Result<bool> LineReader::next(Line& line) {
  std::size_t searched = 0;
  for (;;) {
    const char* const from = input_.bytes.data() + input_.begin;
    const std::size_t held = input_.end - input_.begin;
    const auto* const found = static_cast<const char*>(std::memchr(from + searched, '\n', held - searched));
    const bool whole = found != nullptr || (input_.ended && held > 0);
    if (whole || held > longest_) {
      std::size_t length = found != nullptr ? static_cast<std::size_t>(found - from) : held;
      line.number = ++number_;
      line.cut = length > longest_;
      if (line.cut) length = longest_;
      line.text = std::string_view(from, length);
      if (number_ == 1 && line.text.starts_with("\xEF\xBB\xBF")) line.text.remove_prefix(3);
      if (!line.cut && line.text.ends_with('\r')) line.text.remove_suffix(1);
      input_.begin += found != nullptr ? static_cast<std::size_t>(found - from) + 1 : held;
      if (found == nullptr && line.cut && !input_.ended) {
        cut_text_.assign(line.text);  // skipping reuses the buffer
        line.text = cut_text_;
        TALENTFLOW_TRY(skip_rest_of_line());
      }
      return true;
    }
    if (input_.ended) return false;
    searched = held;
    auto more = input_.refill(source_);
    if (!more) return more.error();
  }
}

}  // namespace talentflow::ingest
