#include "ingest/text/page_adapter.hpp"

#include <algorithm>

#include <simdjson.h>

#include "ingest/bytes/byte_source.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

class PageAdapter final : public Adapter {
 public:
  explicit PageAdapter(std::vector<Record> records) : records_(std::move(records)) {}
  Result<bool> next(Record& record) override {
    if (given_ == records_.size()) return false;
    record = std::move(records_[given_++]);
    if (record.raw.empty())
      if (const auto* claim = std::get_if<ClaimRecord>(&record.content)) record.raw = claim->locator;
    return true;
  }

 private:
  std::vector<Record> records_;
  std::size_t given_ = 0;
};

/// The first line that is no UTF-8.
std::size_t broken_line(std::string_view text) {
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    ++number;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!simdjson::validate_utf8(text.data() + begin, end - begin)) return number;
    begin = end + 1;
  }
  return number;
}

}  // namespace

Result<std::unique_ptr<Adapter>> open_page(AdapterInput input, ReadPage read) {
  auto text = read_all(input.bytes, input.options.item_limit(kLargestPage));
  if (!text) return text.error();
  if (!simdjson::validate_utf8(text->data(), text->size()))
    return make_error(ErrorCode::invalid_input, input.bytes.name() + ":" + std::to_string(broken_line(*text)),
                      "not valid UTF-8; save the page as UTF-8");
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  return std::unique_ptr<Adapter>(
      std::make_unique<PageAdapter>(read(*text, input.bytes.name(), input.lexicon)));
}

bool has_heading(std::string_view text, std::string_view heading) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    while (!line.empty() &&
           (line.back() == '\r' || line.back() == ' ' || line.back() == '.' || line.back() == ':'))
      line.remove_suffix(1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '#')) line.remove_prefix(1);
    if (ascii_lower(line) == heading) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace talentflow::ingest::text
