// CSV after RFC 4180: records of comma-separated fields, quoted where they hold commas, quotes or line ends.
//
// A plain line (no quote in it, which is nearly all of them) is split where it lies in the buffer: no field
// is copied. Only a record with quotes is unescaped, into one buffer that all its fields share. A record
// whose quoting is broken, or whose bytes are no UTF-8, is reported and reading goes on at the next line, so
// that one slip does not swallow the rest of a file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/adapter.hpp"
#include "ingest/bytes/read_buffer.hpp"
#include "schema/result.hpp"

namespace talentflow::ingest {

struct CsvLimits {
  std::size_t record_bytes = 4 << 20;  ///< of one record, quotes included; longer ones are reported
  std::size_t fields = 4096;           ///< of one record
};

class CsvReader {
 public:
  explicit CsvReader(ByteSource& source, CsvLimits limits = {});

  enum class Outcome { record, bad, end };
  struct Row {
    std::uint64_t line = 0;                ///< 1-based line at which the record begins
    std::vector<std::string_view> fields;  ///< valid until the next call
    std::string_view raw;  ///< the record as read, at most 64 KiB of it; valid until the next call
    std::string reason;    ///< why it is bad
  };
  /// Reads the next record into `row`, whose memory is reused. Empty lines are passed over. A byte order mark
  /// at the beginning is dropped. Errors are those of the byte source.
  Result<Outcome> next(Row& row);

 private:
  enum class Scan { whole, more, broken };
  struct Extent {
    Scan scan = Scan::more;
    std::size_t length = 0;    ///< of the record without its line end
    std::size_t consumed = 0;  ///< with its line end
    std::uint64_t lines = 1;
    bool quoted = false;
    const char* problem = nullptr;
  };
  Extent scan_record() const;
  Extent scan_quoted(const char* from, std::size_t held) const;
  Result<Outcome> give_bad(Row& row, std::string reason);
  Outcome give_record(Row& row, const Extent& extent);
  bool split_plain(Row& row, std::string_view text) const;
  bool split_quoted(Row& row, std::string_view text);

  ByteSource& source_;
  CsvLimits limits_;
  ReadBuffer input_;
  std::string unescaped_;
  std::uint64_t line_ = 1;
  bool started_ = false;
};

/// One field as CSV: quoted when it must be.
void append_csv_field(std::string& out, std::string_view field);

}  // namespace talentflow::ingest
