#include "ingest/bytes/unpack.hpp"

#include <vector>

#include <zlib.h>
#include <zstd.h>

namespace talentflow::ingest {
namespace {

constexpr std::size_t kPackedBuffer = 128 << 10;
/// The ratio is judged only beyond this much output: small, very regular files are no attack.
constexpr std::uint64_t kRatioGrace = 1 << 20;

/// What gzip and zstd have in common: the packed buffer and the account of what came out of it.
class Unpacker : public ByteSource {
 public:
  Unpacker(std::unique_ptr<ByteSource> packed, const ByteLimits& limits)
      : packed_(std::move(packed)), limits_(limits), buffer_(kPackedBuffer) {}
  const std::string& name() const override { return packed_->name(); }
  std::uint64_t consumed() const override { return packed_->consumed(); }
  std::uint64_t size() const override { return packed_->size(); }

 protected:
  /// Fills the packed buffer; 0 at the end.
  Result<std::size_t> fill() {
    auto got = packed_->read(buffer_.data(), buffer_.size());
    if (got) taken_ += *got;
    return got;
  }
  Result<std::size_t> account(std::size_t produced) {
    produced_ += produced;
    if (produced_ > limits_.unpacked_bytes)
      return make_error(ErrorCode::budget, name(),
                        "unpacks to more than " + std::to_string(limits_.unpacked_bytes) +
                            " bytes; raise the limit on unpacked bytes if that is meant");
    if (produced_ > kRatioGrace && produced_ / limits_.ratio > taken_)
      return make_error(ErrorCode::budget, name(),
                        "unpacks to more than " + std::to_string(limits_.ratio) +
                            " times its size; raise the limit on the ratio if that is meant");
    return produced;
  }
  Error damaged(std::string_view format, std::string_view what) const {
    return make_error(ErrorCode::invalid_input, name(),
                      std::string(format) + " stream is " + std::string(what) + " after " +
                          std::to_string(produced_) + " unpacked bytes; fetch the file again");
  }
  std::vector<char>& buffer() { return buffer_; }

 private:
  std::unique_ptr<ByteSource> packed_;
  ByteLimits limits_;
  std::vector<char> buffer_;
  std::uint64_t taken_ = 0;
  std::uint64_t produced_ = 0;
};

class GzipSource final : public Unpacker {
 public:
  GzipSource(std::unique_ptr<ByteSource> packed, const ByteLimits& limits)
      : Unpacker(std::move(packed), limits) {
    constexpr int kGzipOnly = 16 + MAX_WBITS;
    inflateInit2(&stream_, kGzipOnly);
  }
  ~GzipSource() override { inflateEnd(&stream_); }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  Result<std::size_t> read(char* out, std::size_t size) override {
    if (done_ || size == 0) return std::size_t{0};
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out == size) {
      if (stream_.avail_in == 0) {
        auto got = fill();
        if (!got) return got;
        if (*got == 0) {
          done_ = true;
          if (member_open_) return damaged("gzip", "cut off");
          return std::size_t{0};
        }
        stream_.next_in = reinterpret_cast<Bytef*>(buffer().data());
        stream_.avail_in = static_cast<uInt>(*got);
      }
      if (!member_open_) {
        if (*stream_.next_in != 0x1f && any_member_) {  // padding after the last member
          done_ = true;
          break;
        }
        inflateReset(&stream_);
        member_open_ = any_member_ = true;
      }
      const int status = inflate(&stream_, Z_NO_FLUSH);
      if (status == Z_STREAM_END)
        member_open_ = false;
      else if (status != Z_OK && status != Z_BUF_ERROR)
        return damaged("gzip", "damaged");
    }
    return account(size - stream_.avail_out);
  }

 private:
  z_stream stream_{};
  bool member_open_ = false;
  bool any_member_ = false;
  bool done_ = false;
};

class ZstdSource final : public Unpacker {
 public:
  ZstdSource(std::unique_ptr<ByteSource> packed, const ByteLimits& limits)
      : Unpacker(std::move(packed), limits), stream_(ZSTD_createDStream()) {
    constexpr int kLargestWindow = 27;  // 128 MiB: what zstd's own program accepts without being asked
    ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, kLargestWindow);
  }
  ~ZstdSource() override { ZSTD_freeDStream(stream_); }
  ZstdSource(const ZstdSource&) = delete;
  ZstdSource& operator=(const ZstdSource&) = delete;

  Result<std::size_t> read(char* out, std::size_t size) override {
    ZSTD_outBuffer output{out, size, 0};
    while (output.pos == 0 && size > 0) {
      if (input_.pos == input_.size) {
        auto got = fill();
        if (!got) return got;
        if (*got == 0) {
          if (frame_open_) {
            frame_open_ = false;
            return damaged("zstd", "cut off");
          }
          return std::size_t{0};
        }
        input_ = ZSTD_inBuffer{buffer().data(), *got, 0};
      }
      const std::size_t status = ZSTD_decompressStream(stream_, &output, &input_);
      if (ZSTD_isError(status) != 0) return damaged("zstd", "damaged");
      frame_open_ = status != 0;
    }
    return account(output.pos);
  }

 private:
  ZSTD_DStream* stream_;
  ZSTD_inBuffer input_{nullptr, 0, 0};
  bool frame_open_ = false;
};

}  // namespace

Packing packing_of(std::string_view head) {
  if (head.starts_with("\x1f\x8b")) return Packing::gzip;
  if (head.starts_with("\x28\xb5\x2f\xfd")) return Packing::zstd;
  return Packing::none;
}

std::unique_ptr<ByteSource> unpack(std::unique_ptr<ByteSource> packed, Packing packing,
                                   const ByteLimits& limits) {
  if (packing == Packing::gzip) return std::make_unique<GzipSource>(std::move(packed), limits);
  if (packing == Packing::zstd) return std::make_unique<ZstdSource>(std::move(packed), limits);
  return packed;
}

}  // namespace talentflow::ingest
