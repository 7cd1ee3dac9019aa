// Lines of a byte source, without copying where a line lies whole in the buffer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/adapter.hpp"
#include "ingest/bytes/read_buffer.hpp"
#include "schema/result.hpp"

namespace talentflow::ingest {

/// Reads lines ended by LF or CR LF; a UTF-8 byte order mark at the beginning is dropped. Bounded memory: a
/// line longer than `longest` bytes is cut there, and the rest of it is skipped.
class LineReader {
 public:
  LineReader(ByteSource& source, std::size_t longest);

  struct Line {
    std::string_view text;     ///< without its end; valid until the next call
    std::uint64_t number = 0;  ///< 1-based
    bool cut = false;          ///< longer than allowed
  };
  /// False at the end of the input.
  Result<bool> next(Line& line);

 private:
  Result<void> skip_rest_of_line();

  ByteSource& source_;
  std::size_t longest_;
  ReadBuffer input_;
  std::string cut_text_;
  std::uint64_t number_ = 0;
};

}  // namespace talentflow::ingest
