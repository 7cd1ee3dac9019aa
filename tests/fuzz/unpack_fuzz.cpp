// gzip and zstd: whatever was damaged, unpacking ends, keeps its limits, and gives the beginning of what was
// packed or says what is wrong.
//
// The first byte of a seed chooses the packing (even: gzip), the second how often the text is repeated, the
// third where a byte is damaged, the fourth how; the rest is the text.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <zlib.h>
#include <zstd.h>

#include "ingest/bytes/unpack.hpp"

namespace {

namespace ingest = talentflow::ingest;

void demand(bool law) {
  if (!law) std::abort();
}

std::string gzipped(const std::string& text) {
  z_stream stream{};
  demand(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  demand(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd_packed(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return 0;
  std::string text;
  for (unsigned i = 0; i < 1U + data[1]; ++i) text.append(reinterpret_cast<const char*>(data) + 4, size - 4);
  std::string packed = data[0] % 2 == 0 ? gzipped(text) : zstd_packed(text);
  const bool damaged = data[3] != ' ';
  if (damaged) {
    const std::size_t at = packed.size() * data[2] / 256;
    if (data[3] % 2 == 0)
      packed.resize(at);
    else
      packed[at] = static_cast<char>(packed[at] ^ static_cast<char>(data[3] | 1));
  }
  if (ingest::packing_of(packed) == ingest::Packing::none) return 0;
  ingest::ByteLimits limits;
  limits.unpacked_bytes = 64 << 10;
  const auto source =
      ingest::unpack(ingest::memory_source("input", packed), ingest::packing_of(packed), limits);
  std::string got(1 << 10, '\0');
  std::string all;
  for (;;) {
    const auto count = source->read(got.data(), got.size());
    if (!count) {
      demand(!count.error().message.empty());
      demand(damaged || text.size() > limits.unpacked_bytes);
      break;
    }
    if (*count == 0) {
      demand(damaged || all == text);
      break;
    }
    all.append(got, 0, *count);
    demand(all.size() <= limits.unpacked_bytes + (1 << 20));
  }
  if (!damaged) demand(text.starts_with(all.substr(0, std::min(all.size(), text.size()))));
  return 0;
}
