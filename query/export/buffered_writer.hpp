// Collects small pieces, hands them on in large ones, counts them.
#pragma once

#include <cstdint>
#include <string>

#include "query/format/format_table.hpp"

namespace talentflow::query {

class BufferedWriter {
 public:
  explicit BufferedWriter(const ByteWriter& write) : write_(write) {}
  std::string& text() { return buffer_; }
  /// Call after each item: hands the text on when there is enough of it.
  Result<void> item() { return buffer_.size() < kEnough ? Result<void>() : flush(); }
  Result<void> flush() {
    bytes_ += buffer_.size();
    auto written = write_(buffer_);
    buffer_.clear();
    return written;
  }
  std::uint64_t bytes() const { return bytes_; }

 private:
  static constexpr std::size_t kEnough = 1U << 16U;
  const ByteWriter& write_;
  std::string buffer_;
  std::uint64_t bytes_ = 0;
};

}  // namespace talentflow::query
