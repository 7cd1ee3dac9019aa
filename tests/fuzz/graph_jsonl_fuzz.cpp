// Plain graphs as JSON lines: every line becomes a record or a reject, never a crash. '$' stands for a line
// end.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ingest/bytes/byte_source.hpp"
#include "ingest/graph_jsonl/graph_jsonl.hpp"
#include "ingest/pipeline/lexicon.hpp"
#include "ingest/pipeline/print_record.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace ingest = talentflow::ingest;
  std::string text(reinterpret_cast<const char*>(data), size);
  std::replace(text.begin(), text.end(), '$', '\n');
  const ingest::MemoryLexicon lexicon;
  const auto source = ingest::memory_source("x", text);
  std::uint64_t rejected = 0;
  auto adapter = ingest::open_graph_jsonl({*source, lexicon, [&](const ingest::Reject& reject) {
                                             if (reject.reason.empty() || reject.line == 0) std::abort();
                                             ++rejected;
                                           }});
  if (!adapter) std::abort();
  talentflow::Record record;
  std::uint64_t taken = 0;
  for (;;) {
    const auto more = (*adapter)->next(record);
    if (!more) std::abort();
    if (!*more) break;
    ++taken;
    if (ingest::print_record(record, "x").empty()) std::abort();
  }
  const auto lines = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  if (taken + rejected > lines) std::abort();
  return 0;
}
