// Unpacking of gzip (zlib) and zstd streams. zlib and zstd are known to unpack.cpp alone.
#pragma once

#include <memory>

#include "ingest/bytes/byte_source.hpp"

namespace talentflow::ingest {

enum class Packing { none, gzip, zstd };

/// By the magic number at the beginning.
Packing packing_of(std::string_view head);

/// A source of the unpacked bytes. Several gzip members or zstd frames one after another are read as one
/// stream. read() errors: invalid_input (damaged or truncated, with the position), budget (a limit was
/// passed).
std::unique_ptr<ByteSource> unpack(std::unique_ptr<ByteSource> packed, Packing packing,
                                   const ByteLimits& limits);

}  // namespace talentflow::ingest
