// Where bytes come from: files, compressed files, buffers. Compression is recognised by content, not by name.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/adapter.hpp"
#include "schema/result.hpp"

namespace talentflow::ingest {

/// What a compressed input may unpack to. A bomb stops with ErrorCode::budget, whichever limit comes first.
struct ByteLimits {
  std::uint64_t ratio = 200;                  ///< unpacked bytes per packed byte; judged after the first MiB
  std::uint64_t unpacked_bytes = 1ULL << 40;  ///< in all
};

/// Opens a file for reading; gzip and zstd files are unpacked on the way, UTF-16 with its byte order mark
/// becomes UTF-8. Errors: not_found (no such file), invalid_input (a directory, an empty file), io.
Result<std::unique_ptr<ByteSource>> open_file(const std::string& path, const ByteLimits& limits);

/// Bytes already in memory, owned by the source. `name` is for messages.
std::unique_ptr<ByteSource> memory_source(std::string name, std::string bytes);

/// A source that can show its beginning before it is read. Used to recognise formats.
class PeekSource final : public ByteSource {
 public:
  explicit PeekSource(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) {}
  /// The first `size` bytes, or all there are. The view lives until the first read().
  Result<std::string_view> head(std::size_t size);
  Result<std::size_t> read(char* buffer, std::size_t size) override;
  const std::string& name() const override { return inner_->name(); }
  std::uint64_t consumed() const override { return inner_->consumed(); }
  std::uint64_t size() const override { return inner_->size(); }

 private:
  std::unique_ptr<ByteSource> inner_;
  std::string head_;
  std::size_t given_ = 0;
};

/// Everything that is left, up to `limit` bytes; ErrorCode::budget beyond. For formats that are read whole.
Result<std::string> read_all(ByteSource& source, std::size_t limit);

}  // namespace talentflow::ingest
