// The structured adapters: whatever the bytes, reading ends, keeps its memory, and says of every record that
// it is one.
//
// The first byte chooses the adapter ('@' the first), the rest is the input, and a map of columns where it is
// one. A seed is one line, so "\n" in a seed stands for a line end.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "ingest/adapter.hpp"
#include "ingest/bytes/byte_source.hpp"
#include "ingest/column_map.hpp"
#include "ingest/record_check.hpp"
#include "tests/fuzz/adapter_seeds.hpp"

namespace {

namespace ingest = talentflow::ingest;

class NoNames final : public ingest::Lexicon {
 public:
  std::vector<Entry> find(std::string_view) const override { return {}; }
  std::optional<Entry> find_id(std::string_view) const override { return std::nullopt; }
};

/// The text as the only file of a tar, so that what is fuzzed is what stands inside.
std::string in_tar(const std::string& text) {
  std::string header(512, '\0');
  const auto put = [&](std::size_t at, const std::string& field) { header.replace(at, field.size(), field); };
  char size[12];
  std::snprintf(size, sizeof size, "%011zo", text.size());
  put(0, "folder/input.json");
  put(100, "0000644");
  put(108, "0000000");
  put(116, "0000000");
  put(124, std::string(size, 11));
  put(136, "00000000000");
  put(148, "        ");
  put(156, "0");
  put(257, std::string("ustar\0", 6) + "00");
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  char checksum[8];
  std::snprintf(checksum, sizeof checksum, "%06o", sum);
  put(148, std::string(checksum, 6) + std::string("\0 ", 2));
  std::string out = header + text;
  out.resize((out.size() + 511) / 512 * 512 + 1024, '\0');
  return out;
}

void demand(bool law) {
  if (!law) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const auto wanted = talentflow::kSeededAdapters[static_cast<std::uint8_t>(data[0] - '@') %
                                                  std::size(talentflow::kSeededAdapters)];
  std::string text = talentflow::with_line_ends({reinterpret_cast<const char*>(data) + 1, size - 1});
  const auto columns = ingest::ColumnMap::parse(text, "map");
  if (!columns) demand(!columns.error().message.empty());
  if (wanted == "archive") text = in_tar(text);
  for (const auto& entry : ingest::adapter_table()) {
    entry.sniff("input", text);
    if (entry.name != wanted) continue;
    const NoNames names;
    const auto bytes = ingest::memory_source("input", text);
    std::size_t rejects = 0, records = 0;
    auto adapter = entry.open({*bytes,
                               names,
                               [&](ingest::Reject reject) {
                                 ++rejects;
                                 demand(!reject.reason.empty());
                               },
                               {0, columns ? &*columns : nullptr}});
    if (!adapter) continue;
    talentflow::Record record;
    for (;;) {
      const auto more = (*adapter)->next(record);
      if (!more) demand(!more.error().message.empty());
      if (!more || !*more) break;
      (void)ingest::find_fault(record);
      demand(++records <= 64 * (text.size() + 16));
    }
    demand(rejects <= 64 * (text.size() + 16));
  }
  return 0;
}
