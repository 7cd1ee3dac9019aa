// CSV and claim tables: any bytes are read to their end, every row is accounted for, and what is written is
// read back. '$' in an input stands for a line end, so that seeds fit on lines.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "ingest/bytes/byte_source.hpp"
#include "ingest/claim_tables/claim_tables.hpp"
#include "ingest/csv/csv_reader.hpp"
#include "ingest/pipeline/lexicon.hpp"
#include "ingest/record_check.hpp"

namespace {

namespace ingest = talentflow::ingest;

void demand(bool law) {
  if (!law) std::abort();
}

using Rows = std::vector<std::vector<std::string>>;

Rows read(const std::string& text, std::size_t& bad) {
  const auto source = ingest::memory_source("x", text);
  ingest::CsvReader reader(*source, {.record_bytes = 4096, .fields = 64});
  ingest::CsvReader::Row row;
  Rows out;
  std::uint64_t line = 0;
  for (;;) {
    const auto outcome = reader.next(row);
    demand(outcome.ok());
    if (*outcome == ingest::CsvReader::Outcome::end) return out;
    demand(row.line > line);
    line = row.line;
    if (*outcome == ingest::CsvReader::Outcome::bad) {
      demand(!row.reason.empty());
      ++bad;
    } else {
      out.emplace_back(row.fields.begin(), row.fields.end());
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  std::replace(text.begin(), text.end(), '$', '\n');
  std::size_t bad = 0;
  const Rows rows = read(text, bad);
  std::string written;
  for (const auto& row : rows) {
    if (row.size() == 1 && (row[0].empty() || row[0] == "\r"))
      written += "\"\"";  // an empty line is no record
    else
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) written += ',';
        ingest::append_csv_field(written, row[i]);
      }
    written += '\n';
  }
  std::size_t bad_again = 0;
  const Rows again = read(written, bad_again);
  if (bad_again == 0 && !written.starts_with("\xEF\xBB\xBF")) demand(again.size() == rows.size());

  const ingest::MemoryLexicon lexicon;
  const auto source = ingest::memory_source("x", text);
  auto adapter = ingest::open_claim_tables(
      {*source, lexicon, [](const ingest::Reject& reject) { demand(!reject.reason.empty()); }});
  if (!adapter) return 0;
  talentflow::Record record;
  for (;;) {
    const auto more = (*adapter)->next(record);
    if (!more || !*more) return 0;
    (void)ingest::find_fault(record);
  }
}
